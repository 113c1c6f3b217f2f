package org.truce.show;

import org.truce.followup.CommitmentState;
import org.truce.followup.Handover;
import org.truce.followup.NoticeState;
import org.truce.followup.PointBook;
import org.truce.record.EntryRef;
import org.truce.record.FollowUp;
import org.truce.record.Guarded;
import org.truce.record.Logged;
import org.truce.record.PointState;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What one shift tells the next, for whoever holds the store file: the stable shape of its JSON.
 *
 * @param since an instant in UTC
 * @param reports how many reports were taken in since
 */
public record HandoverView(
        Optional<String> since,
        String today,
        List<Point> points,
        List<Waiting> notices,
        List<Due> commitments,
        List<Came> came,
        long reports) {

    public HandoverView {
        points = List.copyOf(points);
        notices = List.copyOf(notices);
        commitments = List.copyOf(commitments);
        came = List.copyOf(came);
    }

    /**
     * An open point.
     *
     * @param at when it was opened, as written
     * @param holder who has it
     */
    public record Point(
            String register,
            String point,
            String at,
            String state,
            Optional<String> holder,
            Optional<String> text) {}

    /**
     * A notice that is neither closed nor withdrawn.
     *
     * @param sendingSince on which day somebody took it to send it, while it is not known whether
     *     it went out
     */
    public record Waiting(
            String register,
            String id,
            String addressee,
            String severity,
            String status,
            Optional<String> sendingSince,
            Optional<String> sentOn,
            Optional<String> dueOn,
            boolean overdue,
            boolean reminderDue,
            Optional<String> levelDue) {}

    /** A commitment that is overdue. */
    public record Due(String id, String what, List<String> actors, Optional<String> dueOn) {
        public Due {
            actors = List.copyOf(actors);
        }
    }

    /**
     * Something that was taken in since.
     *
     * @param entry as {@code kind:id}
     * @param act of a step its act
     * @param notice of a step the notice
     */
    public record Came(
            String recorded,
            String register,
            String entry,
            Optional<String> act,
            Optional<String> notice,
            Optional<String> text) {}

    public static HandoverView of(Handover handover) {
        return new HandoverView(
                handover.since().map(Instant::toString),
                handover.today().toString(),
                handover.points().stream().map(HandoverView::point).toList(),
                handover.notices().stream().map(HandoverView::waiting).toList(),
                handover.commitments().stream().map(HandoverView::due).toList(),
                handover.came().stream().map(HandoverView::came).toList(),
                handover.reports());
    }

    private static Point point(PointBook.Open open) {
        FollowUp.LogLine last = open.last();
        return new Point(
                last.register(),
                last.point().orElseThrow(),
                open.opened().at().text(),
                last.pointState().map(PointState::code).orElseThrow(),
                open.holder().flatMap(Guarded::find),
                last.text().find());
    }

    private static Waiting waiting(NoticeState state) {
        FollowUp.Notice notice = state.notice();
        return new Waiting(
                notice.register(),
                notice.id(),
                notice.addressee(),
                notice.severity().code(),
                state.phase().code(),
                state.sending().map(step -> step.on().toString()),
                state.sentOn().map(LocalDate::toString),
                state.dueOn().map(LocalDate::toString),
                state.overdue(),
                state.reminderDue(),
                state.levelDue());
    }

    private static Due due(CommitmentState state) {
        return new Due(
                state.id(), state.what(), state.actors(), state.due().map(LocalDate::toString));
    }

    private static Came came(Logged logged) {
        Optional<FollowUp.NoticeStep> step = Optional.of(logged.entry())
                .filter(FollowUp.NoticeStep.class::isInstance)
                .map(FollowUp.NoticeStep.class::cast);
        Optional<Guarded> text = logged.entry() instanceof FollowUp.Notice notice
                ? Optional.of(notice.text())
                : logged.entry() instanceof FollowUp.LogLine line
                        ? Optional.of(line.text())
                        : step.flatMap(FollowUp.NoticeStep::text);
        return new Came(
                logged.recordedAt().toString(),
                logged.entry().register(),
                EntryRef.to(logged.entry()).text(),
                step.map(one -> one.act().code()),
                step.map(FollowUp.NoticeStep::notice),
                text.flatMap(Guarded::find));
    }
}
