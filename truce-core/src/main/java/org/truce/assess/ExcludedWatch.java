package org.truce.assess;

import org.truce.reconcile.Incident;
import org.truce.reconcile.Naming;
import org.truce.record.Agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What reports say of groups that the terms do not cover, in the last four weeks of the window
 * against the three months before them. That a group is named again where nobody named it for three
 * months, though others were reported there, may be a return; that it is named at some neighbouring
 * places in more of what is reported than elsewhere, a concentration. Neither shows a base.
 */
final class ExcludedWatch {
    private static final int RECENT_DAYS = 28;
    private static final int QUIET_DAYS = 90;

    /** Fewer reports of others say little of who was looked for. */
    private static final int LEAST_OTHERS = 5;

    private static final int LEAST_ORIGINS = 2;

    private final Evidence evidence;
    private final Window window;

    private final HotSpotSearch search;

    ExcludedWatch(Evidence evidence, Window window, HotSpotSearch search) {
        this.evidence = evidence;
        this.window = window;
        this.search = search;
    }

    /** @param here incidents in the area, of the window and from before it */
    List<Further.ExcludedGroup> of(List<Incident> here) {
        Set<String> groups = evidence.listAgreements().stream()
                .map(Agreement::excludedGroups)
                .flatMap(List::stream)
                .collect(Collectors.toCollection(TreeSet::new));
        List<Incident> recent = between(here, RECENT_DAYS, 0);
        List<Incident> before = between(here, RECENT_DAYS + QUIET_DAYS, RECENT_DAYS);
        List<Further.ExcludedGroup> watched = new ArrayList<>();
        for (String group : groups) {
            List<Incident> now = naming(group, recent);
            if (!now.isEmpty()) {
                watched.add(watched(group, now, before, here));
            }
        }
        return watched;
    }

    private Further.ExcludedGroup watched(
            String group, List<Incident> now, List<Incident> before, List<Incident> here) {
        int then = naming(group, before).size();
        TreeSet<String> governorates = new TreeSet<>();
        now.forEach(incident -> incident.place().admin1().ifPresent(governorates::add));
        return new Further.ExcludedGroup(
                group,
                evidence.actors()
                        .find(group)
                        .map(Agreement.Actor::name)
                        .orElseGet(() -> new Agreement.Words(group, Optional.empty())),
                now.size(),
                then,
                then == 0 && before.size() >= LEAST_OTHERS && origins(now) >= LEAST_ORIGINS,
                List.copyOf(governorates),
                now.stream().map(Incident::id).toList(),
                search.concentrations(here, naming(group, here)).stream()
                        .filter(spot -> origins(incidents(spot)) >= LEAST_ORIGINS)
                        .toList());
    }

    private List<Incident> incidents(Further.HotSpot spot) {
        return spot.incidentIds().stream()
                .flatMap(id -> evidence.findIncident(id).stream())
                .toList();
    }

    private static long origins(List<Incident> incidents) {
        return incidents.stream()
                .flatMap(incident -> incident.origins().stream())
                .map(Incident.Origin::name)
                .distinct()
                .count();
    }

    /** @param from so many days before the end, and then on, until {@code to} days before it */
    private List<Incident> between(List<Incident> incidents, int from, int to) {
        LocalDate first = window.lastDay().minusDays(from - 1L);
        LocalDate last = window.lastDay().minusDays(to);
        return incidents.stream()
                .filter(incident -> {
                    LocalDate day = LocalDate.ofInstant(
                            incident.occurred().begins(window.zone()), window.zone());
                    return !day.isBefore(first) && !day.isAfter(last);
                })
                .toList();
    }

    private List<Incident> naming(String group, List<Incident> incidents) {
        return incidents.stream()
                .filter(incident -> incident.reliedOn().stream()
                        .anyMatch(report -> Naming.named(report.participants(), evidence.actors())
                                .contains(group)))
                .toList();
    }
}
