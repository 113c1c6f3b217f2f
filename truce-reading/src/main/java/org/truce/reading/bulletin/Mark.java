package org.truce.reading.bulletin;

import org.truce.reading.words.Terms;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a word does in a bulletin; a word may do several things. */
enum Mark {
    /** Says that somebody counted: registered, recorded. */
    REGISTER,
    /** As {@link #REGISTER}, but a person may be its subject. */
    TELLS,
    /** As the two around it, behind "did not". */
    BASE,
    /** Says that somebody did what is counted: violated, opened fire. */
    VIOLATE,
    /** A kind of place: province, sector. */
    PLACE,
    /** Names a place together with a figure: Post 7. */
    NUMBERED,
    /** A kind of actor or counting body: side, forces, mission. */
    SIDE,
    /** The count before this one, for comparison. */
    PREVIOUS,
    /** One that is the count before only where this one has been given already. */
    DAY,
    /** A count since some day, of which this bulletin's is a part. */
    CUMULATIVE,
    /** A count since some hour that is this bulletin's. */
    CURRENT,
    /** What follows is not the whole. */
    PART,
    /** What follows divides a count given before. */
    WHOLE,
    /** As {@link #WHOLE}, behind what was counted before: "the violations included". */
    CONSISTS,
    TOTAL,
    /** Says that what is counted is so many: reached, amounted to. */
    AMOUNTS,
    /** What follows says with what it was done. */
    USING,
    /** What is left of a total. */
    REST,
    /** Begins what somebody says. */
    CLAUSE,
    /** What sides act with: aircraft, vessels. */
    MEANS,
    /** Half of the number before. */
    HALF,
    /** The whole of the number before: "two, both by the army". */
    ALL,
    /** Behind "attributed", where it is left out. */
    TO,
    /** The number before once more. */
    SAME,
    EACH,
    IN,
    OF,
    BY,
    /** Stands before who said it or did it. */
    FROM,
    /** Says that somebody did it: attributes, charges. */
    BLAMES,
    ACCORDING,
    NOT,
    ANY,
    AND,
    /** Has a place for its subject: saw, accounted for. */
    SAW,
    PRONOUN,
    /** What a side's counts stand in: its register, its figures. */
    LIST,
    /** Says nothing that matters between a count and its place. */
    SKIP;

    private static final Terms<Set<Mark>> TERMS =
            Terms.read("bulletin-words.tsv", Mark::of, Mark::both);

    static Terms<Set<Mark>> terms() {
        return TERMS;
    }

    private static Set<Mark> of(List<String> columns) {
        return EnumSet.of(valueOf(columns.getFirst().toUpperCase(Locale.ROOT)));
    }

    private static Set<Mark> both(Set<Mark> one, Set<Mark> other) {
        Set<Mark> both = EnumSet.copyOf(one);
        both.addAll(other);
        return both;
    }
}
