package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Item.Number;
import org.truce.reading.figures.Amounts.Form;
import org.truce.reading.tokens.Sentence;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells by the words around it that a number is no count of what bulletins count. */
final class NoCounts {
    /** What somebody between the sides does himself. */
    private static final Set<String> WORKS = Set.of(
            "carried",
            "conducted",
            "performed",
            "flew",
            "undertook",
            "completed",
            "organised",
            "organized",
            "held",
            "ran",
            "executed",
            "removed",
            "cleared",
            "destroyed",
            "defused",
            "extinguished",
            "collected",
            "repaired",
            "cut",
            "used");

    private static final Pattern RESPONSE = Pattern.compile(
            "returned|retaliat\\p{L}+|responded|responding|retaliatory|ответн\\p{L}+");

    private static final Set<String> SPENT = Set.of("fired", "launched", "expended", "used");
    private static final Set<String> WITH = Set.of("with", "из", "с", "применением");
    private static final int SPENT_WITHIN = 10;
    private static final int WORK_WITHIN = 30;

    private final Sentence sentence;
    private final List<Item> items;
    private final Where where;
    private final Around around;

    /** Where the first colon stands; behind the last item where none does. */
    private final int colon;

    NoCounts(Sentence sentence, List<Item> items, Where where, Around around) {
        this.sentence = sentence;
        this.items = items;
        this.where = where;
        this.around = around;
        int edge = 0;
        while (edge < items.size() && !items.get(edge).isSign(":")) {
            edge++;
        }
        this.colon = edge;
    }

    /** "no change", "the ceasefire was broken once" are told apart by what stands there. */
    boolean isOwnless(Number number, int at) {
        if (isTime(number)
                || (isUnderOther(at) && !around.isOfAll(at) && number.form() != Form.TIMES)
                || isOfOtherBefore(number, at)
                || isOfOthers(at)
                || isResponse(at)
                || isCompared(number)
                || isOwnWork(number, at)) {
            return true;
        }
        boolean no = number.form() == Form.NONE
                && number.thing().isEmpty()
                && sentence.get(number.from()).norm().equals("no")
                && !isInNoPlace(at);
        return no || (at + 1 < items.size() && items.get(at + 1).isSign("%"));
    }

    /** "seven more than on the eighth". */
    private boolean isCompared(Number number) {
        int next = number.to();
        return next + 1 < sentence.size()
                && (sentence.get(next).isWord("more")
                        || sentence.get(next).isWord("fewer")
                        || sentence.get(next).isWord("less"))
                && sentence.get(next + 1).isWord("than");
    }

    /** "returned fire nine times": no breach but the answer to one. */
    private boolean isResponse(int at) {
        int from = at;
        while (from > 0 && !isEdge(from - 1)) {
            from--;
        }
        int to = at;
        while (to + 1 < items.size() && !isEdge(to + 1)) {
            to++;
        }
        return sentence.tokens().subList(items.get(from).from(), items.get(to).to()).stream()
                .anyMatch(token -> RESPONSE.matcher(token.norm()).matches());
    }

    private boolean isEdge(int at) {
        return items.get(at) instanceof Number
                || items.get(at) instanceof Item.Sign
                || items.get(at).is(Mark.AND);
    }

    /** "The mission carried out 46 flights": what it did itself and did not count. */
    private boolean isOwnWork(Number number, int at) {
        boolean flown =
                number.thing().filter(one -> one.code().equals("overflight")).isPresent();
        for (int verb = at + 1; flown && verb < Math.min(items.size(), at + SPENT_WITHIN); verb++) {
            if (items.get(verb) instanceof Number || items.get(verb).is(Mark.BY)) {
                break;
            }
            // "Two flights of army aviation were carried out", by whoever tells of them.
            if (sentence.words(items.get(verb).from(), items.get(verb).to()).contains("carried out")
                    || WORKS.contains(sentence.get(items.get(verb).from()).norm())) {
                return !hasBy(verb);
            }
        }
        boolean breach =
                number.thing().filter(one -> one.kind() == Thing.Kind.BREACH).isPresent();
        for (int verb = at - 1; verb > Math.max(0, at - WORK_WITHIN) && !breach; verb--) {
            String word = sentence.get(items.get(verb).from()).norm();
            if (WORKS.contains(word)) {
                return items.get(verb - 1) instanceof Item.Side side && !side.party();
            }
        }
        return false;
    }

    private boolean hasBy(int from) {
        return items.subList(from, items.size()).stream().anyMatch(item -> item.is(Mark.BY));
    }

    /** "3,120 patrols, 212 of them at night". */
    private boolean isOfOthers(int at) {
        if (!where.is(at + 1, Mark.WHOLE) && !where.is(at - 1, Mark.WHOLE)) {
            return false;
        }
        for (int before = at - 1; before >= 0; before--) {
            if (items.get(before) instanceof Number number) {
                return number.thing()
                        .filter(one -> one.kind() == Thing.Kind.OTHER)
                        .isPresent();
            }
        }
        return false;
    }

    /** "violated the ceasefire in no direction". */
    private boolean isInNoPlace(int at) {
        return where.is(at - 1, Mark.IN)
                && where.is(at + 1, Mark.PLACE)
                && around.hasBefore(at, Mark.VIOLATE);
    }

    /** "firing 250 shots", "mortars (14 rounds)": how, and not how often. */
    boolean isDetail(int at) {
        int from = at - 1;
        while (from >= 0 && items.get(from).is(Mark.SKIP)) {
            from--;
        }
        if (isSpent(at) || isMeans(at)) {
            return true;
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
        boolean with = sentence.get(items.get(from).from()).isWord("with")
                && items.get(at) instanceof Number number
                && number.thing().filter(one -> one.kind() == Thing.Kind.SOUND).isPresent();
        return bracket || with || isUsing(items.get(from));
    }

    /** "nine times, four of them with banned weapons": with what, as one may say of what. */
    private boolean isMeans(int at) {
        int next = at + 1;
        while (where.is(next, Mark.WHOLE) || where.isSign(next, "-")) {
            next++;
        }
        boolean was = where.is(next, Mark.AMOUNTS) && where.is(next, Mark.SKIP);
        next += was ? 1 : 0;
        boolean of = was
                || next > at + 1
                || where.is(at - 1, Mark.WHOLE)
                || where.is(at - 2, Mark.WHOLE);
        return of
                && next < items.size()
                && (WITH.contains(sentence.get(items.get(next).from()).norm())
                        || items.get(next).is(Mark.USING))
                && !(where.item(next + 1).orElse(items.get(next)) instanceof Item.Name);
    }

    /** "16 mines were fired": spent on what is counted beside them. */
    private boolean isSpent(int at) {
        boolean sound = items.get(at) instanceof Number number
                && !number.isZero()
                && number.thing().filter(one -> one.kind() == Thing.Kind.SOUND).isPresent();
        boolean spent = sound && at > 0 && isSpending(at - 1);
        if (spent) {
            return true;
        }
        for (int i = at + 1; sound && i < Math.min(items.size(), at + SPENT_WITHIN); i++) {
            if (items.get(i) instanceof Number) {
                return false;
            }
            if (isSpending(i)) {
                return true;
            }
        }
        return false;
    }

    /** Under "the following were fired:". */
    boolean isSpent(Number number, int at, Heading heading) {
        return heading.isOther()
                && number.thing()
                        .or(() -> around.thingBefore(at))
                        .filter(one -> one.kind() == Thing.Kind.SOUND)
                        .isPresent();
    }

    private boolean isSpending(int at) {
        return SPENT.contains(sentence.get(items.get(at).from()).norm());
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
    boolean isOfUnknown(Number number, int at) {
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
        return number.thing().isEmpty()
                && sentence.get(number.to() - 1).text().matches("[012]\\d[0-5]\\d");
    }

    /** "Patrols 14, all back": what stands right before a number at the end of a cell. */
    private boolean isOfOtherBefore(Number number, int at) {
        return number.thing().isEmpty()
                && number.form() != Form.TIMES
                && around.isEndOfCell(at + 1)
                && at > 0
                && around.isOther(items.get(at - 1));
    }

    /** "Wounded: three in Hama". */
    private boolean isUnderOther(int at) {
        int edge = colon;
        boolean other = false;
        for (int i = 0; i < edge && edge < at; i++) {
            boolean inside = items.get(i).is(Mark.OF) || items.get(i).is(Mark.IN);
            boolean of = (inside && !other && i > 0) || items.get(i).is(Mark.BY);
            if (items.get(i) instanceof Number number
                    && number.thing()
                            .filter(one -> one.kind() == Thing.Kind.OTHER)
                            .isPresent()
                    && items.get(at) instanceof Number part
                    && part.thing().isEmpty()) {
                other = true;
                continue;
            }
            if (items.get(i).is(Mark.REGISTER) || items.get(i) instanceof Number || of) {
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

    /** "16 attacks (Tuesday: 10)": the number of another day. */
    boolean isOfOtherDay(int at) {
        return around.isDated(at) && (where.isSign(at - 3, "(") || where.isSign(at - 4, "("));
    }

    /** "In May it had counted 44": the pluperfect tells of a time before. */
    boolean isBefore() {
        String first = sentence.get(0).norm();
        return (first.equals("in") || first.equals("on") || first.equals("during"))
                && sentence.tokens().stream().anyMatch(token -> token.isWord("had"));
    }
}
