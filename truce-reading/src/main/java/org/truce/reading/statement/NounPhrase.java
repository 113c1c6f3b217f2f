package org.truce.reading.statement;

import org.truce.reading.words.Gender;

import java.util.List;
import java.util.Set;

/**
 * What the words for a speaker say of him, her or it.
 *
 * @param kind what they name
 * @param name the words of a person's name, as written; empty where there are none
 * @param display the words without articles: what an institution or an unnamed person is called
 * @param roles the folded words of titles and offices
 * @param head the folded word that carries the phrase, such as "ministry"
 */
record NounPhrase(
        Kind kind,
        List<String> name,
        String display,
        Set<String> roles,
        String head,
        Gender gender,
        boolean definite,
        List<String> keys) {
    NounPhrase {
        name = List.copyOf(name);
        roles = Set.copyOf(roles);
        keys = List.copyOf(keys);
    }

    /** What a phrase names. */
    enum Kind {
        PERSON,
        ROLE,
        INSTITUTION,
        PAPER,
        CROWD,
        PRONOUN,
        OTHER
    }
}
