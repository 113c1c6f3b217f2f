package org.truce.reading.bulletin;

import org.truce.reading.figures.Amount;
import org.truce.reading.figures.Amounts;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;
import org.truce.reading.tokens.Token.Kind;
import org.truce.reading.words.Terms;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Takes a sentence apart into items, in a number of steps linear in its length. */
final class Items {
    /** A thing stands at most that many words behind its number: "14 new small-arms firings". */
    private static final int THING_WITHIN = 5;

    private static final Set<String> OF_NAMED = Set.of("the", "these", "those");
    private static final Set<String> HOURS = Set.of("24", "48", "twenty-four");
    private static final Set<Mark> MEANS = Set.of(Mark.MEANS);
    private static final int ARTICLE_WITHIN = 4;
    private static final int LONGEST_ASIDE = 20;
    private static final int LONGEST_MODEL = 3;
    private static final Set<String> HOUR_WORDS =
            Set.of("at", "about", "around", "by", "until", "till", "before", "after");
    private static final Set<String> PREVIOUS = Set.of("previous", "preceding");

    private final Sentence sentence;
    private final Lookup lookup;
    private final List<Item> items = new ArrayList<>();
    private final NounPhrases phrases;

    private Items(Sentence sentence) {
        this.sentence = sentence;
        this.lookup = Lookup.of(sentence);
        this.phrases = new NounPhrases(lookup);
    }

    static List<Item> of(Sentence sentence) {
        Items reading = new Items(sentence);
        int at = 0;
        while (at < sentence.size()) {
            Item item = reading.next(at);
            reading.items.add(item);
            at = item.to();
        }
        reading.shareThings();
        reading.dropAsides();
        return List.copyOf(reading.items);
    }

    /** "Popasna (government-controlled, 69km west of Luhansk)": what neither counts nor names. */
    private void dropAsides() {
        for (int close = items.size() - 1; close > 0; close--) {
            int open = items.get(close).isSign(")") ? open(close) : 0;
            if (open > 0) {
                items.subList(open, close + 1).clear();
                close = open;
            }
        }
    }

    /** Where an aside begins that ends at a bracket; 0 where it is none, or all there is. */
    private int open(int close) {
        int at = close - 1;
        while (at > 0 && close - at < LONGEST_ASIDE && !items.get(at).isSign("(")) {
            boolean counts = items.get(at) instanceof Item.Number
                    || items.get(at) instanceof Item.Side
                    || items.get(at).isSign(")");
            if (counts) {
                return 0;
            }
            at--;
        }
        boolean joined = close + 2 < items.size()
                && (items.get(close + 1).isSign("-") || items.get(close + 1).isSign(":"))
                && items.get(close + 2) instanceof Item.Number
                && at > 0
                && items.get(at - 1) instanceof Item.Name;
        return items.get(at).isSign("(") && (items.get(at + 1) instanceof Item.Other || joined)
                ? at
                : 0;
    }

    /** "6, 7 and 11 bursts": what the last of several numbers counts the others count, too. */
    private void shareThings() {
        for (int i = items.size() - 3; i >= 0; i--) {
            boolean joined = items.get(i + 1).isSign(",") || items.get(i + 1).is(Mark.AND);
            if (joined
                    && items.get(i) instanceof Item.Number one
                    && one.thing().isEmpty()
                    && one.form() == Amounts.Form.NUMBER
                    && items.get(i + 2) instanceof Item.Number next
                    && next.form() == Amounts.Form.NUMBER) {
                items.set(
                        i,
                        new Item.Number(
                                one.amount(),
                                one.form(),
                                next.thing(),
                                one.rest(),
                                one.from(),
                                one.to()));
            }
        }
    }

    private Item next(int at) {
        Token token = sentence.get(at);
        if (token.kind() == Kind.SIGN) {
            return new Item.Sign(token.norm(), at, at + 1);
        }
        int dateline = at == 0 ? Datelines.length(sentence) : 0;
        if (dateline > 0) {
            return new Item.Sign("*", 0, dateline);
        }
        if (at == 0 && isListMark()) {
            return new Item.Sign("*", 0, sentence.get(1).isSign(".") ? 2 : 1);
        }
        if (isPreviousHours(at)) {
            return new Item.Role(EnumSet.of(Mark.DAY), at, at + 3);
        }
        Optional<Item> untold = untold(at);
        if (untold.isPresent()) {
            return untold.get();
        }
        if (isType(at)) {
            return new Item.Other(at, at + 3);
        }
        Optional<Amounts.Found> amount = lookup.amount(at);
        boolean named = amount.isPresent()
                && (isHour(at, amount.get().length()) || isModel(at) || isFormula(at));
        if (named) {
            return new Item.Other(at, at + amount.get().length());
        }
        if (amount.isPresent()) {
            return number(amount.get(), at);
        }
        Optional<Item> phrase = phrases.find(at, isStart());
        if (phrase.isPresent()) {
            return phrase.get();
        }
        Optional<Terms.Found<Thing>> thing = lookup.thing(at);
        Optional<Terms.Found<Set<Mark>>> mark = lookup.mark(at);
        if (thing.isPresent()
                && mark.map(Terms.Found::length).orElse(0) <= thing.get().length()) {
            return new Item.Things(thing.get().value(), at, at + thing.get().length());
        }
        return mark.<Item>map(found -> new Item.Role(found.value(), at, at + found.length()))
                .orElseGet(() -> new Item.Other(at, at + 1));
    }

    /** "A. Northern side", "II. Breaches". */
    private boolean isListMark() {
        return sentence.newLine()
                && sentence.size() > 2
                && sentence.get(0).text().matches("[A-Z]\\.?|[IVX]{1,5}\\.?")
                && (sentence.get(0).text().endsWith(".") || sentence.get(1).isSign("."));
    }

    /** "T-64". */
    private boolean isModel(int at) {
        return at > 1
                && sentence.get(at).glued()
                && sentence.get(at - 1).isSign("-")
                && sentence.get(at - 1).glued()
                && sentence.get(at - 2).isCapital()
                && sentence.get(at - 2).text().length() <= LONGEST_MODEL;
    }

    /** "MQ-1C". */
    private boolean isType(int at) {
        return at + 2 < sentence.size()
                && sentence.get(at).isCapital()
                && sentence.get(at).text().length() <= LONGEST_MODEL
                && sentence.get(at).text().equals(sentence.get(at).text().toUpperCase(Locale.ROOT))
                && sentence.get(at + 1).isSign("-")
                && sentence.get(at + 1).glued()
                && sentence.get(at + 2).glued()
                && Character.isDigit(sentence.get(at + 2).text().charAt(0));
    }

    /** "the 5+5 commission". */
    private boolean isFormula(int at) {
        boolean before =
                at > 0 && sentence.get(at - 1).isSign("+") && sentence.get(at).glued();
        boolean behind = at + 1 < sentence.size()
                && sentence.get(at + 1).isSign("+")
                && sentence.get(at + 1).glued();
        return before || behind;
    }

    /** "about 2200", "at 0615". */
    private boolean isHour(int at, int length) {
        String before = sentence.get(length > 1 || at == 0 ? at : at - 1).norm();
        return HOUR_WORDS.contains(before)
                && sentence.get(at + length - 1).text().matches("[012]\\d[0-5]\\d")
                && (at + length == sentence.size()
                        || sentence.get(at + length).kind() == Kind.SIGN);
    }

    /** "the previous 24 hours". */
    private boolean isPreviousHours(int at) {
        return at + 2 < sentence.size()
                && PREVIOUS.contains(sentence.get(at).norm())
                && HOURS.contains(sentence.get(at + 1).norm())
                && sentence.get(at + 2).norm().startsWith("hour");
    }

    /** Whether a phrase without an article may begin after what has been read. */
    private boolean isStart() {
        if (items.isEmpty()) {
            return true;
        }
        Item last = items.getLast();
        return last instanceof Item.Sign
                || last instanceof Item.Number
                || last.is(Mark.BY)
                || last.is(Mark.TOTAL)
                || last.is(Mark.TELLS)
                || last.is(Mark.OF)
                || last.is(Mark.IN)
                || last.is(Mark.AND)
                || last.is(Mark.ACCORDING);
    }

    private Item number(Amounts.Found found, int at) {
        int end = at + found.length();
        if (found.form() == Amounts.Form.TIMES) {
            return number(found, Optional.empty(), at, end);
        }
        // The Arabic dual is number and thing in one word.
        Optional<Terms.Found<Thing>> dual = lookup.thing(at);
        if (dual.isPresent()) {
            return number(
                    found, Optional.of(dual.get().value()), at, at + dual.get().length());
        }
        int look = end;
        if (isOfAnother(end)) {
            look = end + 1 + lookup.amount(end + 1).orElseThrow().length();
        } else if (isOfNamed(end)) {
            end += 2 + lookup.amount(end + 2).orElseThrow().length();
            look = end;
        }
        for (int i = look; i < Math.min(look + THING_WITHIN, sentence.size()); i++) {
            if (sentence.get(i).kind() == Kind.SIGN || lookup.amount(i).isPresent()) {
                break;
            }
            if (NounWords.BENIGN.contains(sentence.get(i).norm())) {
                return number(found, Optional.of(Thing.NO_BREACH), at, i + 1);
            }
            Optional<Terms.Found<Thing>> thing = lookup.thing(i);
            if (thing.isPresent()) {
                int next = i + thing.get().length();
                // Of "drone raids" it is raids that are counted.
                Optional<Terms.Found<Thing>> head =
                        next < sentence.size() ? lookup.thing(next) : Optional.empty();
                int last = next + head.map(Terms.Found::length).orElse(0);
                return number(found, Optional.of(head.or(() -> thing).get().value()), at, last);
            }
            Optional<Thing> reported = reported(look, i);
            if (reported.isPresent()) {
                return number(found, reported, at, i + 2);
            }
            boolean of = i + 1 < sentence.size() && sentence.get(i + 1).isWord("of");
            if (!of
                    && lookup.mark(i)
                            .filter(mark -> !mark.value().equals(MEANS))
                            .isPresent()) {
                break;
            }
        }
        return number(found, Optional.empty(), at, end);
    }

    /** "18 notifications of violations": whatever tells of breaches. */
    private Optional<Thing> reported(int from, int of) {
        boolean told = of > from
                && of + 1 < sentence.size()
                && sentence.get(of).isWord("of")
                && sentence.get(of - 1).norm().endsWith("s")
                && (lookup.mark(of - 1).isEmpty()
                        || lookup.has(of - 1, Mark.BLAMES)
                        || lookup.has(of - 1, Mark.REGISTER));
        int what = of + 1;
        while (told && what + 1 < sentence.size() && what < of + 3 && !lookup.isKnown(what)) {
            what++;
        }
        return told
                ? lookup.thing(what)
                        .map(Terms.Found::value)
                        .filter(thing -> thing.kind() == Thing.Kind.BREACH)
                : Optional.empty();
    }

    private static Item number(Amounts.Found found, Optional<Thing> thing, int at, int end) {
        return new Item.Number(found.amount(), found.form(), thing, false, at, end);
    }

    /** "The rest", "as many": numbers that the text gives without saying them. */
    private Optional<Item> untold(int at) {
        Optional<Terms.Found<Set<Mark>>> mark = lookup.mark(at);
        int end = at + mark.map(Terms.Found::length).orElse(0);
        if (mark.filter(found -> found.value().contains(Mark.REST)).isPresent()) {
            return Optional.of(new Item.Number(
                    Amount.exactly(0), Amounts.Form.NUMBER, Optional.empty(), true, at, end));
        }
        if (mark.filter(found -> found.value().contains(Mark.HALF)).isPresent()) {
            return last().filter(one -> one.amount().least() % 2 == 0)
                    .map(one -> new Item.Number(
                            Amount.exactly(one.amount().least() / 2),
                            Amounts.Form.NUMBER,
                            Optional.empty(),
                            false,
                            at,
                            end));
        }
        if (isBoth(at)) {
            return Optional.of(new Item.Role(EnumSet.of(Mark.ALL), at, at + 1));
        }
        boolean another = sentence.get(at).isWord("another") && isRole(at + 1, Mark.IN, Mark.BY);
        if (another) {
            return Optional.of(new Item.Number(
                    Amount.exactly(1), Amounts.Form.NUMBER, Optional.empty(), false, at, at + 1));
        }
        Optional<Item> single = article(at);
        if (single.isPresent()) {
            return single;
        }
        Optional<Item> times = timesAsMany(at);
        if (times.isPresent()) {
            return times;
        }
        boolean same = mark.filter(found -> found.value().contains(Mark.SAME)).isPresent()
                && (end >= sentence.size() || lookup.amount(end).isEmpty());
        return same
                ? last().map(one -> new Item.Number(
                        one.amount(), Amounts.Form.NUMBER, Optional.empty(), false, at, end))
                : Optional.empty();
    }

    /** "launched an attack": one, if the figures need it. */
    private Optional<Item> article(int at) {
        boolean done = (sentence.get(at).isWord("a") || sentence.get(at).isWord("an"))
                && !items.isEmpty()
                && (items.getLast().is(Mark.VIOLATE) || items.getLast().is(Mark.REGISTER));
        for (int i = at + 1; done && i < Math.min(at + ARTICLE_WITHIN, sentence.size()); i++) {
            Optional<Terms.Found<Thing>> thing = lookup.thing(i);
            if (thing.isPresent()) {
                int end = i + thing.get().length();
                return thing.map(Terms.Found::value)
                        .filter(it -> it.kind() == Thing.Kind.BREACH)
                        .map(it -> new Item.Number(
                                Amount.exactly(1),
                                Amounts.Form.ARTICLE,
                                Optional.of(it),
                                false,
                                at,
                                end));
            }
            if (lookup.isKnown(i)) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** "twice as many". */
    private Optional<Item> timesAsMany(int at) {
        Optional<Amounts.Found> times =
                lookup.amount(at).filter(one -> one.form() == Amounts.Form.TIMES);
        int next = at + times.map(Amounts.Found::length).orElse(0);
        boolean many = times.isPresent()
                && next < sentence.size()
                && lookup.mark(next)
                        .filter(found -> found.value().contains(Mark.SAME))
                        .isPresent();
        return many
                ? last().map(one -> new Item.Number(
                        Amount.exactly(
                                one.amount().least() * times.get().amount().least()),
                        Amounts.Form.NUMBER,
                        Optional.empty(),
                        false,
                        at,
                        next + lookup.mark(next).orElseThrow().length()))
                : Optional.empty();
    }

    private boolean isRole(int at, Mark one, Mark other) {
        return at < sentence.size()
                && lookup.mark(at)
                        .filter(found ->
                                found.value().contains(one) || found.value().contains(other))
                        .isPresent();
    }

    /** "two, both by the army", "both were calm": no number of its own. */
    private boolean isBoth(int at) {
        int size = items.size();
        boolean pair = size > 1
                && items.get(size - 1).isSign(",")
                && last().filter(one -> one.amount().least() == 2).isPresent();
        boolean counted = lookup.amount(at).isPresent()
                && at + 1 < sentence.size()
                && lookup.thing(at + 1).isPresent();
        return sentence.get(at).isWord("both") && (pair || !counted);
    }

    private Optional<Item.Number> last() {
        for (int i = items.size() - 1; i >= 0; i--) {
            if (items.get(i) instanceof Item.Number number) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    /** "Three of the four". */
    private boolean isOfNamed(int at) {
        return at + 2 < sentence.size()
                && sentence.get(at).isWord("of")
                && OF_NAMED.contains(sentence.get(at + 1).norm())
                && lookup.amount(at + 2)
                        .filter(one -> one.form() == Amounts.Form.NUMBER)
                        .isPresent();
    }

    /** "Two of 14 patrols". */
    private boolean isOfAnother(int at) {
        return at + 1 < sentence.size()
                && sentence.get(at).isWord("of")
                && lookup.amount(at + 1).isPresent();
    }
}
