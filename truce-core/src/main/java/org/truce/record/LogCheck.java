package org.truce.record;

import org.truce.base.Hash;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

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
    /** What the next row may rest on; empty when that is not known. */
    private Set<Hash> before = Set.of(Hash.ZERO);

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
        stepTo(row.seq(), kind, id);
        Set<Hash> expected =
                before.stream().map(row::expectedAfter).collect(Collectors.toUnmodifiableSet());
        Set<Hash> rest = new HashSet<>(Set.of(row.hash()));
        if (!expected.isEmpty() && !expected.contains(row.hash())) {
            problems.add("register %s: entry %d (%s %s) was altered or moved: it breaks the chain"
                    .formatted(register, row.seq(), kind, id));
            // Its hash itself may be what was altered: then the next row, untouched, rests on the
            // hash that should stand here, and must not be named too.
            rest.addAll(expected);
        }
        checkBody(row, kind, id, values);
        hashBySeq.put(row.seq(), row.hash());
        before = Set.copyOf(rest);
    }

    private void stepTo(long seq, String kind, String id) {
        if (seq > lastSeq + 1) {
            problems.add("register %s: %s missing (after %s, before %s)"
                    .formatted(register, numbered(lastSeq + 1, seq - 1), lastId, id));
            before = Set.of();
        } else if (seq <= lastSeq) {
            problems.add("register %s: entry %d (%s %s) stands out of order"
                    .formatted(register, seq, kind, id));
        }
        lastSeq = seq;
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

    /** A stored row whose number, time, hash or protected values cannot even be read. */
    public void unreadable(long seq, String kind, String id) {
        stepTo(seq, kind, id);
        problems.add("register %s: entry %d (%s %s) was altered: it cannot be read"
                .formatted(register, seq, kind, id));
        before = Set.of();
    }

    /** A batch that the writer acknowledged: entries {@code firstSeq} to {@code lastSeq}. */
    public void mark(long firstSeq, long markedSeq, Hash hash) {
        if (firstSeq > markedTo + 1) {
            problems.add("register %s: the mark of %s is missing"
                    .formatted(register, numbered(markedTo + 1, firstSeq - 1)));
        } else if (firstSeq <= markedTo || markedSeq < firstSeq) {
            problems.add("register %s: the mark of %s was altered: it does not follow entry %d"
                    .formatted(register, numbered(firstSeq, markedSeq), markedTo));
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
                problems.add("register %s: entry %d and the mark of %s differ: one was altered"
                        .formatted(register, markedSeq, numbered(firstSeq, markedSeq)));
            }
        }
        markedTo = Math.max(markedTo, markedSeq);
    }

    /** A mark that cannot even be read. */
    public void unreadableMark(long firstSeq, long markedSeq) {
        problems.add("register %s: the mark of %s was altered: it cannot be read"
                .formatted(register, numbered(firstSeq, markedSeq)));
        markedTo = Math.max(markedTo, markedSeq);
    }

    /** All that was found, in the order of the log. Empty when the log is whole. */
    public List<String> finish() {
        if (markedTo < lastSeq) {
            problems.add("register %s: %s added behind the last mark, or their mark is missing"
                    .formatted(register, numbered(markedTo + 1, lastSeq)));
        }
        return List.copyOf(problems);
    }

    private static String numbered(long from, long to) {
        return from == to ? "entry " + from : "entries %d to %d".formatted(from, to);
    }
}
