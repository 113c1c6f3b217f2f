package org.truce.followup;

import org.truce.base.Coded;
import org.truce.record.FollowUp;
import org.truce.record.NoticeAct;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How a notice stands on a day.
 *
 * @param steps in the order of their days, as recorded within a day; the taking of it to send it
 *     only while its end is not put down
 * @param sending that taking: it is not known whether it went out
 * @param sentOn the local day on which it was first sent
 * @param dueOn the local day by which an answer is due; empty while nothing was sent, and where
 *     neither the notice nor a rule sets one
 * @param reminderDue whether a reminder is due and none was sent since the answer was
 * @param levelDue to whom it should have gone by now and has not
 * @param flags what does not fit
 */
public record NoticeState(
        FollowUp.Notice notice,
        List<FollowUp.NoticeStep> steps,
        Phase phase,
        Optional<FollowUp.NoticeStep> sending,
        Optional<LocalDate> sentOn,
        Optional<LocalDate> dueOn,
        boolean overdue,
        boolean reminderDue,
        Optional<String> levelDue,
        List<Flag> flags) {

    public NoticeState {
        steps = List.copyOf(steps);
        flags = List.copyOf(flags);
    }

    /** Whether anything may still come of it. */
    public boolean isOpen() {
        return phase != Phase.CLOSED && phase != Phase.WITHDRAWN;
    }

    /** Steps of these acts, none later than the day. */
    public List<FollowUp.NoticeStep> listSteps(Predicate<NoticeAct> acts, LocalDate upTo) {
        return steps.stream()
                .filter(step -> acts.test(step.act()) && !step.on().isAfter(upTo))
                .toList();
    }

    /** How far it has come. */
    public enum Phase implements Coded {
        DRAFT("draft"),
        APPROVED("approved"),
        SENT("sent"),
        ACKNOWLEDGED("acknowledged"),
        /** The addressee replied, or said what it did; what came of it is open. */
        ANSWERED("answered"),
        CLOSED("closed"),
        WITHDRAWN("withdrawn");

        private final String code;

        Phase(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** What does not fit. */
    public enum Flag implements Coded {
        /** Whoever drafted it approved it: that is no second person, and does not count. */
        APPROVED_BY_DRAFTER("approved-by-drafter"),
        SENT_WITHOUT_APPROVAL("sent-without-approval"),
        /** A step is of a day before it was drafted. */
        BEFORE_DRAFTED("before-drafted"),
        /** Something came back, or was done about it, on a day before it was sent. */
        BEFORE_SENT("before-sent"),
        /** Something was put down after it was closed or withdrawn. */
        AFTER_ITS_END("after-its-end"),
        /** It was put to a level that the ladder of its rules does not have. */
        LEVEL_OUTSIDE_LADDER("level-outside-ladder"),
        /** Nothing says by when an answer is due. */
        NO_DUE_DATE("no-due-date");

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
