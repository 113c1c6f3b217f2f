package org.truce.assess.counts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

final class OutlookTest {
    private static final LocalDate FIRST = LocalDate.of(2016, 1, 1);

    /** Everything is known at once. */
    private static Replay.KnownThen atOnce(DailyCounts counts) {
        return day -> counts.between(FIRST, day);
    }

    private static CountDistribution next(DailyCounts counts, LocalDate last, int horizonDays) {
        return DiscountedRates.next(DailyRun.until(last, counts), horizonDays, horizonDays);
    }

    /** A rate that doubles, halves or stays every sixty days. */
    private static DailyCounts changing(Random random, int days) {
        int[] events = new int[days];
        double perDay = 1;
        for (int i = 0; i < days; i++) {
            if (i % 60 == 0) {
                perDay = Math.clamp(perDay * Math.pow(2, random.nextInt(3) - 1.0), 0.1, 5);
            }
            events[i] = Drawn.poisson(random, perDay);
        }
        return Drawn.counts(FIRST, events);
    }

    /** Too short for any score: every part has the same weight, and sums are made day by day. */
    @Test
    void meanOfAShortSeriesIsThatOfAllHalfLives() {
        int[] events = {3, 0, 0, 5, 1, 0, 2, 2, 0, 4};
        double mean = 0;
        double[] halfLives = {7, 15, 30, 60, 120, 365, 1e15};
        for (double halfLife : halfLives) {
            double discounted = 1;
            double exposureDays = 11 / 17.5;
            for (int age = 0; age < 10; age++) {
                discounted += events[9 - age] * Math.exp(-Math.log(2) * age / halfLife);
                exposureDays += Math.exp(-Math.log(2) * age / halfLife);
            }
            mean += 7 * discounted / exposureDays / halfLives.length;
        }
        CountDistribution said = next(Drawn.counts(FIRST, events), FIRST.plusDays(9), 7);
        assertThat(said.mean()).isCloseTo(mean, within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 30})
    void probabilitiesSumToOne(int horizonDays) {
        long seed = 31L;
        DailyCounts counts = changing(new Random(seed), 300);
        CountDistribution said = next(counts, FIRST.plusDays(299), horizonDays);
        double sum = 0;
        for (int k = 0; k < 5_000; k++) {
            sum += said.probability(k);
        }
        assertThat(sum).as("seed %d", seed).isCloseTo(1, within(1e-6));
        assertThat(said.probabilityAtLeast(1)).isCloseTo(1 - said.probability(0), within(1e-12));
    }

    @Test
    void aRateThatHasFallenIsFollowed() {
        long seed = 2L;
        Random random = new Random(seed);
        int[] events = new int[460];
        for (int i = 0; i < events.length; i++) {
            events[i] = Drawn.poisson(random, i < 400 ? 3 : 0.3);
        }
        CountDistribution said = next(Drawn.counts(FIRST, events), FIRST.plusDays(459), 30);
        // Nine are to be expected, ninety were.
        assertThat(said.quantile(0.5)).as("seed %d", seed).isBetween(5, 25);
        assertThat(said.quantile(0.95)).as("seed %d", seed).isBetween(10, 90);
    }

    @Test
    void orderOfDaysInTheListAndDaysNotObservedChangeNothing() {
        long seed = 3L;
        Random random = new Random(seed);
        List<CountedDay> days = new ArrayList<>(changing(random, 300).days());
        days.removeIf(day -> day.day().getDayOfMonth() > 25);
        LocalDate last = FIRST.plusDays(299);
        CountDistribution said = next(new DailyCounts(days), last, 7);
        for (int i = 0; i < 300; i++) {
            if (FIRST.plusDays(i).getDayOfMonth() > 25) {
                days.add(new CountedDay(FIRST.plusDays(i), 0, 0, 1));
            }
        }
        Collections.shuffle(days, random);
        assertThat(next(new DailyCounts(days), last, 7)).as("seed %d", seed).isEqualTo(said);
    }

    /** Half of the events of the last ten days are known, and it is known that it is half. */
    @Test
    void whatIsNotYetKnownIsNotTakenForQuiet() {
        List<CountedDay> all = new ArrayList<>();
        List<CountedDay> partly = new ArrayList<>();
        List<CountedDay> taken = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            LocalDate day = FIRST.plusDays(i);
            boolean recent = i >= 190;
            all.add(CountedDay.whole(day, 4));
            partly.add(new CountedDay(day, recent ? 2 : 4, 1, recent ? 0.5 : 1));
            taken.add(CountedDay.whole(day, recent ? 2 : 4));
        }
        LocalDate last = FIRST.plusDays(199);
        double whole = next(new DailyCounts(all), last, 7).mean();
        assertThat(next(new DailyCounts(partly), last, 7).mean()).isCloseTo(whole, within(0.6));
        assertThat(next(new DailyCounts(taken), last, 7).mean()).isLessThan(whole - 1);
    }

    @Test
    void aChangingRateIsBetterFollowedThanByThePlainOutlooks() {
        long seed = 2018L;
        DailyCounts counts = changing(new Random(seed), 1500);
        LocalDate last = FIRST.plusDays(1499);
        for (int horizonDays : new int[] {7, 30}) {
            Outlook outlook = Outlook.find(atOnce(counts), last, horizonDays).orElseThrow();
            assertThat(outlook.usesPlain())
                    .as("seed %d: %s", seed, outlook.replay())
                    .isEmpty();
            assertThat(outlook.distribution()).isEqualTo(next(counts, last, horizonDays));
            assertThat(outlook.replay().origins()).isEqualTo((1499 - 180) / horizonDays);
            assertThat(outlook.replay().ours().insideShare()).isBetween(0.8, 1.0);
        }
    }

    @Test
    void whereNothingEverHappensThePlainOutlookOfNoneIsGiven() {
        DailyCounts counts = Drawn.counts(FIRST, new int[700]);
        LocalDate last = FIRST.plusDays(699);
        Outlook outlook = Outlook.find(atOnce(counts), last, 7).orElseThrow();
        assertThat(outlook.usesPlain()).contains(Plain.ZERO);
        assertThat(outlook.distribution().probabilityAtLeast(1))
                .isCloseTo(
                        // All but the geometric's own zero, which has the chance 1 / (1 + 7).
                        0.001 * 7 / 8, within(1e-9));
        assertThatThrownBy(() -> new Outlook(
                        last, 7, outlook.distribution(), Optional.empty(), outlook.replay()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    /** Four in the last week, two in the week before, of twelve months with 1.5 a day. */
    @Test
    void plainOutlooksByHand() {
        int[] events = new int[365];
        for (int i = 0; i < events.length; i++) {
            events[i] = i % 2 == 0 ? 3 : 0;
        }
        DailyRun run = DailyRun.until(FIRST.plusDays(364), Drawn.counts(FIRST, events));
        // The last seven days hold 4 x 3.
        assertThat(Plain.LAST_WINDOW.next(run, 7, 7)).isEqualTo(new NegativeBinomial(12.5, 12.5));
        assertThat(Plain.LAST_WINDOW.next(run, 7, 3.5).mean()).isCloseTo(6.25, within(1e-12));
        // 180 of the 359 windows hold 12, the others 9.
        CountDistribution months = Plain.LAST_TWELVE_MONTHS.next(run, 7, 7);
        assertThat(months.mean()).isCloseTo((180 * 12 + 179 * 9) / 359.0 + 3.5 / 365, within(1e-9));
        assertThat(Plain.ZERO.next(run, 7, 7).probability(0))
                .isCloseTo(0.999 + 0.001 / 8, within(1e-12));
    }

    @Test
    void aReplayLooksOnlyAtWhatWasKnownThen() {
        DailyCounts counts = changing(new Random(4), 400);
        LocalDate last = FIRST.plusDays(399);
        assertThatThrownBy(() -> Replay.find(day -> counts, last, 7))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("give what was known then");
        List<LocalDate> asked = new ArrayList<>();
        Replay.find(
                day -> {
                    asked.add(day);
                    return counts.between(FIRST, day);
                },
                last,
                30);
        assertThat(asked.getFirst()).isEqualTo(last);
        assertThat(asked.subList(1, asked.size()))
                .hasSize(7)
                .allSatisfy(day ->
                        assertThat(ChronoUnit.DAYS.between(day, last) % 30).isZero());
    }

    /** A day's events become known one half at once, the other after ten days. */
    @Test
    void reportingDelayEntersTheReplay() {
        long seed = 6L;
        Random random = new Random(seed);
        DailyCounts counts = Drawn.counts(random, Drawn.Kind.ONE_BY_ONE, 4, FIRST, 800);
        LocalDate last = FIRST.plusDays(799);
        Replay told = Replay.find(late(counts, 0.5), last, 7).orElseThrow();
        Replay untold = Replay.find(late(counts, 1), last, 7).orElseThrow();
        assertThat(told.ours().crps())
                .as("seed %d", seed)
                .isLessThan(untold.ours().crps());
        Replay.Means lastWindow = told.plain().getOrDefault(Plain.LAST_WINDOW, told.ours());
        assertThat(lastWindow.crps())
                .as("seed %d", seed)
                .isGreaterThan(told.ours().crps());
    }

    private static Replay.KnownThen late(DailyCounts counts, double completenessShare) {
        return day -> new DailyCounts(counts.between(FIRST, day).days().stream()
                .map(each -> each.day().isAfter(day.minusDays(10))
                        ? new CountedDay(each.day(), each.events() / 2, 1, completenessShare)
                        : each)
                .toList());
    }

    @Test
    void tooShortAPastOrAnUnobservedPresentHasNoOutlook() {
        DailyCounts counts = changing(new Random(5), 300);
        LocalDate last = FIRST.plusDays(299);
        assertThat(Outlook.find(atOnce(counts), last, 30)).isEmpty();
        assertThat(Outlook.find(atOnce(counts), last, 7)).isPresent();
        assertThat(Outlook.find(atOnce(counts), last.plusDays(4), 7)).isEmpty();
        assertThat(Outlook.find(day -> new DailyCounts(List.of()), last, 7)).isEmpty();
        assertThatThrownBy(() -> Outlook.find(atOnce(counts), last, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
