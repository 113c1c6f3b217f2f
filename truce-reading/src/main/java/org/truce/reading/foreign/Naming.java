package org.truce.reading.foreign;

import org.truce.reading.words.Gender;

import java.util.ArrayList;
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
 */
record Naming(
        Kind kind,
        Stretch words,
        String name,
        List<String> keys,
        Set<String> roles,
        Gender gender,
        boolean plural,
        Optional<Known> known) {
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
