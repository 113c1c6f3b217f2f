package org.truce.reconcile;

import org.truce.base.ActGroup;
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

/**
 * Reports to incidents, first form: fixed rules ({@link Comparison}) and greedy growth
 * ({@link Clusters}). The same reports in any order give the same incidents. In doubt it leaves two
 * reports apart: a false link makes two sources out of none that agree. Time grows with the number
 * of reports times those near each in time and place.
 */
public final class Reconciler {
    private final ActorBook actors;
    private final ZoneId zone;

    /**
     * @param actors what the labels of actors mean
     * @param zone the local time of the area, in which a bare date is a whole day
     */
    public Reconciler(ActorBook actors, ZoneId zone) {
        this.actors = actors;
        this.zone = zone;
    }

    /**
     * Every report in exactly one incident; by when it may have begun first, then by id. Throws
     * {@link IllegalArgumentException} when two reports have one register and id.
     */
    public List<Incident> reconcile(List<Entry.Report> reports) {
        List<Traits> compared = Traits.list(reports, actors, zone);
        return Clusters.of(compared).stream()
                .map(this::incident)
                .sorted(Comparator.comparing(
                                (Incident incident) -> incident.occurred().begins(zone))
                        .thenComparing(Incident::id))
                .toList();
    }

    private Incident incident(Clusters.Cluster cluster) {
        List<Traits> members = cluster.members().stream()
                .sorted(Comparator.comparing(Traits::key))
                .toList();
        List<Entry.Report> reports = members.stream().map(Traits::report).toList();
        Map<ReportKey, List<String>> byReport = Origins.listByReport(reports);
        List<Incident.Origin> origins = Origins.group(byReport);
        ReportKey first = members.getFirst().key();
        return new Incident(
                first.register() + ":" + first.id(),
                mostExactTime(members).report().account().occurred(),
                mostExactPlace(members),
                type(reports, byReport),
                reports,
                origins,
                cluster.joints().stream()
                        .map(joint -> new Incident.Link(
                                joint.one().key(), joint.other().key(), Reasons.list(joint, zone)))
                        .sorted(Comparator.comparing(Incident.Link::one)
                                .thenComparing(Incident.Link::other))
                        .toList(),
                Origins.status(origins),
                Attribution.weigh(reports, byReport, actors));
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
                .min(Comparator.comparing(Reconciler::saysNoAct)
                        .thenComparing(
                                type -> -saidBy.getOrDefault(type, Set.of()).size()))
                .orElseThrow();
    }

    private static boolean saysNoAct(EventType type) {
        return type.group() == ActGroup.FORCE_UNSPECIFIED || type.group() == ActGroup.UNSPECIFIED;
    }
}
