package org.truce.reading.gold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.truce.base.EventType;
import org.truce.reading.gold.IncidentScore.Field;
import org.truce.reading.incident.Realis;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Scores of cells and incidents, counted by hand. */
final class CellAndIncidentScoreTest {
    private static final LocalDate DAY = LocalDate.of(2030, 1, 2);

    private static Answer.Cell cell(String side, String place, int count, int total, boolean fits) {
        return new Answer.Cell(
                Optional.of(side), Optional.of(place), count, Optional.of(total), fits);
    }

    private static Answer.Happened incident(EventType type, String place, int least, int most) {
        return new Answer.Happened(
                type,
                Optional.of(place),
                Optional.of(DAY),
                Optional.of("militia"),
                Optional.empty(),
                Optional.empty(),
                new Answer.Bounds(Optional.of(least), Optional.of(most)),
                Answer.Bounds.NONE,
                Realis.HAPPENED);
    }

    private static CellScore cells(List<Answer.Cell> expected, Answer.Cell... found) {
        CellScore score = new CellScore();
        score.add(
                new Gold.Bulletin("b", "", DAY, expected),
                new Answer(List.of(), List.of(found), List.of()));
        return score;
    }

    private static IncidentScore incidents(
            List<Answer.Happened> expected, Answer.Happened... found) {
        IncidentScore score = new IncidentScore();
        score.add(
                new Gold.Paragraph("p", "", DAY, expected),
                new Answer(List.of(), List.of(), List.of(found)));
        return score;
    }

    @Test
    void cellIsExactOnlyWithAllOfIt() {
        List<Answer.Cell> expected =
                List.of(cell("west", "Ombel", 3, 8, false), cell("west", "Tash", 4, 8, false));

        CellScore score = cells(
                expected,
                cell("the west", "Ombel district", 3, 8, false),
                cell("west", "Tash", 4, 8, true),
                cell("east", "Tash", 4, 8, false));

        assertThat(score.exact()).isEqualTo(new Rate(1, 3, 2));
        assertThat(score.contradictions()).isEqualTo(new Rate(1, 2, 2));
        assertThat(score.listMisses())
                .containsExactly(
                        "b: no west | Tash | 4 | of 8 | contradicted",
                        "b: not expected west | Tash | 4 | of 8 | consistent",
                        "b: not expected east | Tash | 4 | of 8 | contradicted");
    }

    @Test
    void sameCellTwiceIsExpectedTwice() {
        Answer.Cell cell = cell("west", "Ombel", 3, 3, true);

        assertThat(cells(List.of(cell, cell), cell).exact()).isEqualTo(new Rate(1, 1, 2));
        assertThat(cells(List.of(cell), cell, cell).exact()).isEqualTo(new Rate(1, 2, 1));
    }

    @Test
    void incidentIsComparedFieldByField() {
        IncidentScore score = incidents(
                List.of(incident(EventType.MORTAR, "Ombel", 2, 2)),
                incident(EventType.ROCKET, "Ombel", 2, 4));

        assertThat(score.rate(Field.TYPE)).isEqualTo(new Rate(0, 1, 1));
        assertThat(score.rate(Field.PLACE)).isEqualTo(new Rate(1, 1, 1));
        assertThat(score.rate(Field.KILLED)).isEqualTo(new Rate(0, 1, 1));
        assertThat(score.rate(Field.TARGET)).isEqualTo(new Rate(0, 0, 0));
        assertThat(score.listMisses())
                .containsExactly(
                        "p, TYPE: rocket instead of mortar", "p, KILLED: 2 to 4 instead of 2 to 2");
    }

    @Test
    void nearestIncidentIsTheOneMeant() {
        IncidentScore score = incidents(
                List.of(incident(EventType.MORTAR, "Ombel", 2, 2)),
                incident(EventType.ROCKET, "Tash", 0, 0),
                incident(EventType.MORTAR, "Ombel", 2, 2));

        assertThat(score.rate(Field.TYPE)).isEqualTo(new Rate(1, 2, 1));
        assertThat(score.rate(Field.PLACE)).isEqualTo(new Rate(1, 2, 1));
    }

    @Test
    void actorMayBeSaidInMoreWords() {
        assertThat(Names.within("the northern militia", "militia")).isTrue();
        assertThat(Names.within("northern militia", "southern militia")).isFalse();
        assertThat(Names.within("the", "militia")).isFalse();
    }

    @Test
    void namesAreTheSameButForCaseMarksAndArticle() {
        assertThat(Names.same("The Commission", "commission")).isTrue();
        assertThat(Names.same("Anders Bjornvik", "Anders Bjørnvik")).isFalse();
        assertThat(Names.same("Lucero Cardenas", "Lucero Cárdenas")).isTrue();
        assertThat(Names.same("Ben Hamouda", "Idris Ben Hamouda")).isFalse();
        assertThat(Names.same("Ada Sund and Bo Lind", "Bo Lind and Ada Sund")).isTrue();
        assertThat(Names.samePlace("district of Ombel", "Ombel")).isTrue();
        assertThat(Names.samePlace("Ombel", "North Ombel")).isFalse();
    }
}
