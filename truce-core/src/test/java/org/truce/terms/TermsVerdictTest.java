package org.truce.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.base.ActGroup;
import org.truce.base.Coded;
import org.truce.base.EventType;
import org.truce.base.LatLon;
import org.truce.base.Moment;
import org.truce.base.Occurred;
import org.truce.base.Phrase;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.base.Truth;
import org.truce.reconcile.Incident;
import org.truce.record.ActorBook;
import org.truce.record.Agreement;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Guarded;
import org.truce.record.Participants;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;

/** How tests join to verdicts, and findings to answers for an area under a reading. */
final class TermsVerdictTest {
    private static final Optional<String> ANNOUNCED = Optional.of("announced");
    private static final Optional<String> WITHOUT_SUWAYDA = Optional.of("without-suwayda");

    @ParameterizedTest
    @CsvSource({
        "yes, yes, breach",
        "yes, unknown, undetermined",
        "unknown, yes, undetermined",
        "unknown, unknown, undetermined",
        "yes, no, no-breach",
        "no, yes, no-breach",
        "unknown, no, no-breach",
        "no, unknown, no-breach",
        "no, no, no-breach"
    })
    void kleenesAnd(String one, String other, String expected) {
        assertThat(Clause.verdict(List.of(test(one), test(other))).code()).isEqualTo(expected);
        assertThat(Clause.verdict(List.of(test("yes"), test(one), test("yes"), test(other)))
                        .code())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "mortar, yes",
        "airstrike, no",
        "aid-delivered, no",
        "lethal-event, unknown",
        "violence-against-civilians, unknown",
        "other, unknown"
    })
    void whatAProvisionAgainstShellingSaysOfAnAct(String type, String expected) {
        Terms terms = HandMade.terms(
                HandMade.agreement(
                        "2017-07-09T12:00", HandMade.SHELLING_ONLY, List.of(), List.of()),
                HandMade.outline("", ""));
        EventType act = Coded.find(EventType.class, type).orElseThrow();
        Finding finding = terms.findings(
                        incident(32.5, 36.5, act, HandMade.FIGHT), Terms.Clock.AS_AGREED)
                .getFirst();
        assertThat(finding.tests().getFirst().aspect()).isEqualTo(Finding.Aspect.ACT);
        assertThat(finding.tests().getFirst().holds().code()).isEqualTo(expected);
    }

    @Test
    void forceOfAnUnknownKindIsNotForbiddenWhereNoForceIs() {
        Terms terms = HandMade.terms(
                HandMade.agreement(
                        "2017-07-09T12:00", List.of(ActGroup.OVERFLIGHT), List.of(), List.of()),
                HandMade.outline("", ""));
        assertThat(terms.findings(
                                incident(32.5, 36.5, EventType.LETHAL_EVENT, HandMade.FIGHT),
                                Terms.Clock.AS_AGREED)
                        .getFirst()
                        .verdict())
                .isEqualTo(Verdict.NO_BREACH);
    }

    @Test
    void anIncidentInSuwaydaIsABreachUnderOneReadingOnly() throws IOException {
        Terms terms = sample();
        List<Finding> findings = terms.findings(
                incident(
                        32.70,
                        36.57,
                        EventType.MORTAR,
                        new Participants.Fighting("Government of Syria", "Southern Front")),
                Terms.Clock.AS_AGREED);
        assertThat(terms.verdict(findings, "south-west", ANNOUNCED)).contains(Verdict.BREACH);
        assertThat(terms.verdict(findings, "south-west", WITHOUT_SUWAYDA))
                .contains(Verdict.NO_BREACH);
        assertThat(terms.verdict(findings, "south-west", Optional.empty())).isEmpty();
        assertThat(terms.verdict(findings, "idlib", Optional.empty())).contains(Verdict.NO_BREACH);
        assertThat(terms.verdict(findings, "nowhere", Optional.empty())).isEmpty();
    }

    @Test
    void theGravestFindingSpeaksForTheArea() {
        Terms terms = HandMade.terms(
                HandMade.agreement("", HandMade.SHELLING_ONLY, List.of(), List.of()),
                HandMade.outline("", ""));
        Finding breach = finding(Verdict.BREACH);
        Finding open = finding(Verdict.UNDETERMINED);
        Finding none = finding(Verdict.NO_BREACH);
        assertThat(terms.verdict(List.of(none, open, breach), "a", Optional.empty()))
                .contains(Verdict.BREACH);
        assertThat(terms.verdict(List.of(none, open), "a", Optional.empty()))
                .contains(Verdict.UNDETERMINED);
        assertThat(terms.verdict(List.of(none), "a", Optional.empty())).contains(Verdict.NO_BREACH);
    }

    @Test
    void readingsAndOrderDoNotTouchEachOthersFindings() throws IOException {
        long seed = 20170709;
        System.out.println("seed " + seed);
        Random random = new Random(seed);
        List<Agreement> agreements = new ArrayList<>(agreements());
        List<Entry.AreaOutline> outlines = new ArrayList<>(SampleAgreements.outlines());
        Terms straight = sample();
        List<Entry.AreaOutline> announced = outlines.stream()
                .filter(outline -> outline.reading().equals(ANNOUNCED))
                .toList();
        Terms alone = new Terms(agreements, announced, new ActorBook(agreements));
        Collections.shuffle(agreements, random);
        Collections.shuffle(outlines, random);
        Terms shuffled = new Terms(agreements, outlines, new ActorBook(agreements));
        for (int i = 0; i < 500; i++) {
            Incident incident = incident(
                    32 + 3 * random.nextDouble(),
                    35.7 + 1.5 * random.nextDouble(),
                    EventType.values()[random.nextInt(EventType.values().length)],
                    new Participants.Fighting("Government of Syria", "Syrian insurgents"));
            List<Finding> findings = straight.findings(incident, Terms.Clock.AS_AGREED);
            assertThat(shuffled.findings(incident, Terms.Clock.AS_AGREED)).isEqualTo(findings);
            assertThat(alone.findings(incident, Terms.Clock.AS_AGREED))
                    .isEqualTo(findings.stream()
                            .filter(finding -> finding.reading().equals(ANNOUNCED))
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "government-insurgents, lethal event, breach",
        "with-isil, lethal event, no-breach",
        "other, lethal event, undetermined",
        "government-insurgents, visit, undetermined"
    })
    void aCountIsJudgedByItsPartiesAndUnit(String parties, String unit, String expected)
            throws IOException {
        Entry.PeriodCount count = new Entry.PeriodCount(
                "hand",
                "c1",
                new Entered(new Guarded.Clear("counts.csv"), 2),
                "UCDP GED",
                "south-west",
                ANNOUNCED,
                LocalDate.of(2017, 8, 1),
                LocalDate.of(2017, 8, 31),
                parties,
                unit,
                12,
                OptionalInt.empty(),
                OptionalInt.empty());
        Terms terms = sample();
        assertThat(terms.findings(count))
                .extracting(
                        finding -> finding.agreement() + " " + finding.verdict().code())
                .containsExactly("south-west-2017-07-07 " + expected);
        assertThat(terms.verdict(terms.findings(count), "south-west", ANNOUNCED))
                .contains(Coded.find(Verdict.class, expected).orElseThrow());
    }

    @Test
    void theReadingsOfTheSample() throws IOException {
        Terms terms = sample();
        assertThat(terms.listReadings())
                .extracting(reading -> reading.area() + " " + reading.reading().orElse("-"))
                .containsExactly(
                        "east-ghouta -",
                        "idlib -",
                        "north-homs -",
                        "south-west announced",
                        "south-west without-suwayda");
        assertThat(terms.listReadings().getLast().inForce())
                .extracting(AreaReading.InForce::agreement)
                .containsExactly("south-west-2017-07-07");
        assertThat(terms.zoneOf("idlib")).isEqualTo(ZoneId.of("Asia/Damascus"));
        assertThat(terms.zoneOf("nowhere")).isEqualTo(ZoneId.of("Asia/Damascus"));
    }

    private static Terms sample() throws IOException {
        List<Agreement> agreements = agreements();
        return new Terms(agreements, SampleAgreements.outlines(), new ActorBook(agreements));
    }

    private static List<Agreement> agreements() throws IOException {
        return List.of(
                SampleAgreements.read("2017-05-04-memorandum"),
                SampleAgreements.read("2017-07-07-understanding"),
                SampleAgreements.read("2017-11-08-principles"));
    }

    private static Incident incident(
            double lat, double lon, EventType type, Participants participants) {
        Moment day = new Moment.Day(LocalDate.of(2017, 10, 5));
        return Incidents.of(
                "1",
                new Occurred(day, day, TimePrecision.DAY),
                Incidents.place(
                        Optional.empty(), Optional.of(new LatLon(lat, lon)), PlacePrecision.EXACT),
                type,
                participants);
    }

    private static Finding.Test test(String holds) {
        return new Finding.Test(
                Finding.Aspect.ACT,
                Coded.find(Truth.class, holds).orElseThrow(),
                Phrase.of("terms.act-not-said"));
    }

    private static Finding finding(Verdict verdict) {
        return new Finding("1", "x", "y", "a", Optional.empty(), verdict, List.of(), List.of());
    }
}
