package org.truce.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.truce.base.Hash;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;

/** Corrections, withdrawals, the choice of registers and pins. */
final class AmendedTest {
    private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");

    private final List<Logged> log = new ArrayList<>();

    private void record(String day, Entry entry) {
        long seq = 1
                + log.stream()
                        .filter(one -> one.entry().register().equals(entry.register()))
                        .count();
        log.add(new Logged(seq, Instant.parse(day + "T10:00:00Z"), entry));
    }

    private static Entry.Tally tally(String register, String id, int count, String published) {
        return new Entry.Tally(
                register,
                id,
                OneOfEach.at(1),
                Optional.of(published).filter(text -> !text.isEmpty()).map(LocalDate::parse),
                OneOfEach.open("https://example.org/t", OneOfEach.SALT),
                "Turkey",
                Optional.empty(),
                count,
                OptionalInt.empty(),
                Optional.empty());
    }

    private static Entry correction(String id, Entry replacement) {
        return new Entry.Correction(
                replacement.register(), id, OneOfEach.at(2), "misread", replacement);
    }

    private static Entry withdrawal(String register, String id, String target) {
        return new Entry.Withdrawal(
                register, id, OneOfEach.at(3), "tally", target, "entered twice");
    }

    private static Entry declared(String register, boolean afterwards) {
        return new Entry.RegisterDeclared(
                register,
                "D",
                OneOfEach.at(1),
                register,
                new Observes.Unevenly(),
                afterwards,
                true,
                Map.of(),
                Optional.empty());
    }

    private List<Integer> counts(String day) {
        Optional<LocalDate> on = Optional.of(day).filter(d -> !d.isEmpty()).map(LocalDate::parse);
        return Known.on(log, on, DAMASCUS).list(Entry.Tally.class).stream()
                .map(Entry.Tally::count)
                .toList();
    }

    @Test
    void theLatestWordCountsAndEveryWordStays() {
        record("2018-01-01", tally("live", "T", 5, ""));
        record("2018-01-03", correction("C-1", tally("live", "T", 6, "")));
        record("2018-01-05", withdrawal("live", "W-1", "T"));
        record("2018-01-07", correction("C-2", tally("live", "T", 7, "")));
        assertThat(counts("2017-12-31")).isEmpty();
        assertThat(counts("2018-01-01")).containsExactly(5);
        assertThat(counts("2018-01-02")).containsExactly(5);
        assertThat(counts("2018-01-03")).containsExactly(6);
        assertThat(counts("2018-01-05")).isEmpty();
        assertThat(Known.on(log, Optional.of(LocalDate.parse("2018-01-06")), DAMASCUS)
                        .withdrawn())
                .isEqualTo(1);
        assertThat(counts("2018-01-07")).containsExactly(7);
        assertThat(counts("")).containsExactly(7);
        assertThat(log).hasSize(4);
    }

    /** In a register entered afterwards a correction mends the coding, whenever it was made. */
    @Test
    void aCorrectedCodingIsKnownFromTheDayItWasPublished() {
        record("2026-01-01", declared("coded", true));
        record("2026-01-01", tally("coded", "T", 5, "2017-09-16"));
        record("2026-02-01", correction("C-1", tally("coded", "T", 6, "2017-09-18")));
        assertThat(counts("2017-09-17")).isEmpty();
        assertThat(counts("2017-09-18")).containsExactly(6);
    }

    @Test
    void nobodyCorrectsAnotherRegistersEntries() {
        record("2018-01-01", tally("ours", "T", 5, ""));
        record("2018-01-02", withdrawal("theirs", "W-1", "T"));
        Known known = Known.on(log, Optional.empty(), DAMASCUS);
        assertThat(known.list(Entry.Tally.class)).hasSize(1);
        assertThat(known.dangling()).isEqualTo(1);
        assertThatThrownBy(() -> new Entry.Correction(
                        "theirs", "C", OneOfEach.at(1), "no", tally("ours", "T", 1, "")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anotherKindOfTheSameIdIsNotTouched() {
        record("2018-01-01", tally("live", "X", 5, ""));
        record(
                "2018-01-02",
                new Entry.Withdrawal(
                        "live", "W-1", OneOfEach.at(1), "report", "X", "another kind"));
        assertThat(counts("")).containsExactly(5);
    }

    /** Whatever order registers arrive in; within a register its own numbers decide. */
    @Test
    void theOrderOfArrivalDoesNotMatter() {
        record("2026-01-01", declared("a", true));
        record("2026-01-01", tally("a", "T", 1, "2017-09-16"));
        record("2018-01-01", tally("b", "T", 2, ""));
        record("2018-01-03", correction("C-1", tally("b", "T", 3, "")));
        record("2018-01-04", correction("C-2", tally("b", "T", 4, "")));
        record("2018-01-05", withdrawal("a", "W", "T"));
        Known expected = Known.on(log, Optional.empty(), DAMASCUS);
        Random random = new Random(11);
        for (int round = 0; round < 20; round++) {
            List<Logged> shuffled = new ArrayList<>(log);
            Collections.shuffle(shuffled, random);
            assertThat(Known.on(shuffled, Optional.empty(), DAMASCUS))
                    .as("seed 11, round %d", round)
                    .isEqualTo(expected);
        }
    }

    @Test
    void someRegistersWithEveryYardstick() {
        record("2018-01-01", declared("a", false));
        record("2018-01-01", declared("b", false));
        record("2018-01-01", tally("a", "T", 1, ""));
        record("2018-01-01", tally("b", "T", 2, ""));
        assertThat(Selection.of(log, Set.of())).isEqualTo(log);
        assertThat(Selection.of(log, Set.of("b")))
                .extracting(logged -> logged.entry().register() + logged.entry().id())
                .containsExactly("aD", "bD", "bT");
        assertThatThrownBy(() -> Selection.of(log, Set.of("c")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("a, b");
    }

    @Test
    void aPinComesBackFromItsText() {
        Hash root = Hash.of(new byte[] {1});
        Pin pin = new Pin(
                Instant.parse("2018-01-17T10:00:00.123Z"),
                Map.of(
                        "truce.register/b/00", Pin.Extent.of(675, root, new Held("40-3-12")),
                        "truce.register/a/11",
                                Pin.Extent.of(3, root, new Held("2x00000000000000ff"))),
                Optional.empty());
        Pin own = pin.with(Optional.of("00112233445566ff"));
        assertThat(own.text()).startsWith("2018-01-17T10:00:00.123Z,settings=00112233445566ff,");
        assertThat(Pin.parse(own.text())).isEqualTo(own);
        assertThat(pin.text())
                .isEqualTo(
                        "2018-01-17T10:00:00.123Z,truce.register/a/11@3.4bf5122f344554c5.2x00000000000000ff,"
                            + "truce.register/b/00@675.4bf5122f344554c5.40-3-12");
        assertThat(Pin.parse(pin.text())).isEqualTo(pin);
        for (String wrong : List.of(
                "", "yesterday", pin.text() + ",", pin.text() + "0,x@1.2", pin.text() + "-0")) {
            assertThatThrownBy(() -> Pin.parse(wrong))
                    .as(wrong)
                    .isInstanceOf(IllegalArgumentException.class);
        }
        String ofBefore = "2018-01-17T10:00:00Z,truce.register/a/11@3.4bf5122f344554c5";
        assertThat(Pin.parse(ofBefore).text()).isEqualTo(ofBefore);
    }
}
