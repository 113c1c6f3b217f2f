package org.truce.followup;

import org.truce.assess.Evidence;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;
import org.truce.reconcile.Incident;
import org.truce.record.FollowUp;
import org.truce.record.NoticeAct;
import org.truce.record.NoticePlace;
import org.truce.record.Place;
import org.truce.terms.Finding;
import org.truce.terms.Terms;
import org.truce.terms.Verdict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an addressee gets of a notice: of each incident the day, the governorate or district, the
 * kind of act and the clauses it breaks or may touch; what came so far; what is asked, and by when.
 * It has no source, page, note, report's id, point or name of a person, for nothing of them is read
 * here.
 *
 * @param subject one line
 * @param lines the text, line by line
 */
public record NoticeLetter(String subject, List<String> lines) {
    private static final Set<NoticeAct> CAME = EnumSet.of(
            NoticeAct.ACKNOWLEDGED, NoticeAct.ASKED, NoticeAct.REPLIED, NoticeAct.ACTION_TAKEN);

    public NoticeLetter {
        lines = List.copyOf(lines);
    }

    /** Why it goes out. */
    public sealed interface Occasion {
        /** For the first time. */
        record First() implements Occasion {}

        /** Once more to the same addressee. */
        record Reminder() implements Occasion {}

        /** Put to the next level. */
        record Escalation(String level) implements Occasion {}
    }

    /**
     * @param incidents those that the notice is about
     * @param on the local day on which it goes out; nothing later is told of
     * @param dueOn by which local day an answer is due, where that is known
     * @param text what is asked, in the duty officer's words, which {@link KeptWords} has checked
     * @param names in the letter's language
     */
    public static NoticeLetter of(
            Evidence evidence,
            NoticeState state,
            List<Incident> incidents,
            NoticePlace told,
            Occasion occasion,
            LocalDate on,
            Optional<LocalDate> dueOn,
            String text,
            LetterNames names) {
        Phrases words = names.words();
        String id = state.notice().id();
        String subject = switch (occasion) {
            case Occasion.First first -> words.say("desk.letter-first", id);
            case Occasion.Reminder reminder -> words.say("desk.letter-reminder", id);
            case Occasion.Escalation up ->
                words.say("desk.letter-escalation", id, names.foreign(up.level()));
        };
        List<String> lines = new ArrayList<>();
        lines.add(subject);
        lines.add(words.say("desk.letter-to", names.actor(state.notice().addressee())));
        if (!(occasion instanceof Occasion.First)) {
            lines.addAll(soFar(state, on, words));
        }
        lines.add("");
        int number = 1;
        for (Incident incident : incidents) {
            lines.add(words.say(
                    "desk.letter-incident",
                    number++,
                    when(evidence, incident, words),
                    where(incident.place(), told, names),
                    words.say("show.type." + incident.type().code())));
            clauses(evidence, incident, names).forEach(clause -> lines.add("   " + clause));
        }
        lines.add("");
        text.lines().forEach(lines::add);
        lines.add("");
        boolean answered = !(occasion instanceof Occasion.First)
                && !state.listSteps(NoticeAct::isAnswer, on).isEmpty();
        lines.add(dueOn.filter(day -> !answered)
                .map(day ->
                        words.say(on.isAfter(day) ? "desk.letter-was-due" : "desk.letter-due", day))
                .orElseGet(() -> words.say("desk.letter-no-due")));
        return new NoticeLetter(subject, lines);
    }

    /** What was sent and what came, as far as it is put down: which, and when. */
    private static List<String> soFar(NoticeState state, LocalDate on, Phrases words) {
        List<String> lines = new ArrayList<>();
        state.sentOn().ifPresent(day -> lines.add(words.say("desk.letter-sent", day)));
        for (FollowUp.NoticeStep step : state.listSteps(CAME::contains, on)) {
            lines.add(
                    step.reply().isPresent()
                            ? words.say(
                                    "desk.letter-replied",
                                    step.on(),
                                    words.say("followup.reply."
                                            + step.reply().get().code()))
                            : words.say("desk.letter-came." + step.act().code(), step.on()));
        }
        if (state.listSteps(NoticeAct::isAnswer, on).isEmpty()) {
            lines.add(words.say("desk.letter-no-answer"));
        }
        return lines;
    }

    /** With the mark by which no two letters are alike, so that its hash gives nothing away. */
    public NoticeLetter marked(String mark, Phrases words) {
        List<String> marked = new ArrayList<>(lines);
        marked.add("");
        marked.add(words.say("desk.letter-mark", mark));
        return new NoticeLetter(subject, marked);
    }

    /** As it stands in a file or a mail. */
    public String text() {
        return String.join("\n", lines) + "\n";
    }

    /** Local days, whatever hour is known. */
    private static String when(Evidence evidence, Incident incident, Phrases words) {
        LocalDate from = day(incident.occurred().from().startIn(evidence.zone()), evidence);
        Instant end = incident.occurred().to().endIn(evidence.zone());
        LocalDate to = day(end.minusNanos(1), evidence);
        return to.isAfter(from) ? words.say("desk.letter-days", from, to) : from.toString();
    }

    private static LocalDate day(Instant at, Evidence evidence) {
        return LocalDate.ofInstant(at, evidence.zone());
    }

    private static String where(Place place, NoticePlace told, LetterNames names) {
        Phrases words = names.words();
        String governorate = place.admin1()
                .map(names::governorate)
                .orElseGet(() -> words.say("desk.letter-nowhere"));
        // A finer place's name is not that of a district, and which one it lies in nothing says.
        return place.name()
                .find()
                .filter(name -> told == NoticePlace.DISTRICT)
                .filter(name -> place.precision() == PlacePrecision.DISTRICT)
                .map(name -> words.say("desk.letter-district", names.foreign(name), governorate))
                .orElse(governorate);
    }

    /**
     * Those that it breaks, and in other words those of which that is undetermined, or depends on
     * how the agreement is read: a letter says no more than the findings.
     */
    private static List<String> clauses(Evidence evidence, Incident incident, LetterNames names) {
        Map<ClauseIn, Set<Verdict>> verdicts = new LinkedHashMap<>();
        for (Finding finding : evidence.findings(incident, Terms.Clock.AS_AGREED)) {
            verdicts.computeIfAbsent(
                            new ClauseIn(finding.agreement(), finding.provision(), finding.area()),
                            one -> EnumSet.noneOf(Verdict.class))
                    .add(finding.verdict());
        }
        Map<String, Boolean> breaks = new LinkedHashMap<>();
        verdicts.forEach((clause, found) -> {
            if (!found.equals(EnumSet.of(Verdict.NO_BREACH))) {
                boolean sure = found.equals(EnumSet.of(Verdict.BREACH));
                name(evidence, clause, names)
                        .ifPresent(name -> breaks.merge(name, sure, Boolean::logicalOr));
            }
        });
        List<String> lines = new ArrayList<>();
        breaks.forEach((name, sure) -> lines.add(
                names.words().say(sure ? "desk.letter-clause" : "desk.letter-clause-maybe", name)));
        return lines;
    }

    /** A clause in one of the areas for which it stands. */
    private record ClauseIn(String agreement, String provision, String area) {}

    private static Optional<String> name(Evidence evidence, ClauseIn clause, LetterNames names) {
        return evidence.listAgreements().stream()
                .filter(agreement -> agreement.id().equals(clause.agreement()))
                .flatMap(agreement -> agreement.provisions().stream()
                        .filter(one -> one.id().equals(clause.provision()))
                        .map(one -> names.words()
                                .say(
                                        "desk.letter-provision",
                                        names.in(agreement.title()),
                                        names.foreign(one.id()),
                                        names.in(one.text()))))
                .findFirst();
    }
}
