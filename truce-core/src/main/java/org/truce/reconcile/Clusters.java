package org.truce.reconcile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reports growing together into incidents. What a person marked as the same always binds. The rest
 * is greedy, strongest pair first, ties by key: two groups join only when no source is in both and
 * every report of the one can be about the same event as every report of the other, so that a
 * report known to the month cannot chain distant days together.
 */
final class Clusters {
    private static final Comparator<Comparison.Match> STRONGEST_FIRST = Comparator.comparingDouble(
                    (Comparison.Match match) -> -match.strength())
            .thenComparing(match -> match.one().key())
            .thenComparing(match -> match.other().key());

    private final Map<ReportKey, Cluster> byKey = new TreeMap<>();

    /**
     * Two reports that were joined.
     *
     * @param by what let them join; empty when a person marked them as the same
     */
    record Joint(Traits one, Traits other, Optional<Comparison.Link> by) {}

    /** The reports of one incident and what joined them: one joint fewer than reports. */
    static final class Cluster {
        private final List<Traits> members = new ArrayList<>();
        private final List<Joint> joints = new ArrayList<>();

        List<Traits> members() {
            return members;
        }

        List<Joint> joints() {
            return joints;
        }
    }

    private Clusters(Collection<Traits> reports) {
        for (Traits report : reports) {
            Cluster alone = new Cluster();
            alone.members.add(report);
            if (byKey.put(report.key(), alone) != null) {
                throw new IllegalArgumentException("two reports with one id: " + report.key());
            }
        }
    }

    /** The incidents that {@code reports} make, in an order that means nothing. */
    static Set<Cluster> of(Collection<Traits> reports) {
        Clusters clusters = new Clusters(reports);
        clusters.joinMarked();
        clusters.joinMatching(List.copyOf(reports));
        return new LinkedHashSet<>(clusters.byKey.values());
    }

    /**
     * A mark that names no report at hand (a calm report, a row not taken in) says nothing here.
     */
    private void joinMarked() {
        Map<ReportKey, Traits> traits = new TreeMap<>();
        byKey.forEach((key, cluster) -> traits.put(key, cluster.members.getFirst()));
        for (Traits report : traits.values()) {
            Optional<Traits> first = report.report()
                    .sameAs()
                    .map(id -> traits.get(new ReportKey(report.key().register(), id)));
            first.ifPresent(same -> join(new Joint(same, report, Optional.empty())));
        }
    }

    private void joinMatching(List<Traits> reports) {
        List<Comparison.Match> matches = Neighbours.list(reports);
        Map<Fit, Integer> fits = new HashMap<>();
        for (Comparison.Match match : matches) {
            fits.merge(new Fit(match.one().key(), match.other().source()), 1, Integer::sum);
            fits.merge(new Fit(match.other().key(), match.one().source()), 1, Integer::sum);
        }
        matches.sort(STRONGEST_FIRST);
        for (Comparison.Match match : matches) {
            Optional<Comparison.Link> by = match.link().filter(link -> holds(link, match, fits));
            if (by.isPresent() && consistent(match)) {
                join(new Joint(match.one(), match.other(), by));
            }
        }
    }

    private static boolean holds(
            Comparison.Link link, Comparison.Match match, Map<Fit, Integer> fits) {
        return switch (link) {
            case AGREEMENT, NUMBER -> true;
            case IF_NO_RIVAL ->
                fits.getOrDefault(new Fit(match.one().key(), match.other().source()), 0) == 1
                        && fits.getOrDefault(
                                        new Fit(match.other().key(), match.one().source()), 0)
                                == 1;
        };
    }

    /** How many reports of one source would fit a report. */
    private record Fit(ReportKey report, String source) {}

    private boolean consistent(Comparison.Match match) {
        List<Traits> ones = cluster(match.one()).members;
        List<Traits> others = cluster(match.other()).members;
        Set<String> sources = new HashSet<>();
        ones.forEach(one -> sources.add(one.source()));
        return others.stream().noneMatch(other -> sources.contains(other.source()))
                && ones.stream()
                        .allMatch(one -> others.stream()
                                .allMatch(other -> Comparison.find(one, other).isPresent()));
    }

    /** Does nothing when the two already stand together. */
    private void join(Joint joint) {
        Cluster into = cluster(joint.one());
        Cluster from = cluster(joint.other());
        if (into.equals(from)) {
            return;
        }
        boolean swap = from.members.size() > into.members.size();
        Cluster larger = swap ? from : into;
        Cluster smaller = swap ? into : from;
        larger.members.addAll(smaller.members);
        larger.joints.addAll(smaller.joints);
        larger.joints.add(joint);
        smaller.members.forEach(member -> byKey.put(member.key(), larger));
    }

    private Cluster cluster(Traits report) {
        Cluster found = byKey.get(report.key());
        if (found == null) {
            throw new IllegalStateException("a report outside every cluster: " + report.key());
        }
        return found;
    }
}
