package org.truce.reading.bulletin;

import org.truce.reading.figures.Amount;
import org.truce.reading.figures.Amounts.Form;

import java.util.Optional;
import java.util.Set;

/** A part of a sentence that matters for counts; {@code from} and {@code to} are tokens. */
sealed interface Item {
    int from();

    int to();

    /**
     * @param thing what is counted, where it stands behind the number
     * @param rest whether it is what is left of a total
     */
    record Number(Amount amount, Form form, Optional<Thing> thing, boolean rest, int from, int to)
            implements Item {
        boolean isZero() {
            return !rest && amount.least() == 0 && amount.isExact();
        }
    }

    /** A name that may be a place's; its words without the kind of place. */
    record Name(String words, int from, int to) implements Item {}

    /** @param party whether it is one of the sides, not somebody who stands between them */
    record Side(String words, boolean party, int from, int to) implements Item {}

    /** Words with a role. */
    record Role(Set<Mark> marks, int from, int to) implements Item {}

    /** What may be counted, without a number. */
    record Things(Thing thing, int from, int to) implements Item {}

    record Sign(String sign, int from, int to) implements Item {}

    record Other(int from, int to) implements Item {}

    default boolean is(Mark mark) {
        return this instanceof Role role && role.marks().contains(mark);
    }

    default boolean isSign(String sign) {
        return this instanceof Sign it && it.sign().equals(sign);
    }
}
