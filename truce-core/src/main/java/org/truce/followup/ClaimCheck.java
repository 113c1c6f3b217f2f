package org.truce.followup;

import org.truce.assess.Answer;
import org.truce.assess.Assessor;
import org.truce.assess.Evidence;
import org.truce.assess.Question;
import org.truce.assess.Status;
import org.truce.base.ActGroup;
import org.truce.base.Moment;
import org.truce.base.Phrase;
import org.truce.reconcile.Incident;
import org.truce.reconcile.VerificationStatus;
import org.truce.record.Entry;
import org.truce.terms.AreaReading;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Lays a claim beside the evidence, as known on the day it was said and as known now. The rules:
 *
 * <ul>
 *   <li>Fighting fell: borne out when a steady register finds no breach; partly when the rate of
 *       breaches probably fell (0.80 or more) but breaches went on; not borne out when it probably
 *       did not fall (0.20 or less); otherwise it cannot be told.
 *   <li>Bombing ended: not borne out when an air attack or shelling found to be a breach is
 *       corroborated by two origins that do not depend on each other; otherwise it cannot be told,
 *       for silence is not a zero. Whether a strike was indiscriminate no entry decides.
 *   <li>Held with few exceptions: from the assessment's status; "few" is not defined anywhere, we
 *       take fewer than one breach a week for it and say so.
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

    public ClaimAnswer check(Entry.ClaimTest test) {
        Optional<Entry.Statement> statement = now.known().list(Entry.Statement.class).stream()
                .filter(s ->
                        s.register().equals(test.register()) && s.id().equals(test.statement()))
                .findFirst();
        List<ClaimAnswer.View> views = new ArrayList<>();
        for (AreaReading reading : now.terms().listReadings()) {
            if (reading.area().equals(test.area())) {
                views.add(new ClaimAnswer.View(
                        reading.readingName(),
                        side(test, reading.reading(), then),
                        side(test, reading.reading(), now)));
            }
        }
        return new ClaimAnswer(test, statement, views);
    }

    private ClaimAnswer.Side side(
            Entry.ClaimTest test, Optional<String> reading, Evidence evidence) {
        Answer answer = Assessor.assess(
                evidence,
                new Question(
                        test.area(),
                        reading,
                        new Moment.Day(test.from()),
                        new Moment.Day(test.to()),
                        Optional.of(new Question.Span(
                                new Moment.Day(test.baselineFrom()),
                                new Moment.Day(test.baselineTo()))),
                        today));
        return switch (test.measure()) {
            case FIGHTING_FELL -> fightingFell(answer);
            case BOMBING_ENDED -> bombingEnded(answer, evidence);
            case HELD -> held(answer);
        };
    }

    private static ClaimAnswer.Side fightingFell(Answer answer) {
        if (answer.ratio().isEmpty()) {
            return unmeasured(answer);
        }
        double fell = answer.ratio().get().lower();
        Standing standing = answer.breaches().during() == 0
                ? Standing.BORNE_OUT
                : fell >= PROBABLY
                        ? Standing.PARTLY
                        : fell <= 1 - PROBABLY ? Standing.NOT_BORNE_OUT : Standing.CANNOT_TELL;
        return new ClaimAnswer.Side(
                standing, List.of(rates("followup.fighting", answer)), answer, ids(answer));
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
        long corroborated = all.stream()
                .filter(i -> i.status() == VerificationStatus.CORROBORATED)
                .count();
        List<Phrase> because = new ArrayList<>();
        because.add(
                all.isEmpty()
                        ? Phrase.of("followup.no-bombing-known")
                        : Phrase.of(
                                "followup.bombing",
                                Integer.toString(air.size()),
                                Integer.toString(shelling.size()),
                                Long.toString(corroborated)));
        because.add(Phrase.of("followup.indiscriminate"));
        return new ClaimAnswer.Side(
                corroborated > 0 ? Standing.NOT_BORNE_OUT : Standing.CANNOT_TELL,
                because,
                answer,
                all.stream().map(Incident::id).toList());
    }

    private static ClaimAnswer.Side held(Answer answer) {
        double aWeek = answer.breaches().during()
                * A_WEEK_DAYS
                / Math.max(1, answer.days().during());
        Standing standing = switch (answer.status()) {
            case HOLDING -> Standing.BORNE_OUT;
            case HOLDING_WITH_EXCEPTIONS -> aWeek < 1 ? Standing.BORNE_OUT : Standing.PARTLY;
            case UNDER_STRAIN -> Standing.PARTLY;
            case NOT_HOLDING -> Standing.NOT_BORNE_OUT;
            case NOT_IN_FORCE, CANNOT_TELL -> Standing.CANNOT_TELL;
        };
        if (answer.status() == Status.CANNOT_TELL || answer.status() == Status.NOT_IN_FORCE) {
            return unmeasured(answer);
        }
        return new ClaimAnswer.Side(
                standing, List.of(rates("followup.held", answer), few(aWeek)), answer, ids(answer));
    }

    private static Phrase few(double aWeek) {
        return Phrase.of(
                aWeek < 1 ? "followup.few" : "followup.not-few",
                String.format(Locale.ROOT, "%.1f", aWeek));
    }

    private static ClaimAnswer.Side unmeasured(Answer answer) {
        return new ClaimAnswer.Side(
                Standing.CANNOT_TELL,
                List.of(Phrase.of(
                        "followup.no-steady-register",
                        Integer.toString(answer.knownBreachIds().size()),
                        Long.toString(answer.leftOutWithoutDate()))),
                answer,
                answer.knownBreachIds());
    }

    private static Phrase rates(String key, Answer answer) {
        return Phrase.of(
                key,
                Integer.toString(answer.breaches().during()),
                String.format(Locale.ROOT, "%.0f", answer.days().during()),
                Integer.toString(answer.breaches().before()),
                String.format(Locale.ROOT, "%.0f", answer.days().before()),
                answer.basis().register().orElse(""));
    }

    private static List<String> ids(Answer answer) {
        return answer.countedEntries().isEmpty() ? answer.breachIds() : answer.countedEntries();
    }
}
