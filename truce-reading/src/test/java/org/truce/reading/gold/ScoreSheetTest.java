package org.truce.reading.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.truce.reading.statement.Form;
import org.truce.reading.text.Span;
import org.truce.record.StatementKind;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Scores of statements, counted by hand. */
final class ScoreSheetTest {
    private static final LocalDate DAY = LocalDate.of(2030, 1, 2);
    private static final Set<Form> DIRECT = EnumSet.of(Form.DIRECT);
    private static final Set<Form> INDIRECT = EnumSet.of(Form.INDIRECT);
    private static final String TEXT = "\"We keep the truce,\" said Ada Sund. She added that the"
            + " old road to the north will be open again on Monday. Bo Lind denied having fired.";
    private static final String ROAD = "the old road to the north will be open again on Monday";

    private static Span span(String words) {
        return GoldFiles.find(TEXT, words, Optional.empty());
    }

    private static Answer.Said said(String words, Form form, String who, StatementKind kind) {
        Optional<String> speaker = who.isEmpty() ? Optional.empty() : Optional.of(who);
        return new Answer.Said(span(words), form, speaker, kind);
    }

    private static final Answer.Said KEEP =
            said("We keep the truce,", Form.DIRECT, "Ada Sund", StatementKind.COMMITMENT);
    private static final Answer.Said OPEN =
            said(ROAD, Form.INDIRECT, "Ada Sund", StatementKind.COMMITMENT);
    private static final Answer.Said FIRED =
            said("having fired", Form.INDIRECT, "Bo Lind", StatementKind.DENIAL);

    private static ScoreSheet score(Answer.Said... found) {
        List<Gold.Statement> expected = List.of(
                new Gold.Statement(KEEP, "Ada Sund", List.of("Sund"), Optional.empty()),
                new Gold.Statement(OPEN, "She", List.of(), Optional.empty()),
                new Gold.Statement(FIRED, "Bo Lind", List.of(), Optional.of("a phrase")));
        Gold gold =
                new Gold(List.of(new Gold.Article("a", TEXT, DAY, expected)), List.of(), List.of());
        return ScoreSheet.of(
                gold, (text, date) -> new Answer(List.of(found), List.of(), List.of()));
    }

    @Test
    void coderHerselfScoresOne() {
        ScoreSheet sheet = score(KEEP, OPEN, FIRED);

        for (Closeness closeness : Closeness.values()) {
            assertThat(sheet.statements()
                            .rate(closeness, EnumSet.allOf(Form.class))
                            .f1())
                    .isEqualTo(1);
        }
        assertThat(sheet.statements().kindsOfAll().macroF1()).isEqualTo(1);
        assertThat(sheet.statements().speakerShare()).isEqualTo(1);
        assertThat(sheet.listMisses()).isEmpty();
    }

    @Test
    void nothingFoundScoresNothing() {
        ScoreSheet sheet = score();

        assertThat(sheet.statements().rate(Closeness.EXACT, DIRECT).f1()).isZero();
        assertThat(sheet.statements().rate(Closeness.RELAXED, INDIRECT).f1()).isZero();
        assertThat(sheet.statements().kindsOfAll().macroF1()).isZero();
        assertThat(sheet.listMisses())
                .containsExactly(
                        "a: missed direct by Ada Sund: We keep the truce,",
                        "a: missed indirect by Ada Sund: " + ROAD,
                        "a: missed indirect by Bo Lind: having fired (doubt: a phrase)");
    }

    @Test
    void punctuationAtTheEdgeCountsOnlyWhenStrict() {
        ScoreSheet sheet = score(
                said("We keep the truce", Form.DIRECT, "Ada Sund", StatementKind.COMMITMENT),
                said("\"We keep", Form.DIRECT, "Ada Sund", StatementKind.CLAIM));

        assertThat(sheet.statements().rate(Closeness.STRICT, DIRECT)).isEqualTo(new Rate(0, 2, 1));
        assertThat(sheet.statements().rate(Closeness.EXACT, DIRECT)).isEqualTo(new Rate(1, 2, 1));
        assertThat(sheet.statements().rate(Closeness.EXACT, DIRECT).f1())
                .isCloseTo(2.0 / 3, within(1e-12));
    }

    @Test
    void fourFifthsOfTheWordsAreRelaxedlyTheSame() {
        Answer.Said tenOfTwelve = said(
                ROAD.replace(" on Monday", ""), Form.INDIRECT, "Ada Sund", StatementKind.CLAIM);
        Answer.Said nineOfTwelve = said(
                ROAD.replace(" again on Monday", ""),
                Form.INDIRECT,
                "Ada Sund",
                StatementKind.CLAIM);

        assertThat(ROAD.split(" ")).hasSize(12);
        assertThat(score(tenOfTwelve).statements().rate(Closeness.RELAXED, INDIRECT))
                .isEqualTo(new Rate(1, 1, 2));
        assertThat(score(tenOfTwelve).statements().rate(Closeness.EXACT, INDIRECT))
                .isEqualTo(new Rate(0, 1, 2));
        assertThat(score(nineOfTwelve).statements().rate(Closeness.RELAXED, INDIRECT))
                .isEqualTo(new Rate(0, 1, 2));
    }

    @Test
    void speakerMustBeResolvedToOneOfTheNamesThatWillDo() {
        Answer.Said surname =
                said("We keep the truce,", Form.DIRECT, "the sund", StatementKind.COMMITMENT);
        Answer.Said other =
                said("We keep the truce,", Form.DIRECT, "Bo Lind", StatementKind.COMMITMENT);
        Answer.Said open = said("We keep the truce,", Form.DIRECT, "", StatementKind.COMMITMENT);

        assertThat(score(surname).statements().rate(Closeness.EXACT, DIRECT).f1())
                .isEqualTo(1);
        assertThat(score(other).statements().rate(Closeness.EXACT, DIRECT).f1()).isZero();
        assertThat(score(other).statements().spanRate(Closeness.EXACT, DIRECT).f1())
                .isEqualTo(1);
        assertThat(score(other).listMisses())
                .contains("a: speaker Bo Lind instead of Ada Sund (Ada Sund): We keep the truce,");
        assertThat(score(open, OPEN).statements().unresolvedShare()).isEqualTo(0.5);
        assertThat(score(open, OPEN).statements().speakerShare()).isEqualTo(0.5);
    }

    @Test
    void otherFormCountsUnderBothHeadings() {
        ScoreSheet sheet =
                score(said("We keep the truce,", Form.MIXED, "Ada Sund", StatementKind.COMMITMENT));

        assertThat(sheet.statements().rate(Closeness.STRICT, DIRECT))
                .isEqualTo(new Rate(0, 0, 1, 1));
        assertThat(sheet.statements().rate(Closeness.STRICT, EnumSet.of(Form.MIXED)))
                .isEqualTo(new Rate(1, 1, 0, 0));
        assertThat(sheet.statements().formShare()).isZero();
    }

    @Test
    void sameSpanTwiceIsRightOnce() {
        assertThat(score(KEEP, KEEP).statements().rate(Closeness.STRICT, DIRECT))
                .isEqualTo(new Rate(1, 2, 1));
    }

    @Test
    void kindsAreAveragedOverKinds() {
        // Expected: commitment, commitment, denial. Found: commitment, claim, and no third.
        ScoreSheet sheet = score(KEEP, said(ROAD, Form.INDIRECT, "Ada Sund", StatementKind.CLAIM));
        KindScore pairs = sheet.statements().kindsOfPairs();
        KindScore all = sheet.statements().kindsOfAll();

        assertThat(pairs.rate(StatementKind.COMMITMENT)).isEqualTo(new Rate(1, 1, 2));
        assertThat(pairs.rate(StatementKind.CLAIM)).isEqualTo(new Rate(0, 1, 0));
        assertThat(pairs.macroF1()).isCloseTo((2.0 / 3 + 0) / 2, within(1e-12));
        assertThat(all.rate(StatementKind.DENIAL)).isEqualTo(new Rate(0, 0, 1));
        assertThat(all.macroF1()).isCloseTo((2.0 / 3 + 0 + 0) / 3, within(1e-12));
        assertThat(all.overall()).isEqualTo(new Rate(1, 2, 3));
    }

    @Test
    void tableNamesWhatItCounts() {
        assertThat(score(KEEP).table())
                .containsPattern("strict direct, span and speaker +P 1.000 \\(1 of 1\\)")
                .containsPattern(
                        "relaxed indirect, span +P 1.000 \\(0 of 0\\) +R 0.000 \\(0 of 2\\)")
                .contains("kind macro-F1, all", "cells exact", "incident realis");
    }
}
