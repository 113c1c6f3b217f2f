package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.truce.base.Circumstance;
import org.truce.base.Coded;
import org.truce.base.EventType;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.base.Weapon;
import org.truce.record.Channel;
import org.truce.record.ContributionKind;
import org.truce.record.DeploymentKind;
import org.truce.record.Fulfilment;
import org.truce.record.Influence;
import org.truce.record.Mandate;
import org.truce.record.NoticeAct;
import org.truce.record.NoticeReply;
import org.truce.record.PatrolOutcome;
import org.truce.record.PointState;
import org.truce.record.Presence;
import org.truce.record.Recurrence;
import org.truce.record.Severity;
import org.truce.record.Stage;
import org.truce.record.StatementKind;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** docs/reference/formats.md names every format, column and code that is read. */
final class FormatsPageTest {
    private static final String PAGE = new String(
            Taken.bytes(Taken.ROOT.resolve("docs/reference/formats.md")), StandardCharsets.UTF_8);

    private static String section(Format format) {
        int start = PAGE.indexOf("\n## " + format.code() + "\n");
        assertThat(start).as("section on %s", format.code()).isPositive();
        int end = PAGE.indexOf("\n## ", start + 1);
        return PAGE.substring(start, end < 0 ? PAGE.length() : end);
    }

    @Test
    void everyColumnIsDescribedInItsSection() {
        Map<Format, CsvTable> tables = Map.ofEntries(
                Map.entry(Format.REPORTS, new ReportsCsv()),
                Map.entry(Format.COVERAGE, new CoverageCsv()),
                Map.entry(Format.TALLIES, new TalliesCsv()),
                Map.entry(Format.TOTALS, new TotalsCsv()),
                Map.entry(Format.COUNTS, new CountsCsv()),
                Map.entry(Format.STATEMENTS, new StatementsCsv()),
                Map.entry(Format.GUARANTEES, new GuaranteesCsv()),
                Map.entry(Format.COMMITMENTS, new CommitmentsCsv()),
                Map.entry(Format.COMMITMENT_STATUS, new CommitmentStatusCsv()),
                Map.entry(Format.TALKS, new TalksCsv()),
                Map.entry(Format.DEPLOYMENTS, new DeploymentsCsv()),
                Map.entry(Format.CONTRIBUTIONS, new ContributionsCsv()),
                Map.entry(Format.FTS, new FtsCsv()),
                Map.entry(Format.HXL, new HxlCsv()),
                Map.entry(Format.NOTICES, new NoticesCsv()),
                Map.entry(Format.NOTICE_STEPS, new NoticeStepsCsv()),
                Map.entry(Format.SHIFT_LOG, new ShiftLogCsv()),
                Map.entry(Format.UCDP_GED, new UcdpGedCsv()));
        tables.forEach((format, table) -> {
            for (String column : table.columns()) {
                assertThat(section(format)).contains("`" + column + "`");
            }
        });
    }

    @Test
    void sectionsStandInTheOrderInWhichAFolderIsTakenIn() {
        List<Integer> places = new ArrayList<>();
        for (Format format : Format.values()) {
            places.add(PAGE.indexOf(section(format)));
        }
        assertThat(places).isSorted();
    }

    @Test
    void everyCodeIsNamed() {
        for (List<String> codes : List.of(
                Coded.listCodes(EventType.class),
                Coded.listCodes(TimePrecision.class),
                Coded.listCodes(PlacePrecision.class),
                Coded.listCodes(Weapon.class),
                Coded.listCodes(Circumstance.class))) {
            codes.forEach(code -> assertThat(section(Format.REPORTS)).contains("`" + code + "`"));
        }
        Coded.listCodes(StatementKind.class)
                .forEach(code -> assertThat(section(Format.STATEMENTS)).contains("`" + code + "`"));
        Map<Format, List<List<String>>> codes = Map.of(
                Format.GUARANTEES,
                List.of(Coded.listCodes(Influence.class)),
                Format.COMMITMENTS,
                List.of(Coded.listCodes(Recurrence.class)),
                Format.COMMITMENT_STATUS,
                List.of(Coded.listCodes(Fulfilment.class)),
                Format.TALKS,
                List.of(Coded.listCodes(Presence.class)),
                Format.DEPLOYMENTS,
                List.of(Coded.listCodes(DeploymentKind.class), Coded.listCodes(Mandate.class)),
                Format.CONTRIBUTIONS,
                List.of(Coded.listCodes(ContributionKind.class), Coded.listCodes(Stage.class)),
                Format.NOTICES,
                List.of(Coded.listCodes(Severity.class)),
                Format.NOTICE_STEPS,
                List.of(
                        Coded.listCodes(NoticeAct.class),
                        Coded.listCodes(NoticeReply.class),
                        Coded.listCodes(Channel.class)),
                Format.SHIFT_LOG,
                List.of(Coded.listCodes(PointState.class)),
                Format.COVERAGE,
                List.of(Coded.listCodes(PatrolOutcome.class)));
        codes.forEach((format, lists) -> lists.forEach(list ->
                list.forEach(code -> assertThat(section(format)).contains("`" + code + "`"))));
        for (Line.Flaw flaw : Line.Flaw.values()) {
            assertThat(PAGE).contains(flaw.problem());
        }
    }
}
