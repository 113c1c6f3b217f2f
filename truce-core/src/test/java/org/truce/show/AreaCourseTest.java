package org.truce.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.truce.assess.HandRecord.count;

import org.junit.jupiter.api.Test;
import org.truce.assess.AssessSettings;
import org.truce.assess.HandRecord;
import org.truce.assess.History;
import org.truce.base.Moment;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One line of time, by hand: ten days on 960 px are 96 px each. */
final class AreaCourseTest {
    private static final ExploreData.Days DAYS = new ExploreData.Days("2018-01-01", "2018-01-10");

    private static AreaCourse.Happening happening(String from, String to) {
        return new AreaCourse.Happening(
                LocalDate.parse(from),
                Optional.of(to).filter(day -> !day.isEmpty()).map(LocalDate::parse),
                new AreaCourse.Event(from, "kind", FollowPage.Line.of("what")));
    }

    private static AreaCourse course(List<AreaCourse.Kind> kinds, List<AreaCourse.Month> months) {
        return AreaCourse.of(
                kinds, months, Timeline.of(List.of(), DAYS, List.of()), DAYS, Phrases.in("en"));
    }

    @Test
    void whatOverlapsLiesUnderEachOtherAndIsCutAtTheEdges() {
        AreaCourse course = course(
                List.of(
                        new AreaCourse.Kind(
                                "one",
                                List.of(
                                        happening("2018-01-03", "2018-01-04"),
                                        happening("2017-12-01", "2018-01-03"),
                                        happening("2018-01-05", ""),
                                        happening("2017-12-01", "2017-12-31"),
                                        happening("2018-01-11", ""))),
                        new AreaCourse.Kind("none", List.of())),
                List.of());
        // The first is there from before: 0 to 288 px. The second begins on the third day, at 192
        // px, beneath it; the last on the fifth, at 384 px, beside the first again: no end of it is
        // known, so that it is as long as any other without one, and not to the last day.
        assertThat(course.lanes().getFirst().marks())
                .containsExactly(
                        new AreaCourse.Mark("0.0", "16.0", "288.0", false, "2017-12-01: what"),
                        new AreaCourse.Mark("192.0", "25.0", "192.0", false, "2018-01-03: what"),
                        new AreaCourse.Mark("384.0", "16.0", "30.0", true, "2018-01-05: what"));
        // Two rows of 9 px and a label of 16 px; then one empty row with its label: 34 + 25.
        assertThat(course.barsTopPx()).isEqualTo(59);
        assertThat(course.list())
                .extracting(AreaCourse.Event::when)
                .containsExactly("2017-12-01", "2018-01-03", "2018-01-05");
    }

    @Test
    void aMonthIsAsWideAsItsDays() {
        AreaCourse course = course(
                List.of(),
                List.of(new AreaCourse.Month(
                        LocalDate.parse("2018-01-02"), LocalDate.parse("2018-01-04"), "holding")));
        assertThat(course.band())
                .containsExactly(
                        new AreaCourse.Band("96.0", "288.0", "2018-01", "holding", "holding"));
    }

    /**
     * Counts of a breach a day before, of none in August, in which a report tells of one, and of
     * two a day in September.
     */
    @Test
    void everyMonthIsAskedByItself() {
        HandRecord record = FollowRecord.of(true)
                .with(count("wide", "2016-07-09", "2017-07-08", "both sides", 365))
                .with(count("wide", "2017-08-01", "2017-08-31", "both sides", 0))
                .with(count("wide", "2017-09-01", "2017-09-30", "both sides", 60))
                .with(FollowRecord.deployment("D1", "2017-09-10", PlacePrecision.TOWN));
        Overviews overviews = new Overviews(
                new History(record.list(), AssessSettings.USUAL),
                new Asked(
                        Optional.of("square"),
                        Optional.of("wide"),
                        Optional.of(Moment.get("2017-08-01")),
                        Optional.of(Moment.get("2017-09-30")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()),
                FollowRecord.NOW,
                new Disclosure.Holder(),
                Phrases.in("en"));
        AreaCourse course = overviews.course();
        assertThat(course.band())
                .extracting(AreaCourse.Band::month, AreaCourse.Band::status)
                .containsExactly(
                        tuple("2017-08", "holding-with-exceptions"),
                        tuple("2017-09", "not-holding"));
        assertThat(course.lanes())
                .extracting(AreaCourse.Lane::label)
                .containsExactly(
                        "Agreements",
                        "Talks",
                        "Notices",
                        "Deployments",
                        "Contributions",
                        "Statements");
        assertThat(course.list())
                .extracting(event -> event.line().text())
                .contains("The truce", "the greys: observation post");
    }
}
