package org.truce.followup;

import org.truce.assess.Evidence;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Known;
import org.truce.record.Logged;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What one shift tells the next.
 *
 * @param since from when on something is new; empty where nothing says, and all of it is
 * @param today the local day on which it is asked what is due
 * @param points open, in the order in which they were opened
 * @param notices neither closed nor withdrawn, what is overdue first
 * @param commitments overdue
 * @param came notices, their steps and lines of the log that were taken in since, in that order
 * @param reports how many reports were taken in since
 */
public record Handover(
        Optional<Instant> since,
        LocalDate today,
        List<PointBook.Open> points,
        List<NoticeState> notices,
        List<CommitmentState> commitments,
        List<Logged> came,
        long reports) {

    public Handover {
        points = List.copyOf(points);
        notices = List.copyOf(notices);
        commitments = List.copyOf(commitments);
        came = List.copyOf(came);
    }

    /**
     * As known at {@code now}.
     *
     * @param all every entry that counts
     * @param since the last handover where empty
     */
    public static Handover of(List<Logged> all, Optional<Instant> since, Instant now) {
        Known known = Evidence.known(all, Optional.empty());
        LocalDate today = LocalDate.ofInstant(now, Evidence.zoneOf(all));
        PointBook points = new PointBook(known, Evidence.zoneOf(all));
        Optional<Instant> from =
                since.or(() -> points.findHandover().map(PointBook.Line::recordedAt));
        List<Logged> later = known.logged().stream()
                .filter(logged -> from.isEmpty() || logged.recordedAt().isAfter(from.get()))
                .toList();
        return new Handover(
                from,
                today,
                points.listOpen(),
                new NoticeBook(known, today)
                        .list().stream().filter(NoticeState::isOpen).toList(),
                new CommitmentBoard(known, today)
                        .list().stream().filter(CommitmentState::overdue).toList(),
                later.stream()
                        .filter(logged -> isOfDesk(logged.entry()))
                        .sorted(Comparator.comparing(Logged::recordedAt)
                                .thenComparing(one -> one.entry().register())
                                .thenComparing(Logged::seq))
                        .toList(),
                later.stream()
                        .filter(logged -> logged.entry() instanceof Entry.Report)
                        .count());
    }

    private static boolean isOfDesk(Entry entry) {
        return entry instanceof FollowUp.Notice
                || entry instanceof FollowUp.NoticeStep
                || entry instanceof FollowUp.LogLine;
    }
}
