package org.truce.base;

import java.util.List;

/**
 * Something said to a reader, by its key and what goes into it, so that it can be said in English
 * or in Arabic. {@link Phrases} turns it into words; an argument is a text, a date, a figure
 * already written out, or another phrase.
 */
public record Phrase(String key, List<Object> arguments) {
    public Phrase {
        arguments = List.copyOf(arguments);
    }

    public static Phrase of(String key, Object... arguments) {
        return new Phrase(key, List.of(arguments));
    }
}
