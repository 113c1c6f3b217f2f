package org.truce.reading.bulletin;

import org.truce.reading.text.Prepared;
import org.truce.reading.tokens.Lines;
import org.truce.reading.tokens.Sentence;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Reads the counts of a bulletin in English, Russian or Arabic. Time is linear in the length of the
 * text. What it takes out rests on words of the text; nothing is added up for it, and a total that
 * its parts contradict is told as it stands, with a flag.
 */
public final class Bulletins {
    private static final int LONGEST_TABLE = 2_000;

    private Bulletins() {}

    /** The counts in the order of their words; none where the text counts nothing we know. */
    public static List<Tally> read(Prepared prepared) {
        return read(prepared, CountWeights.get());
    }

    /** With another opinion of which numbers count. */
    static List<Tally> read(Prepared prepared, Judge judge) {
        List<Sentence> sentences = Lines.of(prepared);
        if (sentences.isEmpty()) {
            return List.of();
        }
        CountFinder finder = new CountFinder(new Figures(sentences), judge);
        List<Row> rows = new ArrayList<>();
        List<Sentence> table = new ArrayList<>();
        for (Sentence sentence : sentences) {
            if (Tables.isRow(sentence) && table.size() < LONGEST_TABLE) {
                table.add(sentence);
            } else {
                Tables.read(table, finder, rows);
                table.clear();
                finder.read(sentence);
            }
        }
        Tables.read(table, finder, rows);
        rows.addAll(Grouping.of(finder.weighed()));
        rows.addAll(Grouping.of(finder.others()));
        List<Tally> tallies = new ArrayList<>();
        for (Row row : Repeats.without(rows)) {
            for (Tally tally : Told.of(row)) {
                boolean unsure = finder.judged().isUnsure(tally.span().start());
                tallies.add(unsure ? tally.with(Tally.Flag.UNSURE) : tally);
            }
        }
        tallies.sort(Comparator.comparing(Tally::span));
        return List.copyOf(tallies);
    }
}
