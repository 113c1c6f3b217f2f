package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Count.Trait;
import org.truce.reading.bulletin.Item.Number;
import org.truce.reading.bulletin.Scopes.Scope;
import org.truce.reading.bulletin.Who.Named;
import org.truce.reading.figures.Amount;
import org.truce.reading.figures.Amounts.Form;
import org.truce.reading.text.Span;
import org.truce.reading.tokens.Sentence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds the counts of one sentence. */
final class CountReader {
    private final Sentence sentence;
    private final CountFinder before;
    private final List<Item> items;
    private final Where where;
    private final Who who;
    private final Around around;
    private final List<Scope> scopes;
    private final List<Count> found = new ArrayList<>();
    private final Deque<Boolean> brackets = new ArrayDeque<>();
    private final Deque<Named> outside = new ArrayDeque<>();
    private Optional<Count.Place> front = Optional.empty();
    private Named subject = Named.NOBODY;
    private Heading own = Heading.NONE;
    private int end = -1;
    private int depth;
    private boolean colon;
    private int colons;
    private boolean semicolon;
    private boolean anew;

    CountReader(Sentence sentence, CountFinder before) {
        this.sentence = sentence;
        this.before = before;
        this.items = Items.of(sentence);
        this.where = new Where(items);
        this.who = new Who(items);
        this.around = new Around(sentence, items, where);
        this.scopes = Scopes.of(items);
    }

    List<Count> read() {
        for (int at = 0; at < items.size(); at++) {
            Item item = items.get(at);
            if (item.isSign(":")) {
                colon(at);
            } else if (item.isSign("(")) {
                open(at);
            } else if (item.isSign(")") && !brackets.isEmpty()) {
                depth -= brackets.pop() ? 1 : 0;
                subject = outside.pop();
            } else if (item.isSign(";")) {
                front = Optional.empty();
                semicolon = true;
            } else if (item instanceof Number number) {
                number(at, number);
            }
        }
        Respectively.pair(sentence, where, found);
        nothing();
        return found;
    }

    /** Parts of the sentence without a number may say that nothing happened. */
    private void nothing() {
        Nothing nothing = new Nothing(items, around, scopes);
        int from = 0;
        for (int at = 0; at <= items.size(); at++) {
            if (at < items.size() && !items.get(at).isSign(";")) {
                continue;
            }
            if (items.subList(from, at).stream().noneMatch(Number.class::isInstance)
                    || (from == 0 && at == items.size() && found.isEmpty())) {
                nothing.find(from, at)
                        .ifPresent(one -> zero(one.not(), one.act(), Optional.empty()));
            }
            from = at + 1;
        }
    }

    /** What the sentence says of the lines below it, if it counts nothing itself. */
    Optional<Heading> heading() {
        boolean opens = items.getLast().isSign(":");
        if (opens) {
            Named named = who.before(items.size() - 1);
            Optional<String> side = named.side().or(around::headingSide);
            Heading made = new Heading(
                    side, around.headingThing(), around.headingPlace(), scopes.getLast(), false);
            return Optional.of(made);
        }
        if (sentence.newLine() && items.size() <= 3 && items.getFirst() instanceof Item.Side side) {
            Optional<String> party = side.party() ? Optional.of(side.words()) : Optional.empty();
            return Optional.of(
                    new Heading(party, Optional.empty(), Optional.empty(), Scope.OWN, false));
        }
        boolean line = sentence.newLine() && !(items.getLast() instanceof Item.Sign);
        Scope scope = scopes.contains(Scope.CUMULATIVE) ? Scope.CUMULATIVE : Scope.OWN;
        return line
                ? around.headingThing()
                        .filter(thing -> thing.kind() != Thing.Kind.OTHER)
                        .map(thing -> Heading.title(thing, scope))
                : Optional.empty();
    }

    private void open(int at) {
        boolean parts = at == end;
        brackets.push(parts);
        outside.push(subject);
        depth += parts ? 1 : 0;
    }

    /** "By author:" divides the last row anew; "The Turkish side:" begins another. */
    private void colon(int at) {
        boolean place = at > 0 && items.get(at - 1) instanceof Item.Name;
        colon = true;
        colons++;
        int from = around.clauseStart(at);
        Optional<Count.Place> named = where.frontOf(from, at);
        front = named.isPresent() ? named : front;
        subject = Named.NOBODY;
        if (place) {
            return;
        }
        if (items.subList(from, at).stream().anyMatch(Number.class::isInstance)) {
            return;
        }
        anew = at - from <= 3
                && items.subList(from, at).stream().anyMatch(item -> item.is(Mark.BY))
                && items.subList(from, at).stream().noneMatch(Item.Side.class::isInstance);
        own = new Heading(
                around.headingSide(from, at).or(() -> who.before(at).side()),
                around.headingThing(from, at),
                Optional.empty(),
                Scope.OWN,
                false);
    }

    private void number(int at, Number number) {
        if (!isCount(at, number)) {
            return;
        }
        Optional<Where.Found> place = anew ? Optional.empty() : place(at);
        if (number.isZero() && number.form() == Form.NONE) {
            zero(at, at, place);
            return;
        }
        Named named = named(at, place);
        boolean country = named.country();
        boolean nowhere = country
                || (around.hasOwnBehind(at)
                        && place.filter(one -> one.rule() == Rule.BEHIND).isPresent())
                || place.filter(one -> isNation(one) && !around.isOfThem(at)).isPresent();
        add(at, number, nowhere ? Optional.empty() : place, named);
    }

    private Optional<Where.Found> place(int at) {
        Optional<Where.Found> behind = where.behind(at);
        if (around.isSummed(at) && (!found.isEmpty() || around.isOfAll(at))) {
            return Optional.empty();
        }
        Optional<Where.Found> close = where.closeBefore(at);
        Optional<Where.Found> place = close.isPresent() ? close : behind;
        return place.isPresent() ? place : where.looseBefore(at);
    }

    private void add(int at, Number number, Optional<Where.Found> place, Named named) {
        boolean each = where.isEach(at, place);
        boolean shared = place.filter(one -> one.places().size() > 1).isPresent()
                && !each
                && place.filter(Where.Found::closely).isEmpty();
        Optional<Where.Found> own = shared ? Optional.empty() : place;
        Set<Trait> traits = traits(at, number, named, own);
        if (shared) {
            traits.add(Trait.SHARED);
        }
        if (place.isEmpty() && around.isSomewhere(at) && !around.hasOwnBehind(at)) {
            traits.add(Trait.SOMEWHERE);
        }
        boolean bare = own.isEmpty() && !shared;
        Count.Place found = own.map(one -> new Count.Place(one.places(), one.rule()))
                .orElseGet(() -> bare ? front(at, traits) : Count.Place.NOWHERE);
        if (bare && found.isNowhere() && !isCounted(at, number, named, traits)) {
            leaveOut();
            return;
        }
        boolean opening = found.rule() == Rule.CLOSE && where.is(at - 2, Mark.IN);
        if (found.rule() == Rule.BEFORE || opening) {
            front = Optional.of(found);
        }
        put(at, number.thing(), number.amount(), named, found, traits, span(at, at + 1));
        end = who.behindEnd(place.map(one -> Math.max(one.end(), at + 1)).orElse(at + 1));
    }

    /** A number that is not understood may be a part of the row; so the row is not known whole. */
    private void leaveOut() {
        if (!found.isEmpty()) {
            found.add(found.removeLast().with(Trait.SHARED));
        }
    }

    private Count.Place front(int at, Set<Trait> traits) {
        Optional<Where.Found> own = where.front(at, end);
        boolean each = own.filter(one -> one.places().size() == 1).isPresent()
                || (own.isPresent() && where.isEachBefore(at));
        if (each) {
            front = Optional.of(new Count.Place(
                    own.orElseThrow().places(), own.orElseThrow().rule()));
            return front.get();
        }
        if (own.isPresent()) {
            traits.add(Trait.SHARED);
            return Count.Place.NOWHERE;
        }
        boolean usable = !traits.contains(Trait.SUM) || found.isEmpty();
        return usable
                ? front.or(() -> before.heading().place().map(CountReader::headed))
                        .orElse(Count.Place.NOWHERE)
                : Count.Place.NOWHERE;
    }

    private static Count.Place headed(String place) {
        return new Count.Place(List.of(place), Rule.FRONT);
    }

    /** Whether it counts what bulletins count, of their own time. */
    private boolean isCount(int at, Number number) {
        boolean other =
                number.thing().filter(one -> one.kind() == Thing.Kind.OTHER).isPresent();
        Scope scope = scopes.get(at);
        boolean numbering =
                at == 0 && sentence.newLine() && (where.isSign(1, ".") || where.isSign(1, ")"));
        return !other
                && !numbering
                && scope != Scope.PREVIOUS
                && scope != Scope.CUMULATIVE
                && before.heading().scope() == Scope.OWN
                && !(scope == Scope.DAY && isCountedAlready())
                && !around.isOwnless(number, at)
                && !(around.isDetail(at)
                        && before.near().or(() -> found.stream().findFirst()).isPresent())
                && !(around.isBefore() && before.near().isPresent())
                && isTold(at, number);
    }

    /** "In the previous 24 hours": the time before only where the bulletin gave its own. */
    private boolean isCountedAlready() {
        return !before.counts().isEmpty();
    }

    /** Whether anything says that it counts what bulletins count: its thing, a verb, a row. */
    private boolean isTold(int at, Number number) {
        if (number.thing().isPresent()) {
            return true;
        }
        Heading above = above();
        boolean item = sentence.newLine() && !sentence.tokens().getLast().isSign(".");
        if (above.thing().isPresent() && (!above.title() || item)) {
            return !above.isOther();
        }
        boolean listed = number.isZero()
                && at > 0
                && items.get(at - 1) instanceof Item.Name
                && before.near().filter(one -> !one.where().isNowhere()).isPresent();
        return !found.isEmpty()
                || listed
                || colon
                || above.side().isPresent()
                || above.place().isPresent()
                || around.thingBefore(at).isPresent()
                || around.isAmounting(at)
                || around.hasVerb()
                || before.near().filter(one -> isFollowing(one, number)).isPresent();
    }

    /** The heading within the sentence, and what it leaves open from the one above it. */
    private Heading above() {
        Heading over = before.heading();
        return new Heading(
                own.side().or(over::side),
                own.thing().or(over::thing),
                own.place().or(over::place),
                over.scope(),
                over.title() && own.thing().isEmpty());
    }

    private boolean isFollowing(Count one, Number number) {
        boolean next = one.at().line() >= before.line() - 2;
        return next && !number.isZero();
    }

    /** "Turkey - 18": a country that is joined to a number is a side where another side is. */
    private Named named(int at, Optional<Where.Found> place) {
        boolean sides = found.stream()
                .anyMatch(one -> one.at().depth() == depth
                        && one.owner().side().isPresent()
                        && one.where().isNowhere());
        boolean country = sides
                && place.filter(one -> one.closely()
                                && !where.is(at - 3, Mark.IN)
                                && (Who.isCountry(one.places().getFirst())
                                        || where.opensParts(at + 1)))
                        .isPresent();
        if (country) {
            subject = Named.country(place.orElseThrow().places().getFirst());
            return subject;
        }
        Named named = anew ? author(at) : who.before(at);
        Optional<String> by = who.behind(at).or(() -> who.relative(at));
        if (by.isPresent()) {
            return named.by(by.get());
        }
        if (!named.isNobody()) {
            subject = named;
            semicolon = false;
            return named;
        }
        return named;
    }

    private boolean isNation(Where.Found place) {
        return !place.closely()
                && place.places().size() == 1
                && Who.isCountry(place.places().getFirst());
    }

    private Set<Trait> traits(int at, Number number, Named named, Optional<Where.Found> place) {
        Set<Trait> traits = EnumSet.noneOf(Trait.class);
        addIf(traits, Trait.SUM, around.isSummed(at));
        addIf(traits, Trait.PART, around.isPart(at));
        addIf(traits, Trait.WHOLE, around.isOfThem(at));
        addIf(traits, Trait.REST, number.rest());
        addIf(traits, Trait.COLON, colons > (isJoint(at, place) ? 1 : 0));
        addIf(traits, Trait.NAMED, number.thing().isPresent());
        addIf(traits, Trait.SIDED, !named.isNobody());
        addIf(
                traits,
                Trait.HEADED,
                own.thing().isPresent() && found.isEmpty() && number.thing().isEmpty());
        addIf(traits, Trait.LISTED, sentence.newLine());
        addIf(traits, Trait.NONE, number.isZero());
        addIf(traits, Trait.ANEW, anew);
        addIf(traits, Trait.CLOSE, place.filter(Where.Found::closely).isPresent());
        return traits;
    }

    /** "Hama: 2": the colon joins the count to its place. */
    private boolean isJoint(int at, Optional<Where.Found> place) {
        return where.isSign(at - 1, ":") && place.filter(Where.Found::closely).isPresent();
    }

    private static void addIf(Set<Trait> traits, Trait trait, boolean holds) {
        if (holds) {
            traits.add(trait);
        }
    }

    private void zero(int at, int act, Optional<Where.Found> place) {
        if (scopes.get(at) == Scope.DAY && !before.counts().isEmpty()) {
            return;
        }
        Named counting = who.before(at);
        Named named = counting.side().isPresent()
                ? counting
                : who.behind(at).map(counting::by).orElse(counting);
        Optional<Where.Found> front = place.isPresent() ? place : where.front(at, end);
        Optional<Where.Found> places = front.isPresent() ? front : where.behind(act);
        Number number = items.get(at) instanceof Number one
                ? one
                : new Number(Amount.exactly(0), Form.NONE, Optional.empty(), false, at, at);
        Set<Trait> traits = traits(at, number, named, places);
        traits.add(Trait.NONE);
        Span span = span(Math.min(at, act), act + 1);
        if (front.isPresent()) {
            this.front = front.filter(one -> one.places().size() == 1)
                    .map(one -> new Count.Place(one.places(), one.rule()));
        }
        Count.Place none = places.map(one -> new Count.Place(one.places(), Rule.NONE))
                .orElseGet(() -> this.front
                        .or(() -> before.heading().place().map(CountReader::headed))
                        .map(one -> new Count.Place(one.names(), Rule.NONE))
                        .orElse(new Count.Place(List.of(), Rule.NONE)));
        put(at, number.thing(), number.amount(), named, none, traits, span);
        end = places.map(one -> Math.max(one.end(), act + 1)).orElse(act + 1);
    }

    private void put(
            int at,
            Optional<Thing> thing,
            Amount amount,
            Named named,
            Count.Place place,
            Set<Trait> traits,
            Span span) {
        Heading above = above();
        boolean apart = semicolon && traits.contains(Trait.NONE) && !traits.contains(Trait.CLOSE);
        boolean alone = named.side().isEmpty() && named.source().isEmpty() && !apart;
        Optional<String> side = named.again()
                ? who.last(at).or(before::lastSide)
                : named.side()
                        .or(() -> alone ? subject.side() : Optional.empty())
                        .or(() -> alone ? own.side() : Optional.empty())
                        .or(() -> alone ? before.heading().side() : Optional.empty());
        Optional<Thing> counted = thing.or(() -> around.thingBefore(at))
                .or(() -> around.amounting(at))
                .or(above::thing);
        found.add(new Count(
                new Count.At(before.line(), before.block(), traits.contains(Trait.SUM) ? 0 : depth),
                amount,
                counted,
                new Count.Owner(
                        side,
                        named.source().or(() -> alone ? subject.source() : Optional.empty()),
                        who.whole(at)),
                place,
                traits,
                span));
        colons = 0;
    }

    /** Under "By author:" the words before a number are those of a side. */
    private Named author(int at) {
        Named named = who.before(at);
        int from = at;
        while (from > 0
                && !(items.get(from - 1) instanceof Item.Sign)
                && !items.get(from - 1).is(Mark.AND)
                && !(items.get(from - 1) instanceof Number)) {
            from--;
        }
        while (from < at && (items.get(from).is(Mark.SKIP) || items.get(from).is(Mark.BY))) {
            from++;
        }
        return from < at && named.side().isEmpty()
                ? named.by(
                        sentence.words(items.get(from).from(), items.get(at - 1).to())
                                .replaceFirst("^(?:the|a|an) ", ""))
                : named;
    }

    /** Whether the words around a bare number say that it is a count of the bulletin's kind. */
    private boolean isCounted(int at, Number number, Named named, Set<Trait> traits) {
        Heading above = above();
        boolean thing = number.thing().isPresent()
                || around.thingBefore(at).isPresent()
                || (above.thing().isPresent() && !above.isOther());
        if (where.opensParts(at + 1) && where.isSign(at - 1, ":")) {
            return true;
        }
        if (thing
                || number.rest()
                || around.isDated(at)
                || around.isAmounting(at)
                || traits.contains(Trait.SUM)
                || traits.contains(Trait.WHOLE)) {
            return true;
        }
        if (number.form() == Form.TIMES) {
            return around.hasBefore(at, Mark.VIOLATE)
                    || (before.counts().isEmpty() && !named.isNobody())
                    || named.side().isPresent()
                    || !found.isEmpty();
        }
        boolean ends = around.isEndOfCell(at + 1) && !around.isLabelled(at);
        boolean verb = where.is(at - 1, Mark.REGISTER) || where.is(at - 1, Mark.TELLS);
        boolean row = !found.isEmpty() || before.near().isPresent();
        if (!found.isEmpty() && where.is(at + 1, Mark.OF)) {
            return true;
        }
        return (ends && verb && named.side().isPresent())
                || (ends && row && (around.isNextToSide(at) || around.hasBefore(at, Mark.REGISTER)))
                || (row && !named.isNobody() && traits.contains(Trait.SIDED));
    }

    private Span span(int from, int to) {
        return sentence.span(items.get(from).from(), items.get(to - 1).to());
    }
}
