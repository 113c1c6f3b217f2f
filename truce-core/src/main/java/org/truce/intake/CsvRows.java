package org.truce.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvReader.CsvReaderBuilder;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * Splits lines into CSV records. A record may run across lines inside quotation marks, for at most
 * {@link #MAX_LINES} lines and 1 MiB; where that does not end in a record of the right number of
 * fields, only its first line is given up, and reading goes on with the line after it: one lost
 * quotation mark costs one row.
 */
final class CsvRows {
    private static final int MAX_LINES = 1_000;

    /** What stands in the place of one row. */
    sealed interface Item {
        long line();

        String original();
    }

    record Fields(long line, String original, List<String> values) implements Item {}

    record Unreadable(long line, String original, String problem, String todo) implements Item {}

    /** How far the record that begins at the next line reaches; 0 lines where none does. */
    private record Reach(int lines, QuoteScan scan) {}

    private final Lines lines;
    private final Deque<Line> ahead = new ArrayDeque<>();

    CsvRows(Lines lines) {
        this.lines = lines;
    }

    /**
     * The first record, split at {@code separator}, without moving on; empty when the file is, or
     * when its first line is no record at all. A header has at most {@code mostFields} columns.
     */
    Optional<List<String>> peekHeader(char separator, int mostFields) {
        if (firstLine(separator).filter(line -> line.flaw() == Line.Flaw.NONE).isEmpty()) {
            return Optional.empty();
        }
        Reach reach = reach(separator, mostFields);
        return reach.lines() == 0
                ? Optional.empty()
                : parse(original(reach.lines(), false), separator);
    }

    /**
     * Moves past what {@link #peekHeader} sees, or past the first line where that is no record.
     * False at the end of the file.
     */
    boolean passOver(char separator, int mostFields) {
        if (firstLine(separator).isEmpty()) {
            return false;
        }
        for (int left = Math.max(1, reach(separator, mostFields).lines()); left > 0; left--) {
            ahead.removeFirst();
        }
        return true;
    }

    /** The next record of {@code columns} fields, or what stands in its place. */
    Optional<Item> next(char separator, int columns) {
        Optional<Line> first = firstLine(separator);
        if (first.isEmpty()) {
            return Optional.empty();
        }
        long number = first.get().number();
        Line.Flaw flaw = first.get().flaw();
        if (!flaw.complete()) {
            return Optional.of(unreadable(number, original(1, true), flaw));
        }
        Reach reach = reach(separator, columns);
        boolean whole = reach.lines() > 0 && reach.scan().fields() == columns;
        int taken = whole ? reach.lines() : 1;
        Optional<Line.Flaw> spoilt = flawWithin(taken);
        String original = original(taken, true);
        if (spoilt.isPresent()) {
            return Optional.of(unreadable(number, original, spoilt.get()));
        }
        if (!whole) {
            return Optional.of(misshapen(number, original, separator, columns));
        }
        return Optional.of(parse(original, separator)
                .filter(values -> values.size() == columns)
                .<Item>map(values -> new Fields(number, original, values))
                .orElseGet(() -> misshapen(number, original, separator, columns)));
    }

    /** The first line that says anything; a spreadsheet's lines of bare separators do not. */
    private Optional<Line> firstLine(char separator) {
        while (true) {
            if (ahead.isEmpty()) {
                Optional<Line> line = lines.next();
                if (line.isEmpty()) {
                    return line;
                }
                ahead.add(line.get());
            }
            Line line = ahead.getFirst();
            if (line.flaw() != Line.Flaw.NONE || saysAnything(line.text(), separator)) {
                return Optional.of(line);
            }
            ahead.removeFirst();
        }
    }

    private static boolean saysAnything(String text, char separator) {
        return text.chars().anyMatch(c -> c != separator && !Character.isWhitespace(c));
    }

    private Reach reach(char separator, int mostFields) {
        QuoteScan scan = new QuoteScan(separator, mostFields);
        Iterator<Line> known = ahead.iterator();
        int count = 0;
        int characters = 0;
        do {
            Optional<Line> line = known.hasNext() ? Optional.of(known.next()) : fetch(count);
            if (line.isEmpty() || !line.get().flaw().complete()) {
                return new Reach(0, scan);
            }
            count++;
            characters += line.get().text().length() + 1;
            scan.feed(line.get().text());
        } while (scan.open() && count < MAX_LINES && characters <= Lines.MAX_BYTES);
        return new Reach(scan.open() || scan.broken() ? 0 : count, scan);
    }

    /** One more line from the file; {@code seen} lines are ahead already. */
    private Optional<Line> fetch(int seen) {
        if (seen < ahead.size()) {
            throw new IllegalStateException("lines ahead were not used up: " + seen);
        }
        Optional<Line> line = lines.next();
        line.ifPresent(ahead::add);
        return line;
    }

    private Optional<Line.Flaw> flawWithin(int count) {
        return ahead.stream()
                .limit(count)
                .map(Line::flaw)
                .filter(flaw -> flaw != Line.Flaw.NONE)
                .findFirst();
    }

    /** The next lines as they stand in the file, without the last line's ending. */
    private String original(int count, boolean remove) {
        if (count == 1) {
            return (remove ? ahead.removeFirst() : ahead.getFirst()).text();
        }
        StringBuilder text = new StringBuilder();
        Iterator<Line> next = ahead.iterator();
        for (int i = 0; i < count; i++) {
            Line line = next.next();
            text.append(line.text()).append(i < count - 1 ? line.ending() : "");
            if (remove) {
                next.remove();
            }
        }
        return text.toString();
    }

    private static Optional<List<String>> parse(String record, char separator) {
        CsvReaderBuilder reader = CsvReader.builder().fieldSeparator(separator);
        try {
            return Optional.of(reader.ofSingleCsvRecord(record).getFields());
        } catch (CsvParseException notOneRecord) {
            return Optional.empty();
        }
    }

    private static Unreadable unreadable(long line, String original, Line.Flaw flaw) {
        return new Unreadable(line, original, flaw.problem(), flaw.todo());
    }

    private static Unreadable misshapen(long line, String original, char separator, int columns) {
        QuoteScan scan = new QuoteScan(separator, Integer.MAX_VALUE);
        scan.feed(original);
        if (scan.broken() || scan.open()) {
            return new Unreadable(
                    line,
                    original,
                    scan.open()
                            ? "a quotation mark opens here and is never closed as it should be"
                            : "text follows a closing quotation mark",
                    "close the quotation mark before the separator, or write every quotation mark"
                            + " inside a quoted field twice");
        }
        return new Unreadable(
                line,
                original,
                "%d fields where the header has %d".formatted(scan.fields(), columns),
                "look for a separator too many or too few, and put a text that holds one in"
                        + " quotation marks");
    }
}
