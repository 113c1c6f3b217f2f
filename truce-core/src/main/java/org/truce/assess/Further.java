package org.truce.assess;

import org.truce.assess.change.ChangeAlarm;
import org.truce.assess.counts.Replay;
import org.truce.assess.delay.StillToCome;
import org.truce.assess.sources.Claim;
import org.truce.assess.sources.Opinion;
import org.truce.assess.sources.Weighing;
import org.truce.base.Coded;
import org.truce.record.Agreement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What else the evidence says of a question, beside its {@link Answer}: none of it decides the
 * status.
 *
 * @param steps each time with one rate, of the baseline and the window, in order; empty where
 *     nothing is counted by day or period
 * @param run how long the present rate has lasted; empty without counts by day
 * @param alarm whether the last fortnight differs from the time before it; empty where it does not,
 *     and without counts by day
 * @param severity beside the counts, never one figure with them
 * @param hotSpots where and when more was reported than expected
 * @param watch of groups that the terms do not cover, those that are named in the last 28 days
 * @param beside how the rate changed elsewhere over the same times
 * @param unseen how many incidents any two registers together suggest
 * @param shrunk the ratio here drawn towards those of all areas; empty with too few of them
 * @param peak whether the baseline ends on a peak; empty without days
 * @param sensitivity the status under each reading of the area
 */
public record Further(
        List<Step> steps,
        Optional<Run> run,
        Optional<ChangeAlarm> alarm,
        Delay delay,
        Severity severity,
        Voices voices,
        HotSpots hotSpots,
        List<ExcludedGroup> watch,
        Ahead ahead,
        List<Beside> beside,
        List<Unseen> unseen,
        Optional<Shrunk> shrunk,
        Optional<Peak> peak,
        List<UnderReading> sensitivity) {
    public Further {
        steps = List.copyOf(steps);
        watch = List.copyOf(watch);
        beside = List.copyOf(beside);
        unseen = List.copyOf(unseen);
        sensitivity = List.copyOf(sensitivity);
    }

    /**
     * A time with one rate.
     *
     * @param last its last local day, inside
     */
    public record Step(LocalDate first, LocalDate last, int breaches, double perDay) {}

    /**
     * @param since the first local day at the present rate, most probably
     * @param probabilityOfFortnight that it has lasted for at most fourteen days, 0 to 1
     */
    public record Run(LocalDate since, double probabilityOfFortnight) {}

    /**
     * How long it takes until breaches are known.
     *
     * @param events on how many breaches it rests; 0 where that is too few to learn from
     * @param medianDays after so many days half of them are known
     * @param ninetyDays after so many days nine in ten
     * @param laterShare of those old enough, which share took longer than is waited for
     * @param last what of the last days is known and still to come; empty where all of it is old
     */
    public record Delay(
            int events,
            OptionalInt medianDays,
            OptionalInt ninetyDays,
            OptionalDouble laterShare,
            Optional<StillToCome> last) {
        static final Delay NOT_KNOWN = new Delay(
                0,
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Optional.empty());
    }

    /**
     * Breaches by what makes them heavy.
     *
     * @param killedMin the lowest number that a report gives of each, added up; empty where none
     *     gives any
     * @param byAir attacks from the air; empty where no breach says of what kind it was
     * @param shelling by artillery, mortar or rocket; empty likewise
     */
    public record Severity(
            Optional<Answer.BeforeDuring> killedMin,
            Optional<Answer.BeforeDuring> byAir,
            Optional<Answer.BeforeDuring> shelling) {}

    /** What sources that disagree say together: who did it, and of what kind it was. */
    public record Voices(Together attribution, Together type) {}

    /**
     * @param weighing of all incidents that are known, from which sources are learned
     * @param disputed opinions on those of the window of which two origins say different things
     */
    public record Together(Weighing weighing, List<Opinion> disputed) {
        public Together {
            disputed = List.copyOf(disputed);
        }

        /** Of the disputed, how many come to a value other than "undetermined". */
        public int reached() {
            return (int) disputed.stream()
                    .flatMap(opinion -> opinion.reached().stream())
                    .filter(value -> !value.equals(Claim.UNDETERMINED))
                    .count();
        }
    }

    /**
     * @param list the least probable by chance first
     * @param leftOut breaches of the window without a point known to the town or better
     */
    public record HotSpots(List<HotSpot> list, int leftOut) {
        public HotSpots {
            list = List.copyOf(list);
        }
    }

    /**
     * More breaches reported at some neighbouring places on some days than expected. Says nothing
     * of why, and names no place: whoever may see its incidents finds it there.
     *
     * @param governorates in which it lies
     * @param recurrenceDays in so many days chance alone makes one like it
     */
    public record HotSpot(
            List<String> governorates,
            LocalDate first,
            LocalDate last,
            int observed,
            double expected,
            double pValue,
            double recurrenceDays,
            List<String> incidentIds) {
        public HotSpot {
            governorates = List.copyOf(governorates);
            incidentIds = List.copyOf(incidentIds);
        }
    }

    /**
     * @param from the first day that it is for
     * @param list for 7 and for 30 days, as far as the past suffices for either
     * @param lack why there is none; empty where there is
     */
    public record Ahead(Optional<LocalDate> from, List<Days> list, Optional<Lack> lack) {
        public Ahead {
            list = List.copyOf(list);
        }
    }

    /** Why there is no outlook. */
    public enum Lack implements Coded {
        /** Nothing is counted by day. */
        NO_DAYS("no-days"),
        /** Breaches are too few, or fewer than what is undetermined. */
        FEW_BREACHES("few-breaches"),
        /** The days watched are too few to try it on. */
        FEW_DAYS("few-days");

        private final String code;

        Lack(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * How many breaches the next days may bring.
     *
     * @param low the 5 % quantile of the predictive distribution
     * @param high the 95 % quantile
     * @param any probability of one or more
     * @param usesPlain which plain outlook this is, where the other did not beat all plain ones
     * @param replay how each would have done in the past
     */
    public record Days(
            int days,
            double mean,
            int low,
            int high,
            double any,
            Optional<String> usesPlain,
            Replay replay) {}

    /**
     * What reports say of a group that the terms do not cover.
     *
     * @param recent incidents of the last 28 days that name it
     * @param before those of the 90 days before
     * @param mayReturn whether it is named again, by two origins or more, after 90 days in which
     *     others were reported there and it was not
     * @param concentrations where and when, in the last 28 days, it is named in more of the
     *     incidents than elsewhere in the area, by two origins or more
     */
    public record ExcludedGroup(
            String group,
            Agreement.Words name,
            int recent,
            int before,
            boolean mayReturn,
            List<String> governorates,
            List<String> incidentIds,
            List<HotSpot> concentrations) {
        public ExcludedGroup {
            governorates = List.copyOf(governorates);
            incidentIds = List.copyOf(incidentIds);
            concentrations = List.copyOf(concentrations);
        }
    }

    /**
     * Another area over the same times, as the same register has it and as if its terms had been in
     * force throughout.
     *
     * @param ratio the rate there during over that before
     * @param low lower end of the 90 % interval of the ratio here over the ratio there
     * @param high its upper end
     * @param fellMoreHere probability that the ratio here is the smaller one
     */
    public record Beside(
            String area,
            Optional<String> reading,
            Agreement.Words name,
            double ratio,
            double low,
            double high,
            double fellMoreHere) {}

    /** Incidents of the window that two registers have, and how many in common. */
    public record Unseen(String one, String other, Recapture recapture) {}

    /**
     * @param areas how many, this one among them
     * @param mean the ratio of all of them
     * @param ratio the ratio here, drawn towards that
     * @param low lower end of its 90 % interval
     * @param high upper end
     */
    public record Shrunk(int areas, double mean, double ratio, double low, double high) {}

    /**
     * Whether the baseline ends on a peak, after which some fall is to be expected anyway.
     *
     * @param lastPerDay breaches a day in its last {@code days}
     * @param earlierPerDay breaches a day in the time of the baseline before these
     * @param duringPerDay breaches a day in the window; empty where it was not watched
     */
    public record Peak(
            int days, double lastPerDay, double earlierPerDay, Optional<Double> duringPerDay) {}

    /** @param reading empty for an area on which nobody differs */
    public record UnderReading(Optional<String> reading, Status status) {}
}
