package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Item.Number;
import org.truce.reading.figures.Amounts.Form;
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

    private final Sentence sentence;
    private final List<Item> items;
    private final Where where;

    /** Where the first colon stands; behind the last item where none does. */
    private final int colon;

    private final boolean verb;

    Around(Sentence sentence, List<Item> items, Where where) {
        this.sentence = sentence;
        this.items = items;
        this.where = where;
        int edge = 0;
        while (edge < items.size() && !items.get(edge).isSign(":")) {
            edge++;
        }
        this.colon = edge;
        this.verb =
                items.stream().anyMatch(item -> item.is(Mark.REGISTER) || item.is(Mark.VIOLATE));
    }

    /** "no change", "the ceasefire was broken once" are told apart by what stands there. */
    boolean isOwnless(Number number, int at) {
        if (isTime(number)
                || (isUnderOther(at) && !isOfAll(at))
                || isOfUnknown(number, at)
                || isOfOtherBefore(number, at)) {
            return true;
        }
        boolean no = number.form() == Form.NONE
                && number.thing().isEmpty()
                && sentence.get(number.from()).norm().equals("no");
        return no || (at + 1 < items.size() && items.get(at + 1).isSign("%"));
    }

    /** "firing 250 shots", "mortars (14 rounds)": how, and not how often. */
    boolean isDetail(int at) {
        int from = at - 1;
        while (from >= 0 && items.get(from).is(Mark.SKIP)) {
            from--;
        }
        if (from < 0) {
            return false;
        }
        boolean bracket = items.get(from).isSign("(")
                && from > 0
                && !(items.get(from - 1) instanceof Item.Name)
                && !(items.get(from - 1) instanceof Item.Side)
                && !(items.get(from - 1) instanceof Number)
                && !items.get(from - 1).is(Mark.TOTAL);
        return bracket || isUsing(items.get(from));
    }

    /** "firing" may be what is counted, too. */
    private boolean isUsing(Item item) {
        return item.is(Mark.USING)
                || (item instanceof Item.Things
                        && Mark.terms()
                                .find(sentence, item.from())
                                .filter(found -> found.value().contains(Mark.USING))
                                .isPresent());
    }

    /** "41 calls", "14 explosive objects": of what follows we know only that it can be counted. */
    private boolean isOfUnknown(Number number, int at) {
        if (number.thing().isPresent() || number.rest() || number.form() != Form.NUMBER) {
            return false;
        }
        for (int i = at + 1; i < Math.min(items.size(), at + 4); i++) {
            if (!(items.get(i) instanceof Item.Other)) {
                return false;
            }
            String word = sentence.get(items.get(i).from()).norm();
            if (word.endsWith("s") && !word.endsWith("ss") && word.length() > 3) {
                return true;
            }
        }
        return false;
    }

    /** "one burst 2315": four figures by themselves are a time of day. */
    private boolean isTime(Number number) {
        String text = sentence.get(number.from()).text();
        return number.thing().isEmpty()
                && number.to() - number.from() == 1
                && text.matches("[012]\\d[0-5]\\d");
    }

    /** "Patrols 14, all back": what stands right before a number at the end of a cell. */
    private boolean isOfOtherBefore(Number number, int at) {
        return number.thing().isEmpty()
                && isEndOfCell(at + 1)
                && at > 0
                && isOther(items.get(at - 1));
    }

    private boolean isOther(Item item) {
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

    /** "Wounded: three in Hama". */
    private boolean isUnderOther(int at) {
        int edge = colon;
        boolean other = false;
        for (int i = 0; i < edge && edge < at; i++) {
            if (items.get(i).is(Mark.REGISTER) || items.get(i) instanceof Number) {
                return false;
            }
            if (items.get(i) instanceof Item.Things things) {
                if (things.thing().kind() != Thing.Kind.OTHER) {
                    return false;
                }
                other = true;
            }
        }
        return other;
    }

    /** Whether the sentence says that somebody counted or broke something. */
    boolean hasVerb() {
        return verb;
    }

    /** "thirteen in all", "a total of 12", "Total: 8". */
    boolean isSummed(int at) {
        return isOfAll(at) || isTotalNear(at, -1) || isTotalNear(at, 1);
    }

    /** Whether a place seems to stand behind a number, though none is known there. */
    boolean isSomewhere(int at) {
        if (!where.is(at + 1, Mark.IN)) {
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
        return false;
    }

    boolean isOfThem(int at) {
        return where.is(at + 1, Mark.WHOLE)
                || where.is(at - 1, Mark.WHOLE)
                || where.is(at - 2, Mark.WHOLE);
    }

    /** "the Turkish side four", "the Turkish side - 4". */
    boolean isNextToSide(int at) {
        int i = at - 1;
        while (i >= 0
                && (items.get(i).is(Mark.SKIP)
                        || where.isSign(i, "-")
                        || where.isSign(i, ":")
                        || where.isSign(i, "("))) {
            i--;
        }
        return i >= 0 && (items.get(i) instanceof Item.Side || items.get(i) instanceof Item.Name);
    }

    boolean hasBefore(int at, Mark mark) {
        for (int i = at - 1; i >= 0 && !(items.get(i) instanceof Number); i--) {
            if (items.get(i).is(mark)) {
                return true;
            }
        }
        return false;
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

    /** "2 March - 6", "Monday: 14". */
    boolean isDated(int at) {
        boolean joined = where.isSign(at - 1, ":") || where.isSign(at - 1, "-");
        return joined
                && at > 1
                && Days.isDayOrMonth(sentence.get(items.get(at - 2).to() - 1).norm());
    }

    /** "Verified: 4": a label that says nothing of what is counted. */
    boolean isLabelled(int at) {
        return where.isSign(at - 1, ":")
                && items.subList(clauseStart(at), at - 1).stream()
                        .noneMatch(item -> item instanceof Item.Name
                                || item instanceof Item.Side
                                || item instanceof Number);
    }

    boolean isAmounting(int at) {
        return amounting(at).isPresent();
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
            if (items.get(at).is(Mark.BY) && items.get(at + 1) instanceof Item.Side side) {
                return Optional.of(side.words());
            }
        }
        return Optional.empty();
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
        return items.subList(from, to).stream()
                .filter(Item.Things.class::isInstance)
                .map(item -> ((Item.Things) item).thing())
                .findFirst();
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

    /** "In May it had counted 44": the pluperfect tells of a time before. */
    boolean isBefore() {
        String first = sentence.get(0).norm();
        return (first.equals("in") || first.equals("on") || first.equals("during"))
                && sentence.tokens().stream().anyMatch(token -> token.isWord("had"));
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
