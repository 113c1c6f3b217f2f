package org.truce.simulate.accounts;

import org.truce.base.LatLon;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The rule that anybody would write first: two reports of different sources with the same actor,
 * the same parent of the type, days at most one apart and points at most eight kilometres apart are
 * one event; nearest pairs first, and no source twice in one. A blank fits nothing. Whatever does
 * not beat it is not worth its trouble.
 */
public final class FixedRule {
    private static final double MOST_KM = 8;
    private static final int MOST_DAYS = 1;
    private static final int TYPE = 0;
    private static final int ACTOR = 1;

    private final List<InventedReport> reports;
    private final Vocabulary types;
    private final int[] group;
    private final List<List<Integer>> groups = new ArrayList<>();

    private record Pair(int one, int other, double km) {}

    private FixedRule(InventedAccounts invented) {
        reports = invented.reports().stream()
                .sorted(Comparator.comparing(InventedReport::from)
                        .thenComparing(InventedReport::id))
                .toList();
        types = invented.plan().vocabularies().get(TYPE);
        group = new int[reports.size()];
    }

    /** Each report in one group, all stated as certain. */
    public static List<Scores.Group> link(InventedAccounts invented) {
        return new FixedRule(invented).link();
    }

    private List<Scores.Group> link() {
        for (int i = 0; i < group.length; i++) {
            group[i] = i;
            groups.add(new ArrayList<>(List.of(i)));
        }
        List<Pair> pairs = pairs();
        pairs.sort(Comparator.comparingDouble(Pair::km)
                .thenComparingInt(Pair::one)
                .thenComparingInt(Pair::other));
        pairs.forEach(this::join);
        return groups.stream()
                .filter(members -> !members.isEmpty())
                .map(members -> new Scores.Group(
                        members.stream().map(i -> reports.get(i).id()).toList(), 1))
                .toList();
    }

    private List<Pair> pairs() {
        List<Pair> pairs = new ArrayList<>();
        for (int one = 0; one < reports.size(); one++) {
            for (int other = one + 1; other < reports.size(); other++) {
                if (reports.get(other)
                        .from()
                        .isAfter(reports.get(one).from().plusDays(MOST_DAYS))) {
                    break;
                }
                if (fit(reports.get(one), reports.get(other))) {
                    pairs.add(new Pair(one, other, km(one, other)));
                }
            }
        }
        return pairs;
    }

    private boolean fit(InventedReport one, InventedReport other) {
        return one.source() != other.source()
                && one.point().isPresent()
                && other.point().isPresent()
                && said(one, ACTOR) >= 0
                && said(one, ACTOR) == said(other, ACTOR)
                && said(one, TYPE) >= 0
                && said(other, TYPE) >= 0
                && parent(said(one, TYPE)) == parent(said(other, TYPE))
                && one.point().get().kmTo(other.point().get()) <= MOST_KM;
    }

    private static int said(InventedReport report, int field) {
        OptionalInt code = report.codes().get(field);
        return code.orElse(-1);
    }

    /** In a plain list a type is its own parent. */
    private int parent(int code) {
        int levels = types.branches().size();
        return levels == 1 ? code : code / types.branches().get(levels - 1);
    }

    private double km(int one, int other) {
        LatLon from = reports.get(one).point().orElseThrow();
        return from.kmTo(reports.get(other).point().orElseThrow());
    }

    private void join(Pair pair) {
        List<Integer> into = groups.get(group[pair.one()]);
        List<Integer> from = groups.get(group[pair.other()]);
        Map<Integer, Integer> sources = new HashMap<>();
        into.forEach(i -> sources.merge(reports.get(i).source(), 1, Integer::sum));
        if (group[pair.one()] == group[pair.other()]
                || from.stream()
                        .anyMatch(i -> sources.containsKey(reports.get(i).source()))) {
            return;
        }
        int number = group[pair.one()];
        from.forEach(i -> group[i] = number);
        into.addAll(from);
        from.clear();
    }
}
