package org.truce.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.truce.assess.Evidence;
import org.truce.base.Phrase;
import org.truce.base.Truth;
import org.truce.reconcile.Incident;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The worked agreements, taken in as a user's files are: every incident against every prohibition
 * under every reading comes to the finding that somebody expected and gave reasons for.
 */
final class WorkedAgreementsTest {
    private static final Path FOLDER = SampleAgreements.root().resolve("samples/agreements");

    /** What is expected of one incident, prohibition and place under one reading. */
    private record Expected(
            String incident, String provision, String at, String reading, String finding) {}

    static Stream<Path> agreements() throws IOException {
        try (Stream<Path> folders = Files.list(FOLDER)) {
            return folders.filter(Files::isDirectory).sorted().toList().stream();
        }
    }

    @Test
    void thereAreNine() throws IOException {
        assertThat(agreements()).hasSize(9);
    }

    private static Evidence evidence(Path folder) throws IOException {
        Written written = new Written();
        for (String file : List.of("agreement.yaml", "areas.geojson", "reports.csv")) {
            written.with(Files.readString(folder.resolve(file)));
        }
        return written.evidence();
    }

    private static List<Map<?, ?>> rows(Path folder) throws IOException {
        Object read = new Load(LoadSettings.builder().build())
                .loadFromString(Files.readString(folder.resolve("expected.yaml")));
        List<Map<?, ?>> rows = new ArrayList<>();
        for (Object row : (List<?>) Objects.requireNonNull(((Map<?, ?>) read).get("findings"))) {
            rows.add((Map<?, ?>) row);
        }
        return rows;
    }

    private static String text(Map<?, ?> row, String key) {
        return Optional.ofNullable(row.get(key)).map(Object::toString).orElse("");
    }

    private static Expected expected(Map<?, ?> row) {
        return new Expected(
                text(row, "incident"),
                text(row, "provision"),
                text(row, "at"),
                text(row, "reading"),
                text(row, "finding"));
    }

    private static Expected found(Finding finding) {
        return new Expected(
                finding.incidentId().substring(Written.REGISTER.length() + 1),
                finding.provision(),
                finding.area(),
                finding.reading().orElse(""),
                finding.verdict().code());
    }

    private static List<Finding> findings(Evidence evidence) {
        List<Finding> findings = new ArrayList<>();
        for (Incident incident : evidence.listIncidents()) {
            assertThat(incident.reports())
                    .as("reports apart are incidents apart")
                    .hasSize(1);
            findings.addAll(evidence.findings(incident, Terms.Clock.AS_AGREED));
        }
        return findings;
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void everyFindingIsTheOneExpected(Path folder) throws IOException {
        List<Finding> findings = findings(evidence(folder));
        assertThat(findings.stream().map(WorkedAgreementsTest::found))
                .containsExactlyInAnyOrderElementsOf(rows(folder).stream()
                        .map(WorkedAgreementsTest::expected)
                        .toList());
    }

    /** The tests that failed, or else were open, are those that the reasoning rests on. */
    @ParameterizedTest
    @MethodSource("agreements")
    void everyFindingIsDecidedByWhatIsSaidToDecideIt(Path folder) throws IOException {
        List<Finding> findings = findings(evidence(folder));
        for (Map<?, ?> row : rows(folder)) {
            Finding finding = findings.stream()
                    .filter(one -> found(one).equals(expected(row)))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError(row));
            List<String> weakest = finding.verdict() == Verdict.BREACH
                    ? List.of()
                    : finding.tests().stream()
                            .filter(test -> test.holds()
                                    == (finding.verdict() == Verdict.NO_BREACH
                                            ? Truth.NO
                                            : Truth.UNKNOWN))
                            .map(test -> test.aspect().code())
                            .toList();
            List<?> said = row.get("decided-by") instanceof List<?> list ? list : List.of();
            assertThat(weakest).as("%s", row).isEqualTo(said);
            assertThat(text(row, "because")).as("%s", row).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("agreements")
    void whatIsOpenSaysWhatWouldHaveToBeKnown(Path folder) throws IOException {
        for (Finding finding : findings(evidence(folder))) {
            assertThat(finding.listNeeded().isEmpty())
                    .isEqualTo(finding.verdict() != Verdict.UNDETERMINED);
            assertThat(finding.listNeeded().stream().map(Phrase::key))
                    .allSatisfy(key -> assertThat(key).startsWith("terms.needed-"));
        }
    }

    /** Among all of them, every verdict and every test that may decide one is there. */
    @Test
    void togetherTheyUseEveryTest() throws IOException {
        TreeSet<String> deciding = new TreeSet<>();
        for (Path folder : agreements().toList()) {
            for (Map<?, ?> row : rows(folder)) {
                if (row.get("decided-by") instanceof List<?> list) {
                    list.forEach(aspect -> deciding.add(text(row, "finding") + " " + aspect));
                }
            }
        }
        assertThat(deciding)
                .contains(
                        "no-breach act",
                        "no-breach weapon",
                        "no-breach parties",
                        "no-breach not-exempt",
                        "no-breach place",
                        "no-breach time",
                        "undetermined act",
                        "undetermined weapon",
                        "undetermined parties",
                        "undetermined not-exempt",
                        "undetermined place",
                        "undetermined time");
    }
}
