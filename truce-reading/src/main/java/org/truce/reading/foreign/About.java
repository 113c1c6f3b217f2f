package org.truce.reading.foreign;

import org.truce.reading.statement.Mention;
import org.truce.reading.text.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Whom and what a statement is about: names of the dictionaries, and places by what leads to them.
 */
final class About {
    private About() {}

    /** In the order of the text. */
    static List<Mention> in(Phrase words, Tongue tongue) {
        List<Mention> mentions = new ArrayList<>();
        int at = 0;
        while (at < words.size()) {
            Optional<Book.Match<Known>> match = tongue.known().find(words, at, words.size());
            int place = match.isPresent() ? at : tongue.placeEnd(words, at);
            if (match.isPresent()) {
                Known known = match.get().meaning();
                mentions.add(mention(
                        words,
                        new Stretch(at, match.get().end()),
                        known.kind().mention(),
                        Optional.of(known)));
            } else if (place > at) {
                mentions.add(mention(
                        words, new Stretch(at, place), Mention.Kind.PLACE, Optional.empty()));
            }
            at = Math.max(at + 1, match.map(Book.Match::end).orElse(place));
        }
        return List.copyOf(mentions);
    }

    private static Mention mention(
            Phrase words, Stretch stretch, Mention.Kind kind, Optional<Known> known) {
        Span span = words.span(stretch);
        String text = words.text(stretch);
        return new Mention(
                span, kind, text, known.map(Known::name).orElse(text), known.map(Known::id));
    }
}
