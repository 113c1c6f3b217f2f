package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Item.Number;
import org.truce.reading.bulletin.Scopes.Scope;
import org.truce.reading.bulletin.Who.Named;
import org.truce.reading.figures.Amount;
import org.truce.reading.figures.Amounts.Form;
import org.truce.reading.text.Span;
import org.truce.reading.tokens.Sentence;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Puts the numbers of one sentence after another into rows: a number without a place begins a row
 * or sums one up, a number with a place is a part of the row that is rows.open().
 */
final class RowReader {
    private final Rows rows = new Rows();
    private final Deque<Row> outer = new ArrayDeque<>();
    private Optional<String> headed = Optional.empty();
    private Optional<Thing> headedThing = Optional.empty();
    private Scope headedScope = Scope.OWN;
    private int count;

    private Sentence sentence;
    private List<Item> items = List.of();
    private Around around;
    private Where where = new Where(List.of());
    private Who who = new Who(List.of());
    private List<Scope> scopes = List.of();
    private boolean byAuthor;
    private boolean colon;
    private boolean heading;
    private Optional<Where.Found> front = Optional.empty();

    RowReader(Sentence first) {
        this.sentence = first;
        this.around = new Around(first, items, where);
    }

    Rows rows() {
        return rows;
    }

    /** A line that names a side and ends with a colon gives the side of the lines below. */
    Optional<String> headed() {
        return headed;
    }

    boolean isHeadedOwn() {
        return headedScope == Scope.OWN;
    }

    /** How many sentences have been read. */
    int count() {
        return count;
    }

    void read(Sentence next) {
        sentence = next;
        items = Items.of(next);
        where = new Where(items);
        who = new Who(items);
        around = new Around(next, items, where);
        scopes = Scopes.of(items);
        count++;
        outer.clear();
        byAuthor = false;
        colon = false;
        heading = false;
        front = Optional.empty();
        if (next.afterBlank()) {
            headed = Optional.empty();
            headedThing = Optional.empty();
            headedScope = Scope.OWN;
        }
        if (items.stream().noneMatch(Number.class::isInstance)) {
            withoutNumber();
            return;
        }
        for (int at = 0; at < items.size(); at++) {
            Item item = items.get(at);
            if (item.isSign(":")) {
                colon(at);
            } else if (item.isSign(")") && !outer.isEmpty()) {
                rows.reopen(Optional.of(outer.pop()));
            } else if (item instanceof Number number && scopes.get(at) != Scope.PREVIOUS) {
                number(at, number);
            }
        }
    }

    /** "By author:" divides the last row anew; "The Turkish side:" begins another. */
    private void colon(int at) {
        boolean place = at > 0 && items.get(at - 1) instanceof Item.Name;
        colon = true;
        if (!place && items.subList(0, at).stream().noneMatch(Number.class::isInstance)) {
            heading = items.subList(0, at).stream().noneMatch(item -> item.is(Mark.REGISTER));
        }
        boolean by = at <= 3 && items.stream().limit(at).anyMatch(item -> item.is(Mark.BY));
        byAuthor |= by && rows.lastTotal().isPresent();
        if (byAuthor) {
            Row row = new Row(Optional.empty(), Optional.empty(), Optional.empty(), count);
            rows.lastTotal().ifPresent(total -> row.state(total, span(at, at + 1)));
            rows.begin(row);
        }
    }

    private void withoutNumber() {
        nothing();
        if (items.getLast().isSign(":")) {
            Named named = who.before(items.size() - 1);
            Optional<String> side = named.side();
            if (side.isPresent()) {
                headed = side;
                rows.reopen(Optional.empty());
            }
            headedScope = scopes.getLast();
            headedThing = around.headingThing();
            if (headedThing.isPresent()) {
                rows.reopen(Optional.empty());
            }
        } else if (items.size() <= 3 && items.getFirst() instanceof Item.Side side) {
            headed = side.party() ? Optional.of(side.words()) : Optional.empty();
            rows.reopen(Optional.empty());
        }
    }

    /** "did not register any violations", "the ceasefire has not been violated". */
    private void nothing() {
        int not = around.first(Mark.NOT, 0);
        if (not < 0 || scopes.get(not) != Scope.OWN) {
            return;
        }
        int act = not + 1;
        while (act < items.size() && act <= not + 4 && !around.isAct(act)) {
            act++;
        }
        if (act >= items.size() || act > not + 4 || !around.isAct(act)) {
            return;
        }
        boolean violate = items.get(act).is(Mark.VIOLATE);
        boolean things = items.stream()
                .anyMatch(item ->
                        item instanceof Item.Things it && it.thing().kind() != Thing.Kind.OTHER);
        boolean counted =
                items.subList(act, items.size()).stream().anyMatch(item -> item.is(Mark.BY));
        boolean any = act + 1 < items.size() && items.get(act + 1).is(Mark.ANY);
        if ((violate || things || any) && !counted) {
            zero(not, act, Optional.empty());
        }
    }

    private void number(int at, Number number) {
        boolean other =
                number.thing().filter(one -> one.kind() == Thing.Kind.OTHER).isPresent();
        if (other
                || around.isOwnless(number, at)
                || !isTold(at, number)
                || (around.isBefore() && !rows.isEmpty())
                || headedScope != Scope.OWN
                || scopes.get(at) == Scope.CUMULATIVE) {
            return;
        }
        Optional<Where.Found> close = where.closeBefore(at);
        Optional<Where.Found> behind = close.isPresent() ? close : where.behind(at);
        Optional<Where.Found> found = behind.isPresent() ? behind : where.looseBefore(at);
        boolean closely = found.map(Where.Found::closely).orElse(false);
        if (found.isPresent() && !closely && behind.isPresent() && around.hasOwnBehind(at)) {
            total(at, number, Optional.empty());
        } else if (number.isZero()) {
            zero(at, at, found.isPresent() ? found : where.front(at));
        } else if (found.isPresent() && isSideBefore(at, found.get())) {
            total(at, number, Optional.of(found.get().places().getFirst()));
        } else if (found.isPresent()) {
            placed(at, number, found.get());
        } else if (isFronted(at)) {
            front = where.front(at);
            placed(at, number, front.orElseThrow());
        } else if (front.isPresent()
                && where.is(at - 1, Mark.AND)
                && who.behind(at).isPresent()) {
            placed(at, number, front.orElseThrow());
        } else {
            total(at, number, Optional.empty());
        }
    }

    /** Whether anything says that it counts what bulletins count: its thing, a verb, a row. */
    private boolean isTold(int at, Number number) {
        boolean row = rows.open()
                .filter(one -> one.sentence() == count || !number.isZero())
                .isPresent();
        if (headedThing.isPresent() && number.thing().isEmpty()) {
            return headedThing.get().kind() != Thing.Kind.OTHER;
        }
        return (number.thing().isPresent() && !number.isZero())
                || row
                || around.thingBefore(at).isPresent()
                || heading
                || colon
                || headed.isPresent()
                || around.hasVerb();
    }

    /** "Turkey - 18": a country that is joined to a number is a side. */
    private boolean isSideBefore(int at, Where.Found found) {
        return found.closely()
                && Who.isCountry(found.places().getFirst())
                && !where.is(at - 3, Mark.IN)
                && rows.open()
                        .filter(row -> row.side().isPresent() && row.parts().isEmpty())
                        .isPresent();
    }

    private boolean isFronted(int at) {
        Optional<Where.Found> front = where.front(at);
        return front.isPresent() && !(around.isSummed(at) && rows.hasParts());
    }

    private void zero(int at, int end, Optional<Where.Found> found) {
        Named named = who.before(at);
        if (scopes.get(at) == Scope.DAY && !rows.isEmpty()) {
            return;
        }
        Optional<String> side =
                named.again() ? rows.lastSide() : named.side().or(() -> who.behind(at));
        Optional<Where.Found> at2 = found.isPresent() ? found : where.front(at);
        Optional<Where.Found> places = at2.isPresent() ? at2 : where.behind(end);
        boolean listed = found.map(Where.Found::closely).orElse(false) && named.isNobody();
        boolean apart = rows.open()
                .filter(row -> row.side().isPresent() && row.stated().isEmpty())
                .isPresent();
        boolean inside = !apart
                && rows.open().filter(row -> listed || row.sentence() == count).isPresent()
                && named.side().isEmpty()
                && places.isPresent();
        Row row = inside
                ? rows.open().orElseThrow()
                : rows.begin(new Row(
                        side.isPresent() ? side : headed, named.source(), thing(at), count));
        Amount none = amount(at);
        Span span = span(Math.min(at, end), end + 1);
        if (places.isEmpty()) {
            row.state(none, span);
            return;
        }
        for (String place : places.get().places()) {
            row.add(
                    new Row.Part(
                            Optional.empty(),
                            Optional.of(place),
                            thing(at),
                            none,
                            span,
                            Rule.NONE,
                            false),
                    false);
        }
    }

    private Amount amount(int at) {
        return items.get(at) instanceof Number number ? number.amount() : Amount.exactly(0);
    }

    private Optional<Thing> thing(int at) {
        return items.get(at) instanceof Number number ? number.thing() : Optional.empty();
    }

    private void placed(int at, Number number, Where.Found found) {
        Named named = who.before(at);
        Optional<String> by = who.behind(at);
        boolean each = where.is(found.end(), Mark.EACH) || where.is(at + 1, Mark.EACH);
        if (found.places().size() > 1 && !each && !found.closely()) {
            total(at, number, Optional.empty());
            return;
        }
        if (found.places().size() == 1 && isNation(found) && !around.isOfThem(at)) {
            total(at, number, Optional.empty());
            return;
        }
        String side = named.side().or(() -> by).orElse("");
        if (scopes.get(at) == Scope.DAY && !rows.isNew(side, found.places().getFirst())) {
            return;
        }
        Row row = rowFor(number, named, by);
        if (around.isPart(at) || around.isOfThem(at)) {
            row.markPartial();
        }
        for (String place : found.places()) {
            rows.isNew(row.side().orElse(""), place);
            row.add(
                    new Row.Part(
                            Optional.empty(),
                            Optional.of(place),
                            number.thing(),
                            number.amount(),
                            span(at, at + 1),
                            found.rule(),
                            false),
                    found.closely());
        }
        if (where.opensParts(found.end())) {
            Row.Part whole = row.hideLast();
            outer.push(row);
            Row parts = new Row(row.side(), row.source(), row.thing(), count);
            parts.state(whole.amount(), whole.span());
            rows.add(parts);
            rows.reopen(Optional.of(parts));
        }
    }

    private boolean isNation(Where.Found found) {
        return !found.closely() && Who.isCountry(found.places().getFirst());
    }

    /** The row that a part belongs to. */
    private Row rowFor(Number number, Named named, Optional<String> by) {
        Optional<String> side = by.or(named::side);
        boolean here = rows.open().filter(row -> row.sentence() == count).isPresent();
        boolean sameSide = side.isEmpty()
                || rows.open().filter(row -> Who.isAlike(row.side(), side)).isPresent();
        boolean fits = rows.open()
                .filter(row -> row.stated()
                        .filter(total -> row.sum() + number.amount().least() <= total.least())
                        .isPresent())
                .isPresent();
        boolean elliptic = number.thing().isEmpty() && named.isNobody();
        boolean listed = rows.open().filter(row -> row.stated().isEmpty()).isPresent();
        boolean joins = rows.open().isPresent()
                && (here || !heading)
                && sameSide
                && isThingOf(rows.open().get(), number)
                && (here || fits || elliptic || (listed && named.isNobody()));
        if (joins) {
            return rows.open().orElseThrow();
        }
        Optional<String> again = named.again() ? rows.lastSide() : headed;
        Optional<String> over = heading ? around.headingSide() : Optional.empty();
        return rows.begin(new Row(
                side.or(() -> over).or(() -> again),
                named.source(),
                number.thing().or(() -> heading ? around.headingThing() : headedThing),
                count));
    }

    private boolean isThingOf(Row row, Number number) {
        return row.thing().isEmpty()
                || number.thing().isEmpty()
                || row.thing().get().isLike(number.thing().get());
    }

    /** A number without a place. */
    private void total(int at, Number number, Optional<String> country) {
        Named named =
                country.isPresent() ? new Named(country, Optional.empty(), false) : who.before(at);
        if (byAuthor && rows.open().isPresent()) {
            author(at, number, named);
            return;
        }
        Optional<String> by = who.behind(at).or(() -> who.relative(at));
        if (around.isSummed(at) && rows.hasParts() && named.side().isEmpty() && by.isEmpty()) {
            rows.sumUp(number.amount(), span(at, at + 1));
            return;
        }
        boolean here = rows.open()
                .filter(row -> row.sentence() == count && row.stated().isPresent())
                .isPresent();
        boolean sided = rows.open().filter(row -> row.side().isPresent()).isPresent();
        if (here && by.isPresent() && !sided && number.thing().isEmpty()) {
            part(at, number, by);
            return;
        }
        boolean another = number.thing().isPresent() && !colon && where.is(at - 1, Mark.AND);
        if (here && named.side().isEmpty() && by.isEmpty() && country.isEmpty() && !another) {
            kind(at, number);
            return;
        }
        boolean counted = isCounted(at, number, named) || (by.isPresent() && !rows.isEmpty());
        if (!counted || (around.isPart(at) && rows.open().isPresent())) {
            return;
        }
        Optional<String> side = by.or(named::side);
        Optional<String> again = named.again() ? rows.lastSide() : headed;
        if (scopes.get(at) == Scope.DAY && rows.has(side.or(() -> again))) {
            return;
        }
        Row row = new Row(
                side.or(() -> again),
                by.isPresent() ? named.source().or(named::side) : named.source(),
                number.thing().or(() -> around.thingBefore(at)),
                count);
        row.state(number.amount(), span(at, at + 1));
        where.behind(at).ifPresent(found -> {
            if (found.places().size() == 1 && !Who.isCountry(found.places().getFirst())) {
                row.placed(found.places().getFirst());
            }
        });
        rows.begin(row);
    }

    private void part(int at, Number number, Optional<String> side) {
        rows.open()
                .orElseThrow()
                .add(
                        new Row.Part(
                                side,
                                Optional.empty(),
                                number.thing(),
                                number.amount(),
                                span(at, at + 1),
                                side.isPresent() ? Rule.SIDE : Rule.KIND,
                                false),
                        false);
    }

    /** "12 violations: seven bursts and five shots"; a part of them is no row of counts. */
    private void kind(int at, Number number) {
        Row row = rows.open().orElseThrow();
        boolean divides = colon
                && number.thing().isPresent()
                && row.parts().stream().allMatch(part -> part.place().isEmpty())
                && !around.isPart(at);
        if (divides) {
            part(at, number, Optional.empty());
        }
    }

    /** Under "By author:" the words before a number are those of a side. */
    private void author(int at, Number number, Named named) {
        int from = at;
        while (from > 0
                && !(items.get(from - 1) instanceof Item.Sign)
                && !items.get(from - 1).is(Mark.AND)
                && !(items.get(from - 1) instanceof Number)) {
            from--;
        }
        while (from < at && items.get(from).is(Mark.SKIP)) {
            from++;
        }
        Optional<String> words = from < at
                ? Optional.of(
                        sentence.words(items.get(from).from(), items.get(at - 1).to()))
                : Optional.empty();
        part(at, number, named.side().or(() -> words));
    }

    /** Whether the words around a bare number say that it is a count of the bulletin's kind. */
    private boolean isCounted(int at, Number number, Named named) {
        if (number.thing().isPresent() || around.thingBefore(at).isPresent()) {
            return true;
        }
        if (number.form() == Form.TIMES) {
            return around.hasBefore(at, Mark.VIOLATE)
                    || (rows.isEmpty() && !named.isNobody())
                    || named.side().isPresent();
        }
        boolean ends = at + 1 >= items.size()
                || items.get(at + 1) instanceof Item.Sign
                || where.is(at + 1, Mark.AND);
        boolean verb = where.is(at - 1, Mark.REGISTER) || where.is(at - 1, Mark.TELLS);
        if (ends && verb && named.side().isPresent()) {
            return true;
        }
        return ends
                && !rows.isEmpty()
                && (around.isNextToSide(at) || around.hasBefore(at, Mark.REGISTER));
    }

    private Span span(int from, int to) {
        return sentence.span(items.get(from).from(), items.get(to - 1).to());
    }
}
