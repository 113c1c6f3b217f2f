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
        NoticeState state = new NoticeBook(EVIDENCE.known(), day("2017-08-30"))
                .find(HandFollowUp.DESK, "N1")
                .orElseThrow();
        return NoticeLetter.of(
                EVIDENCE,
                state,
                state.notice().about().stream()
                        .map(id -> EVIDENCE.findIncident(id).orElseThrow())
                        .toList(),
                told,
                occasion,
                Optional.of(day("2017-08-28")),
                "Please say what happened.",
                Phrases.in(language));
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
                .contains("Clause: The truce, no-force: No force.")
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
