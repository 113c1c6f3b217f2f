package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.record.FollowUp;
import org.truce.record.NoticePlace;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Rules for notices, articles and statements side by side: what is read, and what is refused. */
final class FollowUpYamlTest {
    private static final String RULES = """
        truce-notice-rules: 1
        from: 2018-01-01
        answer-days: {minor: 14, serious: 7, grave: 2}
        remind-days: 1
        ladder:
          - {after-days: 3, to: liaison officer}
          - {after-days: 7, to: joint commission}
        """;
    private static final String ARTICLE = """
        truce-article: 1
        id: a-speech
        title: A speech
        publisher: A paper
        published: 2018-01-18
        sha256: ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad
        lines:
          - {start: 0, end: 10, paraphrase: {en: first, ar: أول}, records: ["statement:S-1"]}
          - {start: 11, end: 20, paraphrase: {en: second}, records: ["round:T1", "report:R1"]}
        """;
    private static final String BESIDE = """
        truce-claims: 1
        side-by-side:
          - id: the-gate
            statements: [S-1, S-2]
            about: the gate
            why: one says open, one shut
            on: 2018-01-18
        """;

    @Test
    void theyAreRecognisedAndRead() {
        for (Map.Entry<String, Format> wanted : Map.of(
                        RULES, Format.NOTICE_RULES, ARTICLE, Format.ARTICLE, BESIDE, Format.CLAIMS)
                .entrySet()) {
            byte[] bytes = wanted.getKey().getBytes(StandardCharsets.UTF_8);
            assertThat(Intake.recognise(bytes)).contains(wanted.getValue());
            assertThat(SchemaTest.fits(wanted.getValue(), wanted.getKey())).isTrue();
        }
        FollowUp.NoticeRules rules = (FollowUp.NoticeRules)
                Taken.from(Format.NOTICE_RULES, RULES).entries().getFirst();
        assertThat(rules.answer()).isEqualTo(new FollowUp.NoticeRules.AnswerDays(14, 7, 2));
        assertThat(rules.ladder())
                .containsExactly(
                        new FollowUp.NoticeRules.Rung(3, "liaison officer"),
                        new FollowUp.NoticeRules.Rung(7, "joint commission"));
        assertThat(rules.place()).isEmpty();
        String district = RULES + "place: district\n";
        assertThat(SchemaTest.fits(Format.NOTICE_RULES, district)).isTrue();
        assertThat(((FollowUp.NoticeRules) Taken.from(Format.NOTICE_RULES, district)
                                .entries()
                                .getFirst())
                        .place())
                .contains(NoticePlace.DISTRICT);
        assertThat(Taken.from(Format.NOTICE_RULES, RULES + "place: village\n").entries())
                .isEmpty();
        assertThat(Taken.from(Format.ARTICLE, ARTICLE).entries())
                .map(entry -> ((FollowUp.Passage) entry).line())
                .containsExactly(1, 2);
        assertThat(Taken.from(Format.CLAIMS, BESIDE).entries())
                .map(entry -> ((FollowUp.SideBySide) entry).statements().size())
                .containsExactly(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grave: 2|grave: 0|grave",
                "grave: 2|grav: 2|grav",
                "remind-days: 1|remind-days: soon|remind-days",
                "after-days: 7|after-days: 3|after-days",
                "to: joint commission|to: ''|to",
                "from: 2018-01-01|from: January|from"
            })
    void rulesWithAProblemAreRefused(String good, String bad, String column) {
        Taken taken = Taken.from(Format.NOTICE_RULES, RULES.replace(good, bad));
        assertThat(taken.entries()).isEmpty();
        assertThat(taken.defects()).extracting(Defect::column).contains(column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "start: 11|start: 9|start",
                "end: 20|end: 11|start",
                "ba7816bf8f|BA7816BF8F|sha256",
                "round:T1|T1|records",
                "{en: second}|{ar: second}|en",
                "id: a-speech|id: A Speech|id"
            })
    void anArticleWithAProblemIsRefused(String good, String bad, String column) {
        Taken taken = Taken.from(Format.ARTICLE, ARTICLE.replace(good, bad));
        assertThat(taken.entries()).isEmpty();
        assertThat(taken.defects()).extracting(Defect::column).contains(column);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[S-1, S-2]|[S-1]|statements",
                "[S-1, S-2]|[S-1, S-1]|statements",
                "on: 2018-01-18|on: then|on",
                "side-by-side:|sides:|sides"
            })
    void statementsSideBySideWithAProblemAreRefused(String good, String bad, String column) {
        Taken taken = Taken.from(Format.CLAIMS, BESIDE.replace(good, bad));
        assertThat(taken.entries()).isEmpty();
        assertThat(taken.defects()).extracting(Defect::column).contains(column);
    }
}
