package org.truce.followup;

import org.truce.assess.Evidence;
import org.truce.base.Phrases;
import org.truce.base.PlacePrecision;
import org.truce.reconcile.Incident;
import org.truce.record.Agreement;
import org.truce.record.NoticePlace;
import org.truce.record.Place;
import org.truce.terms.Finding;
import org.truce.terms.Terms;
import org.truce.terms.Verdict;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an addressee gets of a notice: of each incident the day, the governorate or district, the
 * kind of act and the clauses it touches; what is asked, and by when. It has no source, page, note,
 * report's id, point or name of a person, for nothing of them is read here.
 *
 * @param subject one line
 * @param lines the text, line by line
 */
public record NoticeLetter(String subject, List<String> lines) {
    public NoticeLetter {
        lines = List.copyOf(lines);
    }

    /** Why it goes out. */
    public sealed interface Occasion {
        /** For the first time. */
        record First() implements Occasion {}

        /** No answer came by the day. */
        record Reminder() implements Occasion {}

        /** Put to the next level. */
        record Escalation(String level) implements Occasion {}
    }

    /**
     * @param incidents those that the notice is about
     * @param dueOn by which local day an answer is due, where that is known
     * @param text what is asked, in the duty officer's words, which {@link KeptWords} has checked
     */
    public static NoticeLetter of(
            Evidence evidence,
            NoticeState state,
            List<Incident> incidents,
            NoticePlace told,
            Occasion occasion,
            Optional<LocalDate> dueOn,
            String text,
            Phrases words) {
        String id = state.notice().id();
        String subject = switch (occasion) {
            case Occasion.First first -> words.say("desk.letter-first", id);
            case Occasion.Reminder reminder -> words.say("desk.letter-reminder", id);
            case Occasion.Escalation up -> words.say("desk.letter-escalation", id, up.level());
        };
        List<String> lines = new ArrayList<>();
        lines.add(subject);
        lines.add(words.say("desk.letter-to", state.notice().addressee()));
        state.sentOn()
                .filter(day -> !(occasion instanceof Occasion.First))
                .ifPresent(day -> lines.add(words.say("desk.letter-sent", day)));
        lines.add("");
        int number = 1;
        for (Incident incident : incidents) {
            lines.add(words.say(
                    "desk.letter-incident",
                    number++,
                    when(evidence, incident, words),
                    where(incident.place(), told, words),
                    words.say("show.type." + incident.type().code())));
            clauses(evidence, incident, words).forEach(clause -> lines.add("   " + clause));
        }
        lines.add("");
        text.lines().forEach(lines::add);
        lines.add("");
        lines.add(dueOn.map(day -> words.say("desk.letter-due", day))
                .orElseGet(() -> words.say("desk.letter-no-due")));
        return new NoticeLetter(subject, lines);
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

    private static String where(Place place, NoticePlace told, Phrases words) {
        String governorate = place.admin1().orElseGet(() -> words.say("desk.letter-nowhere"));
        // A finer place's name is not that of a district, and which one it lies in nothing says.
        return place.name()
                .find()
                .filter(name -> told == NoticePlace.DISTRICT)
                .filter(name -> place.precision() == PlacePrecision.DISTRICT)
                .map(name -> words.say("desk.letter-district", name, governorate))
                .orElse(governorate);
    }

    /** Those that it breaks, or may break for all that is known. */
    private static Set<String> clauses(Evidence evidence, Incident incident, Phrases words) {
        Set<String> clauses = new LinkedHashSet<>();
        for (Finding finding : evidence.findings(incident, Terms.Clock.AS_AGREED)) {
            if (finding.verdict() != Verdict.NO_BREACH) {
                evidence.listAgreements().stream()
                        .filter(agreement -> agreement.id().equals(finding.agreement()))
                        .flatMap(agreement -> agreement.provisions().stream()
                                .filter(one -> one.id().equals(finding.provision()))
                                .map(one -> words.say(
                                        "desk.letter-clause",
                                        in(agreement.title(), words),
                                        one.id(),
                                        in(one.text(), words))))
                        .forEach(clauses::add);
            }
        }
        return clauses;
    }

    private static String in(Agreement.Words text, Phrases words) {
        return words.language().equals("ar") ? text.ar().orElse(text.en()) : text.en();
    }
}
