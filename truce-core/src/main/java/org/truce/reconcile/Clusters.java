package org.truce.reconcile;

import org.truce.reconcile.linkage.Evidence;
import org.truce.reconcile.linkage.Linkage;
import org.truce.reconcile.linkage.Ties;
import org.truce.record.Entry;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Reports growing together into incidents. What must stand apart by a decision never comes
 * together, by whatever third report. Within that, what was linked by a decision binds first, by
 * the order of the pairs, then what a coder marked as the same. All else is weighed
 * ({@link Linkage}).
 */
final class Clusters {
    private final Map<ReportKey, Cluster> byKey = new TreeMap<>();
    private final Map<String, Traits> byText = new HashMap<>();
    /** With which reports a report must not stand together. */
    private final Map<ReportKey, Set<ReportKey>> apart = new HashMap<>();

    /** What let two reports join. */
    sealed interface By {
        /** People decided so. */
        record Decision(List<Entry.Decision> decisions) implements By {}

        /** Whoever coded them marked them as the same. */
        record Mark() implements By {}

        /** What they say, weighed. */
        record Weighed(Evidence evidence, List<RegisterAccounts.Field> fields) implements By {}

        /** One repeats the other. */
        record Repeat() implements By {}
    }

    /** Two reports that were joined. */
    record Joint(Traits one, Traits other, By by) {}

    /** The reports of one incident and what joined them: one joint fewer than reports. */
    static final class Cluster {
        private final List<Traits> members = new ArrayList<>();
        private final List<Joint> joints = new ArrayList<>();
        private final List<Decided.Apart> apart = new ArrayList<>();
        private double probability = 1;

        List<Traits> members() {
            return members;
        }

        List<Joint> joints() {
            return joints;
        }

        /** What was decided on a report in here and one elsewhere. */
        List<Decided.Apart> apart() {
            return apart;
        }

        /** That all of it is one event, what was decided or marked taken for true. */
        double probability() {
            return probability;
        }
    }

    /** Incidents in an order that means nothing, and the pairs in doubt. */
    record Result(Set<Cluster> clusters, List<Doubtful> doubts) {}

    /**
     * A pair in doubt.
     *
     * @param joint what would join it, where that was worked out
     */
    record Doubtful(Linkage.Doubt doubt, Traits one, Traits other, Optional<Joint> joint) {}

    private Clusters(Collection<Traits> reports) {
        for (Traits report : reports) {
            Cluster alone = new Cluster();
            alone.members.add(report);
            if (byKey.put(report.key(), alone) != null) {
                throw new IllegalArgumentException("two reports with one id: " + report.key());
            }
            byText.put(report.key().text(), report);
        }
    }

    /** @param reports as they were recorded; the first of them are learned from */
    static Result of(List<Traits> reports, Decisions decisions, Linker linker) {
        Clusters clusters = new Clusters(reports);
        List<Bond> joins = clusters.bonds(decisions.listJoins());
        List<Bond> parts = clusters.bonds(decisions.listParts());
        parts.forEach(clusters::keepApart);
        joins.forEach(bond ->
                clusters.join(new Joint(bond.one(), bond.other(), new By.Decision(bond.by()))));
        clusters.joinMarked();
        List<Doubtful> doubts = clusters.joinWeighed(reports, parts, linker);
        parts.forEach(clusters::tellApart);
        joins.forEach(clusters::tellApart);
        return new Result(new LinkedHashSet<>(clusters.byKey.values()), doubts);
    }

    /** Two reports that are here and that a decision binds. */
    private record Bond(Traits one, Traits other, List<Entry.Decision> by) {}

    /** What is decided of reports that are not here waits for them. */
    private List<Bond> bonds(List<Decisions.Bond> decided) {
        List<Bond> bonds = new ArrayList<>();
        for (Decisions.Bond bond : decided) {
            Traits one = byText.get(bond.one());
            Traits other = byText.get(bond.other());
            if (one != null && other != null) {
                bonds.add(new Bond(one, other, bond.by()));
            }
        }
        return bonds;
    }

    private void keepApart(Bond bond) {
        ReportKey one = bond.one().key();
        ReportKey other = bond.other().key();
        apart.computeIfAbsent(one, unseen -> new HashSet<>()).add(other);
        apart.computeIfAbsent(other, unseen -> new HashSet<>()).add(one);
    }

    private boolean mustPart(Traits one, Traits other) {
        return apart.getOrDefault(one.key(), Set.of()).contains(other.key());
    }

    /** Says in both incidents what was decided on two reports that ended in different ones. */
    private void tellApart(Bond bond) {
        Cluster one = cluster(bond.one());
        Cluster other = cluster(bond.other());
        if (!one.equals(other)) {
            ReportKey first = bond.one().key();
            ReportKey second = bond.other().key();
            one.apart.add(new Decided.Apart(first, second, bond.by()));
            other.apart.add(new Decided.Apart(second, first, bond.by()));
        }
    }

    /**
     * A mark that names no report at hand (a calm report, a row not taken in) says nothing here.
     */
    private void joinMarked() {
        for (ReportKey key : List.copyOf(byKey.keySet())) {
            Traits report = traits(key.text());
            report.report()
                    .sameAs()
                    .flatMap(id -> Optional.ofNullable(
                            byText.get(new ReportKey(key.register(), id).text())))
                    .ifPresent(same -> join(new Joint(same, report, new By.Mark())));
        }
    }

    private List<Doubtful> joinWeighed(List<Traits> reports, List<Bond> parts, Linker linker) {
        Linker.Linked linked = linker.link(reports, ties(parts));
        for (Linkage.Event event : linked.result().events()) {
            for (Linkage.Link link : event.links()) {
                By by = link.evidence()
                        .<By>map(evidence -> new By.Weighed(evidence, linked.fields()))
                        .orElseGet(By.Repeat::new);
                join(new Joint(traits(link.one()), traits(link.other()), by));
            }
            cluster(traits(event.accounts().getFirst())).probability = event.probability();
        }
        return linked.result().doubts().stream()
                .map(doubt -> doubtful(doubt, linked.fields()))
                .toList();
    }

    private Doubtful doubtful(Linkage.Doubt doubt, List<RegisterAccounts.Field> fields) {
        Traits one = traits(doubt.one());
        Traits other = traits(doubt.other());
        return new Doubtful(
                doubt,
                one,
                other,
                doubt.evidence()
                        .map(evidence -> new Joint(one, other, new By.Weighed(evidence, fields))));
    }

    private Ties ties(List<Bond> parts) {
        Map<Cluster, Set<String>> groups = new LinkedHashMap<>();
        byKey.forEach((key, cluster) -> {
            if (cluster.members.size() > 1) {
                groups.computeIfAbsent(cluster, unseen -> new HashSet<>()).add(key.text());
            }
        });
        return new Ties(
                List.copyOf(groups.values()),
                parts.stream()
                        .map(part -> new Ties.Pair(
                                part.one().key().text(), part.other().key().text()))
                        .toList());
    }

    /** Does nothing when the two already stand together, or when they may not. */
    private void join(Joint joint) {
        Cluster into = cluster(joint.one());
        Cluster from = cluster(joint.other());
        if (into.equals(from) || mustPart(into, from)) {
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

    private boolean mustPart(Cluster one, Cluster other) {
        return !apart.isEmpty()
                && one.members.stream()
                        .anyMatch(some ->
                                other.members.stream().anyMatch(more -> mustPart(some, more)));
    }

    private Traits traits(String key) {
        return Objects.requireNonNull(byText.get(key), key);
    }

    private Cluster cluster(Traits report) {
        return Objects.requireNonNull(byKey.get(report.key()), report.key()::text);
    }
}
