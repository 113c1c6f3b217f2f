package org.truce.record;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/** What was known on a day, from a register kept as things happened and from one coded later. */
final class KnownTest {
    private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
    private static final LocalDate DAY = LocalDate.parse("2017-07-12");
    private static final String LATER = "2026-01-01T00:00:00Z";

    @Test
    void aRegisterKeptAsThingsHappenedKnowsWhatItHadRecordedByTheEndOfTheDay() {
        List<Logged> all = List.of(
                at("2017-07-01T00:00:00Z", declared("live", "D-1", "Live", false)),
                at("2017-07-12T20:59:59.999Z", tally("live", "early", "2099-01-01")),
                at("2017-07-12T21:00:00Z", tally("live", "midnight", "2017-07-01")),
                at(LATER, tally("live", "late", "2017-07-01")));
        Known known = Known.on(all, Optional.of(DAY), DAMASCUS);
        assertThat(ids(known)).containsExactly("D-1", "early");
        assertThat(known.reconstructed()).isFalse();
        assertThat(known.withoutDate()).isZero();
    }

    @Test
    void aRegisterEnteredAfterwardsKnowsWhatHadBeenPublished() {
        List<Logged> all = List.of(
                at(LATER, declared("coded", "D-1", "Coded", true)),
                at(LATER, tally("coded", "that-day", "2017-07-12")),
                at(LATER, tally("coded", "next-day", "2017-07-13")),
                at(LATER, tally("coded", "undated", "")),
                at(LATER, tally("coded", "undated-too", "")));
        Known known = Known.on(all, Optional.of(DAY), DAMASCUS);
        assertThat(ids(known)).containsExactly("D-1", "that-day");
        assertThat(known.reconstructed()).isTrue();
        assertThat(known.withoutDate()).isEqualTo(2);
        assertThat(known.on()).contains(DAY);
    }

    @Test
    void eachRegisterIsReadByItsOwnRule() {
        List<Logged> all = List.of(
                at(LATER, declared("coded", "D-1", "Coded", true)),
                at(LATER, declared("live", "D-1", "Live", false)),
                at(LATER, tally("coded", "c", "2017-07-12")),
                at(LATER, tally("live", "l", "2017-07-12")),
                at(LATER, tally("silent", "s", "2017-07-12")),
                at("2017-07-12T00:00:00Z", tally("silent", "s-then", "")));
        assertThat(ids(Known.on(all, Optional.of(DAY), DAMASCUS)))
                .as("a register that says nothing of itself counts as kept as things happened")
                .containsExactly("D-1", "c", "D-1", "s-then");
    }

    @Test
    void withoutADayEverythingIsKnownAndNothingIsReconstructed() {
        List<Logged> all = List.of(
                at(LATER, declared("coded", "D-1", "Coded", true)),
                at(LATER, tally("coded", "undated", "")));
        Known known = Known.on(all, Optional.empty(), DAMASCUS);
        assertThat(ids(known)).containsExactly("D-1", "undated");
        assertThat(known.reconstructed()).isFalse();
        assertThat(known.withoutDate()).isZero();
        assertThat(known.on()).isEmpty();
    }

    /** The coding of a page may be mended for every day; what a person decided may not. */
    @Test
    void aDecisionIsKnownFromWhenItWasRecordedAndSoIsItsWithdrawal() {
        Entry.Decision decision = OneOfRecord.full().stream()
                .filter(Entry.Decision.class::isInstance)
                .map(Entry.Decision.class::cast)
                .findFirst()
                .orElseThrow();
        String register = decision.register();
        List<Logged> all = List.of(
                at(0, "2018-02-01T09:00:00Z", declared(register, "D-1", "Coded", true)),
                at(1, "2018-02-01T09:00:00Z", decision),
                at(
                        2,
                        "2018-03-01T09:00:00Z",
                        new Entry.Withdrawal(
                                register,
                                "W-1",
                                OneOfEach.at(1),
                                "decision",
                                decision.id(),
                                "hasty")));
        assertThat(decisionsOn(all, "2018-01-31")).isEmpty();
        assertThat(decisionsOn(all, "2018-02-01")).containsExactly(decision);
        assertThat(decisionsOn(all, "2018-02-28")).containsExactly(decision);
        assertThat(decisionsOn(all, "2018-03-01")).isEmpty();
    }

    private static Logged at(long seq, String instant, Entry entry) {
        return new Logged(seq, Instant.parse(instant), entry);
    }

    private static List<Entry.Decision> decisionsOn(List<Logged> all, String day) {
        return Known.on(all, Optional.of(LocalDate.parse(day)), DAMASCUS)
                .list(Entry.Decision.class);
    }

    @Test
    void theYardsticksAreAlwaysIn() {
        List<Entry> full = OneOfEach.full();
        List<Logged> all = full.stream().map(entry -> at(LATER, entry)).toList();
        Known known = Known.on(all, Optional.of(LocalDate.parse("2016-01-01")), DAMASCUS);
        // No account, count, total or statement was public in 2016, and nothing was decided then.
        // The total and the count by period have no date at all.
        assertThat(ids(known))
                .containsExactly(
                        "D-1", "CT-1", "A-1", "U-1", "X-1", "K-1", "C-1", "W-1", "A-9", "Y-1",
                        "Z-1");
        assertThat(known.withoutDate()).isEqualTo(2);
        assertThat(known.list(Entry.AgreementText.class))
                .containsExactly((Entry.AgreementText) full.get(11));
        assertThat(known.list(Entry.Report.class)).isEmpty();
    }

    /** The latest declaration decides, also over entries that were recorded before it. */
    @Test
    void aRegistersLatestWordCounts() {
        List<Logged> all = List.of(
                at(LATER, declared("r", "D-1", "first", false)),
                at(LATER, tally("r", "t", "2017-07-12")),
                at(LATER, declared("r", "D-2", "second", true)));
        Known known = Known.on(all, Optional.of(DAY), DAMASCUS);
        assertThat(known.registers()).containsOnlyKeys("r");
        assertThat(known.registers().values())
                .extracting(Entry.RegisterDeclared::title)
                .containsExactly("second");
        assertThat(ids(known)).containsExactly("D-1", "t", "D-2");
    }

    /** Statements were said in public: their day is the day they were said. */
    @Test
    void aStatementIsKnownFromTheDayItWasSaid() {
        Entry statement = OneOfEach.full().get(8);
        List<Logged> all = Stream.of(declared(OneOfEach.REGISTER, "D", "R", true), statement)
                .map(entry -> at(LATER, entry))
                .toList();
        LocalDate said = LocalDate.parse("2017-07-09");
        assertThat(ids(Known.on(all, Optional.of(said), DAMASCUS))).containsExactly("D", "ST-1");
        assertThat(ids(Known.on(all, Optional.of(said.minusDays(1)), DAMASCUS)))
                .containsExactly("D");
    }

    private static List<String> ids(Known known) {
        return known.entries().stream().map(Entry::id).toList();
    }

    private static Logged at(String recorded, Entry entry) {
        return new Logged(1, Instant.parse(recorded), entry);
    }

    private static Entry declared(String register, String id, String title, boolean afterwards) {
        return new Entry.RegisterDeclared(
                register,
                id,
                OneOfEach.at(1),
                title,
                new Observes.Unevenly(),
                afterwards,
                true,
                Map.of(),
                Optional.empty());
    }

    private static Entry tally(String register, String id, String published) {
        return new Entry.Tally(
                register,
                id,
                OneOfEach.at(1),
                Optional.of(published).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                OneOfEach.open("", OneOfEach.SALT),
                "Russia",
                Optional.empty(),
                1,
                OptionalInt.empty(),
                Optional.empty());
    }
}
