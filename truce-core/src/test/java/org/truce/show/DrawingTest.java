package org.truce.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import org.junit.jupiter.api.Test;
import org.truce.assess.HandRecord;
import org.truce.base.LatLon;
import org.truce.base.Phrases;
import org.truce.terms.AreaReading;
import org.truce.terms.Verdict;

import java.util.List;
import java.util.Optional;

/** Maps and timelines, by hand. */
final class DrawingTest {
    /** 36 to 37 east, 32 to 33 north, with the margin of 6 %: 1.12 degrees each way. */
    private static final Frame FRAME =
            Outlines.frame(List.of(HandRecord.outline("square", "wide", 36, 37, "", "")), 640);

    private static List<AreaReading> places() {
        return HandRecord.square().evidence().terms().listReadings();
    }

    @Test
    void theFrameIsTrueAtItsMiddleLatitude() {
        assertThat(FRAME.westDegrees()).isCloseTo(35.94, offset(1e-9));
        assertThat(FRAME.northDegrees()).isCloseTo(33.06, offset(1e-9));
        // 640 x 1.12 / (1.12 x cos 32.5°), the cosine 0.843391.
        assertThat(FRAME.heightPx()).isCloseTo(758.841, offset(0.001));
        assertThatThrownBy(() -> new Frame(36, 32, 36, 33, 640))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPolygonIsDrawnCornerByCorner() {
        // West: 640 x 0.06 / 1.12 = 34.3, east: 640 x 1.06 / 1.12 = 605.7; north (33):
        // 758.841 x 0.06 / 1.12 = 40.7, south: 758.841 x 1.06 / 1.12 = 718.2.
        assertThat(Outlines.path(HandRecord.outline("square", "wide", 36, 37, "", ""), FRAME))
                .isEqualTo("M34.3,718.2L605.7,718.2L605.7,40.7L34.3,40.7L34.3,718.2Z");
        assertThat(FRAME.contains(new LatLon(33.06, 36))).isTrue();
        assertThat(FRAME.contains(new LatLon(33.07, 36))).isFalse();
    }

    private static Row row(String id, String day, String cell, String place, Verdict verdict) {
        return new Row(
                id,
                day,
                day,
                Optional.of(cell).filter(key -> !key.isEmpty()),
                place,
                "shelling",
                verdict,
                "undetermined",
                1,
                1,
                "not said",
                "",
                false,
                List.of());
    }

    private static Explore explore(List<Row> rows) {
        return Explore.of(
                rows,
                places(),
                new ExploreData.Days("2017-07-01", "2017-07-10"),
                List.of(
                        new ExploreData.Mark("2017-07-09", "a truce"),
                        new ExploreData.Mark("2018-07-09", "later")),
                List.of(),
                Phrases.in("en"));
    }

    @Test
    void rowsOfOneCellMakeOneDot() {
        Explore explore = explore(List.of(
                row("1", "2017-07-02", "32.525,36.525", "Midtown", Verdict.NO_BREACH),
                row("2", "2017-07-02", "32.525,36.525", "Northside", Verdict.BREACH),
                row("3", "2017-07-05", "32.525,36.525", "Midtown", Verdict.NO_BREACH),
                row("4", "2017-07-05", "", "place withheld", Verdict.BREACH),
                row("5", "2017-07-05", "35.025,36.525", "Far", Verdict.BREACH)));
        assertThat(explore.data().cells())
                .containsExactly(
                        new ExploreData.Cell(
                                32.525,
                                36.525,
                                "Midtown",
                                List.of(
                                        new ExploreData.DayCount("2017-07-02", "breach", 1),
                                        new ExploreData.DayCount("2017-07-02", "no-breach", 1),
                                        new ExploreData.DayCount("2017-07-05", "no-breach", 1))),
                        new ExploreData.Cell(
                                35.025,
                                36.525,
                                "Far",
                                List.of(new ExploreData.DayCount("2017-07-05", "breach", 1))));
        // x = 640 x (36.525 - 35.94) / 1.12 = 334.3; y = 758.841 x (33.06 - 32.525) / 1.12 =
        // 362.5; radius 2 + 2.2 x sqrt(3) = 5.8. What lies off the map has no dot.
        assertThat(explore.dots())
                .containsExactly(
                        new Explore.Dot("334.3", "362.5", "5.8", "breach", "Midtown: rows 3"));
        // "narrow" stands before "wide".
        assertThat(explore.outlines().stream().map(Explore.OutlinePath::dashed))
                .containsExactly(false, true);
        assertThat(explore.outlines().getLast().label()).isEqualTo("The square, wide reading");
    }

    @Test
    void aDaysBarIsAsTallAsItsRows() {
        Timeline timeline = explore(List.of(
                        row("1", "2017-07-02", "", "a", Verdict.BREACH),
                        row("2", "2017-07-02", "", "a", Verdict.BREACH),
                        row("3", "2017-07-02", "", "a", Verdict.UNDETERMINED),
                        row("4", "2017-07-10", "", "a", Verdict.BREACH)))
                .timeline();
        assertThat(timeline.tallest()).isEqualTo(3);
        // Ten days on 960 px: 96 px each; three rows fill 180 - 24 = 156 px, so 52 px a row.
        assertThat(timeline.bars())
                .containsExactly(
                        new Timeline.Bar(
                                "96.0", "52.0", "95.8", "104.0", "breach", "2017-07-02: 2"),
                        new Timeline.Bar(
                                "96.0", "0.0", "95.8", "52.0", "undetermined", "2017-07-02: 1"),
                        new Timeline.Bar(
                                "864.0", "104.0", "95.8", "52.0", "breach", "2017-07-10: 1"));
        assertThat(timeline.rules()).containsExactly(new Timeline.Rule("768.0", "a truce"));
        assertThat(timeline.ticks()).isEmpty();
    }

    @Test
    void monthsHaveTicksAndLongSpansAQuarter() {
        List<ExploreData.Mark> none = List.of();
        assertThat(Timeline.of(List.of(), new ExploreData.Days("2017-07-01", "2017-09-30"), none)
                        .ticks())
                .extracting(Timeline.Tick::label)
                .containsExactly("2017-08", "2017-09");
        assertThat(Timeline.of(List.of(), new ExploreData.Days("2016-07-01", "2018-06-30"), none)
                        .ticks())
                .extracting(Timeline.Tick::label)
                .containsExactly(
                        "2016-10", "2017-01", "2017-04", "2017-07", "2017-10", "2018-01",
                        "2018-04");
    }
}
