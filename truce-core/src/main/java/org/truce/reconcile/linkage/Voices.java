package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What equal points give away, in data whose points are as a rule unlike: a point that many
 * accounts of many days share stands in for something larger, a district or a province; one that a
 * few accounts of the same days share, saying the same in every code, is one account repeated, and
 * the repeats are no evidence of their own. Where most points are shared by accounts of different
 * days, they come from a list of towns, and equal points give nothing away.
 */
final class Voices {
    private static final double MOSTLY = 0.6;
    private static final int FEWEST_IN_A_STACK = 4;

    private final List<Accounts.Row> rows = new ArrayList<>();
    private final Map<String, List<String>> echoes = new HashMap<>();

    private record Point(double latDegrees, double lonDegrees) {}

    /** @param daysApart at most between an account and one that repeats it */
    Voices(List<Accounts.Row> all, int daysApart) {
        Map<Point, List<Accounts.Row>> byPoint = new HashMap<>();
        for (Accounts.Row row : all) {
            if (row.placeClass() == 0) {
                byPoint.computeIfAbsent(
                                new Point(row.latDegrees(), row.lonDegrees()),
                                unseen -> new ArrayList<>(1))
                        .add(row);
            } else {
                rows.add(row);
            }
        }
        boolean listed = shared(byPoint, daysApart) > MOSTLY * (all.size() - rows.size());
        byPoint.values().forEach(here -> {
            if (listed || here.size() == 1) {
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

    private static int shared(Map<Point, List<Accounts.Row>> byPoint, int daysApart) {
        return byPoint.values().stream()
                .filter(here -> here.size() > 1 && !sameDays(here, daysApart))
                .mapToInt(List::size)
                .sum();
    }

    private static boolean sameDays(List<Accounts.Row> here, int daysApart) {
        int first = here.stream().mapToInt(Accounts.Row::fromDay).min().orElseThrow();
        int last = here.stream().mapToInt(Accounts.Row::fromDay).max().orElseThrow();
        return last - first <= daysApart;
    }

    private static Accounts.Row standIn(Accounts.Row row) {
        return new Accounts.Row(
                row.key(),
                row.source(),
                row.fromDay(),
                row.toDay(),
                row.latDegrees(),
                row.lonDegrees(),
                1,
                row.codes(),
                row.echoedBy());
    }

    /** The first by day and key speaks; equal ones of other sources repeat it. */
    private void echo(List<Accounts.Row> here) {
        List<Accounts.Row> left = new ArrayList<>(here);
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
            rows.add(new Accounts.Row(
                    voice.key(),
                    voice.source(),
                    voice.fromDay(),
                    voice.toDay(),
                    voice.latDegrees(),
                    voice.lonDegrees(),
                    voice.placeClass(),
                    voice.codes(),
                    by));
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
