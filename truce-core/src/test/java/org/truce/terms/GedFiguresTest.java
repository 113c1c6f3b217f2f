package org.truce.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.truce.base.LatLon;
import org.truce.base.Phrases;
import org.truce.record.ActorBook;
import org.truce.record.Agreement;
import org.truce.record.Entry;
import org.truce.record.Participants;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The whole of UCDP GED Syria against the terms. The plain counts are made here by ray casting, and
 * every row on which the terms say otherwise must stand in docs/reference/ged-figures.md.
 */
final class GedFiguresTest {
    private static final String DYAD = "Government of Syria - Syrian insurgents";
    private static List<GedRows.Row> rows = List.of();
    private static Terms terms = HandMade.terms(
            HandMade.agreement("", List.of(), List.of(), List.of()), HandMade.outline("", ""));

    private enum Window {
        BEFORE("2016-07-01", "2017-07-08", Terms.Clock.AS_IF_IN_FORCE),
        DURING("2017-07-09", "2018-06-17", Terms.Clock.AS_AGREED);

        private final LocalDate from;
        private final LocalDate to;
        private final Terms.Clock clock;

        Window(String from, String to, Terms.Clock clock) {
            this.from = LocalDate.parse(from);
            this.to = LocalDate.parse(to);
            this.clock = clock;
        }

        boolean holds(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    @BeforeAll
    static void read() throws IOException {
        assumeTrue(
                Files.exists(GedRows.FILE),
                "skipped: put UCDP GED Syria at ../shared/data/ucdp-ged-syria");
        rows = GedRows.read();
        List<Agreement> agreements = List.of(
                SampleAgreements.read("2017-05-04-memorandum"),
                SampleAgreements.read("2017-07-07-understanding"),
                SampleAgreements.read("2017-11-08-principles"));
        terms = new Terms(agreements, SampleAgreements.outlines(), new ActorBook(agreements));
    }

    @Test
    void announcedReadingBefore() throws IOException {
        Figures figures = new Figures("announced", Window.BEFORE);
        assertThat(figures.byPoint).hasSize(497);
        assertThat(figures.of(Verdict.BREACH)).hasSize(497);
        assertThat(figures.lost()).hasSize(1);
        assertThat(figures.gained()).hasSize(1);
        assertThat(figures.verdictsByDifference())
                .isEqualTo(documented("## Announced reading, before"));
    }

    @Test
    void announcedReadingDuring() throws IOException {
        Figures figures = new Figures("announced", Window.DURING);
        assertThat(figures.byPoint).hasSize(171);
        assertThat(figures.of(Verdict.BREACH)).hasSize(157);
        assertThat(figures.lost()).hasSize(14);
        assertThat(figures.gained()).isEmpty();
        assertThat(figures.verdictsByDifference())
                .isEqualTo(documented("## Announced reading, during"));
    }

    @Test
    void readingWithoutSuwaydaBefore() throws IOException {
        Figures figures = new Figures("without-suwayda", Window.BEFORE);
        assertThat(figures.byPoint).hasSize(468);
        assertThat(figures.of(Verdict.BREACH)).hasSize(477);
        assertThat(figures.lost()).hasSize(1);
        assertThat(figures.gained()).hasSize(10);
        assertThat(figures.verdictsByDifference())
                .isEqualTo(documented("## Reading without As-Suwayda, before"));
    }

    @Test
    void readingWithoutSuwaydaDuring() throws IOException {
        Figures figures = new Figures("without-suwayda", Window.DURING);
        assertThat(figures.byPoint).hasSize(150);
        assertThat(figures.of(Verdict.BREACH)).hasSize(141);
        assertThat(figures.lost()).hasSize(15);
        assertThat(figures.gained()).hasSize(6);
        Map<String, String> expected = documented("## Announced reading, during");
        expected.putAll(documented("## Reading without As-Suwayda, during"));
        assertThat(figures.verdictsByDifference()).isEqualTo(expected);
    }

    @Test
    void rowsInNeitherCount() {
        for (String reading : List.of("announced", "without-suwayda")) {
            assertThat(new Figures(reading, Window.BEFORE).openOutsideByReason())
                    .isEqualTo(Map.of("terms.place-country", 98, "terms.place-near-outside", 3));
            assertThat(new Figures(reading, Window.DURING).openOutsideByReason())
                    .isEqualTo(Map.of("terms.place-country", 17, "terms.place-near-outside", 1));
        }
    }

    @Test
    void fightingInWhichTheIslamicStateIsASideIsNeverABreach() {
        List<GedRows.Row> fights = rows.stream()
                .filter(row -> row.incident().reports().stream()
                        .anyMatch(GedFiguresTest::hasIslamicStateAsASide))
                .toList();
        assertThat(fights).hasSizeGreaterThan(6000);
        for (Terms.Clock clock : Terms.Clock.values()) {
            assertThat(fights.stream()
                            .flatMap(row -> terms.findings(row.incident(), clock).stream())
                            .filter(finding -> finding.verdict() != Verdict.NO_BREACH))
                    .isEmpty();
        }
    }

    @Test
    void everyReasonCanBeSaidInBothLanguages() {
        Set<String> said = new TreeSet<>();
        for (GedRows.Row row : rows) {
            for (Finding finding : terms.findings(row.incident(), Terms.Clock.AS_AGREED)) {
                finding.tests().forEach(test -> {
                    if (said.add(test.because().toString())) {
                        assertThat(Phrases.in("en").say(test.because())).doesNotContain("{");
                        assertThat(Phrases.in("ar").say(test.because())).doesNotContain("{");
                    }
                });
            }
        }
        assertThat(said).hasSizeGreaterThan(100);
    }

    private static boolean hasIslamicStateAsASide(Entry.Report report) {
        return report.participants() instanceof Participants.Fighting(String sideA, String sideB)
                && (sideA.equals("IS") || sideB.equals("IS"));
    }

    /** The rows of the dyad in one window, by plain counting and by the terms. */
    private static final class Figures {
        private final Map<String, Finding> findings = new TreeMap<>();
        private final Set<String> byPoint = new TreeSet<>();

        Figures(String reading, Window window) {
            List<double[]> line = line(reading);
            for (GedRows.Row row : rows) {
                if (!row.dyad().equals(DYAD) || !window.holds(row.start())) {
                    continue;
                }
                findings.put(
                        row.id(),
                        terms.findings(row.incident(), window.clock).stream()
                                .filter(finding -> finding.area().equals("south-west"))
                                .filter(finding ->
                                        finding.reading().orElseThrow().equals(reading))
                                .findFirst()
                                .orElseThrow());
                if (rayCast(row.incident().place().findPoint().orElseThrow(), line)) {
                    byPoint.add(row.id());
                }
            }
        }

        Set<String> of(Verdict verdict) {
            Set<String> ids = new TreeSet<>();
            findings.forEach((id, finding) -> {
                if (finding.verdict() == verdict) {
                    ids.add(id);
                }
            });
            return ids;
        }

        Set<String> lost() {
            Set<String> ids = new TreeSet<>(byPoint);
            ids.removeAll(of(Verdict.BREACH));
            return ids;
        }

        Set<String> gained() {
            Set<String> ids = of(Verdict.BREACH);
            ids.removeAll(byPoint);
            return ids;
        }

        Map<String, String> verdictsByDifference() {
            Set<String> differing = lost();
            differing.addAll(gained());
            Map<String, String> verdicts = new TreeMap<>();
            findings.forEach((id, finding) -> {
                if (differing.contains(id)) {
                    verdicts.put(id, finding.verdict().code());
                }
            });
            return verdicts;
        }

        Map<String, Integer> openOutsideByReason() {
            Map<String, Integer> counts = new TreeMap<>();
            findings.forEach((id, finding) -> {
                if (finding.verdict() == Verdict.UNDETERMINED && !byPoint.contains(id)) {
                    counts.merge(finding.because().getFirst().key(), 1, Integer::sum);
                }
            });
            return counts;
        }
    }

    /** The rows that a section of the reference page lists: GED id and verdict. */
    private static Map<String, String> documented(String heading) throws IOException {
        String page =
                Files.readString(SampleAgreements.root().resolve("docs/reference/ged-figures.md"));
        String section = page.substring(page.indexOf(heading + "\n"));
        int next = section.indexOf("\n## ");
        Matcher row = Pattern.compile("(?m)^\\| (\\d+) \\|[^|]+\\|[^|]+\\|[^|]+\\| ([a-z-]+) \\|")
                .matcher(next < 0 ? section : section.substring(0, next));
        Map<String, String> verdicts = new TreeMap<>();
        while (row.find()) {
            verdicts.put(row.group(1), row.group(2));
        }
        return verdicts;
    }

    private static List<double[]> line(String reading) {
        AreaReading found = terms.listReadings().stream()
                .filter(each -> each.reading().filter(reading::equals).isPresent())
                .findFirst()
                .orElseThrow();
        JsonNode ring = JsonMapper.builder()
                .build()
                .readTree(found.geometry())
                .path("coordinates")
                .path(0);
        List<double[]> points = new ArrayList<>();
        ring.forEach(point ->
                points.add(new double[] {point.path(0).asDouble(), point.path(1).asDouble()}));
        return points;
    }

    private static boolean rayCast(LatLon at, List<double[]> line) {
        boolean inside = false;
        for (int i = 1; i < line.size(); i++) {
            double[] a = line.get(i - 1);
            double[] b = line.get(i);
            boolean crosses = (a[1] > at.latDegrees()) != (b[1] > at.latDegrees());
            if (crosses
                    && at.lonDegrees()
                            < a[0] + (b[0] - a[0]) * (at.latDegrees() - a[1]) / (b[1] - a[1])) {
                inside = !inside;
            }
        }
        return inside;
    }
}
