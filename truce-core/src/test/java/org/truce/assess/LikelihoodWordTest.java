package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.base.Phrases;

final class LikelihoodWordTest {
    @ParameterizedTest
    @CsvSource({
        "0, almost no chance",
        "0.0499999, almost no chance",
        "0.05, very unlikely",
        "0.1999999, very unlikely",
        "0.20, unlikely",
        "0.4499999, unlikely",
        "0.45, roughly even chance",
        "0.5499999, roughly even chance",
        "0.55, likely",
        "0.7999999, likely",
        "0.80, very likely",
        "0.9499999, very likely",
        "0.95, almost certain",
        "1, almost certain"
    })
    void theLowerBoundBelongsToTheWord(double probability, String word) {
        assertThat(Phrases.in("en").say(LikelihoodWord.of(probability).phrase()))
                .isEqualTo(word);
    }

    @Test
    void aProbabilityLiesFromZeroToOne() {
        assertThatThrownBy(() -> LikelihoodWord.of(1.01))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> LikelihoodWord.of(Double.NaN))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
