package org.truce.reading.figures;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.base.Hash;
import org.truce.reading.text.Original;
import org.truce.reading.text.Prepared;
import org.truce.reading.tokens.Lines;
import org.truce.reading.tokens.Sentence;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

final class AmountsTest {
    private static final List<String> SMALL = List.of(
            "zero,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,fifteen,"
                    .concat("sixteen,seventeen,eighteen,nineteen")
                    .split(","));

    private static final List<String> TENS =
            List.of("twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety".split(","));

    private static String inWords(int number) {
        if (number < 20) {
            return SMALL.get(number);
        }
        if (number < 100) {
            String tens = TENS.get(number / 10 - 2);
            return number % 10 == 0 ? tens : tens + "-" + SMALL.get(number % 10);
        }
        if (number < 1_000) {
            String hundreds = SMALL.get(number / 100) + " hundred";
            return number % 100 == 0 ? hundreds : hundreds + " and " + inWords(number % 100);
        }
        String thousands = inWords(number / 1_000) + " thousand";
        return number % 1_000 == 0 ? thousands : thousands + " " + inWords(number % 1_000);
    }

    private static Optional<Amounts.Found> find(String text) {
        Sentence sentence =
                Lines.of(Prepared.of(new Original(Hash.ZERO, text), "en")).getFirst();
        return Amounts.find(sentence, 0);
    }

    private static String told(String text) {
        return find(text)
                .map(found -> found.amount().least() + ".."
                        + (found.amount().most().isPresent()
                                ? String.valueOf(found.amount().most().getAsLong())
                                : ""))
                .orElse("-");
    }

    @Test
    void everyEnglishNumberUpToTenThousandIsReadWhole() {
        for (int number = 0; number < 10_000; number++) {
            String words = inWords(number);
            Optional<Amounts.Found> found = find(words + " violations");
            assertThat(found.map(one -> one.amount().least())).as(words).contains((long) number);
            assertThat(found.map(Amounts.Found::length))
                    .as(words)
                    .contains(words.split(" ").length);
        }
    }

    @Test
    void figuresWithAndWithoutGroups() {
        for (long number : new long[] {0, 7, 10, 999, 1_000, 12_345, 999_999, 1_234_567_890L}) {
            String plain = Long.toString(number);
            assertThat(told(plain + " shots")).isEqualTo(number + ".." + number);
            assertThat(told(String.format(Locale.ROOT, "%,d shots", number)))
                    .isEqualTo(number + ".." + number);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "at least four pupils, 4..",
        "more than thirty wounded, 31..",
        "between 10 and 12 dead, 10..12",
        "up to five people, 0..5",
        "three to five shots, 3..5",
        "10-12 shots, 10..12",
        "a dozen shots, 12..12",
        "two dozen shots, 24..24",
        "half a dozen shots, 6..6",
        "dozens of shots, 24..",
        "no fewer than 20 shots, 20..",
        "no violations, 0..0",
        "none, 0..0",
        "двадцать пять случаев, 25..25",
        "девять случаев, 9..9",
        "сто двадцать случаев, 120..120",
        "ثلاث حالات, 3..3",
        "خمسة عشر خرقا, 15..15",
        "وخمس حالات, 5..5",
        "٢٧ خرقا, 27..27"
    })
    void wordsAndRanges(String text, String expected) {
        assertThat(told(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "24 hours", "82 mm", "82-mm mortars", "7.62 calibre", "19:30", "12 May",
                "five per cent", "30 kilometres", "203/2021", "2017-02-25", "23rd", "25%",
                "10.04.2020", "24 часа", "24 ساعة"
            })
    void measuresAndDatesAreNoCounts(String text) {
        assertThat(find(text)).isEmpty();
    }

    @Test
    void timesAreTold() {
        assertThat(find("twice").map(Amounts.Found::form)).contains(Amounts.Form.TIMES);
        assertThat(find("five times").map(Amounts.Found::form)).contains(Amounts.Form.TIMES);
        assertThat(find("дважды").map(Amounts.Found::form)).contains(Amounts.Form.TIMES);
    }

    @Test
    void beyondAllCountingIsTheLargestWithADoubt() {
        for (String digits : List.of("1000000000000001", "9".repeat(1_000))) {
            Amount amount = find(digits + " shots").orElseThrow().amount();
            assertThat(amount.least()).isEqualTo(1_000_000_000_000_000L);
            assertThat(amount.has(Amount.Doubt.OVERFLOW)).isTrue();
        }
        assertThat(find("999999999999999 shots").orElseThrow().amount().isExact())
                .isTrue();
    }
}
