package org.truce.reading.bulletin;

import org.truce.reading.words.Terms;

import java.util.List;
import java.util.Locale;

/** What a bulletin counts. */
record Thing(String code, Kind kind) {
    private static final Terms<Thing> TERMS = Terms.read("counted-things.tsv", Thing::of);

    static final Thing BREACH = new Thing("violation", Kind.BREACH);

    static final Thing NO_BREACH = new Thing("people", Kind.OTHER);

    enum Kind {
        /** Breaches of all sorts, for which bulletins have many words. */
        BREACH,
        /** What was heard or seen flying: not every one is a breach. */
        SOUND,
        /** Acts of one sort: arrests, flights. */
        ACT,
        /** People and things that no tally is made of. */
        OTHER
    }

    static Terms<Thing> terms() {
        return TERMS;
    }

    /** Whether counts of the two may be the same count. */
    boolean isLike(Thing other) {
        return kind == other.kind && (kind == Kind.BREACH || code.equals(other.code));
    }

    private static Thing of(List<String> columns) {
        return new Thing(columns.get(0), Kind.valueOf(columns.get(1).toUpperCase(Locale.ROOT)));
    }
}
