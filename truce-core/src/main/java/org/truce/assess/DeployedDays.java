package org.truce.assess;

import org.truce.base.Phrase;
import org.truce.record.DeploymentKind;
import org.truce.record.FollowUp;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * On which local days of a window people who are sent to watch were deployed in the area, or may
 * have been: monitors and observation posts. That they were there does not say that they watched,
 * so these days are in no rate and in no day of observation; they stand beside them.
 */
final class DeployedDays {
    /** Pages tell where somebody watches or is kept from it as much later as this, and not less. */
    private static final int TOLD_AFTER_DAYS = 3;

    private DeployedDays() {}

    /**
     * Days from the first to the last of each deployment, both inside; to the present where none is
     * the last. One of which no first day is known has none.
     *
     * @param now the present; a day is told of when three more have passed
     */
    static Set<LocalDate> of(
            Evidence evidence, String area, Optional<String> reading, Window window, Instant now) {
        LocalDate told = LocalDate.ofInstant(now, window.zone()).minusDays(TOLD_AFTER_DAYS + 1L);
        LocalDate end = Stream.concat(
                        evidence.known().on().stream(), Stream.of(told, window.lastDay()))
                .min(Comparator.naturalOrder())
                .orElseThrow();
        Set<LocalDate> days = new HashSet<>();
        for (FollowUp.Deployment deployment : evidence.known().list(FollowUp.Deployment.class)) {
            if (isSentToWatch(deployment.deploymentKind())
                    && deployment.from().isPresent()
                    && evidence.mayLieIn(deployment.place(), area, reading)) {
                LocalDate first = deployment.from().get();
                LocalDate last = deployment.to().filter(to -> to.isBefore(end)).orElse(end);
                LocalDate day = first.isBefore(window.firstDay()) ? window.firstDay() : first;
                for (; !day.isAfter(last); day = day.plusDays(1)) {
                    days.add(day);
                }
            }
        }
        return days;
    }

    private static boolean isSentToWatch(DeploymentKind kind) {
        return switch (kind) {
            case MONITORS, OBSERVATION_POST -> true;
            // A centre is where reports come together, and may be in another country.
            case DIPLOMATS, MILITARY_POLICE, CHECKPOINT, MONITORING_CENTRE, FORCES, AID_WORKERS ->
                false;
        };
    }

    /** What a reader must know of them; empty where on each of these days somebody observed. */
    static Optional<Phrase> findNote(Answer.Coverage coverage) {
        return coverage.deployedUnobservedDays() == 0
                ? Optional.empty()
                : Optional.of(Phrase.of(
                        "assess.note-deployed",
                        String.valueOf(coverage.deployedDays()),
                        String.valueOf(coverage.days()),
                        String.valueOf(coverage.deployedUnobservedDays())));
    }
}
