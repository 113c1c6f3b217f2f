package org.truce.app.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.store.EntryStore.Check;
import org.truce.app.store.StoreException;
import org.truce.record.Entry;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Somebody with the file in hand changes it. Each time the check must find that, and name the entry
 * that was touched. Three registers, five batches each, of entries that are chosen by the seed.
 */
final class TamperTest {
    private static final long SEED = 20170709;
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
        try (SqliteStore store = SqliteStore.openOrCreate(whole, Invented.CLOCK)) {
            for (int batch = 0; batch < BATCHES; batch++) {
                List<Entry> entries = new ArrayList<>();
                for (String register : REGISTERS) {
                    int first = batch * BATCH + 1;
                    entries.addAll(invented.reports(register, first, first + BATCH - 1));
                }
                store.append(entries);
            }
            assertThat(store.verify())
                    .isEqualTo(new Check(REGISTERS.size() * IN_REGISTER, List.of()));
        }
    }

    private interface Touch {
        void apply(Tamper tamper, String register, int seq) throws SQLException;
    }

    /** Touches entries that the seed chooses, one at a time, each in a fresh copy. */
    private void eachIsNamed(String naming, Touch touch) throws IOException, SQLException {
        for (int round = 0; round < ROUNDS; round++) {
            String register = REGISTERS.get(random.nextInt(REGISTERS.size()));
            int seq = 1 + random.nextInt(IN_REGISTER);
            List<String> problems = problemsAfter(tamper -> touch.apply(tamper, register, seq));
            String expected = naming.formatted(register, seq, seq);
            assertThat(problems)
                    .as("seed %d, round %d: %s %d", SEED, round, register, seq)
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
        }
        return problems();
    }

    private List<String> problems() {
        try (SqliteStore store = SqliteStore.openExisting(file, Invented.CLOCK)) {
            Check check = store.verify();
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
                (tamper, register, seq) -> {
                    int length = Integer.parseInt(tamper.texts(
                                    "SELECT length(body) FROM entry WHERE" + where(register, seq))
                            .getFirst());
                    int at = 1 + random.nextInt(length);
                    String set = "UPDATE entry SET body = CAST(substr(body, 1, ? - 1) || x'%02x' ||"
                            + " substr(body, ? + 1) AS BLOB) WHERE" + where(register, seq);
                    String was = tamper.texts(
                                    "SELECT hex(substr(body, %d, 1)) FROM entry WHERE".formatted(at)
                                            + where(register, seq))
                            .getFirst();
                    int other = (Integer.parseInt(was, 16) + 1 + random.nextInt(255)) % 256;
                    changed(tamper.run(set.formatted(other), at, at));
                });
    }

    @Test
    void aHash() throws IOException, SQLException {
        eachIsNamed(
                "register %s: entry %d (report R%d) was altered",
                (tamper, register, seq) ->
                        changed(tamper.run("UPDATE entry SET hash = 'f' || substr(hash, 2)"
                                + " || CASE substr(hash, 1, 1) WHEN 'f' THEN 'f' ELSE '' END WHERE"
                                + where(register, seq))));
    }

    @Test
    void anotherHashOfTheSameForm() throws IOException, SQLException {
        eachIsNamed(
                "register %s: entry %d (report R%d) was altered",
                (tamper, register, seq) -> changed(
                        tamper.run("UPDATE entry SET hash = lower(hex(randomblob(32))) WHERE"
                                + where(register, seq))));
    }

    @Test
    void aTime() throws IOException, SQLException {
        for (String time : List.of(
                "2018-01-17T10:00:00.124Z",
                "2018-01-17T10:00:00.123000Z",
                "2018-01-17T12:00:00.123+02:00",
                "yesterday",
                "")) {
            eachIsNamed(
                    "register %s: entry %d (report R%d) was altered",
                    (tamper, register, seq) -> changed(tamper.run(
                            "UPDATE entry SET recorded_at = ? WHERE" + where(register, seq),
                            time)));
        }
    }

    @Test
    void aKind() throws IOException, SQLException {
        eachIsNamed(
                "register %s: entry %d is filed as calm-report R",
                (tamper, register, seq) -> changed(tamper.run(
                        "UPDATE entry SET kind = 'calm-report' WHERE" + where(register, seq))));
    }

    @Test
    void anId() throws IOException, SQLException {
        eachIsNamed(
                "register %s: entry %d is filed as report R999 but is report R%d",
                (tamper, register, seq) -> changed(
                        tamper.run("UPDATE entry SET id = 'R999' WHERE" + where(register, seq))));
    }

    @Test
    void anEntryMovedToANewRegister() throws IOException, SQLException {
        List<String> problems = problemsAfter(tamper -> changed(
                tamper.run("UPDATE entry SET register = 'delta' WHERE" + where("alpha", 9))));
        assertThat(problems)
                .contains("register alpha: entry 9 missing (after R8, before R10)")
                .anySatisfy(problem -> assertThat(problem)
                        .contains("entry 9 is filed as report R9 but is report R9 of"
                                + " register alpha"));
    }

    @Test
    void aRowTakenOutOfABatch() throws IOException, SQLException {
        // Start, middle and end of a batch, and of the log.
        for (int seq : List.of(1, 3, 6, 7, 12, 29, 30)) {
            List<String> problems = problemsAfter(tamper -> {
                tamper.run("DELETE FROM guarded WHERE entry =" + " (SELECT no FROM entry WHERE"
                        + where("beta", seq) + ")");
                changed(tamper.run("DELETE FROM entry WHERE" + where("beta", seq)));
            });
            assertThat(problems)
                    .as("entry %d", seq)
                    .anySatisfy(problem -> assertThat(problem)
                            .startsWith("register beta: entry %d missing".formatted(seq)));
            assertThat(problems)
                    .as("entry %d", seq)
                    .anySatisfy(problem -> assertThat(problem)
                            .startsWith("the file: 1 entries missing (after register "));
        }
    }

    @Test
    void aBatchTakenOutOfTheMiddleWithItsMark() throws IOException, SQLException {
        assertThat(problemsAfter(tamper -> {
                    changed(tamper.run("DELETE FROM entry WHERE register = 'beta' AND seq"
                            + " BETWEEN 7 AND 12"));
                    changed(tamper.run(
                            "DELETE FROM mark WHERE register = 'beta' AND first_seq" + " = 7"));
                }))
                .contains("register beta: entries 7 to 12 missing (after R6, before R13)");
    }

    /** The chain and the marks of a register are whole again; the file's own numbers are not. */
    @Test
    void theLastBatchTakenOutWithItsMark() throws IOException, SQLException {
        Change change = tamper -> {
            changed(tamper.run("DELETE FROM guarded WHERE entry IN"
                    + " (SELECT no FROM entry WHERE register = 'gamma' AND seq > 24)"));
            changed(tamper.run("DELETE FROM entry WHERE register = 'gamma' AND seq > 24"));
            changed(tamper.run("DELETE FROM mark WHERE register = 'gamma' AND last_seq > 24"));
        };
        assertThat(problemsAfter(change))
                .containsExactly(
                        "the file: 6 entries missing at the end (after register beta: entry 30"
                                + " (report R30))",
                        "the file: 1 marks missing at the end (after register beta: the mark of"
                                + " entry 30)");
        assertThat(problemsAfter(tamper -> {
                    change.apply(tamper);
                    changed(tamper.run("DELETE FROM sqlite_sequence"));
                }))
                .containsExactly(
                        "the file: its count of entries was set back from 84 to 0",
                        "the file: its count of marks was set back from 14 to 0");
    }

    @Test
    void aWholeRegisterTakenOut() throws IOException, SQLException {
        List<String> problems = problemsAfter(tamper -> {
            changed(tamper.run("DELETE FROM guarded WHERE entry IN"
                    + " (SELECT no FROM entry WHERE register = 'beta')"));
            changed(tamper.run("DELETE FROM entry WHERE register = 'beta'"));
            changed(tamper.run("DELETE FROM mark WHERE register = 'beta'"));
        });
        assertThat(problems)
                .contains("the file: 6 entries missing (after register alpha: entry 6 (report"
                        + " R6), before register gamma: entry 1 (report R1))")
                .hasSize(10);
    }

    @Test
    void twoRowsExchanged() throws IOException, SQLException {
        List<String> problems = problemsAfter(tamper -> {
            changed(tamper.run("UPDATE entry SET seq = 99 WHERE" + where("alpha", 4)));
            changed(tamper.run("UPDATE entry SET seq = 4 WHERE" + where("alpha", 11)));
            changed(tamper.run("UPDATE entry SET seq = 11 WHERE" + where("alpha", 99)));
        });
        assertThat(problems)
                .contains(
                        "register alpha: entry 4 (report R11) was altered or moved: it breaks the"
                                + " chain",
                        "register alpha: entry 11 (report R4) was altered or moved: it breaks the"
                                + " chain");
    }

    /** The chain does not hold the file's numbers, and yet they set the order of all registers. */
    @Test
    void aRowPutElsewhereInTheFile() throws IOException, SQLException {
        List<String> problems = problemsAfter(tamper -> {
            changed(tamper.run("UPDATE guarded SET entry = 500 WHERE entry ="
                    + " (SELECT no FROM entry WHERE" + where("alpha", 4) + ")"));
            changed(tamper.run("UPDATE entry SET no = 500 WHERE" + where("alpha", 4)));
        });
        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem)
                        .contains("before register alpha: entry 5 (report R5))"));
        assertThat(problems)
                .anySatisfy(problem -> assertThat(problem)
                        .contains("register alpha: entry 4 (report R4) was moved behind entry 30"));
    }

    @Test
    void aForgedRow() throws IOException, SQLException {
        String forged = "INSERT INTO entry (register, seq, kind, id, recorded_at, body, hash)"
                + " SELECT register, 31, kind, 'R31', recorded_at,"
                + " CAST(replace(CAST(body AS TEXT), '\"R30\"', '\"R31\"') AS BLOB), hash"
                + " FROM entry WHERE" + where("alpha", 30);
        assertThat(problemsAfter(tamper -> changed(tamper.run(forged))))
                .contains(
                        "register alpha: entry 31 (report R31) was altered or moved: it breaks"
                                + " the chain",
                        "register alpha: entry 31 added behind the last mark, or their mark is"
                                + " missing");
        String replaced = forged.replace("INSERT INTO", "INSERT OR REPLACE INTO")
                .replace("register, 31,", "register, 12,");
        assertThat(problemsAfter(tamper -> changed(tamper.run(replaced))))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("register alpha: entry 12 (report R31) was altered"));
    }

    @Test
    void aProtectedValueDeletedOrAltered() throws IOException, SQLException {
        String touched =
                "register %s: entry %d (report R%d): a protected value is missing or" + " altered";
        for (String change : List.of(
                "DELETE FROM guarded",
                "UPDATE guarded SET value = value || '.'",
                "UPDATE guarded SET salt = lower(hex(randomblob(16)))")) {
            eachIsNamed(
                    touched,
                    (tamper, register, seq) -> changed(tamper.run(change
                            + " WHERE entry = (SELECT no FROM entry WHERE" + where(register, seq)
                            + ") AND place = " + random.nextInt(5))));
        }
        for (String change : List.of("salt = upper(salt) || 'F'", "salt = ''", "value = x'ff'")) {
            eachIsNamed(
                    "register %s: entry %d (report R%d)",
                    (tamper, register, seq) -> changed(tamper.run("UPDATE guarded SET " + change
                            + " WHERE place = 3 AND entry = (SELECT no FROM entry WHERE"
                            + where(register, seq) + ")")));
        }
    }

    @Test
    void aProtectedValueMovedToAnotherEntry() throws IOException, SQLException {
        List<String> problems = problemsAfter(tamper -> changed(
                tamper.run("UPDATE guarded SET place = 9, entry = (SELECT no FROM entry WHERE"
                        + where("beta", 5) + ") WHERE place = 0 AND entry ="
                        + " (SELECT no FROM entry WHERE" + where("alpha", 7) + ")")));
        assertThat(problems)
                .containsExactly(
                        "register alpha: entry 7 (report R7): a protected value is missing or"
                                + " altered",
                        "register beta: entry 5 (report R5): a foreign value stands beside it");
        assertThat(problemsAfter(
                        tamper -> changed(tamper.run("INSERT INTO guarded SELECT 5000, place, salt,"
                                + " value FROM guarded LIMIT 2"))))
                .containsExactly(
                        "2 protected values stand beside no entry: their entries are missing");
    }

    @Test
    void marks() throws IOException, SQLException {
        assertThat(problemsAfter(tamper -> changed(tamper.run("DELETE FROM mark"))))
                .contains("register alpha: entries 1 to 30 added behind the last mark, or their"
                        + " mark is missing")
                .contains("the file: 15 marks missing at the end (after the start)");
        assertThat(problemsAfter(tamper -> changed(tamper.run(
                        "UPDATE mark SET hash = lower(hex(randomblob(32))) WHERE register ="
                                + " 'beta' AND last_seq = 12"))))
                .containsExactly("register beta: entry 12 and the mark of entries 7 to 12 differ:"
                        + " one was altered");
        assertThat(problemsAfter(tamper -> changed(tamper.run(
                        "UPDATE mark SET hash = '' WHERE register = 'beta' AND last_seq = 12"))))
                .containsExactly("register beta: the mark of entries 7 to 12 was altered: it"
                        + " cannot be read");
        assertThat(problemsAfter(tamper -> changed(tamper.run(
                        "UPDATE mark SET last_seq = 11 WHERE register = 'beta' AND last_seq ="
                                + " 12"))))
                .contains("register beta: the mark of entry 12 is missing");
        assertThat(problemsAfter(tamper -> changed(
                        tamper.run("UPDATE mark SET register = 'delta' WHERE register = 'beta'"))))
                .contains("register delta: entries 1 to 6 missing at the end (after the start)");
    }

    /** What is left of a file that was cut off; the check never ends in an error of its own. */
    @Test
    void aFileThatWasCutOff() throws IOException {
        long length = Files.size(whole);
        for (int round = 0; round < ROUNDS; round++) {
            long left = 4096 + random.nextLong(length - 4096);
            Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.setLength(left);
            }
            damageIsFound("seed %d: cut to %d of %d bytes".formatted(SEED, left, length));
        }
    }

    @Test
    void aPageThatWasOverwritten() throws IOException {
        int pages = Math.toIntExact(Files.size(whole) / 4096);
        int named = 0;
        for (int page = 1; page < pages; page++) {
            Files.copy(whole, file, StandardCopyOption.REPLACE_EXISTING);
            byte[] noise = new byte[4096];
            random.nextBytes(noise);
            try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
                bytes.seek(page * 4096L);
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
            assertThat(refused).as(which).hasMessageContaining("cannot be used as a store");
            return 0;
        } catch (RuntimeException crashed) {
            return fail(which, crashed);
        }
        assertThat(problems).as(which).isNotEmpty();
        return problems.stream().anyMatch(problem -> problem.startsWith("register ")) ? 1 : 0;
    }

    private static String where(String register, int seq) {
        return " register = '%s' AND seq = %d".formatted(register, seq);
    }

    /** That the change came to pass; else a test could pass on an untouched file. */
    private static void changed(int rows) {
        assertThat(rows).isPositive();
    }
}
