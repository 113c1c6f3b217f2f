package org.truce.app.desk;

import org.truce.app.places.BundledGazetteer;
import org.truce.assess.Evidence;
import org.truce.base.OneLine;
import org.truce.base.Phrases;
import org.truce.followup.Addressees;
import org.truce.followup.KeptWords;
import org.truce.followup.LetterNames;
import org.truce.followup.NoticeBook;
import org.truce.followup.NoticeLetter;
import org.truce.followup.NoticeState;
import org.truce.reconcile.Incident;
import org.truce.reconcile.VerificationStatus;
import org.truce.record.FollowUp;
import org.truce.record.NoticeAct;
import org.truce.record.NoticePlace;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** To whom a notice may go, and what they get of it. */
public final class Letters {
    /** Where several are named, each would count as an actor. */
    private static final Pattern MORE_THAN_ONE = Pattern.compile("[,;،؛]");

    private final Evidence evidence;

    public Letters(Evidence evidence) {
        this.evidence = evidence;
    }

    /** The incidents of these names; refuses one that is not there or that is refuted. */
    public List<Incident> getAll(List<String> about) {
        if (about.isEmpty()) {
            throw new Refusal(
                    "about",
                    "it is not said which incidents it is about",
                    "Name each as REGISTER:ID of one of its reports; 'truce incidents' lists"
                            + " them.");
        }
        List<Incident> found = new ArrayList<>();
        for (String name : about) {
            Incident incident = evidence.findIncident(name)
                    .orElseThrow(() -> new Refusal(
                            "about",
                            "there is no report %s that counts".formatted(name),
                            "Name an incident as REGISTER:ID of one of its reports;"
                                    + " 'truce incidents' lists them."));
            if (incident.status() == VerificationStatus.REFUTED) {
                throw new Refusal(
                        "about",
                        "%s is refuted".formatted(name),
                        "Nothing rests on it: leave it out.");
            }
            if (found.stream().noneMatch(one -> one.id().equals(incident.id()))) {
                found.add(incident);
            }
        }
        return found;
    }

    /** Who may be asked about these incidents, and why. */
    public List<Addressees.Proposed> propose(List<String> about) {
        return new Addressees(evidence).propose(getAll(about));
    }

    String addressee(Said.Draft said) {
        Optional<String> other = Parts.findLine("other", said.other());
        Optional<String> named = Parts.findLine("to", said.addressee());
        if (other.isPresent() && named.isPresent()) {
            throw new Refusal(
                    "to", "two addressees are named", "Name one: draft a notice for each.");
        }
        if (other.isPresent()) {
            if (MORE_THAN_ONE.matcher(other.get()).find()) {
                throw new Refusal(
                        "other",
                        "'%s' is more than one name".formatted(other.get()),
                        "Name one office or state, without comma or semicolon.");
            }
            return other.get();
        }
        String proposals = proposals(said.about());
        if (named.isEmpty()) {
            throw new Refusal("to", "it is not said to whom it goes", proposals);
        }
        return new Addressees(evidence)
                .find(named.get())
                .orElseThrow(() -> new Refusal(
                        "to",
                        "the record knows no guarantor or party '%s'".formatted(named.get()),
                        proposals));
    }

    private String proposals(List<String> about) {
        List<String> lines = propose(about).stream()
                .map(one -> "%s (%s %s; %s%s)"
                        .formatted(
                                one.name(),
                                one.influence().code(),
                                one.party(),
                                one.restsOn(),
                                one.source().map(": "::concat).orElse("")))
                .toList();
        String another = "Name another with --to-other, an office or a state and no person.";
        return lines.isEmpty()
                ? "Nothing in the record says who guarantees the sides alleged. " + another
                : "Choose among: " + String.join("; ", lines) + ". " + another;
    }

    /** How exactly the addressees of a register are told where. */
    NoticePlace placeTold(NoticeBook book, String register, LocalDate on) {
        return book.findRules(register, on)
                .flatMap(FollowUp.NoticeRules::place)
                .orElse(NoticePlace.GOVERNORATE);
    }

    /** Refuses a text that names what an addressee may not learn. */
    static void check(String text, KeptWords kept) {
        require(
                "text",
                text,
                kept,
                "Say it without: an addressee is told the day, the governorate and the act.");
    }

    /** Refuses a name that every reader will see and that tells what no reader may learn. */
    static void checkName(String field, String name, KeptWords kept) {
        require(
                field,
                name,
                kept,
                "Every reader sees it: name no source, place, person or address.");
    }

    /** What neither a text nor a name may have in it; made of the whole record. */
    KeptWords kept(NoticePlace told, List<String> people) {
        return new KeptWords(evidence, told, people, BundledGazetteer::listNames);
    }

    private static void require(String field, String text, KeptWords kept, String otherwise) {
        List<String> found = kept.listIn(text);
        if (!found.isEmpty()) {
            throw new Refusal(
                    field,
                    "the %s names a source, a place, a person or an address: '%s'"
                            .formatted(field, String.join("', '", found)),
                    otherwise);
        }
    }

    /** The words of the notice, checked again: what the record knows may have grown. */
    String text(NoticeBook book, NoticeState state, LocalDate on, List<String> people) {
        requireOneLine(state.notice());
        String text = state.notice()
                .text()
                .find()
                .orElseThrow(() -> new Refusal(
                        "notice",
                        "the text of notice %s is not here"
                                .formatted(state.notice().id()),
                        "Do it where it was drafted."));
        check(text, kept(placeTold(book, state.notice().register(), on), people));
        return text;
    }

    /** One that came by a file or a bundle was not looked at here. */
    private static void requireOneLine(FollowUp.Notice notice) {
        if (OneLine.isBroken(notice.addressee())) {
            throw new Refusal(
                    "notice",
                    "the addressee of notice %s has a line break or a control character in it"
                            .formatted(notice.id()),
                    "Withdraw it and draft it anew: it is neither approved nor sent so.");
        }
    }

    NoticeLetter letter(
            NoticeBook book,
            NoticeState state,
            FollowUp.NoticeStep step,
            List<String> people,
            Phrases words) {
        text(book, state, step.on(), people);
        return letter(book, state, step.act(), step.level().orElse(""), step.on(), words);
    }

    NoticeLetter letter(
            NoticeBook book,
            NoticeState state,
            NoticeAct act,
            String level,
            LocalDate on,
            Phrases words) {
        FollowUp.Notice notice = state.notice();
        Optional<LocalDate> due = state.dueOn()
                .or(notice::due)
                .or(() -> book.findRules(notice.register(), on)
                        .map(rules -> on.plusDays(rules.answer().days(notice.severity()))));
        NoticePlace told = placeTold(book, notice.register(), on);
        List<String> people = notice.by().find().stream().toList();
        return NoticeLetter.of(
                evidence,
                state,
                getAll(notice.about()),
                told,
                occasion(act, level),
                on,
                due,
                text(book, state, on, people),
                new LetterNames(evidence.actors(), BundledGazetteer.listArabicDivisions(), words));
    }

    private static NoticeLetter.Occasion occasion(NoticeAct act, String level) {
        return switch (act) {
            case REMINDED -> new NoticeLetter.Occasion.Reminder();
            case ESCALATED -> new NoticeLetter.Occasion.Escalation(level);
            case APPROVED,
                    SENDING,
                    SENT,
                    NOT_SENT,
                    ACKNOWLEDGED,
                    ASKED,
                    REPLIED,
                    ACTION_TAKEN,
                    OUTCOME,
                    WITHDRAWN -> new NoticeLetter.Occasion.First();
        };
    }
}
