package org.truce.record;

import org.truce.base.Hash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks one register's log from what is stored alone, and names what was altered, taken out or put
 * elsewhere. Rows come in the order of their numbers, then the marks that the writer left after
 * each batch, then {@link #finish}. It goes on after a problem, so that all of them are found.
 */
public final class LogCheck {
    private final String register;
    private final EntryCodec codec;
    private final Set<String> problems = new LinkedHashSet<>();
    private final Map<Long, Hash> hashBySeq = new HashMap<>();
    private Hash last = Hash.ZERO;
    private boolean lastIsKnown = true;
    private long lastSeq;
    private String lastId = "the start";
    private long markedTo;

    public LogCheck(String register, EntryCodec codec) {
        this.register = register;
        this.codec = codec;
    }

    /**
     * The next stored row.
     *
     * @param kind the kind by which the store files it
     * @param id the id by which the store files it
     * @param values the protected values that stand beside it
     */
    public void row(LogRow row, String kind, String id, List<Guarded.Open> values) {
        if (row.seq() > lastSeq + 1) {
            problems.add("register %s: %s missing (after %s, before %s)"
                    .formatted(register, numbered(lastSeq + 1, row.seq() - 1), lastId, id));
            lastIsKnown = false;
        }
        if (lastIsKnown && !row.expectedAfter(last).equals(row.hash())) {
            problems.add("register %s: entry %d (%s %s) was altered or moved: it breaks the chain"
                    .formatted(register, row.seq(), kind, id));
        }
        checkBody(row, kind, id, values);
        hashBySeq.put(row.seq(), row.hash());
        last = row.hash();
        lastIsKnown = true;
        lastSeq = row.seq();
        lastId = id;
    }

    private void checkBody(LogRow row, String kind, String id, List<Guarded.Open> values) {
        Entry entry;
        List<Hash> commitments;
        try {
            entry = codec.open(row.body(), Map.of());
            commitments = codec.listCommitments(entry);
        } catch (IllegalArgumentException unreadable) {
            problems.add("register %s: entry %d (%s %s) was altered: its bytes are no entry"
                    .formatted(register, row.seq(), kind, id));
            return;
        }
        boolean filedRightly = entry.register().equals(register)
                && entry.id().equals(id)
                && EntryCodec.kindOf(entry).equals(kind);
        if (!filedRightly) {
            problems.add("register %s: entry %d is filed as %s %s but is %s %s of register %s"
                    .formatted(
                            register,
                            row.seq(),
                            kind,
                            id,
                            EntryCodec.kindOf(entry),
                            entry.id(),
                            entry.register()));
        }
        List<Hash> found = new ArrayList<>();
        for (Guarded.Open value : values) {
            found.add(value.commitment());
        }
        for (Hash commitment : commitments) {
            if (!found.remove(commitment)) {
                problems.add(
                        "register %s: entry %d (%s %s): a protected value is missing or altered"
                                .formatted(register, row.seq(), kind, id));
            }
        }
        if (!found.isEmpty()) {
            problems.add("register %s: entry %d (%s %s): a foreign value stands beside it"
                    .formatted(register, row.seq(), kind, id));
        }
    }

    /** A stored row whose time or hash cannot even be read. */
    public void unreadable(long seq, String kind, String id) {
        problems.add("register %s: entry %d (%s %s) was altered: it cannot be read"
                .formatted(register, seq, kind, id));
        lastIsKnown = false;
        lastSeq = seq;
        lastId = id;
    }

    /** A batch that the writer acknowledged: entries {@code firstSeq} to {@code lastSeq}. */
    public void mark(long firstSeq, long markedSeq, Hash hash) {
        if (firstSeq != markedTo + 1) {
            problems.add("register %s: the mark of %s is missing"
                    .formatted(register, numbered(markedTo + 1, firstSeq - 1)));
        }
        if (markedSeq > lastSeq) {
            problems.add("register %s: %s missing at the end (after %s)"
                    .formatted(
                            register,
                            numbered(Math.max(firstSeq, lastSeq + 1), markedSeq),
                            lastId));
        } else {
            Optional<Hash> stored = Optional.ofNullable(hashBySeq.get(markedSeq));
            if (stored.isPresent() && !stored.get().equals(hash)) {
                problems.add("register %s: entry %d was altered after it was acknowledged"
                        .formatted(register, markedSeq));
            }
        }
        markedTo = markedSeq;
    }

    /** All that was found, in the order of the log. Empty when the log is whole. */
    public List<String> finish() {
        if (markedTo < lastSeq) {
            problems.add("register %s: %s stand behind the last acknowledged batch"
                    .formatted(register, numbered(markedTo + 1, lastSeq)));
        }
        return List.copyOf(problems);
    }

    private static String numbered(long from, long to) {
        return from == to ? "entry " + from : "entries %d to %d".formatted(from, to);
    }
}
