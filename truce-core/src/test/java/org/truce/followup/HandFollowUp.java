package org.truce.followup;

import org.truce.assess.HandRecord;
import org.truce.record.Basis;
import org.truce.record.Entered;
import org.truce.record.FollowUp;
import org.truce.record.Fulfilment;
import org.truce.record.NoticeAct;
import org.truce.record.NoticeReply;
import org.truce.record.Recurrence;
import org.truce.record.Severity;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Entries about follow-up made by hand, all of the register "desk". */
public final class HandFollowUp {
    public static final String DESK = "desk";
    private static final Entered ENTERED = HandRecord.ENTERED;

    private HandFollowUp() {}

    public static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    public static Basis basis(String published) {
        return new Basis(
                HandRecord.open("a ministry"),
                Optional.empty(),
                Optional.of(day(published)),
                Optional.empty());
    }

    /** Answers due in 14, 7, 2 days, reminders a day later, two levels at 3 and 7 days. */
    public static FollowUp.NoticeRules rules(String from) {
        return new FollowUp.NoticeRules(
                DESK,
                "rules-" + from,
                ENTERED,
                day(from),
                new FollowUp.NoticeRules.AnswerDays(14, 7, 2),
                1,
                List.of(
                        new FollowUp.NoticeRules.Rung(3, "liaison officer"),
                        new FollowUp.NoticeRules.Rung(7, "joint commission")),
                Optional.empty());
    }

    /** To Russia, grave, about one incident, drafted by Amal. */
    public static FollowUp.Notice notice(String id, String drafted, String... about) {
        return new FollowUp.Notice(
                DESK,
                id,
                ENTERED,
                about.length == 0 ? List.of("pages:R1") : List.of(about),
                "Russia",
                Severity.GRAVE,
                day(drafted),
                Optional.empty(),
                HandRecord.open("Amal"),
                HandRecord.open("two posts were hit"));
    }

    public static FollowUp.NoticeStep step(String notice, NoticeAct act, String on, String by) {
        return new FollowUp.NoticeStep(
                DESK,
                notice + "-" + act.code() + "-" + on,
                ENTERED,
                notice,
                act,
                day(on),
                HandRecord.open(by),
                Optional.empty(),
                act == NoticeAct.REPLIED ? Optional.of(NoticeReply.DENIES) : Optional.empty(),
                act == NoticeAct.ESCALATED ? Optional.of("liaison officer") : Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    /** By Russia; due on a day, or recurring from one. */
    public static FollowUp.Commitment commitment(
            String id, Optional<String> due, Optional<Recurrence> every, String from, String to) {
        return new FollowUp.Commitment(
                DESK,
                id,
                ENTERED,
                "Russia",
                "lets convoys pass",
                Optional.empty(),
                Optional.of(day("2018-01-01")),
                due.map(HandFollowUp::day),
                every,
                every.map(recurs -> day(from)),
                every.isPresent() && !to.isEmpty() ? Optional.of(day(to)) : Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                basis("2018-01-01"));
    }

    public static FollowUp.CommitmentStatus status(
            String commitment, String period, Fulfilment fulfilment, String on) {
        return new FollowUp.CommitmentStatus(
                DESK,
                "CS-" + commitment + period + on,
                ENTERED,
                commitment,
                Optional.of(period).filter(text -> !text.isEmpty()).map(HandFollowUp::day),
                fulfilment,
                day(on),
                List.of("report:R1"),
                "as seen",
                HandRecord.open("Amal"),
                basis(on));
    }
}
