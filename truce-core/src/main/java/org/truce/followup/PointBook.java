package org.truce.followup;

import org.truce.record.FollowUp;
import org.truce.record.Guarded;
import org.truce.record.Known;
import org.truce.record.Logged;
import org.truce.record.PointState;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The log of hotline and radio: its lines, the points that are open, and the last handover. */
public final class PointBook {
    /** The point that stands for the shift itself: whoever takes it has the desk. */
    public static final String HANDOVER = "handover";

    private final List<Line> lines;

    /**
     * A line with the time at which it was taken in.
     *
     * @param at when it was said, where a bare date begins
     */
    public record Line(FollowUp.LogLine entry, Instant at, Instant recordedAt) {}

    /**
     * A point that nobody has closed.
     *
     * @param opened the first line about it
     * @param last the latest
     * @param holder who has it, by the latest line that says so
     */
    public record Open(FollowUp.LogLine opened, FollowUp.LogLine last, Optional<Guarded> holder) {}

    /** @param zone the zone in which times without an offset are read */
    public PointBook(Known known, ZoneId zone) {
        List<Line> all = new ArrayList<>();
        for (Logged logged : known.logged()) {
            if (logged.entry() instanceof FollowUp.LogLine line) {
                all.add(new Line(line, line.at().startIn(zone), logged.recordedAt()));
            }
        }
        lines = all.stream()
                .sorted(Comparator.comparing(Line::at)
                        .thenComparing(Line::recordedAt)
                        .thenComparing(line -> line.entry().register())
                        .thenComparing(line -> line.entry().id()))
                .toList();
    }

    /** By time. */
    public List<Line> listLines() {
        return lines;
    }

    /** In the order in which they were opened; the shift itself is no point. */
    public List<Open> listOpen() {
        Map<String, Open> open = new LinkedHashMap<>();
        for (Line line : lines) {
            FollowUp.LogLine entry = line.entry();
            entry.point().filter(point -> !point.equals(HANDOVER)).ifPresent(point -> {
                String key = entry.register() + "\n" + point;
                if (entry.pointState().filter(PointState.CLOSED::equals).isPresent()) {
                    open.remove(key);
                } else {
                    open.merge(
                            key,
                            new Open(entry, entry, entry.holder()),
                            (before, now) -> new Open(
                                    before.opened(), entry, entry.holder().or(before::holder)));
                }
            });
        }
        return List.copyOf(open.values());
    }

    /** The last line by which one shift handed over to the next. */
    public Optional<Line> findHandover() {
        return lines.reversed().stream()
                .filter(line -> line.entry().point().filter(HANDOVER::equals).isPresent())
                .findFirst();
    }
}
