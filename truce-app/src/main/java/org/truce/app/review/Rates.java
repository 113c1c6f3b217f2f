package org.truce.app.review;

import org.truce.reading.draft.Extractor;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What people made of the drafts of each rule. Each draft counts once, by its last review, under
 * every rule that made it. They are of what this queue holds, and say nothing of texts that were
 * never read.
 */
public final class Rates {
    private Rates() {}

    /**
     * The drafts of one rule of one extractor.
     *
     * @param waiting how many nobody has reviewed to the end
     * @param edited how many went into the record with something changed
     * @param editedFields how often each column was changed
     * @param editShare edited among those reviewed, 0 to 1; empty where none is
     * @param dropShare dropped among those reviewed, 0 to 1; empty where none is
     */
    public record Rate(
            String extractor,
            String version,
            String rule,
            int drafts,
            int waiting,
            int accepted,
            int edited,
            int dropped,
            Map<String, Integer> editedFields,
            Optional<Double> editShare,
            Optional<Double> dropShare) {
        public Rate {
            editedFields = Collections.unmodifiableMap(new TreeMap<>(editedFields));
        }
    }

    private record Key(Extractor extractor, String rule) {}

    private static final class Counted {
        private int waiting;
        private int accepted;
        private int edited;
        private int dropped;
        private final Map<String, Integer> fields = new TreeMap<>();
    }

    /** By extractor and rule. */
    public static List<Rate> of(List<Queued> all, Function<Queued, State> stateOf) {
        Map<String, Key> keys = new TreeMap<>();
        Map<String, Counted> counts = new TreeMap<>();
        for (Queued queued : all) {
            State state = stateOf.apply(queued);
            Extractor by = queued.draft().extractor();
            for (String rule : queued.draft().rules().stream().distinct().toList()) {
                String key = String.join("\n", by.name(), by.version(), inOrder(rule));
                keys.putIfAbsent(key, new Key(by, rule));
                count(counts.computeIfAbsent(key, none -> new Counted()), state, queued);
            }
        }
        List<Rate> rates = new ArrayList<>();
        counts.forEach((key, counted) -> rates.add(rate(keys, key, counted)));
        return List.copyOf(rates);
    }

    /** So that C10 comes after C9. */
    private static String inOrder(String rule) {
        String digits = rule.replaceAll("^\\D*", "");
        return rule.replaceAll("\\d.*$", "")
                + "0".repeat(Math.max(0, 6 - digits.length()))
                + digits;
    }

    private static void count(Counted counted, State state, Queued queued) {
        switch (state) {
            case OPEN, UNFINISHED -> counted.waiting++;
            case ACCEPTED -> counted.accepted++;
            case DROPPED -> counted.dropped++;
            case EDITED -> {
                counted.edited++;
                queued.findLast()
                        .orElseThrow()
                        .edited()
                        .forEach(field -> counted.fields.merge(field, 1, Integer::sum));
            }
        }
    }

    private static Rate rate(Map<String, Key> keys, String name, Counted counted) {
        Key key = Optional.ofNullable(keys.get(name)).orElseThrow();
        int reviewed = counted.accepted + counted.edited + counted.dropped;
        return new Rate(
                key.extractor().name(),
                key.extractor().version(),
                key.rule(),
                reviewed + counted.waiting,
                counted.waiting,
                counted.accepted,
                counted.edited,
                counted.dropped,
                counted.fields,
                share(counted.edited, reviewed),
                share(counted.dropped, reviewed));
    }

    private static Optional<Double> share(int part, int all) {
        return all == 0 ? Optional.empty() : Optional.of((double) part / all);
    }
}
