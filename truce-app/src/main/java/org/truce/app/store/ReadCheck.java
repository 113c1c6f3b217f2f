package org.truce.app.store;

import org.truce.base.Hash;
import org.truce.proof.Checkpoint;
import org.truce.proof.Frontier;
import org.truce.proof.SignedNote;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.KeyHistory;
import org.truce.record.LogRow;
import org.truce.record.Logged;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds what was read from a store, as it was read, against what its registers signed: for whoever
 * reads again and again and cannot have all of it verified each time. Each entry is looked at once.
 * It takes from the store nothing but signatures. Not for several threads at once.
 */
public final class ReadCheck {
    private final EntryStore store;
    private final EntryCodec codec = new EntryCodec();
    private final Map<Long, Seen> seen = new HashMap<>();

    public ReadCheck(EntryStore store) {
        this.store = store;
    }

    /** How far a log was found to be as signed. */
    private record Seen(List<Logged> entries, Frontier frontier) {
        static final Seen NONE = new Seen(List.of(), Frontier.EMPTY);

        /**
         * A snapshot keeps all that it had of a log, or reads it all anew: then these are other
         * objects, and may be other entries before an equal last one.
         */
        @SuppressWarnings("ReferenceEquality")
        boolean isBeginOf(List<Logged> read) {
            return entries.isEmpty()
                    || (read.size() >= entries.size()
                            && read.get(entries.size() - 1) == entries.getLast());
        }
    }

    /** Throws {@link StoreException} when an entry is not what its register signed. */
    public void check(Snapshot snapshot) {
        Map<Long, EntryStore.Log> logs = new HashMap<>();
        store.listLogs().forEach(log -> logs.put(log.no(), log));
        for (Snapshot.Part part : snapshot.parts()) {
            EntryStore.Log log = Optional.ofNullable(logs.get(part.log()))
                    .orElseThrow(() -> new StoreException("a log is missing: run 'truce verify'"));
            Seen before = seen.getOrDefault(part.log(), Seen.NONE);
            if (!before.isBeginOf(part.entries())) {
                before = Seen.NONE;
            }
            if (log.counts() < log.size()) {
                checkParted(log);
            } else if (part.entries().size() > before.entries().size()) {
                Frontier frontier = follow(log, part.entries(), before);
                seen.put(part.log(), new Seen(part.entries(), frontier));
            }
        }
    }

    /** Where two histories were shown, what counts may end where nothing was signed. */
    private void checkParted(EntryStore.Log log) {
        if (!store.verify(Optional.of(log.register())).ok()) {
            throw notAsSigned(log);
        }
    }

    private Frontier follow(EntryStore.Log log, List<Logged> entries, Seen before) {
        KeyHistory keys = new KeyHistory(log.register());
        List<Logged> more = entries.subList(before.entries().size(), entries.size());
        List<Hash> leaves = more.parallelStream()
                .map(logged -> leaf(log.register(), logged))
                .toList();
        Frontier frontier = before.frontier();
        int taken = 0;
        try {
            for (Logged logged : entries) {
                if (logged.entry() instanceof Entry.RegisterKey key) {
                    keys.add(logged.seq(), key);
                    if (logged.seq() > before.frontier().size()) {
                        int upTo =
                                Math.toIntExact(logged.seq() - before.frontier().size());
                        frontier = frontier.plusAll(leaves.subList(taken, upTo));
                        taken = upTo;
                        checkSigned(log, keys, frontier);
                    }
                }
            }
            frontier = frontier.plusAll(leaves.subList(taken, leaves.size()));
            checkSigned(log, keys, frontier);
            return frontier;
        } catch (IllegalArgumentException | IndexOutOfBoundsException doesNotFollow) {
            throw new StoreException(words(log), doesNotFollow);
        }
    }

    private Hash leaf(String register, Logged logged) {
        byte[] body = codec.seal(logged.entry()).body();
        return new LogRow(register, logged.seq(), logged.recordedAt(), body).leafHash();
    }

    private void checkSigned(EntryStore.Log log, KeyHistory keys, Frontier frontier) {
        SignedNote note =
                store.findCheckpoint(log, frontier.size()).orElseThrow(() -> notAsSigned(log));
        Checkpoint signed = Checkpoint.parse(note.body());
        boolean asSigned = note.findSigner(keys.listSigners(frontier.size())).isPresent()
                && signed.origin().equals(keys.origin())
                && signed.size() == frontier.size()
                && signed.root().equals(frontier.root());
        if (!asSigned) {
            throw notAsSigned(log);
        }
    }

    private static StoreException notAsSigned(EntryStore.Log log) {
        return new StoreException(words(log));
    }

    private static String words(EntryStore.Log log) {
        return "entries of register %s are not as they were signed: run 'truce verify' to see more"
                .formatted(log.register());
    }
}
