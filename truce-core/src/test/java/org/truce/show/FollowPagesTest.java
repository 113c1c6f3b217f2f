package org.truce.show;

import static org.assertj.core.api.Assertions.assertThat;
import static org.truce.followup.HandFollowUp.commitment;
import static org.truce.followup.HandFollowUp.notice;
import static org.truce.followup.HandFollowUp.status;
import static org.truce.followup.HandFollowUp.step;
import static org.truce.show.FollowRecord.table;
import static org.truce.show.FollowRecord.words;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.assess.HandRecord;
import org.truce.base.PlacePrecision;
import org.truce.followup.FollowKind;
import org.truce.followup.HandFollowUp;
import org.truce.record.FollowUp;
import org.truce.record.Fulfilment;
import org.truce.record.Influence;
import org.truce.record.NoticeAct;
import org.truce.record.Recurrence;
import org.truce.record.Stage;

import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What readers see of what was promised, by hand. */
final class FollowPagesTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static HandRecord record() {
        return FollowRecord.of(true);
    }

    /** A grave notice is due two days after it was sent: sent on the 5th, overdue on the 20th. */
    @Test
    void anOverdueNoticeStandsFirstAndTellsNotWhoDraftedIt() {
        HandRecord record = record().with(notice("N1", "2018-01-04"))
                .with(step("N1", NoticeAct.APPROVED, "2018-01-04", "Basim"))
                .with(step("N1", NoticeAct.SENT, "2018-01-05", "Basim"));
        FollowPage.Section overdue = FollowRecord.pages(record, FollowAsked.NOTHING, "en")
                .hub()
                .sections()
                .getFirst();
        assertThat(overdue.blocks())
                .singleElement()
                .isInstanceOfSatisfying(
                        FollowPage.Lines.class,
                        lines -> assertThat(words(lines.lines()))
                                .containsExactly("N1 to Russia: an answer was due by 2018-01-07"));
        List<List<FollowPage.Line>> row =
                table(FollowRecord.page(record, FollowKind.NOTICES)).rows().getFirst();
        assertThat(words(row.get(1))).containsExactly("2017-08-01, Midtown, artillery shelling");
        assertThat(words(row.get(3))).containsExactly("[sent]", "[overdue]");
        assertThat(words(row.get(4))).containsExactly("sent 2018-01-05", "due by 2018-01-07");
        assertThat(words(row.get(5))).containsExactly("2018-01-05: sent");
        for (FollowKind kind : FollowKind.values()) {
            assertThat(JSON.writeValueAsString(FollowRecord.page(record, kind)))
                    .doesNotContain("Amal", "Basim", "two posts were hit");
        }
    }

    /** Whoever is asked learns of it when the notice comes, and nobody else before that. */
    @Test
    void aNoticeIsToldWhenItWasSent() {
        HandRecord drafted = record().with(notice("N1", "2018-01-04"))
                .with(step("N1", NoticeAct.APPROVED, "2018-01-04", "Basim"));
        HandRecord withdrawn = drafted.with(step("N1", NoticeAct.WITHDRAWN, "2018-01-05", "Basim"));
        for (HandRecord record : List.of(drafted, withdrawn)) {
            assertThat(FollowRecord.page(record, FollowKind.NOTICES).sections()).isEmpty();
            assertThat(JSON.writeValueAsString(FollowRecord.pages(record, FollowAsked.NOTHING, "en")
                            .hub()))
                    .doesNotContain("N1");
        }
        HandRecord alone = record().with(notice("N1", "2018-01-04"))
                .with(step("N1", NoticeAct.SENT, "2018-01-05", "Basim"));
        assertThat(words(table(FollowRecord.page(alone, FollowKind.NOTICES))
                        .rows()
                        .getFirst()
                        .get(3)))
                .contains("sent without an approval");
        HandRecord sent = drafted.with(step("N1", NoticeAct.SENT, "2018-01-05", "Basim"));
        assertThat(words(table(FollowRecord.page(sent, FollowKind.NOTICES))
                        .rows()
                        .getFirst()
                        .getFirst()))
                .contains("N1");
    }

    @Test
    void nothingOverdueIsSaidOnTheHubAndIsNoBlockOfTheFirstPage() {
        HandRecord record = record().with(
                        commitment("C1", Optional.of("2018-01-20"), Optional.empty(), "", ""));
        FollowPages pages = FollowRecord.pages(record, FollowAsked.NOTHING, "en");
        assertThat(pages.findOverdue()).isEmpty();
        assertThat(pages.hub().sections().getFirst().notes())
                .containsExactly("Nothing is overdue as far as it was asked about.");
        assertThat(table(pages.hub()).rows().stream()
                        .map(row -> words(row.get(1)).getFirst()))
                .containsExactly("0", "1", "0", "0", "0", "0");
    }

    @Test
    void whatNobodyJudgedIsNotCalledNotHonoured() {
        HandRecord record = record().with(
                        commitment("C1", Optional.of("2018-01-10"), Optional.empty(), "", ""));
        FollowPage board = FollowRecord.page(record, FollowKind.COMMITMENTS);
        List<List<FollowPage.Line>> row = table(board).rows().getFirst();
        assertThat(words(row.get(3))).containsExactly("[nobody has judged it]");
        assertThat(words(row.get(4)))
                .containsExactly(
                        "That nobody has judged a commitment does not say that it was not done.");
        assertThat(JSON.writeValueAsString(board)).doesNotContain("not honoured");
        assertThat(FollowRecord.pages(record, FollowAsked.NOTHING, "en").findOverdue())
                .isPresent();
    }

    /** Honoured on the 3rd, partly on the 5th and 9th: since the 5th. */
    @Test
    void aStatusStandsSinceTheFirstJudgementInARowThatSaysIt() {
        HandRecord record = record().with(
                        commitment("C1", Optional.of("2018-01-02"), Optional.empty(), "", ""))
                .with(status("C1", "", Fulfilment.HONOURED, "2018-01-03"))
                .with(status("C1", "", Fulfilment.PARTLY, "2018-01-05"))
                .with(status("C1", "", Fulfilment.PARTLY, "2018-01-09"));
        List<List<FollowPage.Line>> row =
                table(FollowRecord.page(record, FollowKind.COMMITMENTS)).rows().getFirst();
        assertThat(words(row.get(3))).containsExactly("[partly]", "since 2018-01-05");
        assertThat(words(row.get(4))).containsExactly("as seen");
        assertThat(row.get(4).getFirst().to())
                .contains(new FollowPage.ToEntry("desk", "CS-C12018-01-09"));
    }

    /** Weeks from Monday, 1 January 2018: two are over on the 20th, the third is not. */
    @Test
    void whatRecursIsToldPeriodByPeriodTheLatestFirst() {
        HandRecord record = record().with(commitment(
                        "C1", Optional.empty(), Optional.of(Recurrence.WEEK), "2018-01-01", ""))
                .with(status("C1", "2018-01-01", Fulfilment.HONOURED, "2018-01-08"));
        List<List<FollowPage.Line>> row =
                table(FollowRecord.page(record, FollowKind.COMMITMENTS)).rows().getFirst();
        assertThat(words(row.get(4)))
                .containsExactly(
                        "[not due]2018-01-15 – 2018-01-21",
                        "[nobody has judged it]2018-01-08 – 2018-01-14",
                        "[honoured]2018-01-01 – 2018-01-07: as seen");
        assertThat(words(row.get(3)))
                .containsExactly("[honoured]", "[a period has passed that nobody has judged]");
    }

    /** Every day since 1900: a page that tells of each could not be read, nor sent. */
    @Test
    void ofManyPeriodsThePageTellsHowManyStandHow() {
        HandRecord record = record().with(commitment(
                        "C1", Optional.empty(), Optional.of(Recurrence.DAY), "1900-01-01", ""))
                .with(status("C1", "1900-01-01", Fulfilment.HONOURED, "1900-01-02"));
        List<String> why = words(table(FollowRecord.page(record, FollowKind.COMMITMENTS))
                .rows()
                .getFirst()
                .get(4));
        assertThat(why).hasSize(14);
        assertThat(why.getFirst())
                .contains("honoured: 1", "not due: 1", "nobody has judged it: 43")
                .contains("--all-periods");
        assertThat(why.get(1)).isEqualTo("[not due]2018-01-20");
        assertThat(why.getLast()).isEqualTo("[nobody has judged it]1900-01-02");
    }

    @Test
    void whatWasJudgedBeforeItWasDueIsShownWithACaution() {
        HandRecord record = record().with(
                        commitment("C1", Optional.of("2018-01-10"), Optional.empty(), "", ""))
                .with(status("C1", "", Fulfilment.NOT_HONOURED, "2018-01-05"));
        List<List<FollowPage.Line>> row =
                table(FollowRecord.page(record, FollowKind.COMMITMENTS)).rows().getFirst();
        assertThat(words(row.get(3)))
                .containsExactly(
                        "[not honoured]",
                        "since 2018-01-05",
                        "[judged while it was still in time]",
                        "[overdue]");
        assertThat(FollowRecord.pages(record, FollowAsked.NOTHING, "en").findOverdue())
                .isPresent();
    }

    @Test
    void judgementsOfWhatIsNotInTheRecordStandOnTheBoard() {
        HandRecord record = record().with(
                        commitment("C1", Optional.of("2018-01-10"), Optional.empty(), "", ""))
                .with(status("NOPE", "", Fulfilment.NOT_HONOURED, "2018-01-05"))
                // Steps of notices are for those on duty.
                .with(step("N9", NoticeAct.SENT, "2018-01-05", "Basim"));
        FollowPage.Section last =
                FollowRecord.page(record, FollowKind.COMMITMENTS).sections().getLast();
        assertThat(last.heading()).isEqualTo("Judgements of what is not in the record");
        FollowPage.Table table = (FollowPage.Table) last.blocks().getFirst();
        assertThat(table.rows().stream().map(row -> words(row.get(1))))
                .containsExactly(List.of("NOPE"), List.of("report:R1"));
        assertThat(words(table.rows().getFirst().get(2))).containsExactly("[not honoured]");
        assertThat(FollowRecord.page(
                                record.with(commitment(
                                        "NOPE", Optional.empty(), Optional.empty(), "", "")),
                                FollowKind.COMMITMENTS)
                        .sections()
                        .getLast()
                        .blocks())
                .singleElement()
                .isInstanceOfSatisfying(
                        FollowPage.Table.class, left -> assertThat(left.rows()).hasSize(1));
    }

    @Test
    void anActorThatNothingNamesIsNotKnown() {
        HandRecord record = record().with(FollowRecord.statement("S1", "Vell", "The reds' road"))
                .with(FollowRecord.deployment("D1", "", PlacePrecision.EXACT));
        for (String name : List.of("the reds", "Reds", "greys", "GREYS")) {
            assertThat(FollowRecord.pages(record, actor(name), "en").knowsActor())
                    .as(name)
                    .isTrue();
        }
        assertThat(FollowRecord.pages(record, actor("nobody at all"), "en").knowsActor())
                .isFalse();
    }

    private static FollowAsked actor(String name) {
        return new FollowAsked(Optional.empty(), Optional.of(name), Optional.empty(), false);
    }

    @Test
    void theBoardIsTurnedFromActorsToInstruments() {
        HandRecord record = record().with(HandRecord.obligation("pact", "2018-01-05"));
        FollowAsked byInstrument =
                new FollowAsked(Optional.empty(), Optional.empty(), Optional.empty(), true);
        FollowPage byActor = FollowRecord.page(record, FollowKind.COMMITMENTS);
        assertThat(byActor.sections())
                .extracting(FollowPage.Section::heading)
                .containsExactly("the reds");
        assertThat(FollowRecord.pages(record, byInstrument, "en")
                        .of(FollowKind.COMMITMENTS)
                        .sections())
                .extracting(FollowPage.Section::heading)
                .containsExactly("The pact");
        assertThat(words(table(FollowRecord.pages(record, FollowAsked.NOTHING, "ar")
                                .of(FollowKind.COMMITMENTS))
                        .rows()
                        .getFirst()
                        .getFirst()))
                .containsExactly("تُرسم الخرائط.");
    }

    /** From the end of the first on 3 January to the 13th: ten days. */
    @Test
    void betweenRoundsOfOneProcessStandTheDays() {
        HandRecord record = record().with(
                        FollowRecord.round("II", "North", "2018-01-13", "2018-01-14"))
                .with(FollowRecord.round("I", "North", "2018-01-02", "2018-01-03"))
                .with(FollowRecord.round("A", "South", "2018-01-08", "2018-01-08"));
        FollowPage talks = FollowRecord.page(record, FollowKind.TALKS);
        assertThat(talks.sections())
                .extracting(FollowPage.Section::heading)
                .containsExactly("North", "South");
        List<FollowPage.Block> north = talks.sections().getFirst().blocks();
        assertThat(north).hasSize(3);
        assertThat(north.get(1))
                .isEqualTo(new FollowPage.Gap("Days since the end of the round before: 10"));
        assertThat(JSON.writeValueAsString(north.getFirst()))
                .contains("North I", "the reds (minister)", "stayed away", "the wolves");
    }

    @Test
    void whoIsSaidToLookToWhomIsNoGuarantor() {
        HandRecord record = record().with(FollowRecord.guarantee(Influence.GUARANTEES, "truce"))
                .with(FollowRecord.guarantee(Influence.LOOKS_TO, ""));
        FollowPage page = FollowRecord.pages(record, FollowAsked.NOTHING, "en").guarantors();
        assertThat(page.sections())
                .extracting(FollowPage.Section::heading)
                .containsExactly("Who guarantees whom", "Who is said to look to whom");
        assertThat(table(page).rows().getFirst().stream().map(FollowRecord::words))
                .containsExactly(
                        List.of("the greys"),
                        List.of("the reds"),
                        List.of("The truce"),
                        List.of("since 2017-07-09"),
                        List.of("a ministry, published 2017-07-10"));
    }

    @Test
    void whatGroupsTheTermsLeaveOutIsToldWithWhoUndertookToAct() {
        HandRecord record = record().with(
                        FollowRecord.statement("S1", "Vell", "We watch the wolves"))
                .with(new FollowUp.Commitment(
                        "desk",
                        "C1",
                        HandRecord.ENTERED,
                        "greys",
                        "ends the wolves' and the Wolves’s raids",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        HandFollowUp.basis("2018-01-02")));
        FollowPage page = FollowRecord.pages(record, FollowAsked.NOTHING, "en").excludedGroups();
        assertThat(page.sections())
                .extracting(FollowPage.Section::heading)
                .containsExactly("the wolves");
        assertThat(JSON.writeValueAsString(page))
                .contains("The truce", "We watch the wolves", "ends the wolves' and the")
                .contains("names it")
                .contains("shows no base of it");
    }

    @Test
    void aTextStandsLineByLineWithWhatHoldsIt() {
        HandRecord record = record().with(
                        FollowRecord.passage(2, List.of("report:R1", "commitment:C1", "round:X")))
                .with(FollowRecord.passage(1, List.of()))
                .with(commitment("C1", Optional.of("2018-01-10"), Optional.empty(), "", ""));
        FollowPages pages = FollowRecord.pages(record, FollowAsked.NOTHING, "en");
        assertThat(words(table(pages.articles()).rows().getFirst().getFirst()))
                .containsExactly("A speech");
        assertThat(pages.findArticle("another")).isEmpty();
        List<FollowPage.Section> lines =
                pages.findArticle("speech").orElseThrow().sections();
        // SHA-256 of the bytes 1, 2, 3, as sha256sum gives it.
        assertThat(JSON.writeValueAsString(lines.getFirst()))
                .contains("039058c6f2c0cb492c533b0a4d14ef77cc0f78abccced5287d84a1a2011cfb81");
        assertThat(lines).extracting(FollowPage.Section::heading).endsWith("Line 1", "Line 2");
        assertThat(lines.getLast().lead()).contains("What line 2 says");
        assertThat(lines.getLast().notes()).containsExactly("Code points 100 to 199");
        FollowPage.Table held = (FollowPage.Table) lines.getLast().blocks().getFirst();
        assertThat(held.rows().stream().map(row -> words(row.get(0))))
                .containsExactly(
                        List.of("report:R1"),
                        List.of("commitment: Russia", "lets convoys pass"),
                        List.of("round:X"));
        assertThat(words(held.rows().get(1).get(1))).containsExactly("[nobody has judged it]");
        assertThat(words(held.rows().get(2).get(1)))
                .containsExactly("not known on the day asked about");
    }

    @Test
    void statementsLaidSideBySideStandSideBySide() {
        HandRecord record = record().with(FollowRecord.statement("S1", "Vell", "The road is open"))
                .with(FollowRecord.statement("S2", "Orr", "The road is shut"))
                .with(new FollowUp.SideBySide(
                        "desk",
                        "B1",
                        HandRecord.ENTERED,
                        List.of("S1", "S2"),
                        "The road",
                        "One says open, the other shut",
                        LocalDate.parse("2018-01-11")));
        FollowPage page = FollowRecord.page(record, FollowKind.STATEMENTS);
        assertThat(page.sections().getFirst().blocks())
                .singleElement()
                .isInstanceOfSatisfying(FollowPage.Beside.class, beside -> {
                    assertThat(beside.about()).isEqualTo("The road");
                    assertThat(beside.cards())
                            .extracting(card -> card.head().text())
                            .containsExactly("Vell", "Orr");
                });
    }

    @Test
    void anActorOrADayLeavesTheRestOut() {
        HandRecord record = record().with(FollowRecord.contribution(
                        "A1", Stage.ASKED, "5", "2018-01-01", "2018-01-31", ""))
                .with(notice("N1", "2018-01-04"));
        FollowAsked reds =
                new FollowAsked(Optional.empty(), Optional.of("the reds"), Optional.empty(), false);
        FollowPages pages = FollowRecord.pages(record, reds, "en");
        assertThat(pages.of(FollowKind.CONTRIBUTIONS).sections()).hasSize(1);
        assertThat(pages.of(FollowKind.NOTICES).sections()).isEmpty();
        assertThat(pages.of(FollowKind.NOTICES).intro())
                .contains("Nothing of this kind is entered, as far as it was asked about.");
        // All entries were recorded on 1 September 2017.
        assertThat(FollowRecord.pages(record, FollowRecord.asKnown("2017-08-31"), "en")
                        .of(FollowKind.CONTRIBUTIONS)
                        .sections())
                .isEmpty();
        assertThat(FollowRecord.pages(
                                record,
                                new FollowAsked(
                                        Optional.of("nowhere"),
                                        Optional.empty(),
                                        Optional.empty(),
                                        false),
                                "en")
                        .knowsArea())
                .isFalse();
    }

    /**
     * A post that stands is told to no reader; one that is gone three days after its last day ended
     * everywhere: the 10th ends last on earth at noon UTC of the 11th, so from noon of the 14th.
     */
    @ParameterizedTest
    @CsvSource({
        "'', 2018-01-20T12:00:00Z, false",
        "2018-01-10, 2018-01-14T12:00:00Z, false",
        "2018-01-10, 2018-01-14T12:00:01Z, true",
    })
    void aPostIsPlacedOnTheMapWhenItIsOver(String to, String now, boolean placed) {
        HandRecord record = record().with(FollowRecord.deployment("D1", to, PlacePrecision.EXACT));
        String shown = JSON.writeValueAsString(
                FollowRecord.pages(record, FollowAsked.NOTHING, "en", Instant.parse(now))
                        .of(FollowKind.DEPLOYMENTS));
        assertThat(shown.contains("Map of deployments")).isEqualTo(placed);
        assertThat(shown.contains("Hidden Hill")).isEqualTo(placed);
        assertThat(shown.contains("Squareland")).isEqualTo(placed);
        assertThat(shown)
                .contains("none stated", "the reds", "the blues")
                .doesNotContain("32.5012", "36.2543");
    }

    @Test
    void aPointThatStandsForAGovernorateIsNotDrawn() {
        HandRecord record = record().with(
                        FollowRecord.deployment("D1", "2017-09-01", PlacePrecision.GOVERNORATE));
        assertThat(FollowRecord.page(record, FollowKind.DEPLOYMENTS)
                        .sections()
                        .getFirst()
                        .blocks())
                .singleElement()
                .isInstanceOf(FollowPage.Table.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void ofARegisterWithProtectedSourcesNoPageNamesOneNorAPlace(String language) {
        HandRecord record = FollowRecord.of(false)
                .with(notice("N1", "2018-01-04"))
                .with(step("N1", NoticeAct.SENT, "2018-01-05", "Basim"))
                .with(commitment("C1", Optional.of("2018-01-10"), Optional.empty(), "", ""))
                .with(status("C1", "", Fulfilment.PARTLY, "2018-01-12"))
                .with(FollowRecord.round("I", "North", "2018-01-02", "2018-01-03"))
                .with(FollowRecord.deployment("D1", "2017-09-01", PlacePrecision.EXACT))
                .with(FollowRecord.contribution(
                        "A1", Stage.ASKED, "5", "2018-01-01", "2018-01-31", ""))
                .with(FollowRecord.guarantee(Influence.GUARANTEES, "truce"))
                .with(FollowRecord.passage(
                        1, List.of("deployment:D1", "commitment:C1", "notice:N1", "round:I")));
        FollowPages pages = FollowRecord.pages(record, FollowAsked.NOTHING, language);
        StringBuilder shown = new StringBuilder();
        for (FollowKind kind : FollowKind.values()) {
            shown.append(JSON.writeValueAsString(pages.of(kind)));
        }
        shown.append(JSON.writeValueAsString(List.of(
                pages.hub(),
                pages.guarantors(),
                pages.excludedGroups(),
                pages.articles(),
                pages.findArticle("speech").orElseThrow())));
        assertThat(shown.toString())
                .contains("lets convoys pass", "Squareland")
                .doesNotContain("a ministry", "Brave Observer", "secret.example", "Hidden Hill")
                .doesNotContain("behind the mill", "32.5", "36.2", "Amal", "Basim", "two posts");
    }
}
