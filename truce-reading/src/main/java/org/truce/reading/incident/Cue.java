package org.truce.reading.incident;

import org.truce.reading.tokens.Sentence;
import org.truce.reading.words.Terms;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a word says of an event that another word names. */
enum Cue {
    KILLED,
    INJURED,
    NOBODY,
    PLANNED,
    DENIED,
    HYPOTHETICAL,
    /** What follows is to end or be forbidden: no incident. */
    STOPPING,
    /** Somebody in an office, whose killing is aimed at him. */
    OFFICIAL,
    CIVILIAN;

    private static final Terms<Set<Cue>> TERMS =
            Terms.read("incident-words.tsv", Cue::of, Cue::both);

    private static Set<Cue> of(List<String> columns) {
        return EnumSet.of(valueOf(columns.getFirst().toUpperCase(Locale.ROOT)));
    }

    private static Set<Cue> both(Set<Cue> one, Set<Cue> other) {
        Set<Cue> both = EnumSet.copyOf(one);
        both.addAll(other);
        return both;
    }

    /** Of how many tokens the term of this cue is that begins at a token; 0 for none. */
    int length(Sentence sentence, int at) {
        return TERMS.find(sentence, at)
                .filter(found -> found.value().contains(this))
                .map(Terms.Found::length)
                .orElse(0);
    }

    boolean isAt(Sentence sentence, int at) {
        return length(sentence, at) > 0;
    }
}
