package org.truce.app.cli;

import org.truce.assess.Evidence;
import org.truce.base.Moment;
import org.truce.reconcile.Incident;
import org.truce.terms.AreaReading;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Which incidents, or days, a question about a time and an area is about. */
final class Asking {
    private Asking() {}

    /** In the order of the evidence. */
    static List<Incident> list(Evidence evidence, QuestionOptions question, Optional<String> area) {
        Optional<List<AreaReading>> places =
                area.map(id -> Areas.list(evidence.terms(), id, question.reading()));
        return list(evidence, question.from(), question.to()).stream()
                .filter(incident ->
                        places.isEmpty() || Areas.mayHold(evidence.terms(), incident, places.get()))
                .toList();
    }

    /** All that began in a time, in the order of the evidence. */
    static List<Incident> list(Evidence evidence, Optional<Moment> from, Optional<Moment> to) {
        ZoneId zone = evidence.zone();
        return evidence.listIncidents().stream()
                .filter(incident -> holds(from, to, incident.occurred().begins(zone), zone))
                .toList();
    }

    /** Whether a day lies in the time asked about. */
    static boolean holds(QuestionOptions question, LocalDate day, ZoneId zone) {
        Instant noon = day.atTime(12, 0).atZone(zone).toInstant();
        return holds(question.from(), question.to(), noon, zone);
    }

    private static boolean holds(
            Optional<Moment> from, Optional<Moment> to, Instant begins, ZoneId zone) {
        return (from.isEmpty() || !begins.isBefore(from.get().startIn(zone)))
                && (to.isEmpty() || begins.isBefore(to.get().endIn(zone)));
    }
}
