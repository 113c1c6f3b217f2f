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
import org.truce.record.Entry;
import org.truce.record.Participants;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

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
                .containsExactly(
                        "days overlap: 2017-07-10",
                        "places 0.0 km apart, within 5 km",
                        "both say artillery shelling",
                        "both name the same actor");
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
    void daysThatTouchStayApartAndAStatedStretchReaches() {
        assertThat(groups(by("1", "X"), day(by("2", "Y"), "2017-07-11", "2017-07-11")))
                .containsExactly("1", "2");
        assertThat(groups(
                        day(by("1", "X"), "2017-07-09", "2017-07-10"),
                        day(by("2", "Y"), "2017-07-10", "2017-07-10")))
                .containsExactly("1+2");
    }

    @Test
    void beginningsAWholeDayApartAreNotOne() {
        assertThat(groups(
                        day(by("1", "X"), "2017-07-09", "2017-07-12"),
                        day(by("2", "Y"), "2017-07-11", "2017-07-11")))
                .containsExactly("1", "2");
    }

    @Test
    void hoursMeetWithinTheHourOnly() {
        ReportsForTest noon = hour(by("1", "X"), "2017-07-10T12:00");
        assertThat(groups(noon, hour(by("2", "Y"), "2017-07-10T12:59"))).containsExactly("1+2");
        assertThat(groups(noon, hour(by("2", "Y"), "2017-07-10T13:00"))).containsExactly("1", "2");
        assertThat(groups(noon, by("2", "Y"))).as("hour and day").containsExactly("1+2");
    }

    @Test
    void theSameNameMeetsWithinFiveKilometres() {
        // 0.0449 degrees of latitude are 4.993 km, 0.0451 are 5.015 km.
        ReportsForTest here = by("1", "X").at("Dael", "32.7600,36.13");
        assertThat(groups(here, by("2", "Y").at("Da'el", "32.8049,36.13"))).containsExactly("1+2");
        assertThat(groups(here, by("2", "Y").at("Da'el", "32.8051,36.13")))
                .containsExactly("1", "2");
    }

    @Test
    void aDistrictPointReachesNoFurtherThanItsRadius() {
        // 25 km are 0.2248 degrees of latitude; the name alone would agree.
        ReportsForTest lajat = by("1", "X")
                .where("Lajat", Optional.of("32.75,36.33"), PlacePrecision.DISTRICT)
                .killed(5, 5);
        ReportsForTest near = by("2", "Y").at("Ib (Lajat)", "32.97,36.33").killed(5, 5);
        ReportsForTest far = by("2", "Y").at("Ib (Lajat)", "32.98,36.33").killed(5, 5);
        assertThat(groups(lajat, near)).containsExactly("1+2");
        assertThat(groups(lajat, far)).containsExactly("1", "2");
    }

    @Test
    void aQuarterAndItsCityNeedPeopleWhoAgree() {
        ReportsForTest city = by("1", "X").at("Daraa city", "32.62,36.10");
        ReportsForTest quarter = by("2", "Y").at("Daraa al-Balad", "32.61,36.10");
        assertThat(groups(city, quarter)).containsExactly("1", "2");
        assertThat(groups(city.killed(1, 1), quarter.killed(1, 2))).containsExactly("1+2");
        assertThat(groups(city.killed(0, 0), quarter.killed(0, 0))).containsExactly("1", "2");
    }

    @Test
    void unlikeNamesMeetWithinOneKilometreAndOnlyByNumbers() {
        // 0.0089 degrees of latitude are 0.990 km, 0.0091 are 1.012 km.
        ReportsForTest here = by("1", "X").at("Manshiya", "32.6100,36.09").killed(2, 2);
        assertThat(groups(here, by("2", "Y").at("Balad", "32.6189,36.09").killed(2, 2)))
                .containsExactly("1+2");
        assertThat(groups(here, by("2", "Y").at("Balad", "32.6189,36.09")))
                .containsExactly("1", "2");
        assertThat(groups(here, by("2", "Y").at("Balad", "32.6191,36.09").killed(2, 2)))
                .containsExactly("1", "2");
    }

    @Test
    void withoutAPointOnlyAPersonJoins() {
        ReportsForTest nowhere = by("2", "Y").where("Dael", Optional.empty(), PlacePrecision.TOWN);
        assertThat(groups(by("1", "X"), nowhere)).containsExactly("1", "2");
        assertThat(groups(by("1", "X"), nowhere.sameAs("1"))).containsExactly("1+2");
    }

    @Test
    void aGovernorateIsNotATown() {
        ReportsForTest province = governorate(by("2", "Y"));
        assertThat(groups(by("1", "X"), province)).containsExactly("1", "2");
        assertThat(groups(by("1", "X").killed(15, 15), province.killed(14, 16)))
                .containsExactly("1+2");
        assertThat(groups(by("1", "X").killed(2, 2), province.killed(2, 2)))
                .as("two dead are no rarity")
                .containsExactly("1", "2");
        assertThat(groups(
                        by("1", "X").inGovernorate("Quneitra").killed(15, 15),
                        province.killed(15, 15)))
                .containsExactly("1", "2");
    }

    @Test
    void twoGovernorateRowsMeetUnlessOneSourceHasTwoThatFit() {
        ReportsForTest one = governorate(by("1", "X"));
        ReportsForTest other = governorate(by("2", "Y")).inGovernorate("Deraa Governorate");
        assertThat(groups(one, other)).containsExactly("1+2");
        assertThat(groups(one, other, governorate(by("3", "Y")))).containsExactly("1", "2", "3");
    }

    @Test
    void aCountryIsNoPlace() {
        ReportsForTest one =
                by("1", "X").where("Daraa", Optional.of("32.62,36.10"), PlacePrecision.COUNTRY);
        assertThat(groups(one.killed(15, 15), governorate(by("2", "Y")).killed(15, 15)))
                .containsExactly("1", "2");
    }

    @Test
    void typesMeetInTheirGroup() {
        assertThat(groups(by("1", "X"), by("2", "Y").of(EventType.ROCKET))).containsExactly("1+2");
        assertThat(groups(by("1", "X"), by("2", "Y").of(EventType.AIRSTRIKE)))
                .containsExactly("1", "2");
        assertThat(groups(
                        by("1", "X").of(EventType.AID_DELIVERED),
                        by("2", "Y").of(EventType.ACCESS_DENIED)))
                .as("opposites in one group")
                .containsExactly("1", "2");
    }

    @Test
    void aLethalEventMeetsAnActOnlyByItsDead() {
        ReportsForTest ged =
                by("2", "UCDP GED").of(EventType.LETHAL_EVENT).who(FOUGHT).killed(1, 3);
        assertThat(groups(by("1", "X"), ged)).as("no dead stated").containsExactly("1", "2");
        assertThat(groups(by("1", "X").killed(4, 4), ged)).containsExactly("1", "2");
        assertThat(groups(by("1", "X").killed(0, 0), ged)).containsExactly("1", "2");
        assertThat(groups(by("1", "X").killed(3, 3), ged)).containsExactly("1+2");
        assertThat(reconcile(by("3", "X").killed(3, 3), ged).getFirst().type())
                .as("the act that is named, though the other report comes first")
                .isEqualTo(EventType.ARTILLERY_SHELLING);
    }

    @Test
    void otherMeetsOtherOnlyWithAnActorAndWithoutARival() {
        ReportsForTest one = by("1", "X").of(EventType.OTHER);
        ReportsForTest other = by("2", "Y").of(EventType.OTHER);
        assertThat(groups(one, by("2", "Y"))).containsExactly("1", "2");
        assertThat(groups(one, other)).containsExactly("1+2");
        assertThat(groups(one, other.who(alleged("unknown")))).containsExactly("1", "2");
        assertThat(groups(one, other, by("3", "Y").of(EventType.OTHER)))
                .containsExactly("1", "2", "3");
    }

    @Test
    void actorsMustNotContradict() {
        ReportsForTest one = by("1", "X");
        assertThat(groups(one, by("2", "Y").who(alleged(FACTIONS)))).containsExactly("1", "2");
        assertThat(groups(one, by("2", "Y").who(alleged("unknown")))).containsExactly("1+2");
        assertThat(groups(one, by("2", "Y").who(FOUGHT))).containsExactly("1+2");
        assertThat(groups(one, by("2", "Y").who(alleged("both sides")))).containsExactly("1+2");
        assertThat(groups(one, by("2", "Y").who(new Participants.Fighting("factions", "isil"))))
                .containsExactly("1", "2");
    }

    @Test
    void anUnknownActorDoesNotBridgeTwoSides() {
        List<String> groups = groups(
                by("1", "X"),
                by("2", "Y").who(alleged("unknown")),
                by("3", "Z").who(alleged(FACTIONS)));
        assertThat(groups).containsExactly("1+2", "3");
    }

    @Test
    void aTownShelledTwiceADayIsTwoIncidentsWhenTheNumbersSaySo() {
        assertThat(groups(by("1", "X").killed(1, 1), by("2", "Y").killed(4, 4)))
                .as("a toll that rose")
                .containsExactly("1+2");
        assertThat(groups(by("1", "X").killed(1, 1), by("2", "Y").killed(5, 5)))
                .containsExactly("1", "2");
        assertThat(groups(by("1", "X").counting(2), by("2", "Y").counting(8)))
                .containsExactly("1", "2");
        assertThat(groups(by("1", "X").killed(0, 0), by("2", "Y").killed(1, 1)))
                .containsExactly("1+2");
    }

    @Test
    void theNumbersChooseAmongOneSourcesReports() {
        assertThat(groups(
                        by("1", "X").killed(3, 3),
                        by("2", "X").killed(7, 7),
                        by("3", "Y").killed(7, 7)))
                .containsExactly("1", "2+3");
    }

    @Test
    void aWeekDoesNotMeetADayWithoutPeopleWhoAgree() {
        ReportsForTest week = by("2", "Y").when("2017-07-08", "2017-07-14", TimePrecision.WEEK);
        assertThat(groups(by("1", "X").counting(20), week.counting(20))).containsExactly("1", "2");
        assertThat(groups(by("1", "X").killed(3, 3), week.killed(3, 3))).containsExactly("1+2");
    }

    @Test
    void aMonthDoesNotChainDistantDays() {
        ReportsForTest early = by("1", "X").killed(5, 5);
        ReportsForTest late = day(by("2", "Y").killed(5, 5), "2017-07-20", "2017-07-20");
        ReportsForTest month = by("3", "Z")
                .when("2017-07-01", "2017-07-31", TimePrecision.MONTH)
                .killed(5, 5);
        assertThat(groups(early, late, month)).containsExactly("1+3", "2");
    }

    @Test
    void aChainOfPlacesDoesNotReachFurtherThanItsRadius() {
        // Each 3.9 km from the next; the ends, 7.8 km apart, may not stand together.
        List<String> groups = groups(
                by("1", "X").at("Dael", "32.760,36.13"),
                by("2", "Y").at("Dael", "32.795,36.13"),
                by("3", "Z").at("Dael", "32.830,36.13"));
        assertThat(groups).containsExactly("1+2", "3");
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
        ReportsForTest marked = by("2", "Y").of(EventType.AIRSTRIKE).sameAs("1");
        assertThat(groups(by("1", "X"), marked.in("B"))).containsExactly("1", "2");
        assertThat(groups(by("1", "X"), by("2", "Y").of(EventType.AIRSTRIKE).sameAs("no such row")))
                .containsExactly("1", "2");
        assertThat(groups(by("1", "X").sameAs("1"))).containsExactly("1");
        assertThat(groups(by("1", "X").sameAs("2"), by("2", "X").sameAs("1")))
                .containsExactly("1+2");
    }

    @Test
    void aThirdReportMustFitAllThatAMarkHolds() {
        ReportsForTest raid = by("2", "Y").of(EventType.AIRSTRIKE).sameAs("1");
        assertThat(groups(by("1", "X"), raid, by("3", "Z"))).containsExactly("1+2", "3");
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
                        new DecisionLog().decisions());
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
