package org.truce.show;

import org.truce.base.Phrases;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Everything about an area on one line of time: lanes of what was agreed, said, sent and given,
 * incidents by day beneath them, and the status of each month at the foot. The same stands as a
 * list.
 *
 * @param lanes from top to bottom
 * @param bars incidents by day and finding, as {@link Timeline} draws them
 * @param band the status of each month of the window, asked by itself
 * @param list by date, those without one last
 */
public record AreaCourse(
        List<Lane> lanes,
        Timeline bars,
        List<Band> band,
        List<Event> list,
        double widthPx,
        double heightPx,
        double barsTopPx,
        double bandTopPx) {
    private static final double LABEL_PX = 16;
    private static final double MARK_PX = 9;
    private static final double LEAST_WIDTH_PX = 4;
    private static final double BAND_PX = 26;

    /** What has no known end is drawn so long, whatever the window. */
    private static final double OPEN_END_PX = 30;

    /** What overlaps lies under each other; what does not fit lies on the last of these. */
    private static final int MOST_ROWS = 8;

    public AreaCourse {
        lanes = List.copyOf(lanes);
        band = List.copyOf(band);
        list = List.copyOf(list);
    }

    /** One kind of thing. */
    public record Lane(String label, String labelY, List<Mark> marks) {
        public Lane {
            marks = List.copyOf(marks);
        }
    }

    /**
     * One thing, as wide as it lasted, at least so that it can be seen.
     *
     * @param openEnd whether nobody knows how long: it is then as wide as what can be seen, and
     *     goes on as a broken line of no length of its own
     */
    public record Mark(String x, String y, String width, boolean openEnd, String title) {}

    /** A month with its status. */
    public record Band(String x, String width, String month, String status, String statusWord) {}

    /**
     * A thing in words.
     *
     * @param when a day, a span, or that it is not known
     */
    public record Event(String when, String kind, FollowPage.Line line) {}

    /**
     * What goes on a lane.
     *
     * @param from the first local day
     * @param to the last local day, inside; empty where no end is known
     */
    record Happening(LocalDate from, Optional<LocalDate> to, Event event) {}

    /** A month of the window and how it was then. */
    record Month(LocalDate from, LocalDate to, String status) {}

    /** A kind of thing with all that is of it. */
    record Kind(String label, List<Happening> happenings) {}

    static AreaCourse of(
            List<Kind> kinds,
            List<Month> months,
            Timeline bars,
            ExploreData.Days days,
            Phrases phrases) {
        Timeline.Axis axis =
                new Timeline.Axis(LocalDate.parse(days.from()), LocalDate.parse(days.to()));
        List<Lane> lanes = new ArrayList<>();
        List<Happening> shown = new ArrayList<>();
        double top = 0;
        for (Kind kind : kinds) {
            List<Happening> inside = kind.happenings().stream()
                    .filter(one -> !one.from().isAfter(axis.to())
                            && one.to().filter(day -> day.isBefore(axis.from())).isEmpty())
                    .sorted(Comparator.comparing(Happening::from))
                    .toList();
            shown.addAll(inside);
            List<Double> ends = new ArrayList<>();
            List<Mark> marks = new ArrayList<>();
            for (Happening one : inside) {
                marks.add(mark(one, axis, top + LABEL_PX, ends));
            }
            lanes.add(new Lane(kind.label(), Timeline.px(top + LABEL_PX - 4), marks));
            top += LABEL_PX + MARK_PX * Math.max(1, ends.size());
        }
        double barsTop = top;
        return new AreaCourse(
                lanes,
                bars,
                months.stream().map(month -> band(month, axis, phrases)).toList(),
                shown.stream()
                        .sorted(Comparator.comparing(Happening::from))
                        .map(Happening::event)
                        .toList(),
                bars.widthPx(),
                barsTop + bars.heightPx() + BAND_PX,
                barsTop,
                barsTop + bars.heightPx());
    }

    /** @param ends where the last mark of each row ends; grows with the rows */
    private static Mark mark(Happening one, Timeline.Axis axis, double top, List<Double> ends) {
        LocalDate from = one.from().isBefore(axis.from()) ? axis.from() : one.from();
        boolean openEnd = one.to().isEmpty();
        LocalDate to = one.to().filter(day -> !day.isAfter(axis.to())).orElse(axis.to());
        double x = axis.x(from);
        double left = axis.x(axis.to().plusDays(1)) - x;
        double width = Math.max(
                LEAST_WIDTH_PX, openEnd ? Math.min(OPEN_END_PX, left) : axis.x(to.plusDays(1)) - x);
        int row = 0;
        while (row < ends.size() && ends.get(row) > x) {
            row++;
        }
        row = Math.min(row, MOST_ROWS - 1);
        if (row == ends.size()) {
            ends.add(x + width);
        } else {
            ends.set(row, Math.max(ends.get(row), x + width));
        }
        return new Mark(
                Timeline.px(x),
                Timeline.px(top + MARK_PX * row),
                Timeline.px(width),
                openEnd,
                one.event().when() + ": " + one.event().line().text());
    }

    private static Band band(Month month, Timeline.Axis axis, Phrases phrases) {
        return new Band(
                Timeline.px(axis.x(month.from())),
                Timeline.px(axis.x(month.to().plusDays(1)) - axis.x(month.from())),
                month.from().toString().substring(0, 7),
                month.status(),
                phrases.say("assess.status-" + month.status()));
    }
}
