package org.truce.assess;

import org.truce.base.EventType;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.record.Entry;
import org.truce.record.Observes;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** Entries drawn at random in and near the square, in two registers; the seed gives them again. */
final class InventedRecord {
    static final LocalDate FIRST = LocalDate.of(2016, 7, 1);
    static final int DAYS = 730;

    private static final List<String> ACTORS =
            List.of("reds", "blues", "wolves", "greys", "", "strangers", "both sides");
    private static final List<EventType> TYPES = List.of(
            EventType.ARTILLERY_SHELLING,
            EventType.AIRSTRIKE,
            EventType.LETHAL_EVENT,
            EventType.OTHER);

    private final Random random;

    InventedRecord(Random random) {
        this.random = random;
    }

    /** The yardsticks, both registers and {@code reports} reports. */
    HandRecord record(int reports) {
        HandRecord record = HandRecord.square()
                .with(HandRecord.register("live", new Observes.Steadily("event"), false, false))
                .with(HandRecord.register("pages", new Observes.Unevenly(), true, true));
        for (int i = 0; i < reports; i++) {
            LocalDate day = day();
            record.with(report(pick(List.of("live", "pages")), "R" + i, day).report(), later(day));
        }
        return record;
    }

    LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    /** When an entry about a day may have been recorded. */
    Instant later(LocalDate day) {
        return day.atStartOfDay(HandRecord.DAMASCUS)
                .plusHours(6 + random.nextInt(24 * 60))
                .toInstant();
    }

    HandReport report(String register, String id, LocalDate day) {
        HandReport report = new HandReport(register, id, day.toString())
                .until(day.plusDays(random.nextInt(3) == 0 ? random.nextInt(8) : 0)
                        .toString())
                .knownTo(pick(List.of(TimePrecision.values())))
                .source("source " + random.nextInt(9))
                .type(pick(TYPES))
                .in(pick(List.of("Squareland", "Elsewhere", "")))
                .at(
                        "place " + random.nextInt(40),
                        random.nextInt(8) == 0 ? "" : point(),
                        pick(List.of(PlacePrecision.values())))
                .killed(random.nextInt(5), random.nextInt(2))
                .published(
                        random.nextInt(4) == 0
                                ? Optional.empty()
                                : Optional.of(day.plusDays(random.nextInt(60))));
        return random.nextInt(3) == 0
                ? report.between(pick(ACTORS), pick(ACTORS))
                : report.by(pick(ACTORS), pick(List.of("a house", "the blues", "wolves")));
    }

    private String point() {
        return String.format(
                Locale.ROOT,
                "%.2f,%.2f",
                31.8 + 1.4 * random.nextDouble(),
                35.8 + 1.4 * random.nextDouble());
    }

    /** What never counts: calm reports, tallies, totals and summaries. */
    List<Entry> uncounted(int number) {
        LocalDate day = day();
        return List.of(
                report("live", "calm" + number, day).calm(),
                report("pages", "summary" + number, day).summary(),
                new Entry.Tally(
                        "pages",
                        "tally" + number,
                        HandRecord.ENTERED,
                        Optional.of(day),
                        HandRecord.open("a page"),
                        "red side",
                        Optional.of("Squareland"),
                        7,
                        OptionalInt.empty(),
                        Optional.empty()),
                new Entry.PublishedTotal(
                        "pages",
                        "total" + number,
                        HandRecord.ENTERED,
                        HandRecord.open("somebody"),
                        HandRecord.open("a page"),
                        "square",
                        day,
                        day.plusDays(30),
                        "breaches",
                        "99",
                        Optional.empty()));
    }

    <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
