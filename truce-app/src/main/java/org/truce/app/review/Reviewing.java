package org.truce.app.review;

import org.truce.app.store.EntryStore;
import org.truce.app.store.StoreException;
import org.truce.base.Phrase;
import org.truce.intake.Defect;
import org.truce.intake.Intake;
import org.truce.intake.Wording;
import org.truce.reading.draft.Draft;
import org.truce.reading.text.Original;
import org.truce.record.Entry;
import org.truce.record.Guarded;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Reviews drafts: puts down what a person made of each, and puts what they accepted into the
 * record. Of two who review one draft at one moment, the second is told of the first.
 */
public final class Reviewing {
    private static final int LONGEST_BY = 200;
    private static final int LONGEST_WHY = 1_000;

    private final ReviewQueue queue;
    private final EntryStore store;
    private final Guarded.Sealer sealer;
    private final Clock clock;

    public Reviewing(ReviewQueue queue, EntryStore store, Guarded.Sealer sealer, Clock clock) {
        this.queue = queue;
        this.store = store;
        this.sealer = sealer;
        this.clock = clock;
    }

    public State stateOf(Queued queued) {
        Optional<Review> last = queued.findLast();
        if (last.isEmpty()) {
            return State.OPEN;
        }
        return switch (last.get().act()) {
            case DROP -> State.DROPPED;
            case ACCEPT -> isThere(last.get()) ? State.ACCEPTED : State.UNFINISHED;
            case EDIT -> isThere(last.get()) ? State.EDITED : State.UNFINISHED;
        };
    }

    private boolean isThere(Review review) {
        String[] name = review.entry().orElseThrow().split(":", 2);
        return store.find(name[0], name[1]).isPresent();
    }

    /** The drafts that wait for a person, in their order. */
    public List<Queued> listWaiting() {
        return queue.listAll().stream()
                .filter(queued -> stateOf(queued).waits())
                .toList();
    }

    /**
     * Reviews the draft of that id. Throws {@link StoreException} when the register cannot sign, or
     * what it rests on was altered; the draft waits on then.
     */
    public Reviewed review(String id, Verdict verdict) {
        return queue.alone(() -> {
            Optional<Queued> found = queue.find(id);
            if (found.isEmpty()) {
                return new Reviewed.Refused(
                        "", Phrase.of("review.no-draft", id), Phrase.of("review.no-draft-todo"));
            }
            Optional<Reviewed.Refused> not = refusal(found.get(), verdict);
            if (not.isPresent()) {
                return not.get();
            }
            return verdict.act() == ReviewAct.DROP
                    ? drop(found.get(), verdict)
                    : take(found.get(), verdict);
        });
    }

    private Optional<Reviewed.Refused> refusal(Queued queued, Verdict verdict) {
        State state = stateOf(queued);
        if (state == State.ACCEPTED || state == State.EDITED) {
            Review last = queued.findLast().orElseThrow();
            return refused(
                    "",
                    Phrase.of(
                            "review.was-reviewed",
                            queued.id(),
                            last.by(),
                            last.entry().orElseThrow()),
                    "review.was-reviewed-todo");
        }
        if (state == State.DROPPED && verdict.act() == ReviewAct.DROP) {
            return refused(
                    "",
                    Phrase.of(
                            "review.dropped-before",
                            queued.id(),
                            queued.findLast().orElseThrow().by()),
                    "review.dropped-before-todo");
        }
        if (!isOneLine(verdict.by(), LONGEST_BY) || verdict.by().isBlank()) {
            return refused("by", Phrase.of("review.nobody-said"), "review.nobody-said-todo");
        }
        if (verdict.why().filter(why -> !isOneLine(why, LONGEST_WHY)).isPresent()) {
            return refused(
                    "why",
                    Phrase.of("review.long-reason", Integer.toString(LONGEST_WHY)),
                    "review.long-reason-todo");
        }
        return Optional.empty();
    }

    private static boolean isOneLine(String text, int most) {
        return text.length() <= most && text.chars().noneMatch(Character::isISOControl);
    }

    private static Optional<Reviewed.Refused> refused(String column, Phrase problem, String todo) {
        return Optional.of(new Reviewed.Refused(column, problem, Phrase.of(todo)));
    }

    private Reviewed drop(Queued queued, Verdict verdict) {
        Review review = new Review(
                queued.id(),
                ReviewAct.DROP,
                verdict.by().strip(),
                clock.instant(),
                said(verdict),
                List.of(),
                Map.of(),
                Optional.empty());
        queue.put(queued, review);
        return new Reviewed.Done(review, List.of());
    }

    private static Optional<String> said(Verdict verdict) {
        return verdict.why().map(String::strip).filter(why -> !why.isEmpty());
    }

    private Reviewed take(Queued queued, Verdict verdict) {
        Proposal proposal = Proposal.of(queued.draft());
        Map<String, String> row = proposal.values();
        for (Map.Entry<String, String> set : verdict.set().entrySet()) {
            if (!row.containsKey(set.getKey())) {
                return new Reviewed.Refused(
                        set.getKey(),
                        Phrase.of(
                                "review.no-field",
                                Phrase.of("review.type." + queued.draft().type().code())),
                        Phrase.of("review.no-field-todo", String.join(", ", row.keySet())));
            }
            row.put(set.getKey(), set.getValue().strip());
        }
        List<String> edited = edited(proposal, row);
        if (verdict.act() == ReviewAct.ACCEPT && !edited.isEmpty()) {
            return new Reviewed.Refused(
                    edited.getFirst(),
                    Phrase.of("review.changed"),
                    Phrase.of("review.changed-todo"));
        }
        if (verdict.act() == ReviewAct.EDIT && edited.isEmpty()) {
            return new Reviewed.Refused(
                    "", Phrase.of("review.unchanged"), Phrase.of("review.unchanged-todo"));
        }
        Optional<String> register = verdict.register().filter(name -> !name.isBlank());
        if (register.isEmpty() || store.findLog(register.get()).isEmpty()) {
            return new Reviewed.Refused(
                    "register",
                    register.map(name -> Phrase.of("review.no-register", name))
                            .orElse(Phrase.of("review.register-not-said")),
                    Phrase.of("review.no-register-todo"));
        }
        return put(queued, verdict, proposal, register.get(), row, edited);
    }

    /** Proposed columns that stand otherwise now. */
    private static List<String> edited(Proposal proposal, Map<String, String> row) {
        return proposal.columns().stream()
                .filter(column -> column.field().isPresent())
                .filter(column ->
                        !sameWords(column.proposed(), row.getOrDefault(column.name(), "")))
                .map(Column::name)
                .toList();
    }

    /** A form gives the ends of lines back otherwise than they came. */
    private static boolean sameWords(String one, String other) {
        return one.strip().replaceAll("\\R", "\n").equals(other.strip().replaceAll("\\R", "\n"));
    }

    private Reviewed put(
            Queued queued,
            Verdict verdict,
            Proposal proposal,
            String register,
            Map<String, String> row,
            List<String> edited) {
        Draft draft = queued.draft();
        Original text = queue.text(draft);
        Map<String, String> whole = new LinkedHashMap<>(row);
        whole.putAll(proposal.fixed());
        OneRow one = new OneRow();
        String from = "text %s, draft %s".formatted(draft.docSha256().hex(), draft.id());
        Intake.readRow(proposal.format(), register, from, lineOf(draft, text), whole, sealer, one);
        if (one.defect().isPresent()) {
            Defect defect = one.defect().get();
            Wording wording = defect.wording()
                    .orElseGet(() -> new Wording(
                            Phrase.of("review.as-it-is", defect.problem()),
                            Phrase.of("review.as-it-is", defect.todo())));
            return new Reviewed.Refused(defect.column(), wording.problem(), wording.todo());
        }
        Entry entry = one.entry();
        Review review = new Review(
                draft.id(),
                verdict.act(),
                verdict.by().strip(),
                clock.instant(),
                said(verdict),
                edited,
                row,
                Optional.of(register + ":" + entry.id()));
        List<Entry> entries = new ArrayList<>();
        if (!store.knowsRegister(register)) {
            entries.add(Intake.declarationFor(proposal.format(), register, sealer.seal(from)));
        }
        entries.add(entry);
        // First what the person said: were the program to end in between, an entry without a review
        // would stand in the record, which nobody could take back unnoticed.
        queue.put(queued, review);
        if (store.append(entries).getLast() == EntryStore.Outcome.OTHER_CONTENT) {
            throw new StoreException(
                    ("%s:%s is in the record and says something else: see it with 'truce incidents'"
                                    + " or on its page, then drop the draft or correct the entry")
                            .formatted(register, entry.id()));
        }
        return new Reviewed.Done(review, one.cautions());
    }

    /** The physical line on which what it rests on begins, from 1. */
    private static long lineOf(Draft draft, Original text) {
        int first = draft.evidence().getFirst().start();
        return 1
                + text.plain()
                        .substring(0, first)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /** All registers that have a log here. */
    public List<String> listRegisters() {
        return store.listLogs().stream()
                .map(EntryStore.Log::register)
                .distinct()
                .sorted()
                .collect(Collectors.toUnmodifiableList());
    }
}
