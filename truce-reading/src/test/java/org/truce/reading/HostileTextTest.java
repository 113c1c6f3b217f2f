package org.truce.reading;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.truce.base.Hash;
import org.truce.reading.statement.Statement;
import org.truce.reading.text.Original;
import org.truce.reading.text.Parts;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Texts made to break a reader: none crashes it, and each takes work in proportion to its length.
 */
final class HostileTextTest {
    private static final int SMALL = 400;
    private static final int FACTOR = 8;

    private static List<Statement> read(String text) {
        return new Reader()
                .read(new Original(Hash.ZERO, text), Optional.empty(), Optional.of("en"))
                .statements();
    }

    static Stream<String> pieces() {
        return Stream.of(
                "“",
                "\"",
                " \"a",
                "“a ‘b «c ",
                " 'a s' b",
                ", a",
                ": he said, ",
                "(((",
                "\"a",
                "«",
                "'",
                "\n\"",
                "said that ",
                "\u0301",
                "\u202e",
                "\u200b",
                "Name: we hold. ",
                "the minister said that the truce ",
                "The minister said that the truce held. ",
                "\"It holds,\" said Ivan Petrov. ",
                "Minister Ivan Petrov and Minister Boris Petrov met. He said it holds. ",
                "\n\n\"a",
                "<script>alert(\"x\")</script> <p>He said \"z\".</p> ",
                "\u202e\u200b\u2066said\u2069 ",
                "\ud800 \udc00 ",
                "\0",
                "مرحبا при hello ",
                "a",
                "... ",
                "- said ");
    }

    @ParameterizedTest
    @MethodSource("pieces")
    void workGrowsWithLengthAndNoFaster(String piece) {
        String small = piece.repeat(SMALL);
        String large = piece.repeat(SMALL * FACTOR);
        read(small);
        long once = allocatedBytes(small);
        long more = allocatedBytes(large);
        // Twice the proportion leaves room for tables that double; a square would be eight times.
        assertThat(more)
                .as("bytes made: %d for one, %d for eight", once, more)
                .isLessThan(2 * FACTOR * once);
    }

    /** What reading a text allocates: a count of work that no other load on the machine changes. */
    private static long allocatedBytes(String text) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        read(text);
        return threads.getCurrentThreadAllocatedBytes() - before;
    }

    @Test
    void markupIsText() {
        String text = "<br/>Ivan Petrov said: \"<script>alert(1)</script> holds.\"";
        assertThat(read(text)).singleElement().satisfies(one -> {
            Original original = new Original(Hash.ZERO, text);
            assertThat(original.text(one.content())).isEqualTo("<script>alert(1)</script> holds.");
        });
    }

    @Test
    void controlsOfDirectionDoNotMoveOffsets() {
        String text = "\u202eIvan Petrov\u202c sa\u200bid that the \u2066truce\u2069 holds.";
        assertThat(read(text)).singleElement().satisfies(one -> {
            Original original = new Original(Hash.ZERO, text);
            assertThat(original.text(one.content())).isEqualTo("the \u2066truce\u2069 holds");
        });
    }

    /** A text of several parts: each is read, with the positions of the whole. */
    @Test
    void theEndOfALongTextIsReadAsItsBeginningIs() {
        String said = "Minister Ivan Petrov said that the truce holds.";
        String text = said + "\n" + "It rained. ".repeat(Parts.LONGEST / 10) + "\n" + said;
        Original original = new Original(Hash.ZERO, text);
        List<Statement> statements = read(text);
        assertThat(statements).hasSize(2).allSatisfy(one -> {
            assertThat(original.text(one.content())).isEqualTo("the truce holds");
            assertThat(one.speaker().name()).contains("Ivan Petrov");
        });
        assertThat(statements.getLast().content().end()).isEqualTo(text.length() - 1);
    }

    @Test
    void anEmptyTextSaysNothing() {
        assertThat(read("")).isEmpty();
        assertThat(read(" \n\t\0")).isEmpty();
    }
}
