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
    /** Odds of a number that the sums of others may still show to be a count, in hundredths. */
    private static final int DOUBTFUL_ODDS = -250;

    private final Sentence sentence;
    private final CountFinder before;
    private final List<Item> items;
    private final Where where;
    private final Fronts fronts;
    private final Who who;
    private final Around around;
    private final List<Scope> scopes;
    private final NumberTraits numbers;
    private final List<Count> found = new ArrayList<>();
    private final List<Count> doubtful = new ArrayList<>();
    private final List<Count> others = new ArrayList<>();
    private final Deque<Boolean> brackets = new ArrayDeque<>();
    private final Deque<Named> outside = new ArrayDeque<>();
    private Optional<Count.Place> front = Optional.empty();
    private Named subject = Named.NOBODY;
    private Heading own = Heading.NONE;
    private int end = -1;

    /** Behind the last country, which is no place of a count. */
    private int passed = -1;

    private int depth;
    private List<String> candidates = List.of();
    private int colons;

    /** How many colons there were at the last doubtful number. */
    private int doubted;

    private boolean semicolon;
    private boolean anew;
    private boolean byPlace;

    CountReader(Sentence sentence, CountFinder before) {
        this.sentence = sentence;
        this.before = before;
        this.items = before.figures().items(sentence);
        this.where = new Where(sentence, items);
        this.fronts = new Fronts(sentence, items, where);
        this.who = new Who(sentence, items);
        this.around = new Around(sentence, items, where);
        this.scopes = Scopes.of(items);
        this.numbers = new NumberTraits(sentence, items, scopes, before.figures());
    }

    List<Count> read() {
        for (int at = 0; at < items.size(); at++) {
            Item item = items.get(at);
            if (item.isSign(":")) {
                colon(at);
            } else if (!found.isEmpty() && where.isDashBeforeParts(at)) {
                colons++;
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
        who.attributed().ifPresent(side -> found.replaceAll(one -> one.recordedBy(side)));
        Respectively.pair(sentence, where, found);
        nothing();
        return found;
    }

    /** What it says of the sentences after it. */
    HeadingReader headings() {
        return new HeadingReader(sentence, items, who, around, scopes);
    }

    /** Parts of the sentence without a number may say that nothing happened. */
    private void nothing() {
        new Nothing(items, around, scopes)
                .all(found.isEmpty())
                .forEach(one -> zero(one.not(), one.act(), Optional.empty()));
    }

    private void open(int at) {
        boolean parts = at == end || (where.opensParts(at) && !found.isEmpty());
        brackets.push(parts);
        outside.push(subject);
        depth += parts ? 1 : 0;
    }

    /** "By author:" divides the last row anew; "The Turkish side:" begins another. */
    private void colon(int at) {
        boolean place = at > 0 && items.get(at - 1) instanceof Item.Name;
        colons++;
        int from = around.clauseStart(at);
        Optional<Count.Place> named = fronts.of(from, at);
        front = named.isPresent() ? named : front;
        subject = Named.NOBODY;
        if (place) {
            return;
        }
        if (items.subList(from, at).stream().anyMatch(Number.class::isInstance)) {
            return;
        }
        boolean divides = at - from <= 3
                && items.subList(from, at).stream().anyMatch(item -> item.is(Mark.BY))
                && items.subList(from, at).stream().noneMatch(Item.Side.class::isInstance);
        boolean follows = at > 0 && sentence.get(items.get(at - 1).to() - 1).isWord("follows");
        byPlace = follows && found.isEmpty();
        byPlace |= divides
                && items.subList(from, at).stream().anyMatch(item -> around.isKindOfPlace(item));
        anew = divides && !byPlace && !follows;
        own = new Heading(
                around.headingSide(from, at).or(() -> who.before(at).side()),
                divides ? Optional.empty() : around.headingThing(from, at),
                Optional.empty(),
                Scope.OWN,
                false);
    }

    private void number(int at, Number number) {
        int odds = odds(at, number);
        if (odds <= 0) {
            Named skipped = who.before(at);
            subject = skipped.side().isPresent() ? skipped : subject;
            if (odds > DOUBTFUL_ODDS) {
                doubt(at, number);
            }
            return;
        }
        Optional<String> other = around.otherRegister(at);
        if (other.isPresent()) {
            other(at, number, other.get());
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
        passed = nowhere ? place.map(Where.Found::end).orElse(passed) : passed;
    }

    private Optional<Where.Found> place(int at) {
        Optional<Where.Found> behind = where.behind(at);
        if (around.isSummed(at) && (!found.isEmpty() || around.isOfAll(at))) {
            return Optional.empty();
        }
        Optional<Where.Found> close = where.closeBefore(at);
        Optional<Where.Found> place = close.isPresent() ? close : behind;
        Optional<Where.Found> loose = place.isPresent() ? place : where.looseBefore(at);
        return loose.isPresent() ? loose : where.there(at, before.near());
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
        boolean opening = found.rule() == Rule.CLOSE && where.is(at - 2, Mark.IN);
        if (found.rule() == Rule.BEFORE || opening) {
            front = Optional.of(found);
        }
        candidates = shared ? place.orElseThrow().places() : candidates;
        put(at, number.thing(), number.amount(), named, found, traits, span(at, at + 1));
        end = who.behindEnd(place.map(one -> Math.max(one.end(), at + 1)).orElse(at + 1));
    }

    /** What somebody else counted of the same, a register of its own. */
    private void other(int at, Number number, String side) {
        Optional<Count> same = found.isEmpty() ? Optional.empty() : Optional.of(found.getLast());
        Set<Trait> traits = EnumSet.of(Trait.SIDED);
        addIf(traits, Trait.LISTED, sentence.newLine());
        others.add(new Count(
                new Count.At(before.line(), before.block(), 0),
                number.amount(),
                number.thing().or(() -> same.flatMap(Count::thing)),
                new Count.Owner(Optional.of(side), Optional.empty(), Optional.empty()),
                same.map(Count::where).orElse(Count.Place.NOWHERE),
                Tally.Open.NOTHING,
                traits,
                span(at, at + 1)));
    }

    /** Counts of another register that stand in brackets behind those of the first. */
    List<Count> others() {
        return others;
    }

    /** Numbers of which only the figures can tell whether they are counts. */
    List<Count> doubtful() {
        return doubtful;
    }

    private void doubt(int at, Number number) {
        if (number.isZero()) {
            return;
        }
        Named before = subject;
        Named named = named(at, Optional.empty());
        subject = number.form() == Form.ARTICLE ? subject : before;
        Optional<Where.Found> place = place(at)
                .or(() -> fronts.before(at, end))
                .filter(one -> one.places().size() == 1);
        Set<Trait> traits = traits(at, number, named, place);
        traits.add(Trait.DOUBTFUL);
        if (colons == doubted) {
            traits.remove(Trait.COLON);
        }
        doubted = colons;
        Count.Place where = place.map(one -> new Count.Place(one.places(), one.rule()))
                .or(() -> front)
                .orElse(Count.Place.NOWHERE);
        doubtful.add(new Count(
                new Count.At(this.before.line(), this.before.block(), depth),
                number.amount(),
                number.thing().or(above()::thing),
                new Count.Owner(named.side(), named.source(), Optional.empty()),
                where,
                Tally.Open.NOTHING,
                traits,
                span(at, at + 1)));
    }

    private Count.Place front(int at, Set<Trait> traits) {
        Optional<Where.Found> own = fronts.before(at, Math.max(end, passed));
        boolean each = own.filter(one -> one.places().size() == 1).isPresent()
                || (own.isPresent() && where.isEachBefore(at));
        if (each) {
            front = Optional.of(new Count.Place(
                    own.orElseThrow().places(), own.orElseThrow().rule()));
            return front.get();
        }
        if (own.isPresent()) {
            traits.add(Trait.SHARED);
            candidates = own.get().places();
            return Count.Place.NOWHERE;
        }
        boolean usable = !traits.contains(Trait.SUM) || found.isEmpty();
        return usable
                ? front.or(() -> before.heading().place().map(Count.Place::headed))
                        .orElse(Count.Place.NOWHERE)
                : Count.Place.NOWHERE;
    }

    /** How likely a number is a count; what an article says to be one is left to the sums. */
    private int odds(int at, Number number) {
        if (number.form() == Form.ARTICLE) {
            return 0;
        }
        int start = sentence.get(number.from()).span().start();
        int odds = before.judge().odds(start, numbers.of(at, before.judged(), above()));
        before.judged().add(start, odds);
        return odds;
    }

    /** The last thing that it names, for the numbers of the next. */
    Optional<Thing> lastThing() {
        return numbers.lastThing();
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

    /** "Turkey - 18": a country that is joined to a number is a side where another side is. */
    private Named named(int at, Optional<Where.Found> place) {
        boolean sides = found.stream()
                .anyMatch(one -> one.at().depth() == depth
                        && one.owner().side().isPresent()
                        && one.where().isNowhere());
        boolean label = isParallel(at);
        boolean list = where.is(at - 1, Mark.IN)
                && where.opensParts(at + 1)
                && place.filter(one -> one.rule() == Rule.BEFORE).isPresent();
        if (list || (label && place.filter(Where.Found::closely).isPresent())) {
            subject = Named.country(place.orElseThrow().places().getFirst());
            front = Optional.empty();
            return subject;
        }
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
        Named named = anew ? who.author(at) : who.before(at);
        Optional<String> by = who.behind(at).or(() -> who.relative(at));
        if (by.isPresent()) {
            return named.by(by.get());
        }
        if (!named.isNobody()) {
            subject = named.again() ? subject : named;
            semicolon = false;
            return named;
        }
        return named;
    }

    /** "SPLM: 5 violations. GoS: 9 violations.": a label like that of the side before. */
    private boolean isParallel(int at) {
        return where.isSign(at - 1, ":")
                && items.get(at) instanceof Number one
                && one.thing().isPresent()
                && before.near()
                        .filter(near -> near.is(Trait.COLON)
                                && near.is(Trait.SIDED)
                                && near.is(Trait.NAMED)
                                && near.where().isNowhere()
                                && near.owner().side().isPresent()
                                && near.at().line() == before.line() - 1)
                        .isPresent();
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
        addIf(traits, Trait.AGAIN, around.isAgain(at));
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
        addIf(traits, Trait.ANEW, anew || byPlace);
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
        Optional<Where.Found> front = place.isPresent() ? place : fronts.before(at, end);
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
                        .or(() -> before.heading().place().map(Count.Place::headed))
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
        Optional<String> side = side(at, named, alone);
        Optional<Thing> counted = thing.or(() -> around.thingBefore(at))
                .or(() -> around.amounting(at))
                .or(() -> above.thing().filter(one -> one.kind() != Thing.Kind.OTHER));
        found.add(new Count(
                new Count.At(before.line(), before.block(), traits.contains(Trait.SUM) ? 0 : depth),
                amount,
                counted,
                new Count.Owner(
                        side,
                        named.source().or(() -> alone ? subject.source() : Optional.empty()),
                        who.whole(at)),
                place,
                open(at, side, named, traits),
                traits,
                span));
        candidates = List.of();
        colons = 0;
    }

    /** "They were distributed as follows" is of the counts and of no side. */
    private Optional<String> side(int at, Named named, boolean alone) {
        if (named.again()) {
            return byPlace ? Optional.empty() : who.last(at).or(subject::side).or(before::lastSide);
        }
        return named.side()
                .or(() -> alone ? subject.side() : Optional.empty())
                .or(() -> alone ? own.side() : Optional.empty())
                .or(() -> alone ? before.heading().side() : Optional.empty());
    }

    /** Who may have kept the truce or broken it so often, where no words say it. */
    private Tally.Open open(int at, Optional<String> side, Named named, Set<Trait> traits) {
        boolean act = traits.contains(Trait.NONE)
                || (items.get(at) instanceof Number number && number.form() == Form.TIMES);
        boolean nobody = side.isEmpty() && named.source().isEmpty() && act;
        return new Tally.Open(nobody ? before.lastSide().stream().toList() : List.of(), candidates);
    }

    private Span span(int from, int to) {
        return sentence.span(items.get(from).from(), items.get(to - 1).to());
    }
}
