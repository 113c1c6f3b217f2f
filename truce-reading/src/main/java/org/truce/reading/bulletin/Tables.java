package org.truce.reading.bulletin;

import org.truce.reading.figures.Amount;
import org.truce.reading.figures.Amounts;
import org.truce.reading.text.Span;
import org.truce.reading.tokens.Sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads tables whose cells are parted by tabs, bars or rows of blanks: places in the first column,
 * and in each further one the counts of the side or of the kind of thing that stands at its head,
 * or the sides in the first column and the places at the heads. The line or column of totals is a
 * stated total.
 */
final class Tables {
    /** Weapons in capitals, which are no sides. */
    private static final Set<String> WEAPONS = Set.of(
            "hmg", "lmg", "gpmg", "salw", "sa", "agl", "rpg", "atgm", "apc", "ifv", "mlrs", "uav",
            "ugl", "spg", "mbt");

    private static final int MOST_COLUMNS = 30;

    private final List<Cell> heads;
    private final List<List<Cell>> lines;
    private final CountFinder finder;

    private Tables(List<List<Cell>> table, CountFinder finder) {
        this.heads = table.getFirst();
        this.lines = table.subList(1, table.size());
        this.finder = finder;
    }

    /** @param from its first token; {@code to} is not before it */
    private record Cell(Sentence line, int from, int to) {
        /** Without the rows of blanks that fill it. */
        static Cell of(Sentence line, int from, int to) {
            int first = from;
            int last = to;
            while (first < last && line.get(first).isSign("\t")) {
                first++;
            }
            while (last > first && line.get(last - 1).isSign("\t")) {
                last--;
            }
            return new Cell(line, first, last);
        }

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
                            line.original(), line.tokens().subList(from, to), true, false));
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
            return words().equalsIgnoreCase("all")
                    || items().stream().anyMatch(item -> item.is(Mark.TOTAL));
        }

        Span span() {
            return line.span(from, to);
        }
    }

    static boolean isRow(Sentence sentence) {
        return hasBars(sentence)
                || (sentence.newLine()
                        && !sentence.tokens().getLast().isSign(".")
                        && sentence.tokens().stream().noneMatch(token -> token.isSign("("))
                        && sentence.tokens().stream()
                                        .filter(token -> token.isSign(";"))
                                        .count()
                                > 1);
    }

    private static boolean hasBars(Sentence line) {
        return line.tokens().stream().anyMatch(token -> token.isSign("|") || token.isSign("\t"));
    }

    /** Reads what may be a table; lines that are none are read as sentences. */
    static void read(List<Sentence> sentences, CountFinder finder, List<Row> rows) {
        List<List<Cell>> table = new ArrayList<>();
        for (Sentence line : sentences) {
            List<Cell> cells = cells(line);
            if (cells.stream().anyMatch(cell -> !cell.words().matches("[-:=+ ]*"))) {
                table.add(cells);
            }
        }
        boolean headed = table.size() > 1
                && table.getFirst().stream().noneMatch(cell -> cell.amount().isPresent());
        if (!headed) {
            sentences.forEach(finder::read);
            return;
        }
        Heading above = finder.heading();
        sentences.forEach(finder::skip);
        if (above.scope() == Scopes.Scope.OWN) {
            new Tables(table, finder).rows(above, rows);
        }
    }

    private static List<Cell> cells(Sentence line) {
        List<Cell> cells = new ArrayList<>();
        int from = 0;
        boolean barFirst = line.get(0).isSign("|");
        boolean bars = line.tokens().stream().anyMatch(token -> token.isSign("|"));
        boolean any = hasBars(line);
        for (int at = barFirst ? 1 : 0; at <= line.size() && cells.size() < MOST_COLUMNS; at++) {
            boolean edge = at == line.size()
                    || (!any && line.get(at).isSign(";"))
                    || line.get(at).isSign("|")
                    || (!bars && line.get(at).isSign("\t"));
            if (edge) {
                int start = from == 0 && barFirst ? 1 : from;
                if (at < line.size() || start < at) {
                    cells.add(Cell.of(line, start, at));
                }
                from = at + 1;
            }
        }
        return cells;
    }

    /** Whether a row of counts is a line of the table; else it is a column. */
    private boolean isByLine() {
        boolean sidesAbove =
                heads.stream().skip(1).anyMatch(head -> findSideAbove(head).isPresent());
        long sides = lines.stream()
                .filter(line -> !line.isEmpty() && findSide(line.getFirst()).isPresent())
                .count();
        if (!sidesAbove && sides * 2 >= lines.size()) {
            return true;
        }
        boolean totalLine = lines.stream()
                .anyMatch(line -> !line.isEmpty() && line.getFirst().isTotal());
        boolean totalColumn = heads.stream().skip(1).anyMatch(Cell::isTotal);
        return !totalLine && totalColumn && heads.size() > 3;
    }

    private void rows(Heading above, List<Row> rows) {
        if (isByLine()) {
            for (List<Cell> line : lines) {
                if (!line.isEmpty() && !line.getFirst().isTotal()) {
                    rows.add(line(line, above));
                }
            }
            return;
        }
        for (int column = 1; column < heads.size(); column++) {
            Cell head = heads.get(column);
            if (isCounted(head) && !(head.isTotal() && heads.size() > 2)) {
                rows.add(column(column, above));
            }
        }
    }

    private Row line(List<Cell> line, Heading above) {
        Row row = row(findSide(line.getFirst()).or(above::side), above.thing());
        for (int column = 1; column < Math.min(heads.size(), line.size()); column++) {
            Cell head = heads.get(column);
            if (isCounted(head) && !head.isEmpty()) {
                put(row, head.isTotal(), line, head, line.get(column));
            }
        }
        return row;
    }

    private Row column(int column, Heading above) {
        Cell head = heads.get(column);
        Row row = row(findSideAbove(head).or(above::side), findThing(head).or(above::thing));
        for (List<Cell> line : lines) {
            if (column < line.size() && !line.getFirst().isEmpty()) {
                put(row, line.getFirst().isTotal(), line, head, line.get(column));
            }
        }
        return row;
    }

    private Row row(Optional<String> side, Optional<Thing> thing) {
        return new Row(side, Optional.empty(), thing, finder.line(), finder.block());
    }

    private void put(Row row, boolean total, List<Cell> line, Cell head, Cell cell) {
        Cell name = line.getFirst();
        cell.amount().ifPresent(amount -> {
            if (total) {
                row.state(amount, cell.span());
                return;
            }
            boolean sided = row.side().isPresent() && row.side().equals(findSide(name));
            Optional<String> place = sided ? Optional.of(place(head)) : Optional.of(place(name));
            Optional<String> side =
                    sided ? findSide(name) : findSideAbove(head).or(() -> sideIn(line));
            row.add(
                    new Row.Part(
                            side,
                            place,
                            findThing(head),
                            amount,
                            cell.span(),
                            Rule.TABLE,
                            Tally.Open.NOTHING,
                            false,
                            false,
                            false),
                    true);
        });
    }

    /** Who stands in a column of its own: "Bentiu | Opposition | 2". */
    private static Optional<String> sideIn(List<Cell> line) {
        return line.stream()
                .skip(1)
                .filter(cell -> cell.amount().isEmpty() && !isWeapon(cell))
                .flatMap(cell -> findSide(cell).stream())
                .findFirst();
    }

    /** "HMG", "SALW". */
    private static boolean isWeapon(Cell cell) {
        return WEAPONS.contains(cell.words().toLowerCase(Locale.ROOT));
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
        List<Item> items = cell.items();
        boolean by = items.size() > 1 && items.get(items.size() - 2).is(Mark.BY);
        if (by && !(items.getLast() instanceof Item.Side)) {
            Item last = items.getLast();
            return Optional.of(cell.line().words(cell.from() + last.from(), cell.to()));
        }
        return cell.items().stream()
                .filter(Item.Side.class::isInstance)
                .map(item -> ((Item.Side) item).words())
                .findFirst()
                .or(() -> Who.isCountry(cell.words()) || isAcronym(cell)
                        ? Optional.of(cell.words())
                        : Optional.empty());
    }

    /** Below a head that says "Place" or "District" stand places, so that other names are sides. */
    private Optional<String> findSideAbove(Cell head) {
        boolean places = !heads.getFirst().isEmpty()
                && Mark.terms()
                        .findWord(heads.getFirst().words().toLowerCase(Locale.ROOT))
                        .filter(marks ->
                                marks.contains(Mark.PLACE) || marks.contains(Mark.NUMBERED))
                        .isPresent();
        boolean name = !head.isTotal()
                && head.items().size() == 1
                && head.items().getFirst() instanceof Item.Name;
        return places && name ? Optional.of(head.words()) : findSide(head);
    }

    /** In capitals like all heads of a table, where it says neither a place nor a thing. */
    private static boolean isAcronym(Cell cell) {
        return cell.to() - cell.from() == 1
                && NounWords.ACRONYM.matcher(cell.words()).matches()
                && cell.items().stream().noneMatch(item -> item instanceof Item.Things);
    }

    private static Optional<Thing> findThing(Cell cell) {
        return cell.items().stream()
                .filter(Item.Things.class::isInstance)
                .map(item -> ((Item.Things) item).thing())
                .findFirst();
    }

    private static String place(Cell name) {
        return name.items().stream()
                .filter(Item.Name.class::isInstance)
                .map(item -> ((Item.Name) item).words())
                .findFirst()
                .orElse(name.words());
    }
}
