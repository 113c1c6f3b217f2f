package org.truce.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal;
import org.truce.app.feed.ReportSheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;

/**
 * Programs killed at moments that the seed chooses. Each time the store is looked at as it was
 * left, before anything of ours opens it: what was acknowledged on standard output is there. Then
 * it is verified, and the work goes on. {@code -Dtruce.kills=200} for the long run.
 */
final class KilledTest {
    private static final int KILLS = Integer.getInteger("truce.kills", 3);
    private static final long SEED = Long.getLong("truce.seed", 20170709L);
    private static final int ROWS = 2_500;

    /** The founding key and the declaration stand before the first row. */
    private static final int BEFORE_ROWS = 2;

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private final Map<String, Integer> died = new TreeMap<>();

    private static Path table(Path file, int rows) throws IOException {
        List<String> lines = new ArrayList<>();
        for (int i = 1; i <= rows; i++) {
            lines.add(ReportSheet.row("report_id", "A" + i, "note", "the note of row " + i));
        }
        return Files.writeString(file, ReportSheet.table(lines));
    }

    @Test
    void anImportLosesNothingThatItAcknowledged() throws Exception {
        Path reports = table(folder.resolve("reports.csv"), ROWS);
        long whole;
        try (Child undisturbed =
                Child.tellingImport(folder, folder.resolve("undisturbed.truce"), reports)) {
            assertThat(undisturbed.await()).as(undisturbed.err()).isZero();
        }
        try (Child undisturbed =
                Child.tellingImport(folder, folder.resolve("timed.truce"), reports)) {
            long start = System.nanoTime();
            assertThat(undisturbed.await()).as(undisturbed.err()).isZero();
            whole = System.nanoTime() - start;
        }
        for (int kill = 1; kill <= KILLS; kill++) {
            Path home = Files.createDirectory(folder.resolve("kill" + kill));
            killOneImport("seed %d, kill %d".formatted(SEED, kill), home, reports, whole, kill);
            AsLeft.delete(home);
            if (kill % 20 == 0) {
                System.out.printf("%d of %d killed: %s%n", kill, KILLS, died);
            }
        }
        System.out.printf(
                "killed imports (seed %d), by what was recorded when they died: %s%n", SEED, died);
    }

    private void killOneImport(String which, Path home, Path reports, long wholeNanos, int kill)
            throws Exception {
        Path store = home.resolve("a.truce");
        if (kill % 2 == 0) {
            // Making keys takes long on purpose; half of the imports find them made.
            run("register", "new", "--store", store.toString(), "killed");
        }
        long acknowledged = 0;
        boolean ended = false;
        try (Child child = Child.tellingImport(home, store, reports)) {
            if (kill % 4 > 0) {
                // Much of the time goes by before anything is written: most kills come later.
                until(child, () -> Files.exists(beside(store, "-wal")));
            }
            if (kill % 8 > 3) {
                until(child, () -> !child.out().isEmpty());
            }
            sleep(kill % 4 == 0 ? wholeNanos : wholeNanos / 3);
            boolean killed = child.kill();
            for (String line : child.out()) {
                ended |= line.equals("end");
                acknowledged = ended ? ROWS : Long.parseLong(line);
            }
            assertThat(killed || ended).as(which + child.err()).isTrue();
        }
        AsLeft left = AsLeft.of(store, home);
        assertThat(left.pages()).as(which).isEqualTo("ok");
        if (acknowledged > 0) {
            assertThat(left.signedTo())
                    .as(which)
                    .isGreaterThanOrEqualTo(acknowledged + BEFORE_ROWS);
        }
        assertThat(left.entries()).as(which).isEqualTo(left.signedTo());
        count(left, acknowledged, ended);
        if (left.there()) {
            verified(which, store);
        }
        Terminal.Ran again = Terminal.run(
                "import",
                "--json",
                "--register",
                "killed",
                "--store",
                store.toString(),
                reports.toString());
        assertThat(again.exit()).as(which + again.err()).isZero();
        long rowsThere = Math.max(0, left.entries() - BEFORE_ROWS);
        assertThat(again.out())
                .as(which)
                .contains("\"accepted\":%d,\"duplicates\":%d,"
                        .formatted(ROWS - rowsThere, rowsThere));
        verified(which, store);
        assertThat(AsLeft.of(store, home).entries()).isEqualTo(ROWS + BEFORE_ROWS);
    }

    private static Path beside(Path store, String end) {
        return store.resolveSibling(store.getFileName() + end);
    }

    private void count(AsLeft left, long acknowledged, boolean ended) {
        long rows = Math.max(0, left.entries() - BEFORE_ROWS);
        String when;
        if (ended) {
            when = "7 not in time: it had ended";
        } else if (!left.there()) {
            when = "1 before there was a store";
        } else if (left.entries() == 0) {
            when = "2 tables made, no entry";
        } else if (rows == 0) {
            when = "3 founded, no row";
        } else if (rows == ROWS) {
            when = "6 all rows recorded, end not told";
        } else if (rows > acknowledged) {
            when = "5 a batch recorded and not yet told";
        } else {
            when = "4 while a batch was prepared or written";
        }
        died.merge(when, 1, Integer::sum);
    }

    private static void verified(String which, Path store) {
        Terminal.Ran ran = Terminal.run("verify", "--store", store.toString());
        assertThat(ran.exit()).as(which + "\n" + ran.err()).isZero();
    }

    private void sleep(long withinNanos) throws InterruptedException {
        TimeUnit.NANOSECONDS.sleep((long) (random.nextDouble() * withinNanos));
    }

    private static void until(Child child, BooleanSupplier reached) throws InterruptedException {
        while (child.isAlive() && !reached.getAsBoolean()) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    @Test
    void anAcceptTakesInAllOrNothing() throws Exception {
        Path reports = table(folder.resolve("reports.csv"), 1_000);
        Path from = folder.resolve("from.truce");
        Path bundle = folder.resolve("killed.bundle");
        run("import", "--store", from.toString(), "--register", "killed", reports.toString());
        run("export", "--store", from.toString(), "--register", "killed", bundle.toString());
        for (int kill = 1; kill <= Math.max(2, KILLS / 4); kill++) {
            String which = "seed %d, accept %d".formatted(SEED, kill);
            Path home = Files.createDirectory(folder.resolve("accept" + kill));
            Path store = home.resolve("a.truce");
            boolean told;
            try (Child child = Child.truce(
                    home, "accept", "--json", "--store", store.toString(), bundle.toString())) {
                until(child, () -> Files.exists(store));
                sleep(TimeUnit.MILLISECONDS.toNanos(1_500));
                child.kill();
                told = child.out().stream().anyMatch(line -> line.contains("\"added\":1002"));
            }
            AsLeft left = AsLeft.of(store, home);
            assertThat(left.pages()).as(which).isEqualTo("ok");
            assertThat(left.entries()).as(which).isIn(0L, 1_002L).isEqualTo(left.signedTo());
            assertThat(!told || left.entries() == 1_002).as(which).isTrue();
            died.merge("accept: " + left.entries() + " entries, told: " + told, 1, Integer::sum);
            Terminal.Ran again =
                    Terminal.run("accept", "--store", store.toString(), bundle.toString());
            assertThat(again.exit()).as(which + again.err()).isZero();
            verified(which, store);
            assertThat(AsLeft.of(store, home).entries()).as(which).isEqualTo(1_002);
            AsLeft.delete(home);
        }
        System.out.printf("killed accepts (seed %d): %s%n", SEED, died);
    }

    /** Whatever key the log names, its private half is here: the register can always sign on. */
    @Test
    void aRotationNeverLeavesARegisterWithoutItsKey() throws Exception {
        Path home = Files.createDirectory(folder.resolve("rotate"));
        Path store = home.resolve("a.truce");
        run("register", "new", "--store", store.toString(), "killed");
        for (int kill = 1; kill <= Math.max(2, KILLS / 4); kill++) {
            String which = "seed %d, rotation %d".formatted(SEED, kill);
            long before = AsLeft.of(store, home).entries();
            long keys = keys(home);
            boolean told;
            try (Child child = Child.truce(
                    home,
                    "register",
                    "rotate",
                    "--store",
                    store.toString(),
                    "killed",
                    "--reason",
                    "r" + kill)) {
                // The new key is the first trace of a rotation.
                sleep(TimeUnit.MILLISECONDS.toNanos(900));
                if (kill % 2 == 0) {
                    until(child, () -> keys(home) > keys);
                    // On a busy machine the log is written a good while after the key.
                    sleep(TimeUnit.MILLISECONDS.toNanos(kill % 4 == 0 ? 900 : 60));
                }
                child.kill();
                told = !child.out().isEmpty();
            }
            AsLeft left = AsLeft.of(store, home);
            assertThat(left.pages()).as(which).isEqualTo("ok");
            assertThat(left.entries())
                    .as(which)
                    .isIn(before, before + 1)
                    .isEqualTo(left.signedTo());
            assertThat(!told || left.entries() == before + 1).as(which).isTrue();
            died.merge(
                    "rotate: new key kept: %s, recorded: %s, told: %s"
                            .formatted(keys(home) > keys, left.entries() > before, told),
                    1,
                    Integer::sum);
            verified(which, store);
            Path one = table(folder.resolve("one.csv"), kill);
            run("import", "--store", store.toString(), "--register", "killed", one.toString());
        }
        System.out.printf("killed rotations (seed %d): %s%n", SEED, died);
    }

    private static long keys(Path home) {
        try (Stream<Path> files = Files.list(home.resolve("a.truce.keys"))) {
            return files.filter(file -> file.toString().endsWith(".key")).count();
        } catch (IOException unreadable) {
            return 0;
        }
    }

    private static void run(String... words) {
        Terminal.Ran ran = Terminal.run(words);
        assertThat(ran.exit()).as(ran.err()).isZero();
    }
}
