package org.truce.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.MissingResourceException;

/** Points, hashes, three-valued truth, and phrases in two languages. */
final class PlacesAndWordsTest {

    @ParameterizedTest
    @CsvSource({
        // A degree of longitude on the equator is a 360th of 2 pi 6371 km.
        "0, 0, 0, 1, 111.195",
        "90, 0, -90, 0, 20015.087",
        "0, 179.5, 0, -179.5, 111.195",
        // cos h = sin² 60° + cos² 60° cos 90° = 3/4, and acos 0.75 is 41.40962°.
        "60, 0, 60, 90, 4604.53",
        "32.6, 36.1, 32.6, 36.1, 0"
    })
    void distancesAreAlongTheGround(double lat1, double lon1, double lat2, double lon2, double km) {
        LatLon one = new LatLon(lat1, lon1);
        LatLon other = new LatLon(lat2, lon2);
        assertThat(one.kmTo(other)).isCloseTo(km, within(0.02));
        assertThat(other.kmTo(one)).isCloseTo(one.kmTo(other), within(1e-9));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "32.625,36.1|32.625,36.1",
                "-33,36|-33.0,36.0",
                "0.0001,-0.00001|0.00010,-0.000010",
                "90,-180|90.0,-180.0"
            })
    void aPointIsWrittenInDecimalDegrees(String read, String written) {
        LatLon point = LatLon.get(read);
        assertThat(point.text()).isEqualTo(written);
        assertThat(LatLon.get(point.text())).isEqualTo(point);
    }

    @ParameterizedTest
    @ValueSource(strings = {"90.1,0", "0,180.1", "NaN,0", "0,Infinity", "32", "", "a,b", ","})
    void whatIsNoPlaceIsRefused(String text) {
        assertThatThrownBy(() -> LatLon.get(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aHashIsThatOfItsPartsOneAfterAnother() {
        // The test vector of FIPS 180-2, appendix B.1.
        String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
        assertThat(Hash.of("abc".getBytes(StandardCharsets.UTF_8)).hex()).isEqualTo(abc);
        assertThat(Hash.of(new byte[] {'a'}, new byte[] {'b', 'c'})).isEqualTo(new Hash(abc));
        assertThat(Hash.of(new Hash(abc).bytes())).isNotEqualTo(new Hash(abc));
        assertThat(new Hash(abc).bytes()).hasSize(32).startsWith(0xba, 0x78);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ba78",
                "BA7816BF8F01CFEA414140DE5DAE2223B00361A396177A9CB410FF61F20015AD",
                "ga7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
            })
    void aHashHas64LowerCaseDigits(String hex) {
        assertThatThrownBy(() -> new Hash(hex)).isInstanceOf(IllegalArgumentException.class);
    }

    /** Kleene's tables: no outweighs in "and", yes outweighs in "or". */
    @ParameterizedTest
    @CsvSource({
        "yes, yes, yes, yes",
        "yes, unknown, unknown, yes",
        "yes, no, no, yes",
        "unknown, unknown, unknown, unknown",
        "unknown, no, no, unknown",
        "no, no, no, no"
    })
    void truthWithThreeValues(String left, String right, String and, String or) {
        assertThat(truth(left).and(truth(right))).isEqualTo(truth(and));
        assertThat(truth(right).and(truth(left))).isEqualTo(truth(and));
        assertThat(truth(left).or(truth(right))).isEqualTo(truth(or));
        assertThat(truth(right).or(truth(left))).isEqualTo(truth(or));
        // De Morgan.
        assertThat(truth(left).and(truth(right)).not())
                .isEqualTo(truth(left).not().or(truth(right).not()));
    }

    private static Truth truth(String code) {
        return Coded.find(Truth.class, code).orElseThrow();
    }

    @Test
    void aPhraseIsSaidInBothLanguagesWithFiguresAsTheyStand() {
        Phrase inner = Phrase.of("phrasetest.place", "Daraa");
        Phrase phrase = Phrase.of("phrasetest.counted", 1234, inner);
        assertThat(Phrases.in("en").say(phrase)).isEqualTo("it's 1234 in Daraa {0}");
        assertThat(Phrases.in("ar").say(phrase)).isEqualTo("العدد 1234 في محافظة Daraa");
        assertThat(Phrases.in("ar").language()).isEqualTo("ar");
    }

    /** Else a line of Arabic shows 2017-07-09 as 09-07-2017 and 3-5 as 5-3. */
    @Test
    void inArabicDatesAndSpansKeepTheirOrder() {
        Phrases words = Phrases.in("ar");
        assertThat(words.say("reconcile.day", LocalDate.of(2017, 7, 9)))
                .endsWith("\u20662017-07-09\u2069");
        assertThat(words.say("reconcile.killed", "3-5", "4")).contains("\u20663-5\u2069");
        assertThat(words.say("reconcile.killed", "3", "4")).doesNotContain("\u2066");
        assertThat(Phrases.in("en").say("reconcile.day", LocalDate.of(2017, 7, 9)))
                .endsWith(" 2017-07-09");
    }

    /** What stands in an argument is data, even when it looks like a pattern. */
    @Test
    void anArgumentIsNeverReadAsAPattern() {
        assertThat(Phrases.in("en").say("phrasetest.place", "{0} 'quoted' {"))
                .isEqualTo("in {0} 'quoted' {");
    }

    @Test
    void anUnknownLanguageIsEnglishAndAnUnknownKeyIsAnError() {
        assertThat(Phrases.in("fr").say("phrasetest.place", "x")).isEqualTo("in x");
        assertThat(Phrases.in("en").find("phrasetest.plain")).contains("plain words");
        assertThat(Phrases.in("en").find("phrasetest.none")).isEmpty();
        assertThat(Phrases.in("en").find("no-such-bundle.none")).isEmpty();
        assertThatThrownBy(() -> Phrases.in("ar").say("phrasetest.only-english"))
                .as("English words do not slip into an Arabic page")
                .isInstanceOf(MissingResourceException.class);
        assertThatThrownBy(() -> Phrases.in("en").say("nodot"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bundle and a dot");
    }
}
