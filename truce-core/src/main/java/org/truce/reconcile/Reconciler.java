package org.truce.reconcile;

import org.truce.base.EventType;
import org.truce.base.Period;
import org.truce.record.ActorBook;
import org.truce.record.Entry;
import org.truce.record.Place;

import java.time.Duration;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reports to incidents: what is likely one event ({@link org.truce.reconcile.linkage.Linkage}),
 * within what people decided ({@link Decisions}) and coders marked. The same reports, recorded in
 * the same order, give the same incidents in whatever order they came here.
 */
public final class Reconciler {
    private final ActorBook actors;
    private final ZoneId zone;
    private final Linker linker;

    /**
     * @param actors what the labels of actors mean
     * @param zone the local time of the area, in which a bare date is a whole day
     */
    public Reconciler(ActorBook actors, ZoneId zone) {
        this(actors, zone, new Linker());
    }

    /** @param linker which may know most of the reports already */
    public Reconciler(ActorBook actors, ZoneId zone, Linker linker) {
        this.actors = actors;
        this.zone = zone;
        this.linker = linker;
    }

    /**
     * Two reports of which it is in doubt whether they are about one incident.
     *
     * @param link the two, and what speaks for and against it; of the first thousand doubts, and of
     *     some others
     * @param probability that they are
     * @param stake how many pairs of reports the answer is expected to put right, were it known
     */
    public record Doubt(Incident.Link link, double probability, double stake) {}

    /**
     * @param incidents every report in exactly one; by when it may have begun first, then by id
     * @param doubts pairs of reports on which a decision would change most, that one first
     */
    public record Result(List<Incident> incidents, List<Doubt> doubts) {
        public Result {
            incidents = List.copyOf(incidents);
            doubts = List.copyOf(doubts);
        }
    }

    /**
     * Throws {@link IllegalArgumentException} when two reports have one register and id.
     *
     * @param reports as they were recorded
     */
    public Result reconcile(List<Entry.Report> reports, Decisions decisions) {
        Clusters.Result clusters =
                Clusters.of(Traits.list(reports, actors, zone), decisions, linker);
        return new Result(
                clusters.clusters().stream()
                        .map(cluster -> incident(cluster, decisions))
                        .sorted(Comparator.comparing((Incident incident) ->
                                        incident.occurred().begins(zone))
                                .thenComparing(Incident::id))
                        .toList(),
                clusters.doubts().stream().map(this::doubt).toList());
    }

    private Doubt doubt(Clusters.Doubtful doubtful) {
        return new Doubt(
                new Incident.Link(
                        doubtful.one().key(),
                        doubtful.other().key(),
                        doubtful.joint().map(joint -> Reasons.list(joint, zone)).orElse(List.of())),
                doubtful.doubt().probability(),
                doubtful.doubt().stake());
    }

    private Incident.Link link(Clusters.Joint joint) {
        return new Incident.Link(joint.one().key(), joint.other().key(), Reasons.list(joint, zone));
    }

    private Incident incident(Clusters.Cluster cluster, Decisions decisions) {
        List<Traits> members = cluster.members().stream()
                .sorted(Comparator.comparing(Traits::key))
                .toList();
        List<Traits> standing = members.stream()
                .filter(member -> !decisions.isRefuted(member.key()))
                .toList();
        List<Traits> reliedOn = standing.isEmpty() ? members : standing;
        List<Entry.Report> reports = reliedOn.stream().map(Traits::report).toList();
        Map<ReportKey, List<String>> byReport = Origins.listByReport(reports);
        List<Incident.Origin> origins = Origins.group(byReport);
        List<ReportKey> keys = members.stream().map(Traits::key).toList();
        return new Incident(
                keys.getFirst().text(),
                cluster.probability(),
                mostExactTime(reliedOn).report().account().occurred(),
                mostExactPlace(reliedOn),
                type(reports, byReport),
                members.stream().map(Traits::report).toList(),
                origins,
                cluster.joints().stream()
                        .map(this::link)
                        .sorted(Comparator.comparing(Incident.Link::one)
                                .thenComparing(Incident.Link::other))
                        .toList(),
                decisions.findStatus(keys).orElse(Origins.status(origins)),
                Attribution.weigh(reports, byReport, actors),
                decided(keys, cluster, decisions));
    }

    private static Decided decided(
            List<ReportKey> inOrder, Clusters.Cluster cluster, Decisions decisions) {
        return new Decided(
                cluster.joints().stream()
                        .flatMap(joint -> joint.by() instanceof Clusters.By.Decision decision
                                ? decision.decisions().stream()
                                : Stream.of())
                        .distinct()
                        .sorted(Comparator.comparing(Entry.Decision::register)
                                .thenComparing(Entry.Decision::id))
                        .toList(),
                inOrder.stream()
                        .flatMap(key -> decisions.listWords(key).stream())
                        .toList(),
                inOrder.stream()
                        .flatMap(key -> decisions.listAttributions(key).stream())
                        .toList(),
                inOrder.stream().filter(decisions::isRefuted).toList(),
                cluster.apart().stream()
                        .sorted(Comparator.comparing(Decided.Apart::own)
                                .thenComparing(Decided.Apart::other))
                        .toList());
    }

    private static Traits mostExactTime(List<Traits> inKeyOrder) {
        return inKeyOrder.stream()
                .min(Comparator.comparing((Traits report) ->
                                report.report().account().occurred().precision())
                        .thenComparing(report -> length(report.lasted())))
                .orElseThrow();
    }

    private static Duration length(Period period) {
        return Duration.between(period.from(), period.to());
    }

    /** A place with a point before one without, for the map; then the finest. */
    private static Place mostExactPlace(List<Traits> inKeyOrder) {
        return inKeyOrder.stream()
                .map(report -> report.report().account().place())
                .min(Comparator.comparing((Place place) -> place.findPoint().isEmpty())
                        .thenComparing(Place::precision))
                .orElseThrow();
    }

    private static EventType type(
            List<Entry.Report> inKeyOrder, Map<ReportKey, List<String>> origins) {
        Map<EventType, Set<String>> saidBy = new EnumMap<>(EventType.class);
        for (Entry.Report report : inKeyOrder) {
            saidBy.computeIfAbsent(report.type(), unseen -> new HashSet<>())
                    .addAll(origins.getOrDefault(ReportKey.of(report), List.of()));
        }
        return inKeyOrder.stream()
                .map(Entry.Report::type)
                .min(Comparator.comparing(Traits::saysNoAct)
                        .thenComparing(
                                type -> -saidBy.getOrDefault(type, Set.of()).size()))
                .orElseThrow();
    }
}
