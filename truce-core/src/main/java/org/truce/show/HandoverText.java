package org.truce.show;

import org.truce.base.Phrases;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** What one shift tells the next, in words. */
public final class HandoverText {
    private HandoverText() {}

    /** A heading and what stands under it; nothing where nothing does. */
    public record Section(String title, List<String> items) {
        public Section {
            items = List.copyOf(items);
        }
    }

    /** From when to when. */
    public static String span(HandoverView view, ZoneId zone, Phrases words) {
        return view.since()
                .map(since -> words.say("desk.since", view.today(), in(zone, since)))
                .orElseGet(() -> words.say("desk.since-ever", view.today()));
    }

    /** An instant as the clocks of the zone show it, with what they are ahead of UTC. */
    private static String in(ZoneId zone, String instant) {
        return Instant.parse(instant)
                .truncatedTo(ChronoUnit.SECONDS)
                .atZone(zone)
                .toOffsetDateTime()
                .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
    }

    /**
     * The open points, what waits, what is due and what came.
     *
     * @param zone the register's, in which what it wrote itself stands
     */
    public static List<Section> sections(HandoverView view, ZoneId zone, Phrases words) {
        return List.of(
                new Section(words.say("desk.points"), points(view, words)),
                new Section(words.say("desk.waiting"), notices(view, words)),
                new Section(words.say("desk.commitments"), commitments(view, words)),
                new Section(words.say("desk.came", view.reports()), came(view, zone, words)));
    }

    /** All of it, line by line. */
    public static List<String> lines(HandoverView view, ZoneId zone, Phrases words) {
        List<String> lines = new ArrayList<>();
        lines.add(span(view, zone, words));
        for (Section section : sections(view, zone, words)) {
            lines.add("");
            lines.add(section.title());
            section.items().forEach(item -> lines.add("- " + item));
            if (section.items().isEmpty()) {
                lines.add(words.say("desk.nothing"));
            }
        }
        return lines;
    }

    private static List<String> points(HandoverView view, Phrases words) {
        return view.points().stream()
                .map(point -> words.say(
                        "desk.point-line",
                        point.point(),
                        point.at(),
                        point.holder().orElseGet(() -> words.say("desk.nobody")),
                        point.text().orElse("")))
                .toList();
    }

    private static List<String> notices(HandoverView view, Phrases words) {
        return view.notices().stream().map(notice -> notice(notice, words)).toList();
    }

    /** One notice as it stands: what is overdue is said first. */
    public static String notice(HandoverView.Waiting notice, Phrases words) {
        List<String> parts = new ArrayList<>();
        parts.add(words.say(
                "desk.notice-line",
                notice.register() + ":" + notice.id(),
                notice.addressee(),
                words.say("followup.severity." + notice.severity()),
                words.say("desk.phase." + notice.status())));
        notice.sendingSince().ifPresent(day -> parts.add(words.say("desk.sending-since", day)));
        notice.dueOn()
                .ifPresent(day -> parts.add(
                        words.say(notice.overdue() ? "desk.overdue-since" : "desk.due-on", day)));
        if (notice.sentOn().isPresent() && notice.dueOn().isEmpty()) {
            parts.add(words.say("desk.no-due-date"));
        }
        if (notice.reminderDue()) {
            parts.add(words.say("desk.reminder-due"));
        }
        notice.levelDue().ifPresent(level -> parts.add(words.say("desk.level-due", level)));
        return String.join(" · ", parts);
    }

    private static List<String> commitments(HandoverView view, Phrases words) {
        return view.commitments().stream()
                .map(due -> words.say(
                                "desk.commitment-line",
                                due.id(),
                                String.join(", ", due.actors()),
                                due.what())
                        + due.dueOn()
                                .map(day -> " · " + words.say("desk.due-on", day))
                                .orElse(""))
                .toList();
    }

    private static List<String> came(HandoverView view, ZoneId zone, Phrases words) {
        return view.came().stream()
                .map(one -> String.join(
                        " · ",
                        in(zone, one.recorded()),
                        one.register() + ":" + one.entry(),
                        one.act()
                                .map(act -> words.say("followup.act." + act)
                                        + one.notice().map(id -> " " + id).orElse(""))
                                .orElseGet(() -> words.say("show.kind."
                                        + one.entry().substring(0, one.entry().indexOf(':')))),
                        one.text().orElse("")))
                .toList();
    }
}
