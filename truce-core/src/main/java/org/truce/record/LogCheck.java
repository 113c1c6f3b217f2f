package org.truce.record;

import org.truce.base.Hash;
import org.truce.proof.Checkpoint;
import org.truce.proof.Frontier;
import org.truce.proof.SignedNote;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Checks one register's log from what is stored alone, and names what was altered, taken out or put
 * elsewhere. Comes first: {@link #keys}; then rows and checkpoints in the order of their numbers,
 * each checkpoint behind the last row that it covers; then {@link #finish}. It goes on after a
 * problem, so that all of them are found.
 */
public final class LogCheck {
    private static final String LACKS =
            "lacks a protected value that no decision destroyed: altered or taken out";
    private static final int NAMED = 5;

    private final String register;
    private final String origin;
    private final Set<String> problems = new LinkedHashSet<>();
    private KeyHistory keys;
    private Frontier before = Frontier.EMPTY;

    /** Leaves since the last checkpoint, as stored and as they should be; they differ seldom. */
    private final List<Hash> stored = new ArrayList<>();

    private final List<Hash> computed = new ArrayList<>();
    private long alteredSinceSeq;
    private long lastSeq;
    private String lastId = "the start";
    private Instant lastAt = Instant.MIN;
    private long signedTo;
    private long missingTo;
    private long withheld;
    private final Several withheldIn = new Several();
    private long destroyed;
    private final Several lacking = new Several();

    /** Many of a kind: how many, and the first few by name. */
    private static final class Several {
        private final List<String> first = new ArrayList<>();
        private long count;

        void add(String name) {
            count++;
            if (first.size() < NAMED) {
                first.add(name);
            }
        }
    }

    public LogCheck(String register, String origin) {
        this.register = register;
        this.origin = origin;
        keys = new KeyHistory(register);
    }

    /** The key entries of the log, by number; those that do not follow are named. */
    public void keys(Map<Long, Entry.RegisterKey> entries) {
        entries.forEach((seq, entry) -> {
            try {
                keys.add(seq, entry);
            } catch (IllegalArgumentException doesNotFollow) {
                problems.add(String.valueOf(doesNotFollow.getMessage()));
            }
        });
        if (keys.listKeys().isEmpty() || !keys.origin().equals(origin)) {
            problems.add(
                    "register %s: its log is not the one of its first key".formatted(register));
        }
    }

    /**
     * What one row is by itself; made apart from the walk so that many can be made at once.
     *
     * @param leaf the hash it should have
     * @param problems what is wrong with it, without the register and number
     * @param withheld how many of its protected values are not here that no decision destroyed
     * @param destroyed how many of its protected values a decision destroyed
     */
    public record Row(
            long seq,
            String kind,
            String id,
            Optional<Instant> recordedAt,
            Optional<Hash> storedLeaf,
            Optional<Hash> leaf,
            List<String> problems,
            long withheld,
            long destroyed) {
        public Row {
            problems = List.copyOf(problems);
        }
    }

    /**
     * Looks at a stored row alone.
     *
     * @param kind the kind by which the store files it
     * @param id the id by which the store files it
     * @param leaf the hash stored with it, 32 bytes when it was not altered
     * @param values the protected values that stand beside it; empty when they cannot be read
     * @param mayBeGone which values need not be here: withheld by another node, or destroyed
     * @param destroyed which values a decision destroyed
     */
    public static Row look(
            LogRow row,
            String kind,
            String id,
            byte[] leaf,
            Optional<List<Guarded.Open>> values,
            Predicate<Hash> mayBeGone,
            Predicate<Hash> destroyed,
            EntryCodec codec) {
        List<String> problems = new ArrayList<>();
        List<Hash> gone = List.of();
        Optional<Hash> stored =
                leaf.length == Hash.BYTES ? Optional.of(new Hash(leaf)) : Optional.empty();
        Hash expected = row.leafHash();
        if (stored.isEmpty() || !stored.get().equals(expected)) {
            problems.add("was altered or moved: its hash is another");
        }
        try {
            Entry entry = codec.open(row.body(), Map.of());
            if (!entry.register().equals(row.register())
                    || !entry.id().equals(id)
                    || !EntryCodec.kindOf(entry).equals(kind)) {
                problems.add("is filed as %s %s but is %s %s of register %s"
                        .formatted(
                                kind, id, EntryCodec.kindOf(entry), entry.id(), entry.register()));
            }
            gone = listGone(codec.listCommitments(entry), values, mayBeGone, problems);
        } catch (IllegalArgumentException unreadable) {
            problems.add("was altered: its bytes are no entry");
        }
        long withheld = gone.stream().filter(destroyed.negate()).count();
        return new Row(
                row.seq(),
                kind,
                id,
                Optional.of(row.recordedAt()),
                stored,
                Optional.of(expected),
                problems,
                withheld,
                gone.size() - withheld);
    }

    /** The commitments of values that are not here. */
    private static List<Hash> listGone(
            List<Hash> commitments,
            Optional<List<Guarded.Open>> values,
            Predicate<Hash> mayBeGone,
            List<String> problems) {
        if (values.isEmpty()) {
            problems.add("has protected values that were altered: they cannot be read");
            return List.of();
        }
        List<Hash> bound = new ArrayList<>(commitments);
        for (Guarded.Open value : values.get()) {
            if (!bound.remove(value.commitment())) {
                problems.add("has a protected value beside it that is not the one it binds:"
                        + " altered or foreign");
            }
        }
        if (!bound.stream().allMatch(mayBeGone)) {
            problems.add(LACKS);
        }
        return bound;
    }

    /** The next row. */
    public void row(Row row) {
        if (row.seq() > lastSeq + 1) {
            problems.add("register %s: %s missing (after %s, before %s)"
                    .formatted(register, numbered(lastSeq + 1, row.seq() - 1), lastId, row.id()));
            alteredSinceSeq = row.seq();
        } else if (row.seq() <= lastSeq) {
            problems.add("register %s: entry %d (%s %s) stands out of order"
                    .formatted(register, row.seq(), row.kind(), row.id()));
            alteredSinceSeq = row.seq();
        }
        // The time of a row that was altered is named with the row, and says nothing of the next.
        if (row.recordedAt().isPresent() && row.storedLeaf().equals(row.leaf())) {
            Instant recordedAt = row.recordedAt().get();
            if (recordedAt.isBefore(lastAt)) {
                problems.add(
                        "register %s: entry %d (%s %s) was altered: its time is before the last"
                                .formatted(register, row.seq(), row.kind(), row.id()));
                alteredSinceSeq = row.seq();
            }
            lastAt = recordedAt;
        }
        for (String problem : row.problems()) {
            if (problem.equals(LACKS)) {
                lacking.add("%d (%s %s)".formatted(row.seq(), row.kind(), row.id()));
            } else {
                problems.add("register %s: entry %d (%s %s) %s"
                        .formatted(register, row.seq(), row.kind(), row.id(), problem));
                alteredSinceSeq = row.seq();
            }
        }
        withheld += row.withheld();
        destroyed += row.destroyed();
        if (row.withheld() > 0) {
            withheldIn.add(row.id());
        }
        stored.add(row.storedLeaf().or(row::leaf).orElse(Hash.ZERO));
        computed.add(row.leaf().or(row::storedLeaf).orElse(Hash.ZERO));
        lastSeq = row.seq();
        lastId = row.id();
    }

    /**
     * A signed checkpoint over the rows so far.
     *
     * @param frontier the roots stored with it; empty when they were altered
     */
    public void checkpoint(long size, Optional<Frontier> frontier, String text) {
        Optional<Checkpoint> signed = read(size, text);
        signedTo = Math.max(signedTo, size);
        missingTo = Math.max(missingTo, size);
        if (signed.isEmpty()) {
            grow(stored);
            return;
        }
        Hash root = signed.get().root();
        Frontier asStored = before.plusAll(stored);
        Frontier asComputed = before.plusAll(computed);
        boolean whole = asStored.size() == size && asStored.root().equals(root);
        boolean wholeAsComputed = asComputed.size() == size && asComputed.root().equals(root);
        boolean frontierFits =
                frontier.filter(roots -> roots.root().equals(root)).isPresent();
        if (!frontierFits) {
            problems.add("register %s: the checkpoint of %s was altered: its roots do not fit"
                    .formatted(register, numbered(1, size)));
        }
        if (whole || wholeAsComputed) {
            before = whole ? asStored : asComputed;
        } else if (size > lastSeq && frontierFits) {
            checkBeforeCut(frontier.get());
            before = frontier.get();
        } else {
            differ(before.size() + 1, size);
            // The roots stored with the signature are as good as signed: what follows is checked.
            before = frontierFits ? frontier.get() : asStored;
        }
        stored.clear();
        computed.clear();
    }

    /**
     * The end is gone that a signature covers. The roots beside it fit it: those that lie wholly
     * over what is left say whether that is as signed; of the rest nobody can tell any more.
     */
    private void checkBeforeCut(Frontier signed) {
        long known = before.size();
        long end = 0;
        for (int i = 0; i < signed.roots().size(); i++) {
            end += Long.highestOneBit(signed.size() - end);
            if (end > before.size() + stored.size()) {
                break;
            }
            if (end > known) {
                List<Hash> roots = signed.roots().subList(0, i + 1);
                int count = Math.toIntExact(end - before.size());
                boolean fits = before.plusAll(stored.subList(0, count)).roots().equals(roots)
                        || before.plusAll(computed.subList(0, count)).roots().equals(roots);
                if (!fits) {
                    differ(known + 1, end);
                }
                known = end;
            }
        }
        if (known < lastSeq && alteredSinceSeq <= known) {
            problems.add(
                    "register %s: %s can no longer be checked: what was signed with %s is missing"
                            .formatted(
                                    register,
                                    numbered(known + 1, lastSeq),
                                    known + 1 == lastSeq ? "it" : "them"));
        }
    }

    private void differ(long from, long to) {
        if (alteredSinceSeq < from) {
            problems.add("register %s: %s differ from what was signed"
                    .formatted(register, numbered(from, to)));
            // What comes after in the same tree differs with it.
            alteredSinceSeq = from;
        }
    }

    private void grow(List<Hash> leaves) {
        before = before.plusAll(leaves);
        stored.clear();
        computed.clear();
    }

    private Optional<Checkpoint> read(long size, String text) {
        try {
            SignedNote note = SignedNote.parse(text);
            Checkpoint checkpoint = Checkpoint.parse(note.body());
            if (!checkpoint.origin().equals(origin) || checkpoint.size() != size) {
                problems.add("register %s: the checkpoint of %s is of another log or size"
                        .formatted(register, numbered(1, size)));
                return Optional.empty();
            }
            if (note.findSigner(keys.listSigners(size)).isEmpty()) {
                problems.add("register %s: the checkpoint of %s is not signed by its key"
                        .formatted(register, numbered(1, size)));
                return Optional.empty();
            }
            return Optional.of(checkpoint);
        } catch (IllegalArgumentException altered) {
            problems.add("register %s: the checkpoint of %s was altered: it cannot be read"
                    .formatted(register, numbered(1, size)));
            return Optional.empty();
        }
    }

    /** All that was found, in the order of the log. Empty when the log is whole. */
    public List<String> finish() {
        if (signedTo < lastSeq) {
            problems.add("register %s: %s added behind the last signature, or it is missing"
                    .formatted(register, numbered(signedTo + 1, lastSeq)));
        }
        if (missingTo > lastSeq) {
            problems.add("register %s: %s missing at the end (after %s)"
                    .formatted(register, numbered(lastSeq + 1, missingTo), lastId));
        }
        if (lacking.count > NAMED) {
            problems.add(
                    ("register %s: %,d entries lack protected values that no decision destroyed:"
                                    + " altered or taken out (entries %s, …)")
                            .formatted(register, lacking.count, String.join(", ", lacking.first)));
        } else {
            lacking.first.forEach(entry ->
                    problems.add("register %s: entry %s %s".formatted(register, entry, LACKS)));
        }
        return List.copyOf(problems);
    }

    /** How many protected values are not here that no decision destroyed. */
    public long withheld() {
        return withheld;
    }

    /** The ids of the first few entries of which such values are not here, and … for more. */
    public List<String> listWithheld() {
        List<String> named = new ArrayList<>(withheldIn.first);
        if (withheldIn.count > NAMED) {
            named.add("…");
        }
        return named;
    }

    /** How many protected values a decision destroyed. */
    public long destroyed() {
        return destroyed;
    }

    private static String numbered(long from, long to) {
        return from == to ? "entry " + from : "entries %d to %d".formatted(from, to);
    }
}
