package org.truce.reading.foreign;

import org.truce.reading.words.Gender;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whom a noun phrase names.
 *
 * @param words where it stands; those of the name, the title and what is between
 * @param name as it is to be shown, in the nominative
 * @param keys the words by which a name is known again; of a title its words
 * @param roles the words of the title, of which the first of a title without a name is the head
 * @param known who it is by the dictionaries
 * @param made whether the name was put into the nominative by rule
 */
record Naming(
        Kind kind,
        Stretch words,
        String name,
        List<String> keys,
        Set<String> roles,
        Gender gender,
        boolean plural,
        Optional<Known> known,
        boolean made) {
    /** What the words are. */
    enum Kind {
        PERSON,
        BODY,
        /** A title without a name. */
        ROLE,
        CROWD,
        PAPER,
        PRONOUN
    }

    Naming(
            Kind kind,
            Stretch words,
            String name,
            List<String> keys,
            Set<String> roles,
            Gender gender,
            boolean plural,
            Optional<Known> known) {
        this(kind, words, name, keys, roles, gender, plural, known, false);
    }

    /** The same name, which stands in another case in the text. */
    Naming asMade() {
        return new Naming(kind, words, name, keys, roles, gender, plural, known, true);
    }

    /** The same person, with a title that stands behind the name. */
    Naming with(Naming title) {
        Set<String> all = new LinkedHashSet<>(roles);
        all.addAll(title.roles());
        Stretch whole = new Stretch(words.start(), title.words().end());
        return new Naming(kind, whole, name, keys, all, gender, plural, known, made);
    }

    /** "he", "she", "they", or a word that tells of one. */
    static Naming pronoun(Phrase phrase, int at, Gender gender, boolean plural) {
        return new Naming(
                Kind.PRONOUN,
                new Stretch(at, at + 1),
                phrase.get(at).form(),
                List.of(),
                Set.of(),
                gender,
                plural,
                Optional.empty());
    }

    /** A paper for which nobody is named. */
    static Naming paper(Stretch words, String name, Set<String> roles) {
        return new Naming(
                Kind.PAPER,
                words,
                name,
                List.copyOf(roles),
                roles,
                Gender.UNKNOWN,
                false,
                Optional.empty());
    }

    /** The same as speaking through a paper, whose words belong to it. */
    Naming throughPaper(Stretch whole) {
        return new Naming(kind, whole, name, keys, roles, gender, false, known);
    }

    /** The name without a preposition that is written as one with it. */
    Naming withoutFirstLetter() {
        List<String> bare = new ArrayList<>(keys);
        bare.set(0, bare.getFirst().substring(1));
        return new Naming(kind, words, name.substring(1), bare, roles, gender, plural, known);
    }

    Naming {
        keys = List.copyOf(keys);
        roles = Set.copyOf(roles);
    }
}
