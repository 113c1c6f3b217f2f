package org.truce.assess;

import org.truce.base.Coded;
import org.truce.base.Period;
import org.truce.base.Phrase;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A dated answer to "is it holding?". It is computed and never stored; the same entries, question
 * and settings give the same answer.
 *
 * @param window the time that was counted, after the cuts that {@link #notes} tell of
 * @param baseline the time it is compared with
 * @param sentence the answer in words, most important first
 * @param notes what a reader must know to use the figures
 * @param kinds breaches by type of event: of the register the rates rest on where the basis is
 *     incidents, else of all that are known
 * @param counted everything that counts by period add up, by unit and parties; else empty
 * @param ratio observed rates during over before, and the posterior around them
 * @param change when the rate changed, if it did so once; empty where that cannot be dated
 * @param breachIds incidents found to be breaches in the window: what the figures count where the
 *     basis is incidents, else all that are known
 * @param knownBreachIds all of them, from every register
 * @param undeterminedIds incidents in the window on which the terms cannot be decided
 * @param refutedIds incidents in the window of which every report is refuted: they are no breach
 * @param countedEntries ids of the counts by period that the figures add up, else empty
 */
public record Answer(
        String area,
        Optional<String> reading,
        Status status,
        Optional<Period> window,
        Optional<Period> baseline,
        List<Phrase> sentence,
        List<Phrase> notes,
        BeforeDuring incidents,
        BeforeDuring breaches,
        BeforeDuring undetermined,
        List<Kind> kinds,
        List<Kind> counted,
        PerDay perDay,
        Said civiliansKilled,
        Days days,
        Optional<Comparison> ratio,
        Optional<Change> change,
        Coverage coverage,
        Basis basis,
        List<String> breachIds,
        List<String> knownBreachIds,
        List<String> undeterminedIds,
        List<String> refutedIds,
        List<String> countedEntries,
        Optional<LocalDate> incompleteFrom,
        Optional<LocalDate> asKnown,
        boolean reconstructed,
        long leftOutWithoutDate) {

    public Answer {
        sentence = List.copyOf(sentence);
        notes = List.copyOf(notes);
        kinds = List.copyOf(kinds);
        counted = List.copyOf(counted);
        breachIds = List.copyOf(breachIds);
        knownBreachIds = List.copyOf(knownBreachIds);
        undeterminedIds = List.copyOf(undeterminedIds);
        refutedIds = List.copyOf(refutedIds);
        countedEntries = List.copyOf(countedEntries);
    }

    /** A count in the baseline and in the window. */
    public record BeforeDuring(int before, int during) {
        BeforeDuring plus(BeforeDuring other) {
            return new BeforeDuring(before + other.before, during + other.during);
        }
    }

    /** How many of one kind: breaches by type of event, or all that is counted by parties. */
    public record Kind(String type, BeforeDuring count) {}

    /** Elapsed days of 24 hours in the baseline and in the window. */
    public record Days(double before, double during) {}

    /**
     * The rate during against the rate before.
     *
     * @param estimate observed rate over observed rate; empty when there was none before
     * @param low lower end of the posterior interval
     * @param high upper end of the posterior interval
     * @param level the interval's probability, 0 to 1
     * @param belowHalf probability that the rate fell below half of what it was
     * @param lower probability that the rate fell at all
     */
    public record Comparison(
            OptionalDouble estimate,
            double low,
            double high,
            double level,
            double belowHalf,
            double lower) {}

    /**
     * One change of the rate in the baseline and the window together.
     *
     * @param probability of one change against none, 0 to 1, where both were as probable before
     * @param date the most probable first local day at the rate after
     * @param earliest the first local day on which the change may lie
     * @param latest the last local day on which it may lie
     * @param level the least probability, 0 to 1, that it lies from the one to the other, if there
     *     was one
     * @param before the expected rate before it, breaches a day
     * @param after the expected rate after it, breaches a day
     */
    public record Change(
            double probability,
            LocalDate date,
            LocalDate earliest,
            LocalDate latest,
            double level,
            double before,
            double after) {}

    /**
     * Breaches a day of watched time; empty of a window of which too little was watched for a rate.
     */
    public record PerDay(OptionalDouble before, OptionalDouble during) {}

    /**
     * Numbers that reports may leave open.
     *
     * @param before 0 where there was nothing to say it of; empty where there was and nobody did
     * @param during the same
     */
    public record Said(OptionalInt before, OptionalInt during) {}

    /**
     * On how many of the window's local days somebody observed, calm reports included.
     *
     * @param keptFromDays on how many somebody was kept from it somewhere in the area, or could not
     *     see, for a part of the day at least
     * @param deployedDays on how many monitors or an observation post were deployed in the area, or
     *     may have been; told three days late. No observation by itself
     * @param deployedUnobservedDays on how many of these nobody is known to have observed
     */
    public record Coverage(
            int observedDays,
            int days,
            int keptFromDays,
            int deployedDays,
            int deployedUnobservedDays) {
        public Coverage {
            if (deployedUnobservedDays > deployedDays || deployedDays > days) {
                throw new IllegalArgumentException("%d of %d of %d days"
                        .formatted(deployedUnobservedDays, deployedDays, days));
            }
        }
    }

    /** What the rates rest on. */
    public record Basis(Optional<String> register, How how) {}

    /**
     * Whether the rates come from a register's incidents, from its counts by period, or neither.
     */
    public enum How implements Coded {
        INCIDENTS("incidents"),
        COUNTS("counts"),
        NONE("none");

        private final String code;

        How(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
