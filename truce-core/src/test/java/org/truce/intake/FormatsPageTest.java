package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.truce.base.Circumstance;
import org.truce.base.Coded;
import org.truce.base.EventType;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.base.Weapon;
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
        Map<Format, CsvTable> tables = Map.of(
                Format.REPORTS, new ReportsCsv(),
                Format.TALLIES, new TalliesCsv(),
                Format.TOTALS, new TotalsCsv(),
                Format.COUNTS, new CountsCsv(),
                Format.STATEMENTS, new StatementsCsv(),
                Format.UCDP_GED, new UcdpGedCsv());
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
        for (Line.Flaw flaw : Line.Flaw.values()) {
            assertThat(PAGE).contains(flaw.problem());
        }
    }
}
