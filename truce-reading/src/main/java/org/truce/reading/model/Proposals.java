package org.truce.reading.model;

import org.truce.reading.model.Refusal.Reason;
import org.truce.reading.statement.Statement;
import org.truce.reading.text.Original;
import org.truce.reading.text.Prepared;
import org.truce.reading.text.Span;
import org.truce.reading.words.Actor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The statements that a language model proposes for one text. What is asked goes out as a message,
 * what is replied comes in as a string of any content at all; only what stands in the text letter
 * for letter, with its speaker and cue beside it, comes through. The checks in their order:
 * docs/reference/model.md.
 */
public final class Proposals {
    /** Marks every accepted statement among its flags, and everything printed of it. */
    public static final String EXTRACTOR = "model";

    /** The one rule of every accepted statement; no confidence but a low one goes with it. */
    public static final String RULE = EXTRACTOR + "-" + Prompt.VERSION;

    /** Content that occurs more often than this has no one place. */
    static final int MOST_PLACES = 20;

    private final Prepared prepared;
    private final Optional<LocalDate> date;
    private final List<Actor> actors;
    private final Verbatim verbatim;
    private final Beside beside;
    private final Shape shape;
    private final Names names;

    /**
     * @param language an ISO 639-1 code; some checks are those of English
     * @param date the day the document bears
     */
    public Proposals(Original original, String language, Optional<LocalDate> date) {
        this.prepared = Prepared.of(original, language);
        this.date = date;
        this.actors = KnownActors.in(prepared, date);
        this.verbatim = new Verbatim(original);
        this.beside = new Beside(prepared, verbatim);
        this.shape = new Shape(prepared);
        this.names = new Names(prepared, verbatim, actors);
    }

    /** What is sent beside the {@link Prompt#instructions()}; it holds the whole text. */
    public String message() {
        return Prompt.message(prepared.original(), date, actors);
    }

    /** Whether the text has words that speak to a language model. */
    public boolean speakToModels() {
        return Instructions.areIn(prepared.original());
    }

    /** Checks a reply; never throws, whatever it holds. */
    public Checked check(String text) {
        Reply reply = Reply.of(text);
        List<Refusal> refused = new ArrayList<>(reply.refused());
        List<Statement> accepted = new ArrayList<>();
        for (Proposal proposal : reply.proposals()) {
            findReason(proposal, accepted)
                    .ifPresent(reason -> refused.add(Refusal.of(proposal.number(), reason)));
        }
        accepted.sort(Comparator.comparing(Statement::content));
        refused.sort(Comparator.comparing(refusal -> refusal.proposal().orElse(0)));
        return new Checked(accepted, refused);
    }

    /** Adds a proposal to those accepted, or says why not. */
    private Optional<Reason> findReason(Proposal proposal, List<Statement> accepted) {
        List<Span> places = verbatim.list(proposal.content());
        if (proposal.content().codePoints().noneMatch(Character::isLetter) || places.isEmpty()) {
            return Optional.of(Reason.CONTENT_NOT_FOUND);
        }
        if (places.size() > MOST_PLACES) {
            return Optional.of(Reason.CONTENT_TOO_COMMON);
        }
        List<Span> formed = places.stream()
                .filter(place -> shape.findWrong(place, proposal.form()).isEmpty())
                .map(shape::whole)
                .toList();
        if (formed.isEmpty()) {
            return shape.findWrong(places.getFirst(), proposal.form());
        }
        if (!beside.isCue(proposal.cue())) {
            return Optional.of(Reason.NO_CUE);
        }
        List<Attributed> attributed = formed.stream()
                .flatMap(place -> beside.find(proposal, place).stream())
                .sorted(Comparator.comparing(Attributed::distance))
                .toList();
        if (attributed.isEmpty()) {
            return Optional.of(Reason.NOT_BESIDE);
        }
        Optional<Attributed> free = attributed.stream()
                .filter(one -> isFree(one.content(), accepted))
                .findFirst();
        if (free.isEmpty()) {
            Span place = attributed.getFirst().content();
            boolean same = accepted.stream().anyMatch(one -> one.content().equals(place));
            return Optional.of(same ? Reason.REPEATED : Reason.OVERLAPS);
        }
        return findReason(proposal, free.get(), accepted);
    }

    private Optional<Reason> findReason(
            Proposal proposal, Attributed place, List<Statement> accepted) {
        if (isAmongInstructions(Attributed.hull(place.content(), place.hull()))) {
            return Optional.of(Reason.INSTRUCTION);
        }
        Optional<Reason> wrong = names.findWrong(proposal, place.speaker());
        if (wrong.isEmpty()) {
            accepted.add(statement(proposal, place));
        }
        return wrong;
    }

    private static boolean isFree(Span content, List<Statement> accepted) {
        return accepted.stream().noneMatch(one -> one.content().overlaps(content));
    }

    private boolean isAmongInstructions(Span span) {
        return prepared.paragraphs().stream()
                .filter(paragraph -> paragraph.overlaps(span))
                .anyMatch(paragraph -> Instructions.areIn(
                        prepared.original().plain(paragraph).replace('\n', ' ')));
    }

    private Statement statement(Proposal proposal, Attributed place) {
        List<String> flags = new ArrayList<>(List.of(EXTRACTOR));
        flags.addAll(names.flags(proposal, place.speaker()));
        return new Statement(
                place.content(),
                proposal.form(),
                names.speaker(proposal, place.speaker()),
                Optional.of(place.cue()),
                proposal.kind(),
                List.of(),
                flags,
                List.of(RULE));
    }
}
