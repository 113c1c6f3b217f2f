package org.truce.terms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.assess.Evidence;
import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.base.Truth;

import java.util.List;

/**
 * What the language of agreements can say beyond who, what, where and since when, on an invented
 * agreement: a line along the 48th parallel from west to east, north of it the reds, south of it
 * the blues. A degree of latitude is 111.195 km.
 */
final class LanguageTest {
    private static final String COLUMNS = "report_id,source,source_url,published,occurred_from,"
            + "occurred_to,date_precision,place_name,admin1,lat,lon,place_precision,event_type,"
            + "alleged_actor,target,killed_min,killed_max,quality,same_as,weapon,calibre_mm,"
            + "circumstance\n";
    private static final String AREAS = """
        {"type": "FeatureCollection", "features": [
          {"type": "Feature", "id": "contact", "properties":
              {"line": "contact", "name": "Line of contact", "left": "reds", "right": "blues",
               "precision_km": 1},
           "geometry": {"type": "LineString", "coordinates": [[37, 48], [39, 48]]}},
          {"type": "Feature", "id": "square", "properties":
              {"area": "square", "name": "The square", "precision_km": 1},
           "geometry": {"type": "Polygon",
              "coordinates": [[[37, 47], [39, 47], [39, 49], [37, 49], [37, 47]]]}}]}
        """;
    private static final String AGREEMENT = """
        truce-agreement: 1
        id: a-truce
        title: {en: A truce}
        zone: UTC
        in-force-from: 2020-01-01
        parties: [reds, blues]
        areas: [{area: square, readings: [{}]}]
        lines: [{line: contact, readings: [{}]}]
        actors:
          - {id: reds, name: {en: Reds}}
          - {id: blues, name: {en: Blues}}
          - {id: civilians, name: {en: civilians}, aliases: [residents]}
        provisions:
          - id: it
            kind: prohibition
            text: {en: It.}
            certainty: text
            sources: [article 1]
        """;

    private static Evidence evidence(String provision, String row) {
        return new Written()
                .with(AREAS)
                .with(AGREEMENT + provision.indent(4))
                .with(COLUMNS + row + "\n")
                .evidence();
    }

    private static Finding finding(String provision, String row) {
        List<Finding> findings = Written.findings(evidence(provision, row), "R");
        assertThat(findings).hasSize(1);
        return findings.getFirst();
    }

    private static Finding.Test test(Finding finding, Finding.Aspect aspect) {
        return finding.tests().stream()
                .filter(test -> test.aspect() == aspect)
                .findFirst()
                .orElseThrow();
    }

    /** One report, of its day at its point, in the middle of the square where nothing is said. */
    private static String row(String type, String actor, String target, String further) {
        return row("2020-02-01", "48.5,38,exact", type, actor, target, further);
    }

    private static String row(
            String when, String place, String type, String actor, String target, String further) {
        return "R,somebody,,,%s,,,a place,,%s,%s,%s,%s,,,direct,,%s"
                .formatted(when, place, type, actor, target, further);
    }

    @ParameterizedTest
    @CsvSource({
        // what the report says | over 100 mm | from 100 mm | a mortar from 120 mm
        "artillery-shelling, 'artillery-gun,122', YES, YES, NO",
        "artillery-shelling, 'artillery-gun,100', NO, YES, NO",
        "artillery-shelling, 'anti-tank,100.001', YES, YES, NO",
        "artillery-shelling, ',', UNKNOWN, UNKNOWN, UNKNOWN",
        "artillery-shelling, ',152', YES, YES, UNKNOWN",
        "mortar, ',120', YES, YES, YES",
        "mortar, ',82', NO, NO, NO",
        "mortar, ',', UNKNOWN, UNKNOWN, UNKNOWN",
        "small-arms-fire, ',', NO, NO, NO",
        "heavy-machine-gun, ',', NO, NO, NO",
        "movement-of-forces, 'mortar,', UNKNOWN, UNKNOWN, UNKNOWN",
        "movement-of-forces, ',', UNKNOWN, UNKNOWN, UNKNOWN",
        "ied, ',', UNKNOWN, UNKNOWN, NO",
    })
    void aWeaponIsMeantByItsKindAndCalibre(
            String type, String weapon, Truth over, Truth atLeast, Truth mortar) {
        String row = row(type, "reds", "", weapon + ",");
        for (var expected : List.of(
                new Object[] {"calibre-over-mm: 100", over},
                new Object[] {"calibre-at-least-mm: 100", atLeast},
                new Object[] {"kind: mortar, calibre-at-least-mm: 120", mortar})) {
            Finding finding = finding("""
                acts: [shelling, ground-fire, movement, explosive-device]
                by: [reds]
                areas: [square]
                weapons: [{%s}]
                """.formatted(expected[0]), row);
            assertThat(test(finding, Finding.Aspect.WEAPON).holds())
                    .as("%s", expected[0])
                    .isEqualTo(expected[1]);
        }
    }

    @Test
    void oneOfSeveralWeaponsIsEnough() {
        String both = """
            acts: [shelling]
            by: [reds]
            areas: [square]
            weapons: [{kind: artillery-gun, calibre-at-least-mm: 100}, {kind: rocket-launcher}]
            """;
        assertThat(finding(both, row("rocket", "reds", "", "rocket-launcher,,")).verdict())
                .isEqualTo(Verdict.BREACH);
        assertThat(finding(both, row("mortar", "reds", "", "mortar,82,")).verdict())
                .isEqualTo(Verdict.NO_BREACH);
        assertThat(finding(both, row("rocket", "reds", "", ",,")).verdict())
                .as("a rocket may be a missile")
                .isEqualTo(Verdict.UNDETERMINED);
    }

    @ParameterizedTest
    @CsvSource({
        // latitude, precision, zone, holds; 0.1 degrees are 11.1 km, 0.135 are 15.01
        "48.1, exact, 'within-km: 15', YES",
        "47.9, exact, 'within-km: 15', YES",
        "48.2, exact, 'within-km: 15', NO",
        "48.135, exact, 'within-km: 15', UNKNOWN",
        "48.1, district, 'within-km: 15', UNKNOWN",
        "48.1, exact, 'side-of: reds', YES",
        "48.1, exact, 'side-of: blues', NO",
        "47.9, exact, 'side-of: blues', YES",
        "48.005, exact, 'side-of: reds', UNKNOWN",
        "48.1, exact, 'within-km: 15, side-of: reds', YES",
        "47.9, exact, 'within-km: 15, side-of: reds', NO",
        "48.2, exact, 'within-km: 15, side-of: reds', NO",
        "48.135, exact, 'within-km: 15, side-of: reds', UNKNOWN",
        "48.1, exact, 'side-of: civilians', UNKNOWN",
        ", governorate, 'within-km: 15', UNKNOWN",
    })
    void aPlaceIsSeenFromALine(String lat, String precision, String zone, Truth holds) {
        String place = lat == null ? ",," + precision : lat + ",38," + precision;
        Finding finding = finding(
                """
                acts: [movement]
                by: [reds]
                lines: [{line: contact, %s}]
                """.formatted(zone),
                row("2020-02-01", place, "movement-of-forces", "reds", "", ",,"));
        assertThat(finding.area()).isEqualTo("contact");
        assertThat(test(finding, Finding.Aspect.PLACE).holds()).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "reds, blues, YES",
        "reds, residents, NO",
        "reds, a school, UNKNOWN",
        "reds, , UNKNOWN",
        "blues, reds, NO",
        "greens, blues, UNKNOWN",
        "unknown, blues, UNKNOWN",
    })
    void whoMustNotAndAgainstWhom(String actor, String target, Truth holds) {
        Finding finding = finding("""
            acts: [shelling]
            by: [reds]
            against: [blues]
            areas: [square]
            """, row("mortar", actor, target == null ? "" : target, ",,"));
        assertThat(test(finding, Finding.Aspect.PARTIES).holds()).isEqualTo(holds);
    }

    /** Of two that fought nobody is said to have begun. */
    @ParameterizedTest
    @CsvSource({
        "'by: [reds, blues]', YES",
        "'by: [reds]', UNKNOWN",
        "'by: [reds]\nagainst: [blues]', UNKNOWN",
        "'by: [civilians]', NO",
    })
    void aFightBreaksItForSureOnlyAmongTheBound(String who, Truth holds) {
        Evidence evidence = new Written()
                .with(AREAS)
                .with(AGREEMENT.replace(
                                "provisions:",
                                "labels: [{text: both sides, between: [reds, blues]}]\nprovisions:")
                        + "acts: [ground-fire]\nareas: [square]\n".indent(4)
                        + who.indent(4))
                .with(COLUMNS + row("armed-clash", "both sides", "", ",,") + "\n")
                .evidence();
        assertThat(test(Written.findings(evidence, "R").getFirst(), Finding.Aspect.PARTIES)
                        .holds())
                .isEqualTo(holds);
    }

    @Test
    void whatPrevailsIsSaidWhereItComesToAnotherFinding() {
        String older = AGREEMENT + """
            acts: [shelling]
            by: [reds]
            areas: [square]
            """.indent(4);
        String newer = older.replace("id: a-truce", "id: b-truce")
                .replace("title: {en: A truce}", "title: {en: The newer}")
                .replace("zone: UTC", "zone: UTC\nprevails-over: [a-truce]")
                .replace("acts: [shelling]", "acts: [overflight]");
        Evidence evidence = new Written()
                .with(AREAS)
                .with(older)
                .with(newer)
                .with(COLUMNS + row("mortar", "reds", "", ",,") + "\n")
                .evidence();
        List<Finding> findings = Written.findings(evidence, "R");
        assertThat(findings)
                .extracting(Finding::agreement, Finding::verdict)
                .containsExactly(
                        tuple("a-truce", Verdict.BREACH), tuple("b-truce", Verdict.NO_BREACH));
        assertThat(findings.getFirst().cautions().stream().map(Phrases.in("en")::say))
                .containsExactly(
                        "“The newer” prevails over this agreement and comes to another finding.");
        assertThat(findings.getLast().cautions()).isEmpty();
    }

    /** One that has not begun prevails over nothing yet. */
    @Test
    void whatDoesNotApplyDoesNotPrevail() {
        String older = AGREEMENT + """
            acts: [shelling]
            by: [reds]
            areas: [square]
            """.indent(4);
        String newer = older.replace("id: a-truce", "id: b-truce")
                .replace("zone: UTC", "zone: UTC\nprevails-over: [a-truce]")
                .replace("in-force-from: 2020-01-01", "in-force-from: 2021-01-01");
        Evidence evidence = new Written()
                .with(AREAS)
                .with(older)
                .with(newer)
                .with(COLUMNS + row("mortar", "reds", "", ",,") + "\n")
                .evidence();
        assertThat(Written.findings(evidence, "R"))
                .allSatisfy(finding -> assertThat(finding.cautions()).isEmpty());
    }

    @Test
    void civiliansMayBeWhomItProtects() {
        String provision = """
            acts: [violence-against-civilians]
            by: [reds, blues]
            against: [civilians]
            areas: [square]
            """;
        String type = "violence-against-civilians";
        assertThat(finding(provision, row(type, "blues", "residents", ",,")).verdict())
                .isEqualTo(Verdict.BREACH);
        assertThat(finding(provision, row(type, "blues", "reds", ",,")).verdict())
                .isEqualTo(Verdict.NO_BREACH);
    }

    @Test
    void whoeverIsHitWhereNobodyIsNamed() {
        String provision = "acts: [overflight]\nby: [reds]\nareas: [square]\n";
        assertThat(finding(provision, row("air-violation", "reds", "", ",,")).verdict())
                .isEqualTo(Verdict.BREACH);
        assertThat(finding(provision, row("air-violation", "blues", "", ",,")).verdict())
                .isEqualTo(Verdict.NO_BREACH);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-02-01T10:00, YES",
        "2020-02-01T08:00, YES",
        "2020-02-01T13:30, UNKNOWN",
        "2020-02-01T14:00, NO",
        "2020-02-01T20:00, NO",
        "2020-02-01, UNKNOWN",
        "2019-12-31T10:00, NO",
    })
    void hoursOfTheDay(String when, Truth holds) {
        Finding finding = finding("""
            acts: [shelling]
            by: [reds]
            areas: [square]
            hours: {from: 08:00, to: 14:00}
            """, row(when, "48.5,38,exact", "mortar", "reds", "", ",,"));
        assertThat(test(finding, Finding.Aspect.TIME).holds()).isEqualTo(holds);
    }

    /** An hour that begins at half past 21 or half past 5 reaches over an end of the window. */
    @ParameterizedTest
    @CsvSource({
        "2020-02-01T21:30, UNKNOWN",
        "2020-02-01T22:15, YES",
        "2020-02-02T03:00, YES",
        "2020-02-02T05:30, UNKNOWN",
        "2020-02-02T12:00, NO",
    })
    void hoursOverMidnight(String when, Truth holds) {
        Finding finding = finding("""
            acts: [shelling]
            by: [reds]
            areas: [square]
            hours: {from: 22:00, to: 06:00}
            """, row(when, "48.5,38,exact", "mortar", "reds", "", ",,"));
        assertThat(test(finding, Finding.Aspect.TIME).holds()).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({"2020-02-09, NO", "2020-02-10, YES", "2020-02-11, YES", "2020-02-12, NO"})
    void aLocalPauseHasItsOwnTime(String when, Truth holds) {
        Finding finding = finding("""
            acts: [shelling]
            by: [reds]
            areas: [square]
            in-force-from: 2020-02-10
            in-force-to: 2020-02-12
            """, row(when, "48.5,38,exact", "mortar", "reds", "", ",,"));
        assertThat(test(finding, Finding.Aspect.TIME).holds()).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "2020-06-30, YES, YES, NO",
        "2020-07-01, UNKNOWN, YES, NO",
        "2020-12-31, UNKNOWN, YES, NO",
        "2021-01-01, UNKNOWN, UNKNOWN, NO",
        "2021-02-01, NO, NO, NO",
    })
    void afterALapseItIsOpenWhetherItWasRenewed(
            String when, Truth lapsed, Truth renewed, Truth outsideHours) {
        String renewal = "  renewals: [{until: 2021-01-01, text: {en: Again.}, certainty: text, "
                + "sources: [x]}]\n";
        String hours = "    hours: {from: 08:00, to: 14:00}\n";
        String lapse = "in-force-to: 2021-02-01\nlapse:\n  at: 2020-07-01\n";
        String provision = "    acts: [shelling]\n    by: [reds]\n    areas: [square]\n";
        assertThat(holds(lapse, provision, when)).isEqualTo(lapsed);
        assertThat(holds(lapse + renewal, provision, when)).isEqualTo(renewed);
        assertThat(holds(lapse, provision + hours, when + "T20:00")).isEqualTo(outsideHours);
    }

    private static Truth holds(String lapse, String provision, String when) {
        Evidence evidence = new Written()
                .with(AREAS)
                .with(AGREEMENT.replace("parties:", lapse + "parties:") + provision)
                .with(COLUMNS + row(when, "48.5,38,exact", "mortar", "reds", "", ",,") + "\n")
                .evidence();
        return test(Written.findings(evidence, "R").getFirst(), Finding.Aspect.TIME)
                .holds();
    }

    @ParameterizedTest
    @CsvSource({
        ", undetermined, UNDETERMINED, 0",
        ", not-exempt, BREACH, 1",
        "self-defence, undetermined, NO_BREACH, 0",
        "self-defence, not-exempt, NO_BREACH, 0",
        "not-self-defence, undetermined, BREACH, 0",
        "notified, undetermined, UNDETERMINED, 0",
    })
    void circumstancesAreWhatSourcesSayOfThem(
            String said, String ifNotSaid, Verdict verdict, int cautions) {
        Evidence evidence = new Written()
                .with(AREAS)
                .with(AGREEMENT + """
                    acts: [shelling]
                    by: [reds]
                    areas: [square]
                    """.indent(4) + """
                        - id: self-defence
                          kind: exemption
                          text: {en: Self-defence.}
                          certainty: text
                          sources: [article 2]
                          from: [it]
                          case: self-defence
                          if-not-said: %s
                        """.formatted(ifNotSaid).indent(2))
                .with(COLUMNS + row("mortar", "reds", "", ",," + (said == null ? "" : said)) + "\n")
                .evidence();
        Finding finding = Written.findings(evidence, "R").getFirst();
        assertThat(finding.verdict()).isEqualTo(verdict);
        assertThat(finding.cautions()).hasSize(cautions);
    }

    @Test
    void anOpenTestSaysWhatWouldHaveToBeKnown() {
        Finding open =
                finding("""
                    acts: [shelling]
                    by: [reds]
                    against: [blues]
                    lines: [{line: contact, within-km: 15}]
                    weapons: [{calibre-at-least-mm: 100}]
                    hours: {from: 08:00, to: 14:00}
                    """, row("2020-02-01", "48.135,38,exact", "mortar", "reds", "", ",,"));
        assertThat(open.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(open.listNeeded().stream().map(Phrase::key))
                .containsExactly(
                        "terms.needed-weapon",
                        "terms.needed-target",
                        "terms.needed-place-and-line",
                        "terms.needed-time");
        for (String language : List.of("en", "ar")) {
            Phrases phrases = Phrases.in(language);
            assertThat(open.listNeeded().stream().map(phrases::say))
                    .allSatisfy(said -> assertThat(said).isNotBlank().doesNotContain("{"));
        }
    }

    @Test
    void whatIsDecidedNeedsNothing() {
        assertThat(finding(
                                "acts: [overflight]\nby: [reds]\nareas: [square]\n",
                                row("air-violation", "reds", "", ",,"))
                        .listNeeded())
                .isEmpty();
    }
}
