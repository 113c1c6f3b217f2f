package org.truce.reading.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.base.Hash;

import java.util.ArrayList;
import java.util.List;

/** Where a long text is parted. */
final class PartsTest {
    private static List<String> parts(String text) {
        Original original = new Original(Hash.ZERO, text);
        return Parts.of(original).stream().map(original::text).toList();
    }

    @Test
    void aTextOfUsualLengthIsOnePart() {
        String longest = "x".repeat(Parts.LONGEST);
        assertThat(parts(longest)).containsExactly(longest);
        assertThat(parts("")).isEmpty();
    }

    /** The last fifth before the limit is looked through. */
    @ParameterizedTest
    @ValueSource(strings = {"\n\n", "\n", ". ", " "})
    void aPartEndsWhereTheTextHasItsEndings(String ending) {
        String first = "x".repeat(Parts.LONGEST - 90_000) + ending;
        String rest = "y".repeat(300_000);
        assertThat(parts(first + rest)).containsExactly(first, rest);
    }

    @Test
    void aParagraphsEndIsBetterThanALaterSentence() {
        String first = "x".repeat(Parts.LONGEST - 90_000) + "\n";
        String rest = "y".repeat(80_000) + ". " + "z".repeat(300_000);
        assertThat(parts(first + rest)).containsExactly(first, rest);
    }

    @Test
    void anEndingTooFarBackIsNone() {
        String text = "x".repeat(1_000) + "\n\n" + "y".repeat(Parts.LONGEST);
        assertThat(parts(text)).extracting(String::length).containsExactly(Parts.LONGEST, 1_002);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"a",
                "(",
                "«",
                "“",
                "'",
                "\n\"",
                "said that ",
                "\u0301",
                "\u202e",
                "\u200b",
                "😀",
                "<p>",
                "<script>alert(1)</script>"
            })
    void partsAreTheTextWhateverItHolds(String piece) {
        String text = piece.repeat(1_200_000 / piece.length());
        Original original = new Original(Hash.ZERO, text);
        List<Span> parts = Parts.of(original);
        List<Integer> ends = new ArrayList<>(List.of(0));
        parts.forEach(part -> {
            assertThat(part.start()).isEqualTo(ends.getLast());
            assertThat(part.length()).isBetween(1, Parts.LONGEST);
            ends.add(part.end());
        });
        assertThat(ends.getLast()).isEqualTo(original.length());
    }

    /** What is held at one time is the words of one part. */
    @Test
    void aPartIsCutWithoutTheRest() {
        Original original = new Original(Hash.ZERO, "One word. ".repeat(120_000));
        int sentences = 0;
        for (Span part : Parts.of(original)) {
            Prepared prepared = Prepared.of(original, "en", part);
            assertThat(prepared.sentences()).allMatch(one -> part.contains(one.span()));
            sentences += prepared.sentences().size();
        }
        assertThat(sentences).isEqualTo(120_000);
    }
}
