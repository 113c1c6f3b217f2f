package org.truce.assess;

import org.truce.assess.counts.CountedDay;
import org.truce.assess.counts.DailyCounts;
import org.truce.assess.counts.Outlook;
import org.truce.assess.delay.ReportingDelay;
import org.truce.assess.delay.StillToCome;
import org.truce.base.Coded;
import org.truce.reconcile.Incident;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The breaches that one register that watches steadily has, each with its day and with the day on
 * which it was known: how long that takes, and what the next days may bring.
 */
final class KnownBreaches {
    private static final int LAST_DAYS = 14;
    private static final double LEVEL = AnswerWording.INTERVAL_LEVEL;
    private static final double LEAST_COMPLETE = 0.02;

    private final List<Breach> breaches;
    private final Window watched;
    private final LocalDate asOf;
    private final Optional<ReportingDelay> delay;

    private record Breach(LocalDate day, Optional<LocalDate> known) {}

    /**
     * @param incidents the register's breaches on the days it watched
     * @param watched its days up to the end of what is asked about
     * @param asOf the day of asking
     */
    KnownBreaches(
            List<Incident> incidents,
            String register,
            KnownFrom knownFrom,
            Window watched,
            LocalDate asOf) {
        this.watched = watched;
        this.asOf = asOf;
        breaches = incidents.stream()
                .map(incident -> new Breach(
                        LocalDate.ofInstant(
                                incident.occurred().begins(watched.zone()), watched.zone()),
                        knownFrom.find(incident, register)))
                .toList();
        delay = ReportingDelay.learn(
                breaches.stream().flatMap(breach -> event(breach).stream()).toList());
    }

    /** What is known before it happened, as clocks and zones have it, is known at once. */
    private Optional<ReportingDelay.Event> event(Breach breach) {
        int age = (int) ChronoUnit.DAYS.between(breach.day(), asOf);
        return breach.known()
                .filter(known -> age >= 0)
                .map(known -> new ReportingDelay.Event(
                        Math.clamp(ChronoUnit.DAYS.between(breach.day(), known), 0, age), age));
    }

    Further.Delay delay() {
        return delay.map(learned -> new Further.Delay(
                        learned.events(),
                        OptionalInt.of(learned.daysUntil(0.5)),
                        OptionalInt.of(learned.daysUntil(0.9)),
                        learned.laterShare(),
                        last(learned)))
                .orElse(Further.Delay.NOT_KNOWN);
    }

    /** Of the last fortnight of the window, unless all of it is known by now. */
    private Optional<StillToCome> last(ReportingDelay learned) {
        int youngest = (int) ChronoUnit.DAYS.between(watched.lastDay(), asOf);
        if (youngest < 0
                || learned.knownAfter(youngest) == 1
                || learned.knownAfter(youngest) == 0) {
            return Optional.empty();
        }
        LocalDate first = watched.lastDay().minusDays(LAST_DAYS - 1L);
        int known = (int) breaches.stream()
                .filter(breach -> !breach.day().isBefore(first))
                .count();
        return Optional.of(StillToCome.of(known, youngest, LAST_DAYS, learned, LEVEL));
    }

    /** For 7 and 30 days from the end of what is asked about on. */
    Further.Ahead ahead() {
        return new Further.Ahead(
                Optional.of(watched.lastDay().plusDays(1)),
                Stream.of(7, 30)
                        .flatMap(days ->
                                Outlook.find(this::knownOn, watched.lastDay(), days).stream())
                        .map(KnownBreaches::days)
                        .toList());
    }

    private static Further.Days days(Outlook outlook) {
        double tail = (1 - LEVEL) / 2;
        return new Further.Days(
                outlook.horizonDays(),
                outlook.distribution().mean(),
                outlook.distribution().quantile(tail),
                outlook.distribution().quantile(1 - tail),
                outlook.distribution().probabilityAtLeast(1),
                outlook.usesPlain().map(Coded::code),
                outlook.replay());
    }

    /**
     * Where nothing is known of delay, as where all was taken in at once, as if there were none.
     */
    private DailyCounts knownOn(LocalDate day) {
        Map<LocalDate, Integer> counts = new HashMap<>();
        for (Breach breach : breaches) {
            boolean known = delay.isEmpty()
                    || breach.known().filter(then -> !then.isAfter(day)).isPresent();
            if (known) {
                counts.merge(breach.day(), 1, Integer::sum);
            }
        }
        List<CountedDay> days = new ArrayList<>();
        for (LocalDate each = watched.firstDay(); !each.isAfter(day); each = each.plusDays(1)) {
            int age = (int) ChronoUnit.DAYS.between(each, day);
            days.add(new CountedDay(
                    each,
                    counts.getOrDefault(each, 0),
                    1,
                    delay.map(learned -> Math.max(LEAST_COMPLETE, learned.knownAfter(age)))
                            .orElse(1.0)));
        }
        return new DailyCounts(days);
    }
}
