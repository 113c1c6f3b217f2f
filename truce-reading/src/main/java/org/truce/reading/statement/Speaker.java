package org.truce.reading.statement;

import org.truce.reading.text.Span;

import java.util.List;
import java.util.Optional;

/**
 * Who is said to speak.
 *
 * @param span the words that name the speaker; empty where the text leaves them out
 * @param text those words, "" where the text leaves them out
 * @param name the full name, or the institution, that the words were resolved to; empty where they
 *     could not be, or where more than one would do
 * @param id of that person or institution, when it has one
 * @param candidates the names that would do; two or more only where it is ambiguous
 */
public record Speaker(
        Optional<Span> span,
        String text,
        Optional<String> name,
        Optional<String> id,
        List<String> candidates) {
    public Speaker {
        candidates = List.copyOf(candidates);
        if (name.isEmpty() && id.isPresent()) {
            throw new IllegalArgumentException("an id belongs to a name: " + id);
        }
    }
}
