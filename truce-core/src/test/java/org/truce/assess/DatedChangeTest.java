package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.truce.assess.HandRecord.count;
import static org.truce.assess.HandRecord.question;
import static org.truce.assess.HandRecord.square;
import static org.truce.assess.HandRecord.steady;
import static org.truce.assess.HandRecord.uneven;

import org.junit.jupiter.api.Test;
import org.truce.base.Moment;
import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.record.Entry;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** When the rate changed, from what the rates of an answer rest on. */
final class DatedChangeTest {
    private static final Answer.Change SURE = new Answer.Change(
            0.9999,
            LocalDate.of(2017, 7, 9),
            LocalDate.of(2017, 7, 1),
            LocalDate.of(2017, 7, 31),
            0.9,
            1.3313,
            0.5144);

    @Test
    void aChangeBetweenTwoPeriodsMayLieAnywhereInThem() {
        Answer.Change change = find(month(1, 60), month(2, 60), month(3, 6), month(4, 6));
        assertThat(change.date()).isEqualTo("2017-03-01");
        assertThat(change.earliest()).isEqualTo("2017-02-01");
        assertThat(change.latest()).isEqualTo("2017-03-31");
        assertThat(change.level()).isEqualTo(0.9);
        assertThat(change.probability()).isGreaterThan(0.999);
        // (1 + 120) / (days / 132 + 59) and (1 + 12) / (days / 132 + 61), in 120 days less an hour.
        double days = 120 - 1 / 24.0;
        assertThat(change.before()).isCloseTo(121 / (days / 132 + 59), within(1e-6));
        assertThat(change.after()).isCloseTo(13 / (days / 132 + 61 - 1 / 24.0), within(1e-6));
    }

    @Test
    void aChangeMayLieInTimeThatNobodyWatched() {
        Answer.Change change = find(month(1, 60), month(2, 60), month(8, 6), month(9, 6));
        assertThat(change.date()).isEqualTo("2017-08-01");
        assertThat(change.earliest()).isEqualTo("2017-02-01");
        assertThat(change.latest()).isEqualTo("2017-08-31");
    }

    @Test
    void anEvenRateSpeaksAgainstAChangeHoweverHighItIs() {
        for (int breaches : new int[] {3, 30, 3000}) {
            Answer.Change change = find(
                    days(1, breaches), days(2, breaches), days(3, breaches), days(4, breaches));
            assertThat(change.probability()).as("%d", breaches).isLessThan(0.5);
        }
    }

    @Test
    void fewerThanFourPeriodsAreSaidAndNoBreachIsNot() {
        List<Watched> few = List.of(month(1, 60), month(2, 6), month(3, 6));
        assertThat(DatedChange.find(few, HandRecord.DAMASCUS)).isEmpty();
        assertThat(DatedChange.note(few, HandRecord.DAMASCUS, Yardstick.ICD_203))
                .contains(Phrase.of("assess.note-change-few", "3", "4"));
        List<Watched> quiet = List.of(month(1, 0), month(2, 0), month(3, 0), month(4, 0));
        assertThat(DatedChange.find(quiet, HandRecord.DAMASCUS)).isEmpty();
        assertThat(DatedChange.note(quiet, HandRecord.DAMASCUS, Yardstick.ICD_203))
                .isEmpty();
    }

    @Test
    void countsOfBothWindowsMakeOneSeriesWithoutTheTimeBetween() {
        HandRecord record = square().with(
                        count("wide", "2017-01-01", "2017-01-31", "both sides", 60))
                .with(count("wide", "2017-02-01", "2017-02-28", "both sides", 50))
                .with(count("wide", "2017-02-01", "2017-02-28", "reds-wolves", 500))
                .with(count("wide", "2017-03-01", "2017-03-31", "both sides", 900))
                .with(count("wide", "2017-08-01", "2017-08-31", "both sides", 6))
                .with(count("wide", "2017-08-01", "2017-08-31", "reds-wolves", 90))
                .with(count("wide", "2017-09-01", "2017-09-30", "reds-wolves", 7));
        Answer answer = Assessor.assess(
                record.evidence(),
                new Question(
                        "square",
                        Optional.of("wide"),
                        Moment.get("2017-08-01"),
                        Moment.get("2017-09-30"),
                        Optional.of(new Question.Span(
                                Moment.get("2017-01-01"), Moment.get("2017-02-28"))),
                        question("2017-08-01", "2017-09-30").now()));
        assertThat(answer.breaches()).isEqualTo(new Answer.BeforeDuring(110, 6));
        Answer.Change change = answer.change().orElseThrow();
        assertThat(change).isEqualTo(find(month(1, 60), month(2, 50), month(8, 6), month(9, 0)));
        assertThat(change.date()).isEqualTo("2017-08-01");
        assertThat(answer.notes()).contains(AnswerWording.change(change, Yardstick.ICD_203));
    }

    @Test
    void incidentsAreCountedByDay() {
        HandRecord record = square().with(steady("live"));
        for (int day = 1; day <= 8; day++) {
            for (int place = 0; place < 3; place++) {
                record.with(shelling("2017-07-0" + day, place));
            }
        }
        record.with(shelling("2017-07-20", 0)).with(shelling("2017-07-28", 1));
        Answer answer = Assessor.assess(
                record.evidence(),
                new Question(
                        "square",
                        Optional.of("wide"),
                        Moment.get("2017-07-09"),
                        Moment.get("2017-07-31"),
                        Optional.of(new Question.Span(
                                Moment.get("2017-07-01"), Moment.get("2017-07-08"))),
                        question("2017-07-09", "2017-07-31").now()));
        assertThat(answer.basis().how()).isEqualTo(Answer.How.INCIDENTS);
        assertThat(answer.breaches()).isEqualTo(new Answer.BeforeDuring(24, 2));
        List<Watched> byDay = new ArrayList<>();
        for (int day = 1; day <= 28; day++) {
            byDay.add(days(day, day <= 8 ? 3 : day == 20 || day == 28 ? 1 : 0));
        }
        assertThat(answer.change()).isEqualTo(DatedChange.find(byDay, HandRecord.DAMASCUS));
        assertThat(answer.change().orElseThrow().date()).isEqualTo("2017-07-09");
    }

    /** "live" knows it to the week of 1 July, "pages" to the day before, which is outside. */
    @Test
    void whatBeganJustOutsideTheWatchedDaysCountsOnTheNearest() {
        HandRecord record = square().with(steady("live"))
                .with(uneven("pages"))
                .with(new HandReport("live", "R1", "2017-07-01")
                        .until("2017-07-07")
                        .knownTo(TimePrecision.WEEK)
                        .sameAs("pages:P1")
                        .report())
                .with(new HandReport("pages", "P1", "2017-06-30").report())
                .with(shelling("2017-07-05", 1));
        Window before = window("2017-06-25", "2017-07-08");
        IncidentCounting counting = new IncidentCounting(
                record.evidence(),
                "square",
                Optional.of("wide"),
                window("2017-07-09", "2017-07-20"),
                before);
        assertThat(counting.before())
                .extracting(judged -> judged.incident().occurred().begins(before.zone()))
                .contains(before.period().from().plus(Duration.ofDays(5)));
        assertThat(counting.best().orElseThrow().series())
                .containsExactly(days(1, 1), days(2, 0), days(3, 0), days(4, 0), days(5, 1));
    }

    @Test
    void whereNothingIsComparedNoChangeIsDated() {
        HandRecord windowOnly = square();
        for (int month = 8; month <= 12; month++) {
            windowOnly.with(count(
                    "wide",
                    "2017-%02d-01".formatted(month),
                    "2017-%02d-28".formatted(month),
                    "both sides",
                    month));
        }
        for (HandRecord record : List.of(windowOnly, square())) {
            Answer answer =
                    Assessor.assess(record.evidence(), question("2017-08-01", "2017-12-31"));
            assertThat(answer.change()).isEmpty();
            assertThat(answer.notes()).noneMatch(note -> note.key().contains("note-change"));
        }
    }

    @Test
    void theSentence() {
        assertThat(Phrases.in("en").say(AnswerWording.change(SURE, Yardstick.ICD_203)))
                .isEqualTo("One change of the rate in the times compared, against none: almost"
                        + " certain (more than 99 %). If there was one, the best estimate of its"
                        + " date is 9 July 2017 (90 % interval 1 July 2017 to 31 July 2017), from"
                        + " 1.33 a day to 0.51. Events that come in bursts make this surer than it"
                        + " should be. What made a change, this does not show.");
        assertThat(Phrases.in("ar").say(AnswerWording.change(SURE, Yardstick.ICD_203)))
                .startsWith("تغيّر واحد للمعدل في المدتين المقارَنتين، مقابل عدم التغيّر: شبه مؤكد"
                        + " (أكثر من 99 في المئة). إن حدث تغيّر فأفضل تقدير لتاريخه 9"
                        + " تموز/يوليو 2017 (مجال 90 في المئة من 1 تموز/يوليو 2017 إلى 31"
                        + " تموز/يوليو 2017)، من 1.33 في اليوم إلى 0.51.")
                .endsWith("ولا يدل هذا على ما أحدث التغيّر.");
    }

    @Test
    void thePageQuotesTheSentence() throws IOException {
        String page = Files.readString(SampleRecord.root().resolve("docs/reference/assessment.md"));
        assertThat(page.replaceAll("\\s+", " "))
                .contains('"'
                        + Phrases.in("en").say(AnswerWording.change(SURE, Yardstick.ICD_203))
                        + '"');
    }

    @Test
    void aLikelihoodHasASentenceOfItsOwnAndNothingIsACause() {
        for (String language : List.of("en", "ar")) {
            Phrases phrases = Phrases.in(language);
            for (LikelihoodWord word : LikelihoodWord.values()) {
                Answer.Change change = new Answer.Change(
                        word.lowerBound(),
                        SURE.date(),
                        SURE.earliest(),
                        SURE.latest(),
                        SURE.level(),
                        SURE.before(),
                        SURE.after());
                String said = phrases.say(AnswerWording.change(change, Yardstick.ICD_203));
                List<String> sentences = List.of(said.split("\\. "));
                assertThat(sentences.getFirst()).contains(phrases.say(word.phrase()) + " (");
                assertThat(said.toLowerCase(Locale.ROOT))
                        .doesNotContain(
                                "confiden", "because", "due to", "caused", "ثقة", "بسبب", "{");
                for (LikelihoodWord other : LikelihoodWord.values()) {
                    assertThat(sentences.subList(1, sentences.size()))
                            .noneMatch(s -> s.contains(phrases.say(other.phrase())));
                }
            }
        }
    }

    private static Window window(String from, String to) {
        return Windows.asked(Moment.get(from), Moment.get(to), HandRecord.DAMASCUS);
    }

    private static Entry.Report shelling(String day, int place) {
        return new HandReport("live", "R-" + day + "-" + place, day)
                .at("place " + place, "32.%d,36.25".formatted(2 + 3 * place), PlacePrecision.TOWN)
                .report();
    }

    private static Answer.Change find(Watched... series) {
        return DatedChange.find(List.of(series), HandRecord.DAMASCUS).orElseThrow();
    }

    private static Watched month(int month, int breaches) {
        LocalDate first = LocalDate.of(2017, month, 1);
        return watched(first, first.plusMonths(1).minusDays(1), breaches);
    }

    private static Watched days(int day, int breaches) {
        LocalDate date = LocalDate.of(2017, 7, day);
        return watched(date, date, breaches);
    }

    private static Watched watched(LocalDate from, LocalDate to, int breaches) {
        return new Watched(
                Windows.asked(new Moment.Day(from), new Moment.Day(to), HandRecord.DAMASCUS)
                        .period(),
                1,
                breaches);
    }
}
