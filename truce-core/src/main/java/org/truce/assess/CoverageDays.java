package org.truce.assess;

import org.truce.base.Period;
import org.truce.base.Watch;
import org.truce.record.Account;
import org.truce.record.Entry;
import org.truce.record.FollowUp;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * On which local days of a window somebody observed in the area: a report, a calm report, a summary
 * of those days, or an entry of coverage; and on which somebody was kept from it. A row known to
 * the week or worse shows no single day as watched, and a refuted report none at all.
 */
final class CoverageDays {
    private CoverageDays() {}

    static Answer.Coverage of(
            Evidence evidence,
            String area,
            Optional<String> reading,
            Window window,
            List<Period> steady,
            Set<LocalDate> deployed) {
        Set<LocalDate> observed = new HashSet<>();
        Set<LocalDate> kept = new HashSet<>();
        for (Entry entry : evidence.known().entries()) {
            switch (entry) {
                case Entry.Report report -> {
                    if (!evidence.isRefuted(report)) {
                        add(evidence, report.account(), area, reading, window, observed);
                    }
                }
                case Entry.CalmReport calm ->
                    add(evidence, calm.account(), area, reading, window, observed);
                case Entry.SummaryReport summary ->
                    add(evidence, summary.account(), area, reading, window, observed);
                case Entry.RegisterDeclared r -> {}
                case Entry.Coverage coverage ->
                    add(
                            evidence,
                            coverage.account(),
                            area,
                            reading,
                            window,
                            coverage.watch() == Watch.WATCHED ? observed : kept);
                case Entry.Tally t -> {}
                case Entry.PublishedTotal t -> {}
                case Entry.PeriodCount c -> {}
                case Entry.Statement s -> {}
                case Entry.ClaimTest c -> {}
                case Entry.AreaOutline a -> {}
                case Entry.AgreementText a -> {}
                case Entry.RejectedRow r -> {}
                case FollowUp f -> {}
                case Entry.OfRecord r -> {}
            }
        }
        int days = (int) (window.lastDay().toEpochDay() - window.firstDay().toEpochDay()) + 1;
        for (Period period : steady) {
            Window watched = new Window(period, window.zone());
            addAll(watched.firstDay(), watched.lastDay(), window, observed);
        }
        int unobserved =
                (int) deployed.stream().filter(day -> !observed.contains(day)).count();
        return new Answer.Coverage(observed.size(), days, kept.size(), deployed.size(), unobserved);
    }

    private static void add(
            Evidence evidence,
            Account account,
            String area,
            Optional<String> reading,
            Window window,
            Set<LocalDate> observed) {
        if (account.occurred().precision().coarserThanDay()
                || !evidence.mayLieIn(account.place(), area, reading)) {
            return;
        }
        // By the area's own calendar: a clock time with an offset may be of another local day.
        Period stated = account.occurred().stated(window.zone());
        LocalDate first = LocalDate.ofInstant(stated.from(), window.zone());
        LocalDate last = stated.days() == 0
                ? first
                : LocalDate.ofInstant(stated.to().minusNanos(1), window.zone());
        addAll(first, last, window, observed);
    }

    private static void addAll(
            LocalDate first, LocalDate last, Window window, Set<LocalDate> observed) {
        LocalDate end = last.isAfter(window.lastDay()) ? window.lastDay() : last;
        LocalDate day = first.isBefore(window.firstDay()) ? window.firstDay() : first;
        for (; !day.isAfter(end); day = day.plusDays(1)) {
            observed.add(day);
        }
    }
}
