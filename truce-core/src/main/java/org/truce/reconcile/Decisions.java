package org.truce.reconcile;

import org.truce.base.Coded;
import org.truce.record.DecisionAct;
import org.truce.record.Entry;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * What people decided about reports, as it holds now: which must stand in one incident, which must
 * not, and what was said of each. It knows the rules of docs/decisions/0012 and no report: a
 * decision about a report that is not here says nothing until it comes.
 *
 * <p>Within a register the latest decision on a report, or on a pair of reports, counts. No
 * register's word outweighs another's.
 */
public final class Decisions {
    private final List<Entry.Decision> all;
    /** Where each decision stands in its register's log, counted over all. */
    private final Map<Name, Integer> places = new HashMap<>();
    /** What took a decision back. */
    private final Map<Name, Entry.Decision> reversedBy = new HashMap<>();

    private final Map<Pair, Map<String, Entry.Decision>> bindings = new TreeMap<>();
    private final Map<String, Map<String, Entry.Decision>> words = new HashMap<>();
    private final Map<String, Map<String, Entry.Decision>> attributions = new HashMap<>();

    private record Name(String register, String id) {
        static Name of(Entry.Decision decision) {
            return new Name(decision.register(), decision.id());
        }
    }

    /** Two reports, each as "register:id", the lesser first. */
    private record Pair(String one, String other) implements Comparable<Pair> {
        private static final Comparator<Pair> ORDER =
                Comparator.comparing(Pair::one).thenComparing(Pair::other);

        static Pair of(String some, String more) {
            return some.compareTo(more) < 0 ? new Pair(some, more) : new Pair(more, some);
        }

        @Override
        public int compareTo(Pair other) {
            return ORDER.compare(this, other);
        }
    }

    /**
     * What binds two reports.
     *
     * @param one a report as "register:id"
     * @param other another
     * @param by what each register that decided on the pair holds, by register
     */
    record Bond(String one, String other, List<Entry.Decision> by) {
        Bond {
            by = List.copyOf(by);
        }
    }

    /** What has become of a decision. */
    public enum State implements Coded {
        HOLDS("holds"),
        /**
         * It is the register's latest word, and another register's differs; or it refutes a report
         * by which that report's own register stands.
         */
        CONTESTED("contested"),
        /** A later decision of the same register says something else of the same. */
        SUPERSEDED("superseded"),
        /** A later decision of the same register took it back. */
        REVERSED("reversed"),
        /** What it is about is not here, or does not count. */
        WAITS("waits");

        private final String code;

        State(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * What has become of a decision.
     *
     * @param by the decision that made it so: of the same register its id, of another with that
     *     register before it
     */
    public record Outcome(State state, Optional<String> by) {}

    private Decisions(List<Entry.Decision> all) {
        this.all = List.copyOf(all);
        for (Entry.Decision decision : all) {
            places.put(Name.of(decision), places.size());
        }
        // From the last: a reversal that was itself reversed takes nothing back.
        for (Entry.Decision decision : this.all.reversed()) {
            if (decision.act() == DecisionAct.REVERSE && !isReversed(decision)) {
                findEarlier(decision)
                        .ifPresent(earlier -> reversedBy.putIfAbsent(Name.of(earlier), decision));
            }
        }
        this.all.stream().filter(decision -> !isReversed(decision)).forEach(this::put);
    }

    /**
     * @param inOrder the decisions that count, those of each register in the order of its log, as
     *     {@link org.truce.record.Known#list} gives them
     */
    public static Decisions of(List<Entry.Decision> inOrder) {
        return new Decisions(inOrder);
    }

    private boolean isReversed(Entry.Decision decision) {
        return reversedBy.containsKey(Name.of(decision));
    }

    /** The decision that a reversal names: an earlier one of the same register. */
    private Optional<Entry.Decision> findEarlier(Entry.Decision reversal) {
        String named = reversal.about().getFirst();
        String prefix = reversal.register() + ":";
        return named.startsWith(prefix)
                ? Optional.ofNullable(places.get(
                                new Name(reversal.register(), named.substring(prefix.length()))))
                        .filter(place -> place < place(reversal))
                        .map(all::get)
                : Optional.empty();
    }

    private static String text(Entry.Decision decision) {
        return decision.register() + ":" + decision.id();
    }

    private int place(Entry.Decision decision) {
        return places.getOrDefault(Name.of(decision), -1);
    }

    private void put(Entry.Decision decision) {
        switch (decision.act()) {
            case LINK, SPLIT ->
                pairs(decision)
                        .forEach(pair -> bindings.computeIfAbsent(pair, unseen -> new TreeMap<>())
                                .put(decision.register(), decision));
            case VERIFY, DISPUTE, REFUTE, CANNOT_VERIFY -> put(words, decision);
            case ATTRIBUTE -> put(attributions, decision);
            case REVERSE -> {}
        }
    }

    private static void put(
            Map<String, Map<String, Entry.Decision>> latest, Entry.Decision decision) {
        latest.computeIfAbsent(decision.about().getFirst(), unseen -> new TreeMap<>())
                .put(decision.register(), decision);
    }

    private static List<Pair> pairs(Entry.Decision decision) {
        List<Pair> pairs = new ArrayList<>();
        List<String> about = decision.about();
        for (int i = 0; i < about.size(); i++) {
            for (int j = i + 1; j < about.size(); j++) {
                pairs.add(Pair.of(about.get(i), about.get(j)));
            }
        }
        return pairs;
    }

    /** Pairs that every register which decided on them holds to be one incident, in order. */
    List<Bond> listJoins() {
        return bonds(by -> by.stream().allMatch(one -> one.act() == DecisionAct.LINK));
    }

    /**
     * Pairs that may not stand in one incident, in order: split by somebody, whoever linked them.
     */
    List<Bond> listParts() {
        return bonds(by -> by.stream().anyMatch(one -> one.act() == DecisionAct.SPLIT));
    }

    private List<Bond> bonds(Predicate<List<Entry.Decision>> wanted) {
        List<Bond> bonds = new ArrayList<>();
        bindings.forEach((pair, byRegister) -> {
            List<Entry.Decision> by = List.copyOf(byRegister.values());
            if (wanted.test(by)) {
                bonds.add(new Bond(pair.one(), pair.other(), by));
            }
        });
        return bonds;
    }

    /** What each register holds of the truth of a report, by register. */
    List<Entry.Decision> listWords(ReportKey report) {
        return List.copyOf(words.getOrDefault(report.text(), Map.of()).values());
    }

    /** Whom each register holds responsible for what a report tells of, by register. */
    List<Entry.Decision> listAttributions(ReportKey report) {
        return List.copyOf(attributions.getOrDefault(report.text(), Map.of()).values());
    }

    /**
     * Whether a report is refuted: by its own register, with nobody against it. A register stands
     * by its reports until it says otherwise, so that no side can take another's word out of the
     * counts.
     */
    boolean isRefuted(ReportKey report) {
        Map<String, Entry.Decision> said = words.getOrDefault(report.text(), Map.of());
        return said.containsKey(report.register())
                && said.values().stream().allMatch(word -> word.act() == DecisionAct.REFUTE);
    }

    /**
     * What decisions make of reports that stand together; empty where nobody decided. Each
     * register's latest word on any of those not refuted is its word on them all.
     */
    Optional<VerificationStatus> findStatus(List<ReportKey> reports) {
        Map<String, Entry.Decision> byRegister = new TreeMap<>();
        boolean anyStands = false;
        for (ReportKey report : reports) {
            if (!isRefuted(report)) {
                anyStands = true;
                for (Entry.Decision word : listWords(report)) {
                    byRegister.merge(
                            word.register(),
                            word,
                            (one, other) -> place(one) < place(other) ? other : one);
                }
            }
        }
        if (!anyStands) {
            return Optional.of(VerificationStatus.REFUTED);
        }
        Set<DecisionAct> acts = new HashSet<>();
        byRegister.values().forEach(word -> acts.add(word.act()));
        if (acts.isEmpty()) {
            return Optional.empty();
        }
        if (acts.equals(Set.of(DecisionAct.VERIFY))) {
            return Optional.of(VerificationStatus.VERIFIED);
        }
        return Optional.of(
                acts.equals(Set.of(DecisionAct.CANNOT_VERIFY))
                        ? VerificationStatus.CANNOT_VERIFY
                        : VerificationStatus.DISPUTED);
    }

    /**
     * What has become of one of the decisions.
     *
     * @param here the reports that are known and count, by their text
     */
    public Outcome outcome(Entry.Decision decision, Map<String, ReportKey> here) {
        Entry.Decision reversal = reversedBy.get(Name.of(decision));
        if (reversal != null) {
            return new Outcome(State.REVERSED, Optional.of(reversal.id()));
        }
        return switch (decision.act()) {
            case LINK, SPLIT ->
                outcome(
                        decision,
                        pairs(decision).stream()
                                .filter(pair -> here.containsKey(pair.one())
                                        && here.containsKey(pair.other()))
                                .map(pair -> bindings.getOrDefault(pair, Map.of()))
                                .toList());
            case VERIFY, DISPUTE, CANNOT_VERIFY -> outcome(decision, latest(words, decision, here));
            case REFUTE -> {
                Outcome outcome = outcome(decision, latest(words, decision, here));
                yield outcome.state() == State.HOLDS && !isRefuted(getReport(decision, here))
                        ? new Outcome(State.CONTESTED, Optional.empty())
                        : outcome;
            }
            case ATTRIBUTE -> outcome(decision, latest(attributions, decision, here));
            case REVERSE ->
                new Outcome(
                        findEarlier(decision).isPresent() ? State.HOLDS : State.WAITS,
                        Optional.empty());
        };
    }

    private static ReportKey getReport(Entry.Decision decision, Map<String, ReportKey> here) {
        return Optional.ofNullable(here.get(decision.about().getFirst()))
                .orElseThrow(IllegalStateException::new);
    }

    /** The latest words on the one report that a decision is about; none where it is not here. */
    private static List<Map<String, Entry.Decision>> latest(
            Map<String, Map<String, Entry.Decision>> latest,
            Entry.Decision decision,
            Map<String, ReportKey> here) {
        String report = decision.about().getFirst();
        return here.containsKey(report)
                ? List.of(latest.getOrDefault(report, Map.of()))
                : List.of();
    }

    /** @param onEach the latest words, by register, on each thing here that it is about */
    private static Outcome outcome(
            Entry.Decision decision, List<Map<String, Entry.Decision>> onEach) {
        if (onEach.isEmpty()) {
            return new Outcome(State.WAITS, Optional.empty());
        }
        List<Map<String, Entry.Decision>> own = onEach.stream()
                .filter(said -> decision.equals(said.get(decision.register())))
                .toList();
        if (own.isEmpty()) {
            return new Outcome(
                    State.SUPERSEDED,
                    Optional.ofNullable(onEach.getFirst().get(decision.register()))
                            .map(Entry.Decision::id));
        }
        return own.stream()
                .flatMap(said -> said.values().stream())
                .filter(other ->
                        other.act() != decision.act() || !other.actor().equals(decision.actor()))
                .findFirst()
                .map(other -> new Outcome(State.CONTESTED, Optional.of(text(other))))
                .orElse(new Outcome(State.HOLDS, Optional.empty()));
    }
}
