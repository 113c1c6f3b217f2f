package org.truce.reading.bulletin;

import java.util.Set;

/** Words for whoever stands between the sides, or for all of them. */
final class BetweenWords {
    /** Who counts for all sides, unless a side's name stands before it. */
    static final Set<String> COUNTERS = NounClasses.get("counters");

    /** As above, in Arabic. */
    static final Set<String> COUNTERS_ARABIC = NounClasses.get("counters-arabic");

    static final Set<String> INTERNATIONAL = NounClasses.get("international");

    /** What stands between the sides by its name. */
    static final Set<String> OF_TRUCE = NounClasses.get("of-truce");

    /** They count and are no party, whatever nation's they are. */
    static final Set<String> CIVIC = NounClasses.get("civic");

    /** Those that a bulletin says of all sides at once. */
    static final Set<String> EVERYBODY = NounClasses.get("everybody");

    private BetweenWords() {}
}
