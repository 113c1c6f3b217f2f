package org.truce.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.reconcile.linkage.Wording;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Texts and names of places as numbers that are equal where words are. */
final class WordingsTest {
    private final Wordings wordings = new Wordings();

    private Wording text(String text) {
        return wordings.read(Optional.empty(), Optional.of(text));
    }

    private static long common(int[] one, int[] other) {
        return IntStream.of(one)
                .filter(word -> Arrays.binarySearch(other, word) >= 0)
                .count();
    }

    @ParameterizedTest
    @CsvSource({
        "The convoy was shelled, 'convoys, SHELLING'",
        "سقطت القذائف على المدينة, وقذائف بالمدينة",
        "والقصف في الليلة, للقصف ليلة",
        "обстрел города, обстрела городу",
    })
    void formsOfOneWordAreOneNumber(String one, String other) {
        assertThat(common(text(one).words(), text(other).words())).isEqualTo(2);
    }

    @Test
    void namesInTwoScriptsSoundAlike() {
        Wording english = text("Shells on Inkhil and Jasim");
        Wording arabic = text("قصف على إنخل وجاسم");

        assertThat(english.script()).isNotEqualTo(arabic.script());
        assertThat(common(english.sounds(), arabic.sounds())).isEqualTo(2);
        assertThat(common(english.words(), arabic.words())).isZero();
    }

    @Test
    void figuresAreNoWordsForTheyAreComparedAsSuch() {
        assertThat(text("12, 13 and 122mm").words()).hasSize(2);
        assertThat(text("12 ... 13").words()).isEmpty();
        assertThat(text("").words()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Daraa, درعا, true",
        "Idlib, Idleb, true",
        "Daraa city, Daraa camp, false",
        "Daraa camp, مخيم درعا, true",
        "North Ghariyah, South Ghariyah, false",
    })
    void spellingsOfOnePlaceAreOneNumberAndItsCampIsAnother(
            String one, String other, boolean same) {
        int first = wordings.read(Optional.of(one), Optional.empty()).place();
        int second = wordings.read(Optional.of(other), Optional.empty()).place();

        assertThat(first == second).isEqualTo(same);
        assertThat(first).isNotEqualTo(Wording.NONE);
    }

    @Test
    void aPlaceWithoutANameOfItsOwnHasNone() {
        assertThat(wordings.read(Optional.of("..."), Optional.empty())).isEqualTo(Wording.NOTHING);
    }

    @Test
    void sharedWordsAreListedTheRarestFirst() {
        text("shells on the town");
        text("shells on the mill");
        text("shells near the bakery in town");

        assertThat(shared("Shells hit the bakery", "the bakery, by shells", 2))
                .containsExactly("bakery", "shells");
        assertThat(shared("a mill", "some oven", 4)).isEmpty();
        assertThat(shared("b " + "z".repeat(200), "or " + "z".repeat(200), 4))
                .containsExactly("z".repeat(40) + "…");
    }

    /** The word of the one is not in the other: it sounds like one that is. */
    @Test
    void betweenScriptsBothWordsAreShown() {
        assertThat(shared("Shells on Inkhil", "قصف إنخل", 4)).containsExactly("inkhil (انخل)");
    }

    private List<String> shared(String one, String other, int most) {
        Wordings.Common common = wordings.listShared(one, other, most);
        return common.words().stream()
                .map(word -> word.text(common.oneScript()))
                .toList();
    }
}
