package org.truce.reading.gold;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.truce.reading.text.Span;

import java.io.IOException;
import java.util.HashSet;
import java.util.Set;

/**
 * What the project's reader gives can be scored. Prints the table and the misses of the set that
 * the system property gold.set names: "dev" where it names none.
 */
final class WithReaderTest {
    private static final String SET = System.getProperty("gold.set", "dev");

    @Test
    void statementsStandInTheTextAndAreGivenOnce() throws IOException {
        Gold gold = GoldFiles.load(SET);
        TextReader reader = new WithReader();

        for (Gold.Article article : gold.articles()) {
            Answer answer = reader.read(article.text(), article.date());
            Wording wording = new Wording(article.text());
            Set<Span> spans = new HashSet<>();
            for (Answer.Said said : answer.statements()) {
                assertThat(wording.text(wording.core(said.content())))
                        .as("%s at %s", article.name(), said.content())
                        .isNotEmpty();
                assertThat(spans.add(said.content()))
                        .as("%s: given twice: %s", article.name(), wording.text(said.content()))
                        .isTrue();
            }
        }
        ScoreSheet sheet = ScoreSheet.of(gold, reader);
        System.out.println("== " + SET + sheet.table());
        sheet.listMisses().forEach(System.out::println);
    }
}
