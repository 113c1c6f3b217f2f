package org.truce.intake;

import org.truce.base.Moment;
import org.truce.base.Phrase;

import java.time.LocalDate;
import java.util.Optional;

/** Checks that what ends does not end before it starts. */
final class Spans {
    private Spans() {}

    static void requireOrder(LocalDate from, LocalDate to, String toColumn) throws BadValue {
        if (to.isBefore(from)) {
            throw reversed(from.toString(), to.toString(), toColumn);
        }
    }

    /**
     * Two clock times are compared as such when they are of one kind; a bare date, or clock times
     * of which only one has an offset, only by the dates written.
     */
    static void requireOrder(Moment from, Moment to, String toColumn) throws BadValue {
        boolean reversed;
        if (from instanceof Moment.OffsetClock start && to instanceof Moment.OffsetClock end) {
            reversed = end.time().toInstant().isBefore(start.time().toInstant());
        } else if (from instanceof Moment.LocalClock start && to instanceof Moment.LocalClock end) {
            reversed = end.time().isBefore(start.time());
        } else {
            reversed = to.writtenDate().isBefore(from.writtenDate());
        }
        if (reversed) {
            throw reversed(from.text(), to.text(), toColumn);
        }
    }

    /** Notes of a mapping that its end comes before its beginning. */
    static void noteReversed(
            YamlMap map, Optional<Moment> from, Optional<Moment> to, String toKey) {
        if (from.isPresent() && to.isPresent()) {
            try {
                requireOrder(from.get(), to.get(), toKey);
            } catch (BadValue bad) {
                map.noted(toKey, bad);
            }
        }
    }

    private static BadValue reversed(String from, String to, String toColumn) {
        return new BadValue(
                toColumn,
                new Wording(
                        Phrase.of("intake.reversed", to, from), Phrase.of("intake.check-times")));
    }
}
