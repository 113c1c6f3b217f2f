package org.truce.reconcile.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** What comes to a town so dense that all of its years hang together. */
final class StandingStretchesTest {
    private static final int DAYS = 240;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void addedOneByOneInAnyOrderIsTheSameToTheBit(long seed) {
        List<Accounts.Row> rows = shuffled(DenseTown.of(DAYS, seed).rows(), seed);
        List<Accounts.Row> known = rows.subList(0, rows.size() * 5 / 6);
        List<Accounts.Row> later = rows.subList(known.size(), rows.size());
        Linkage.Result atOnce =
                Linkage.link(known, later, DenseTown.task(), Ties.NONE, Runnable::run);

        for (List<Accounts.Row> order : List.of(later, shuffled(later, seed), byDay(later))) {
            Standing standing = standing(known, Ties.NONE);
            order.forEach(row -> standing.add(List.of(row)));

            assertThat(stretches(standing, rows)).as("seed %d", seed).hasSizeGreaterThan(5);
            assertSame(standing.result(), atOnce, "seed " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void accountsThatGoAndTiesThatComeAreTheSameToTheBit(long seed) {
        List<Accounts.Row> rows = DenseTown.of(DAYS, seed).rows();
        Random random = new Random(seed);
        Standing standing = standing(rows, Ties.NONE);
        Linkage.Result before = standing.result();
        List<Accounts.Row> left = new ArrayList<>(rows);
        List<Accounts.Row> gone = new ArrayList<>();
        for (int step = 0; step < 12; step++) {
            Accounts.Row goes = left.remove(random.nextInt(left.size()));
            gone.add(goes);
            Ties ties = step % 3 == 2 ? ties(left, random) : Ties.NONE;

            standing.change(Set.of(goes.key()), List.of(), ties);

            Voices voices = new Voices(left, ties, DenseTown.task().daysApart(), standing.points);
            assertSame(
                    standing.result(),
                    Linkage.by(
                            standing.model,
                            voices,
                            DenseTown.task().accounts(voices.rows(), ties),
                            Runnable::run),
                    "seed %d, step %d".formatted(seed, step));
        }
        standing.change(Set.of(), gone, Ties.NONE);
        assertSame(standing.result(), before, "seed " + seed);
    }

    /** Some are cut in two where a quarter of the year is taken out, and grow together again. */
    @Test
    void aGroupThatFallsApartAndGrowsTogetherIsTheSameToTheBit() {
        long seed = 7;
        List<Accounts.Row> rows = DenseTown.of(DAYS, seed).rows();
        Standing standing = standing(rows, Ties.NONE);
        Linkage.Result before = standing.result();
        List<Accounts.Row> taken = rows.stream()
                .filter(row -> row.fromDay() > DenseTown.FIRST_DAY + 20)
                .filter(row -> row.fromDay() < DenseTown.FIRST_DAY + 28)
                .toList();
        for (Accounts.Row row : taken) {
            standing.change(Set.of(row.key()), List.of(), Ties.NONE);
        }
        List<Accounts.Row> left = new ArrayList<>(rows);
        left.removeAll(taken);
        assertSame(
                standing.result(),
                Linkage.by(
                        standing.model,
                        new Voices(left, Ties.NONE, DenseTown.task().daysApart(), standing.points),
                        DenseTown.task().accounts(left, Ties.NONE),
                        Runnable::run),
                "taken out");
        assertThat(left.stream()
                        .filter(row -> row.fromDay() <= DenseTown.FIRST_DAY + 20)
                        .map(row -> standing.slot(row.key()).stretch))
                .as("what is left before is few")
                .containsOnlyNulls();

        shuffled(taken, seed).forEach(row -> standing.add(List.of(row)));

        assertSame(standing.result(), before, "seed " + seed);
    }

    @Test
    void whatIsFarFromAChangeStaysTheSameObject() {
        List<Accounts.Row> rows = DenseTown.of(DAYS, 8).rows();
        Standing whole = standing(rows, Ties.NONE);
        Accounts.Row last = rows.stream()
                .filter(row -> whole.slot(row.key()).stretch != null)
                .skip(100)
                .findFirst()
                .orElseThrow();
        List<Accounts.Row> known = new ArrayList<>(rows);
        known.remove(last);
        Standing standing = standing(known, Ties.NONE);
        Set<Stretch> before = stretches(standing, known);
        Map<String, Grouping.Group> groups = new HashMap<>();
        known.forEach(row -> groups.put(row.key(), standing.slot(row.key()).group));

        standing.add(List.of(last));

        Set<Stretch> after = stretches(standing, rows);
        after.removeAll(before);
        assertThat(after).as("weighed anew").hasSizeBetween(1, 5);
        assertThat(before).hasSizeGreaterThan(10);
        List<Accounts.Row> far = known.stream()
                .filter(row ->
                        Math.abs(row.fromDay() - last.fromDay()) > 3 * Stretches.STRETCH_DAYS)
                .toList();
        assertThat(far)
                .hasSizeGreaterThan(300)
                .allSatisfy(row ->
                        assertThat(standing.slot(row.key()).group).isSameAs(groups.get(row.key())));
    }

    /** A pair a day apart, on two sides of a cut and elsewhere. */
    @Test
    void whatStraddlesACutIsFoundAsOftenAsElsewhere() {
        long seed = 9;
        DenseTown town = DenseTown.of(4_000, seed);
        List<Linkage.Event> events = Linkage.link(
                        town.rows(), DenseTown.task(), Ties.NONE, Runnable::run)
                .events();
        Map<String, Integer> eventOf = new HashMap<>();
        IntStream.range(0, events.size())
                .forEach(event ->
                        events.get(event).accounts().forEach(key -> eventOf.put(key, event)));
        int[] pairs = new int[2];
        int[] found = new int[2];
        for (int i = 0; i < town.rows().size(); i++) {
            Accounts.Row one = town.rows().get(i);
            for (int j = i + 1; j < town.rows().size(); j++) {
                Accounts.Row other = town.rows().get(j);
                if (!Objects.equals(town.truth().get(one.key()), town.truth().get(other.key()))) {
                    break;
                }
                if (one.fromDay() != other.fromDay()) {
                    int across =
                            Stretches.number(one.fromDay()) == Stretches.number(other.fromDay())
                                    ? 0
                                    : 1;
                    pairs[across]++;
                    found[across] +=
                            Objects.equals(eventOf.get(one.key()), eventOf.get(other.key()))
                                    ? 1
                                    : 0;
                }
            }
        }
        double elsewhere = (double) found[0] / pairs[0];
        // Four standard errors of a share of so many.
        double most = 4 * Math.sqrt(elsewhere * (1 - elsewhere) / pairs[1]);
        assertThat(pairs[1]).isGreaterThan(400);
        assertThat((double) found[1] / pairs[1])
                .as("found across cuts, of %d; elsewhere %.3f; seed %d", pairs[1], elsewhere, seed)
                .isCloseTo(elsewhere, within(most));
    }

    private static Standing standing(List<Accounts.Row> rows, Ties ties) {
        return Standing.of(rows, DenseTown.task(), ties, Runnable::run);
    }

    private static <T> List<T> shuffled(List<T> all, long seed) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        return shuffled;
    }

    /** From both sides of each cut in turn. */
    private static List<Accounts.Row> byDay(List<Accounts.Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparingInt((Accounts.Row row) ->
                                Math.floorMod(row.fromDay(), Stretches.STRETCH_DAYS))
                        .thenComparing(Accounts.Row::key))
                .toList();
    }

    /** Two that are one, in the same days and far apart, and two that are not. */
    private static Ties ties(List<Accounts.Row> rows, Random random) {
        List<Accounts.Row> byDay = rows.stream()
                .sorted(Comparator.comparingInt(Accounts.Row::fromDay))
                .toList();
        int at = random.nextInt(byDay.size() / 2);
        return new Ties(
                List.of(
                        Set.of(byDay.get(at).key(), byDay.get(at + 1).key()),
                        Set.of(byDay.get(at + 3).key(), byDay.get(at + 9).key()),
                        Set.of(byDay.get(at + 30).key(), byDay.get(at + 90).key())),
                List.of(new Ties.Pair(byDay.get(at + 5).key(), byDay.get(at + 7).key())));
    }

    private static Set<Stretch> stretches(Standing standing, List<Accounts.Row> rows) {
        Set<Stretch> stretches = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Accounts.Row row : rows) {
            Stretch stretch = standing.slot(row.key()).stretch;
            if (stretch != null) {
                stretches.add(stretch);
            }
        }
        return stretches;
    }

    private static void assertSame(Linkage.Result one, Linkage.Result other, String what) {
        assertThat(one.events()).as(what).isEqualTo(other.events());
        assertThat(one.doubts()).as(what).isEqualTo(other.doubts());
    }
}
