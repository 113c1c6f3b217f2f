package org.truce.assess;

import org.truce.assess.sources.Weighing;
import org.truce.base.Phrase;
import org.truce.record.Agreement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * Says in words what else the evidence says, each thing in a sentence of its own and none of it
 * with a cause. A status, a rate or a hot spot that is not there gets no sentence.
 */
public final class FurtherWording {
    private final Further further;
    private final AssessSettings settings;
    private final List<Phrase> notes = new ArrayList<>();

    private FurtherWording(Further further, AssessSettings settings) {
        this.further = further;
        this.settings = settings;
    }

    /** The sentences in the order in which to show them. */
    public static List<Phrase> notes(Further further, AssessSettings settings) {
        FurtherWording wording = new FurtherWording(further, settings);
        wording.addReadings();
        wording.addSeverity();
        wording.addDelay();
        further.ahead()
                .lack()
                .ifPresent(lack ->
                        wording.notes.add(Phrase.of("assess.further-no-outlook-" + lack.code())));
        further.ahead().list().forEach(wording::addDays);
        further.hotSpots().list().forEach(wording::addHotSpot);
        further.watch().stream()
                .filter(Further.ExcludedGroup::mayReturn)
                .forEach(wording::addReturn);
        further.watch().forEach(wording::addConcentrations);
        further.unseen().forEach(wording::addUnseen);
        wording.addBeside();
        wording.addVoices();
        return List.copyOf(wording.notes);
    }

    private void addReadings() {
        long statuses = further.sensitivity().stream()
                .map(Further.UnderReading::status)
                .distinct()
                .count();
        if (statuses > 1) {
            notes.add(Phrase.of(
                    "assess.further-readings",
                    String.valueOf(statuses),
                    String.valueOf(further.sensitivity().size())));
        }
    }

    private void addSeverity() {
        Further.Severity severity = further.severity();
        severity.byAir()
                .flatMap(air -> severity.shelling()
                        .map(shelling -> Phrase.of(
                                "assess.further-heavy",
                                String.valueOf(air.before()),
                                String.valueOf(air.during()),
                                String.valueOf(shelling.before()),
                                String.valueOf(shelling.during()))))
                .ifPresent(notes::add);
        severity.killedMin()
                .ifPresent(killed -> notes.add(Phrase.of(
                        "assess.further-killed",
                        String.valueOf(killed.before()),
                        String.valueOf(killed.during()))));
    }

    private void addDelay() {
        Further.Delay delay = further.delay();
        if (delay.medianDays().isPresent() && delay.ninetyDays().isPresent()) {
            notes.add(Phrase.of(
                    "assess.further-delay",
                    String.valueOf(delay.medianDays().getAsInt()),
                    String.valueOf(delay.ninetyDays().getAsInt()),
                    String.valueOf(delay.events())));
        }
        delay.last()
                .ifPresent(last -> notes.add(Phrase.of(
                        "assess.further-last",
                        String.valueOf(last.days()),
                        String.valueOf(last.known()),
                        String.valueOf(last.low()),
                        String.valueOf(last.high()),
                        FigureText.share(last.level()))));
    }

    private void addDays(Further.Days days) {
        notes.add(Phrase.of(
                "assess.further-outlook",
                String.valueOf(days.days()),
                String.valueOf(days.low()),
                String.valueOf(days.high()),
                FigureText.share(AnswerWording.INTERVAL_LEVEL),
                String.valueOf(days.replay().origins())));
        days.usesPlain()
                .ifPresent(plain -> notes.add(Phrase.of(
                        "assess.further-outlook-plain",
                        String.valueOf(days.days()),
                        Phrase.of("assess.plain-" + plain))));
        notes.add(Phrase.of(
                "assess.further-any",
                String.valueOf(days.days()),
                settings.yardstick().word(days.any())));
    }

    private void addHotSpot(Further.HotSpot spot) {
        notes.add(Phrase.of(
                "assess.further-hot-spot",
                String.join(", ", spot.governorates()),
                span(spot.first(), spot.last()),
                String.valueOf(spot.observed()),
                FigureText.decimal(spot.expected()),
                String.valueOf(Math.round(spot.recurrenceDays()))));
    }

    private void addReturn(Further.ExcludedGroup group) {
        notes.add(Phrase.of(
                "assess.further-return",
                name(group.name()),
                String.valueOf(group.recent()),
                String.join(", ", group.governorates())));
    }

    private void addConcentrations(Further.ExcludedGroup group) {
        for (Further.HotSpot spot : group.concentrations()) {
            notes.add(Phrase.of(
                    "assess.further-concentration",
                    name(group.name()),
                    String.join(", ", spot.governorates()),
                    span(spot.first(), spot.last()),
                    String.valueOf(spot.observed()),
                    FigureText.decimal(spot.expected()),
                    String.valueOf(Math.round(spot.recurrenceDays()))));
        }
    }

    private void addUnseen(Further.Unseen unseen) {
        notes.add(Phrase.of(
                "assess.further-unseen",
                unseen.one(),
                unseen.other(),
                String.valueOf(unseen.recapture().one()),
                String.valueOf(unseen.recapture().other()),
                String.valueOf(unseen.recapture().both()),
                String.valueOf(Math.round(unseen.recapture().estimate()))));
    }

    private void addBeside() {
        for (Further.Beside beside : further.beside()) {
            notes.add(Phrase.of(
                    "assess.further-beside",
                    name(beside.name()),
                    FigureText.decimal(beside.ratio()),
                    FigureText.decimal(beside.low()),
                    FigureText.decimal(beside.high()),
                    FigureText.share(AnswerWording.INTERVAL_LEVEL)));
        }
        further.shrunk()
                .ifPresent(shrunk -> notes.add(Phrase.of(
                        "assess.further-together",
                        String.valueOf(shrunk.areas()),
                        FigureText.decimal(shrunk.mean()),
                        FigureText.decimal(shrunk.ratio()),
                        FigureText.decimal(shrunk.low()),
                        FigureText.decimal(shrunk.high()),
                        FigureText.share(AnswerWording.INTERVAL_LEVEL))));
        if (!further.beside().isEmpty()) {
            notes.add(Phrase.of("assess.further-beside-caution"));
        }
        further.peak()
                .filter(peak -> peak.lastPerDay() > peak.earlierPerDay())
                .ifPresent(peak -> notes.add(Phrase.of(
                        "assess.further-peak",
                        String.valueOf(peak.days()),
                        FigureText.decimal(peak.lastPerDay()),
                        FigureText.decimal(peak.earlierPerDay()))));
    }

    private static Phrase name(Agreement.Words words) {
        return Phrase.of("assess.name", words.en(), words.ar().orElse(words.en()));
    }

    private void addVoices() {
        addTogether("assess.further-attribution", further.voices().attribution());
        addTogether("assess.further-type", further.voices().type());
        if (further.voices().attribution().weighing() instanceof Weighing.NotEnough) {
            notes.add(Phrase.of("assess.further-not-weighed"));
        }
        boolean oneSided = further.voices().attribution().weighing() instanceof Weighing.Weighed all
                && all.oneSided();
        if (oneSided) {
            notes.add(Phrase.of("assess.further-one-side"));
        }
    }

    private void addTogether(String key, Further.Together together) {
        if (!together.disputed().isEmpty()) {
            notes.add(Phrase.of(
                    key,
                    String.valueOf(together.disputed().size()),
                    String.valueOf(together.reached()),
                    FigureText.share(settings.attributionReached())));
        }
    }

    private static Phrase span(LocalDate first, LocalDate last) {
        return Phrase.of("assess.span", FigureText.date(first), FigureText.date(last));
    }
}
