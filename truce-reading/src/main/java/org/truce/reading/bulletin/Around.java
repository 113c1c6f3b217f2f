package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Item.Number;
import org.truce.reading.figures.Amounts;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the words around a number say of it. */
final class Around {
    /** They begin the words before a total: "All three sectors: 8". */
    private static final Set<String> ALL = Set.of("all", "both", "overall");

    private static final int NEAR_TOKENS = 3;
    private static final int LONGEST_SUBJECT = 12;

    private final Sentence sentence;
    private final List<Item> items;
    private final Where where;

    Around(Sentence sentence, List<Item> items, Where where) {
        this.sentence = sentence;
        this.items = items;
        this.where = where;
    }

    /**
     * "(14 by the data of the Syrian side)": what somebody else counted of the same; the side that
     * did.
     */
    Optional<String> otherRegister(int at) {
        int open = at - 1;
        while (open >= 0 && !items.get(open).isSign("(") && isNoCount(open)) {
            open--;
        }
        int close = at + 1;
        while (close < items.size() && !items.get(close).isSign(")") && isNoCount(close)) {
            close++;
        }
        if (open < 0 || close >= items.size() || !isNoCount(open) || !isNoCount(close)) {
            return Optional.empty();
        }
        List<Item> inside = items.subList(open, close);
        boolean register =
                inside.stream().anyMatch(item -> item.is(Mark.ACCORDING) || item.is(Mark.LIST));
        return register
                ? inside.stream()
                        .filter(Item.Side.class::isInstance)
                        .map(item -> ((Item.Side) item).words())
                        .findFirst()
                : Optional.empty();
    }

    private boolean isNoCount(int at) {
        return !(items.get(at) instanceof Number)
                && !items.get(at).isSign(";")
                && !items.get(at).isSign(".");
    }

    /** "By region:". */
    boolean isKindOfPlace(Item item) {
        return Mark.terms()
                .findWord(sentence.get(item.to() - 1).norm())
                .filter(marks -> marks.contains(Mark.PLACE))
                .isPresent();
    }

    boolean isOther(Item item) {
        boolean one = item instanceof Item.Things
                || (item instanceof Item.Side side
                        && !side.party()
                        && item.to() - item.from() == 1);
        return one
                && Thing.terms()
                        .find(sentence, item.to() - 1)
                        .filter(found -> found.value().kind() == Thing.Kind.OTHER)
                        .isPresent();
    }

    /** "thirteen in all", "a total of 12", "Total: 8". */
    boolean isSummed(int at) {
        return isOfAll(at) || isTotalNear(at, -1) || isTotalNear(at, 1) || isTotalOf(at);
    }

    /** "The sum of the breaches on the ninth day is thus 16". */
    private boolean isTotalOf(int at) {
        boolean amounts = false;
        for (int i = at - 1; i >= 0; i--) {
            if (items.get(i) instanceof Number || items.get(i) instanceof Item.Sign) {
                return false;
            }
            if (isOther(items.get(i))) {
                return false;
            }
            amounts |= items.get(i).is(Mark.AMOUNTS);
            if (items.get(i).is(Mark.TOTAL)) {
                return amounts;
            }
        }
        return false;
    }

    /** Whether a place seems to stand behind a number, though none is known there. */
    boolean isSomewhere(int at) {
        if (!where.is(at + 1, Mark.IN)) {
            return false;
        }
        if (where.item(at + 2).filter(Item.Side.class::isInstance).isPresent()) {
            return false;
        }
        int from = items.get(at + 1).to();
        return sentence.tokens().stream()
                .skip(from)
                .limit(NEAR_TOKENS)
                .takeWhile(token -> token.kind() == Token.Kind.WORD)
                .anyMatch(token -> token.isCapital() && !Days.isDayOrMonth(token.norm()));
    }

    /** "All three sectors: 8". */
    boolean isOfAll(int at) {
        return where.isSign(at - 1, ":")
                && ALL.contains(sentence.get(items.get(clauseStart(at)).from()).norm());
    }

    private boolean isTotalNear(int at, int step) {
        for (int i = at + step; i >= 0 && i < items.size() && Math.abs(i - at) <= 4; i += step) {
            Item item = items.get(i);
            if (item.is(Mark.TOTAL)) {
                // In "7 violations in total: 3 in Hama" the total is the number before.
                return step > 0 || !where.isNumber(i - 1);
            }
            if (item instanceof Number
                    || item instanceof Item.Name
                    || (item.isSign(",") || item.isSign(";") || item.isSign("."))) {
                return false;
            }
        }
        return false;
    }

    boolean isPart(int at) {
        for (int i = at - 1; i >= Math.max(0, at - 4); i--) {
            if (items.get(i).is(Mark.PART)) {
                return true;
            }
            if (items.get(i) instanceof Number) {
                return false;
            }
        }
        return consists(at).filter(item -> item.is(Mark.PART)).isPresent();
    }

    /** "Of the 21 incidents,": a number that is given once more, to be divided. */
    boolean isAgain(int at) {
        return where.isSign(at + 1, ",") && where.is(0, Mark.OF) && at <= 2;
    }

    boolean isOfThem(int at) {
        boolean things = where.isSign(at - 1, ",")
                && where.item(at - 2).filter(Item.Things.class::isInstance).isPresent()
                && where.is(at - 3, Mark.WHOLE);
        return things
                || where.is(at + 1, Mark.WHOLE)
                || where.is(at - 2, Mark.WHOLE)
                || isOfNamed(items.get(at))
                || isOfThose(at)
                || isWholeBefore(at)
                || consists(at).isPresent();
    }

    /** "three of the four". */
    private boolean isOfNamed(Item number) {
        for (int at = number.from() + 1; at + 2 < number.to(); at++) {
            if (sentence.get(at).isWord("of")
                    && Amounts.number(sentence, at + 2).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** "They hit Hama (9), Homs (7)": those counted before, by places. */
    private boolean isOfThose(int at) {
        return where.closeBefore(at).isPresent()
                && items.get(at) instanceof Number number
                && number.thing().isEmpty()
                && (sentence.get(0).isWord("they") || sentence.get(0).isWord("these"))
                && items.subList(0, at).stream().noneMatch(Number.class::isInstance);
    }

    /** "of which in Hama province - four": only a place stands between. */
    private boolean isWholeBefore(int at) {
        int i = at - 1;
        while (i >= 0
                && (items.get(i) instanceof Item.Name
                        || items.get(i).is(Mark.IN)
                        || items.get(i).is(Mark.PLACE)
                        || where.isSign(i, "-")
                        || where.isSign(i, ":")
                        || where.isSign(i, ","))) {
            i--;
        }
        return where.is(i, Mark.WHOLE);
    }

    /** "The violations included 36 shellings": those counted before. */
    private Optional<Item> consists(int at) {
        for (int verb = 1; verb < Math.min(at, LONGEST_SUBJECT); verb++) {
            boolean breaches = items.get(verb).is(Mark.CONSISTS)
                    && items.subList(0, verb).stream().anyMatch(Around::isBreaches);
            if (breaches) {
                return Optional.of(items.get(verb));
            }
        }
        return Optional.empty();
    }

    private static boolean isBreaches(Item item) {
        return item.is(Mark.PRONOUN)
                || (item instanceof Item.Things things
                        && things.thing().kind() == Thing.Kind.BREACH);
    }

    /** "Ceasefire violations: 4", "Explosions - none": the first in its clause. */
    Optional<Thing> thingBefore(int at) {
        boolean joined = where.isSign(at - 1, ":") || where.isSign(at - 1, "-");
        int from = at - 1;
        while (joined && from > clauseStart(at) && !(items.get(from - 1) instanceof Number)) {
            from--;
        }
        if (at > 0 && items.get(at - 1) instanceof Item.Things things && isEndOfCell(at + 1)) {
            return Optional.of(things.thing()).filter(thing -> thing.kind() != Thing.Kind.OTHER);
        }
        return joined
                ? headingThing(from, at).filter(thing -> thing.kind() != Thing.Kind.OTHER)
                : Optional.empty();
    }

    /** "Violations reached 144", "the number of violations was 144". */
    Optional<Thing> amounting(int at) {
        int verb = at - 1;
        while (verb > 0 && items.get(verb).is(Mark.SKIP) && !items.get(verb).is(Mark.AMOUNTS)) {
            verb--;
        }
        if (verb < 0 || !items.get(verb).is(Mark.AMOUNTS) || !isEndOfCell(at + 1)) {
            return Optional.empty();
        }
        for (int i = verb - 1; i >= 0 && !(items.get(i) instanceof Number); i--) {
            if (items.get(i) instanceof Item.Things things) {
                return Optional.of(things.thing())
                        .filter(thing -> thing.kind() != Thing.Kind.OTHER);
            }
        }
        return Optional.empty();
    }

    boolean hasOwnBehind(int at) {
        for (int i = at + 1; i < items.size(); i++) {
            if (items.get(i) instanceof Item.Name) {
                return where.hasOwn(i);
            }
            if (items.get(i) instanceof Number) {
                return false;
            }
        }
        return false;
    }

    int first(Mark mark, int from) {
        for (int at = from; at < items.size(); at++) {
            if (items.get(at).is(mark)) {
                return at;
            }
        }
        return -1;
    }

    boolean isAct(int at) {
        return items.get(at).is(Mark.BASE)
                || items.get(at).is(Mark.REGISTER)
                || items.get(at).is(Mark.VIOLATE);
    }

    /** "Violations by the opposition:". */
    Optional<String> headingSide() {
        for (int at = 0; at + 1 < items.size() && !items.get(at).isSign(":"); at++) {
            if (isNation(items.get(at)) && isBreaches(items.get(at + 1))) {
                return Optional.of(
                        sentence.words(items.get(at).from(), items.get(at).to()));
            }
            if (items.get(at).is(Mark.BY) && items.get(at + 1) instanceof Item.Side side) {
                return Optional.of(side.words());
            }
        }
        return Optional.empty();
    }

    /** "Israeli violations:". */
    private boolean isNation(Item item) {
        return item instanceof Item.Other
                && sentence.get(item.from()).isCapital()
                && NounWords.ADJECTIVE.matcher(sentence.get(item.from()).norm()).matches();
    }

    /** Where the clause that holds an item begins. */
    int clauseStart(int at) {
        int from = at;
        while (from > 0
                && !items.get(from - 1).isSign(";")
                && !items.get(from - 1).isSign(".")) {
            from--;
        }
        return from;
    }

    boolean isEndOfCell(int at) {
        return at >= items.size()
                || items.get(at) instanceof Item.Sign
                || items.get(at).is(Mark.AND);
    }

    /** "Violations by the opposition:", within some items. */
    Optional<String> headingSide(int from, int to) {
        for (int at = from; at + 1 < to; at++) {
            boolean by = items.get(at).is(Mark.BY) || items.get(at).is(Mark.OF);
            if (by && items.get(at + 1) instanceof Item.Side side && side.party()) {
                return Optional.of(side.words());
            }
        }
        return Optional.empty();
    }

    /** What is counted, within some items. */
    Optional<Thing> headingThing(int from, int to) {
        for (int at = from; at < to; at++) {
            if (items.get(at) instanceof Item.Things things) {
                // Of "overmanning of positions" it is no positions that are counted.
                boolean head = things.thing().kind() != Thing.Kind.OTHER
                        || at == from
                        || !items.get(at - 1).is(Mark.OF);
                return Optional.of(things.thing()).filter(thing -> head);
            }
        }
        return Optional.empty();
    }

    /** "Idlib province:". */
    Optional<String> headingPlace() {
        return items.stream()
                .filter(item -> !(item instanceof Item.Sign))
                .findFirst()
                .filter(Item.Name.class::isInstance)
                .map(item -> ((Item.Name) item).words())
                .filter(name -> items.size() <= 3);
    }

    /** What a heading before a colon says is counted. */
    Optional<Thing> headingThing() {
        return items.stream()
                .takeWhile(item -> !item.isSign(":"))
                .filter(Item.Things.class::isInstance)
                .map(item -> ((Item.Things) item).thing())
                .findFirst();
    }
}
