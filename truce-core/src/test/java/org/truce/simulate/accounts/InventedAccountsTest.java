package org.truce.simulate.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.truce.base.LatLon;
import org.truce.base.PlacePrecision;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Worlds are what their plans say. */
final class InventedAccountsTest {
    private static final int SIZE = 2_000;
    private static final long SEED = 11;

    private static List<InventedReport> reports(Preset preset) {
        return InventedAccounts.of(preset.plan(SIZE), SEED).reports();
    }

    private static double share(List<InventedReport> reports, Predicate<InventedReport> of) {
        return (double) reports.stream().filter(of).count() / reports.size();
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void aSeedGivesTheSameWorldAgainAndAnotherOneAnother(Preset preset) {
        WorldPlan plan = preset.plan(100);

        List<InventedReport> once = InventedAccounts.of(plan, SEED).reports();

        assertThat(InventedAccounts.of(plan, SEED).reports()).isEqualTo(once);
        assertThat(InventedAccounts.of(plan, SEED + 1).reports()).isNotEqualTo(once);
        assertThat(once).extracting(InventedReport::id).doesNotHaveDuplicates();
        assertThat(Preset.get(preset.code())).isEqualTo(preset);
    }

    @Test
    void theLargestSourceIsAsLargeAsAskedFor() {
        List<InventedReport> all = reports(Preset.UNEVEN_SOURCES);

        assertThat(all.size() * share(all, report -> report.source() == 0))
                .isCloseTo(SIZE, within(SIZE * 0.05));
        assertThat(all.size() * share(all, report -> report.source() == 4))
                .isCloseTo(SIZE / 18.0, within(SIZE * 0.03));
    }

    @Test
    void codesAreAsOftenWrongAsThePlanSays() {
        WorldPlan plan = Preset.FLAT.plan(SIZE);
        InventedAccounts invented = InventedAccounts.of(plan, SEED);
        Map<Integer, List<InventedReport>> byEvent =
                invented.reports().stream().collect(Collectors.groupingBy(InventedReport::event));
        Vocabulary types = plan.vocabularies().getFirst();
        List<Integer> rings = byEvent.values().stream()
                .filter(of -> of.size() > 1)
                .map(of -> types.ring(
                        of.get(0).codes().getFirst().orElseThrow(),
                        of.get(1).codes().getFirst().orElseThrow()))
                .toList();

        double same = rings.stream().filter(ring -> ring == 0).count() / (double) rings.size();

        // Both right, or both the same of two in ring 1, six in ring 2, eighteen in ring 3.
        double expected = 0.7 * 0.7 + 0.18 * 0.18 / 2 + 0.08 * 0.08 / 6 + 0.04 * 0.04 / 18;
        assertThat(same).isCloseTo(expected, within(0.04));
    }

    @Test
    void ringsCountTheLevelsUpToACommonOne() {
        Vocabulary tree = new Vocabulary("type", List.of(3, 3, 3), 0, false);

        assertThat(tree.ring(4, 4)).isEqualTo(0);
        assertThat(tree.ring(3, 5)).isEqualTo(1);
        assertThat(tree.ring(3, 8)).isEqualTo(2);
        assertThat(tree.ring(8, 9)).isEqualTo(3);
        assertThat(tree.path(14)).containsExactly("type3-14", "type2-4", "type1-1");
        assertThat(tree.coding().ring(3, 8)).isEqualTo(2);
    }

    @Test
    void aCopyIsWordForWordAndADayLaterWhereThatIsThePlan() {
        List<InventedReport> all = reports(Preset.COPY_LATE);
        List<InventedReport> copies =
                all.stream().filter(report -> report.copyOf().isPresent()).toList();

        assertThat(copies).hasSizeBetween((int) (SIZE * 0.6), (int) (SIZE * 0.8));
        for (InventedReport copy : copies) {
            InventedReport original = byId(all, copy.copyOf().orElseThrow());
            assertThat(copy.source()).isEqualTo(2);
            assertThat(original.source()).isEqualTo(0);
            assertThat(copy.point()).isEqualTo(original.point());
            assertThat(copy.codes()).isEqualTo(original.codes());
            assertThat(copy.from()).isEqualTo(original.from().plusDays(1));
        }
    }

    @Test
    void districtsAreTheMiddlesOfSquaresAndToldWhereThatIsThePlan() {
        List<InventedReport> untold = reports(Preset.DISTRICT_UNTOLD);
        List<InventedReport> told = reports(Preset.DISTRICT_TOLD);

        assertThat(share(told, report -> report.precision() == PlacePrecision.DISTRICT))
                .isCloseTo(0.3, within(0.03));
        assertThat(share(untold, InventedAccountsTest::inAMiddle)).isCloseTo(0.3, within(0.03));
        assertThat(untold).noneMatch(report -> report.precision() == PlacePrecision.DISTRICT);
    }

    private static boolean inAMiddle(InventedReport report) {
        LatLon point = report.point().orElseThrow();
        return point.equals(InventedAccounts.middle(point));
    }

    @Test
    void whatIsLeftOutIsLeftOut() {
        assertThat(share(reports(Preset.ACTORS_MISSING), r -> r.codes().get(1).isEmpty()))
                .isCloseTo(0.5, within(0.03));
        assertThat(share(reports(Preset.PLACELESS), r -> r.point().isEmpty()))
                .isCloseTo(0.1, within(0.02));
        assertThat(share(reports(Preset.MONTHS), r -> r.from().isBefore(r.to())))
                .isCloseTo(0.25, within(0.03));
        assertThat(share(
                        reports(Preset.MONTHS),
                        r -> r.from().isBefore(r.to()) && r.from().getDayOfMonth() != 1))
                .isZero();
    }

    @Test
    void burstsHoldHalfOfTheEvents() {
        double inBursts = share(
                reports(Preset.BURSTS),
                report -> WorldPlan.inBurst((int) (report.from().toEpochDay()
                        - InventedAccounts.FIRST_DAY.toEpochDay()
                        + WorldPlan.BURST_EVERY_DAYS)));

        // A day given one early or late leaves a burst of five days now and then.
        assertThat(inBursts).isBetween(0.42, 0.54);
    }

    @Test
    void aSourceThatReportsTwiceDoesSoInOtherWords() {
        List<InventedReport> all = reports(Preset.TWICE);
        List<InventedReport> again =
                all.stream().filter(report -> report.id().endsWith("again")).toList();

        assertThat((double) again.size() / (all.size() - again.size()))
                .isCloseTo(0.1, within(0.02));
        assertThat(again)
                .allMatch(report -> !report.point()
                        .equals(byId(all, report.id().replace("again", "")).point()));
    }

    private static InventedReport byId(List<InventedReport> all, String id) {
        return all.stream().filter(report -> report.id().equals(id)).findFirst().orElseThrow();
    }
}
