package org.truce.reading.foreign;

import org.truce.reading.words.Table;

import java.util.HashMap;
import java.util.Map;

/** Rows of words of one language that mark what a statement does, by marker. */
final class Marks {
    private final Map<String, Book<String>> books = new HashMap<>();

    private Marks() {}

    /** Those of arabic-modality.tsv or russian-modality.tsv. */
    static Marks of(Spelling spelling, String language) {
        Marks marks = new Marks();
        for (Table.Row row : Sayings.rows(language + "-modality")) {
            String marker = row.get("marker");
            Book<String> book = marks.books.computeIfAbsent(marker, one -> new Book<>(spelling));
            row.list("phrases").forEach(phrase -> book.add(phrase, marker));
        }
        return marks;
    }

    /** Whether words of a marker stand in a phrase; throws where there is no such marker. */
    boolean has(String marker, Phrase phrase) {
        Book<String> book = books.get(marker);
        if (book == null) {
            throw new IllegalArgumentException("no marker of modality: " + marker);
        }
        return book.isIn(phrase);
    }
}
