package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.base.Moment;
import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.record.Agreement;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

final class AnswerWordingTest {
    private static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
    private static final Window TRUCE = window("2017-07-09", "2018-06-18");
    private static final Window BEFORE = window("2016-07-01", "2017-07-08");
    private static final WindowCount SEEN_BEFORE = new WindowCount(497, 0, 373, 373);

    @Test
    void holdingWithExceptions() {
        // 177/345 = .513; 497/373 = 1.332; ratio .3850. Interval by SciPy: .3327 to .4444.
        assertThat(english(figures(new WindowCount(177, 0, 345, 345), 0)))
                .containsExactly(
                        "South-west (reading: announced), 9 July 2017 to 18 June 2018: holding"
                            + " with exceptions; lethal events found to be breaches, a day: 0.51,"
                            + " against 1.33 before (ratio 0.39, 90 % interval 0.33 to 0.44).",
                        "Breaches counted by UCDP GED, which watches steadily (lethal events):"
                                + " 177, with 345 of 345 days covered.",
                        "In the baseline, 1 July 2016 to 8 July 2017: 497, with 373 of 373 days"
                                + " covered; before the terms were in force, what would have been a"
                                + " breach is counted.",
                        "That breaches were less than half as frequent as before: almost certain"
                                + " (more than 99 %).",
                        "That breaches were less frequent than before: almost certain (more than"
                                + " 99 %).",
                        "A difference between two times does not show what made it.");
    }

    @Test
    void theSameInArabic() {
        List<String> said = say("ar", figures(new WindowCount(177, 0, 345, 345), 0));
        assertThat(said.getFirst())
                .isEqualTo("جنوب غرب سوريا (القراءة: كما أُعلنت)، من 9 تموز/يوليو 2017 إلى 18"
                        + " حزيران/يونيو 2018: الهدنة صامدة مع استثناءات؛ أحداث قاتلة وُجد"
                        + " أنها خروق، في اليوم: 0.51، مقابل 1.33 قبل ذلك (النسبة 0.39،"
                        + " ومجال 90 في المئة من 0.33 إلى 0.44).");
        assertThat(said).hasSize(6);
    }

    @Test
    void holdingSaysThatNoBreachWasObserved() {
        assertThat(english(figures(new WindowCount(0, 0, 300, 345), 0)).getFirst())
                .isEqualTo(
                        "South-west (reading: announced), 9 July 2017 to 18 June 2018: holding; no"
                                + " breach observed, with 300 of 345 days covered.");
    }

    @Test
    void noneCountedWhileOthersKnowOfSome() {
        assertThat(english(figures(new WindowCount(0, 0, 345, 345), 3)))
                .startsWith("South-west (reading: announced), 9 July 2017 to 18 June 2018: holding"
                        + " with exceptions; no breach observed by UCDP GED, with 345 of 345"
                        + " days covered, against 1.33 a day before.")
                .contains(
                        "Breaches and undetermined incidents known only from registers that do not"
                            + " watch steadily: 3. They are listed, enter no rate, and say nothing"
                            + " on how often.");
    }

    @Test
    void notHolding() {
        assertThat(english(figures(new WindowCount(600, 0, 345, 345), 0)).getFirst())
                // 600/345 = 1.739; ratio 1.305; SciPy: 1.182 to 1.442.
                .isEqualTo("South-west (reading: announced), 9 July 2017 to 18 June 2018: not"
                        + " holding; lethal events found to be breaches, a day: 1.74,"
                        + " against 1.33 before (ratio 1.31, 90 % interval 1.18 to 1.44).");
    }

    @Test
    void withoutASteadyRegisterTheKnownBreachesSayNothingOnHowOften() {
        HoldingRule.Basis basis = new HoldingRule.Basis(
                true,
                true,
                false,
                new WindowCount(0, 0, 0, 345),
                Optional.empty(),
                41,
                Optional.empty());
        Figures figures = new Figures(
                new Agreement.Words("Idlib", Optional.empty()),
                Optional.empty(),
                TRUCE,
                Optional.of(TRUCE),
                Optional.empty(),
                Optional.empty(),
                basis,
                HoldingRule.decide(basis, AssessSettings.USUAL),
                41,
                Optional.of(LocalDate.of(2018, 6, 4)),
                Yardstick.ICD_203);
        assertThat(english(figures))
                .containsExactly(
                        "Idlib, 9 July 2017 to 18 June 2018: cannot tell; no register watches this"
                            + " area steadily or says when it watched, so nothing can be said on"
                            + " how often.",
                        "The breaches that are known are listed (41); they show what happened, and"
                                + " say nothing on how often.",
                        "From 4 June 2018 on the figures are incomplete: reports of the last 14"
                                + " days are still coming in.");
        // An area without an Arabic name keeps its own.
        assertThat(say("ar", figures).getFirst()).startsWith("Idlib، من 9 تموز/يوليو 2017");
    }

    @Test
    void outsideForceNothingElseIsSaid() {
        HoldingRule.Basis basis = new HoldingRule.Basis(
                true,
                false,
                true,
                new WindowCount(0, 0, 0, 0),
                Optional.of(SEEN_BEFORE),
                0,
                Optional.empty());
        Figures figures = new Figures(
                new Agreement.Words("South-west", Optional.empty()),
                Optional.empty(),
                window("2018-09-01", "2018-09-30"),
                Optional.empty(),
                Optional.of(BEFORE),
                Optional.of(new Figures.Source("UCDP GED", "lethal event", false)),
                basis,
                HoldingRule.decide(basis, AssessSettings.USUAL),
                0,
                Optional.empty(),
                Yardstick.ICD_203);
        assertThat(english(figures))
                .containsExactly(
                        "South-west, 1 September 2018 to 30 September 2018: not in force; no part"
                            + " of this time is in force, and quiet then is not a ceasefire's.");
    }

    @Test
    void undeterminedIncidentsThatMatterAreNamed() {
        assertThat(english(figures(new WindowCount(0, 2, 345, 345), 0)))
                .contains("The answer depends on undetermined incidents (during: 2, before: 0): if"
                        + " each were a breach, holding with exceptions; if none were,"
                        + " holding.");
        assertThat(english(figures(new WindowCount(177, 2, 345, 345), 0)))
                .contains("Undetermined incidents (during: 2, before: 0) do not change the answer,"
                        + " whether each were a breach or none were.");
    }

    @Test
    void aWindowCutToTheTimeInForceIsSaid() {
        HoldingRule.Basis basis = basis(new WindowCount(177, 0, 345, 345), 0);
        Figures figures = new Figures(
                new Agreement.Words("South-west", Optional.empty()),
                Optional.empty(),
                window("2017-06-01", "2018-06-18"),
                Optional.of(TRUCE),
                Optional.of(BEFORE),
                Optional.of(new Figures.Source("UCDP GED", "lethal event", false)),
                basis,
                HoldingRule.decide(basis, AssessSettings.USUAL),
                177,
                Optional.empty(),
                Yardstick.ICD_203);
        assertThat(english(figures).get(1))
                .isEqualTo(
                        "Assessed is 9 July 2017 to 18 June 2018: the part of the time asked about"
                                + " (1 June 2017 to 18 June 2018) that lies in the days in force.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar"})
    void neverACauseNeverLikelihoodBesideConfidence(String language) {
        List<String> said = new ArrayList<>();
        for (int breaches : new int[] {0, 2, 177, 250, 340, 455, 470, 900}) {
            said.addAll(say(language, figures(new WindowCount(breaches, 3, 345, 345), 2)));
            said.addAll(say(language, figures(new WindowCount(breaches, 0, 100, 345), 0)));
        }
        Phrases phrases = Phrases.in(language);
        for (String sentence : said) {
            String lower = sentence.toLowerCase(Locale.ROOT);
            assertThat(lower)
                    .doesNotContain("because of", "thanks to", "due to", "confiden", "caused");
            assertThat(lower).doesNotContain("بسبب", "بفضل", "ثقة", "{", "no breach happened");
        }
        assertThat(said)
                .as("likelihood words are said")
                .anyMatch(s -> s.contains(phrases.say(LikelihoodWord.ALMOST_CERTAIN.phrase())));
    }

    @Test
    void figuresThatContradictEachOtherAreRefused() {
        HoldingRule.Basis basis = basis(SEEN_BEFORE, 0);
        assertThatThrownBy(() -> new Figures(
                        new Agreement.Words("South-west", Optional.empty()),
                        Optional.empty(),
                        TRUCE,
                        Optional.empty(),
                        Optional.of(BEFORE),
                        Optional.of(new Figures.Source("UCDP GED", "lethal event", false)),
                        basis,
                        HoldingRule.decide(basis, AssessSettings.USUAL),
                        0,
                        Optional.empty(),
                        Yardstick.ICD_203))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        Properties english = words("en");
        Properties arabic = words("ar");
        assertThat(arabic.stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            // The name takes the English or the Arabic one of its two arguments.
            if (!key.equals("name")) {
                assertThat(placeholders(arabic.getProperty(key)))
                        .as(key)
                        .isEqualTo(placeholders(english.getProperty(key)));
            }
        }
    }

    @Test
    void everyStatusLineWordAndMonthHasWords() {
        for (String language : List.of("en", "ar")) {
            Phrases phrases = Phrases.in(language);
            for (Status status : Status.values()) {
                assertThat(phrases.say(AnswerWording.status(status))).isNotBlank();
            }
            for (LikelihoodWord word : LikelihoodWord.values()) {
                assertThat(phrases.say(word.phrase())).isNotBlank();
            }
            for (RuleLine line : RuleLine.values()) {
                assertThat(phrases.say("assess.because-" + line.code(), "1", "2", "3", "4", "5"))
                        .doesNotContain("{");
            }
            for (int month = 1; month <= 12; month++) {
                assertThat(phrases.say(FigureText.date(LocalDate.of(2018, month, 9))))
                        .startsWith("9 ")
                        .endsWith(" 2018");
            }
        }
    }

    private static Figures figures(WindowCount during, int knownElsewhere) {
        HoldingRule.Basis basis = basis(during, knownElsewhere);
        return new Figures(
                new Agreement.Words("South-west", Optional.of("جنوب غرب سوريا")),
                Optional.of(new Agreement.Words("announced", Optional.of("كما أُعلنت"))),
                TRUCE,
                Optional.of(TRUCE),
                Optional.of(BEFORE),
                Optional.of(new Figures.Source("UCDP GED", "lethal event", false)),
                basis,
                HoldingRule.decide(basis, AssessSettings.USUAL),
                during.breaches() + knownElsewhere,
                Optional.empty(),
                Yardstick.ICD_203);
    }

    private static HoldingRule.Basis basis(WindowCount during, int knownElsewhere) {
        return new HoldingRule.Basis(
                true,
                true,
                true,
                during,
                Optional.of(SEEN_BEFORE),
                knownElsewhere,
                Optional.empty());
    }

    private static List<String> english(Figures figures) {
        return say("en", figures);
    }

    private static List<String> say(String language, Figures figures) {
        Phrases phrases = Phrases.in(language);
        List<Phrase> sentences = AnswerWording.sentences(figures);
        return sentences.stream().map(phrases::say).toList();
    }

    private static Window window(String from, String to) {
        return Windows.asked(Moment.get(from), Moment.get(to), DAMASCUS);
    }

    private static TreeSet<String> placeholders(String pattern) {
        TreeSet<String> found = new TreeSet<>();
        Pattern.compile("\\{\\d+}")
                .matcher(pattern)
                .results()
                .map(MatchResult::group)
                .forEach(found::add);
        return found;
    }

    private static Properties words(String language) throws IOException {
        String name = "/org/truce/words/assess_" + language + ".properties";
        try (InputStream bytes = Objects.requireNonNull(Phrases.class.getResourceAsStream(name));
                Reader text = new InputStreamReader(bytes, StandardCharsets.UTF_8)) {
            Properties words = new Properties();
            words.load(text);
            return words;
        }
    }
}
