package org.truce.reading.bulletin;

import org.truce.reading.text.Original;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Sentences;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Reads the counts of a bulletin in English, Russian or Arabic. Time is linear in the length of the
 * text. What it takes out rests on words of the text; nothing is added up for it, and a total that
 * its parts contradict is told as it stands, with a flag.
 */
public final class Bulletins {
    private static final int LONGEST_TABLE = 2_000;

    private Bulletins() {}

    /** The counts in the order of their words; none where the text counts nothing we know. */
    public static List<Tally> read(Original original) {
        Sentences sentences = new Sentences(original.text(original.all()));
        Optional<Sentence> next = sentences.next();
        if (next.isEmpty()) {
            return List.of();
        }
        RowReader rows = new RowReader(next.get());
        List<Sentence> table = new ArrayList<>();
        while (next.isPresent()) {
            Sentence sentence = next.get();
            if (Tables.isRow(sentence) && table.size() < LONGEST_TABLE) {
                table.add(sentence);
            } else {
                Tables.read(table, rows);
                table.clear();
                rows.read(sentence);
            }
            next = sentences.next();
        }
        Tables.read(table, rows);
        List<Tally> tallies = new ArrayList<>();
        Repeats.without(rows.rows().all()).forEach(row -> tallies.addAll(Told.of(row)));
        tallies.sort(Comparator.comparing(Tally::span));
        return List.copyOf(tallies);
    }
}
