package org.truce.reconcile;

import org.truce.record.ActorBook;
import org.truce.record.Entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Rival hypotheses on who did it, from what the origins say.
 *
 * <p>An actor's weight is the number of origins that name it; an origin that names several splits
 * its own among them. "Undetermined" weighs one, plus one for each origin that names nobody: it
 * does not know, or says only that two sides fought, which accuses neither. A likelihood is a
 * weight over the sum of all, so a single origin never takes an actor past one half.
 *
 * <p>That is a count of voices and nothing else: it says how the sources divide, not who is guilty.
 * It knows neither how good a source is nor on whose side it stands.
 */
final class Attribution {
    private static final double UNDETERMINED_PRIOR = 1;

    private Attribution() {}

    /**
     * Likeliest first, then "undetermined", then by actor.
     *
     * @param inKeyOrder the reports of one incident
     * @param origins the origins of each, as {@link Origins#listByReport} gives them
     */
    static List<Incident.Hypothesis> weigh(
            List<Entry.Report> inKeyOrder, Map<ReportKey, List<String>> origins, ActorBook book) {
        Map<String, Set<String>> namedBy = new LinkedHashMap<>();
        for (Entry.Report report : inKeyOrder) {
            List<String> accused = Naming.accused(report.participants(), book);
            for (String origin : origins.getOrDefault(ReportKey.of(report), List.of())) {
                namedBy.computeIfAbsent(origin, unseen -> new LinkedHashSet<>()).addAll(accused);
            }
        }
        Map<String, Voices> voices = new TreeMap<>();
        Voices undetermined = new Voices(UNDETERMINED_PRIOR);
        voices.put(Incident.Hypothesis.UNDETERMINED, undetermined);
        namedBy.forEach((origin, actors) -> {
            if (actors.isEmpty()) {
                undetermined.add(origin, 1);
            }
            for (String actor : actors) {
                voices.computeIfAbsent(actor, unseen -> new Voices(0))
                        .add(origin, 1.0 / actors.size());
            }
        });
        double sum = UNDETERMINED_PRIOR + namedBy.size();
        return voices.entrySet().stream()
                .map(voice -> new Incident.Hypothesis(
                        voice.getKey(), voice.getValue().weight / sum, voice.getValue().origins))
                .sorted(Comparator.comparingDouble((Incident.Hypothesis one) -> -one.likelihood())
                        .thenComparing(one -> !one.actor().equals(Incident.Hypothesis.UNDETERMINED))
                        .thenComparing(Incident.Hypothesis::actor))
                .toList();
    }

    /** Who says so, and how much that weighs. */
    private static final class Voices {
        private final List<String> origins = new ArrayList<>();
        private double weight;

        Voices(double weight) {
            this.weight = weight;
        }

        void add(String origin, double share) {
            origins.add(origin);
            weight += share;
        }
    }
}
