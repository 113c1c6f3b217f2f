package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * Whose account speaks for itself, and whose is only kept with another's.
 *
 * <p>What is settled to be one event may contradict itself. Of those accounts the most exact speak,
 * as far as their days can be one event's; the rest is silent.
 *
 * <p>Where equal points give something away ({@link Points}), one may stand in for something
 * larger; and one that accounts of the same days share, saying the same in every code, is one
 * account repeated, and the repeats are no evidence of their own.
 */
final class Voices {
    /** What says most of where and when comes first; keys decide the rest. */
    private static final Comparator<Accounts.Row> MOST_EXACT_FIRST = Comparator.comparingInt(
                    (Accounts.Row row) -> row.toDay() - row.fromDay())
            .thenComparingInt(row -> row.placeClass() & 0xff)
            .thenComparing(Accounts.Row::key);

    private final List<Accounts.Row> rows = new ArrayList<>();
    private final Set<String> settled = new HashSet<>();
    private final Map<String, List<String>> echoes = new HashMap<>();

    /**
     * @param ties what is settled; of those accounts none is taken for another's repeat
     * @param daysApart at most between two accounts of one event
     * @param points what equal ones give away
     */
    Voices(List<Accounts.Row> given, Ties ties, int daysApart, Points points) {
        List<Accounts.Row> spoken = withoutSilent(given, ties, daysApart);
        if (!points.tell()) {
            rows.addAll(spoken);
            return;
        }
        spoken.stream().filter(row -> row.placeClass() != 0).forEach(rows::add);
        Points.ByPoint byPoint = Points.ByPoint.of(spoken);
        rows.addAll(byPoint.alone());
        byPoint.shared().forEach(here -> {
            if (Points.sameDays(here, daysApart)) {
                echo(here);
            } else if (points.isStandIn(here.size())) {
                here.forEach(row -> rows.add(standIn(row)));
            } else {
                rows.addAll(here);
            }
        });
    }

    private static Accounts.Row standIn(Accounts.Row row) {
        return as(row, 1, row.echoedBy());
    }

    private static Accounts.Row repeatedBy(Accounts.Row row, Set<Integer> sources) {
        return as(row, row.placeClass(), sources);
    }

    private static Accounts.Row as(Accounts.Row row, int placeClass, Set<Integer> echoedBy) {
        return new Accounts.Row(
                row.key(),
                row.source(),
                row.fromDay(),
                row.toDay(),
                row.latDegrees(),
                row.lonDegrees(),
                placeClass,
                row.codes(),
                echoedBy,
                row.wording());
    }

    private List<Accounts.Row> withoutSilent(List<Accounts.Row> given, Ties ties, int daysApart) {
        ties.apart().forEach(pair -> settled.addAll(List.of(pair.one(), pair.other())));
        ties.together().forEach(settled::addAll);
        if (settled.isEmpty()) {
            return given;
        }
        Map<String, Accounts.Row> byKey = new HashMap<>();
        given.forEach(row -> byKey.put(row.key(), row));
        for (Set<String> group : ties.together()) {
            silence(
                    group.stream()
                            .map(byKey::get)
                            .filter(Objects::nonNull)
                            .sorted(MOST_EXACT_FIRST)
                            .toList(),
                    daysApart,
                    byKey);
        }
        return given.stream()
                .map(row -> byKey.get(row.key()))
                .filter(Objects::nonNull)
                .toList();
    }

    private void silence(List<Accounts.Row> group, int daysApart, Map<String, Accounts.Row> byKey) {
        int latest = Integer.MIN_VALUE;
        int earliest = Integer.MAX_VALUE;
        Set<Integer> silent = new HashSet<>();
        for (Accounts.Row row : group) {
            int from = Math.max(latest, row.fromDay());
            int to = Math.min(earliest, row.toDay());
            if (from - (long) to <= daysApart) {
                latest = from;
                earliest = to;
            } else {
                byKey.remove(row.key());
                silent.add(row.source());
                echoes.computeIfAbsent(group.getFirst().key(), unseen -> new ArrayList<>())
                        .add(row.key());
            }
        }
        if (!silent.isEmpty()) {
            Accounts.Row speaks = group.getFirst();
            byKey.put(speaks.key(), repeatedBy(speaks, silent));
        }
    }

    /** The first by day and key speaks; equal ones of other sources repeat it. */
    private void echo(List<Accounts.Row> here) {
        List<Accounts.Row> left = new ArrayList<>(here);
        left.removeIf(row -> settled.contains(row.key()) && rows.add(row));
        left.sort(Comparator.comparingInt(Accounts.Row::fromDay).thenComparing(Accounts.Row::key));
        while (!left.isEmpty()) {
            Accounts.Row voice = left.removeFirst();
            Set<Integer> by = new HashSet<>();
            List<String> keys = new ArrayList<>();
            left.removeIf(row -> {
                boolean repeats = row.source() != voice.source()
                        && Arrays.equals(row.codes(), voice.codes())
                        && by.add(row.source());
                if (repeats) {
                    keys.add(row.key());
                }
                return repeats;
            });
            if (!keys.isEmpty()) {
                echoes.put(voice.key(), keys);
            }
            rows.add(repeatedBy(voice, by));
        }
    }

    /** The accounts that speak for themselves. */
    List<Accounts.Row> rows() {
        return rows;
    }

    /** Keys of those that repeat the one with this key. */
    List<String> echoes(String key) {
        return echoes.getOrDefault(key, List.of());
    }
}
