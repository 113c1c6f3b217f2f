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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What was promised, the obligations of agreements among it, and what became of each. */
public final class CommitmentBoard {
    private final Known known;
    private final LocalDate today;

    /**
     * The judgement that counts, by register, commitment and period; and whoever's, without one.
     */
    private final Map<String, FollowUp.CommitmentStatus> own = new HashMap<>();

    private final Map<String, FollowUp.CommitmentStatus> anybodys = new HashMap<>();

    /** @param today the local day on which it is asked what is due */
    public CommitmentBoard(Known known, LocalDate today) {
        this.known = known;
        this.today = today;
        // The later judgement counts; on one day, the one that was put down later.
        known.listByTime(FollowUp.CommitmentStatus.class).stream()
                .filter(status -> !status.on().isAfter(today))
                .sorted(Comparator.comparing(FollowUp.CommitmentStatus::on))
                .forEach(status -> {
                    own.put(key(status.register(), status.commitment(), status.period()), status);
                    anybodys.put(key("", status.commitment(), status.period()), status);
                });
    }

    private static String key(String register, String commitment, Optional<LocalDate> period) {
        return String.join(
                "\n", register, commitment, period.map(LocalDate::toString).orElse(""));
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

    /** Whose register an agreement is in makes no difference to what came of it. */
    private CommitmentState obligation(Entry.AgreementText text, Agreement.Obligation obligation) {
        String id = text.agreement().id() + "/" + obligation.id();
        Optional<FollowUp.CommitmentStatus> judged =
                Optional.ofNullable(anybodys.get(key("", id, Optional.empty())));
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
                isOverdue(status, judged, obligation.due()),
                flags(judged, List.of(), text.agreement().signed(), obligation.due()));
    }

    private CommitmentState commitment(FollowUp.Commitment entry) {
        Optional<FollowUp.CommitmentStatus> judged = judged(entry, Optional.empty());
        List<CommitmentState.PeriodState> periods = periods(entry);
        // What recurs is due by the end of each period, whatever somebody says of the whole.
        Optional<Fulfilment> status = entry.every().isPresent()
                        && judged.filter(one -> one.fulfilment() != Fulfilment.NOT_DUE)
                                .isEmpty()
                ? together(periods)
                : status(judged, entry.due());
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
                periods.stream().anyMatch(CommitmentState.PeriodState::overdue)
                        || isOverdue(status, judged, entry.due()),
                flags(judged, periods, entry.made(), entry.due()));
    }

    /** Ids are unique in a register; those of agreements are everybody's. */
    private Optional<FollowUp.CommitmentStatus> judged(
            FollowUp.Commitment entry, Optional<LocalDate> period) {
        return Optional.ofNullable(own.get(key(entry.register(), entry.id(), period)));
    }

    /** Nobody judged it: not due while its day has not passed. */
    private Optional<Fulfilment> status(
            Optional<FollowUp.CommitmentStatus> judged, Optional<LocalDate> due) {
        Optional<Fulfilment> said = judged.map(FollowUp.CommitmentStatus::fulfilment);
        if (due.isEmpty()) {
            return said.filter(one -> one != Fulfilment.NOT_DUE);
        }
        return said.or(
                () -> due.filter(day -> !day.isBefore(today)).map(day -> Fulfilment.NOT_DUE));
    }

    private boolean isOverdue(
            Optional<Fulfilment> status,
            Optional<FollowUp.CommitmentStatus> judged,
            Optional<LocalDate> due) {
        return due.filter(today::isAfter).isPresent()
                && (status.filter(one -> one != Fulfilment.NOT_DUE).isEmpty()
                        || isEarly(judged, due.get()));
    }

    /** Until the end of the day it is in time: nobody can say yet that it came late or not. */
    private static boolean isEarly(
            Optional<FollowUp.CommitmentStatus> judged, LocalDate lastDayInTime) {
        return judged.filter(one -> !one.on().isAfter(lastDayInTime)
                        && (one.fulfilment() == Fulfilment.NOT_HONOURED
                                || one.fulfilment() == Fulfilment.LATE))
                .isPresent();
    }

    private static List<CommitmentState.Flag> flags(
            Optional<FollowUp.CommitmentStatus> judged,
            List<CommitmentState.PeriodState> periods,
            Optional<LocalDate> made,
            Optional<LocalDate> due) {
        List<CommitmentState.Flag> flags = new ArrayList<>();
        if (due.filter(day -> isEarly(judged, day)).isPresent()
                || periods.stream().anyMatch(CommitmentState.PeriodState::early)) {
            flags.add(CommitmentState.Flag.JUDGED_BEFORE_DUE);
        }
        if (due.isEmpty()
                && periods.isEmpty()
                && judged.filter(one -> one.fulfilment() == Fulfilment.NOT_DUE).isPresent()) {
            flags.add(CommitmentState.Flag.NOT_DUE_WITHOUT_DAY);
        }
        if (due.isPresent() && made.filter(due.get()::isBefore).isPresent()) {
            flags.add(CommitmentState.Flag.DUE_BEFORE_MADE);
        }
        return flags;
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
            Optional<FollowUp.CommitmentStatus> judged = judged(entry, Optional.of(from));
            periods.add(new CommitmentState.PeriodState(
                    from, end, end.isBefore(today), judged, isEarly(judged, end)));
            from = next;
        }
        return periods;
    }

    /** Whether a period of what recurs begins on the day. */
    static boolean isPeriod(FollowUp.Commitment entry, LocalDate day) {
        Optional<LocalDate> from = entry.from().filter(first -> entry.every().isPresent());
        if (from.isEmpty()
                || day.isBefore(from.get())
                || entry.to().filter(day::isAfter).isPresent()) {
            return false;
        }
        return day.equals(from.get())
                || day.equals(next(day.minusDays(1), entry.every().get()));
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
            return periods.stream().noneMatch(CommitmentState.PeriodState::over)
                    ? Optional.of(Fulfilment.NOT_DUE)
                    : Optional.empty();
        }
        return Optional.of(Fulfilment.NOT_VERIFIABLE);
    }
}
