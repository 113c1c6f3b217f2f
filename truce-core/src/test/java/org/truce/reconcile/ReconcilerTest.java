package org.truce.reconcile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.truce.reconcile.ReportsForTest.DAMASCUS;
import static org.truce.reconcile.ReportsForTest.FACTIONS;
import static org.truce.reconcile.ReportsForTest.alleged;
import static org.truce.reconcile.ReportsForTest.book;
import static org.truce.reconcile.ReportsForTest.by;

import org.junit.jupiter.api.Test;
import org.truce.base.EventType;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.reconcile.linkage.Evidence;
import org.truce.reconcile.linkage.Linkage;
import org.truce.reconcile.linkage.Settings;
import org.truce.reconcile.linkage.Standing;
import org.truce.reconcile.linkage.Ties;
import org.truce.record.Entry;
import org.truce.record.Participants;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class ReconcilerTest {
    private static final Participants FOUGHT = new Participants.Fighting("government", "factions");

    @Test
    void twoSourcesOfOneShellingMakeOneIncident() {
        List<Incident> incidents = reconcile(by("2", "SMART"), by("1", "SOHR"));

        assertThat(incidents).hasSize(1);
        Incident incident = incidents.getFirst();
        assertThat(incident.id()).isEqualTo("A:1");
        assertThat(incident.reports()).extracting(Entry.Report::id).containsExactly("1", "2");
        assertThat(incident.status()).isEqualTo(VerificationStatus.CORROBORATED);
        assertThat(incident.links()).hasSize(1);
        assertThat(incident.links().getFirst().because().stream().map(Phrases.in("en")::say))
                .satisfiesExactly(
                        said -> assertThat(said).startsWith("before anything is compared, odds of"),
                        said -> assertThat(said).startsWith("days overlap: 2017-07-10: ×"),
                        said -> assertThat(said).startsWith("points 0.0 km apart, against all"),
                        said -> assertThat(said).startsWith("both say artillery shelling: ×"),
                        said -> assertThat(said).startsWith("both name the same actor: ×"),
                        said -> assertThat(said).startsWith("both give the place one name"),
                        said -> assertThat(said).startsWith("more than one of the kind may have"),
                        said -> assertThat(said).startsWith("together, odds of").contains(" for "));
        assertThat(incident.probability()).isBetween(0.9, 1.0);
    }

    @Test
    void noReportsNoIncidents() {
        assertThat(reconcile()).isEmpty();
    }

    @Test
    void oneSourceTwiceOnOneDayIsTwoIncidents() {
        assertThat(groups(by("1", "SMART (via Microsyria)"), by("2", "SMART")))
                .containsExactly("1", "2");
        assertThat(groups(by("1", ""), by("2", ""))).as("withheld").containsExactly("1", "2");
    }

    @Test
    void daysThatDoNotMeetStayApart() {
        assertThat(amongOthers(by("1", "X"), day(by("2", "Y"), "2017-07-11", "2017-07-11")))
                .containsExactly("1", "2");
        assertThat(amongOthers(
                        day(by("1", "X"), "2017-07-09", "2017-07-10"),
                        day(by("2", "Y"), "2017-07-10", "2017-07-10")))
                .containsExactly("1+2");
    }

    @Test
    void whoKnowsTheHourKnowsItWell() {
        ReportsForTest noon = hour(by("1", "X"), "2017-07-10T12:00");
        double same = together(noon, hour(by("2", "Y"), "2017-07-10T12:59"));
        double day = together(noon, by("2", "Y"));
        double night = together(noon, hour(by("2", "Y"), "2017-07-10T23:00"));
        assertThat(same).isGreaterThan(day);
        assertThat(day).isGreaterThan(night);
    }

    @Test
    void placesThatAreNotNearStayApart() {
        ReportsForTest here = by("1", "X").at("Dael", "32.7600,36.13");
        assertThat(amongOthers(here, by("2", "Y").at("Da'el", "32.7630,36.13")))
                .containsExactly("1+2");
        // 0.27 degrees of latitude are 30 km.
        assertThat(amongOthers(here, by("2", "Y").at("Da'el", "33.0300,36.13")))
                .containsExactly("1", "2");
    }

    @Test
    void aNameWithoutAPointLiesWhereOthersPutIt() {
        ReportsForTest nowhere = by("2", "Y").where("Dael", Optional.empty(), PlacePrecision.TOWN);
        ReportsForTest before =
                day(by("0", "Z").at("Da'el", "32.76,36.13"), "2017-03-01", "2017-03-01");
        assertThat(amongOthers(before, by("1", "X").at("Dael", "32.76,36.13"), nowhere))
                .containsExactly("0", "1+2");
        assertThat(amongOthers(before, by("1", "X").at("Nawa", "33.20,36.04"), nowhere))
                .containsExactly("0", "1", "2");
    }

    @Test
    void aGovernorateIsNotATown() {
        ReportsForTest province = governorate(by("2", "Y"));
        ReportsForTest town = by("1", "X");
        assertThat(amongOthers(town.killed(60, 60), province.killed(55, 65)))
                .containsExactly("1+2");
        assertThat(together(town, province)).isLessThan(together(town, by("2", "Y")));
        assertThat(together(town.killed(0, 0), province.killed(60, 60)))
                .isLessThan(together(town.killed(60, 60), province.killed(60, 60)));
    }

    @Test
    void aNearMissOfTypeWeighsLessAgainstThanAFarOne() {
        double same = together(by("1", "X"), by("2", "Y"));
        double group = together(by("1", "X"), by("2", "Y").of(EventType.ROCKET));
        double force = together(by("1", "X"), by("2", "Y").of(EventType.AIRSTRIKE));
        double far = together(by("1", "X"), by("2", "Y").of(EventType.AID_DELIVERED));
        assertThat(same).isGreaterThan(group);
        assertThat(group).isGreaterThan(force);
        assertThat(force).isGreaterThan(far);
    }

    /** GED says that people died, and not of what. */
    @Test
    void whoNamesNoActIsComparedByTheRest() {
        ReportsForTest ged =
                by("2", "UCDP GED").of(EventType.LETHAL_EVENT).who(FOUGHT).killed(3, 3);
        assertThat(amongOthers(by("1", "X").killed(3, 3), ged)).containsExactly("1+2");
        assertThat(together(by("1", "X").killed(3, 3), ged))
                .isGreaterThan(together(by("1", "X").killed(40, 40), ged));
        assertThat(reconcile(by("3", "X").killed(3, 3), ged).getFirst().type())
                .as("the act that is named, though the other report comes first")
                .isEqualTo(EventType.ARTILLERY_SHELLING);
    }

    /** Two sides that accuse each other of one shelling speak of one shelling. */
    @Test
    void aNamedActorSpeaksForOneIncidentAndADifferentOneAgainst() {
        double same = together(by("1", "X"), by("2", "Y"));
        double unknown = together(by("1", "X"), by("2", "Y").who(alleged("unknown")));
        double shared = together(by("1", "X"), by("2", "Y").who(FOUGHT));
        double other = together(by("1", "X"), by("2", "Y").who(alleged(FACTIONS)));
        assertThat(same).isGreaterThan(unknown);
        assertThat(shared).isBetween(other, same);
        assertThat(unknown).isGreaterThan(other);
    }

    @Test
    void numbersThatAgreeSpeakForOneIncident() {
        double equal = together(by("1", "X").killed(7, 7), by("2", "Y").killed(7, 7));
        double near = together(by("1", "X").killed(7, 7), by("2", "Y").killed(6, 6));
        double unlike = together(by("1", "X").killed(7, 7), by("2", "Y").killed(0, 0));
        assertThat(equal).isGreaterThan(near);
        assertThat(near).isGreaterThan(unlike);
    }

    @Test
    void theNumbersChooseAmongOneSourcesReports() {
        assertThat(amongOthers(
                        by("1", "X").killed(0, 0),
                        by("2", "X").killed(30, 30),
                        by("3", "Y").killed(30, 30)))
                .containsExactly("1", "2+3");
    }

    /** Weighed by how common the coincidence would be there and then. */
    @Test
    void inATownShelledDailyTheSamePairIsWeaker() {
        List<ReportsForTest> busy = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String on = LocalDate.of(2017, 6, 10).plusDays(i).toString();
            if (!on.equals("2017-07-10")) {
                busy.add(day(by("b" + i, i % 2 == 0 ? "P" : "Q"), on, on));
            }
        }
        busy.add(by("1", "X"));
        busy.add(by("2", "Y"));
        assertThat(together(busy)).isLessThan(together(by("1", "X"), by("2", "Y")));
    }

    @Test
    void aMonthDoesNotChainDistantDays() {
        ReportsForTest late = day(by("2", "Y").killed(5, 5), "2017-07-20", "2017-07-20");
        ReportsForTest month = by("3", "Z")
                .when("2017-07-01", "2017-07-31", TimePrecision.MONTH)
                .killed(5, 5);
        assertThat(amongOthers(by("1", "X").killed(5, 5), late, month))
                .noneMatch(group -> group.contains("1") && group.contains("2"));
    }

    @Test
    void everyFactorIsSaidAndTogetherTheyAreTheOdds() {
        Incident incident = reconcile(
                        by("1", "X").killed(3, 4).counting(5),
                        by("2", "Y").killed(3, 3).counting(5))
                .getFirst();
        List<String> said = incident.links().getFirst().because().stream()
                .map(Phrases.in("en")::say)
                .toList();
        double odds = 1;
        for (String line : said.subList(1, said.size() - 1)) {
            odds *= Double.parseDouble(line.substring(line.indexOf('×') + 1));
        }
        Matcher before =
                Pattern.compile("odds of ([0-9.]+) to 1 (for|against)$").matcher(said.getFirst());
        assertThat(before.find()).as(said.getFirst()).isTrue();
        double prior = Double.parseDouble(before.group(1));
        odds = before.group(2).equals("for") ? odds * prior : odds / prior;
        Matcher after = Pattern.compile("odds of ([0-9.]+) to 1 for").matcher(said.getLast());
        assertThat(after.find()).as(said.getLast()).isTrue();
        assertThat(odds / Double.parseDouble(after.group(1))).isBetween(0.8, 1.25);
    }

    @Test
    void aMarkBindsAcrossTypesActorsAndOneSource() {
        assertThat(groups(
                        by("1", "X"),
                        day(by("2", "X").of(EventType.AIRSTRIKE), "2017-07-15", "2017-07-15")
                                .sameAs("1"),
                        by("3", "Z").who(alleged(FACTIONS)).of(EventType.OTHER).sameAs("2")))
                .containsExactly("1+2+3");
    }

    @Test
    void aMarkStandsInItsOwnRegisterAndMayLeadNowhere() {
        ReportsForTest marked = day(by("2", "Y"), "2017-08-10", "2017-08-10").sameAs("1");
        assertThat(groups(by("1", "X"), marked.in("B"))).containsExactly("1", "2");
        assertThat(groups(by("1", "X"), marked.sameAs("no such row"))).containsExactly("1", "2");
        assertThat(groups(by("1", "X").sameAs("1"))).containsExactly("1");
        assertThat(groups(by("1", "X").sameAs("2"), by("2", "X").sameAs("1")))
                .containsExactly("1+2");
    }

    @Test
    void theMarkIsTheFirstReason() {
        Incident incident =
                reconcile(by("R0012", "X"), by("R0013", "X").sameAs("R0012")).getFirst();
        assertThat(Phrases.in("en").say(incident.links().getFirst().because().getFirst()))
                .isEqualTo("the coder marked them as the same (same_as R0012)");
    }

    @Test
    void theMostExactReportGivesTimeAndPlace() {
        ReportsForTest exact = hour(by("2", "Y"), "2017-07-10T14:30")
                .where("Dael", Optional.of("32.761,36.131"), PlacePrecision.EXACT);
        Incident incident = reconcile(by("1", "X"), exact).getFirst();
        assertThat(incident.occurred().from().text()).isEqualTo("2017-07-10T14:30");
        assertThat(incident.place().precision()).isEqualTo(PlacePrecision.EXACT);
    }

    @Test
    void theTypeIsThatOfMostOrigins() {
        Incident incident = reconcile(
                        by("1", "X"),
                        by("2", "Y").of(EventType.ROCKET),
                        by("3", "Z").of(EventType.ROCKET))
                .getFirst();
        assertThat(incident.reports()).hasSize(3);
        assertThat(incident.type()).isEqualTo(EventType.ROCKET);
    }

    @Test
    void sortedByBeginningThenId() {
        List<Incident> incidents = reconcile(
                day(by("1", "X"), "2017-07-12", "2017-07-12"),
                by("3", "X").at("Nawa", "32.89,36.04"),
                by("2", "X"));
        assertThat(incidents).extracting(Incident::id).containsExactly("A:2", "A:3", "A:1");
    }

    @Test
    void twoReportsWithOneIdAreRefused() {
        assertThatThrownBy(() -> reconcile(by("1", "X"), by("1", "Y")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("one id");
    }

    private static ReportsForTest day(ReportsForTest report, String from, String to) {
        return report.when(from, to, TimePrecision.DAY);
    }

    private static ReportsForTest hour(ReportsForTest report, String at) {
        return report.when(at, at, TimePrecision.HOUR);
    }

    private static ReportsForTest governorate(ReportsForTest report) {
        return report.where(
                "Daraa province", Optional.of("32.75,36.20"), PlacePrecision.GOVERNORATE);
    }

    private static List<Incident> reconcile(ReportsForTest... reports) {
        return new Reconciler(book(), DAMASCUS)
                .reconcile(
                        Arrays.stream(reports).map(ReportsForTest::report).toList(),
                        new DecisionLog().decisions())
                .incidents();
    }

    /**
     * As {@link #groups}, with forty reports of other days and places beside them: a register in
     * which little happens.
     */
    private static List<String> amongOthers(ReportsForTest... reports) {
        return groups(withOthers(reports)).stream()
                .filter(group -> !group.startsWith("o"))
                .toList();
    }

    private static ReportsForTest[] withOthers(ReportsForTest... reports) {
        List<ReportsForTest> all = new ArrayList<>(List.of(reports));
        for (int i = 0; i < 40; i++) {
            String on = LocalDate.of(2017, 1, 1).plusDays(7L * i).toString();
            String point =
                    String.format(Locale.ROOT, "%.2f,%.2f", 32.5 + i % 7 * 0.1, 35.9 + i % 5 * 0.1);
            all.add(day(
                            by("o" + i, List.of("X", "Y", "P", "Q").get(i % 4))
                                    .at("Elsewhere " + i, point),
                            on,
                            on)
                    .of(EventType.values()[i % 17]));
        }
        return all.toArray(ReportsForTest[]::new);
    }

    /**
     * Logarithm of the odds that reports 1 and 2 are one incident, all others left aside, before
     * anything is learned of the sources; far below 0 where they stand apart.
     */
    private static double together(ReportsForTest... reports) {
        return together(List.of(withOthers(reports)));
    }

    private static double together(List<ReportsForTest> reports) {
        List<Traits> traits = Traits.list(
                reports.stream().map(ReportsForTest::report).toList(), book(), DAMASCUS);
        RegisterAccounts accounts = new RegisterAccounts(traits);
        Standing.Task task = accounts.task();
        Settings settings = task.settings();
        return Linkage.link(
                        accounts.rows(traits),
                        new Standing.Task(
                                task.sources(),
                                task.codings(),
                                new Settings(
                                        settings.sigmaKmAtFirst(),
                                        settings.reachDays(),
                                        0,
                                        settings.listed(),
                                        settings.given())),
                        Ties.NONE,
                        Runnable::run)
                .events()
                .stream()
                .flatMap(event -> event.links().stream())
                .filter(link -> link.one().equals("A:1") && link.other().equals("A:2"))
                .flatMap(link -> link.evidence().stream())
                .mapToDouble(Evidence::logOdds)
                .findFirst()
                .orElse(-100);
    }

    /** The reports' ids, joined where they stand in one incident. */
    private static List<String> groups(ReportsForTest... reports) {
        return reconcile(reports).stream()
                .map(incident -> String.join(
                        "+", incident.reports().stream().map(Entry.Report::id).toList()))
                .sorted()
                .toList();
    }
}
