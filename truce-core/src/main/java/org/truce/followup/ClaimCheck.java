package org.truce.followup;

import org.truce.assess.Answer;
import org.truce.assess.Assessor;
import org.truce.assess.Evidence;
import org.truce.assess.FigureText;
import org.truce.assess.Question;
import org.truce.assess.Status;
import org.truce.base.ActGroup;
import org.truce.base.Moment;
import org.truce.base.Phrase;
import org.truce.reconcile.Incident;
import org.truce.record.Entry;
import org.truce.terms.AreaReading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Lays a claim beside the evidence, as known on the day it was said and as known now. The rules:
 *
 * <ul>
 *   <li>Fighting fell: borne out when the assessment is "holding" (no breach observed, none known
 *       from elsewhere, 80 % of the days covered); partly when the rate of breaches probably fell
 *       (0.80 or more) but breaches went on; not borne out when it probably did not fall (0.20 or
 *       less); otherwise it cannot be told.
 *   <li>Bombing ended: not borne out when an air attack or shelling found to be a breach is
 *       corroborated by two origins that do not depend on each other; otherwise it cannot be told,
 *       for silence is not a zero.
 *   <li>Held with few exceptions: from the assessment's status; "few" is not defined anywhere, we
 *       take fewer than one breach a week for it and say so.
 *   <li>Whatever the measure: where the words that were put to the test say what no measure decides
 *       ("indiscriminate"), the claim cannot be tested. The measure's figures stand beside.
 * </ul>
 */
public final class ClaimCheck {
    private static final double PROBABLY = 0.80;
    private static final double A_WEEK_DAYS = 7;

    private final Evidence then;
    private final Evidence now;
    private final Instant today;

    /**
     * @param then what was known on the day the claim was made
     * @param now what is known today
     */
    public ClaimCheck(Evidence then, Evidence now, Instant today) {
        this.then = then;
        this.now = now;
        this.today = today;
    }

    /** The statement that a test is about; empty where it is not in the record, or was not yet. */
    public static Optional<Entry.Statement> findStatement(Entry.ClaimTest test, Evidence evidence) {
        return evidence.known().list(Entry.Statement.class).stream()
                .filter(s ->
                        s.register().equals(test.register()) && s.id().equals(test.statement()))
                .findFirst();
    }

    public ClaimAnswer check(Entry.ClaimTest test) {
        List<ClaimAnswer.View> views = new ArrayList<>();
        for (AreaReading reading : now.terms().listReadings()) {
            if (reading.area().equals(test.area())) {
                views.add(new ClaimAnswer.View(
                        reading.readingName(),
                        side(test, reading.reading(), then),
                        side(test, reading.reading(), now)));
            }
        }
        return new ClaimAnswer(test, findStatement(test, now), views);
    }

    private ClaimAnswer.Side side(
            Entry.ClaimTest test, Optional<String> reading, Evidence evidence) {
        return weigh(test, Assessor.assess(evidence, question(test, reading, today)), evidence);
    }

    /** What a test asks of the assessment under one reading of its area. */
    public static Question question(Entry.ClaimTest test, Optional<String> reading, Instant today) {
        return new Question(
                test.area(),
                reading,
                new Moment.Day(test.from()),
                new Moment.Day(test.to()),
                Optional.of(new Question.Span(
                        new Moment.Day(test.baselineFrom()), new Moment.Day(test.baselineTo()))),
                today);
    }

    /**
     * How a claim stands by the answer to its question.
     *
     * @param evidence what the answer was computed from
     */
    public static ClaimAnswer.Side weigh(Entry.ClaimTest test, Answer answer, Evidence evidence) {
        ClaimAnswer.Side measured = switch (test.measure()) {
            case FIGHTING_FELL -> fightingFell(answer);
            case BOMBING_ENDED -> bombingEnded(answer, evidence);
            case HELD -> held(answer);
        };
        return ClaimWords.findBeyond(test.quote())
                .map(word -> notTested(measured, word))
                .orElse(measured);
    }

    private static ClaimAnswer.Side notTested(ClaimAnswer.Side measured, String word) {
        List<Phrase> because = new ArrayList<>(measured.because());
        because.addFirst(Phrase.of("followup.beyond-measure", word));
        return new ClaimAnswer.Side(
                Standing.CANNOT_BE_TESTED,
                because,
                measured.answer(),
                measured.ids(),
                Phrase.of("followup.change-not-tested", word));
    }

    private static ClaimAnswer.Side fightingFell(Answer answer) {
        return switch (answer.status()) {
            case NOT_IN_FORCE, CANNOT_TELL -> unmeasured(answer);
            case HOLDING ->
                side(Standing.BORNE_OUT, answer, Phrase.of("followup.change-one-breach"));
            case HOLDING_WITH_EXCEPTIONS, UNDER_STRAIN, NOT_HOLDING ->
                side(
                        fell(answer.ratio().orElseThrow().lower()),
                        answer,
                        Phrase.of(
                                "followup.change-fighting",
                                FigureText.percent(answer.ratio().orElseThrow().lower())));
        };
    }

    /** How the probability that breaches became rarer bears on a claim, where some went on. */
    private static Standing fell(double probability) {
        if (probability >= PROBABLY) {
            return Standing.PARTLY;
        }
        return probability <= 1 - PROBABLY ? Standing.NOT_BORNE_OUT : Standing.CANNOT_TELL;
    }

    private static ClaimAnswer.Side bombingEnded(Answer answer, Evidence evidence) {
        List<Incident> air = new ArrayList<>();
        List<Incident> shelling = new ArrayList<>();
        for (String id : answer.knownBreachIds()) {
            Incident incident = evidence.findIncident(id).orElseThrow();
            if (incident.type().group() == ActGroup.AIR_ATTACK) {
                air.add(incident);
            } else if (incident.type().group() == ActGroup.SHELLING) {
                shelling.add(incident);
            }
        }
        List<Incident> all = new ArrayList<>(air);
        all.addAll(shelling);
        long corroborated = all.stream().filter(Incident::isCorroborated).count();
        return new ClaimAnswer.Side(
                corroborated > 0 ? Standing.NOT_BORNE_OUT : Standing.CANNOT_TELL,
                List.of(
                        all.isEmpty()
                                ? Phrase.of("followup.no-bombing-known")
                                : Phrase.of(
                                        "followup.bombing",
                                        Integer.toString(air.size()),
                                        Integer.toString(shelling.size()),
                                        Long.toString(corroborated))),
                answer,
                all.stream().map(Incident::id).toList(),
                Phrase.of("followup.change-bombing"));
    }

    private static ClaimAnswer.Side held(Answer answer) {
        return switch (answer.status()) {
            case NOT_IN_FORCE, CANNOT_TELL -> unmeasured(answer);
            case HOLDING -> heldSide(Standing.BORNE_OUT, answer);
            case HOLDING_WITH_EXCEPTIONS ->
                heldSide(aWeek(answer) < 1 ? Standing.BORNE_OUT : Standing.PARTLY, answer);
            case UNDER_STRAIN -> heldSide(Standing.PARTLY, answer);
            case NOT_HOLDING -> heldSide(Standing.NOT_BORNE_OUT, answer);
        };
    }

    private static ClaimAnswer.Side heldSide(Standing standing, Answer answer) {
        Phrase change = Phrase.of("followup.change-held", FigureText.decimal(aWeek(answer)));
        return answer.status() == Status.HOLDING
                ? side(standing, answer, change)
                : side(
                        standing,
                        answer,
                        change,
                        Phrase.of("followup.few", FigureText.decimal(aWeek(answer))));
    }

    private static double aWeek(Answer answer) {
        return answer.breaches().during() * A_WEEK_DAYS / answer.days().during();
    }

    /**
     * Without figures that can carry a standing: what is missing, in the assessment's own words.
     */
    private static ClaimAnswer.Side unmeasured(Answer answer) {
        Phrase known = Phrase.of(
                "followup.known-only",
                Integer.toString(answer.knownBreachIds().size()),
                Long.toString(answer.leftOutWithoutDate()));
        return new ClaimAnswer.Side(
                Standing.CANNOT_TELL,
                List.of(answer.sentence().getFirst(), known),
                answer,
                answer.knownBreachIds(),
                Phrase.of("followup.change-unmeasured"));
    }

    private static ClaimAnswer.Side side(
            Standing standing, Answer answer, Phrase change, Phrase... more) {
        List<Phrase> because = new ArrayList<>();
        because.add(Phrase.of(
                "followup.rates",
                Integer.toString(answer.breaches().during()),
                FigureText.days(answer.days().during()),
                Integer.toString(answer.breaches().before()),
                FigureText.days(answer.days().before()),
                answer.basis().register().orElseThrow()));
        because.addAll(List.of(more));
        return new ClaimAnswer.Side(standing, because, answer, ids(answer), change);
    }

    private static List<String> ids(Answer answer) {
        return answer.countedEntries().isEmpty() ? answer.breachIds() : answer.countedEntries();
    }
}
