package org.truce.reading.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.base.Hash;
import org.truce.reading.statement.Statement;
import org.truce.reading.text.Original;
import org.truce.reading.text.Prepared;

import java.lang.management.ManagementFactory;
import java.util.List;

/**
 * Texts made to break a reader: none crashes it, and each takes work in proportion to its length.
 */
final class ForeignHostileTest {
    private static final int SMALL = 400;
    private static final int FACTOR = 8;

    private static List<Statement> read(String text, String language) {
        return ForeignStatements.read(Prepared.of(new Original(Hash.ZERO, text), language));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "قال ",
                "قال إن ",
                "قال الوزير إن الهدنة صامدة ",
                "قال الوزير إن الهدنة صامدة. ",
                "قال الوزير سامر الخطيب: «نعم، لا\". وأضاف ",
                "بحسب ، ",
                "«قال ",
                "وزير ",
                "بن ",
                "\u202e\u200b\u2066قا\u200dل\u2069 إن ",
                "ـــــ َُّ ",
                "сказал ",
                "«Да, — сказал он. — ",
                "«Да, — сказал Иван Петров. — Нет». ",
                "По словам Ивана Петрова, ",
                "Министр Иван Петров заявил, что дорога открыта. ",
                ", что ",
                "— ",
                "Иван Петров ",
                "قال Петров said: \"да نعم\" ",
                "\n\n«а"
            })
    void workGrowsWithLengthAndNoFaster(String piece) {
        for (String language : List.of("ar", "ru")) {
            String small = piece.repeat(SMALL);
            String large = piece.repeat(SMALL * FACTOR);
            read(small, language);
            long once = allocatedBytes(small, language);
            long more = allocatedBytes(large, language);
            // Twice the proportion leaves room for tables that double; a square would be eight.
            assertThat(more)
                    .as("%s: bytes made: %d for one, %d for eight", language, once, more)
                    .isLessThan(2 * FACTOR * once);
        }
    }

    /** What reading a text allocates: a count of work that no other load on the machine changes. */
    private static long allocatedBytes(String text, String language) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        read(text, language);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void manyNamesThatBeginAlikeAreNoSquare() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 2_000; i++) {
            text.append("Министр Иван Петров").append((char) ('а' + i % 32)).append((char)
                    ('а' + i / 32 % 32));
            text.append("ский заявил, что дорога открыта. ");
        }
        String small = text.substring(0, text.length() / FACTOR);
        read(small, "ru");
        long once = allocatedBytes(small, "ru");
        assertThat(allocatedBytes(text.toString(), "ru")).isLessThan(2 * FACTOR * once);
    }

    @Test
    void controlsOfDirectionDoNotMoveOffsets() {
        String text = "\u202bقال الوزير سامر الخ\u200dطيب إ\u200cن \u2067الهدنة\u2069 صامدة.\u202c";
        Original original = new Original(Hash.ZERO, text);
        assertThat(read(text, "ar")).singleElement().satisfies(one -> {
            assertThat(original.text(one.content())).contains("الهدنة").endsWith("صامدة");
            assertThat(one.speaker().name()).contains("سامر الخطيب");
        });
    }

    @Test
    void anEmptyTextSaysNothing() {
        assertThat(read("", "ar")).isEmpty();
        assertThat(read(" \n«»", "ru")).isEmpty();
    }
}
