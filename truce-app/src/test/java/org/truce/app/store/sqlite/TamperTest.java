package org.truce.app.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.store.EntryStore;
import org.truce.app.store.EntryStore.Check;
import org.truce.app.store.StoreException;
import org.truce.app.store.TestKeys;
import org.truce.record.Entry;
import org.truce.record.LogRow;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * Somebody with the file in hand changes it. Each time the check must find that, and name the entry
 * that was touched. Three registers, five batches each, of entries that are chosen by the seed.
 */
final class TamperTest {
    private static final long SEED = 20170709;
    /** As the stores of these tests have it. */
    private static final int PAGE = 8192;

    private static final int ROUNDS = 12;
    private static final List<String> REGISTERS = List.of("alpha", "beta", "gamma");
    private static final int BATCHES = 5;
    private static final int BATCH = 6;
    private static final int IN_REGISTER = BATCHES * BATCH;

    private final Random random = new Random(SEED);

    @TempDir
    private Path folder;

    private Path whole;
    private Path file;

    @BeforeEach
    void write() {
        whole = folder.resolve("whole.db");
        file = folder.resolve("touched.db");
        Invented invented = new Invented(SEED);
        try (EntryStore store = SqliteStore.openOrCreate(whole, new TestKeys(), Invented.CLOCK)) {
            for (int batch = 0; batch < BATCHES; batch++) {
                List<Entry> entries = new ArrayList<>();
                for (String register : REGISTERS) {
                    int first = batch * BATCH + 1;
                    entries.addAll(invented.reports(register, first, first + BATCH - 1));
                }
                store.append(entries);
            }
            Check check = store.verify(Optional.empty());
            assertThat(check.problems()).isEmpty();
            assertThat(check.entries()).isEqualTo(REGISTERS.size() * (IN_REGISTER + 1));
        }
    }

    private interface Touch {
        void apply(Tamper tamper, String register, int number) throws SQLException;
    }

    /** Touches entries that the seed chooses, one at a time, each in a fresh copy. */
    private void eachIsNamed(String naming, Touch touch) throws IOException, SQLException {
        for (int round = 0; round < ROUNDS; round++) {
            String register = REGISTERS.get(random.nextInt(REGISTERS.size()));
            int number = 1 + random.nextInt(IN_REGISTER);
            List<String> problems = problemsAfter(tamper -> touch.apply(tamper, register, number));
            String expected = naming.formatted(register, number + 1, number);
            assertThat(problems)
                    .as("seed %d, round %d: %s %d", SEED, round, register, number)
                    .anySatisfy(problem -> assertThat(problem).contains(expected))
                    // And it accuses no entry of another register.
                    .allSatisfy(problem -> assertThat(REGISTERS)
                            .filteredOn(other -> !other.equals(register))
                            .noneMatch(other -> problem.startsWith("register " + other + ":")));
        }
    }

    private interface Change {
        void apply(Tamper tamper) throws SQLException;
    }

    private List<String> problemsAfter(Change change) throws IOException, SQLException {
        Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
        try (Tamper tamper = new Tamper(file).dropTriggers()) {
            change.apply(tamper);
            tamper.restoreTriggers(whole);
        }
        return problems();
    }

    private List<String> problems() {
        try (EntryStore store = SqliteStore.openExisting(file, new TestKeys(), Invented.CLOCK)) {
            Check check = store.verify(Optional.empty());
            assertThat(check.ok()).isEqualTo(check.problems().isEmpty());
            return check.problems();
        }
    }

    @Test
    void anUntouchedCopyIsWhole() throws IOException, SQLException {
        assertThat(problemsAfter(tamper -> {})).isEmpty();
    }

    @Test
    void oneByteOfABody() throws IOException, SQLException {
        eachIsNamed(
                "register %s: entry %d (report R%d) was altered",
                (tamper, register, number) -> {
                    int length = Math.toIntExact(tamper.number(
                            "SELECT length(body) FROM entry WHERE" + where(register, number)));
                    int at = 1 + random.nextInt(length);
                    String set = "UPDATE entry SET body = CAST(substr(body, 1, ? - 1) || x'%02x' ||"
                            + " substr(body, ? + 1) AS BLOB) WHERE" + where(register, number);
                    String was = tamper.texts(
                                    "SELECT hex(substr(body, %d, 1)) FROM entry WHERE".formatted(at)
                                            + where(register, number))
                            .getFirst();
                    int other = (Integer.parseInt(was, 16) + 1 + random.nextInt(255)) % 256;
                    changed(tamper.run(set.formatted(other), at, at));
                });
    }

    /** Every byte of the bodies of three entries, with one bit of it turned over. */
    @Test
    void everyByteOfABody() throws IOException, SQLException {
        Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
        try (Tamper tamper = new Tamper(file).dropTriggers();
                EntryStore store = SqliteStore.openExisting(file, new TestKeys(), Invented.CLOCK)) {
            for (int number : List.of(1, BATCH, IN_REGISTER)) {
                String row = where("beta", number);
                byte[] body = HexFormat.of()
                        .parseHex(tamper.texts("SELECT hex(body) FROM entry WHERE" + row)
                                .getFirst());
                String named = "register beta: entry %d (report R%d)".formatted(number + 1, number);
                for (int at = 0; at < body.length; at++) {
                    byte[] altered = body.clone();
                    altered[at] ^= (byte) (1 << (at + number) % 8);
                    changed(tamper.run("UPDATE entry SET body = ? WHERE" + row, altered));
                    assertThat(store.verify(Optional.of("beta")).problems())
                            .as("entry %d, byte %d", number, at)
                            .anySatisfy(problem -> assertThat(problem).contains(named));
                }
                changed(tamper.run("UPDATE entry SET body = ? WHERE" + row, body));
            }
            assertThat(store.verify(Optional.of("beta")).problems())
                    .noneMatch(problem -> problem.contains("entry "));
        }
    }

    @Test
    void aHash() throws IOException, SQLException {
        for (String leaf : List.of("randomblob(32)", "substr(leaf, 2)", "x''")) {
            eachIsNamed(
                    "register %s: entry %d (report R%d) was altered",
                    (tamper, register, number) -> changed(tamper.run("UPDATE entry SET leaf = "
                            + leaf + " WHERE" + where(register, number))));
        }
    }

    /** Whoever alters a row can compute its hash anew; the signature over the batch tells. */
    @Test
    void aBodyWithItsHashComputedAnew() throws IOException, SQLException {
        List<String> problems = problemsAfter(tamper -> {
            String body = tamper.texts(
                            "SELECT CAST(body AS TEXT) FROM entry WHERE" + where("beta", 8))
                    .getFirst();
            byte[] other = body.replace("Daraa", "Homs").getBytes(StandardCharsets.UTF_8);
            LogRow forged = new LogRow(
                    "beta", 9, Invented.CLOCK.instant().truncatedTo(ChronoUnit.MILLIS), other);
            changed(tamper.run(
                    "UPDATE entry SET body = ?, leaf = ? WHERE" + where("beta", 8),
                    other,
                    forged.leafHash().bytes()));
        });
        assertThat(problems)
                .containsExactly("register beta: entries 8 to 13 differ from what was signed");
    }

    @Test
    void aTime() throws IOException, SQLException {
        for (String time : List.of("recorded_at + 1", "recorded_at - 1", "0", "-9e30")) {
            eachIsNamed(
                    "register %s: entry %d (report R%d) was altered",
                    (tamper, register, number) -> changed(tamper.run("UPDATE entry SET"
                            + " recorded_at = " + time + " WHERE" + where(register, number))));
        }
    }

    @Test
    void aKindOrAnId() throws IOException, SQLException {
        eachIsNamed(
                "register %s: entry %d (calm-report R%d) is filed as calm-report R",
                (tamper, register, number) -> changed(tamper.run(
                        "UPDATE entry SET kind = 'calm-report' WHERE" + where(register, number))));
        eachIsNamed(
                "register %s: entry %d (report R999) is filed as report R999 but is report R%d",
                (tamper, register, number) -> changed(tamper.run(
                        "UPDATE entry SET id = 'R999' WHERE" + where(register, number))));
    }

    @Test
    void anEntryMovedToAnotherRegister() throws IOException, SQLException {
        List<String> problems = problemsAfter(tamper -> changed(tamper.run(
                "UPDATE entry SET log = 3, seq = 99, id = 'R99' WHERE" + where("alpha", 9))));
        assertThat(problems)
                .contains("register alpha: entry 10 missing (after R8, before R10)")
                .contains("register gamma: entries 32 to 98 missing (after R30, before R99)");
    }

    @Test
    void aRowTakenOut() throws IOException, SQLException {
        // Start, middle and end of a batch, and of the log.
        for (int number : List.of(1, 3, 6, 7, 12, 29, 30)) {
            List<String> problems = problemsAfter(tamper -> {
                tamper.run("DELETE FROM guarded WHERE entry = (SELECT no FROM entry WHERE"
                        + where("beta", number) + ")");
                changed(tamper.run("DELETE FROM entry WHERE" + where("beta", number)));
            });
            assertThat(problems)
                    .as("report %d", number)
                    .anySatisfy(problem -> assertThat(problem)
                            .startsWith("register beta: entry %d missing".formatted(number + 1)))
                    .anySatisfy(problem ->
                            assertThat(problem).startsWith("the file: 1 entries missing"));
        }
    }

    @Test
    void theFirstKeyTakenOut() throws IOException, SQLException {
        assertThat(problemsAfter(tamper ->
                        changed(tamper.run("DELETE FROM entry WHERE log = 2 AND seq = 1"))))
                .contains("register beta: its log is not the one of its first key")
                .contains("register beta: entry 1 missing (after the start, before R1)");
    }

    /** The logs are whole again, in an earlier state; the file's own numbers are not. */
    @Test
    void theLastBatchTakenOutWithItsSignature() throws IOException, SQLException {
        Change change = tamper -> {
            changed(tamper.run("DELETE FROM guarded WHERE entry IN"
                    + " (SELECT no FROM entry WHERE log = 3 AND seq > 25)"));
            changed(tamper.run("DELETE FROM entry WHERE log = 3 AND seq > 25"));
            changed(tamper.run("DELETE FROM checkpoint WHERE log = 3 AND size > 25"));
        };
        assertThat(problemsAfter(change))
                .containsExactly(
                        "the file: 6 entries missing at the end (after number 87)",
                        "the file: 1 checkpoints missing at the end (after number 17)");
        assertThat(problemsAfter(tamper -> {
                    change.apply(tamper);
                    changed(tamper.run("DELETE FROM sqlite_sequence"));
                }))
                .contains(
                        "the file: its count of entries was set back from 87 to 0",
                        "the file: its count of checkpoints was set back from 17 to 0");
    }

    @Test
    void aWholeRegisterTakenOut() throws IOException, SQLException {
        List<String> problems = problemsAfter(tamper -> {
            changed(tamper.run("DELETE FROM guarded WHERE entry IN"
                    + " (SELECT no FROM entry WHERE log = 2)"));
            changed(tamper.run("DELETE FROM entry WHERE log = 2"));
            changed(tamper.run("DELETE FROM checkpoint WHERE log = 2"));
            changed(tamper.run("DELETE FROM log WHERE no = 2"));
        });
        assertThat(problems).contains("the file: 1 logs missing (between number 1 and number 3)");
    }

    @Test
    void twoRowsExchanged() throws IOException, SQLException {
        List<String> problems = problemsAfter(tamper -> {
            changed(tamper.run("UPDATE entry SET seq = 99 WHERE" + where("alpha", 4)));
            changed(tamper.run("UPDATE entry SET seq = 5 WHERE" + where("alpha", 11)));
            changed(tamper.run("UPDATE entry SET seq = 12 WHERE log = 1 AND seq = 99"));
        });
        assertThat(problems)
                .contains(
                        "register alpha: entry 5 (report R11) was altered or moved: its hash is"
                                + " another",
                        "register alpha: entry 12 (report R4) was altered or moved: its hash is"
                                + " another");
    }

    @Test
    void aForgedRow() throws IOException, SQLException {
        String forged = "INSERT INTO entry (log, seq, kind, id, recorded_at, body, leaf)"
                + " SELECT log, 32, kind, 'R31', recorded_at,"
                + " CAST(replace(CAST(body AS TEXT), '\"R30\"', '\"R31\"') AS BLOB), leaf"
                + " FROM entry WHERE" + where("alpha", 30);
        assertThat(problemsAfter(tamper -> changed(tamper.run(forged))))
                .contains(
                        "register alpha: entry 32 (report R31) was altered or moved: its hash is"
                                + " another",
                        "register alpha: entry 32 added behind the last signature, or it is"
                                + " missing");
    }

    @Test
    void aProtectedValueTakenOutOrAltered() throws IOException, SQLException {
        for (String change : List.of(
                "DELETE FROM guarded",
                "UPDATE guarded SET held = replace(held, 'Nimr', 'Namr')",
                "UPDATE guarded SET held = '[]'",
                "UPDATE guarded SET held = substr(held, 2)",
                "UPDATE guarded SET held = '[null,null]'",
                "UPDATE guarded SET held = x'ff'")) {
            eachIsNamed(
                    "register %s: entry %d (report R%d) ",
                    (tamper, register, number) ->
                            changed(tamper.run(change + " WHERE entry = (SELECT no FROM entry WHERE"
                                    + where(register, number) + ")")));
        }
    }

    @Test
    void protectedValuesMovedToOtherEntries() throws IOException, SQLException {
        assertThat(problemsAfter(tamper -> changed(tamper.run(
                        "UPDATE guarded SET held = (SELECT held FROM guarded WHERE entry ="
                                + " (SELECT no FROM entry WHERE" + where("alpha", 7) + "))"
                                + " WHERE entry = (SELECT no FROM entry WHERE" + where("beta", 5)
                                + ")"))))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("register beta: entry 6 (report R5) has a protected value"
                                + " beside it that is not the one it binds"));
        assertThat(problemsAfter(tamper -> changed(
                        tamper.run("INSERT INTO guarded SELECT 5000, held FROM guarded LIMIT 1"))))
                .containsExactly(
                        "1 protected values stand beside no entry: their entries are missing");
    }

    @Test
    void checkpoints() throws IOException, SQLException {
        assertThat(problemsAfter(tamper -> changed(tamper.run("DELETE FROM checkpoint"))))
                .contains("register alpha: entries 1 to 31 added behind the last signature, or it"
                        + " is missing")
                .contains("the file: 18 checkpoints missing at the end (after number 0)");
        assertThat(problemsAfter(tamper -> changed(
                        tamper.run("UPDATE checkpoint SET frontier = zeroblob(length(frontier))"
                                + " WHERE log = 2 AND size = 13"))))
                .containsExactly(
                        "register beta: the checkpoint of entries 1 to 13 was altered: its roots"
                                + " do not fit");
        assertThat(problemsAfter(tamper -> changed(tamper.run(
                        "UPDATE checkpoint SET log = 3, size = 14 WHERE log = 2 AND size = 13"))))
                .contains("register gamma: the checkpoint of entries 1 to 14 is of another log or"
                        + " size");
    }

    /** Every byte of a signed checkpoint, one after another. */
    @Test
    void anyByteOfASignature() throws IOException, SQLException {
        int length = Math.toIntExact(
                numberIn(whole, "SELECT length(note) FROM checkpoint WHERE log = 2 AND size = 13"));
        for (int at = 1; at <= length; at += 7) {
            int place = at;
            assertThat(problemsAfter(tamper -> changed(tamper.run(
                            "UPDATE checkpoint SET note = substr(note, 1, ? - 1) || CASE"
                                    + " substr(note, ?, 1) WHEN 'B' THEN 'C' ELSE 'B' END ||"
                                    + " substr(note, ? + 1) WHERE log = 2 AND size = 13",
                            place,
                            place,
                            place))))
                    .as("character %d", at)
                    .anySatisfy(problem -> assertThat(problem)
                            .startsWith("register beta: the checkpoint of entries 1 to 13"));
        }
    }

    @Test
    void foreignAndMissingTriggersAndTables() throws IOException, SQLException {
        Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
        try (Tamper tamper = new Tamper(file)) {
            tamper.run("DROP TRIGGER entry_is_never_deleted");
            tamper.run("CREATE TRIGGER helpful AFTER INSERT ON entry BEGIN"
                    + " DELETE FROM checkpoint; END");
            tamper.run("DROP INDEX entry_by_id");
        }
        assertThat(problems())
                .containsExactlyInAnyOrder(
                        "the file: the trigger helpful is foreign or was altered",
                        "the file: TRIGGER entry_is_never_deleted is missing",
                        "the file: INDEX entry_by_id is missing");
    }

    private static long numberIn(Path store, String query) throws SQLException {
        try (Tamper tamper = new Tamper(store)) {
            return tamper.number(query);
        }
    }

    /** What is left of a file that was cut off; the check never ends in an error of its own. */
    @Test
    void aFileThatWasCutOff() throws IOException {
        long length = Files.size(whole);
        for (int round = 0; round < ROUNDS; round++) {
            long left = PAGE + random.nextLong(length - PAGE);
            Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.setLength(left);
            }
            damageIsFound("seed %d: cut to %d of %d bytes".formatted(SEED, left, length));
        }
    }

    @Test
    void aPageThatWasOverwritten() throws IOException {
        int pages = Math.toIntExact(Files.size(whole) / PAGE);
        int named = 0;
        for (int page = 1; page < pages; page++) {
            Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
            byte[] noise = new byte[PAGE];
            random.nextBytes(noise);
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.seek((long) page * PAGE);
                bytes.write(noise);
            }
            named += damageIsFound("seed %d: page %d of %d".formatted(SEED, page, pages));
        }
        assertThat(named).as("pages whose loss is told entry by entry").isGreaterThan(pages / 2);
    }

    /** Whether an entry was named, as 1 or 0. */
    private int damageIsFound(String which) {
        List<String> problems;
        try {
            problems = problems();
        } catch (StoreException refused) {
            assertThat(refused)
                    .as(which)
                    .hasMessageMatching(
                            "(?s).*(cannot be used as a store|the store cannot be read).*");
            return 0;
        } catch (RuntimeException crashed) {
            return fail(which, crashed);
        }
        assertThat(problems).as(which).isNotEmpty();
        return problems.stream().anyMatch(problem -> problem.startsWith("register ")) ? 1 : 0;
    }

    private static String where(String register, int number) {
        // Entry 1 of each log is its key.
        return " log = %d AND seq = %d".formatted(REGISTERS.indexOf(register) + 1, number + 1);
    }

    /** That the change came to pass; else a test could pass on an untouched file. */
    private static void changed(int rows) {
        assertThat(rows).isPositive();
    }
}
