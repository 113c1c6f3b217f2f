package org.truce.reading.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.reading.incident.Incident;
import org.truce.reading.incident.Incidents;
import org.truce.reading.incident.Places;
import org.truce.reading.text.Prepared;
import org.truce.reading.text.Span;
import org.truce.reading.tokens.Lines;
import org.truce.reading.tokens.Sentence;

import java.util.List;
import java.util.Optional;

/** Texts made to break a reader. */
final class HostileBulletinsTest {
    private static final int LETTERS = 100_000;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "in A (1), ",
                "9",
                "1,000",
                "a",
                "(",
                "Abu ",
                "the side of ",
                "a\t1\n",
                "a\t1",
                "| 1 ",
                ". ",
                "in Hama (in Homs (3), ",
                "killed two and ",
                "\u200b\u202e1",
                "في حماة (٣) و",
                "two two killed shelled ",
                "\"",
                "\uD800",
                "\u0000",
                "at least twenty ",
                "<script>alert(1)</script> 5 violations ",
                "\uFDFA",
                "shelled by the army of ",
                "- - -\n",
                "12 May "
            })
    void nothingBreaksAndEverySpanLiesInTheText(String piece) {
        String text = piece.repeat(LETTERS / piece.length());
        Prepared prepared = BulletinsTest.prepared(text);
        Span all = prepared.original().all();
        for (Tally tally : Bulletins.read(prepared)) {
            assertThat(tally.spans()).allMatch(all::contains);
        }
        for (Incident one : Incidents.read(prepared, Optional.empty(), Places.NONE)) {
            assertThat(all.contains(one.span())).isTrue();
        }
    }

    /** Work within a sentence may grow faster than its length, so its length is bounded. */
    @Test
    void aSentenceWithoutEndIsCut() {
        int most = 0;
        int tokens = 0;
        for (Sentence line : Lines.of(BulletinsTest.prepared("in A (1), ".repeat(20_000)))) {
            most = Math.max(most, line.size());
            tokens += line.size();
        }
        assertThat(most).isEqualTo(600);
        assertThat(tokens).isEqualTo(6 * 20_000);
    }

    /** Each of them may divide each before it; that must not be tried in every way. */
    @Test
    @Timeout(120)
    void aListWithoutEndIsReadInTime() {
        StringBuilder text = new StringBuilder("The army counted 900 breaches: ");
        for (int i = 0; i < 17_000; i++) {
            text.append("one in A")
                    .append((char) ('a' + i % 26))
                    .append((char) ('a' + i / 26 % 26))
                    .append((char) ('a' + i / 676))
                    .append(", ");
        }
        // A sentence is cut after 600 tokens, now and then between a number and its place.
        assertThat(Bulletins.read(BulletinsTest.prepared(text.toString())))
                .hasSizeBetween(16_000, 17_000);
    }

    /** A gazetteer is asked for each name once, and not for every one of a hostile text. */
    @Test
    void placesAreAskedForBoundedly() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            text.append("The army shelled a farm near Hama")
                    .append((char) ('a' + i % 26))
                    .append((char) ('a' + i / 26 % 26))
                    .append((char) ('a' + i / 676))
                    .append(". ");
        }
        int[] asked = new int[1];
        List<Incident> incidents =
                Incidents.read(BulletinsTest.prepared(text.toString()), Optional.empty(), words -> {
                    asked[0]++;
                    return List.of();
                });
        assertThat(incidents).hasSize(5_000);
        assertThat(asked[0]).isEqualTo(2_000);
    }

    @Test
    void aThousandBulletinsGiveAThousandTimesTheCells() {
        String bulletin = "The western side registered 9 cases of firing in the provinces of"
                + " Hama (4), Homs (3) and Daraa (2).\n\n";
        assertThat(Bulletins.read(BulletinsTest.prepared(bulletin.repeat(1_000))))
                .hasSize(3_000);
    }
}
