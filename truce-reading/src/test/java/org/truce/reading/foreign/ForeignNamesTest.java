package org.truce.reading.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.base.Hash;
import org.truce.reading.Reader;
import org.truce.reading.text.Original;

import java.util.List;
import java.util.Optional;

/** Who speaks in Arabic and Russian texts: titles and names as agencies write them. */
final class ForeignNamesTest {
    private static final Reader READER = new Reader();

    private static List<String> speakers(String text) {
        return READER
                .read(new Original(Hash.ZERO, text), Optional.empty(), Optional.empty())
                .statements()
                .stream()
                .map(one -> one.speaker().name().orElse("-"))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "وزير الخارجية الأميركي ريكس هاملتون | ريكس هاملتون",
                "المبعوث الأممي الخاص إلى سوريا زبير يوناس | زبير يوناس",
                "مدير الدفاع المدني في إدلب أبو الفضل الدوماني | أبو الفضل الدوماني",
                "مندوب روسيا الدائم لدى مجلس الأمن فخر الدين كرم | فخر الدين كرم",
                "رئيس هيئة الأركان العامة الفريق أول ركن محمد علي الحسن | محمد علي الحسن",
                "المتحدث الرسمي باسم الحكومة علي حسين محمد | علي حسين محمد",
                "مساعد وزير الخارجية لشؤون الشرق الأدنى خالد بن سعيد | خالد بن سعيد",
                "محافظ درعا الدكتور مروان آل ثابت | مروان آل ثابت",
                "نائب المتحدث باسم الأمين العام، جوليان أوكافور، | جوليان أوكافور",
                "متحدث باسم الجيش يدعى العقيد رون شاليف | رون شاليف",
                "المستشار الخاص للأمين العام المعني بمنع الإبادة فارس شاهين | فارس شاهين",
                "المرصد السوري لحقوق الإنسان | المرصد السوري لحقوق الإنسان"
            })
    void anArabicNameStandsBehindItsTitle(String subject, String name) {
        assertThat(speakers("قال " + subject + " إن الهدنة صامدة في معظم المناطق."))
                .containsExactly(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "قال الوزير نضال الصباغ إن الطريق مفتوح. وقال الوزير الصباغ إن الجسر سليم."
                        + " | نضال الصباغ",
                "قال مصدر حكومي إن الاجتماع تأجل. وأكد المصدر ذاته أن السبب فني. | مصدر حكومي",
                "وصل رئيس البعثة كلاوديو سالغادو إلى جنيف. وقال سالغادو إن الطريق مفتوح."
                        + " | كلاوديو سالغادو",
                "قال قائد الفرقة الثانية ضرغام العلو إن الجسر سليم. وقال القائد العسكري إن الطريق"
                        + " مفتوح. | ضرغام العلو",
                "أكد الوزير نضال الصباغ أن الجسر سليم. أما الوزير نضال الصباغ، فقال إن الطريق"
                        + " مفتوح. | نضال الصباغ"
            })
    void aLaterArabicMentionIsTheSame(String text, String name) {
        assertThat(speakers(text)).isNotEmpty().containsOnly(name);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "По словам мэра города Петра Громова, дорога открыта. | Петр Громов",
                "Посол Франции в России Жан-Пьер Ламбер заявил, что дорога открыта."
                        + " | Жан-Пьер Ламбер",
                "Наблюдатель от Южной Кореи Ким Сон Хо заявил, что дорога открыта. | Ким Сон Хо",
                "Анна Ветрова, замминистра обороны, заявила, что дорога открыта. | Анна Ветрова",
                "По словам посла Агнешки Новицкой, дорога открыта. | Агнешка Новицкая",
                "Агентство со ссылкой на министра Юсуфа Челика сообщает, что дорога открыта."
                        + " | Юсуф Челик",
                "«Дорога наконец открыта», — приводит агентство слова депутата Саркиса Громова."
                        + " | Саркис Громов",
                "«Дорога наконец открыта», — рассказала «Газете» координатор Мари Дюбуа."
                        + " | Мари Дюбуа",
                "Генерал Мустафа Хаддад, со своей стороны, заверил, что дорога открыта."
                        + " | Мустафа Хаддад",
                "По словам генерала Виктора Земского, дорога открыта. Земской добавил, что мост"
                        + " цел. | Виктор Земской",
                "В докладе миссии говорится, что дорога открыта. | миссия",
                "В сирийском МИД заявили, что дорога открыта. | сирийский МИД"
            })
    void aRussianNameIsShownInTheNominative(String text, String name) {
        assertThat(speakers(text)).isNotEmpty().containsOnly(name);
    }

    /** An attribution behind a quotation is none of what is said, whatever follows it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "«Нужно вывести бойцов», — подчеркнула министр Вера Аксенова, выступая в Совете."
                        + " | Вера Аксенова"
            })
    void aQuotationComesBeforeItsCue(String text, String name) {
        assertThat(speakers(text)).containsExactly(name);
    }
}
