package org.truce.app.exchange;

import org.truce.app.store.EntryStore;
import org.truce.app.store.StoreException;
import org.truce.proof.Checkpoint;
import org.truce.proof.MerkleTree;
import org.truce.proof.SignedNote;
import org.truce.record.Bundle;

import java.util.ArrayList;
import java.util.List;

/** Cuts bundles out of a store's logs. */
public final class Exporter {
    private final EntryStore store;

    public Exporter(EntryStore store) {
        this.store = store;
    }

    /** The log of a register that counts; refuses when there is none. */
    public EntryStore.Log getLog(String register) {
        return store.findLog(register)
                .orElseThrow(() -> new StoreException(
                        "there is no register %s here: 'truce register list' shows which there are"
                                .formatted(register)));
    }

    /**
     * Everything after the first {@code since} entries of a log.
     *
     * @param protectedToo whether protected values go with it; else they are withheld
     */
    public Bundle bundle(EntryStore.Log log, long since, boolean protectedToo) {
        if (since < 0 || since > log.size()) {
            throw new StoreException(
                    "the log of register %s has %d entries: it cannot be exported since entry %d"
                            .formatted(log.register(), log.size(), since));
        }
        MerkleTree tree = store.tree(log);
        List<Bundle.Row> rows = new ArrayList<>();
        for (Bundle.Row row : store.listRows(log, since + 1, log.size())) {
            rows.add(protectedToo ? row : new Bundle.Row(row.row(), List.of()));
        }
        return new Bundle(
                log.register(),
                log.keys().origin(),
                tree.frontier(since),
                rows,
                listKeySteps(log, log.size()),
                log.checkpoint());
    }

    /** The changes of keys among the first {@code size} entries, proven to the root over those. */
    List<Bundle.KeyStep> listKeySteps(EntryStore.Log log, long size) {
        MerkleTree tree = store.tree(log);
        return log.keys().listKeyEntries().stream()
                .filter(seq -> seq <= size)
                .map(seq -> step(log, tree, seq, size))
                .toList();
    }

    private Bundle.KeyStep step(EntryStore.Log log, MerkleTree tree, long seq, long size) {
        Bundle.Row row = store.listRows(log, seq, seq).getFirst();
        SignedNote then = store.findCheckpoint(log, seq)
                .orElseThrow(() -> new StoreException(
                        "the signature over key entry %d of register %s is missing: run 'truce verify'"
                                .formatted(seq, log.register())));
        return new Bundle.KeyStep(
                seq,
                row.row().recordedAt(),
                row.row().body(),
                then,
                tree.proveInclusion(seq - 1, size),
                tree.proveConsistency(seq, size));
    }

    /**
     * How many entries a checkpoint covers, when this log begins with just those; refuses when the
     * checkpoint is of another log or another history.
     */
    public long sizeOf(EntryStore.Log log, SignedNote note) {
        Checkpoint checkpoint = Checkpoint.parse(note.body());
        if (!checkpoint.origin().equals(log.keys().origin())) {
            throw new StoreException("that checkpoint is of another log (%s) than register %s"
                    .formatted(checkpoint.origin(), log.register()));
        }
        if (checkpoint.size() > log.size()) {
            throw new StoreException(
                    ("that checkpoint covers %d entries, and only %d are here: the other"
                                    + " side knows more, ask it for a bundle")
                            .formatted(checkpoint.size(), log.size()));
        }
        if (!store.tree(log).root(checkpoint.size()).equals(checkpoint.root())) {
            throw new StoreException(
                    ("that checkpoint is of another history of register %s: keep it as"
                                    + " evidence, export the whole log without --since, and ask the"
                                    + " register's owner")
                            .formatted(log.register()));
        }
        return checkpoint.size();
    }
}
