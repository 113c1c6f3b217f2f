package org.truce.reading.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.base.Hash;
import org.truce.reading.Reader;
import org.truce.reading.statement.Statement;
import org.truce.reading.text.Original;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every form of a cue, its speaker and its words, in sentences about people who do not exist. */
final class ForeignStatementsTest {
    /** Who is who, before the sentence that is read. */
    private static final String ARABIC =
            "التقى وزير الخارجية سامر الخطيب قائد الجيش كمال درويش.\n\n";

    private static final String RUSSIAN =
            "Министр иностранных дел Вера Аксенова встретилась с генералом Олегом Тархановым.\n\n";

    private static List<Statement> read(String text) {
        return new Reader()
                .read(new Original(Hash.ZERO, text), Optional.empty(), Optional.empty())
                .statements();
    }

    private static List<String> lines(String text) {
        Original original = new Original(Hash.ZERO, text);
        return read(text).stream()
                .map(one -> one.form().code()
                        + " | "
                        + one.speaker().name().orElse("?")
                        + " | "
                        + original.text(one.content()))
                .toList();
    }

    private static Arguments says(String text, String... lines) {
        return Arguments.of(text, List.of(lines));
    }

    static Stream<Arguments> arabic() {
        return Stream.of(
                says("قال الخطيب إن الهدنة صامدة.", "indirect | سامر الخطيب | الهدنة صامدة"),
                says("وَقَالَ الخطيب إنّ الهدنة صامدة.", "indirect | سامر الخطيب | الهدنة صامدة"),
                says("قـــال الخطيب ان الهدنة صامدة.", "indirect | سامر الخطيب | الهدنة صامدة"),
                says("وزير الخارجية أكد أن الهدنة صامدة.", "indirect | سامر الخطيب | الهدنة صامدة"),
                says("قال الوزير: «سنفتح الطريق».", "direct | سامر الخطيب | سنفتح الطريق"),
                says(
                        "\"سنفتح الطريق غدا\"، قال الوزير.",
                        "direct | سامر الخطيب | سنفتح الطريق غدا"),
                says(
                        "بحسب الخطيب، الهدنة صامدة منذ شهر.",
                        "indirect | سامر الخطيب | الهدنة صامدة منذ شهر"),
                says(
                        "الهدنة صامدة منذ شهر، بحسب الخطيب.",
                        "indirect | سامر الخطيب | الهدنة صامدة منذ شهر"),
                says("دعا الخطيب إلى وقف القصف.", "indirect | سامر الخطيب | وقف القصف"),
                says(
                        "دعا الخطيب الأطراف إلى وقف القصف.",
                        "indirect | سامر الخطيب | الأطراف إلى وقف القصف"),
                says("طالب الخطيب بوقف القصف.", "indirect | سامر الخطيب | بوقف القصف"),
                says(
                        "اتهم الخطيب الجيش بقصف القرية.",
                        "indirect | سامر الخطيب | الجيش بقصف القرية"),
                says("نفى الخطيب الاتهامات الجديدة.", "indirect | سامر الخطيب | الاتهامات الجديدة"),
                says("حذر الخطيب من عودة القتال.", "indirect | سامر الخطيب | عودة القتال"),
                says("هدد درويش باستئناف القتال.", "indirect | كمال درويش | باستئناف القتال"),
                says(
                        "قال الخطيب إن الهدنة صامدة، مضيفا أن الطريق مفتوح.",
                        "indirect | سامر الخطيب | الهدنة صامدة",
                        "indirect | سامر الخطيب | الطريق مفتوح"),
                says(
                        "قال الخطيب إن الهدنة صامدة وإن الطريق مفتوح.",
                        "indirect | سامر الخطيب | الهدنة صامدة وإن الطريق مفتوح"),
                says(
                        "قال الخطيب إن الهدنة صامدة. وأضاف أن الطريق مفتوح.",
                        "indirect | سامر الخطيب | الهدنة صامدة",
                        "indirect | سامر الخطيب | الطريق مفتوح"),
                says(
                        "قال الخطيب إن الهدنة \"صامدة رغم كل شيء\".",
                        "mixed | سامر الخطيب | الهدنة \"صامدة رغم كل شيء\""),
                says(
                        "نقلت الوكالة عن الخطيب قوله إن الطريق مفتوح.",
                        "indirect | سامر الخطيب | الطريق مفتوح"),
                says("الخطيب: «سنفتح الطريق»", "direct | سامر الخطيب | سنفتح الطريق"));
    }

    static Stream<Arguments> asides() {
        return Stream.of(
                says(
                        ARABIC + "اتهم الخطيب، خلال لقاء مع السفير، الجيش بقصف القرية.",
                        "indirect | سامر الخطيب | الجيش بقصف القرية"),
                says(
                        ARABIC + "قال الوزير في مؤتمر صحفي: إن الطريق مفتوح.",
                        "indirect | سامر الخطيب | الطريق مفتوح"),
                says(
                        RUSSIAN + "Аксенова заявила, что дорога открыта, передает ТАСС.",
                        "indirect | Вера Аксенова | дорога открыта"),
                says(
                        RUSSIAN + "«Мы слышали выстрелы», — рассказал пекарь Самир Хаддад.",
                        "direct | Самир Хаддад | Мы слышали выстрелы"));
    }

    @ParameterizedTest
    @MethodSource("asides")
    void theNarratorsRemarksAreNoPartOfIt(String text, List<String> expected) {
        assertThat(lines(text)).isEqualTo(expected);
    }

    static Stream<Arguments> russian() {
        return Stream.of(
                says(
                        "Аксенова заявила, что перемирие соблюдается.",
                        "indirect | Вера Аксенова | перемирие соблюдается"),
                says(
                        "Заявила Аксенова и о том, что дорога открыта.",
                        "indirect | Вера Аксенова | дорога открыта"),
                says(
                        "«Мы откроем дорогу», — сказала министр.",
                        "direct | Вера Аксенова | Мы откроем дорогу"),
                says(
                        "«Мы откроем дорогу, — сказала министр. — Скоро».",
                        "direct | Вера Аксенова | Мы откроем дорогу",
                        "direct | Вера Аксенова | Скоро"),
                says(
                        "Аксенова сказала: «Мы откроем дорогу».",
                        "direct | Вера Аксенова | Мы откроем дорогу"),
                says(
                        "Перемирие соблюдается, отметил Тарханов.",
                        "indirect | Олег Тарханов | Перемирие соблюдается"),
                says(
                        "По словам Аксеновой, перемирие соблюдается.",
                        "indirect | Вера Аксенова | перемирие соблюдается"),
                says(
                        "По словам Тарханова, перемирие соблюдается.",
                        "indirect | Олег Тарханов | перемирие соблюдается"),
                says(
                        "Перемирие на линии фронта соблюдается, по словам генерала.",
                        "indirect | Олег Тарханов | Перемирие на линии фронта соблюдается"),
                says(
                        "Как сообщил Тарханов, дорога открыта.",
                        "indirect | Олег Тарханов | дорога открыта"),
                says(
                        "Аксенова призвала стороны открыть дорогу.",
                        "indirect | Вера Аксенова | стороны открыть дорогу"),
                says(
                        "Аксенова призвала к сдержанности сторон.",
                        "indirect | Вера Аксенова | сдержанности сторон"),
                says(
                        "Аксенова потребовала, чтобы дорогу открыли.",
                        "indirect | Вера Аксенова | дорогу открыли"),
                says(
                        "Тарханов обвинил наблюдателей в бездействии.",
                        "indirect | Олег Тарханов | наблюдателей в бездействии"),
                says("Тарханов опроверг эти сведения.", "indirect | Олег Тарханов | эти сведения"),
                says(
                        "Тарханов пригрозил закрыть дорогу.",
                        "indirect | Олег Тарханов | закрыть дорогу"),
                says(
                        "Тарханов назвал отчет «выдумкой и клеветой».",
                        "mixed | Олег Тарханов | отчет «выдумкой и клеветой»"),
                says(
                        "Аксенова заявила, что дорога открыта, добавив, что колонна прошла.",
                        "indirect | Вера Аксенова | дорога открыта",
                        "indirect | Вера Аксенова | колонна прошла"),
                says(
                        "Дорога открыта. Об этом сообщила Аксенова.",
                        "indirect | Вера Аксенова | Дорога открыта"),
                says(
                        "Аксенова: «Мы откроем дорогу»",
                        "direct | Вера Аксенова | Мы откроем дорогу"));
    }

    @ParameterizedTest
    @MethodSource("arabic")
    void whatAnArabicSentenceSaysWasSaid(String sentence, List<String> expected) {
        assertThat(lines(ARABIC + sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("russian")
    void whatARussianSentenceSaysWasSaid(String sentence, List<String> expected) {
        assertThat(lines(RUSSIAN + sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ولم يقل الوزير إن الهدنة انتهت.",
                "رفض الوزير التعليق على الحادث.",
                "عبر النازحون الجسر صباح اليوم.",
                "دخلت القافلة المدينة ليلا.",
                "Министр не сказал, что перемирие сорвано.",
                "Называть имена министр отказалась.",
                "Колонна прошла через город ночью.",
                "Партия «Новый путь» провела съезд."
            })
    void theNarratorsSentencesAreNoStatements(String sentence) {
        assertThat(lines(sentence)).isEmpty();
    }

    /** Languages of the same scripts get no statements and not the wrong language's. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Міністр заявив, що перемир'я її району триває і діє.",
                "وزیر امور خارجه گفت که آتش بس برقرار است و مردم پشت پنجره ها نیستند.",
                "وزیر نے کہا کہ جنگ بندی قائم ہے اور لوگ گھروں میں ہیں۔"
            })
    void anotherLanguageOfTheScriptIsNotRead(String text) {
        assertThat(read(text)).isEmpty();
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("قال الخطيب إن ثلاث قذائف سقطت أمس.", "claim"),
                Arguments.of("قال الخطيب إنه يجب فتح الطريق.", "demand"),
                Arguments.of("قال الخطيب: «سنفتح الطريق غدا».", "commitment"),
                Arguments.of("قال الخطيب إن الهدنة هشة.", "assessment"),
                Arguments.of("قال الخطيب إن الخبر لا أساس له من الصحة.", "denial"),
                Arguments.of("هدد درويش بقصف الجسر.", "threat"),
                Arguments.of("Аксенова заявила, что упали три снаряда.", "claim"),
                Arguments.of("Аксенова заявила, что стороны должны открыть дорогу.", "demand"),
                Arguments.of("«Мы откроем дорогу», — сказала Аксенова.", "commitment"),
                Arguments.of("Аксенова считает, что перемирие держится.", "assessment"),
                Arguments.of("Тарханов опроверг эти сведения.", "denial"),
                Arguments.of("«Если начнут, мы откроем огонь», — сказал Тарханов.", "threat"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theKindGoesByCueAndWords(String sentence, String kind) {
        String cast = sentence.codePointAt(0) > 0x600 ? ARABIC : RUSSIAN;
        assertThat(read(cast + sentence))
                .singleElement()
                .satisfies(one -> assertThat(one.kind().code()).isEqualTo(kind));
    }

    @Test
    void mentionsHaveTheIdsOfTheDictionaries() {
        assertThat(read(ARABIC + "قال الخطيب إن روسيا وتركيا ستبحثان اتفاق ستوكهولم في إدلب."))
                .singleElement()
                .satisfies(one -> assertThat(one.mentions())
                        .extracting(mention -> mention.id().orElse("-"))
                        .containsExactly("russia", "turkey", "stockholm-agreement", "idlib"));
        assertThat(read(RUSSIAN + "Аксенова заявила, что Россию и Турцию ждут в Астане."))
                .singleElement()
                .satisfies(one -> assertThat(one.mentions())
                        .extracting(mention -> mention.id().orElse(mention.text()))
                        .containsExactly("russia", "turkey", "Астане"));
    }

    @Test
    void aStatementNamesItsRules() {
        assertThat(read(ARABIC + "قال الخطيب إن الهدنة هشة."))
                .singleElement()
                .satisfies(one -> assertThat(one.rules()).containsExactly("A1", "R1", "K13"));
        assertThat(read(RUSSIAN + "«Мы откроем дорогу», — сказала она."))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.rules()).containsExactly("U8", "R5", "K10");
                    assertThat(one.flags()).containsExactly("pronoun");
                });
    }

    @Test
    void twoOfOneSurnameStayOpen() {
        String text = "Министр Иван Петров встретился с министром Борисом Петровым.\n\n"
                + "Петров заявил, что дорога открыта.";
        assertThat(read(text)).singleElement().satisfies(one -> {
            assertThat(one.speaker().name()).isEmpty();
            assertThat(one.speaker().candidates()).hasSize(2);
            assertThat(one.flags()).contains("speaker-ambiguous");
        });
    }
}
