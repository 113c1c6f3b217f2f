package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.truce.assess.CountedPeriods.Counted;
import org.truce.assess.CountedPeriods.Outcome;
import org.truce.assess.CountedPeriods.Refused;
import org.truce.base.Moment;
import org.truce.base.Period;
import org.truce.base.Phrases;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Guarded;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

final class CountedPeriodsTest {
    private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
    private static final Optional<String> NO_READING = Optional.empty();

    @Test
    void addsUpByLabelAndNamesTheRows() {
        List<Entry.PeriodCount> rows = List.of(
                row("a", "2017-08-01", "2017-08-31", "government-insurgents", 19),
                row("b", "2017-08-01", "2017-08-31", "with-isil", 4),
                row("c", "2017-09-01", "2017-09-30", "government-insurgents", 22));
        Counted counted = counted(rows, "2017-08-01", "2017-09-30");
        assertThat(counted.unit()).isEqualTo("lethal event");
        assertThat(counted.days()).isEqualTo(61.0);
        assertThat(counted.span()).isEqualTo(window("2017-08-01", "2017-09-30").period());
        CountedPeriods.Sum fighting = counted.findSum("government-insurgents").orElseThrow();
        assertThat(fighting.events()).isEqualTo(41);
        assertThat(fighting.deaths()).hasValue(2 * 41);
        assertThat(fighting.civilianDeaths()).hasValue(41);
        assertThat(fighting.periods()).isEqualTo(2);
        assertThat(fighting.entryIds()).containsExactly("a", "c");
        // September has no row with ISIL: its sum says that it rests on one period of the two.
        assertThat(counted.findSum("with-isil").orElseThrow().periods()).isEqualTo(1);
        assertThat(counted.findSum("other")).isEmpty();
        assertThat(counted.leftOut().cut()).isEmpty();
        assertThat(counted.leftOut().gaps()).isEmpty();
    }

    @Test
    void onlyItsOwnRegisterAreaAndReading() {
        Entry.PeriodCount mine = row("a", "2017-08-01", "2017-08-31", "x", 1);
        List<Entry.PeriodCount> rows = List.of(
                mine,
                change(mine, "b", "Another register", "south-west", NO_READING),
                change(mine, "c", "UCDP GED", "idlib", NO_READING),
                change(mine, "d", "UCDP GED", "south-west", Optional.of("announced")));
        assertThat(counted(rows, "2017-08-01", "2017-08-31").sums())
                .singleElement()
                .satisfies(sum -> assertThat(sum.entryIds()).containsExactly("a"));
        Outcome announced = CountedPeriods.count(
                rows,
                "UCDP GED",
                "south-west",
                Optional.of("announced"),
                window("2017-08-01", "2017-08-31"));
        assertThat(((Counted) announced).sums().getFirst().entryIds()).containsExactly("d");
    }

    @Test
    void aPeriodCutByTheEdgeIsLeftOutWithItsDays() {
        List<Entry.PeriodCount> rows = List.of(
                row("a", "2017-07-09", "2017-07-31", "x", 5),
                row("b", "2017-08-01", "2017-08-31", "x", 19),
                row("c", "2017-10-01", "2017-10-31", "x", 19));
        Counted counted = counted(rows, "2017-07-15", "2017-10-30");
        assertThat(counted.days()).isEqualTo(31.0);
        assertThat(counted.findSum("x").orElseThrow().events()).isEqualTo(19);
        assertThat(counted.leftOut().cut())
                .containsExactly(
                        period("2017-07-09", "2017-07-31"), period("2017-10-01", "2017-10-31"));
        assertThat(counted.leftOut().gaps()).containsExactly(period("2017-09-01", "2017-09-30"));
    }

    @Test
    void whatIsBeforeTheFirstAndAfterTheLastPeriodIsAGap() {
        Counted counted = counted(
                List.of(row("a", "2017-08-01", "2017-08-31", "x", 19)), "2017-07-31", "2017-09-02");
        assertThat(counted.leftOut().gaps())
                .containsExactly(
                        period("2017-07-31", "2017-07-31"), period("2017-09-01", "2017-09-02"));
    }

    @Test
    void daysOfAPeriodAreElapsedTime() {
        Counted counted = counted(
                List.of(row("a", "2017-10-01", "2017-10-31", "x", 19)), "2017-10-01", "2017-10-31");
        assertThat(counted.days()).isCloseTo(31 + 1 / 24.0, within(1e-9));
    }

    @Test
    void theSameRowTakenInTwiceCountsOnce() {
        List<Entry.PeriodCount> rows = List.of(
                row("a", "2017-08-01", "2017-08-31", "x", 19),
                row("again", "2017-08-01", "2017-08-31", "x", 19));
        Counted counted = counted(rows, "2017-08-01", "2017-08-31");
        assertThat(counted.findSum("x").orElseThrow().events()).isEqualTo(19);
        assertThat(counted.findSum("x").orElseThrow().entryIds()).containsExactly("a");
        assertThat(counted.days()).isEqualTo(31.0);
    }

    @Test
    void twoFiguresForOneThingAreRefused() {
        Refused refused = refused(
                List.of(
                        row("a", "2017-08-01", "2017-08-31", "x", 19),
                        row("b", "2017-08-01", "2017-08-31", "x", 20)),
                "2017-08-01",
                "2017-08-31");
        assertThat(refused.entryIds()).containsExactly("a", "b");
        assertThat(Phrases.in("en").say(refused.because()))
                .isEqualTo("UCDP GED gives different figures for the same parties (x) and period (1"
                        + " August 2017 to 31 August 2017): find out which is right, and take"
                        + " in only that one");
    }

    @Test
    void overlappingPeriodsAreRefusedAndNamed() {
        Refused refused = refused(
                List.of(
                        row("m", "2017-08-01", "2017-08-31", "x", 19),
                        row("y", "2017-01-01", "2017-12-31", "x", 300)),
                "2017-01-01",
                "2017-12-31");
        assertThat(refused.entryIds()).containsExactly("y", "m");
        assertThat(Phrases.in("en").say(refused.because()))
                .isEqualTo("counts of UCDP GED overlap each other (1 January 2017 to 31 December"
                        + " 2017; 1 August 2017 to 31 August 2017) and are not added up: keep"
                        + " one of them for each day");
    }

    @Test
    void differentUnitsAreNeverAddedUp() {
        Entry.PeriodCount lethal = row("a", "2017-08-01", "2017-08-31", "x", 19);
        Entry.PeriodCount firing = new Entry.PeriodCount(
                lethal.register(),
                "b",
                lethal.entered(),
                lethal.countedRegister(),
                lethal.area(),
                lethal.reading(),
                LocalDate.of(2017, 9, 1),
                LocalDate.of(2017, 9, 30),
                "x",
                "case of firing",
                3,
                OptionalInt.empty(),
                OptionalInt.empty());
        assertThat(refused(List.of(lethal, firing), "2017-08-01", "2017-09-30").entryIds())
                .containsExactly("a", "b");
        // Alone it may be counted; deaths it does not give stay unknown.
        Counted alone = counted(List.of(lethal, firing), "2017-09-01", "2017-09-30");
        assertThat(alone.unit()).isEqualTo("case of firing");
        assertThat(alone.findSum("x").orElseThrow().deaths()).isEmpty();
    }

    @Test
    void noPeriodInsideIsAReasonNotAZero() {
        List<Entry.PeriodCount> rows = List.of(row("a", "2017-08-01", "2017-08-31", "x", 19));
        Refused refused = refused(rows, "2017-08-01", "2017-08-30");
        assertThat(Phrases.in("en").say(refused.because()))
                .isEqualTo("UCDP GED has no count of this area and reading whose period lies wholly"
                        + " between 1 August 2017 and 30 August 2017: ask about a longer time,"
                        + " or take in its counts");
        assertThat(refused(new ArrayList<>(), "2017-08-01", "2017-08-30").entryIds())
                .isEmpty();
    }

    private static Counted counted(List<Entry.PeriodCount> rows, String from, String to) {
        return (Counted) outcome(rows, from, to);
    }

    private static Refused refused(List<Entry.PeriodCount> rows, String from, String to) {
        return (Refused) outcome(rows, from, to);
    }

    private static Outcome outcome(List<Entry.PeriodCount> rows, String from, String to) {
        return CountedPeriods.count(rows, "UCDP GED", "south-west", NO_READING, window(from, to));
    }

    private static Window window(String from, String to) {
        return Windows.asked(Moment.get(from), Moment.get(to), DAMASCUS);
    }

    private static Period period(String from, String to) {
        return window(from, to).period();
    }

    private static Entry.PeriodCount row(
            String id, String from, String to, String parties, int count) {
        return new Entry.PeriodCount(
                "sample",
                id,
                new Entered(new Guarded.Clear("counts.csv"), 2),
                "UCDP GED",
                "south-west",
                NO_READING,
                LocalDate.parse(from),
                LocalDate.parse(to),
                parties,
                "lethal event",
                count,
                OptionalInt.of(2 * count),
                OptionalInt.of(count));
    }

    private static Entry.PeriodCount change(
            Entry.PeriodCount row,
            String id,
            String countedRegister,
            String area,
            Optional<String> reading) {
        return new Entry.PeriodCount(
                row.register(),
                id,
                row.entered(),
                countedRegister,
                area,
                reading,
                row.from(),
                row.to(),
                row.parties(),
                row.unit(),
                row.count(),
                row.deathsBest(),
                row.civilianDeathsBest());
    }
}
