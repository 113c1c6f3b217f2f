package org.truce.reading.gold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.reading.statement.Form;
import org.truce.reading.text.Span;
import org.truce.record.StatementKind;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The sets keep to the conventions of the README beside them. */
final class GoldFilesTest {
    private static final String OPENING_MARKS = "\"“«„‘'";

    @ParameterizedTest
    @ValueSource(strings = {"dev", "dev2"})
    void setIsAsLargeAsItSays(String set) throws IOException {
        Gold gold = GoldFiles.load(set);

        assertThat(gold.articles()).hasSize(12);
        assertThat(gold.bulletins()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(gold.paragraphs()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(gold.articles().stream()
                        .mapToInt(article -> article.statements().size())
                        .sum())
                .isGreaterThanOrEqualTo(110);
        for (Gold.Article article : gold.articles()) {
            assertThat(article.text().split("\\s+").length)
                    .as("words of %s", article.name())
                    .isBetween(250, 450);
        }
    }

    /** Sets without incidents, of fewer articles. */
    @ParameterizedTest
    @CsvSource({"dev4, 10, 100, 0", "test-d, 6, 70, 16"})
    void laterSetIsAsLargeAsItSays(String set, int articles, int statements, int bulletins)
            throws IOException {
        Gold gold = GoldFiles.load(set);

        assertThat(gold.articles()).hasSize(articles);
        assertThat(gold.bulletins()).hasSize(bulletins);
        assertThat(gold.articles().stream()
                        .mapToInt(article -> article.statements().size())
                        .sum())
                .isGreaterThanOrEqualTo(statements);
        for (Gold.Article article : gold.articles()) {
            assertThat(article.text().split("\\s+").length)
                    .as("words of %s", article.name())
                    .isBetween(200, 450);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "dev2", "dev4", "test-d"})
    void everyKindAndFormOccursOften(String set) throws IOException {
        Map<StatementKind, Integer> kinds = new EnumMap<>(StatementKind.class);
        Map<Form, Integer> forms = new EnumMap<>(Form.class);
        for (Gold.Article article : GoldFiles.load(set).articles()) {
            for (Gold.Statement statement : article.statements()) {
                kinds.merge(statement.said().kind(), 1, Integer::sum);
                forms.merge(statement.said().form(), 1, Integer::sum);
            }
        }
        assertThat(kinds).hasSize(StatementKind.values().length);
        assertThat(kinds.values()).allMatch(count -> count >= 7);
        assertThat(forms).hasSize(Form.values().length);
        assertThat(forms.values()).allMatch(count -> count >= 7);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "dev2", "dev4", "dev5", "test-d"})
    void contentsStandInOrderWithoutOverlap(String set) throws IOException {
        for (Gold.Article article : GoldFiles.load(set).articles()) {
            int end = 0;
            for (Gold.Statement statement : article.statements()) {
                Span span = statement.said().content();
                assertThat(span.start())
                        .as("%s at %s", article.name(), span)
                        .isGreaterThanOrEqualTo(end);
                end = span.end();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "dev2", "dev4", "dev5", "test-d"})
    void contentsHaveMarksWhereTheirFormSaysSo(String set) throws IOException {
        for (Gold.Article article : GoldFiles.load(set).articles()) {
            Wording wording = new Wording(article.text());
            for (Gold.Statement statement : article.statements()) {
                Span span = statement.said().content();
                String content = wording.text(span);
                String before = wording.text(new Span(Math.max(0, span.start() - 1), span.start()));
                boolean opens = !before.isEmpty() && OPENING_MARKS.contains(before);
                boolean holds = content.matches("(?s).*[\"“«„‘].*|(?s).*(^|\\s)'\\w.*");
                boolean fits = switch (statement.said().form()) {
                    case DIRECT -> opens;
                    case INDIRECT -> !opens && !holds;
                    case MIXED -> !opens && holds;
                };
                assertThat(fits)
                        .as("%s, %s: %s", article.name(), statement.said().form(), content)
                        .isTrue();
                assertThat(article.text()).contains(statement.speakerText());
            }
        }
    }

    /**
     * A row may have parts that are broken down further, and stand there as totals of their own.
     */
    @ParameterizedTest
    @ValueSource(strings = {"dev", "dev2", "test-d"})
    void statedTotalsAreContradictedWhereTheSumsSaySo(String set) throws IOException {
        int contradicted = 0;
        for (Gold.Bulletin bulletin : GoldFiles.load(set).bulletins()) {
            Set<Integer> totals = new HashSet<>();
            bulletin.cells().forEach(cell -> cell.statedTotal().ifPresent(totals::add));
            for (List<Answer.Cell> row : listRows(bulletin.cells())) {
                int total = row.getFirst().statedTotal().orElseThrow();
                int sum = row.stream().mapToInt(Answer.Cell::count).sum();
                boolean fits = sum == total
                        || totals.stream().anyMatch(part -> part != total && sum + part == total);
                assertThat(row).as(bulletin.name()).allMatch(cell -> cell.consistent() == fits);
                contradicted += fits ? 0 : 1;
            }
        }
        assertThat(contradicted).isGreaterThanOrEqualTo(3);
    }

    /** Cells side by side that have the same stated total. */
    private static List<List<Answer.Cell>> listRows(List<Answer.Cell> cells) {
        List<List<Answer.Cell>> rows = new ArrayList<>();
        Optional<Integer> total = Optional.empty();
        for (Answer.Cell cell : cells) {
            if (cell.statedTotal().isPresent()) {
                if (!cell.statedTotal().equals(total)) {
                    rows.add(new ArrayList<>());
                }
                rows.getLast().add(cell);
            }
            total = cell.statedTotal();
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(strings = {"dev", "dev2", "dev4", "dev5", "test-d"})
    void coderHerselfScoresOne(String set) throws IOException {
        Gold gold = GoldFiles.load(set);
        Map<String, Answer> answers = new HashMap<>();
        for (Gold.Article article : gold.articles()) {
            List<Answer.Said> said =
                    article.statements().stream().map(Gold.Statement::said).toList();
            answers.put(article.text(), new Answer(said, List.of(), List.of()));
        }
        for (Gold.Bulletin bulletin : gold.bulletins()) {
            answers.put(bulletin.text(), new Answer(List.of(), bulletin.cells(), List.of()));
        }
        for (Gold.Paragraph paragraph : gold.paragraphs()) {
            answers.put(paragraph.text(), new Answer(List.of(), List.of(), paragraph.incidents()));
        }

        ScoreSheet sheet = ScoreSheet.of(
                gold, (text, date) -> Optional.ofNullable(answers.get(text)).orElseThrow());

        assertThat(sheet.listMisses()).isEmpty();
        assertThat(sheet.statements()
                        .rate(Closeness.STRICT, EnumSet.allOf(Form.class))
                        .f1())
                .isEqualTo(1);
        assertThat(sheet.statements().kindsOfAll().macroF1()).isEqualTo(1);
        assertThat(sheet.cells().exact().f1()).isEqualTo(1);
        assertThat(sheet.cells().contradictions().f1()).isEqualTo(1);
        assertThat(sheet.incidents().overall().f1()).isEqualTo(1);
    }

    @Test
    void noTextIsInTwoSets() throws IOException {
        Set<String> seen = new HashSet<>();
        for (String set : List.of("dev", "dev2", "dev4", "dev5", "test-d")) {
            Set<String> sentences = new HashSet<>();
            for (Gold.Article article : GoldFiles.load(set).articles()) {
                sentences.addAll(Arrays.asList(article.text().split("(?<=[.!?])\\s+")));
            }
            assertThat(sentences)
                    .as(set)
                    .filteredOn(sentence -> sentence.length() > 12)
                    .noneMatch(seen::contains);
            seen.addAll(sentences);
        }
    }

    @Test
    void offsetsCountCodePoints() {
        assertThat(GoldFiles.find("\uD83D\uDD4A a truce", "a truce", Optional.empty()))
                .isEqualTo(new Span(2, 9));
    }

    @Test
    void contentThatOccursTwiceNeedsItsOccurrence() {
        String text = "It holds. It holds.";

        assertThatThrownBy(() -> GoldFiles.find(text, "It holds", Optional.empty()))
                .hasMessageContaining("say which");
        assertThat(GoldFiles.find(text, "It holds", Optional.of(2))).isEqualTo(new Span(10, 18));
        assertThatThrownBy(() -> GoldFiles.find(text, "It held", Optional.empty()))
                .hasMessageContaining("does not hold");
    }

    @Test
    void unknownSetIsRefused() {
        assertThatThrownBy(() -> GoldFiles.load("none")).hasMessageContaining("try dev or dev2");
        assertThat(List.of("dev", "dev2"))
                .allSatisfy(set -> assertThat(GoldFiles.class.getResource(set)).isNotNull());
    }
}
