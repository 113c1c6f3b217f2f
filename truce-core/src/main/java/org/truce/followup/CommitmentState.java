package org.truce.followup;

import org.truce.base.Coded;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Fulfilment;
import org.truce.record.Recurrence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A commitment as it stands on a day.
 *
 * @param entry the commitment, or the agreement whose obligation it is
 * @param id its id; {@code AGREEMENT/PROVISION} of an obligation
 * @param actors who is to do it, as the entry has it
 * @param what in English, or as it was entered
 * @param under the agreement, round or statement it comes from, as {@code kind:id}
 * @param judged the latest judgement of it as a whole
 * @param periods where it recurs, those begun by today
 * @param status empty where nobody has judged what came of it: that says nothing of whether it was
 *     done. Where no day is set it is owed from the start, so that it is never "not due"
 * @param overdue whether it was due before today and nobody has judged it since it can be told:
 *     "not due", and "late" or "not honoured" of a day on which it was still in time, end no wait
 * @param flags what does not fit
 */
public record CommitmentState(
        Entry entry,
        String id,
        List<String> actors,
        String what,
        Optional<String> forWhom,
        Optional<LocalDate> made,
        Optional<LocalDate> due,
        Optional<Recurrence> every,
        Optional<String> shownBy,
        Optional<String> under,
        Optional<FollowUp.CommitmentStatus> judged,
        List<PeriodState> periods,
        Optional<Fulfilment> status,
        boolean overdue,
        List<Flag> flags) {

    /** Where nobody has judged it. */
    public static final String NOT_JUDGED = "not-judged";

    /** A year of months: what a reader can take in at once. */
    private static final int SHOWN_PERIODS = 12;

    public CommitmentState {
        actors = List.copyOf(actors);
        periods = List.copyOf(periods);
        flags = List.copyOf(flags);
    }

    /** Its status in a word. */
    public String code() {
        return status.map(Coded::code).orElse(NOT_JUDGED);
    }

    /** How many of its periods stand how, by the word for it. */
    public Map<String, Long> countPeriods() {
        return periods.stream()
                .collect(Collectors.groupingBy(
                        PeriodState::code, TreeMap::new, Collectors.counting()));
    }

    /**
     * Of many periods those to look at: the latest, and before them the first that is still waited
     * for. By time.
     */
    public List<PeriodState> listShownPeriods() {
        int from = Math.max(0, periods.size() - SHOWN_PERIODS);
        List<PeriodState> shown = new ArrayList<>();
        findFirstOverdue()
                .filter(first -> first.from().isBefore(periods.get(from).from()))
                .ifPresent(shown::add);
        shown.addAll(periods.subList(from, periods.size()));
        return shown;
    }

    /** The first period that is over and still waits for a judgement. */
    public Optional<PeriodState> findFirstOverdue() {
        return periods.stream().filter(PeriodState::overdue).findFirst();
    }

    /**
     * One period of a commitment that recurs.
     *
     * @param from its first local day
     * @param to its last, inside
     * @param over whether it ended before today
     * @param early whether it was judged "late" or "not honoured" while it was still in time
     */
    public record PeriodState(
            LocalDate from,
            LocalDate to,
            boolean over,
            Optional<FollowUp.CommitmentStatus> judged,
            boolean early) {

        /** Its judgement in a word; without one, whether it is over. */
        public String code() {
            return judged.map(FollowUp.CommitmentStatus::fulfilment)
                    .map(Coded::code)
                    .orElse(over ? NOT_JUDGED : Fulfilment.NOT_DUE.code());
        }

        /** Whether it is over and nobody has judged it since it can be told. */
        public boolean overdue() {
            return over
                    && (early
                            || judged.filter(one -> one.fulfilment() != Fulfilment.NOT_DUE)
                                    .isEmpty());
        }
    }

    /** What does not fit. */
    public enum Flag implements Coded {
        /** It was judged "late" or "not honoured" on a day on which it was still in time. */
        JUDGED_BEFORE_DUE("judged-before-due"),
        /** The latest judgement calls it not due, and no day is set on which it would be. */
        NOT_DUE_WITHOUT_DAY("not-due-without-day"),
        /** It was due before it was made. */
        DUE_BEFORE_MADE("due-before-made");

        private final String code;

        Flag(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
