package org.truce.reading.foreign;

import org.truce.reading.statement.Mention;
import org.truce.reading.words.Table;

import java.util.List;

/**
 * Somebody or something of the dictionaries.
 *
 * @param name as the dictionaries call it
 * @param local its full name in the language of the text
 */
record Known(String id, Kind kind, String name, String local) {
    /** What it is. */
    enum Kind {
        PERSON(Mention.Kind.ACTOR),
        ACTOR(Mention.Kind.ACTOR),
        PLACE(Mention.Kind.PLACE),
        AGREEMENT(Mention.Kind.AGREEMENT),
        TALKS(Mention.Kind.TALKS);

        private final Mention.Kind mention;

        Kind(Mention.Kind mention) {
            this.mention = mention;
        }

        Mention.Kind mention() {
            return mention;
        }
    }

    /** The names of names.tsv in one language, "arabic" or "russian". */
    static Book<Known> names(Spelling spelling, String language) {
        Book<Known> book = new Book<>(spelling);
        for (Table.Row row : Sayings.rows("names")) {
            Kind kind = Kind.valueOf(row.get("kind").toUpperCase(java.util.Locale.ROOT));
            List<String> names = row.list(language);
            for (String name : names) {
                Known known = new Known(row.get("id"), kind, row.get("name"), names.getFirst());
                boolean declined = kind == Kind.PERSON && language.equals("russian");
                book.add(declined ? RussianForms.open(name) : name, known);
            }
        }
        return book;
    }
}
