package org.truce.reading.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.truce.base.Hash;
import org.truce.reading.Reader;
import org.truce.reading.text.Original;
import org.truce.reading.text.Span;
import org.truce.record.StatementKind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The article that the project comes from, which lies beside the repository and not in it. */
final class ArticleTest {
    /**
     * First and last words of each statement, its form, and the kinds that a coder would accept.
     */
    private record Expected(String first, String last, Form form, Set<StatementKind> kinds) {}

    private static final List<Expected> EXPECTED = List.of(
            indirect("the United States has sent", "country's conflict", StatementKind.CLAIM),
            direct("Since May, the", "non-governmental organizations,", StatementKind.CLAIM),
            indirect("the United States would", "in the country", StatementKind.COMMITMENT),
            direct("The United States will", "cannot re-emerge,", StatementKind.COMMITMENT),
            indirect(
                    "Washington and its allies",
                    "city of Idlib",
                    StatementKind.CLAIM,
                    StatementKind.COMMITMENT),
            indirect("the US needs", "southwestern Syria", StatementKind.DEMAND),
            direct("Since July the", "held up well,", StatementKind.ASSESSMENT),
            direct("We need Russia", "de-escalation area.", StatementKind.DEMAND),
            indirect("Moscow must", "Geneva peace process", StatementKind.DEMAND),
            direct("The Assad regime", "Geneva process,", StatementKind.ASSESSMENT),
            direct("Russia must put", "the outcomes.", StatementKind.DEMAND),
            direct(
                    "The United States hears",
                    "ally Turkey,",
                    StatementKind.ASSESSMENT,
                    StatementKind.CLAIM),
            direct("We recognize", "helped liberate.", StatementKind.ASSESSMENT),
            new Expected(
                    "the United States \"must have",
                    "Syria's neighbors.",
                    Form.MIXED,
                    Set.of(StatementKind.DEMAND)));

    private static Expected indirect(String first, String last, StatementKind... kinds) {
        return new Expected(first, last, Form.INDIRECT, Set.of(kinds));
    }

    private static Expected direct(String first, String last, StatementKind... kinds) {
        return new Expected(first, last, Form.DIRECT, Set.of(kinds));
    }

    private static String article() throws IOException {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("mvnw"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        Path article = folder.resolve("../shared/seed/article.txt");
        assumeTrue(Files.exists(article), "skipped: ../shared/seed/article.txt is not there");
        return Files.readString(article);
    }

    private static List<Statement> read(String text, Optional<LocalDate> date) {
        return new Reader()
                .read(new Original(Hash.ZERO, text), date, Optional.empty())
                .statements();
    }

    @Test
    void fourteenStatementsEachWhereItStands() throws IOException {
        String text = article();
        List<Statement> found = read(text, Optional.empty());
        assertThat(found).hasSameSizeAs(EXPECTED);
        int from = 0;
        for (int i = 0; i < EXPECTED.size(); i++) {
            Expected expected = EXPECTED.get(i);
            Span span = span(text, expected, from);
            assertThat(found.get(i).content()).as(expected.first()).isEqualTo(span);
            assertThat(found.get(i).form()).as(expected.first()).isEqualTo(expected.form());
            from = span.end();
        }
    }

    /** The article has no character beyond the basic plane: its indices are code points. */
    private static Span span(String text, Expected expected, int from) {
        String plain = text.replace('’', '\'');
        int start = plain.indexOf(expected.first(), from);
        int last = plain.indexOf(expected.last(), start);
        assertThat(start).as(expected.first()).isNotNegative();
        assertThat(last).as(expected.last()).isNotNegative();
        return new Span(start, last + expected.last().length());
    }

    @Test
    void oneManSaysThemAllWithTheDateAndWithout() throws IOException {
        String text = article();
        for (Optional<LocalDate> date :
                List.of(Optional.<LocalDate>empty(), Optional.of(LocalDate.parse("2018-01-17")))) {
            assertThat(read(text, date)).allSatisfy(one -> {
                assertThat(one.speaker().name()).contains("Rex Tillerson");
                assertThat(one.speaker().id()).contains("rex-tillerson");
            });
        }
    }

    @Test
    void theKindsAreThoseThatACoderWouldAccept() throws IOException {
        List<Statement> found = read(article(), Optional.empty());
        int right = 0;
        for (int i = 0; i < EXPECTED.size(); i++) {
            right += EXPECTED.get(i).kinds().contains(found.get(i).kind()) ? 1 : 0;
        }
        assertThat(right).isGreaterThanOrEqualTo(12);
    }

    @Test
    void nothingIsAttributedFromTheNarratorsEnd() throws IOException {
        String text = article();
        int end = text.indexOf("Syria has been engulfed");
        assertThat(end).isPositive();
        assertThat(read(text, Optional.empty())).allMatch(one -> one.content().end() < end);
    }
}
