package org.truce.app.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal;
import org.truce.app.cli.Terminal.Ran;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The review queue when programs are killed, two come at one moment, or the disk is full. */
final class ReviewFaultsTest {
    private static final long SEED = Long.getLong("truce.seed", 20_311L);
    private static final int KILLS = Integer.getInteger("truce.kills", 6);
    private static final int TEXTS = 40;

    @TempDir
    Path folder;

    private Path store() {
        return folder.resolve("a.truce");
    }

    private Ran truce(Path store, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        all.addAll(List.of("--store", store.toString()));
        return Terminal.run(all.toArray(String[]::new));
    }

    private Path text(int number) throws IOException {
        return Files.writeString(
                folder.resolve("text" + number + ".txt"),
                "Anna Vell said: \"Gate %s is open.\" Vell said: \"Gate %s is not.\"%n"
                        .formatted(gate(number), gate(number + 1)));
    }

    private Ran save(Path store, Path text) {
        return truce(
                store, "read", text.toString(), "--save", "--lang", "en", "--date", "2031-03-04");
    }

    private List<String> waiting(Path store) {
        Ran ran = truce(store, "review");
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.lines().stream().map(line -> line.split("\t", 2)[0]).toList();
    }

    private static List<Path> unfinished(Path store) throws IOException {
        try (Stream<Path> files = Files.walk(Path.of(store + ".review"))) {
            return files.filter(file -> file.getFileName().toString().startsWith(".new"))
                    .toList();
        }
    }

    /** A child that saves text after text is killed at some moment; the queue is whole. */
    @Test
    void aKilledSaveLeavesAQueueThatCanBeReadAndGoneOnWith() throws Exception {
        assertThat(truce(store(), "register", "new", "north").exit()).isZero();
        Random random = new Random(SEED);
        int cut = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path home = Files.createDirectory(folder.resolve("kill" + kill));
            Path store = Files.copy(store(), home.resolve("a.truce"));
            Path text = Files.writeString(home.resolve("long.txt"), many(kill));
            boolean told;
            try (Child child = Child.truce(
                    home,
                    "read",
                    text.toString(),
                    "--save",
                    "--lang",
                    "en",
                    "--store",
                    store.toString())) {
                while (child.isAlive() && !Files.exists(Path.of(store + ".review"))) {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
                TimeUnit.MICROSECONDS.sleep(random.nextInt(900_000));
                child.kill();
                told = child.err().contains("saved for review");
            }
            int there = waiting(store).size();
            cut += there == 0 ? 1 : 0;
            assertThat(there).as("seed %d, kill %d", SEED, kill).isIn(0, 2 * TEXTS);
            assertThat(!told || there == 2 * TEXTS).isTrue();
            assertThat(save(store, text).exit()).isZero();
            assertThat(waiting(store)).hasSize(2 * TEXTS).doesNotHaveDuplicates();
            assertThat(unfinished(store)).isEmpty();
        }
        System.out.printf("seed %d: %d of %d saves cut before their drafts%n", SEED, cut, KILLS);
    }

    /** A name without a figure: figures may be counts. */
    private static String gate(int number) {
        return "" + (char) ('A' + number / 26 % 26) + (char) ('a' + number % 26);
    }

    private static String many(int first) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < TEXTS; i++) {
            text.append("Anna Vell said: \"Gate %s is open.\" Vell said: \"Gate %s is not.\"%n%n"
                    .formatted(gate(first + i), gate(first + i + 1)));
        }
        return text.toString();
    }

    /** What a kill between the review and its entry leaves: the entry taken away again. */
    @Test
    void aReviewWithoutItsEntryWaitsToBeFinished() throws Exception {
        assertThat(truce(store(), "register", "new", "north").exit()).isZero();
        save(store(), text(1));
        Path before = Files.copy(store(), folder.resolve("before.truce"));
        String draft = waiting(store()).getFirst();
        assertThat(truce(store(), "review", "accept", draft, "--by", "officer").exit())
                .isZero();
        Files.delete(store());
        Files.deleteIfExists(Path.of(store() + "-wal"));
        Files.deleteIfExists(Path.of(store() + "-shm"));
        Files.copy(before, store());
        try (Stream<Path> notes = Files.list(Path.of(store() + ".keys"))) {
            for (Path note :
                    notes.filter(file -> file.toString().endsWith(".signed")).toList()) {
                Files.delete(note);
            }
        }
        assertThat(truce(store(), "review").out()).contains(draft + "\tunfinished");
        Ran again = truce(store(), "review", "accept", draft, "--by", "officer");
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(waiting(store())).hasSize(1).doesNotContain(draft);
    }

    @Test
    void ofTwoReviewersAtOnceTheSecondIsToldOfTheFirst() throws Exception {
        assertThat(truce(store(), "register", "new", "north").exit()).isZero();
        for (int i = 0; i < 3; i++) {
            save(store(), text(i * 10));
        }
        for (String draft : waiting(store())) {
            List<Ran> both = together(List.of(
                    () -> truce(store(), "review", "accept", draft, "--by", "one"),
                    () -> truce(store(), "review", "drop", draft, "--by", "two"),
                    () -> truce(store(), "review", "accept", draft, "--by", "three")));
            long accepted = both.stream()
                    .filter(ran -> ran.err().contains("is in the record"))
                    .count();
            assertThat(accepted).as(both.toString()).isEqualTo(1);
        }
        assertThat(waiting(store())).isEmpty();
        Ran whole = truce(store(), "verify");
        // The register's key, its declaration, and one entry of each of six drafts.
        assertThat(whole.err()).contains("8 entries, all whole");
    }

    /** One program of its own and one here. */
    @Test
    void anotherProgramWaitsForThisOne() throws Exception {
        assertThat(truce(store(), "register", "new", "north").exit()).isZero();
        save(store(), text(1));
        String draft = waiting(store()).getFirst();
        try (Child child = Child.truce(
                folder, "review", "drop", draft, "--by", "other", "--store", store().toString())) {
            Ran here = truce(store(), "review", "drop", draft, "--by", "here");
            int there = child.await();
            assertThat(List.of(here.exit(), there)).containsExactlyInAnyOrder(0, 2);
        }
        Ran all = truce(store(), "review", "show", draft);
        assertThat(all.lines().stream().filter(line -> line.startsWith("drop by")))
                .hasSize(1);
    }

    private static List<Ran> together(List<Callable<Ran>> work)
            throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newFixedThreadPool(work.size())) {
            List<Ran> ran = new ArrayList<>();
            for (Future<Ran> one : threads.invokeAll(work)) {
                ran.add(one.get());
            }
            return ran;
        }
    }

    /** Needs root, for a small disk of its own. */
    @Test
    void onAFullDiskNothingIsHalfSaved() throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", disk.toString()),
                "skipped: only root may mount a small disk");
        try {
            assertThat(truce(store(), "register", "new", "north").exit()).isZero();
            Path store = Files.copy(store(), disk.resolve("a.truce"));
            assertThat(save(store, text(1)).exit()).isZero();
            List<String> before = waiting(store);
            fill(disk.resolve("filler"));
            Ran refused = save(store, text(2));
            assertThat(refused.exit()).isEqualTo(2);
            assertThat(refused.err()).contains("see that there is room");
            assertThat(waiting(store)).isEqualTo(before);
            Files.delete(disk.resolve("filler"));
            assertThat(save(store, text(2)).exit()).isZero();
            assertThat(waiting(store)).hasSize(4);
        } finally {
            assertThat(run("umount", disk.toString())).isTrue();
        }
    }

    private static void fill(Path filler) throws IOException {
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(new byte[512]);
            }
        } catch (IOException full) {
            assertThat(Files.size(filler)).isPositive();
        }
    }

    private static boolean run(String... words) throws IOException, InterruptedException {
        try {
            return new ProcessBuilder(words)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException noSuchProgram) {
            return false;
        }
    }
}
