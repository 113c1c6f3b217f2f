package org.truce.followup;

import org.truce.record.Agreement;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.record.Fulfilment;
import org.truce.record.Known;
import org.truce.record.Recurrence;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/** What was promised, the obligations of agreements among it, and what became of each. */
public final class CommitmentBoard {
    private final Known known;
    private final List<FollowUp.CommitmentStatus> statuses;
    private final LocalDate today;

    /** @param today the local day on which it is asked what is due */
    public CommitmentBoard(Known known, LocalDate today) {
        this.known = known;
        // The later judgement counts; on one day, the one that was put down later.
        statuses = known.listByTime(FollowUp.CommitmentStatus.class).stream()
                .filter(status -> !status.on().isAfter(today))
                .sorted(Comparator.comparing(FollowUp.CommitmentStatus::on))
                .toList();
        this.today = today;
    }

    /** Those made by today: obligations first, agreement by agreement, then as entered. */
    public List<CommitmentState> list() {
        List<CommitmentState> list = new ArrayList<>();
        Set<String> agreements = new HashSet<>();
        for (Entry.AgreementText text : known.list(Entry.AgreementText.class)) {
            // Registers that hold the same agreement hold the same obligations.
            if (agreements.add(text.agreement().id())
                    && text.agreement().signed().filter(today::isBefore).isEmpty()) {
                for (Agreement.Provision provision : text.agreement().provisions()) {
                    if (provision instanceof Agreement.Obligation obligation) {
                        list.add(obligation(text, obligation));
                    }
                }
            }
        }
        for (FollowUp.Commitment commitment : known.list(FollowUp.Commitment.class)) {
            if (commitment.made().filter(today::isBefore).isEmpty()) {
                list.add(commitment(commitment));
            }
        }
        return list;
    }

    private CommitmentState obligation(Entry.AgreementText text, Agreement.Obligation obligation) {
        String id = text.agreement().id() + "/" + obligation.id();
        Optional<FollowUp.CommitmentStatus> judged = judged(status -> true, id, Optional.empty());
        Optional<Fulfilment> status = status(judged, obligation.due());
        return new CommitmentState(
                text,
                id,
                obligation.by(),
                obligation.text().en(),
                Optional.empty(),
                text.agreement().signed(),
                obligation.due(),
                Optional.empty(),
                obligation.shownBy(),
                Optional.of("agreement:" + text.id()),
                judged,
                List.of(),
                status,
                isOverdue(status, obligation.due()));
    }

    private CommitmentState commitment(FollowUp.Commitment entry) {
        Optional<FollowUp.CommitmentStatus> judged =
                judged(own(entry), entry.id(), Optional.empty());
        List<CommitmentState.PeriodState> periods = periods(entry);
        Optional<Fulfilment> status = entry.every().isPresent() && judged.isEmpty()
                ? together(periods)
                : status(judged, entry.due());
        boolean periodOverdue = periods.stream()
                .anyMatch(
                        period -> period.to().isBefore(today) && period.judged().isEmpty());
        return new CommitmentState(
                entry,
                entry.id(),
                List.of(entry.actor()),
                entry.what(),
                entry.forWhom(),
                entry.made(),
                entry.due(),
                entry.every(),
                entry.shownBy(),
                entry.under(),
                judged,
                periods,
                status,
                periodOverdue || isOverdue(status, entry.due()));
    }

    /** Ids are unique in a register; those of agreements are everybody's. */
    private static Predicate<FollowUp.CommitmentStatus> own(FollowUp.Commitment entry) {
        return status -> status.register().equals(entry.register());
    }

    private Optional<FollowUp.CommitmentStatus> judged(
            Predicate<FollowUp.CommitmentStatus> whose, String id, Optional<LocalDate> period) {
        return statuses.stream()
                .filter(status -> whose.test(status)
                        && status.commitment().equals(id)
                        && status.period().equals(period))
                .reduce((earlier, later) -> later);
    }

    /** Nobody judged it: not due while its day has not passed, or where no day was set. */
    private Optional<Fulfilment> status(
            Optional<FollowUp.CommitmentStatus> judged, Optional<LocalDate> due) {
        if (judged.isPresent()) {
            return Optional.of(judged.get().fulfilment());
        }
        return due.isEmpty() || !due.get().isBefore(today)
                ? Optional.of(Fulfilment.NOT_DUE)
                : Optional.empty();
    }

    private boolean isOverdue(Optional<Fulfilment> status, Optional<LocalDate> due) {
        return due.filter(today::isAfter).isPresent()
                && status.filter(one -> one != Fulfilment.NOT_DUE).isEmpty();
    }

    private List<CommitmentState.PeriodState> periods(FollowUp.Commitment entry) {
        if (entry.every().isEmpty()) {
            return List.of();
        }
        List<CommitmentState.PeriodState> periods = new ArrayList<>();
        LocalDate last = entry.to().filter(today::isAfter).orElse(today);
        LocalDate from = entry.from().orElseThrow();
        while (!from.isAfter(last)) {
            LocalDate next = next(from, entry.every().get());
            LocalDate to = next.minusDays(1);
            LocalDate end = entry.to().filter(to::isAfter).orElse(to);
            periods.add(new CommitmentState.PeriodState(
                    from, end, judged(own(entry), entry.id(), Optional.of(from))));
            from = next;
        }
        return periods;
    }

    /** The first day of the next day, week (from Monday) or month of the calendar. */
    private static LocalDate next(LocalDate from, Recurrence every) {
        return switch (every) {
            case DAY -> from.plusDays(1);
            case WEEK -> from.with(TemporalAdjusters.next(DayOfWeek.MONDAY));
            case MONTH -> from.with(TemporalAdjusters.firstDayOfNextMonth());
        };
    }

    /**
     * Of the periods that somebody judged: what all of them are, "partly" where they differ and
     * something was done in one, else "not verifiable".
     */
    private Optional<Fulfilment> together(List<CommitmentState.PeriodState> periods) {
        List<Fulfilment> judged = periods.stream()
                .flatMap(period -> period.judged().stream())
                .map(FollowUp.CommitmentStatus::fulfilment)
                .filter(one -> one != Fulfilment.NOT_DUE)
                .distinct()
                .toList();
        if (judged.size() == 1) {
            return Optional.of(judged.getFirst());
        }
        boolean done = judged.stream()
                .anyMatch(one -> one == Fulfilment.HONOURED
                        || one == Fulfilment.LATE
                        || one == Fulfilment.PARTLY);
        if (done) {
            return Optional.of(Fulfilment.PARTLY);
        }
        if (judged.isEmpty()) {
            return periods.stream().allMatch(period -> !period.to().isBefore(today))
                    ? Optional.of(Fulfilment.NOT_DUE)
                    : Optional.empty();
        }
        return Optional.of(Fulfilment.NOT_VERIFIABLE);
    }
}
