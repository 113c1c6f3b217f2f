package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Count.Trait;
import org.truce.reading.bulletin.Item.Number;
import org.truce.reading.bulletin.Who.Named;
import org.truce.reading.figures.Amounts.Form;
import org.truce.reading.tokens.Sentence;

import java.util.List;
import java.util.Set;

/**
 * Whether words tell that a number counts what bulletins count.
 *
 * @param found the counts of the sentence so far; grows while it is read
 */
record Telling(
        Sentence sentence,
        List<Item> items,
        Where where,
        Who who,
        Around around,
        List<Count> found,
        CountFinder before) {
    /** Whether anything says that it counts what bulletins count: its thing, a verb, a row. */
    boolean isTold(int at, Number number, Heading above, boolean colon) {
        if (number.thing().isPresent()) {
            return true;
        }
        boolean item = sentence.newLine() && !sentence.tokens().getLast().isSign(".");
        boolean times = above.isOther() && number.form() == Form.TIMES;
        if (!times && above.thing().isPresent() && (!above.title() || item)) {
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

    private boolean isFollowing(Count one, Number number) {
        boolean next = one.at().line() >= before.line() - 2;
        return next && !number.isZero();
    }

    /** Whether the words around a bare number say that it is a count of the bulletin's kind. */
    boolean isCounted(int at, Number number, Named named, Set<Trait> traits, Heading above) {
        boolean thing = number.thing().isPresent()
                || around.thingBefore(at).isPresent()
                || (above.thing().isPresent() && !above.isOther());
        boolean headed = where.isSign(at - 1, "(")
                && where.isSign(at + 1, ")")
                && where.isSign(at + 2, ":")
                && named.side().isPresent();
        if (headed || (where.opensParts(at + 1) && where.isSign(at - 1, ":"))) {
            return true;
        }
        boolean opens = where.isSign(at + 1, ":")
                && where.is(at - 1, Mark.REGISTER)
                && before.near().isPresent();
        if (opens || (around.isAgain(at) && before.hasCounts())) {
            return true;
        }
        boolean done = who.behind(at).isPresent() && around.hasBy(at);
        if (thing
                || done
                || number.rest()
                || around.isDated(at)
                || around.isAmounting(at)
                || traits.contains(Trait.SUM)
                || traits.contains(Trait.WHOLE)) {
            return true;
        }
        if (number.form() == Form.TIMES) {
            return where.isSign(at + 1, ":")
                    || where.opensParts(at + 1)
                    || around.hasBefore(at, Mark.VIOLATE)
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

    /** "SPLM: 5 violations. GoS: 9 violations.": a label like that of the side before. */
    boolean isParallel(int at) {
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
}
