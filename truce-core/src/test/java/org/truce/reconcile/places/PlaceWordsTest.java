package org.truce.reconcile.places;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.reconcile.places.PlaceWords.Grade;
import org.truce.reconcile.places.PlaceWords.Likeness;

import java.util.List;
import java.util.SplittableRandom;

final class PlaceWordsTest {
    private static Likeness likeness(String one, String other) {
        Likeness likeness = PlaceWords.of(one).likeness(PlaceWords.of(other));
        assertThat(PlaceWords.of(other).likeness(PlaceWords.of(one)))
                .as("symmetric: %s, %s", one, other)
                .isEqualTo(likeness);
        return likeness;
    }

    @ParameterizedTest
    @CsvSource({
        "Daraa, Deraa",
        "Daraa, Dar'a",
        "Daraa, درعا",
        "Deraa, دَرْعا",
        "Idlib, Idleb",
        "Idlib, إدلب",
        "Idleb, ادلب",
        "Quneitra, Al-Qunaytirah",
        "Quneitra, القنيطرة",
        "Kuneitra, القنيطره",
        "Suwayda, Sweida",
        "As-Suwayda, السويداء",
        "Soueida, Suwayda",
        "Khan Shaykhun, Khan Sheikhoun",
        "Khan Shaykhun, خان شيخون",
        "Khan Cheikhoun, خان شيخون",
        "Duma, Douma",
        "Douma, دوما",
        "Homs, Hims",
        "Homs, حمص",
        "Ḩimş, حـمـص",
        "Aleppo, حلب",
        "Damascus, دمشق",
        "Latakia, اللاذقية",
        "Palmyra, تدمر",
        "Kobani, عين العرب",
        "Deir ez-Zor, دير الزور",
        "Deir Ezzor, Dayr az Zawr",
        "Kafr Nabl, Kafranbel",
        "Kafranbel, كفر نبل",
        "Albukamal, البو كمال",
        "Maarrat al-Numan, معرة النعمان",
        "Maarat an-Nu'man, Maarrat al-Numan",
        "Eastern Ghariyah, الغارية الشرقية",
        "Abu al-Duhur, أبو الظهور",
        "Jubata al-Khashab, جباتا الخشب",
        "Golan, الجولان",
        "Jasim, جاسم",
        "Nawa, نوى",
        "Izra, إزرع",
        "Inkhil, انخل",
        "Bosra, بصرى",
    })
    void spellingsOfOneNameAreVariants(String one, String other) {
        Likeness likeness = likeness(one, other);
        assertThat(likeness.grade()).as(likeness.toString()).isEqualTo(Grade.VARIANT);
        assertThat(likeness.closeness()).isBetween(PlaceWords.VARIANT_FROM, 1.0);
    }

    @ParameterizedTest
    @CsvSource({
        "Daraa, DARAA",
        "Daraa, Daraa city",
        "As-Suwayda, Suwayda",
        "Kafr Shams, kafr  shams.",
        "Ḩalab, Halab",
        "درعا, مدينة درعا",
        "السويداء, السُّوَيْدَاء",
        "القنيطرة, القنيطره",
        "Aleppo, Halab",
        "Ib (Lajat), Ib",
        "Ghariyah al-Gharbiyah, Western Ghariyah",
        "محافظة درعا, محافظة درعا",
        "Battalion 82, Battalion ٨٢",
        "ﺩﺭﻋﺎ, درعا",
    })
    void whatDiffersInMarksAndArticlesIsTheSame(String one, String other) {
        assertThat(likeness(one, other)).isEqualTo(new Likeness(Grade.SAME, 1));
    }

    @ParameterizedTest
    @CsvSource({
        "Daraa al-Balad, Daraa city",
        "درعا البلد, Deraa",
        "Daraa camp, Daraa",
        "مخيم درعا, Deraa",
        "Suwayda Governorate, As-Suwayda",
        "ريف دمشق, Damascus",
        "Nasib crossing, Nasib",
        "Kashif (Daraa), درعا",
        "Eastern Ghariyah, Ghariyah",
        "Bosra, بصرى الشام",
    })
    void oneInsideTheOtherIsAPart(String one, String other) {
        assertThat(likeness(one, other).grade()).isEqualTo(Grade.PART);
    }

    @ParameterizedTest
    @CsvSource({
        "Daraa, Darayya",
        "درعا, داريا",
        "Daraa, داريا",
        "Hama, Homs",
        "حماة, Homs",
        "Duma, Dumayr",
        "Eastern Ghariyah, Western Ghariyah",
        "Eastern Ghariyah, الغارية الغربية",
        "Busra al-Harir, Busra al-Sham",
        "Kafr Nabl, Kafr Zita",
        "Kafr Shams, Majdal Shams",
        "Tell Abyad, تل رفعت",
        "Nasib, Um al-Mayadin",
        "Ib, Abu",
        "Village 17, Village 18",
        "Deir ez-Zor, Deir Hafir",
        "Nawa, Nahta",
        "Tafas, Tasil",
    })
    void differentNamesAreDifferent(String one, String other) {
        Likeness likeness = likeness(one, other);
        assertThat(likeness.grade()).as(likeness.toString()).isEqualTo(Grade.DIFFERENT);
        assertThat(likeness.closeness()).isLessThan(PlaceWords.VARIANT_FROM);
    }

    @ParameterizedTest
    @CsvSource({"'', Nasib", "the city, Nasib", "'--- ', درعا", "Δαράα, Daraa", "(Daraa), Daraa"})
    void whatCannotBeComparedIsUnknown(String one, String other) {
        assertThat(likeness(one, other)).isEqualTo(new Likeness(Grade.UNKNOWN, 0));
    }

    @Test
    void otherScriptsAreComparedLetterByLetter() {
        assertThat(likeness("Δαράα", "ΔΑΡΑΑ").grade()).isEqualTo(Grade.SAME);
        assertThat(likeness("Донецьк", "Луганськ").grade()).isEqualTo(Grade.DIFFERENT);
    }

    @Test
    void aNearerSpellingIsCloser() {
        assertThat(likeness("Khan Shaykhun", "Khan Sheikhun").closeness())
                .isGreaterThan(likeness("Khan Shaykhun", "Khan Cheykoun").closeness())
                .isGreaterThan(likeness("Khan Shaykhun", "Khan Shih").closeness());
    }

    @ParameterizedTest
    @CsvSource({"Daraa, درعا", "Suwayda, السويداء", "Khan Shaykhun, خان شيخون", "Homs, حمص"})
    void spellingsMeetUnderOneKey(String one, String other) {
        assertThat(PlaceWords.of(one).key())
                .isEqualTo(PlaceWords.of(other).key())
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "((((", ")(", "\u0000", "ـ", "ال", "al", "ال ال", "\ud83d", "٪"})
    void badTextIsNoName(String text) {
        PlaceWords words = PlaceWords.of(text);
        assertThat(words.likeness(words).closeness()).isBetween(0.0, 1.0);
        assertThat(likeness(text, "Daraa").grade()).isNotIn(Grade.SAME, Grade.VARIANT);
    }

    @Test
    void aLongTextIsCutAndAnyTextIsRead() {
        String longText = "kafr nabl ".repeat(2_000);
        assertThat(likeness(longText, "Kafr Nabl").closeness()).isBetween(0.0, 1.0);
        String longWord = "kafr(".repeat(20_000) + "abcd".repeat(100_000);
        assertThat(likeness(longWord, longWord.substring(1)).closeness()).isBetween(0.0, 1.0);
        SplittableRandom random = new SplittableRandom(19);
        String letters = "aeiouhkst -'()ءاأعلةىوي٣\u0651\u0304ḤşŠÎ\ud800z";
        List<PlaceWords> names = random.ints(300, 0, 12)
                .mapToObj(length -> random.ints(length, 0, letters.length())
                        .collect(
                                StringBuilder::new,
                                (text, at) -> text.append(letters.charAt(at)),
                                StringBuilder::append)
                        .toString())
                .map(PlaceWords::of)
                .toList();
        for (PlaceWords one : names) {
            for (PlaceWords other : names) {
                Likeness likeness = one.likeness(other);
                assertThat(likeness.closeness()).isBetween(0.0, 1.0);
                assertThat(other.likeness(one)).isEqualTo(likeness);
            }
            assertThat(one.likeness(one).grade()).isIn(Grade.SAME, Grade.UNKNOWN);
        }
    }

    @Test
    void singleWordsAreCompared() {
        SoundWord one = SoundWord.find("Sheikh").orElseThrow();
        SoundWord other = SoundWord.find("الشيخ").orElseThrow();
        assertThat(one.closeness(other)).isGreaterThan(0.9);
        assertThat(one.skeleton()).isEqualTo(other.skeleton());
        assertThat(SoundWord.find("...")).isEmpty();
        assertThat(SoundWord.find("Донецьк")).isEmpty();
    }
}
