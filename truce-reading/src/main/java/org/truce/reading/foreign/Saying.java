package org.truce.reading.foreign;

import org.truce.reading.words.Gender;
import org.truce.reading.words.Stance;

import java.util.Set;

/**
 * A form of a verb or noun of saying.
 *
 * @param verb its base form
 * @param prepositions of which one leads to the thing said; empty where none does
 * @param shape how the form joins its subject
 * @param gender of the subject, where the form tells it
 */
record Saying(
        String verb,
        Stance stance,
        Set<Takes> takes,
        Set<String> prepositions,
        Shape shape,
        Gender gender,
        boolean plural) {
    /** How a form joins its subject. */
    enum Shape {
        /** It has a subject of its own. */
        FINITE,
        /** It shares the subject of the verb before: "adding that". */
        SHARED,
        /** A noun: "his saying", "in the words of". */
        NOUN
    }

    Saying {
        takes = Set.copyOf(takes);
        prepositions = Set.copyOf(prepositions);
    }

    boolean may(Takes one) {
        return takes.contains(one);
    }
}
