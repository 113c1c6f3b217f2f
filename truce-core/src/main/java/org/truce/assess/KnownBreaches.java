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
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * The breaches that one register that watches steadily has, each with its day and with the day on
 * which it was known: how long that takes, and what the next days may bring.
 */
final class KnownBreaches {
    private static final int LAST_DAYS = 14;

    /** Fewer say next to nothing of a rate that changes. */
    private static final int LEAST_BREACHES = 10;

    private static final double LEVEL = AnswerWording.INTERVAL_LEVEL;
    private static final double LEAST_COMPLETE = 0.02;

    private final List<Breach> breaches;
    private final Watching watching;
    private final Window watched;
    private final LocalDate end;
    private final int undetermined;
    private final LocalDate asOf;
    private final Optional<ReportingDelay> delay;

    private record Breach(LocalDate day, Optional<LocalDate> known) {}

    /**
     * @param incidents the register's breaches on the days it watched
     * @param watching how it watched
     * @param watched its days up to the end of what is asked about
     * @param end the last day of what is asked about, watched or not
     * @param undetermined incidents of the register of which it is open whether they are breaches
     * @param asOf the day of asking
     */
    KnownBreaches(
            List<Incident> incidents,
            String register,
            KnownFrom knownFrom,
            Watching watching,
            Window watched,
            LocalDate end,
            int undetermined,
            LocalDate asOf) {
        this.watching = watching;
        this.watched = watched;
        this.end = end;
        this.undetermined = undetermined;
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
                        OptionalDouble.of(learned.laterShare()),
                        last(learned)))
                .orElse(Further.Delay.NOT_KNOWN);
    }

    /** Of the last fortnight of what is asked about, unless all of it is known by now. */
    private Optional<StillToCome> last(ReportingDelay learned) {
        LocalDate last = end.isAfter(asOf) ? asOf : end;
        int youngest = (int) ChronoUnit.DAYS.between(last, asOf);
        LocalDate first = last.minusDays(LAST_DAYS - 1L);
        if (learned.knownAfter(youngest) == 1
                || learned.knownAfter(youngest + LAST_DAYS - 1) == 0) {
            return Optional.empty();
        }
        int known = (int) breaches.stream()
                .filter(breach -> !breach.day().isBefore(first))
                .count();
        return Optional.of(StillToCome.of(known, youngest, LAST_DAYS, learned, LEVEL));
    }

    /** For 7 and 30 days from the end of what was watched on. */
    Further.Ahead ahead() {
        Optional<LocalDate> from = Optional.of(watched.lastDay().plusDays(1));
        if (breaches.size() < LEAST_BREACHES || breaches.size() < undetermined) {
            return new Further.Ahead(from, List.of(), Optional.of(Further.Lack.FEW_BREACHES));
        }
        List<Further.Days> list = Stream.of(7, 30)
                .flatMap(days -> Outlook.find(this::knownOn, watched.lastDay(), days).stream())
                .map(KnownBreaches::days)
                .toList();
        return new Further.Ahead(
                from, list, Optional.of(Further.Lack.FEW_DAYS).filter(lack -> list.isEmpty()));
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
            int events = counts.getOrDefault(each, 0);
            double share = watching.share(each);
            days.add(new CountedDay(
                    each,
                    events,
                    // By another register's report; somebody watched.
                    share == 0 && events > 0 ? 1 : share,
                    delay.map(learned -> Math.max(LEAST_COMPLETE, learned.knownAfter(age)))
                            .orElse(1.0)));
        }
        return new DailyCounts(days);
    }
}
