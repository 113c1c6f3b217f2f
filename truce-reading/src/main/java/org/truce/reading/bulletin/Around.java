package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Item.Number;
import org.truce.reading.figures.Amounts.Form;
import org.truce.reading.tokens.Sentence;

import java.util.List;
import java.util.Optional;

/** What the words around a number say of it. */
final class Around {
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
        if (isUnderOther(at)) {
            return true;
        }
        boolean no = number.form() == Form.NONE
                && number.thing().isEmpty()
                && sentence.get(number.from()).norm().equals("no");
        return no || (at + 1 < items.size() && items.get(at + 1).isSign("%"));
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
        return isTotalNear(at, -1) || isTotalNear(at, 1);
    }

    private boolean isTotalNear(int at, int step) {
        for (int i = at + step; i >= 0 && i < items.size() && Math.abs(i - at) <= 4; i += step) {
            Item item = items.get(i);
            if (item.is(Mark.TOTAL)) {
                return true;
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

    /** "Ceasefire violations: 4", "Explosions - none". */
    Optional<Thing> thingBefore(int at) {
        boolean joined = where.isSign(at - 1, ":") || where.isSign(at - 1, "-");
        for (int i = at - 2; joined && i >= 0; i--) {
            if (items.get(i) instanceof Item.Things things) {
                return things.thing().kind() == Thing.Kind.OTHER
                        ? Optional.empty()
                        : Optional.of(things.thing());
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
            if (items.get(at).is(Mark.BY) && items.get(at + 1) instanceof Item.Side side) {
                return Optional.of(side.words());
            }
        }
        return Optional.empty();
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
