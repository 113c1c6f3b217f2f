package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whose account speaks for itself, and whose is only kept with another's.
 *
 * <p>What is settled to be one event may contradict itself. Of those accounts the most exact speak,
 * as far as their days can be one event's; the rest is silent.
 *
 * <p>What equal points give away, in data whose points are as a rule unlike: a point that many
 * accounts of many days share stands in for something larger, a district or a province; one that a
 * few accounts of the same days share, saying the same in every code, is one account repeated, and
 * the repeats are no evidence of their own. Where most points are shared by accounts of different
 * days, they come from a list of towns, and equal points give nothing away.
 */
final class Voices {
    private static final double MOSTLY = 0.6;
    private static final int FEWEST_IN_A_STACK = 4;

    /** What says most of where and when comes first; keys decide the rest. */
    private static final Comparator<Accounts.Row> MOST_EXACT_FIRST = Comparator.comparingInt(
                    (Accounts.Row row) -> row.toDay() - row.fromDay())
            .thenComparingInt(row -> row.placeClass() & 0xff)
            .thenComparing(Accounts.Row::key);

    private final List<Accounts.Row> rows = new ArrayList<>();
    private final Set<String> settled = new HashSet<>();
    private final Map<String, List<String>> echoes = new HashMap<>();

    /** What an account of the finest class gives as its place. */
    record Point(double latDegrees, double lonDegrees) {
        static Point of(Accounts.Row row) {
            return new Point(row.latDegrees(), row.lonDegrees());
        }
    }

    /**
     * @param ties what is settled; of those accounts none is taken for another's repeat
     * @param daysApart at most between two accounts of one event
     * @param listed whether points come from a list of towns
     */
    Voices(List<Accounts.Row> given, Ties ties, int daysApart, boolean listed) {
        Map<Point, List<Accounts.Row>> byPoint = new LinkedHashMap<>();
        for (Accounts.Row row : withoutSilent(given, ties, daysApart)) {
            if (row.placeClass() == 0 && !listed) {
                byPoint.computeIfAbsent(Point.of(row), unseen -> new ArrayList<>(1))
                        .add(row);
            } else {
                rows.add(row);
            }
        }
        byPoint.values().forEach(here -> {
            if (here.size() == 1) {
                rows.addAll(here);
            } else if (sameDays(here, daysApart)) {
                echo(here);
            } else if (here.size() >= FEWEST_IN_A_STACK) {
                here.forEach(row -> rows.add(standIn(row)));
            } else {
                rows.addAll(here);
            }
        });
    }

    /** Whether most points are shared by accounts of different days, as those of a list are. */
    static boolean areListed(List<Accounts.Row> rows, int daysApart) {
        Map<Point, List<Accounts.Row>> byPoint = rows.stream()
                .filter(row -> row.placeClass() == 0)
                .collect(Collectors.groupingBy(Point::of));
        int shared = 0;
        int all = 0;
        for (List<Accounts.Row> here : byPoint.values()) {
            all += here.size();
            shared += here.size() > 1 && !sameDays(here, daysApart) ? here.size() : 0;
        }
        return shared > MOSTLY * all;
    }

    private static boolean sameDays(List<Accounts.Row> here, int daysApart) {
        int first = here.stream().mapToInt(Accounts.Row::fromDay).min().orElseThrow();
        int last = here.stream().mapToInt(Accounts.Row::fromDay).max().orElseThrow();
        return last - first <= daysApart;
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
