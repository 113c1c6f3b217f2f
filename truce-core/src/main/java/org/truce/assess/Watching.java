package org.truce.assess;

import org.truce.base.Period;
import org.truce.base.Phrase;
import org.truce.record.Entry;
import org.truce.record.Observes;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** On which local days a register watched an area, and how much of each. */
sealed interface Watching permits WatchedDays, CoveredDays {
    /** Of a register whose numbers can carry a rate; empty where it never watched. */
    static Optional<Watching> find(
            Evidence evidence,
            Entry.RegisterDeclared declared,
            String area,
            Optional<String> reading,
            ZoneId zone) {
        return switch (declared.observes()) {
            case Observes.Steadily steadily ->
                WatchedDays.find(evidence, declared.register(), zone).map(days -> days);
            case Observes.WhereCovered covered ->
                CoveredDays.find(evidence, declared.register(), area, reading, zone)
                        .map(days -> days);
            case Observes.Unevenly unevenly -> Optional.empty();
        };
    }

    /** What one row of such a register counts; empty for one whose numbers carry no rate. */
    static Optional<String> findUnit(Observes observes) {
        return switch (observes) {
            case Observes.Steadily steadily -> Optional.of(steadily.unit());
            case Observes.WhereCovered covered -> Optional.of(covered.unit());
            case Observes.Unevenly unevenly -> Optional.empty();
        };
    }

    /** From the first to the last day on which it watched. */
    Period span();

    /** How much of a local day it watched, 0 to 1. */
    double share(LocalDate day);

    /** The stretches of a window in which it watched at all, in order. */
    List<Period> in(Window window);

    /** What has to be known of it in these windows. */
    List<Phrase> notes(Window window, Window baseline);
}
