package org.truce.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.truce.followup.HandFollowUp.day;
import static org.truce.followup.HandFollowUp.notice;
import static org.truce.followup.HandFollowUp.rules;
import static org.truce.followup.HandFollowUp.step;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.assess.HandRecord;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.NoticeAct;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** How a notice stands, day by day: worked out by hand from rules of 2 days, 1, 3 and 7. */
final class NoticeBookTest {
    private static NoticeState on(String today, Entry... entries) {
        HandRecord record = new HandRecord().with(HandRecord.uneven(HandFollowUp.DESK));
        record.withAll(List.of(entries));
        NoticeBook book = new NoticeBook(record.evidence().known(), day(today));
        return book.find(HandFollowUp.DESK, "N1").orElseThrow();
    }

    /** Sent on 20 January; grave: due on the 22nd; reminder 23rd; levels on the 25th and 29th. */
    @ParameterizedTest
    @CsvSource({
        "2018-01-19,APPROVED,false,false,",
        "2018-01-20,SENT,false,false,",
        "2018-01-22,SENT,false,false,",
        "2018-01-23,SENT,true,true,",
        "2018-01-24,SENT,true,true,",
        "2018-01-25,SENT,true,true,liaison officer",
        "2018-01-28,SENT,true,true,liaison officer",
        "2018-01-29,SENT,true,true,joint commission"
    })
    void whatIsDueFollowsFromTheRules(
            String today,
            NoticeState.Phase phase,
            boolean overdue,
            boolean reminder,
            String level) {
        NoticeState state = on(
                today,
                rules("2018-01-01"),
                notice("N1", "2018-01-18"),
                step("N1", NoticeAct.APPROVED, "2018-01-19", "Basim"),
                step("N1", NoticeAct.SENT, "2018-01-20", "Amal"));
        assertThat(state.phase()).isEqualTo(phase);
        assertThat(state.overdue()).isEqualTo(overdue);
        assertThat(state.reminderDue()).isEqualTo(reminder);
        assertThat(state.levelDue()).isEqualTo(Optional.ofNullable(level));
        assertThat(state.flags()).isEmpty();
    }

    @Test
    void aReminderAndALevelThatWereDoneAreDueNoMore() {
        NoticeState state = on(
                "2018-01-28",
                rules("2018-01-01"),
                notice("N1", "2018-01-18"),
                step("N1", NoticeAct.APPROVED, "2018-01-19", "Basim"),
                step("N1", NoticeAct.SENT, "2018-01-20", "Amal"),
                step("N1", NoticeAct.REMINDED, "2018-01-23", "Amal"),
                step("N1", NoticeAct.ESCALATED, "2018-01-26", "Amal"));
        assertThat(state.overdue()).isTrue();
        assertThat(state.reminderDue()).isFalse();
        assertThat(state.levelDue()).isEmpty();
        assertThat(state.dueOn()).contains(day("2018-01-22"));
    }

    @Test
    void aReplyEndsTheWaitAndAnAcknowledgementDoesNot() {
        Entry[] until = {
            rules("2018-01-01"),
            notice("N1", "2018-01-18"),
            step("N1", NoticeAct.APPROVED, "2018-01-19", "Basim"),
            step("N1", NoticeAct.SENT, "2018-01-20", "Amal"),
            step("N1", NoticeAct.ACKNOWLEDGED, "2018-01-21", "Amal"),
            step("N1", NoticeAct.REPLIED, "2018-01-24", "Amal"),
            step("N1", NoticeAct.OUTCOME, "2018-01-30", "Amal")
        };
        assertThat(on("2018-01-23", until).phase()).isEqualTo(NoticeState.Phase.ACKNOWLEDGED);
        assertThat(on("2018-01-23", until).overdue()).isTrue();
        assertThat(on("2018-01-24", until).phase()).isEqualTo(NoticeState.Phase.ANSWERED);
        assertThat(on("2018-01-24", until).overdue()).isFalse();
        assertThat(on("2018-02-01", until).phase()).isEqualTo(NoticeState.Phase.CLOSED);
    }

    @ParameterizedTest
    @CsvSource({
        "Amal Haddad,amal  haddad,true",
        "Amal Haddad,AmalHaddad ,true",
        "أمل حداد,أمل\u00a0حداد,true",
        "Lt. A. Haddad,Lt A Haddad,true",
        "Amal Haddad,Amal Hadad,false"
    })
    void namesAreOnePersonsButForCaseBlanksAndPunctuation(String one, String other, boolean same) {
        assertThat(NoticeBook.isSamePerson(one, other)).isEqualTo(same);
    }

    @Test
    void whoDraftedItIsNoSecondPerson() {
        NoticeState state = on(
                "2018-01-20",
                notice("N1", "2018-01-18"),
                step("N1", NoticeAct.APPROVED, "2018-01-19", " amal "));
        assertThat(state.phase()).isEqualTo(NoticeState.Phase.DRAFT);
        assertThat(state.flags()).containsExactly(NoticeState.Flag.APPROVED_BY_DRAFTER);
        NoticeState sent = on(
                "2018-01-20",
                notice("N1", "2018-01-18"),
                step("N1", NoticeAct.SENT, "2018-01-19", "Amal"));
        assertThat(sent.flags())
                .containsExactly(
                        NoticeState.Flag.SENT_WITHOUT_APPROVAL, NoticeState.Flag.NO_DUE_DATE);
        assertThat(sent.overdue()).isFalse();
    }

    /** Whatever way they came in: files and other nodes hold to no order. */
    @Test
    void stepsThatBreakTheOrderAreFlagged() {
        NoticeState state = on(
                "2018-02-20",
                rules("2018-01-01"),
                notice("N1", "2018-01-18"),
                step("N1", NoticeAct.APPROVED, "2018-01-17", "Basim"),
                step("N1", NoticeAct.REPLIED, "2018-01-19", "Amal"),
                step("N1", NoticeAct.SENT, "2018-01-20", "Amal"),
                step("N1", NoticeAct.OUTCOME, "2018-01-25", "Amal"),
                step("N1", NoticeAct.REMINDED, "2018-01-26", "Amal"));
        assertThat(state.flags())
                .containsExactly(
                        NoticeState.Flag.BEFORE_DRAFTED,
                        NoticeState.Flag.BEFORE_SENT,
                        NoticeState.Flag.AFTER_ITS_END);
        assertThat(on(
                                "2018-02-20",
                                rules("2018-01-01"),
                                notice("N1", "2018-01-18"),
                                step("N1", NoticeAct.ASKED, "2018-01-20", "Amal"))
                        .flags())
                .containsExactly(NoticeState.Flag.BEFORE_SENT);
    }

    /** Days tell no order within one, and whoever drafted a notice may withdraw it unsent. */
    @Test
    void whatMayBeInOrderIsNotFlagged() {
        assertThat(on(
                                "2018-02-20",
                                rules("2018-01-01"),
                                notice("N1", "2018-01-18"),
                                step("N1", NoticeAct.APPROVED, "2018-01-18", "Basim"),
                                step("N1", NoticeAct.ACKNOWLEDGED, "2018-01-18", "Amal"),
                                step("N1", NoticeAct.SENT, "2018-01-18", "Amal"))
                        .flags())
                .isEmpty();
        assertThat(on(
                                "2018-02-20",
                                notice("N1", "2018-01-18"),
                                step("N1", NoticeAct.WITHDRAWN, "2018-01-19", "Amal"))
                        .flags())
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"2018-01-01,liaison officer,false", "2018-01-01,Pope,true", ",Pope,true"})
    void aLevelOutsideTheLadderIsFlagged(String rulesFrom, String level, boolean flagged) {
        FollowUp.NoticeStep put = step("N1", NoticeAct.ESCALATED, "2018-01-26", "Amal");
        FollowUp.NoticeStep to = new FollowUp.NoticeStep(
                put.register(),
                put.id(),
                put.entered(),
                put.notice(),
                put.act(),
                put.on(),
                put.by(),
                put.via(),
                put.reply(),
                Optional.of(level),
                put.evidence(),
                put.text(),
                put.letter());
        NoticeState state = on(
                "2018-01-28",
                rules(rulesFrom == null ? "2018-03-01" : rulesFrom),
                notice("N1", "2018-01-18"),
                step("N1", NoticeAct.APPROVED, "2018-01-19", "Basim"),
                step("N1", NoticeAct.SENT, "2018-01-20", "Amal"),
                to);
        assertThat(state.flags().contains(NoticeState.Flag.LEVEL_OUTSIDE_LADDER))
                .isEqualTo(flagged);
    }

    @Test
    void theRulesOfTheDayOfSendingApply() {
        NoticeState state = on(
                "2018-03-01",
                rules("2018-02-01"),
                notice("N1", "2018-01-18"),
                step("N1", NoticeAct.APPROVED, "2018-01-19", "Basim"),
                step("N1", NoticeAct.SENT, "2018-01-20", "Amal"));
        assertThat(state.dueOn()).isEmpty();
        assertThat(state.flags()).containsExactly(NoticeState.Flag.NO_DUE_DATE);
    }

    /** Between being taken and the end of that nobody can say whether it went out. */
    @Test
    void whatIsBeingSentIsOpenUntilItsEndIsPutDown() {
        Entry[] taken = {
            rules("2018-01-01"),
            notice("N1", "2018-01-18"),
            step("N1", NoticeAct.APPROVED, "2018-01-19", "Basim"),
            step("N1", NoticeAct.SENDING, "2018-01-20", "Amal")
        };
        NoticeState open = on("2018-02-20", taken);
        assertThat(open.phase()).isEqualTo(NoticeState.Phase.APPROVED);
        assertThat(open.sending().orElseThrow().by().find()).contains("Amal");
        assertThat(open.sentOn()).isEmpty();
        assertThat(open.steps()).hasSize(2);
        for (NoticeAct end : List.of(NoticeAct.SENT, NoticeAct.NOT_SENT)) {
            Entry[] ended = Arrays.copyOf(taken, taken.length + 1);
            ended[taken.length] = step("N1", end, "2018-01-20", "Amal");
            NoticeState state = on("2018-01-21", ended);
            assertThat(state.sending()).isEmpty();
            assertThat(state.steps())
                    .map(one -> one.act())
                    .containsExactly(NoticeAct.APPROVED, end);
            assertThat(state.sentOn().isPresent()).isEqualTo(end == NoticeAct.SENT);
        }
    }

    @Test
    void theLongestOverdueStandsFirst() {
        HandRecord record = new HandRecord()
                .with(HandRecord.uneven(HandFollowUp.DESK))
                .with(rules("2018-01-01"))
                .with(notice("A", "2018-01-01"))
                .with(notice("B", "2018-01-02"))
                .with(notice("C", "2018-01-03"))
                .with(step("B", NoticeAct.SENT, "2018-01-10", "Amal"))
                .with(step("C", NoticeAct.SENT, "2018-01-08", "Amal"));
        assertThat(new NoticeBook(record.evidence().known(), day("2018-01-20")).list())
                .map(state -> state.notice().id())
                .containsExactly("C", "B", "A");
    }
}
