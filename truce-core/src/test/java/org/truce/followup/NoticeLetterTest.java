package org.truce.followup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.truce.followup.HandFollowUp.day;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.assess.Evidence;
import org.truce.assess.HandRecord;
import org.truce.assess.HandReport;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.record.FollowUp;
import org.truce.record.Influence;
import org.truce.record.NoticeAct;
import org.truce.record.NoticePlace;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an addressee gets, and who is proposed as one. */
final class NoticeLetterTest {
    private static final Evidence EVIDENCE = HandRecord.square()
            .with(HandRecord.uneven("watch"))
            .with(HandRecord.uneven(HandFollowUp.DESK))
            .with(guarantee("G1", "the greens", Influence.GUARANTEES, "reds", "2017-07-01", ""))
            .with(guarantee("G2", "the whites", Influence.GUARANTEES, "blues", "2017-07-01", ""))
            .with(guarantee("G3", "the browns", Influence.LOOKS_TO, "reds", "2017-07-01", ""))
            .with(guarantee(
                    "G4", "the late", Influence.GUARANTEES, "reds", "2016-07-01", "2017-07-31"))
            .with(new HandReport("watch", "R1", "2017-08-01T05:17")
                    .source("Informant Zulu-Seven")
                    .note("told by Yarub")
                    .url("https://secret.example/1")
                    .knownTo(TimePrecision.HOUR)
                    .at("Hidden Well", "32.5123,36.2512", PlacePrecision.EXACT)
                    .report())
            .with(new HandReport("watch", "R2", "2017-08-20")
                    .until("2017-08-22")
                    .at("East District", "32.9,36.25", PlacePrecision.DISTRICT)
                    .between("reds", "wolves")
                    .report())
            .with(HandFollowUp.notice("N1", "2017-08-25", "watch:R1", "watch:R2"))
            .with(HandFollowUp.step("N1", NoticeAct.SENT, "2017-08-26", "Amal"))
            .evidence();

    private static FollowUp.Guarantee guarantee(
            String id, String who, Influence influence, String whom, String from, String to) {
        return new FollowUp.Guarantee(
                HandFollowUp.DESK,
                id,
                HandRecord.ENTERED,
                who,
                influence,
                whom,
                Optional.empty(),
                Optional.of(day(from)),
                Optional.of(to).filter(text -> !text.isEmpty()).map(HandFollowUp::day),
                HandFollowUp.basis("2017-07-01"));
    }

    private static NoticeLetter letter(
            NoticePlace told, NoticeLetter.Occasion occasion, String language) {
        return letter(EVIDENCE, told, occasion, "2017-08-27", language);
    }

    private static NoticeLetter letter(
            Evidence evidence,
            NoticePlace told,
            NoticeLetter.Occasion occasion,
            String on,
            String language) {
        NoticeState state = new NoticeBook(evidence.known(), day("2017-09-30"))
                .find(HandFollowUp.DESK, "N1")
                .orElseThrow();
        return NoticeLetter.of(
                evidence,
                state,
                state.notice().about().stream()
                        .map(id -> evidence.findIncident(id).orElseThrow())
                        .toList(),
                told,
                occasion,
                day(on),
                Optional.of(day("2017-08-28")),
                "Please say what happened.",
                new LetterNames(
                        evidence.actors(), Map.of("Squareland", "المربع"), Phrases.in(language)));
    }

    @Test
    void itHasTheDayTheGovernorateTheActTheClauseWhatIsAskedAndByWhen() {
        String text = String.join(
                "\n",
                letter(NoticePlace.GOVERNORATE, new NoticeLetter.Occasion.First(), "en")
                        .lines());
        assertThat(text)
                .contains("To: Russia")
                .contains("1. 2017-08-01, Squareland: artillery shelling")
                .contains("2. 2017-08-20 to 2017-08-22, Squareland")
                .contains("Clause that this breaks, as reported: The truce, no-force: No force.")
                .contains("Please say what happened.")
                .contains("due by 2017-08-28")
                .doesNotContain("East District", "First sent");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void itHasNothingElse(String language) {
        for (NoticePlace told : NoticePlace.values()) {
            NoticeLetter letter =
                    letter(told, new NoticeLetter.Occasion.Escalation("the capital"), language);
            assertThat(String.join("\n", letter.lines()) + letter.subject())
                    .doesNotContain(
                            "Zulu", "Yarub", "secret", "Hidden", "32.5", "36.2", "05:17", "Amal",
                            "watch", "R1", "R2");
        }
    }

    @Test
    void aDistrictIsNamedOnlyWhereTheRecordKnowsNoMore() {
        assertThat(letter(NoticePlace.DISTRICT, new NoticeLetter.Occasion.Reminder(), "en")
                        .lines())
                .anyMatch(line -> line.startsWith("1. 2017-08-01, Squareland:"))
                .anyMatch(line -> line.contains("2017-08-22, East District, Squareland:"))
                .anyMatch(line -> line.contains("First sent on 2017-08-26"));
    }

    private static String reminder(String on, String language, NoticeAct... came) {
        HandRecord record = HandRecord.square()
                .with(HandRecord.uneven("watch"))
                .with(HandRecord.uneven(HandFollowUp.DESK))
                .with(new HandReport("watch", "R1", "2017-08-01").report())
                .with(HandFollowUp.notice("N1", "2017-08-25", "watch:R1"))
                .with(HandFollowUp.step("N1", NoticeAct.SENT, "2017-08-26", "Amal"));
        for (NoticeAct act : came) {
            record.with(HandFollowUp.step("N1", act, "2017-08-29", "Amal"));
        }
        return letter(
                        record.evidence(),
                        NoticePlace.GOVERNORATE,
                        new NoticeLetter.Occasion.Escalation("the capital"),
                        on,
                        language)
                .text();
    }

    /** Sent on the 26th; due on the 28th; what came, came on the 29th. */
    @Test
    void whatGoesOutLaterSaysWhatCameAndWhenAndNoMore() {
        assertThat(reminder("2017-08-27", "en"))
                .contains("First sent on 2017-08-26.", "No answer has come.")
                .contains("An answer is due by 2017-08-28");
        assertThat(reminder("2017-08-30", "en")).contains("An answer was due by 2017-08-28");
        assertThat(reminder("2017-08-30", "en", NoticeAct.ACKNOWLEDGED, NoticeAct.ASKED))
                .contains("Acknowledged on 2017-08-29.", "A question came on 2017-08-29.")
                .contains("No answer has come.");
        assertThat(reminder("2017-08-30", "en", NoticeAct.REPLIED))
                .contains("A reply came on 2017-08-29: denies.")
                .doesNotContain("No answer", "due by");
        assertThat(reminder("2017-08-30", "ar", NoticeAct.ACTION_TAKEN))
                .contains("أُبلغ عن إجراء متخذ في \u20662017-08-29\u2069.")
                .doesNotContain("لم يرد جواب");
        assertThat(reminder("2017-08-28", "en", NoticeAct.REPLIED))
                .as("of what came after its day it knows nothing")
                .contains("No answer has come.");
    }

    /** One reading of the area holds R1 and the other does not; nobody knows who fired in R2. */
    @Test
    void aClauseThatMayBeTouchedIsNotSaidToBeBroken() {
        for (HandReport report : List.of(
                new HandReport("watch", "R1", "2017-08-01")
                        .at("Eastfield", "32.5,36.75", PlacePrecision.EXACT),
                new HandReport("watch", "R1", "2017-08-01").by("unknown"))) {
            Evidence evidence = HandRecord.square()
                    .with(HandRecord.uneven("watch"))
                    .with(HandRecord.uneven(HandFollowUp.DESK))
                    .with(report.report())
                    .with(HandFollowUp.notice("N1", "2017-08-25", "watch:R1"))
                    .evidence();
            NoticeLetter.Occasion first = new NoticeLetter.Occasion.First();
            assertThat(letter(evidence, NoticePlace.GOVERNORATE, first, "2017-08-27", "en")
                            .text())
                    .contains("Clause that this may touch, which is undetermined")
                    .doesNotContain("breaks");
            assertThat(letter(evidence, NoticePlace.GOVERNORATE, first, "2017-08-27", "ar")
                            .text())
                    .contains("بند قد يمسّه هذا")
                    .doesNotContain("يخرقه");
        }
    }

    @Test
    void namesAreInItsLanguageWhereTheyAreKnownAndElseSetApart() {
        NoticeLetter letter = letter(
                NoticePlace.DISTRICT, new NoticeLetter.Occasion.Escalation("the capital"), "ar");
        assertThat(letter.text())
                .contains("إلى: \u2068Russia\u2069")
                .contains("\u2068the capital\u2069")
                .contains("\u2068East District\u2069، المربع")
                .contains("لا قوة.")
                .doesNotContain("Squareland");
        LetterNames names = new LetterNames(EVIDENCE.actors(), Map.of(), Phrases.in("ar"));
        assertThat(names.actor("the reds")).isEqualTo("الreds");
        assertThat(names.actor("reds")).isEqualTo("الreds");
        assertThat(names.governorate("Squareland")).isEqualTo("\u2068Squareland\u2069");
        assertThat(new LetterNames(EVIDENCE.actors(), Map.of(), Phrases.in("en"))
                        .actor("The mission"))
                .isEqualTo("The mission");
    }

    @Test
    void guarantorsOfTheSidesAllegedAreProposedWithTheirSource() {
        Addressees addressees = new Addressees(EVIDENCE);
        List<Addressees.Proposed> proposed =
                addressees.propose(List.of(EVIDENCE.findIncident("watch:R1").orElseThrow()));
        assertThat(proposed)
                .containsExactly(
                        new Addressees.Proposed(
                                "the greens",
                                Influence.GUARANTEES,
                                "the reds",
                                "guarantee:G1",
                                Optional.of("a ministry")),
                        new Addressees.Proposed(
                                "the browns",
                                Influence.LOOKS_TO,
                                "the reds",
                                "guarantee:G3",
                                Optional.of("a ministry")));
        assertThat(addressees.find("The Greens")).contains("the greens");
        assertThat(addressees.find("reds")).contains("the reds");
        assertThat(addressees.find("The Reds")).contains("The Reds");
        assertThat(addressees.find("somebody")).isEmpty();
    }
}
