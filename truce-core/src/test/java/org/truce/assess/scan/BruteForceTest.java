package org.truce.assess.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** The scan against one that goes through every circle, run and cell again, in tiny worlds. */
final class BruteForceTest {
    private static final double MAX_KM = 60;
    private static final double MAX_SHARE = 0.6;

    /** A score where more was counted than expected. */
    private interface Formula {
        double score(int count, double expected);
    }

    /** A circle and a run, counted anew. */
    private record Naive(
            Set<Integer> sites, int start, int end, int count, double expected, double score) {
        boolean overlaps(Naive other) {
            return start < other.end
                    && other.start < end
                    && sites.stream().anyMatch(other.sites::contains);
        }
    }

    private record World(
            CountTable counts, ExpectedTable expected, Intervals intervals, long seed) {
        static World of(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int sites = 2 + random.nextInt(6);
            int days = 1 + random.nextInt(7);
            double[][] means = TinyWorld.means(sites, days, 0.3 + random.nextDouble(), random);
            int maxDays = 1 + random.nextInt(days + 1);
            return new World(
                    CountTable.of(
                            TinyWorld.sites(sites, seed),
                            TinyWorld.days(days),
                            TinyWorld.poisson(means, random)),
                    ExpectedTable.of(means),
                    random.nextBoolean()
                            ? new Intervals.UpToNow(maxDays, 1)
                            : new Intervals.AnyTime(maxDays),
                    seed);
        }

        int sites() {
            return counts.sites().count();
        }

        int days() {
            return counts.days().count();
        }
    }

    static LongStream listSeeds() {
        return LongStream.range(1, 201);
    }

    @ParameterizedTest
    @MethodSource("listSeeds")
    void permutedDays(long seed) {
        World world = World.of(seed);
        check(world, new Model.PermutedDays(), expectedUnderPermutation(world), true);
    }

    @ParameterizedTest
    @MethodSource("listSeeds")
    void poissonCounts(long seed) {
        World world = World.of(seed);
        double[][] expected = expected(world, 1);
        check(world, new Model.PoissonCounts(world.expected()), expected, false);
    }

    @ParameterizedTest
    @MethodSource("listSeeds")
    void sharedTotal(long seed) {
        World world = World.of(seed);
        double all = 0;
        for (double[] ofSite : expected(world, 1)) {
            for (double mean : ofSite) {
                all += mean;
            }
        }
        double[][] expected = expected(world, world.counts().total() / all);
        check(world, new Model.SharedTotal(world.expected()), expected, true);
    }

    /** Of all incidents, the counted and as many again by another chance. */
    @ParameterizedTest
    @MethodSource("listSeeds")
    void partOfAll(long seed) {
        World world = World.of(seed);
        int[][] others = TinyWorld.poisson(expected(world, 1), new SplittableRandom(-seed));
        int all = 0;
        for (int site = 0; site < world.sites(); site++) {
            for (int day = 0; day < world.days(); day++) {
                others[site][day] += world.counts().count(site, day);
                all += others[site][day];
            }
        }
        if (world.counts().total() == 0) {
            return;
        }
        double share = (double) world.counts().total() / all;
        double[][] expected = new double[world.sites()][world.days()];
        for (int site = 0; site < world.sites(); site++) {
            for (int day = 0; day < world.days(); day++) {
                expected[site][day] = others[site][day] * share;
            }
        }
        int inAll = all;
        check(
                world,
                new Model.PartOfAll(
                        CountTable.of(world.counts().sites(), world.counts().days(), others)),
                expected,
                (count, b) -> {
                    double inside = b / share;
                    return likelihood(count, inside)
                            + likelihood(world.counts().total() - count, inAll - inside)
                            - likelihood(world.counts().total(), inAll);
                });
    }

    private static double likelihood(double some, double of) {
        double rest = of - some;
        return (some == 0 ? 0 : some * Math.log(some / of))
                + (rest < 1e-9 ? 0 : rest * Math.log(rest / of));
    }

    private void check(World world, Model model, double[][] expected, boolean againstOutside) {
        double n = world.counts().total();
        check(world, model, expected, (c, b) -> {
            double rest = c == n ? 0 : (n - c) * Math.log((n - c) / (n - b));
            return c * Math.log(c / b) + (againstOutside ? rest : b - c);
        });
    }

    private void check(World world, Model model, double[][] expected, Formula formula) {
        Zones zones =
                Zones.byShareOfPlaces(world.counts().sites(), new ZoneLimits(MAX_SHARE, MAX_KM));
        ScanSettings settings = new ScanSettings(world.intervals(), 1, 0);
        List<Naive> left = everything(world, expected, formula);
        for (Candidates.Found found :
                new HotSpotScan(world.counts(), zones, model, settings).listApart(0)) {
            double best = left.stream().mapToDouble(Naive::score).max().orElse(0);
            assertThat(found.score()).as("seed %d", world.seed()).isCloseTo(best, within(1e-9));
            Naive same = same(world, zones.members(found.zone()), found, left);
            left = left.stream().filter(one -> !one.overlaps(same)).toList();
        }
        assertThat(left)
                .as("seed %d: what the scan left over", world.seed())
                .noneMatch(one -> one.score() > 1e-6);
    }

    /** The one with the same places and days, which has to have the same count. */
    private static Naive same(
            World world, int[] members, Candidates.Found found, List<Naive> left) {
        int skipped = world.intervals() instanceof Intervals.UpToNow(int maxDays, double every)
                ? Math.max(0, world.days() - maxDays)
                : 0;
        Set<Integer> places = Arrays.stream(members).boxed().collect(Collectors.toSet());
        Naive same = left.stream()
                .filter(one -> one.sites().equals(places)
                        && one.start() == found.start() + skipped
                        && one.end() == found.end() + skipped)
                .findAny()
                .orElseThrow(() -> new AssertionError("seed " + world.seed() + ": " + found));
        assertThat(found.count()).isEqualTo(same.count());
        assertThat(found.score()).isCloseTo(same.score(), within(1e-9));
        return same;
    }

    private static List<Naive> everything(World world, double[][] expected, Formula formula) {
        Set<Set<Integer>> circles = new HashSet<>();
        for (Site middle : world.counts().sites().list()) {
            for (Site edge : world.counts().sites().list()) {
                Set<Integer> inside = circle(world, middle, metres(middle, edge));
                if (inside.size() <= MAX_SHARE * world.sites()
                        && metres(middle, edge) <= MAX_KM * 1000) {
                    circles.add(inside);
                }
            }
        }
        List<Naive> all = new ArrayList<>();
        for (Set<Integer> circle : circles) {
            for (int start = 0; start < world.days(); start++) {
                for (int end = start + 1; end <= world.days(); end++) {
                    if (end - start <= world.intervals().maxDays()
                            && (end == world.days()
                                    || world.intervals() instanceof Intervals.AnyTime)) {
                        all.add(naive(world, circle, start, end, expected, formula));
                    }
                }
            }
        }
        return all;
    }

    private static Naive naive(
            World world,
            Set<Integer> circle,
            int start,
            int end,
            double[][] expected,
            Formula formula) {
        int c = 0;
        double b = 0;
        for (int site : circle) {
            for (int day = start; day < end; day++) {
                c += world.counts().count(site, day);
                b += expected[site][day];
            }
        }
        double score = c >= 2 && c > b + 1e-9 ? formula.score(c, b) : 0;
        return new Naive(circle, start, end, c, b, score);
    }

    private static Set<Integer> circle(World world, Site middle, long radius) {
        Set<Integer> inside = new HashSet<>();
        IntStream.range(0, world.sites())
                .filter(i -> metres(middle, world.counts().sites().list().get(i)) <= radius)
                .forEach(inside::add);
        return inside;
    }

    private static long metres(Site one, Site other) {
        return Math.round(one.point().kmTo(other.point()) * 1000);
    }

    private static double[][] expected(World world, double factor) {
        double[][] expected = new double[world.sites()][world.days()];
        for (int site = 0; site < world.sites(); site++) {
            for (int day = 0; day < world.days(); day++) {
                expected[site][day] = world.expected().expected(site, day) * factor;
            }
        }
        return expected;
    }

    private static double[][] expectedUnderPermutation(World world) {
        double[][] expected = new double[world.sites()][world.days()];
        for (int site = 0; site < world.sites(); site++) {
            for (int day = 0; day < world.days(); day++) {
                int ofSite = 0;
                for (int other = 0; other < world.days(); other++) {
                    ofSite += world.counts().count(site, other);
                }
                int ofDay = 0;
                for (int other = 0; other < world.sites(); other++) {
                    ofDay += world.counts().count(other, day);
                }
                expected[site][day] = ofSite * (double) ofDay / world.counts().total();
            }
        }
        return expected;
    }
}
