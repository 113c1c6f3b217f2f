package org.truce.app.faults;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal;
import org.truce.app.cli.Terminal.Ran;
import org.truce.app.feed.ReportSheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One byte flipped in every class of bytes of what Truce keeps: each flip is named or refused, or
 * every answer is the same as before. Nothing that is printed on the way is a protected value.
 * {@code -Dtruce.flips=} for more of each class.
 */
final class FlippedByteTest {
    private static final int FLIPS = Integer.getInteger("truce.flips", 2);
    private static final long SEED = Long.getLong("truce.seed", 20170710L);
    private static final String SECRET = "ObserverNimr";
    private static final LocalDate FIRST_DAY = LocalDate.parse("2016-01-01");

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);
    private Path store = Path.of("");

    /** What came of the flips of one class. */
    private static final class Tally {
        private int named;
        private int without;

        @Override
        public String toString() {
            return "%d named or refused, %d without effect".formatted(named, without);
        }
    }

    private final Map<String, Tally> tallies = new TreeMap<>();

    /** An own register, a followed one, a bundle that waits, free and overflow pages. */
    @BeforeEach
    void make() throws IOException {
        Path other = folder.resolve("other.truce");
        for (int part = 0; part < 3; part++) {
            table("t" + part + ".csv", part * 60 + 1, part * 60 + 60);
            take(other, "theirs", "t" + part + ".csv");
        }
        table("own.csv", 1000, 1400);
        store = folder.resolve("own.truce");
        take(store, "ours", "own.csv");
        run("accept", "--store", store.toString(), bundle(other, "late.bundle", "122"));
        run("accept", "--store", store.toString(), bundle(other, "all.bundle", "0"));
        table("t3.csv", 181, 240);
        take(other, "theirs", "t3.csv");
        table("t4.csv", 241, 300);
        take(other, "theirs", "t4.csv");
        run("accept", "--store", store.toString(), bundle(other, "later.bundle", "300"));
    }

    private String bundle(Path from, String name, String since) {
        String to = folder.resolve(name).toString();
        run(
                "export",
                "--protected",
                "--store",
                from.toString(),
                "--register",
                "theirs",
                "--since",
                since,
                to);
        return to;
    }

    /**
     * Of five sources, a report a day: hundreds of sources that all report of one day take long.
     */
    private void table(String name, int first, int last) throws IOException {
        List<String> rows = IntStream.rangeClosed(first, last)
                .mapToObj(i -> ReportSheet.row(
                        "report_id",
                        "A" + i,
                        "source",
                        SECRET + i % 5,
                        "occurred_from",
                        FIRST_DAY.plusDays(i % 500).toString(),
                        "note",
                        (SECRET + " saw it; ").repeat(i % 50 == 0 ? 700 : 1)))
                .toList();
        Files.writeString(folder.resolve(name), ReportSheet.table(rows));
    }

    private void take(Path to, String register, String table) {
        run(
                "import",
                "--store",
                to.toString(),
                "--register",
                register,
                folder.resolve(table).toString());
    }

    private static Ran run(String... words) {
        Ran ran = Terminal.run(words);
        assertThat(ran.exit()).as(String.join(" ", words) + "\n" + ran.err()).isZero();
        return ran;
    }

    /** Everything that can be asked of a store. */
    private String answers(Path of, Path home) throws IOException {
        StringBuilder all = new StringBuilder();
        all.append(run("incidents", "--store", of.toString(), "--json").out());
        all.append(run("register", "list", "--store", of.toString(), "--json").out());
        for (String register : List.of("ours", "theirs")) {
            Path out = home.resolve(register + ".bundle");
            run(
                    "export",
                    "--protected",
                    "--store",
                    of.toString(),
                    "--register",
                    register,
                    out.toString());
            all.append(HexFormat.of().formatHex(Files.readAllBytes(out)));
            Files.delete(out);
        }
        return all.toString();
    }

    @Test
    void ofTheStoreIsNamedOrWithoutEffect() throws Exception {
        Map<String, List<Integer>> classes = DatabaseBytes.classes(store);
        assertThat(classes.keySet())
                .contains(
                        "entry: interior cells",
                        "entry: payload",
                        "guarded: payload",
                        "checkpoint: payload",
                        "bundle: payload",
                        "log: payload",
                        "entry_by_id: payload",
                        "entry_by_id: interior cells",
                        "overflow: content",
                        "free pages: content")
                .doesNotContain("page that nothing names");
        byte[] whole = Files.readAllBytes(store);
        Path home = Files.createDirectory(folder.resolve("flip"));
        String golden = answers(Files.write(home.resolve("own.truce"), whole), home);
        clean(home);
        for (Map.Entry<String, List<Integer>> some : classes.entrySet()) {
            for (int i = 0; i < FLIPS; i++) {
                int offset = some.getValue().get(random.nextInt(some.getValue().size()));
                byte[] flipped = flip(whole, offset);
                Path file = Files.write(home.resolve("own.truce"), flipped);
                String which = "seed %d: %s, byte %d: %02x for %02x"
                        .formatted(SEED, some.getKey(), offset, flipped[offset], whole[offset]);
                boolean silent =
                        isSilent(which, Terminal.run("verify", "--store", file.toString()));
                count(some.getKey(), silent);
                if (silent) {
                    assertThat(answers(file, home).equals(golden)).as(which).isTrue();
                } else {
                    // Whatever is asked of it next: an answer or a message, never what is
                    // protected.
                    shows(which, Terminal.run("register", "list", "--store", file.toString()));
                    shows(
                            which,
                            Terminal.run(
                                    "checkpoint",
                                    "--register",
                                    "ours",
                                    "--store",
                                    file.toString()));
                }
                clean(home);
            }
        }
        System.out.println("flips of the store, seed " + SEED);
        tallies.forEach((name, tally) -> System.out.println("  " + name + ": " + tally));
    }

    private byte[] flip(byte[] whole, int offset) {
        byte[] flipped = whole.clone();
        flipped[offset] ^= (byte) (1 + random.nextInt(255));
        return flipped;
    }

    private void count(String name, boolean silent) {
        Tally tally = tallies.computeIfAbsent(name, unseen -> new Tally());
        tally.named += silent ? 0 : 1;
        tally.without += silent ? 1 : 0;
    }

    private static boolean isSilent(String which, Ran ran) {
        shows(which, ran);
        assertThat(ran.exit()).as(which).isIn(0, 1, 2);
        assertThat(ran.exit() == 0 || !ran.err().isBlank()).as(which).isTrue();
        return ran.exit() == 0;
    }

    private static void shows(String which, Ran ran) {
        assertThat(ran.err() + ran.out())
                .as(which)
                .doesNotContain(SECRET)
                .doesNotContain("\tat ")
                .doesNotContain("Exception");
    }

    private static void clean(Path home) throws IOException {
        try (Stream<Path> files = Files.list(home)) {
            for (Path file : files.toList()) {
                if (Files.isDirectory(file)) {
                    AsLeft.delete(file);
                } else {
                    Files.delete(file);
                }
            }
        }
    }

    private static String key(Path of) {
        String listed =
                run("register", "list", "--json", "--store", of.toString()).out();
        return listed.replaceAll("(?s).*\"key\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void ofABundleIsRefusedOrWithoutEffect() throws Exception {
        Path bundle = folder.resolve("all.bundle");
        byte[] whole = Files.readAllBytes(bundle);
        String key = key(folder.resolve("other.truce"));
        Path flippedFile = folder.resolve("flipped.bundle");
        TreeSet<Integer> silent = new TreeSet<>();
        for (int i = 0; i < 20 * FLIPS; i++) {
            int offset = i < 20 ? i : random.nextInt(whole.length);
            Files.write(flippedFile, flip(whole, offset));
            if (isSilent(
                    "byte " + offset,
                    Terminal.run("verify-bundle", flippedFile.toString(), "--key", key))) {
                silent.add(offset);
            }
        }
        // RFC 1952: time, extra flags and operating system; nothing of them is in what is unpacked.
        assertThat(silent).allMatch(offset -> offset >= 4 && offset <= 9);
        System.out.printf("flips of a bundle, seed %d: without effect at %s%n", SEED, silent);
    }

    @Test
    void ofAKeyFileIsRefusedOrWithoutEffect() throws Exception {
        Path keys = folder.resolve("own.truce.keys");
        Path key;
        try (Stream<Path> files = Files.list(keys)) {
            key = files.filter(file -> file.toString().matches(".*/[0-9a-f]{8}\\.key"))
                    .findFirst()
                    .orElseThrow();
        }
        byte[] whole = Files.readAllBytes(key);
        byte[] storeBytes = Files.readAllBytes(store);
        int named = 0;
        List<Integer> silent = new ArrayList<>();
        for (int i = 0; i < 4 * FLIPS; i++) {
            int offset = random.nextInt(whole.length);
            Files.write(key, flip(whole, offset));
            Ran ran = Terminal.run(
                    "register", "rotate", "--store", store.toString(), "ours", "--reason", "r");
            if (isSilent("byte " + offset + " of the key", ran)) {
                silent.add(offset);
                Files.write(store, storeBytes);
            } else {
                named++;
                assertThat(Files.readAllBytes(store)).isEqualTo(storeBytes);
            }
        }
        Files.write(key, whole);
        assertThat(named).isPositive();
        System.out.printf(
                "flips of a key file, seed %d: %d refused, without effect at %s%n",
                SEED, named, silent);
    }

    @Test
    void ofACheckpointIsRefused() throws Exception {
        Path note = folder.resolve("checkpoint");
        Files.writeString(
                note,
                run("checkpoint", "--register", "ours", "--store", store.toString())
                        .out());
        byte[] whole = Files.readAllBytes(note);
        run(
                "export",
                "--store",
                store.toString(),
                "--register",
                "ours",
                "--since",
                note.toString(),
                folder.resolve("rest").toString());
        for (int i = 0; i < 20 * FLIPS; i++) {
            int offset = random.nextInt(whole.length);
            Files.write(note, flip(whole, offset));
            Path rest = folder.resolve("rest" + i);
            boolean silent = isSilent(
                    "seed %d: byte %d of a checkpoint".formatted(SEED, offset),
                    Terminal.run(
                            "export",
                            "--store",
                            store.toString(),
                            "--register",
                            "ours",
                            "--since",
                            note.toString(),
                            rest.toString()));
            if (silent) {
                assertThat(Files.readAllBytes(rest))
                        .as("byte " + offset)
                        .isEqualTo(Files.readAllBytes(folder.resolve("rest")));
                count("checkpoint", true);
            } else {
                count("checkpoint", false);
            }
        }
        System.out.println("flips of a checkpoint: " + tallies);
    }
}
