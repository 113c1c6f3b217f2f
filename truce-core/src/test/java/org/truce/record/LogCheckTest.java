package org.truce.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.truce.base.Hash;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The chain itself; a whole store that was tampered with is tested with the store. */
final class LogCheckTest {
    private static final Instant NOON = Instant.parse("2017-07-09T09:00:00Z");
    private static final String REGISTER = "r";

    private final EntryCodec codec = new EntryCodec();

    /** By hand: the leaf after RFC 6962, then the link over the last value and the leaf. */
    @Test
    void theChainIsBuiltAsItSays() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        LogRow row = LogRow.after(Hash.ZERO, REGISTER, 1, NOON, body);
        // printf '\0001 2017-07-09T09:00:00Z r\n{}' | sha256sum; then the same over \1, 32 zero
        // bytes and that value.
        assertThat(row.hash())
                .isEqualTo(new Hash(
                        "e241771a607f2030026e1918940f95b2c86b1755318dcdeb8ade3ef5eb568d2c"));
        assertThat(row.expectedAfter(Hash.ZERO)).isEqualTo(row.hash());
        assertThat(row.expectedAfter(row.hash())).isNotEqualTo(row.hash());
    }

    @Test
    void aRegistersNameCannotReachIntoTheBody() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> LogRow.after(Hash.ZERO, "r\n{}", 1, NOON, body))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LogRow.after(Hash.ZERO, REGISTER, 0, NOON, body))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aWholeLogHasNoProblem() {
        assertThat(check(log(6), marks(2, 5, 6))).isEmpty();
        assertThat(check(List.of(), List.of())).isEmpty();
    }

    @Test
    void onlyTheRowWhoseHashWasAlteredIsNamed() {
        List<LogRow> rows = log(6);
        LogRow third = rows.get(2);
        rows.set(2, withHash(third, Hash.of(new byte[] {1})));
        assertThat(check(rows, marks(6)))
                .containsExactly("register r: entry 3 (rejected-row C3) was altered or moved: it"
                        + " breaks the chain");
    }

    @Test
    void onlyTheRowWhoseTimeWasAlteredIsNamed() {
        List<LogRow> rows = log(6);
        LogRow third = rows.get(2);
        rows.set(2, new LogRow(REGISTER, 3, NOON.plusMillis(1), third.body(), third.hash()));
        assertThat(check(rows, marks(6)))
                .containsExactly("register r: entry 3 (rejected-row C3) was altered or moved: it"
                        + " breaks the chain");
    }

    /** Whoever alters a row can write its hash anew: then the row behind it does not fit. */
    @Test
    void aForgedRowWithAForgedHashIsFoundByWhatFollows() {
        List<LogRow> rows = log(6);
        byte[] other = codec.seal(rejected(3, "another note")).body();
        rows.set(2, LogRow.after(rows.get(1).hash(), REGISTER, 3, NOON, other));
        assertThat(check(rows, marks(6)))
                .contains("register r: entry 4 (rejected-row C4) was altered or moved: it breaks"
                        + " the chain");
    }

    /** Whoever writes the whole rest of the chain anew must alter the marks as well. */
    @Test
    void aRewrittenChainDoesNotFitItsMarks() {
        List<LogRow> rows = log(6);
        List<Hash> marked = rows.stream().map(LogRow::hash).toList();
        Hash last = rows.get(1).hash();
        for (int i = 2; i < 6; i++) {
            byte[] body = i == 2
                    ? codec.seal(rejected(3, "other")).body()
                    : rows.get(i).body();
            rows.set(i, LogRow.after(last, REGISTER, i + 1, NOON, body));
            last = rows.get(i).hash();
        }
        LogCheck check = new LogCheck(REGISTER, codec);
        rows.forEach(row -> check.row(row, "rejected-row", "C" + row.seq(), List.of(open(row))));
        check.mark(1, 2, marked.get(1));
        check.mark(3, 6, marked.get(5));
        assertThat(check.finish())
                .contains("register r: entry 6 and the mark of entries 3 to 6 differ: one was"
                        + " altered");
    }

    @Test
    void aRowThatStandsThereTwiceIsFound() {
        List<LogRow> rows = log(4);
        rows.add(2, rows.get(1));
        assertThat(check(rows, marks(4)))
                .contains("register r: entry 2 (rejected-row C2) stands out of order");
    }

    @Test
    void missingRowsAreCountedAndPlaced() {
        List<LogRow> rows = log(6);
        rows.subList(1, 4).clear();
        assertThat(check(rows, marks(6)))
                .containsExactly("register r: entries 2 to 4 missing (after C1, before C5)");
        List<LogRow> beheaded = log(6);
        beheaded.removeFirst();
        assertThat(check(beheaded, marks(6)))
                .containsExactly("register r: entry 1 missing (after the start, before C2)");
        assertThat(check(log(6).subList(0, 4), marks(3, 6)))
                .containsExactly("register r: entries 5 to 6 missing at the end (after C4)");
    }

    @Test
    void marksThatAreMissingOrAlteredAreFound() {
        List<LogRow> rows = log(6);
        assertThat(check(rows, List.of()))
                .containsExactly("register r: entries 1 to 6 added behind the last mark, or their"
                        + " mark is missing");
        LogCheck middle = checked(rows);
        middle.mark(1, 2, rows.get(1).hash());
        middle.mark(5, 6, rows.get(5).hash());
        assertThat(middle.finish())
                .containsExactly("register r: the mark of entries 3 to 4 is missing");
        LogCheck overlapping = checked(rows);
        overlapping.mark(1, 4, rows.get(3).hash());
        overlapping.mark(3, 6, rows.get(5).hash());
        assertThat(overlapping.finish())
                .containsExactly("register r: the mark of entries 3 to 6 was altered: it does not"
                        + " follow entry 4");
        LogCheck unreadable = checked(rows);
        unreadable.unreadableMark(1, 6);
        assertThat(unreadable.finish())
                .containsExactly("register r: the mark of entries 1 to 6 was altered: it cannot"
                        + " be read");
    }

    @Test
    void aRowThatCannotBeReadIsNamedAndTheRestIsStillChecked() {
        List<LogRow> rows = log(6);
        LogCheck check = new LogCheck(REGISTER, codec);
        for (LogRow row : rows) {
            if (row.seq() == 2) {
                check.unreadable(2, "rejected-row", "C2");
            } else {
                byte[] body = row.seq() == 5 ? codec.seal(rejected(5, "other")).body() : row.body();
                check.row(
                        new LogRow(REGISTER, row.seq(), NOON, body, row.hash()),
                        "rejected-row",
                        "C" + row.seq(),
                        List.of(row.seq() == 5 ? note("other") : open(row)));
            }
        }
        check.mark(1, 6, rows.getLast().hash());
        assertThat(check.finish())
                .containsExactly(
                        "register r: entry 2 (rejected-row C2) was altered: it cannot be read",
                        "register r: entry 5 (rejected-row C5) was altered or moved: it breaks the"
                                + " chain");
    }

    private LogCheck checked(List<LogRow> rows) {
        LogCheck check = new LogCheck(REGISTER, codec);
        rows.forEach(row -> check.row(row, "rejected-row", "C" + row.seq(), List.of(open(row))));
        return check;
    }

    /** Marks: the number of the last row of each, with the hash that the whole log has there. */
    private List<String> check(List<LogRow> rows, List<Integer> marks) {
        LogCheck check = checked(rows);
        List<LogRow> whole = log(6);
        int first = 1;
        for (int last : marks) {
            check.mark(first, last, whole.get(last - 1).hash());
            first = last + 1;
        }
        return check.finish();
    }

    private static List<Integer> marks(Integer... last) {
        return List.of(last);
    }

    private List<LogRow> log(int count) {
        List<LogRow> rows = new ArrayList<>();
        Hash last = Hash.ZERO;
        for (int i = 1; i <= count; i++) {
            rows.add(LogRow.after(
                    last, REGISTER, i, NOON, codec.seal(rejected(i, "n" + i)).body()));
            last = rows.getLast().hash();
        }
        return rows;
    }

    private static LogRow withHash(LogRow row, Hash hash) {
        return new LogRow(row.register(), row.seq(), row.recordedAt(), row.body(), hash);
    }

    private static Guarded.Open open(LogRow row) {
        return note("n" + row.seq());
    }

    private static Guarded.Open note(String text) {
        return OneOfEach.open(text, OneOfEach.SALT);
    }

    /** An entry with one protected value. */
    private static Entry rejected(int number, String note) {
        return new Entry.RejectedRow(REGISTER, "C" + number, OneOfEach.at(number), "", note(note));
    }
}
