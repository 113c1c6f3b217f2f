package org.truce.assess;

import org.truce.reconcile.Incident;
import org.truce.reconcile.ReportKey;
import org.truce.record.Entry;
import org.truce.record.Known;
import org.truce.record.Logged;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * On which day each report was known: when it was recorded, or published where its register was
 * entered afterwards.
 */
final class KnownFrom {
    private final Map<ReportKey, LocalDate> days = new HashMap<>();

    KnownFrom(Known known, ZoneId zone) {
        for (Logged logged : known.logged()) {
            if (logged.entry() instanceof Entry.Report report) {
                Entry.RegisterDeclared declared = known.registers().get(report.register());
                Optional<LocalDate> day = declared != null && declared.enteredAfterwards()
                        ? report.published()
                        : Optional.of(LocalDate.ofInstant(logged.recordedAt(), zone));
                day.ifPresent(then -> days.put(ReportKey.of(report), then));
            }
        }
    }

    /** The first day on which a register's report of an incident was known. */
    Optional<LocalDate> find(Incident incident, String register) {
        return incident.reliedOn().stream()
                .filter(report -> report.register().equals(register))
                .map(report -> days.get(ReportKey.of(report)))
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo);
    }
}
