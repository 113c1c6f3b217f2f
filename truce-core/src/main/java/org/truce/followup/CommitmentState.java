package org.truce.followup;

import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Fulfilment;
import org.truce.record.Recurrence;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

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
 * @param status empty where nobody judged what was due: that says nothing of whether it was done
 * @param overdue whether it was due before today and nobody has judged it, or its last judgement
 *     says that it was not due yet
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
        boolean overdue) {

    public CommitmentState {
        actors = List.copyOf(actors);
        periods = List.copyOf(periods);
    }

    /**
     * One period of a commitment that recurs.
     *
     * @param from its first local day
     * @param to its last, inside
     */
    public record PeriodState(
            LocalDate from, LocalDate to, Optional<FollowUp.CommitmentStatus> judged) {}
}
