package org.truce.reading.bulletin;

import org.truce.reading.figures.Amount;
import org.truce.reading.figures.Amounts;
import org.truce.reading.text.Span;
import org.truce.reading.tokens.Sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads tables whose cells are parted by tabs or bars: places in the first column, and in each
 * further one the counts of the side or of the kind of thing that stands at its head, or the sides
 * in the first column and the places at the heads. The row or column of totals is a stated total.
 */
final class Tables {
    private static final int MOST_COLUMNS = 30;

    private Tables() {}

    /** @param from its first token; {@code to} is not before it */
    private record Cell(Sentence line, int from, int to) {
        boolean isEmpty() {
            return from == to;
        }

        String words() {
            return isEmpty() ? "" : line.words(from, to);
        }

        List<Item> items() {
            return isEmpty()
                    ? List.of()
                    : Items.of(new Sentence(
                            line.text(), line.tokens().subList(from, to), true, false));
        }

        /** A number that is all that stands in it, or nearly; a dash is none that is told. */
        Optional<Amount> amount() {
            return to - from > 3 || isEmpty()
                    ? Optional.empty()
                    : Amounts.find(line, from)
                            .filter(found -> from + found.length() == to)
                            .map(Amounts.Found::amount);
        }

        boolean isTotal() {
            return items().stream().anyMatch(item -> item.is(Mark.TOTAL));
        }

        Span span() {
            return line.span(from, to);
        }
    }

    static boolean isRow(Sentence sentence) {
        return hasBars(sentence)
                || (sentence.newLine()
                        && !sentence.tokens().getLast().isSign(".")
                        && sentence.tokens().stream()
                                        .filter(token -> token.isSign(";"))
                                        .count()
                                > 1);
    }

    private static boolean hasBars(Sentence line) {
        return line.tokens().stream().anyMatch(token -> token.isSign("|") || token.isSign("\t"));
    }

    /** Reads what may be a table; lines that are none are read as sentences. */
    static void read(List<Sentence> lines, RowReader rows) {
        List<List<Cell>> table = new ArrayList<>();
        for (Sentence line : lines) {
            List<Cell> cells = cells(line);
            if (cells.stream().anyMatch(cell -> !cell.words().matches("[-:=+ ]*"))) {
                table.add(cells);
            }
        }
        boolean headed = table.size() > 1
                && table.getFirst().stream().noneMatch(cell -> cell.amount().isPresent());
        if (!headed) {
            lines.forEach(rows::read);
        } else if (rows.isHeadedOwn()) {
            columns(table, rows);
        }
    }

    private static List<Cell> cells(Sentence line) {
        List<Cell> cells = new ArrayList<>();
        int from = 0;
        boolean barFirst = line.get(0).isSign("|");
        boolean bars = hasBars(line);
        for (int at = barFirst ? 1 : 0; at <= line.size() && cells.size() < MOST_COLUMNS; at++) {
            boolean edge = at == line.size()
                    || (!bars && line.get(at).isSign(";"))
                    || line.get(at).isSign("|")
                    || line.get(at).isSign("\t");
            if (edge) {
                int start = from == 0 && barFirst ? 1 : from;
                if (at < line.size() || start < at) {
                    cells.add(new Cell(line, start, at));
                }
                from = at + 1;
            }
        }
        return cells;
    }

    private static void columns(List<List<Cell>> table, RowReader rows) {
        List<Cell> heads = table.getFirst();
        boolean sidesFirst = table.stream()
                .skip(1)
                .anyMatch(line -> !line.isEmpty() && findSide(line.getFirst()).isPresent());
        if (sidesFirst) {
            for (List<Cell> line : table.subList(1, table.size())) {
                sideLine(heads, line, rows);
            }
            return;
        }
        for (int column = 1; column < heads.size(); column++) {
            Cell head = heads.get(column);
            if (isCounted(head) && !(head.isTotal() && heads.size() > 2)) {
                column(table, column, rows);
            }
        }
    }

    /** Not a column of wounded, nor one of counts since some day. */
    private static boolean isCounted(Cell head) {
        return head.items().stream()
                .noneMatch(item -> item.is(Mark.CUMULATIVE)
                        || item.is(Mark.PREVIOUS)
                        || (item instanceof Item.Things things
                                && things.thing().kind() == Thing.Kind.OTHER));
    }

    private static Optional<String> findSide(Cell cell) {
        return cell.items().stream()
                .filter(Item.Side.class::isInstance)
                .map(item -> ((Item.Side) item).words())
                .findFirst()
                .or(() ->
                        Who.isCountry(cell.words()) ? Optional.of(cell.words()) : Optional.empty());
    }

    private static Optional<Thing> findThing(Cell cell) {
        return cell.items().stream()
                .filter(Item.Things.class::isInstance)
                .map(item -> ((Item.Things) item).thing())
                .findFirst();
    }

    private static void column(List<List<Cell>> table, int column, RowReader rows) {
        Cell head = table.getFirst().get(column);
        Row row = new Row(
                findSide(head).or(rows::headed), Optional.empty(), findThing(head), rows.count());
        for (List<Cell> line : table.subList(1, table.size())) {
            if (column < line.size() && !line.getFirst().isEmpty()) {
                put(row, line.getFirst(), line.get(column));
            }
        }
        rows.rows().add(row);
    }

    private static void sideLine(List<Cell> heads, List<Cell> line, RowReader rows) {
        if (line.isEmpty() || line.getFirst().isTotal()) {
            return;
        }
        Row row = new Row(
                findSide(line.getFirst()), Optional.empty(), Optional.empty(), rows.count());
        for (int column = 1; column < Math.min(heads.size(), line.size()); column++) {
            if (isCounted(heads.get(column)) && !heads.get(column).isEmpty()) {
                put(row, heads.get(column), line.get(column));
            }
        }
        rows.rows().add(row);
    }

    private static void put(Row row, Cell name, Cell cell) {
        cell.amount().ifPresent(amount -> {
            if (name.isTotal()) {
                row.state(amount, cell.span());
            } else {
                row.add(
                        new Row.Part(
                                Optional.empty(),
                                Optional.of(place(name)),
                                Optional.empty(),
                                amount,
                                cell.span(),
                                Rule.TABLE,
                                false),
                        true);
            }
        });
    }

    private static String place(Cell name) {
        return name.items().stream()
                .filter(Item.Name.class::isInstance)
                .map(item -> ((Item.Name) item).words())
                .findFirst()
                .orElse(name.words());
    }
}
