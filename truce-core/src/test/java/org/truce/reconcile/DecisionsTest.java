package org.truce.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.truce.reconcile.ReportsForTest.DAMASCUS;
import static org.truce.reconcile.ReportsForTest.alleged;
import static org.truce.reconcile.ReportsForTest.book;
import static org.truce.reconcile.ReportsForTest.by;
import static org.truce.record.DecisionAct.CANNOT_VERIFY;
import static org.truce.record.DecisionAct.DISPUTE;
import static org.truce.record.DecisionAct.LINK;
import static org.truce.record.DecisionAct.REFUTE;
import static org.truce.record.DecisionAct.REVERSE;
import static org.truce.record.DecisionAct.SPLIT;
import static org.truce.record.DecisionAct.VERIFY;

import org.junit.jupiter.api.Test;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;
import org.truce.record.DecisionAct;
import org.truce.record.Entry;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What decisions bind, and what becomes of an incident by them. All reports are of register A. */
class DecisionsTest {
    /** Three sources on one shelling: they agree, and make one incident on their own. */
    private static final ReportsForTest ONE = by("1", "SOHR");

    private static final ReportsForTest TWO = by("2", "Enab Baladi");
    private static final ReportsForTest THREE = by("3", "Nabaa");

    /** Another day: nothing but a decision brings it to the others. */
    private static final ReportsForTest FAR =
            by("9", "SMART").when("2017-07-25", "2017-07-25", ONE.timePrecision());

    private static List<Incident> reconcile(DecisionLog log, ReportsForTest... reports) {
        return new Reconciler(book(), DAMASCUS)
                .reconcile(
                        Arrays.stream(reports).map(ReportsForTest::report).toList(),
                        log.decisions())
                .incidents();
    }

    private static List<String> groups(DecisionLog log, ReportsForTest... reports) {
        return reconcile(log, reports).stream()
                .map(incident -> String.join(
                        "+", incident.reports().stream().map(Entry.Report::id).toList()))
                .sorted()
                .toList();
    }

    private static DecisionLog log() {
        return new DecisionLog();
    }

    private static Incident one(DecisionLog log, ReportsForTest... reports) {
        List<Incident> incidents = reconcile(log, reports);
        assertThat(incidents).hasSize(1);
        return incidents.getFirst();
    }

    private static String said(Incident incident) {
        return incident.links().stream()
                .flatMap(link -> link.because().stream())
                .map(Phrases.in("en")::say)
                .reduce("", (all, more) -> all + more + "\n");
    }

    @Test
    void withoutDecisionsTheThreeAreOne() {
        assertThat(groups(log(), ONE, TWO, THREE, FAR)).containsExactly("1+2+3", "9");
    }

    @Test
    void aLinkJoinsWhatNothingElseWouldAndGivesItsReason() {
        Incident linked = one(log().decide("north", LINK, "A:1", "A:9"), ONE, FAR);
        assertThat(said(linked)).contains("north", "2017-08-01", "reason of D1");
        assertThat(linked.decided().links()).extracting(Entry.Decision::id).containsExactly("D1");
    }

    /** With which of the two the third belongs nobody can tell. */
    @Test
    void aSplitHoldsThoughAThirdReportWouldJoinThem() {
        assertThat(groups(log().decide("north", SPLIT, "A:1", "A:2"), ONE, TWO, THREE))
                .noneMatch(group -> group.contains("1") && group.contains("2"));
        List<Incident> apart =
                reconcile(log().decide("north", SPLIT, "A:1", "A:2", "A:3"), ONE, TWO, THREE);
        assertThat(apart)
                .hasSize(3)
                .allSatisfy(incident -> assertThat(incident.decided().apart())
                        .hasSize(2)
                        .allMatch(pair -> pair.why() == Decided.Why.SPLIT));
    }

    @Test
    void aSplitBeatsWhatACoderMarkedAsTheSame() {
        ReportsForTest marked = by("4", "SOHR").sameAs("1");
        assertThat(groups(log(), ONE, marked)).containsExactly("1+4");
        assertThat(groups(log().decide("north", SPLIT, "A:1", "A:4"), ONE, marked))
                .containsExactly("1", "4");
        ReportsForTest chained = by("5", "SOHR").sameAs("4");
        assertThat(groups(log().decide("north", SPLIT, "A:1", "A:5"), ONE, marked, chained))
                .as("and a mark in between does not bring them together")
                .containsExactly("1+4", "5");
    }

    @Test
    void whatIsSplitOffIsNoRivalForItsPlace() {
        // Known by district only, two reports of one source fit as well as each other.
        ReportsForTest here = governorate(by("1", "SOHR"));
        ReportsForTest first = governorate(by("2", "Nabaa"));
        ReportsForTest second = governorate(by("3", "Nabaa"));
        assertThat(groups(log(), here, first, second)).containsExactly("1", "2", "3");
        assertThat(groups(log().decide("north", SPLIT, "A:1", "A:2"), here, first, second))
                .containsExactly("1+3", "2");
    }

    private static ReportsForTest governorate(ReportsForTest report) {
        return report.where(
                "Daraa province", Optional.of("32.75,36.20"), PlacePrecision.GOVERNORATE);
    }

    @Test
    void inOneRegisterTheLatestDecisionOnAPairCounts() {
        DecisionLog log = log().decide("north", SPLIT, "A:1", "A:2", "A:3");
        log.decide("north", LINK, "A:3", "A:2");
        assertThat(groups(log, ONE, TWO, THREE)).containsExactly("1", "2+3");
        log.decide("north", REVERSE, "north:D2");
        assertThat(groups(log, ONE, TWO, THREE)).containsExactly("1", "2", "3");
        log.decide("north", REVERSE, "north:D3");
        assertThat(groups(log, ONE, TWO, THREE))
                .as("a reversal that was reversed takes nothing back")
                .containsExactly("1", "2+3");
        log.decide("south", REVERSE, "north:D1");
        assertThat(groups(log, ONE, TWO, THREE))
                .as("no register reverses another's decision")
                .containsExactly("1", "2+3");
    }

    @Test
    void registersThatContradictEachOtherLeaveThePairApartWithBothShown() {
        DecisionLog log =
                log().decide("north", LINK, "A:1", "A:2").decide("south", SPLIT, "A:2", "A:1");
        List<Incident> incidents = reconcile(log, ONE, TWO);
        assertThat(incidents).hasSize(2);
        for (Incident incident : incidents) {
            Decided.Apart apart = incident.decided().apart().getFirst();
            assertThat(apart.why()).isEqualTo(Decided.Why.CONTESTED);
            assertThat(apart.by())
                    .extracting(Entry.Decision::register)
                    .containsExactly("north", "south");
        }
        log.decide("south", LINK, "A:1", "A:2");
        assertThat(groups(log, ONE, TWO)).containsExactly("1+2");
    }

    @Test
    void aLinkThatASplitHoldsOffIsShownAndNotSilentlyDropped() {
        DecisionLog log = log().decide("north", LINK, "A:1", "A:2")
                .decide("north", LINK, "A:2", "A:9")
                .decide("south", SPLIT, "A:1", "A:9");
        List<Incident> incidents = reconcile(log, ONE, TWO, FAR);
        assertThat(groups(log, ONE, TWO, FAR)).containsExactly("1+2", "9");
        assertThat(incidents.getFirst().decided().apart())
                .extracting(Decided.Apart::why)
                .containsExactlyInAnyOrder(Decided.Why.SPLIT, Decided.Why.HELD_APART);
    }

    @Test
    void aDecisionOnAReportThatIsNotHereWaitsAndBindsWhenItComes() {
        DecisionLog log = log().decide("north", LINK, "A:1", "A:9")
                .decide("north", VERIFY, "A:9")
                .decide("north", REVERSE, "north:D77");
        assertThat(groups(log, ONE, TWO)).containsExactly("1+2");
        assertThat(log.decisions().outcome(log.list().getFirst(), here("1")).state())
                .isEqualTo(Decisions.State.WAITS);
        assertThat(groups(log, ONE, TWO, FAR)).containsExactly("1+2+9");
        assertThat(one(log, ONE, TWO, FAR).status()).isEqualTo(VerificationStatus.VERIFIED);
    }

    @Test
    void eachStatusIsThatOfTheRegistersWhereTheyAgree() {
        for (DecisionAct act : List.of(VERIFY, DISPUTE, CANNOT_VERIFY)) {
            DecisionLog log = log().decide("north", act, "A:1").decide("south", act, "A:2");
            VerificationStatus expected = switch (act) {
                case VERIFY -> VerificationStatus.VERIFIED;
                case DISPUTE -> VerificationStatus.DISPUTED;
                default -> VerificationStatus.CANNOT_VERIFY;
            };
            assertThat(one(log, ONE, TWO).status()).isEqualTo(expected);
        }
        DecisionLog differ =
                log().decide("north", VERIFY, "A:1").decide("south", CANNOT_VERIFY, "A:1");
        assertThat(one(differ, ONE, TWO).status()).isEqualTo(VerificationStatus.DISPUTED);
        assertThat(one(differ, ONE, TWO).decided().words())
                .extracting(Entry.Decision::register)
                .containsExactly("north", "south");
        differ.decide("south", VERIFY, "A:2");
        assertThat(one(differ, ONE, TWO).status())
                .as("a register's latest word on any of the reports is its word on the incident")
                .isEqualTo(VerificationStatus.VERIFIED);
    }

    @Test
    void onlyItsOwnRegisterTakesAReportOut() {
        DecisionLog log = log().decide("south", REFUTE, "A:1");
        Incident incident = one(log, ONE);
        assertThat(incident.status()).isEqualTo(VerificationStatus.DISPUTED);
        assertThat(incident.decided().refuted()).isEmpty();
        log.decide("A", REFUTE, "A:1");
        assertThat(one(log, ONE).status()).isEqualTo(VerificationStatus.REFUTED);
        log.decide("south", VERIFY, "A:1");
        assertThat(one(log, ONE).status()).isEqualTo(VerificationStatus.DISPUTED);
        log.decide("south", REVERSE, "south:D3");
        assertThat(one(log, ONE).status()).isEqualTo(VerificationStatus.REFUTED);
    }

    @Test
    void nothingRestsOnARefutedReportThatStandsWithOthers() {
        ReportsForTest first = ONE.who(alleged("ISIL")).killed(7, 7);
        ReportsForTest second = TWO.killed(2, 3);
        DecisionLog linked = log().decide("A", LINK, "A:1", "A:2");
        Incident before = one(linked, first, second);
        assertThat(before.status()).isEqualTo(VerificationStatus.CORROBORATED);
        assertThat(before.killedMax()).hasValue(7);
        Incident after = one(linked.decide("A", REFUTE, "A:1"), first, second);
        assertThat(after.id()).as("the id stays").isEqualTo(before.id());
        assertThat(after.reports()).as("it stays listed").hasSize(2);
        assertThat(after.reliedOn()).extracting(Entry.Report::id).containsExactly("2");
        assertThat(after.status()).isEqualTo(VerificationStatus.REPORTED);
        assertThat(after.killedMax()).hasValue(3);
        assertThat(after.attribution())
                .extracting(Incident.Hypothesis::actor)
                .doesNotContain("isil");
    }

    @Test
    void anAttributionStandsBesideTheHypothesesAndChangesNone() {
        Incident before = one(log(), ONE, TWO);
        DecisionLog log =
                log().attribute("north", "factions", "A:1").attribute("south", "isil", "A:2");
        Incident after = one(log, ONE, TWO);
        assertThat(after.attribution()).isEqualTo(before.attribution());
        assertThat(after.status()).isEqualTo(before.status());
        assertThat(after.decided().attributions())
                .extracting(decision -> decision.actor().orElseThrow())
                .containsExactly("factions", "isil");
        log.attribute("north", "government", "A:1");
        assertThat(one(log, ONE, TWO).decided().attributions())
                .extracting(decision -> decision.actor().orElseThrow())
                .containsExactly("government", "isil");
    }

    @Test
    void whatBecameOfEachIsTold() {
        DecisionLog log = log().decide("north", VERIFY, "A:1") // superseded by D2
                .decide("north", DISPUTE, "A:1") // contested by south
                .decide("south", VERIFY, "A:1")
                .decide("north", LINK, "A:1", "A:2") // reversed by D5
                .decide("north", REVERSE, "north:D4");
        Decisions decisions = log.decisions();
        assertThat(log.list())
                .extracting(decision -> decision.id() + " "
                        + decisions.outcome(decision, here("1", "2")).state().code() + " "
                        + decisions.outcome(decision, here("1", "2")).by().orElse("-"))
                .containsExactlyInAnyOrder(
                        "D1 superseded D2",
                        "D2 contested south:D3",
                        "D3 contested north:D2",
                        "D4 reversed D5",
                        "D5 holds -");
    }

    @Test
    void aRefutationByAnotherRegisterIsContestedByTheReportsOwn() {
        DecisionLog log = log().decide("south", REFUTE, "A:1");
        Entry.Decision refutation = log.last();
        assertThat(log.decisions().outcome(refutation, here("1")).state())
                .isEqualTo(Decisions.State.CONTESTED);
        log.decide("A", REFUTE, "A:1");
        assertThat(log.decisions().outcome(refutation, here("1")).state())
                .isEqualTo(Decisions.State.HOLDS);
    }

    private static Map<String, ReportKey> here(String... ids) {
        return Arrays.stream(ids)
                .map(id -> new ReportKey("A", id))
                .collect(Collectors.toMap(ReportKey::text, key -> key));
    }

    /** Every pair is bound: what a hostile bundle could make of it must stay small. */
    @Test
    void aDecisionNamesEachReportOnceAndNotMoreThanAHundred() {
        assertThatThrownBy(() -> log().decide("north", LINK, "A:1", "A:1"))
                .isInstanceOf(IllegalArgumentException.class);
        String[] many = IntStream.range(0, 101).mapToObj(i -> "A:" + i).toArray(String[]::new);
        assertThatThrownBy(() -> log().decide("north", LINK, many))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("100");
    }
}
