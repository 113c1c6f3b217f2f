package org.truce.terms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.base.EventType;
import org.truce.base.Hash;
import org.truce.base.LatLon;
import org.truce.base.Moment;
import org.truce.base.Occurred;
import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.base.Truth;
import org.truce.record.ActorBook;
import org.truce.record.Agreement;
import org.truce.record.Guarded;
import org.truce.record.Participants;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Who against whom: everything else about these incidents (act, place, time) speaks for a breach.
 */
final class TermsPartiesTest {
    private static final Occurred DAY = new Occurred(
            new Moment.Day(LocalDate.of(2017, 10, 5)),
            new Moment.Day(LocalDate.of(2017, 10, 5)),
            TimePrecision.DAY);
    private static Terms terms;

    @BeforeAll
    static void readTheUnderstandingOfJuly() throws IOException {
        List<Agreement> agreements = List.of(SampleAgreements.read("2017-07-07-understanding"));
        terms = new Terms(agreements, SampleAgreements.outlines(), new ActorBook(agreements));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Government of Syria|Syrian insurgents|yes|yes|breach",
                "Government of Syria|Southern Front|yes|yes|breach",
                "Hezbollah|FSA|yes|yes|breach",
                "Syrian insurgents|Government of Syria|yes|yes|breach",
                "Government of Syria|Iran|no|yes|no-breach",
                "Southern Front|Ahrar al-Sham|no|yes|no-breach",
                "Government of Syria|IS|no|no|no-breach",
                "IS|Southern Front|no|no|no-breach",
                "Government of Syria|HTS|no|no|no-breach",
                "Ahrar al-Sham, HTS, Southern Front|IS|no|no|no-breach",
                "IS|HTS, Southern Front|no|no|no-breach",
                "Government of Syria|Ahrar al-Sham, HTS, Southern"
                        + " Front|unknown|unknown|undetermined",
                "Government of Israel|Government of Syria|no|yes|no-breach",
                "Government of Israel|PIJ|no|unknown|no-breach",
                "Government of Syria|PIJ|unknown|unknown|undetermined",
                "Government of Syria|Civilians|no|yes|no-breach",
                "Russia|Southern Front|unknown|yes|undetermined",
                "Russia|IS|no|no|no-breach",
                "Government of Syria|unknown|unknown|unknown|undetermined",
                "unknown|IS|unknown|no|no-breach"
            })
    void twoSidesFighting(String row) {
        String[] cells = row.split("\\|", -1);
        check(new Participants.Fighting(cells[0], cells[1]), cells[2], cells[3], cells[4]);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Syrian government forces|''|yes|yes|breach",
                "Syrian government forces|residential quarters|yes|yes|breach",
                "Syrian government forces|FSA at camp edge|yes|yes|breach",
                "Syrian government forces|civilians|yes|yes|breach",
                "Syrian government forces|boy in government-held quarter|yes|yes|breach",
                "Syrian government forces|Jaysh al-Tawhid and HTS|yes|unknown|undetermined",
                "Syrian government forces|HTS positions|no|no|no-breach",
                "Syrian government forces|Syrian army post|no|yes|no-breach",
                "Syrian government forces|Israeli army post|no|yes|no-breach",
                "Syrian government forces|Russian military police|unknown|yes|undetermined",
                "Syrian government forces and Hezbollah|village|yes|yes|breach",
                "opposition factions|army convoy|yes|yes|breach",
                "opposition factions|Khalid ibn al-Walid army|no|no|no-breach",
                "opposition factions|factions in the town|no|yes|no-breach",
                "both sides|front line|yes|yes|breach",
                "both sides|factions and ISIL-linked group|yes|no|no-breach",
                "HTS and Jaysh al-Tawhid|government forces|yes|unknown|undetermined",
                "HTS|army and local defence|no|no|no-breach",
                "Khalid ibn al-Walid army|FSA and village|no|no|no-breach",
                "Israel|Syrian army positions|no|yes|no-breach",
                "Russia|hospital|unknown|yes|undetermined",
                "Russian and Syrian aircraft|town|yes|yes|breach",
                "Syrian and Russian aircraft|town|yes|yes|breach",
                "US, Russia, Jordan|''|unknown|yes|undetermined",
                "unknown|house|unknown|unknown|undetermined",
                "unknown|HTS commander|unknown|no|no-breach",
                "''|hostilities|unknown|unknown|undetermined",
                "unidentified gunmen|FSA commander|unknown|unknown|undetermined",
                "Syrian Arab Red Crescent|town|unknown|unknown|undetermined",
                "Syrian army and FSA|ditch|unknown|yes|undetermined"
            })
    void oneSideSaidToHaveActed(
            String actor, String target, String parties, String exempt, String verdict) {
        check(Incidents.alleged(actor, target), parties, exempt, verdict);
    }

    @Test
    void aMixedLabelDoesNotChangeTheVerdictAndIsMentioned() {
        Finding finding =
                find(new Participants.Fighting("Government of Syria", "Syrian insurgents"));
        assertThat(finding.verdict()).isEqualTo(Verdict.BREACH);
        assertThat(say(finding.cautions()))
                .containsExactly("Note: the label \"Syrian insurgents\" lumps factions bound by the"
                        + " truce together with groups that the terms exclude.");
    }

    @Test
    void ofJointActorsTheBoundOneCountsAndTheOtherIsNamed() {
        Finding finding = find(Incidents.alleged("Russian and Syrian aircraft", "town"));
        assertThat(say(finding.cautions()))
                .containsExactly("Russian forces is named together with Syrian government forces."
                        + " The finding rests on Syrian government forces only.");
    }

    @Test
    void whereTheTargetIsWithheldABoundActorsForceStaysOpen() {
        Finding bound = find(new Participants.Alleged(
                "Syrian government forces", Optional.of(new Guarded.Withheld(Hash.ZERO))));
        assertThat(truth(bound, Finding.Aspect.PARTIES)).isEqualTo(Truth.UNKNOWN);
        assertThat(bound.verdict()).isEqualTo(Verdict.UNDETERMINED);
        Finding excluded =
                find(new Participants.Alleged("HTS", Optional.of(new Guarded.Withheld(Hash.ZERO))));
        assertThat(excluded.verdict()).isEqualTo(Verdict.NO_BREACH);
    }

    @Test
    void theFindingDoesNotNameWhoeverFiredFirst() {
        Finding finding = find(new Participants.Fighting("Government of Syria", "Southern Front"));
        assertThat(say(finding.because()))
                .contains("Syrian government forces and opposition factions fought each other, and"
                        + " both are bound. Who fired first is not said: by an undetermined"
                        + " party.");
    }

    @Test
    void aSourceThatNamesNobodyDoesNotUndoAnothersNaming() {
        Finding finding = find(
                Incidents.alleged("unknown", "houses"),
                Incidents.alleged("Syrian government forces", "houses"));
        assertThat(finding.verdict()).isEqualTo(Verdict.BREACH);
        assertThat(say(finding.cautions()))
                .containsExactly("At least one of the reports names nobody."
                        + " The finding rests on those that do.");
    }

    @Test
    void sourcesThatDifferOnWhetherABoundSideActedLeaveItOpen() {
        Finding finding = find(
                Incidents.alleged("Syrian government forces", "houses"),
                Incidents.alleged("Israel", "houses"));
        assertThat(truth(finding, Finding.Aspect.PARTIES)).isEqualTo(Truth.UNKNOWN);
        assertThat(finding.verdict()).isEqualTo(Verdict.UNDETERMINED);
        assertThat(say(finding.because()))
                .containsExactly("The sources differ. Syrian government forces: bound by the"
                        + " provision and said to have acted. — Israeli forces: not bound by the"
                        + " provision.");
    }

    @Test
    void sourcesThatNameOppositeSidesAgreeThatTheTermsWereBroken() {
        Finding finding = find(
                Incidents.alleged("Syrian government forces", "houses"),
                Incidents.alleged("opposition factions", "houses"));
        assertThat(finding.verdict()).isEqualTo(Verdict.BREACH);
        assertThat(say(finding.cautions()))
                .containsExactly("The sources name the actors differently:"
                        + " Syrian government forces — opposition factions");
    }

    @Test
    void aSilentSourceThatSaysAnExcludedGroupWasHitIsHeard() {
        Finding finding = find(
                Incidents.alleged("unknown", "HTS post"), Incidents.alleged("unknown", "a post"));
        assertThat(finding.verdict()).isEqualTo(Verdict.NO_BREACH);
    }

    private static void check(
            Participants participants, String parties, String exempt, String verdict) {
        Finding finding = find(participants);
        assertThat(truth(finding, Finding.Aspect.PARTIES).code()).isEqualTo(parties);
        assertThat(truth(finding, Finding.Aspect.NOT_EXEMPT).code()).isEqualTo(exempt);
        assertThat(finding.verdict().code()).isEqualTo(verdict);
    }

    private static Finding find(Participants... accounts) {
        return terms.findings(
                        Incidents.of(
                                "1",
                                DAY,
                                Incidents.place(
                                        Optional.of("Daraa"),
                                        Optional.of(new LatLon(32.75, 36.13)),
                                        PlacePrecision.TOWN),
                                EventType.ARTILLERY_SHELLING,
                                accounts),
                        Terms.Clock.AS_AGREED)
                .getFirst();
    }

    private static Truth truth(Finding finding, Finding.Aspect aspect) {
        return finding.tests().stream()
                .filter(test -> test.aspect() == aspect)
                .findFirst()
                .orElseThrow()
                .holds();
    }

    private static List<String> say(List<Phrase> phrases) {
        return phrases.stream().map(Phrases.in("en")::say).toList();
    }
}
