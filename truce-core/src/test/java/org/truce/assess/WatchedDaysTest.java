package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.truce.assess.HandRecord.question;
import static org.truce.assess.HandRecord.square;
import static org.truce.assess.HandRecord.steady;

import org.junit.jupiter.api.Test;
import org.truce.base.PlacePrecision;

import java.time.LocalDate;
import java.util.List;

final class WatchedDaysTest {
    private static final List<String> THREE = List.of("Squareland", "Northland", "Eastland");

    /** Two words a day, but from 1 to 20 September none. */
    private static HandRecord record(List<String> governorates) {
        HandRecord record = square().with(steady("live"));
        int reports = 0;
        for (LocalDate day = LocalDate.of(2016, 7, 9);
                !day.isAfter(LocalDate.of(2017, 12, 31));
                day = day.plusDays(1)) {
            boolean silent = !day.isBefore(LocalDate.of(2017, 9, 1))
                    && !day.isAfter(LocalDate.of(2017, 9, 20));
            for (int word = 0; !silent && word < 2; word++) {
                String where = governorates.get(reports % governorates.size());
                HandReport report = new HandReport("live", "R" + reports, day.toString()).in(where);
                record.with(
                        where.equals("Squareland")
                                ? report.report()
                                : report.at("Faraway", "35.5,39.5", PlacePrecision.TOWN)
                                        .report());
                reports++;
            }
        }
        return record;
    }

    @Test
    void aSilenceFromEverywhereIsNotWatched() {
        Answer answer =
                Assessor.assess(record(THREE).evidence(), question("2017-07-09", "2017-12-31"));
        // October has an hour more.
        assertThat(answer.days().during()).isCloseTo(176 - 20 + 1 / 24.0, within(1e-9));
        assertThat(answer.notes())
                .anyMatch(note -> note.key().equals("assess.note-silent")
                        && note.arguments().equals(List.of("20")));
        assertThat(answer.coverage().observedDays()).isEqualTo(156);
        // One in three of the words is a breach here: the rate is that of the days watched.
        assertThat(answer.ratio().orElseThrow().estimate().orElseThrow())
                .isCloseTo(1, within(0.02));
    }

    @Test
    void aRegisterOfOneAreaMayHaveBeenQuiet() {
        Answer answer = Assessor.assess(
                record(List.of("Squareland")).evidence(), question("2017-07-09", "2017-12-31"));
        assertThat(answer.days().during()).isCloseTo(176 + 1 / 24.0, within(1e-9));
        assertThat(answer.notes()).noneMatch(note -> note.key().equals("assess.note-silent"));
    }

    @Test
    void aDayOrTwoWithoutAWordAreNoSilence() {
        HandRecord record = square().with(steady("live"));
        for (int day = 0; day < 400; day += day % 9 == 0 ? 3 : 1) {
            record.with(new HandReport(
                            "live",
                            "R" + day,
                            LocalDate.of(2016, 7, 9).plusDays(day).toString())
                    .in(THREE.get(day % 3))
                    .report());
        }
        WatchedDays watched =
                WatchedDays.find(record.evidence(), "live", HandRecord.DAMASCUS).orElseThrow();
        assertThat(watched.isSilent(LocalDate.of(2016, 7, 10))).isFalse();
    }
}
