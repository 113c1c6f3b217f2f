package org.truce.reconcile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceNameTest {
    @ParameterizedTest
    @CsvSource({
        "Dael, Da'el town, SAME",
        "Daraa city, Deraa, SAME",
        "Um al-Mayadin, Umm Al Mayadin town, SAME",
        "Busra al-Harir, Busra al Hariri town, SAME",
        "Ib (Lajat), Ib, SAME",
        "Kashif (Daraa), Daraa city, PART",
        "Daraa al-Balad, Daraa city, PART",
        "Daraa camp, Daraa city, PART",
        "Ib (Lajat), Shaarah (Lajat), DIFFERENT",
        "Nasib, Um al-Mayadin, DIFFERENT",
        "the city, Nasib, NOT_KNOWN",
        "درعا, درعا, SAME",
    })
    void likeness(String one, String other, PlaceName.Likeness expected) {
        assertThat(PlaceName.of(one).likeness(PlaceName.of(other))).isEqualTo(expected);
        assertThat(PlaceName.of(other).likeness(PlaceName.of(one))).isEqualTo(expected);
    }

    @Test
    void governoratesInTheirSpellings() {
        assertThat(PlaceName.governorate("As-Suwayda"))
                .isEqualTo(PlaceName.governorate("As Suwayda Governorate"))
                .isEqualTo(PlaceName.governorate("Suweida"))
                .isNotEqualTo(PlaceName.governorate("Daraa"));
        assertThat(PlaceName.governorate("Deir ez Zor Governorate"))
                .isNotEqualTo(PlaceName.governorate("Daraa Governorate"));
    }
}
