package org.truce.reading.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.base.Hash;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Positions, quotations, sentences and words, in texts of our own. */
final class TextTest {
    private static Original original(String text) {
        return new Original(Hash.ZERO, text);
    }

    private static List<String> quoted(String text) {
        Prepared prepared = Prepared.of(original(text), "en");
        return prepared.quotations().stream()
                .filter(one -> one.depth() == 0)
                .map(one -> prepared.original().text(one.content()))
                .toList();
    }

    private static List<String> sentences(String text) {
        Prepared prepared = Prepared.of(original(text), "en");
        return prepared.sentences().stream()
                .map(one -> prepared.original().text(one.span()))
                .toList();
    }

    private static List<String> words(String text) {
        Original original = original(text);
        return Words.of(original, original.all()).stream().map(Token::form).toList();
    }

    @Test
    void positionsAreCodePointsAlsoBehindCharactersBeyondTheBasicPlane() {
        String text = "😀 ".repeat(3_000) + "truce 😀 holds";
        Original original = original(text);
        int start = 6_000;
        assertThat(original.length()).isEqualTo(6_000 + "truce ".length() + 1 + " holds".length());
        assertThat(original.text(new Span(start, start + 5))).isEqualTo("truce");
        assertThat(original.text(new Span(start + 6, start + 13))).isEqualTo("😀 holds");
        assertThat(original.plain(new Span(start + 6, start + 13)))
                .isEqualTo(Original.OTHER + " holds");
    }

    @Test
    void plainTextHasOneCharacterForEachCodePoint() {
        String text = "a\u00a0b\u200bc\u202ed\ud800e\r\nf\u2028g\u2011h\0i";
        Original original = original(text);
        assertThat(original.plain())
                .isEqualTo("a b\u200bc\u200bd\ufffde \nf\ng-h i")
                .hasSize(text.codePointCount(0, text.length()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "He said: \"We go.\" Then he left. # We go.",
                "“We said ‘never’ and meant it,” she said. # We said ‘never’ and meant it,",
                "«Мы здесь», сказал он. # Мы здесь",
                "„Wir bleiben“, sagte er. # Wir bleiben",
                "The ‘sides’ positions’ differ # sides’ positions",
                "It's the soldiers' fault, he said 'with regret' there. # with regret",
                "\"We call this \"peace\" here,\" he said. # We call this \"peace\" here,",
                "He said 「停火」 twice # 停火"
            })
    void marksOfManyKindsArePaired(String text, String content) {
        assertThat(quoted(text)).containsExactly(content);
    }

    @Test
    void aMarkLeftOpenGoesOnWhereTheNextParagraphOpensAgain() {
        Prepared prepared = Prepared.of(original("\"One. Two.\n\n\"Three,\" he said."), "en");
        assertThat(prepared.quotations()).extracting(Quotation::closed).containsExactly(true, true);
        assertThat(prepared.quotations().getLast().continued()).isTrue();
    }

    @Test
    void aMarkNobodyClosedIsUnclosed() {
        Prepared prepared = Prepared.of(original("\"One. Two.\n\nThree, he said."), "en");
        assertThat(prepared.quotations()).singleElement().matches(one -> !one.closed());
    }

    @Test
    void aFullStopInsideAQuotationEndsNoSentence() {
        assertThat(sentences("\"We stop. We wait,\" said Gen. Ilic of the U.S. Army. He left."))
                .containsExactly(
                        "\"We stop. We wait,\" said Gen. Ilic of the U.S. Army.", "He left.");
    }

    @Test
    void aSentenceEndsBehindTheMarkThatClosesIt() {
        assertThat(sentences("He said: \"We stop.\" The other left. \"Fine.\" \"No!\""))
                .containsExactly(
                        "He said: \"We stop.\"", "The other left.", "\"Fine.\"", "\"No!\"");
    }

    @Test
    void endingsStandAloneAndShortenedWordsKeepTheirStop() {
        assertThat(words("Syria’s army didn't leave at 10:30 a.m., Mr. al-Rai told"
                        + " de-mining teams."))
                .containsExactly(
                        "Syria",
                        "'s",
                        "army",
                        "did",
                        "n't",
                        "leave",
                        "at",
                        "10:30",
                        "a.m.",
                        ",",
                        "Mr.",
                        "al-Rai",
                        "told",
                        "de-mining",
                        "teams",
                        ".");
    }

    @Test
    void aWordIsReadWithoutWhatHasNoWidth() {
        assertThat(words("sa\u200bid \u202esaid")).containsExactly("said", "said");
    }

    @Test
    void linesOfEvenWidthAreOneParagraph() {
        String text = "The truce held in the\nnorth of the town and\nwas broken in the south,\n"
                + "monitors said.\n\nNobody was hurt.\n";
        assertThat(Prepared.of(original(text), "en").paragraphs()).hasSize(2);
    }

    @Test
    void linesThatEndTheirSentencesAreParagraphs() {
        String text = "The truce held.\nNobody was hurt.\n\nIt rained.\n";
        assertThat(Prepared.of(original(text), "en").paragraphs()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({
        "The army said that the truce held in the north, en",
        "L'armée a annoncé que les tirs ont cessé dans la ville et le port, fr",
        "В районе перемирие соблюдалось, ru",
        "Перемир'я тривало в її районі і місті, uk",
        "سجلت خروقات في المدينة, ar",
        "قال Jean-Marc Ayrault إن الهدنة صامدة, ar",
        "وزیر امور خارجه گفت آتش بس برقرار است و پنج نفر بازگشتند, fa",
        "وزیر نے کہا کہ جنگ بندی قائم ہے, ur",
        "Міністр сказаў што ў раёне ціха і ўсё добра ў нас, be",
        "В районе «Їжак» перемирие соблюдалось и вчера и сегодня без единого выстрела с обеих"
                + " сторон, ru",
        "1 2 3, und"
    })
    void theLanguageIsToldFromScriptAndLittleWords(String text, String language) {
        assertThat(Language.of(original(text))).isEqualTo(language);
    }

    @ParameterizedTest
    @CsvSource({"UTF-16LE, true", "UTF-16BE, true", "UTF-8, true", "UTF-8, false"})
    void unicodeIsDecodedWithAndWithoutItsMark(String charset, boolean marked) {
        String text = "Перемирие: \"truce\"";
        byte[] bytes = ((marked ? "\ufeff" : "") + text).getBytes(Charset.forName(charset));
        Decoded decoded = Decoded.of(bytes);
        assertThat(decoded.text()).isEqualTo(text);
        assertThat(decoded.encoding()).isEqualTo(charset);
        assertThat(decoded.marked()).isEqualTo(marked);
    }

    @Test
    void utf16WithoutAMarkIsToldByItsZeros() {
        String text = "The truce holds.";
        assertThat(Decoded.of(text.getBytes(StandardCharsets.UTF_16LE)).text()).isEqualTo(text);
        assertThat(Decoded.of(text.getBytes(StandardCharsets.UTF_16BE)).text()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, Министерство обороны сообщило о шести нарушениях режима перемирия",
        "windows-1256, سجلت الوزارة ستة خروقات للهدنة في ريف المدينة",
        "windows-1252, Le cessez-le-feu a été respecté à Genève"
    })
    void singleByteTextIsToldByItsLetters(String charset, String text) {
        Decoded decoded = Decoded.of(text.getBytes(Charset.forName(charset)));
        assertThat(decoded.encoding()).isEqualTo(charset);
        assertThat(decoded.text()).isEqualTo(text);
    }

    @Test
    void aFewBrokenBytesInUtf8AreReplacedAndCounted() {
        byte[] good =
                "Перемирие соблюдается в районе. ".repeat(20).getBytes(StandardCharsets.UTF_8);
        byte[] bytes = new byte[good.length + 1];
        System.arraycopy(good, 0, bytes, 0, good.length);
        bytes[good.length] = (byte) 0xFF;
        Decoded decoded = Decoded.of(bytes);
        assertThat(decoded.encoding()).isEqualTo("UTF-8");
        assertThat(decoded.replaced()).isEqualTo(1);
    }
}
