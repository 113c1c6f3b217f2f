package org.truce.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.truce.base.Hash;
import org.truce.proof.Frontier;
import org.truce.proof.SignedNote;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** The check itself; a whole store that was tampered with is tested with the store. */
final class LogCheckTest {
    private final EntryCodec codec = new EntryCodec();
    private final HandLog log = new HandLog().add(5);

    /** By hand: printf 'truce entry 2\nr\n1\n2017-07-09T09:00:00Z\n<sha256 of {}>\n'. */
    @Test
    void aLeafIsFiveLines() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        LogRow row = new LogRow("r", 1, HandLog.NOON, body);
        assertThat(new String(row.leaf(), StandardCharsets.UTF_8))
                .isEqualTo("truce entry 2\nr\n1\n2017-07-09T09:00:00Z\n"
                        + "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a\n");
        assertThat(row.leafHash()).isEqualTo(Hash.of(new byte[] {0}, row.leaf()));
        assertThatThrownBy(() -> new LogRow("r\n2", 1, HandLog.NOON, body))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new LogRow("r", 0, HandLog.NOON, body))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<String> check(List<LogCheck.Row> rows, List<Integer> checkpoints) {
        Map<Long, SignedNote> notes = new TreeMap<>();
        checkpoints.forEach(size -> notes.put((long) size, log.notes.get((long) size)));
        return check(rows, notes);
    }

    private List<String> check(List<LogCheck.Row> rows, Map<Long, SignedNote> notes) {
        LogCheck check = new LogCheck(HandLog.REGISTER, log.keys.origin());
        Map<Long, Entry.RegisterKey> keys = new TreeMap<>();
        for (Bundle.Row row : log.rows) {
            if (codec.open(row.row().body(), Map.of()) instanceof Entry.RegisterKey key) {
                keys.put(row.row().seq(), key);
            }
        }
        check.keys(keys);
        List<Long> left = new ArrayList<>(notes.keySet());
        for (LogCheck.Row row : rows) {
            while (!left.isEmpty() && left.getFirst() < row.seq()) {
                checkpoint(check, left.removeFirst(), notes);
            }
            check.row(row);
        }
        left.forEach(size -> checkpoint(check, size, notes));
        return check.finish();
    }

    private void checkpoint(LogCheck check, long size, Map<Long, SignedNote> notes) {
        Frontier frontier = log.tree.frontier(Math.min(size, log.tree.size()));
        check.checkpoint(
                size,
                Optional.of(frontier),
                Objects.requireNonNull(notes.get(size)).text());
    }

    @Test
    void aWholeLogHasNoProblem() {
        assertThat(check(log.looks(), List.of(1, 3, 6))).isEmpty();
        log.rotate(HandLog.key(3)).add(1).revoke(HandLog.key(4), HandLog.key(5)).add(1);
        assertThat(check(log.looks(), List.of(1, 7, 8, 9, 10))).isEmpty();
    }

    @Test
    void aBodyOrItsHashAloneNamesTheEntry() {
        LogRow third = log.rows.get(2).row();
        LogRow later = new LogRow("r", 3, HandLog.NOON.plusMillis(1), third.body());
        for (LogCheck.Row altered : List.of(
                log.look(later, third.leafHash(), log.rows.get(2).values()),
                log.look(third, later.leafHash(), log.rows.get(2).values()))) {
            List<LogCheck.Row> rows = log.looks();
            rows.set(2, altered);
            assertThat(check(rows, List.of(1, 6)))
                    .contains("register r: entry 3 (rejected-row C3) was altered or moved: its hash"
                            + " is another")
                    .allSatisfy(problem -> assertThat(problem).doesNotContain("entries"));
        }
    }

    /** A time set forward: what comes after it is not late because of it. */
    @Test
    void anAlteredTimeNamesNoOtherEntry() {
        LogRow third = log.rows.get(2).row();
        LogRow forward = new LogRow("r", 3, HandLog.NOON.plusSeconds(86_400), third.body());
        List<LogCheck.Row> rows = log.looks();
        rows.set(2, log.look(forward, third.leafHash(), log.rows.get(2).values()));
        assertThat(check(rows, List.of(1, 6)))
                .containsExactly("register r: entry 3 (rejected-row C3) was altered or moved: its"
                        + " hash is another");
    }

    /** Whoever alters a row can compute its hash anew: the signatures narrow it down. */
    @Test
    void aBodyWithItsHashIsNarrowedToTheBatch() {
        List<LogCheck.Row> rows = log.looks();
        LogRow forged = new LogRow("r", 4, HandLog.NOON, log.rows.get(4).row().body());
        rows.set(
                3,
                new LogCheck.Row(
                        4,
                        "rejected-row",
                        "C4",
                        Optional.of(HandLog.NOON),
                        Optional.of(forged.leafHash()),
                        Optional.of(forged.leafHash()),
                        List.of(),
                        0,
                        0));
        assertThat(check(rows, List.of(1, 3, 5, 6)))
                .containsExactly("register r: entries 4 to 5 differ from what was signed");
    }

    @Test
    void missingRowsAreCountedAndPlaced() {
        List<LogCheck.Row> rows = log.looks();
        rows.subList(1, 3).clear();
        assertThat(check(rows, List.of(1, 6)))
                .contains("register r: entries 2 to 3 missing (after K-"
                        + log.key.verifier().id() + ", before C4)");
        assertThat(check(log.looks().subList(0, 4), List.of(1, 6)))
                .contains("register r: entries 5 to 6 missing at the end (after C4)");
        assertThat(check(log.looks(), List.of(1, 4)))
                .containsExactly("register r: entries 5 to 6 added behind the last signature, or it"
                        + " is missing");
        List<LogCheck.Row> twice = log.looks();
        twice.add(3, twice.get(2));
        assertThat(check(twice, List.of(1, 6)))
                .contains("register r: entry 3 (rejected-row C3) stands out of order");
    }

    /**
     * Of 14 entries the last 3 are gone. The signed roots cover 1 to 8, 9 to 12 and 13 to 14: of
     * what is left, 1 to 8 is as signed, and 9 to 11 can no longer be checked.
     */
    @Test
    void afterACutOnlyWhatCannotBeToldIsNamed() {
        log.add(8);
        List<LogCheck.Row> cut = log.looks().subList(0, 11);
        assertThat(check(cut, List.of(1, 14)))
                .containsExactly(
                        "register r: entries 9 to 11 can no longer be checked: what was signed with"
                                + " them is missing",
                        "register r: entries 12 to 14 missing at the end (after C11)");
        assertThat(check(cut, List.of(1, 6, 11, 14)))
                .containsExactly("register r: entries 12 to 14 missing at the end (after C11)");
        assertThat(check(log.looks().subList(0, 5), List.of(1, 6, 14)))
                .containsExactly(
                        "register r: entry 5 can no longer be checked: what was signed with it is"
                                + " missing",
                        "register r: entries 6 to 14 missing at the end (after C5)");
    }

    @Test
    void afterACutWhatWasAlteredIsStillFound() {
        log.add(8);
        List<LogCheck.Row> cut = new ArrayList<>(log.looks().subList(0, 11));
        LogRow forged = new LogRow("r", 4, HandLog.NOON, log.rows.get(4).row().body());
        cut.set(
                3,
                new LogCheck.Row(
                        4,
                        "rejected-row",
                        "C4",
                        Optional.of(HandLog.NOON),
                        Optional.of(forged.leafHash()),
                        Optional.of(forged.leafHash()),
                        List.of(),
                        0,
                        0));
        assertThat(check(cut, List.of(1, 14)))
                .contains(
                        "register r: entries 2 to 8 differ from what was signed",
                        "register r: entries 12 to 14 missing at the end (after C11)");
    }

    /** One line for each of thousands helps nobody. */
    @Test
    void manyLostValuesAreOneLine() {
        log.add(8);
        List<LogCheck.Row> rows = new ArrayList<>(log.looks());
        for (int i = 1; i <= 6; i++) {
            Bundle.Row row = log.rows.get(i);
            rows.set(i, log.look(row.row(), row.row().leafHash(), List.of()));
        }
        assertThat(check(rows, List.of(1, 6, 14)))
                .containsExactly("register r: 6 entries lack protected values that no decision"
                        + " destroyed: altered or taken out (entries 2 (rejected-row C2),"
                        + " 3 (rejected-row C3), 4 (rejected-row C4), 5 (rejected-row C5),"
                        + " 6 (rejected-row C6), …)");
        assertThat(check(List.of(rows.get(0), rows.get(1), log.looks().get(2)), List.of(1, 3)))
                .containsExactly("register r: entry 2 (rejected-row C2) lacks a protected value"
                        + " that no decision destroyed: altered or taken out");
    }

    @Test
    void aSignatureByAnotherKeyIsNone() {
        Map<Long, SignedNote> notes = new TreeMap<>(log.notes);
        notes.put(6L, log.checkpoint(HandLog.key(9)));
        assertThat(check(log.looks(), notes))
                .containsExactly(
                        "register r: the checkpoint of entries 1 to 6 is not signed by its key");
    }

    @Test
    void aTimeThatGoesBackIsFound() {
        List<LogCheck.Row> rows = log.looks();
        LogRow third = log.rows.get(2).row();
        LogRow earlier = new LogRow("r", 3, HandLog.NOON.minusMillis(1), third.body());
        rows.set(2, log.look(earlier, earlier.leafHash(), log.rows.get(2).values()));
        assertThat(check(rows, List.of(1, 6)))
                .anySatisfy(
                        problem -> assertThat(problem).contains("entry 3", "its time is before"));
    }
}
