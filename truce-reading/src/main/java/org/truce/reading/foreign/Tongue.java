package org.truce.reading.foreign;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the reader has to know of a language. */
interface Tongue {
    Spelling spelling();

    /**
     * What a phrase says was said, in the order of the text.
     *
     * @param before the phrase before, when nothing was said in it: it may be what is reported
     */
    List<Found> read(Phrase phrase, Optional<Phrase> before);

    /** Whom a phrase names with a name, in the order of the text. */
    List<Naming> names(Phrase phrase);

    /**
     * Whom a phrase may name: a title and words that no table has. It is somebody if the text calls
     * one with such a word a speaker.
     */
    List<Naming> guesses(Phrase phrase);

    /** Whether a title may be that of somebody of whom the text has told. */
    boolean isTold(Naming title);

    /** Whether a word of a title may be added to it or left out: "the military spokesman". */
    boolean isLooseRole(String role);

    /** The forms by which a word of a name is known again in {@link Phrase#names}. */
    Set<String> forms(String key);

    /** Whether two words of names are forms of one. */
    boolean isSameWord(String one, String other);

    /**
     * Whether a title says no more than that somebody known holds some office: "the politician".
     */
    boolean isEpithet(Naming title);

    /**
     * Whether words stand for the body named last: "the ministry" where its name has another word.
     */
    boolean isShortForBodies(List<String> keys);

    /** The end of a place's name that begins at a place of a phrase; that place where none does. */
    int placeEnd(Phrase phrase, int at);

    /** All names of the dictionaries. */
    Book<Known> known();

    /** What stands between two speakers of one statement. */
    String and();

    /** Words that mark what a statement does. */
    Marks marks();
}
