package org.truce.reconcile.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.simulate.accounts.InventedAccounts;
import org.truce.simulate.accounts.Preset;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/** What is added to bit by bit against what is put together at once by what was learned. */
final class StandingTest {
    private static final int SIZE = 220;
    private static final Settings SETTINGS = new Settings(new double[] {2.5, 15}, 2, 4);

    /** Places scattered, listed, shared by stand-ins and copies, missing, and known to a month. */
    @ParameterizedTest
    @CsvSource({
        "towns, 1",
        "towns, 2",
        "hard, 3",
        "listed, 4",
        "copy, 5",
        "copy-late, 6",
        "district-told, 7",
        "district-untold, 8",
        "placeless, 9",
        "months, 10",
        "one-town, 11",
        "several-a-day, 12",
        "twice, 13",
        "uneven-sources, 14",
        "named, 15",
        "worded, 16"
    })
    void addedOneByOneInAnyOrderIsTheSameToTheBit(String preset, long seed) {
        World world = World.of(preset, seed);
        Random random = new Random(seed);
        List<Accounts.Row> known = world.rows().subList(0, world.rows().size() * 2 / 3);
        List<Accounts.Row> later =
                new ArrayList<>(world.rows().subList(known.size(), world.rows().size()));
        List<String> atOnce =
                told(Linkage.link(known, later, world.task(), Ties.NONE, Runnable::run));

        Standing standing = Standing.of(known, world.task(), Ties.NONE, Runnable::run);
        Collections.shuffle(later, random);
        for (int from = 0; from < later.size(); ) {
            int to = Math.min(later.size(), from + 1 + random.nextInt(3));
            standing.add(later.subList(from, to));
            from = to;
        }

        assertThat(told(standing.result())).as("%s, seed %d", preset, seed).isEqualTo(atOnce);
    }

    @ParameterizedTest
    @CsvSource({"towns, 21", "copy, 22", "district-untold, 23", "listed, 24", "hard, 25"})
    void accountsThatGoAndTiesThatComeAreTheSameToTheBit(String preset, long seed) {
        World world = World.of(preset, seed);
        Random random = new Random(seed);
        List<Accounts.Row> rows = world.rows();
        Standing standing = Standing.of(rows, world.task(), Ties.NONE, Runnable::run);
        List<String> before = told(standing.result());
        Set<String> gone = new HashSet<>();
        Ties ties = Ties.NONE;
        for (int step = 0; step < 25; step++) {
            String key = rows.get(random.nextInt(rows.size())).key();
            List<Accounts.Row> come = new ArrayList<>();
            Set<String> going = new HashSet<>();
            if (gone.isEmpty() || random.nextInt(3) > 0) {
                if (gone.add(key)) {
                    going.add(key);
                }
            } else {
                String back = gone.iterator().next();
                gone.remove(back);
                rows.stream().filter(row -> row.key().equals(back)).forEach(come::add);
            }
            ties = step % 4 == 3 ? world.ties(random) : ties;

            standing.change(going, come, ties);

            List<Accounts.Row> left =
                    rows.stream().filter(row -> !gone.contains(row.key())).toList();
            Voices voices = new Voices(left, ties, world.task().daysApart(), standing.points);
            assertThat(told(standing.result()))
                    .as("%s, seed %d, step %d", preset, seed, step)
                    .isEqualTo(told(Linkage.by(
                            standing.model,
                            voices,
                            world.task().accounts(voices.rows(), ties),
                            Runnable::run)));
        }
        standing.change(
                Set.of(),
                rows.stream().filter(row -> gone.contains(row.key())).toList(),
                Ties.NONE);
        assertThat(told(standing.result())).isEqualTo(before);
    }

    /** Marks name reports that are not there yet; some of them contradict each other in time. */
    @ParameterizedTest
    @CsvSource({"towns, 26", "listed, 27", "copy, 28", "hard, 29"})
    void whatIsTiedBeforeItComesIsTheSameToTheBit(String preset, long seed) {
        World world = World.of(preset, seed);
        List<Accounts.Row> known = world.rows().subList(0, world.rows().size() * 2 / 3);
        List<Accounts.Row> later =
                world.rows().subList(known.size(), world.rows().size());
        List<Set<String>> groups = new ArrayList<>();
        for (int at = 0; at < 30; at++) {
            groups.add(Set.of(
                    known.get(at).key(), later.get(at).key(), later.get(at + 30).key()));
        }
        Ties ties = new Ties(groups, List.of());

        assertSameOneByOne(known, later, world, ties, preset + ", seed " + seed);
    }

    /** What coders mark lies near what comes, and mostly in groups that it does not touch. */
    @ParameterizedTest
    @CsvSource({"towns, 51", "listed, 52", "one-town, 53", "several-a-day, 54", "months, 55"})
    void tiesOfNeighboursThatAreNotTouchedStayAsTheyAre(String preset, long seed) {
        World world = World.of(preset, seed);
        List<Accounts.Row> known = world.rows().subList(0, world.rows().size() * 4 / 5);
        List<Accounts.Row> later =
                world.rows().subList(known.size(), world.rows().size());
        List<Set<String>> pairs = new ArrayList<>();
        Linkage.link(known, world.task(), Ties.NONE, Runnable::run).events().stream()
                .filter(event -> event.accounts().size() > 2)
                .limit(60)
                .forEach(event -> pairs.add(Set.copyOf(event.accounts().subList(0, 2))));
        assertThat(pairs).hasSizeGreaterThan(20);

        assertSameOneByOne(
                known, later, world, new Ties(pairs, List.of()), preset + ", seed " + seed);
    }

    private static void assertSameOneByOne(
            List<Accounts.Row> known,
            List<Accounts.Row> later,
            World world,
            Ties ties,
            String what) {
        Standing standing = Standing.of(known, world.task(), ties, Runnable::run);
        later.forEach(row -> standing.add(List.of(row)));

        Linkage.Result result = standing.result();
        assertThat(result.events().stream().flatMap(event -> event.accounts().stream()))
                .as("each account in one event, %s", what)
                .doesNotHaveDuplicates()
                .hasSize(world.rows().size());
        assertThat(told(result))
                .as(what)
                .isEqualTo(told(Linkage.link(known, later, world.task(), ties, Runnable::run)));
    }

    @Test
    void aChangeSaysWhatItDidAndTouchesNothingElse() {
        World world = World.of("towns", 31);
        List<Accounts.Row> known = world.rows().subList(0, world.rows().size() - 1);
        Accounts.Row last = world.rows().getLast();
        Standing standing = Standing.of(known, world.task(), Ties.NONE, Runnable::run);
        List<Linkage.Event> before = standing.result().events();

        Standing.Change change = standing.add(List.of(last));

        List<Linkage.Event> after = standing.result().events();
        assertThat(change.come())
                .anySatisfy(event -> assertThat(event.accounts()).contains(last.key()));
        assertThat(keys(after)).hasSize(keys(before).size() + 1).contains(last.key());
        List<String> kept = told(before, change.gone());
        assertThat(told(after, change.come())).isEqualTo(kept);
        assertThat(kept).hasSizeGreaterThan(before.size() * 9 / 10);
    }

    @Test
    void aKeyThatIsThereIsRefusedAndNothingChanges() {
        World world = World.of("towns", 41);
        Standing standing = Standing.of(world.rows(), world.task(), Ties.NONE, Runnable::run);
        List<String> before = told(standing.result());
        Accounts.Row there = world.rows().getFirst();

        assertThatThrownBy(() -> standing.add(List.of(there)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(there.key());

        assertThat(told(standing.result())).isEqualTo(before);
    }

    private record World(List<Accounts.Row> rows, Standing.Task task) {
        static World of(String preset, long seed) {
            InventedAccounts invented = InventedAccounts.of(Preset.get(preset).plan(SIZE), seed);
            List<Accounts.Row> rows = new ArrayList<>(invented.rows());
            Collections.shuffle(rows, new Random(seed));
            return new World(
                    rows,
                    new Standing.Task(
                            invented.plan().sources().size(), invented.codings(), SETTINGS));
        }

        /** Four pairs of one, four of none, and no account in two of them. */
        Ties ties(Random random) {
            List<String> keys = new ArrayList<>();
            rows.forEach(row -> keys.add(row.key()));
            Collections.shuffle(keys, random);
            return new Ties(
                    Stream.of(0, 2, 4, 6)
                            .map(at -> Set.of(keys.get(at), keys.get(at + 1)))
                            .toList(),
                    Stream.of(8, 10, 12, 14)
                            .map(at -> new Ties.Pair(keys.get(at), keys.get(at + 1)))
                            .toList());
        }
    }

    private static Set<String> keys(List<Linkage.Event> events) {
        Set<String> keys = new HashSet<>();
        events.forEach(event -> keys.addAll(event.accounts()));
        return keys;
    }

    private static List<String> told(List<Linkage.Event> events, List<Linkage.Event> without) {
        Set<String> left = new HashSet<>();
        without.forEach(event -> left.add(told(event)));
        return events.stream()
                .map(StandingTest::told)
                .filter(text -> !left.contains(text))
                .toList();
    }

    /** All that is said, every number to the bit. */
    private static List<String> told(Linkage.Result result) {
        return Stream.concat(
                        result.events().stream().map(StandingTest::told),
                        result.doubts().stream().map(Linkage.Doubt::toString))
                .toList();
    }

    private static String told(Linkage.Event event) {
        StringBuilder text = new StringBuilder(event.accounts() + " " + event.probability());
        event.links()
                .forEach(link -> text.append(" %s+%s".formatted(link.one(), link.other()))
                        .append(link.evidence().stream()
                                .mapToDouble(Evidence::logOdds)
                                .boxed()
                                .toList()));
        return text.toString();
    }
}
