package org.truce.app.review;

import org.truce.app.store.EntryStore;
import org.truce.app.store.StoreException;
import org.truce.intake.Intake;
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
                        "",
                        "there is no draft " + id,
                        "See 'truce review --list' for those there are.");
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
                    "%s was reviewed by %s and became %s"
                            .formatted(queued.id(), last.by(), last.entry().orElseThrow()),
                    "To change the entry see 'truce correct' and 'truce withdraw'.");
        }
        if (state == State.DROPPED && verdict.act() == ReviewAct.DROP) {
            return refused(
                    "",
                    "%s was dropped by %s"
                            .formatted(
                                    queued.id(), queued.findLast().orElseThrow().by()),
                    "It can still be accepted or edited.");
        }
        if (!isOneLine(verdict.by(), LONGEST_BY) || verdict.by().isBlank()) {
            return refused("by", "it is not said who reviews", "Say your role in a few words.");
        }
        if (verdict.why().filter(why -> !isOneLine(why, LONGEST_WHY)).isPresent()) {
            return refused(
                    "why",
                    "the reason is longer than one line of %d characters".formatted(LONGEST_WHY),
                    "Say it in fewer words.");
        }
        return Optional.empty();
    }

    private static boolean isOneLine(String text, int most) {
        return text.length() <= most && text.chars().noneMatch(Character::isISOControl);
    }

    private static Optional<Reviewed.Refused> refused(String column, String problem, String todo) {
        return Optional.of(new Reviewed.Refused(column, problem, todo));
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
                        "a %s has no such field".formatted(queued.draft().type().code()),
                        "There are " + String.join(", ", row.keySet()) + ".");
            }
            row.put(set.getKey(), set.getValue().strip());
        }
        List<String> edited = edited(proposal, row);
        if (verdict.act() == ReviewAct.ACCEPT && !edited.isEmpty()) {
            return new Reviewed.Refused(
                    edited.getFirst(),
                    "what was proposed is changed: " + String.join(", ", edited),
                    "Put it down with edit, or leave it as it was proposed.");
        }
        if (verdict.act() == ReviewAct.EDIT && edited.isEmpty()) {
            return new Reviewed.Refused(
                    "", "nothing that was proposed is changed", "Put it down with accept.");
        }
        Optional<String> register = verdict.register().filter(name -> !name.isBlank());
        if (register.isEmpty() || store.findLog(register.get()).isEmpty()) {
            return new Reviewed.Refused(
                    "register",
                    register.map("there is no register %s here"::formatted)
                            .orElse("it is not said to which register the entry goes"),
                    "'truce register list' shows which there are.");
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
            return new Reviewed.Refused(
                    one.defect().get().column(),
                    one.defect().get().problem(),
                    upper(one.defect().get().todo()) + ".");
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

    private static String upper(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
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
