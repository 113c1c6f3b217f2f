package org.truce.reconcile;

import org.truce.record.Entry;

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
 * Reports growing together into incidents. What must stand apart by a decision never comes
 * together, by whatever third report. Within that, what was linked by a decision binds first, by
 * the order of the pairs, then what a coder marked as the same. The rest is greedy, strongest pair
 * first, ties by key: two groups join only when no source is in both and every report of the one
 * can be about the same event as every report of the other, so that a report known to the month
 * cannot chain distant days together. Reports that people linked count as one there: what fits one
 * of them fits.
 */
final class Clusters {
    private static final Comparator<Comparison.Match> STRONGEST_FIRST = Comparator.comparingDouble(
                    (Comparison.Match match) -> -match.strength())
            .thenComparing(match -> match.one().key())
            .thenComparing(match -> match.other().key());

    private final Map<ReportKey, Cluster> byKey = new TreeMap<>();
    /** With which reports a report must not stand together. */
    private final Map<ReportKey, Set<ReportKey>> apart = new HashMap<>();

    /** What let two reports join. */
    sealed interface By {
        /** People decided so. */
        record Decision(List<Entry.Decision> decisions) implements By {}

        /** Whoever coded them marked them as the same. */
        record Mark() implements By {}

        /** They agree. */
        record Match(Comparison.Link link) implements By {}
    }

    /** Two reports that were joined. */
    record Joint(Traits one, Traits other, By by) {}

    /** The reports of one incident and what joined them: one joint fewer than reports. */
    static final class Cluster {
        private final List<Traits> members = new ArrayList<>();
        /** The members, those linked by decisions together. */
        private final List<List<Traits>> linked = new ArrayList<>();

        private final List<Joint> joints = new ArrayList<>();
        private final List<Decided.Apart> apart = new ArrayList<>();

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
    }

    private Clusters(Collection<Traits> reports) {
        for (Traits report : reports) {
            Cluster alone = new Cluster();
            alone.members.add(report);
            alone.linked.add(List.of(report));
            if (byKey.put(report.key(), alone) != null) {
                throw new IllegalArgumentException("two reports with one id: " + report.key());
            }
        }
    }

    /** The incidents that {@code reports} make, in an order that means nothing. */
    static Set<Cluster> of(Collection<Traits> reports, Decisions decisions) {
        Clusters clusters = new Clusters(reports);
        Map<ReportKey, Traits> traits = new TreeMap<>();
        reports.forEach(report -> traits.put(report.key(), report));
        List<Bond> joins = bonds(decisions.listJoins(), traits);
        List<Bond> parts = bonds(decisions.listParts(), traits);
        parts.forEach(clusters::keepApart);
        joins.forEach(bond ->
                clusters.join(new Joint(bond.one(), bond.other(), new By.Decision(bond.by()))));
        clusters.joinMarked(traits);
        clusters.joinMatching(List.copyOf(reports));
        parts.forEach(clusters::tellApart);
        joins.forEach(clusters::tellApart);
        return new LinkedHashSet<>(clusters.byKey.values());
    }

    /** Two reports that are here and that a decision binds. */
    private record Bond(Traits one, Traits other, List<Entry.Decision> by) {}

    /** What is decided of reports that are not here waits for them. */
    private static List<Bond> bonds(List<Decisions.Bond> decided, Map<ReportKey, Traits> here) {
        if (decided.isEmpty()) {
            return List.of();
        }
        Map<String, Traits> byText = new HashMap<>();
        here.forEach((key, traits) -> byText.put(key.text(), traits));
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
    private void joinMarked(Map<ReportKey, Traits> traits) {
        for (Traits report : traits.values()) {
            Optional<Traits> first = report.report()
                    .sameAs()
                    .map(id -> traits.get(new ReportKey(report.key().register(), id)));
            first.ifPresent(same -> join(new Joint(same, report, new By.Mark())));
        }
    }

    private void joinMatching(List<Traits> reports) {
        List<Comparison.Match> matches = Neighbours.list(reports);
        // A report that was split off is no rival for its place either.
        matches.removeIf(match -> mustPart(match.one(), match.other()));
        Map<Fit, Integer> fits = new HashMap<>();
        for (Comparison.Match match : matches) {
            fits.merge(new Fit(match.one().key(), match.other().source()), 1, Integer::sum);
            fits.merge(new Fit(match.other().key(), match.one().source()), 1, Integer::sum);
        }
        matches.sort(STRONGEST_FIRST);
        for (Comparison.Match match : matches) {
            Optional<Comparison.Link> link = match.link().filter(by -> holds(by, match, fits));
            if (link.isPresent() && consistent(match)) {
                join(new Joint(match.one(), match.other(), new By.Match(link.get())));
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
        Cluster one = cluster(match.one());
        Cluster other = cluster(match.other());
        Set<String> sources = new HashSet<>();
        one.members.forEach(member -> sources.add(member.source()));
        return other.members.stream().noneMatch(member -> sources.contains(member.source()))
                && one.linked.stream()
                        .allMatch(some ->
                                other.linked.stream().allMatch(more -> mayBeOne(some, more)));
    }

    private static boolean mayBeOne(List<Traits> linked, List<Traits> others) {
        return linked.stream()
                .anyMatch(one -> others.stream()
                        .anyMatch(other -> Comparison.find(one, other).isPresent()));
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
        larger.linked.addAll(smaller.linked);
        if (joint.by() instanceof By.Decision) {
            // Decisions come first, so all that is here was linked by them.
            larger.linked.clear();
            larger.linked.add(List.copyOf(larger.members));
        }
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

    private Cluster cluster(Traits report) {
        Cluster found = byKey.get(report.key());
        if (found == null) {
            throw new IllegalStateException("a report outside every cluster: " + report.key());
        }
        return found;
    }
}
