package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.reconcile.Decisions;
import org.truce.reconcile.ReportKey;
import org.truce.record.Entry;
import org.truce.record.Known;
import org.truce.record.Logged;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Every decision that was made, with what has become of it. */
public final class DecisionList {
    private static final String WITHDRAWN = "withdrawn";

    private DecisionList() {}

    /**
     * One decision, in the stable JSON shape of {@code truce decisions}; see
     * docs/reference/schemas/decision.schema.json.
     *
     * @param recorded the instant at which its register recorded it, ISO
     * @param state holds, contested, superseded, reversed, withdrawn or waits
     * @param stateBy the decision that made it so; of another register as "register:id"
     * @param note what else was noted; empty where there is none, or this reader may not see it
     */
    public record Listed(
            String register,
            String id,
            String act,
            List<String> about,
            Optional<String> actor,
            Optional<String> by,
            String on,
            String why,
            Optional<String> note,
            String recorded,
            String state,
            Optional<String> stateBy) {}

    /**
     * By register, then in the order of its log.
     *
     * @param all the entries asked about
     * @param day what was not known on it is left out
     */
    public static List<Listed> of(
            List<Logged> all, Optional<LocalDate> day, Disclosure disclosure) {
        Known known = Evidence.known(all, day);
        Known ever = Evidence.known(
                all.stream()
                        .filter(logged -> !(logged.entry() instanceof Entry.Withdrawal))
                        .toList(),
                day);
        Decisions decisions = Decisions.of(known.list(Entry.Decision.class));
        Set<Entry.Decision> standing = Set.copyOf(known.list(Entry.Decision.class));
        Map<String, ReportKey> here = new HashMap<>();
        for (Entry.Report report : known.list(Entry.Report.class)) {
            here.put(ReportKey.of(report).text(), ReportKey.of(report));
        }
        Map<String, Instant> recorded = recorded(all);
        List<Listed> listed = new ArrayList<>();
        for (Entry.Decision decision : ever.list(Entry.Decision.class)) {
            Optional<Decisions.Outcome> outcome = standing.contains(decision)
                    ? Optional.of(decisions.outcome(decision, here))
                    : Optional.empty();
            DecisionView view = DecisionView.of(decision, disclosure);
            listed.add(new Listed(
                    view.register(),
                    view.id(),
                    view.act(),
                    view.about(),
                    view.actor(),
                    view.by(),
                    view.on(),
                    view.why(),
                    decision.note().flatMap(disclosure::inner),
                    String.valueOf(recorded.get(name(decision))),
                    outcome.map(found -> found.state().code()).orElse(WITHDRAWN),
                    outcome.flatMap(Decisions.Outcome::by)));
        }
        return listed;
    }

    private static Map<String, Instant> recorded(List<Logged> all) {
        Map<String, Instant> recorded = new HashMap<>();
        for (Logged logged : all) {
            if (logged.entry() instanceof Entry.Decision decision) {
                recorded.put(name(decision), logged.recordedAt());
            }
        }
        return recorded;
    }

    private static String name(Entry.Decision decision) {
        return decision.register() + ":" + decision.id();
    }
}
