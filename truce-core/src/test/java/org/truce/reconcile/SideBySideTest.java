package org.truce.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.truce.reconcile.ReportsForTest.DAMASCUS;
import static org.truce.reconcile.ReportsForTest.FACTIONS;
import static org.truce.reconcile.ReportsForTest.alleged;
import static org.truce.reconcile.ReportsForTest.book;
import static org.truce.reconcile.ReportsForTest.by;
import static org.truce.reconcile.SideBySide.Difference;
import static org.truce.reconcile.SideBySide.State;

import org.junit.jupiter.api.Test;
import org.truce.base.EventType;
import org.truce.base.TimePrecision;
import org.truce.record.DecisionAct;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Guarded;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Register A and register B on the shelling of Dael. */
class SideBySideTest {
    private static final ReportsForTest OURS = by("1", "SOHR");
    private static final ReportsForTest THEIRS = by("1", "SANA").in("B");

    private static List<SideBySide.Cell> cells(
            DecisionLog log, List<Entry.Tally> tallies, ReportsForTest... reports) {
        List<Incident> incidents = new Reconciler(book(), DAMASCUS)
                .reconcile(
                        Arrays.stream(reports).map(ReportsForTest::report).toList(),
                        log.decisions())
                .incidents();
        return SideBySide.of(incidents, tallies, "A", "B", book(), DAMASCUS);
    }

    /** The decision makes sure that they stand together, whatever speaks against it. */
    private static SideBySide.Compared linked(ReportsForTest one, ReportsForTest other) {
        DecisionLog log = new DecisionLog().decide("A", DecisionAct.LINK, "A:1", "B:1");
        List<SideBySide.Cell> cells = cells(log, List.of(), one, other);
        assertThat(cells).hasSize(1);
        return cells.getFirst().incidents().getFirst();
    }

    @Test
    void whatBothHaveAlikeIsAgreed() {
        List<SideBySide.Cell> cells = cells(new DecisionLog(), List.of(), OURS, THEIRS);
        assertThat(cells).hasSize(1);
        SideBySide.Cell cell = cells.getFirst();
        assertThat(cell.day()).contains(LocalDate.of(2017, 7, 10));
        assertThat(cell.governorate()).contains("Daraa");
        assertThat(cell.count(State.AGREED)).isEqualTo(1);
        assertThat(cell.incidents().getFirst().ofOne()).containsExactly(new ReportKey("A", "1"));
        assertThat(cell.incidents().getFirst().ofOther()).containsExactly(new ReportKey("B", "1"));
    }

    @Test
    void oneOutletInTwoRegistersMayBeOneIncident() {
        List<SideBySide.Cell> cells =
                cells(new DecisionLog(), List.of(), OURS, by("1", "SOHR").in("B"));
        assertThat(cells.getFirst().count(State.AGREED)).isEqualTo(1);
        Incident incident = cells.getFirst().incidents().getFirst().incident();
        assertThat(incident.origins()).as("one outlet is one origin").hasSize(1);
    }

    @Test
    void inWhatTheyDifferIsNamed() {
        assertThat(linked(OURS, THEIRS.of(EventType.AIRSTRIKE)).differences())
                .containsExactly(Difference.TYPE);
        assertThat(linked(OURS, THEIRS.of(EventType.MORTAR)).differences())
                .as("of one group of acts")
                .isEmpty();
        assertThat(linked(OURS, THEIRS.who(alleged(FACTIONS))).differences())
                .containsExactly(Difference.ACTOR);
        assertThat(linked(OURS, THEIRS.who(alleged("unknown"))).differences()).isEmpty();
        assertThat(linked(OURS.killed(3, 5), THEIRS.killed(6, 6)).differences())
                .containsExactly(Difference.KILLED);
        assertThat(linked(OURS.killed(3, 5), THEIRS.killed(5, 9)).differences()).isEmpty();
        assertThat(linked(OURS.counting(4), THEIRS.counting(7)).differences())
                .containsExactly(Difference.COUNT);
        assertThat(linked(OURS.killed(1, 1).counting(4), THEIRS.killed(2, 2).counting(7))
                        .state())
                .isEqualTo(State.DISPUTED);
    }

    @Test
    void whatOneHasAloneWaitsForTheOthersWord() {
        assertThat(states(new DecisionLog(), OURS)).containsExactly(State.ONLY_ONE);
        assertThat(states(new DecisionLog(), THEIRS)).containsExactly(State.ONLY_OTHER);
        DecisionLog cannot = new DecisionLog().decide("B", DecisionAct.CANNOT_VERIFY, "A:1");
        assertThat(states(cannot, OURS)).containsExactly(State.CANNOT_CONFIRM);
        DecisionLog own = new DecisionLog().decide("A", DecisionAct.CANNOT_VERIFY, "A:1");
        assertThat(states(own, OURS)).as("its own doubt").containsExactly(State.ONLY_ONE);
        DecisionLog disputed = new DecisionLog().decide("B", DecisionAct.DISPUTE, "A:1");
        assertThat(states(disputed, OURS)).containsExactly(State.DISPUTED);
        DecisionLog taken = new DecisionLog().decide("A", DecisionAct.REFUTE, "A:1");
        assertThat(states(taken, OURS)).as("taken back by its register").isEmpty();
        assertThat(states(new DecisionLog(), by("1", "X").in("C")))
                .as("a third's")
                .isEmpty();
    }

    private static List<State> states(DecisionLog log, ReportsForTest... reports) {
        return cells(log, List.of(), reports).stream()
                .flatMap(cell -> cell.incidents().stream())
                .map(SideBySide.Compared::state)
                .toList();
    }

    @Test
    void talliesStandBesideAndCountForNothing() {
        List<SideBySide.Cell> cells = cells(
                new DecisionLog(),
                List.of(
                        tally("T1", "Russia", "Deraa", 5),
                        tally("T2", "Turkey", "Daraa", 2),
                        tally("T3", "Turkey", "Idlib", 9)),
                OURS,
                THEIRS);
        assertThat(cells).hasSize(2);
        assertThat(cells.getFirst().governorate()).contains("Daraa");
        assertThat(cells.getFirst().count(State.AGREED)).isEqualTo(1);
        assertThat(cells.getFirst().tallies())
                .as("two spellings of one governorate")
                .extracting(Entry.Tally::id)
                .containsExactly("T1", "T2");
        assertThat(cells.getLast().incidents()).isEmpty();
        assertThat(cells.getLast().tallies()).hasSize(1);
    }

    private static Entry.Tally tally(String id, String side, String province, int count) {
        return new Entry.Tally(
                "A",
                id,
                Entered.by("hand"),
                Optional.of(LocalDate.of(2017, 7, 10)),
                new Guarded.Clear("https://example.org"),
                side,
                Optional.of(province),
                count,
                OptionalInt.empty(),
                Optional.empty());
    }

    @Test
    void whatIsNotKnownToTheDayComesLastAndOfNoDay() {
        List<SideBySide.Cell> cells = cells(
                new DecisionLog(),
                List.of(),
                by("1", "X").when("2017-07-03", "2017-07-09", TimePrecision.WEEK),
                by("2", "Y").at("Nawa", "33.20,36.04"));
        assertThat(cells).hasSize(2);
        assertThat(cells.getFirst().day()).isPresent();
        assertThat(cells.getLast().day()).isEmpty();
    }
}
