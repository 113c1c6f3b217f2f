package org.truce.bench;

import org.apache.commons.statistics.distribution.PoissonDistribution;
import org.truce.assess.scan.CountTable;
import org.truce.assess.scan.Days;
import org.truce.assess.scan.ExpectedTable;
import org.truce.assess.scan.HotSpotScan;
import org.truce.assess.scan.HotSpots;
import org.truce.assess.scan.Intervals;
import org.truce.assess.scan.Model;
import org.truce.assess.scan.ScanSettings;
import org.truce.assess.scan.Site;
import org.truce.assess.scan.Sites;
import org.truce.assess.scan.ZoneLimits;
import org.truce.assess.scan.Zones;
import org.truce.base.LatLon;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** How fast hot spots are found, in invented tables without any. Each model makes one JSON line. */
public final class Scanning {
    private static final String USAGE = """
        usage: PLACES DAYS REPLICATES A-DAY SEED   one JSON line a model
        A-DAY is how many incidents a place has in a day on average. A zone has at most ten
        places; runs of days end on the last one.
        """;

    private static final double PLACES_A_ZONE = 10;
    private static final int THREADS = 2;
    private static final int WARM_RUNS = 7;

    private final CountTable counts;
    private final ExpectedTable expected;
    private final ScanSettings settings;

    private Scanning(int places, int days, int replicates, double aDay, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Sites sites = new Sites(IntStream.range(0, places)
                .mapToObj(i -> new Site(
                        "place " + i,
                        new LatLon(32 + random.nextDouble(), 36 + random.nextDouble())))
                .toList());
        double[][] means = new double[places][days];
        int[][] table = new int[places][days];
        for (int place = 0; place < places; place++) {
            Arrays.fill(means[place], aDay * 2 * random.nextDouble(0.1, 0.9));
            for (int day = 0; day < days; day++) {
                table[place][day] = PoissonDistribution.of(means[place][day])
                        .inverseCumulativeProbability(random.nextDouble());
            }
        }
        LocalDate first = LocalDate.of(2017, 7, 9);
        counts = CountTable.of(sites, new Days(first, first.plusDays(days - 1L)), table);
        expected = ExpectedTable.of(means);
        settings = new ScanSettings(new Intervals.UpToNow(days, 1), replicates, seed);
    }

    /** @param arguments as {@link #USAGE} says */
    public static void main(String[] arguments) {
        if (arguments.length != 5) {
            System.err.print(USAGE);
            System.exit(2);
        }
        Scanning scanning = new Scanning(
                Integer.parseInt(arguments[0]),
                Integer.parseInt(arguments[1]),
                Integer.parseInt(arguments[2]),
                Double.parseDouble(arguments[3]),
                Long.parseLong(arguments[4]));
        try (ExecutorService pool = Executors.newFixedThreadPool(THREADS)) {
            for (Model model : List.of(
                    new Model.PoissonCounts(scanning.expected),
                    new Model.PermutedDays(),
                    new Model.SharedTotal(scanning.expected))) {
                scanning.measure(model, pool);
            }
        }
    }

    private void measure(Model model, ExecutorService pool) {
        double[] seconds = new double[1 + WARM_RUNS];
        double cpu = 0;
        HotSpots found = new HotSpots(List.of(), model.score(counts), 0, 0);
        for (int run = 0; run < seconds.length; run++) {
            double cpuBefore = cpu();
            long began = System.nanoTime();
            double share = Math.min(1, PLACES_A_ZONE / counts.sites().count());
            Zones zones = Zones.byShareOfPlaces(
                    counts.sites(), new ZoneLimits(share, Double.POSITIVE_INFINITY));
            found = HotSpotScan.scan(counts, zones, model, settings, pool);
            seconds[run] = (System.nanoTime() - began) / 1e9;
            cpu += run == 0 ? 0 : (cpu() - cpuBefore) / WARM_RUNS;
        }
        double cold = seconds[0];
        double warm = Arrays.stream(seconds)
                .skip(1)
                .sorted()
                .skip(WARM_RUNS / 2)
                .findFirst()
                .orElseThrow();
        System.out.printf(
                Locale.ROOT,
                "{\"scan\":\"%s\",\"places\":%d,\"days\":%d,\"incidents\":%d,\"zones\":%d,"
                    + "\"replicates\":%d,\"threads\":%d,\"cold_s\":%.3f,\"warm_s\":%.3f,\"warm_cpu_s\":%.3f}%n",
                model.getClass().getSimpleName(),
                counts.sites().count(),
                counts.days().count(),
                counts.total(),
                found.zones(),
                found.replicates(),
                THREADS,
                cold,
                warm,
                cpu);
    }

    /** Of the whole process: what the wall clock would say if nothing else ran, times two. */
    private static double cpu() {
        return ProcessHandle.current()
                        .info()
                        .totalCpuDuration()
                        .map(Duration::toMillis)
                        .orElse(0L)
                / 1e3;
    }
}
