package org.truce.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.assertj.core.data.Offset.offset;
import static org.truce.reconcile.ReportsForTest.DAMASCUS;
import static org.truce.reconcile.ReportsForTest.alleged;
import static org.truce.reconcile.ReportsForTest.by;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.base.ActGroup;
import org.truce.base.Coded;
import org.truce.base.EventType;
import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.record.DecisionAct;
import org.truce.record.Entry;

import java.nio.file.Files;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/** What holds for any reports, on seeded invented ones and on the real sample. */
class ReconcileInvariantsTest {
    private static final List<EventType> TYPES = List.of(
            EventType.ARTILLERY_SHELLING,
            EventType.ROCKET,
            EventType.AIRSTRIKE,
            EventType.LETHAL_EVENT,
            EventType.OTHER);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 20170709})
    void holdsOnInventedReports(long seed) {
        System.out.println("seed " + seed);
        holds(crowd(new Random(seed), 400), new Reconciler(ReportsForTest.book(), DAMASCUS), seed);
    }

    @Test
    void holdsOnTheSample() {
        assumeSample();
        holds(
                SampleForReconcile.reports(),
                new Reconciler(SampleForReconcile.book(), DAMASCUS),
                20170709);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void reportByReportIsTheSameAsAtOnceAndFarAwayNothingChanges(long seed) {
        List<Entry.Report> reports = crowd(new Random(seed), 400, 1_500);
        Reconciler kept = new Reconciler(ReportsForTest.book(), DAMASCUS);
        List<Incident> before = List.of();
        int learnedBefore = 0;
        int near = 0;
        for (int count = 350; count <= reports.size(); count++) {
            List<Entry.Report> now = reports.subList(0, count);
            Reconciler.Result result = kept.reconcile(now, new DecisionLog().decisions());
            assertThat(result)
                    .as("seed %d, %d reports", seed, count)
                    .isEqualTo(new Reconciler(ReportsForTest.book(), DAMASCUS)
                            .reconcile(now, new DecisionLog().decisions()));
            int learned = Linker.learnedFrom(Traits.list(now, ReportsForTest.book(), DAMASCUS));
            if (learned == learnedBefore && reports.get(count - 1).sameAs().isEmpty()) {
                LocalDate day = day(now.getLast());
                assertThat(result.incidents())
                        .as("far away, seed %d, %d reports", seed, count)
                        .containsAll(before.stream()
                                .filter(incident -> incident.reports().stream()
                                        .allMatch(report -> isFar(report, day)))
                                .toList());
                near++;
            }
            learnedBefore = learned;
            before = result.incidents();
        }
        assertThat(near).as("times nothing was learned anew").isGreaterThan(20);
    }

    /** Reports that come and go while people decide, against one who never saw any before. */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void whatIsKeptIsTheSameAsWhatIsNewWhateverPeopleDecide(long seed) {
        Random random = new Random(seed);
        List<Entry.Report> all = crowd(random, 300, 200);
        Reconciler kept = new Reconciler(ReportsForTest.book(), DAMASCUS);
        DecisionLog decided = new DecisionLog();
        for (int step = 0; step < 12; step++) {
            List<Entry.Report> now = new ArrayList<>(all.subList(0, 270 + random.nextInt(30)));
            now.remove(random.nextInt(now.size()));
            String one = "A:" + now.get(random.nextInt(now.size())).id();
            String other = "A:" + now.get(now.size() - 1 - random.nextInt(20)).id();
            if (step % 2 == 1 && !one.equals(other)) {
                decided.decide(
                        "B",
                        random.nextBoolean() ? DecisionAct.LINK : DecisionAct.SPLIT,
                        one,
                        other);
            }
            Reconciler.Result result = kept.reconcile(now, decided.decisions());
            assertThat(result)
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(new Reconciler(ReportsForTest.book(), DAMASCUS)
                            .reconcile(now, decided.decisions()));
            assertThat(result.incidents().stream().flatMap(incident -> incident.reports().stream()))
                    .as("every report once, seed %d, step %d", seed, step)
                    .containsExactlyInAnyOrderElementsOf(now);
        }
    }

    private static LocalDate day(Entry.Report report) {
        return Traits.list(List.of(report), ReportsForTest.book(), DAMASCUS)
                .getFirst()
                .firstDay();
    }

    /** Farther than two steps from account to account lead. */
    private static boolean isFar(Entry.Report report, LocalDate from) {
        return Math.abs(ChronoUnit.DAYS.between(day(report), from)) > 200;
    }

    @Test
    void everyMarkedPairOfTheSampleIsOneIncident() {
        assumeSample();
        List<Entry.Report> reports = SampleForReconcile.reports();
        List<Incident> incidents = new Reconciler(SampleForReconcile.book(), DAMASCUS)
                .reconcile(reports, new DecisionLog().decisions())
                .incidents();

        List<Entry.Report> marked = reports.stream()
                .filter(report -> report.sameAs().isPresent())
                .filter(report -> reports.stream()
                        .anyMatch(first -> first.id().equals(report.sameAs().get())))
                .toList();
        // 59 rows carry a mark; the 9 that name a calm row are calm themselves.
        assertThat(marked).hasSize(50);
        assertThat(marked)
                .allSatisfy(report -> assertThat(incidents)
                        .filteredOn(incident -> incident.reports().stream()
                                .map(Entry.Report::id)
                                .toList()
                                .containsAll(
                                        List.of(report.id(), report.sameAs().get())))
                        .hasSize(1));
    }

    @Test
    void everyReasonHasWordsInBothLanguages() {
        List<Phrase> phrases = new ArrayList<>();
        Arrays.stream(EventType.values()).forEach(type -> phrases.add(word("type", type)));
        Arrays.stream(ActGroup.values()).forEach(group -> phrases.add(word("group", group)));
        new Reconciler(ReportsForTest.book(), DAMASCUS)
                .reconcile(crowd(new Random(7), 400), new DecisionLog().decisions())
                .incidents()
                .forEach(incident ->
                        incident.links().forEach(link -> phrases.addAll(link.because())));

        assertThat(phrases).allSatisfy(phrase -> {
            assertThat(Phrases.in("en").say(phrase)).isNotBlank().doesNotContain("{");
            assertThat(Phrases.in("ar").say(phrase)).isNotBlank().doesNotContain("{");
        });
    }

    private static Phrase word(String kind, Coded code) {
        return Phrase.of("reconcile." + kind + "." + code.code());
    }

    private static void holds(List<Entry.Report> reports, Reconciler reconciler, long seed) {
        Reconciler.Result result = reconciler.reconcile(reports, new DecisionLog().decisions());
        List<Incident> incidents = result.incidents();

        // Reports that come one after another, some of them late.
        Random random = new Random(seed);
        for (int round = 0; round < 5; round++) {
            reconciler.reconcile(
                    reports.subList(0, reports.size() - random.nextInt(reports.size() / 2)),
                    new DecisionLog().decisions());
            assertThat(reconciler.reconcile(reports, new DecisionLog().decisions()))
                    .as("seed %d", seed)
                    .isEqualTo(result);
        }
        assertThat(incidents.stream().flatMap(incident -> incident.reports().stream()))
                .as("every report once, seed %d", seed)
                .containsExactlyInAnyOrderElementsOf(reports);
        assertThat(incidents)
                .anySatisfy(incident -> assertThat(incident.reports()).hasSizeGreaterThan(1));
        for (Incident incident : incidents) {
            boolean marked = incident.reports().stream()
                    .anyMatch(report -> report.sameAs().isPresent());
            List<String> sources = incident.reports().stream()
                    .map(report ->
                            Origins.outlet(report.account().source().find().orElseThrow()))
                    .toList();
            if (!marked) {
                assertThat(sources).as("%s, seed %d", incident.id(), seed).doesNotHaveDuplicates();
            }
            assertThat(incident.links()).hasSize(incident.reports().size() - 1);
            assertThat(incident.links()).noneMatch(link -> link.because().isEmpty());
            assertThat(incident.attribution().stream()
                            .mapToDouble(Incident.Hypothesis::likelihood)
                            .sum())
                    .isCloseTo(1, offset(1e-9));
            assertThat(incident.attribution())
                    .extracting(Incident.Hypothesis::actor)
                    .contains(Incident.Hypothesis.UNDETERMINED);
        }
    }

    /** Crowded on purpose: few towns, few days, every precision, four sources and some marks. */
    private static List<Entry.Report> crowd(Random random, int size) {
        return crowd(random, size, 20);
    }

    private static List<Entry.Report> crowd(Random random, int size, int days) {
        List<Entry.Report> reports = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            String id = String.format(Locale.ROOT, "R%04d", i);
            LocalDate day = LocalDate.of(2017, 7, 1).plusDays(random.nextInt(days));
            TimePrecision known = TimePrecision.values()[random.nextInt(4)];
            PlacePrecision place = PlacePrecision.values()[random.nextInt(4)];
            int town = random.nextInt(4);
            String point = String.format(
                    Locale.ROOT, "%.3f,36.1", 32.6 + town * 0.05 + random.nextInt(4) * 0.01);
            ReportsForTest report = by(id, "Source " + random.nextInt(4))
                    .when(day.toString(), day.plusDays(random.nextInt(2)).toString(), known)
                    .where(town == 0 ? "Daraa city" : "Town " + town, Optional.of(point), place)
                    .of(TYPES.get(random.nextInt(TYPES.size())))
                    .who(alleged(random.nextInt(3) == 0 ? "unknown" : ReportsForTest.GOVERNMENT))
                    .killed(random.nextInt(4), 3 + random.nextInt(4));
            boolean marked = i > 0 && random.nextInt(20) == 0;
            reports.add((marked ? report.sameAs(reports.get(random.nextInt(i)).id()) : report)
                    .report());
        }
        return reports;
    }

    private static void assumeSample() {
        assumeThat(Files.exists(SampleForReconcile.REPORTS))
                .as("the sample register is not beside this clone")
                .isTrue();
    }
}
