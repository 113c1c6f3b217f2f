package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * One town in which something happens every day, told by four sources on the day or the next: all
 * of its accounts hang together.
 *
 * @param truth of each key, the number of its event
 */
record DenseTown(List<Accounts.Row> rows, Map<String, Integer> truth) {
    static final int SOURCES = 4;
    static final int FIRST_DAY = 17_000;
    static final Settings SETTINGS = new Settings(new double[] {1.2}, 2, 0);

    private static final int KINDS = 4;

    static DenseTown of(int days, long seed) {
        Random random = new Random(seed);
        List<Accounts.Row> rows = new ArrayList<>();
        Map<String, Integer> truth = new HashMap<>();
        for (int event = 0; event < 3 * days / 2; event++) {
            int day = FIRST_DAY + random.nextInt(days);
            int type = random.nextInt(KINDS);
            double north = random.nextGaussian() * 0.03;
            double east = random.nextGaussian() * 0.03;
            for (int source = 0; source < SOURCES; source++) {
                if (random.nextDouble() < 0.6) {
                    int said = day + random.nextInt(2);
                    truth.put("r" + rows.size(), event);
                    rows.add(row("r" + rows.size(), source, said, north, east, type, random));
                }
            }
        }
        return new DenseTown(rows, truth);
    }

    private static Accounts.Row row(
            String key, int source, int day, double north, double east, int type, Random random) {
        return new Accounts.Row(
                key,
                source,
                day,
                day,
                32.6 + north + random.nextGaussian() * 0.01,
                36.1 + east + random.nextGaussian() * 0.01,
                0,
                new int[] {random.nextDouble() < 0.8 ? type : random.nextInt(KINDS)},
                Set.of());
    }

    static Standing.Task task() {
        return new Standing.Task(SOURCES, List.of(Coding.nominal("type", KINDS)), SETTINGS);
    }
}
