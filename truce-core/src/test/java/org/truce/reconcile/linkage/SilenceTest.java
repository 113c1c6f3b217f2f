package org.truce.reconcile.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** When a source is held to be silent. */
final class SilenceTest {
    private static final int DAYS = 300;
    private static final int SILENT_FROM = 100;
    private static final int SILENT_TO = 140;

    private final List<Accounts.Row> rows = new ArrayList<>();

    private void add(int source, int fromDay, int toDay) {
        rows.add(new Accounts.Row(
                "r" + rows.size(), source, fromDay, toDay, 33, 36, 0, new int[0], Set.of()));
    }

    /** The second source says nothing for forty days. */
    private Silence silence(double eventsADay) {
        Random random = new Random(3);
        add(0, 0, 0);
        for (int event = 0; event < eventsADay * DAYS; event++) {
            int day = random.nextInt(DAYS);
            if (random.nextDouble() < 0.8) {
                add(0, day, day);
            }
            boolean silent = day >= SILENT_FROM && day < SILENT_TO;
            if (random.nextDouble() < 0.5 && !silent) {
                add(1, day, day);
            }
        }
        Accounts accounts = new Accounts(rows, 2, List.of(), 1, Ties.NONE);
        double[] weight = new double[accounts.size];
        Arrays.fill(weight, 0.7);
        return new Silence(accounts, weight);
    }

    private static int stretch(Silence silence, int fromDay, int toDay) {
        Accounts.Row row =
                new Accounts.Row("one", 0, fromDay, toDay, 33, 36, 0, new int[0], Set.of());
        Accounts one = new Accounts(List.of(row), 2, List.of(), 1, Ties.NONE);
        return silence.stretch(one, 0);
    }

    @Test
    void whereMuchHappensWhoSaysNothingIsSilent() {
        Silence silence = silence(2);

        for (int day = SILENT_FROM; day < SILENT_TO; day += 10) {
            assertThat(silence.ratio(1, stretch(silence, day, day))).isLessThan(0.1);
            assertThat(silence.ratio(0, stretch(silence, day, day))).isCloseTo(1, within(0.01));
        }
        for (int day = 0; day < SILENT_FROM; day += 10) {
            // It reports in the rest of the time what it reports in all.
            assertThat(silence.ratio(1, stretch(silence, day, day))).isBetween(1.05, 1.3);
        }
    }

    @Test
    void whereLittleHappensNobodyCanTell() {
        Silence silence = silence(0.03);

        assertThat(silence.ratio(1, stretch(silence, SILENT_FROM, SILENT_FROM))).isGreaterThan(0.6);
    }

    @Test
    void ofOtherTimesAndOfWholeMonthsNothingIsKnown() {
        Silence silence = silence(2);

        assertThat(stretch(silence, -1, -1)).isEqualTo(Silence.UNKNOWN);
        assertThat(stretch(silence, 2 * DAYS, 2 * DAYS)).isEqualTo(Silence.UNKNOWN);
        assertThat(stretch(silence, 30, 60)).isEqualTo(Silence.UNKNOWN);
        assertThat(silence.ratio(1, Silence.UNKNOWN)).isEqualTo(1);
    }
}
