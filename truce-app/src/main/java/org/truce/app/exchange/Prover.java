package org.truce.app.exchange;

import org.truce.app.store.EntryStore;
import org.truce.proof.Checkpoint;
import org.truce.proof.InclusionProof;
import org.truce.proof.MerkleTree;
import org.truce.proof.SignedNote;
import org.truce.record.Bundle;
import org.truce.record.Entry;
import org.truce.record.Logged;
import org.truce.record.Pin;
import org.truce.record.Proofs;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Proves single entries of a store, for people who have neither it nor a bundle of it. */
public final class Prover {
    private final EntryStore store;
    private final Exporter exporter;

    public Prover(EntryStore store) {
        this.store = store;
        exporter = new Exporter(store);
    }

    /**
     * The entries that a citation rests on: those with the id, and what their register said of them
     * later.
     *
     * @param cited whether an id of a register is cited
     */
    public static List<Logged> choose(List<Logged> all, Predicate<Citation> cited) {
        return all.stream()
                .filter(logged -> cited.test(new Citation(
                                logged.entry().register(), logged.entry().id()))
                        || findTarget(logged.entry()).filter(cited).isPresent())
                .toList();
    }

    /** An id as a register gave it. */
    public record Citation(String register, String id) {}

    private static Optional<Citation> findTarget(Entry entry) {
        if (entry instanceof Entry.Correction correction) {
            return Optional.of(
                    new Citation(correction.register(), correction.replacement().id()));
        }
        if (entry instanceof Entry.Withdrawal withdrawal) {
            return Optional.of(new Citation(withdrawal.register(), withdrawal.target()));
        }
        return Optional.empty();
    }

    /**
     * The proofs of entries. Where the log had the pin's size when it was signed, they lead to that
     * signature: so an answer that is given again has the same proofs, to the byte.
     */
    public Proofs prove(List<Logged> entries, Pin pin) {
        Map<String, List<Logged>> byRegister = new TreeMap<>();
        for (Logged logged : entries) {
            byRegister
                    .computeIfAbsent(logged.entry().register(), register -> new ArrayList<>())
                    .add(logged);
        }
        List<Proofs.OfRegister> registers = new ArrayList<>();
        byRegister.forEach(
                (register, own) -> registers.add(prove(exporter.getLog(register), own, pin)));
        return new Proofs(Proofs.VERSION, registers);
    }

    private Proofs.OfRegister prove(EntryStore.Log log, List<Logged> entries, Pin pin) {
        String origin = log.keys().origin();
        SignedNote checkpoint = Optional.ofNullable(pin.logs().get(origin))
                .flatMap(extent -> store.findCheckpoint(log, extent.size()))
                .orElse(log.checkpoint());
        long size = Checkpoint.parse(checkpoint.body()).size();
        MerkleTree tree = store.tree(log);
        List<Proofs.Proven> proven = new ArrayList<>();
        for (Logged logged : entries) {
            Bundle.Row row = store.listRows(log, logged.seq(), logged.seq()).getFirst();
            InclusionProof proof = new InclusionProof(
                    logged.seq() - 1, tree.proveInclusion(logged.seq() - 1, size), checkpoint);
            proven.add(Proofs.Proven.of(logged.entry().id(), row.row(), proof));
        }
        return Proofs.OfRegister.of(
                log.register(), origin, exporter.listKeySteps(log, size), checkpoint, proven);
    }
}
