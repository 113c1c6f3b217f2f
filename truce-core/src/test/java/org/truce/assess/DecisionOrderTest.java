package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.reconcile.Incident;
import org.truce.reconcile.VerificationStatus;
import org.truce.record.DecisionAct;
import org.truce.record.Entry;
import org.truce.record.Logged;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Three registers with reports, decisions on each other's reports, reversals and withdrawals, all
 * invented from a seed: the picture does not depend on the order of arrival, and what binds is what
 * a plain reading of the logs says.
 */
final class DecisionOrderTest {
    private static final List<String> REGISTERS = List.of("east", "north", "south");
    private static final List<String> SOURCES = List.of("one", "two", "three", "four", "five");
    private static final Instant START = Instant.parse("2017-08-01T09:00:00Z");

    private final Map<String, Long> sizes = new HashMap<>();

    private Logged log(Entry entry) {
        long seq = sizes.merge(entry.register(), 1L, Long::sum);
        return new Logged(seq, START.plusSeconds(86_400 * seq), entry);
    }

    private List<Logged> invent(Random random, int reports, int decisions) {
        List<Logged> all = new ArrayList<>(HandRecord.square().list());
        REGISTERS.forEach(name -> all.add(log(HandRecord.uneven(name))));
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < reports; i++) {
            String register = REGISTERS.get(random.nextInt(REGISTERS.size()));
            String day = LocalDate.of(2017, 7, 10).plusDays(random.nextInt(6)).toString();
            HandReport report = new HandReport(register, "R" + i, day)
                    .source(SOURCES.get(random.nextInt(SOURCES.size())))
                    .by(random.nextBoolean() ? "reds" : "blues");
            if (i > 0 && random.nextInt(6) == 0) {
                report.sameAs("R" + random.nextInt(i));
            }
            all.add(log(report.report()));
            texts.add(register + ":R" + i);
        }
        // Some are about reports that nobody here has.
        texts.add("west:R1");
        texts.add("north:R9999");
        for (int i = 0; i < decisions; i++) {
            all.add(log(decision(random, i, texts)));
            if (i > 0 && random.nextInt(8) == 0) {
                String register = REGISTERS.get(random.nextInt(REGISTERS.size()));
                all.add(log(new Entry.Withdrawal(
                        register,
                        "W" + i,
                        HandRecord.ENTERED,
                        "decision",
                        "D" + random.nextInt(i),
                        "no")));
            }
        }
        return all;
    }

    private static Entry.Decision decision(Random random, int no, List<String> texts) {
        String register = REGISTERS.get(random.nextInt(REGISTERS.size()));
        DecisionAct act = DecisionAct.values()[random.nextInt(DecisionAct.values().length)];
        Set<String> about = new HashSet<>();
        boolean pair = act == DecisionAct.LINK || act == DecisionAct.SPLIT;
        int wanted = pair ? 2 + random.nextInt(2) : 1;
        while (about.size() < wanted) {
            about.add(
                    act == DecisionAct.REVERSE
                            ? register + ":D" + random.nextInt(no + 1)
                            : texts.get(random.nextInt(texts.size())));
        }
        return new Entry.Decision(
                register,
                "D" + no,
                HandRecord.ENTERED,
                act,
                List.copyOf(about),
                act == DecisionAct.ATTRIBUTE ? Optional.of("blues") : Optional.empty(),
                HandRecord.open("somebody"),
                LocalDate.of(2017, 8, 1),
                "why " + no,
                Optional.empty());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 20170709})
    void theOrderOfArrivalMeansNothing(long seed) {
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Logged> all = invent(random, 40, 60);
        List<Incident> incidents = Evidence.of(all, Optional.empty()).listIncidents();
        Optional<LocalDate> day = Optional.of(LocalDate.of(2017, 8, 25));
        List<Incident> then = Evidence.of(all, day).listIncidents();
        assertThat(then).isNotEqualTo(incidents);
        for (int round = 0; round < 10; round++) {
            Collections.shuffle(all, random);
            assertThat(Evidence.of(all, Optional.empty()).listIncidents())
                    .as("seed %d", seed)
                    .isEqualTo(incidents);
            assertThat(Evidence.of(all, day).listIncidents())
                    .as("seed %d, as known", seed)
                    .isEqualTo(then);
        }
    }

    /** What was recorded after a day, in whatever register, changes nothing as known on it. */
    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void whatIsDecidedLaterDoesNotChangeWhatWasKnown(long seed) {
        System.out.println("seed " + seed);
        List<Logged> all = invent(new Random(seed), 30, 60);
        LocalDate day = LocalDate.of(2017, 8, 25);
        List<Logged> by = all.stream()
                .filter(logged -> !logged.recordedAt()
                        .atZone(HandRecord.DAMASCUS)
                        .toLocalDate()
                        .isAfter(day))
                .toList();
        assertThat(Evidence.of(all, Optional.of(day)).listIncidents())
                .isEqualTo(Evidence.of(by, Optional.empty()).listIncidents());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void whatBindsIsWhatThePlainReadingSays(long seed) {
        System.out.println("seed " + seed);
        List<Logged> all = invent(new Random(seed), 25, 80);
        Map<String, Incident> byReport = new HashMap<>();
        for (Incident incident : Evidence.of(all, Optional.empty()).listIncidents()) {
            incident.reports()
                    .forEach(report ->
                            byReport.put(report.register() + ":" + report.id(), incident));
        }
        int apart = 0;
        int joined = 0;
        for (String one : byReport.keySet()) {
            for (String other : byReport.keySet()) {
                if (one.compareTo(other) < 0) {
                    Map<String, DecisionAct> said = plainReading(all, one, other);
                    if (said.containsValue(DecisionAct.SPLIT)) {
                        assertThat(byReport.get(one))
                                .as("seed %d, %s and %s: %s", seed, one, other, said)
                                .isNotEqualTo(byReport.get(other));
                        apart++;
                    } else if (!said.isEmpty()) {
                        boolean together = byReport.get(one).equals(byReport.get(other));
                        assertThat(together
                                        || byReport.get(one).decided().apart().stream()
                                                .anyMatch(pair -> Set.of(
                                                                pair.own().text(),
                                                                pair.other().text())
                                                        .equals(Set.of(one, other))))
                                .as("seed %d: joined, or said why not: %s %s", seed, one, other)
                                .isTrue();
                        joined += together ? 1 : 0;
                    }
                }
            }
        }
        assertThat(apart).isPositive();
        assertThat(joined).isPositive();
    }

    /** For each register its last word on a pair that was neither withdrawn nor reversed. */
    private static Map<String, DecisionAct> plainReading(
            List<Logged> all, String one, String other) {
        Map<String, DecisionAct> said = new TreeMap<>();
        for (String register : REGISTERS) {
            List<Entry> log = all.stream()
                    .map(Logged::entry)
                    .filter(entry -> entry.register().equals(register))
                    .toList();
            Set<String> gone = new HashSet<>();
            for (Entry entry : log) {
                if (entry instanceof Entry.Withdrawal withdrawal) {
                    gone.add(register + ":" + withdrawal.target());
                }
            }
            for (int i = log.size() - 1; i >= 0; i--) {
                String text = register + ":" + log.get(i).id();
                if (log.get(i) instanceof Entry.Decision decision && !gone.contains(text)) {
                    String target = decision.about().getFirst();
                    boolean earlier = log.subList(0, i).stream()
                            .anyMatch(entry -> entry instanceof Entry.Decision
                                    && (register + ":" + entry.id()).equals(target));
                    if (decision.act() == DecisionAct.REVERSE && earlier) {
                        gone.add(target);
                    } else if ((decision.act() == DecisionAct.LINK
                                    || decision.act() == DecisionAct.SPLIT)
                            && decision.about().containsAll(List.of(one, other))) {
                        said.putIfAbsent(register, decision.act());
                    }
                }
            }
        }
        return said;
    }

    /** A refuted report is in no count and in no day's coverage, and is named with its reason. */
    @Test
    void aRefutedIncidentLeavesTheCountsAndIsNamed() {
        HandRecord record = HandRecord.square()
                .with(HandRecord.steady("north"))
                .with(new HandReport("north", "R1", "2017-07-20").killed(3, 3).report())
                .with(new HandReport("north", "R2", "2017-07-24").report());
        Question question = HandRecord.question("2017-07-10", "2017-07-31");
        Answer before = Assessor.assess(record.evidence(), question);
        assertThat(before.breachIds()).containsExactly("north:R1", "north:R2");
        record.with(refutation("north", "north:R1"));
        Evidence evidence = record.evidence();
        Answer after = Assessor.assess(evidence, question);
        assertThat(after.breachIds()).containsExactly("north:R2");
        assertThat(after.refutedIds()).containsExactly("north:R1");
        assertThat(after.breaches().during()).isEqualTo(1);
        // The three of R1 are gone, and R2 does not say.
        assertThat(after.civiliansKilled().during()).isEmpty();
        assertThat(after.notes())
                .anyMatch(note -> note.key().equals("assess.note-refuted")
                        && note.arguments().contains("north:R1")
                        && note.arguments().contains("the crater is of 2016"));
        assertThat(evidence.findIncident("north:R1"))
                .get()
                .extracting(Incident::status)
                .isEqualTo(VerificationStatus.REFUTED);
    }

    @Test
    void aRefutedReportIsNoDayOfObservation() {
        HandRecord record = HandRecord.square()
                .with(HandRecord.uneven("north"))
                .with(new HandReport("north", "R1", "2017-07-20").report());
        Question question = HandRecord.question("2017-07-10", "2017-07-31");
        assertThat(Assessor.assess(record.evidence(), question).coverage().observedDays())
                .isEqualTo(1);
        record.with(refutation("north", "north:R1"));
        assertThat(Assessor.assess(record.evidence(), question).coverage().observedDays())
                .isZero();
    }

    private static Entry.Decision refutation(String register, String report) {
        return new Entry.Decision(
                register,
                "D1",
                HandRecord.ENTERED,
                DecisionAct.REFUTE,
                List.of(report),
                Optional.empty(),
                HandRecord.open("somebody"),
                LocalDate.of(2017, 8, 1),
                "the crater is of 2016",
                Optional.empty());
    }
}
