package org.truce.assess;

import org.truce.base.Moment;
import org.truce.base.Period;
import org.truce.base.Phrase;
import org.truce.record.Account;
import org.truce.record.Entry;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The local days on which a register that watches steadily watched: from the first to the last with
 * a report, but for its silences. Days without a word from anywhere, report or calm report, are one
 * where they are so many that its usual pace makes them improbable: with a word on a share
 * {@code p} of the days around, {@code g} days without one have the probability {@code (1 - p)^g},
 * and below {@value #IMPROBABLE} nobody is taken to have watched. A register whose words around
 * come from fewer than {@value #LEAST_GOVERNORATES} governorates has none: all of what it watches
 * may have been quiet.
 */
final class WatchedDays implements Watching {
    private static final double IMPROBABLE = 0.001;
    private static final int LEAST_GOVERNORATES = 3;
    private static final int AROUND_DAYS = 60;
    private static final int SHORTEST_SILENCE_DAYS = 3;

    private final ZoneId zone;
    /** Each day with a word, and the governorates that it came from. */
    private final TreeMap<LocalDate, TreeSet<String>> words = new TreeMap<>();

    private final TreeSet<LocalDate> reported = new TreeSet<>();
    private final List<Silence> silences = new ArrayList<>();

    /** Local days, both inside. */
    private record Silence(LocalDate first, LocalDate last) {}

    private WatchedDays(Evidence evidence, String register, ZoneId zone) {
        this.zone = zone;
        for (Entry entry : evidence.known().entries()) {
            if (entry.register().equals(register)) {
                if (entry instanceof Entry.Report report) {
                    add(report.account());
                    reported.add(day(report.account()));
                } else if (entry instanceof Entry.CalmReport calm) {
                    add(calm.account());
                }
            }
        }
        List<LocalDate> days = List.copyOf(words.keySet());
        for (int k = 1; k < days.size(); k++) {
            addSilence(days.get(k - 1), days.get(k));
        }
    }

    /** Of a register; empty where it has no report at all. */
    static Optional<WatchedDays> find(Evidence evidence, String register, ZoneId zone) {
        return Optional.of(new WatchedDays(evidence, register, zone))
                .filter(watched -> !watched.reported.isEmpty());
    }

    private void add(Account account) {
        TreeSet<String> governorates = words.computeIfAbsent(
                LocalDate.ofInstant(account.occurred().begins(zone), zone), day -> new TreeSet<>());
        account.place().admin1().ifPresent(governorates::add);
    }

    private LocalDate day(Account account) {
        return LocalDate.ofInstant(account.occurred().begins(zone), zone);
    }

    private void addSilence(LocalDate before, LocalDate after) {
        int days = (int) ChronoUnit.DAYS.between(before, after) - 1;
        if (days < SHORTEST_SILENCE_DAYS) {
            return;
        }
        LocalDate from = later(before.minusDays(AROUND_DAYS - 1L), words.firstKey());
        LocalDate to = earlier(after.plusDays(AROUND_DAYS - 1L), words.lastKey());
        TreeSet<String> governorates = new TreeSet<>();
        words.subMap(from, true, to, true).values().forEach(governorates::addAll);
        double spoken = words.subMap(from, true, to, true).size();
        double around = ChronoUnit.DAYS.between(from, to) + 1.0 - days;
        // As if one more day had passed without a word.
        double share = spoken / (around + 1);
        if (governorates.size() >= LEAST_GOVERNORATES && Math.pow(1 - share, days) < IMPROBABLE) {
            silences.add(new Silence(before.plusDays(1), after.minusDays(1)));
        }
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    /** From the first to the last day with a report. */
    @Override
    public Period span() {
        return new Period(
                new Moment.Day(reported.first()).startIn(zone),
                new Moment.Day(reported.last()).endIn(zone));
    }

    @Override
    public double share(LocalDate day) {
        return isSilent(day) ? 0 : 1;
    }

    boolean isSilent(LocalDate day) {
        return silences.stream()
                .anyMatch(
                        silence -> !day.isBefore(silence.first()) && !day.isAfter(silence.last()));
    }

    @Override
    public List<Period> in(Window window) {
        List<Period> stretches = new ArrayList<>();
        Optional<Period> rest = window.period().intersection(span());
        for (Silence silence : silences) {
            Period silent = new Period(
                    new Moment.Day(silence.first()).startIn(zone),
                    new Moment.Day(silence.last()).endIn(zone));
            if (rest.isPresent() && rest.get().overlaps(silent)) {
                Period part = rest.get();
                if (part.from().isBefore(silent.from())) {
                    stretches.add(new Period(part.from(), silent.from()));
                }
                rest = silent.to().isBefore(part.to())
                        ? Optional.of(new Period(silent.to(), part.to()))
                        : Optional.empty();
            }
        }
        rest.ifPresent(stretches::add);
        return stretches;
    }

    @Override
    public List<Phrase> notes(Window window, Window baseline) {
        int silent = silentDays(window) + silentDays(baseline);
        return silent == 0
                ? List.of()
                : List.of(Phrase.of("assess.note-silent", String.valueOf(silent)));
    }

    /** How many days of a window lie in silences. */
    private int silentDays(Window window) {
        return (int) window.firstDay()
                .datesUntil(window.lastDay().plusDays(1))
                .filter(this::isSilent)
                .count();
    }
}
