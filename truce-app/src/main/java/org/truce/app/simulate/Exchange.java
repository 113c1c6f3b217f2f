package org.truce.app.simulate;

import org.truce.app.exchange.BundleFile;
import org.truce.app.store.EntryStore;
import org.truce.app.store.EntryStore.Reception;
import org.truce.base.Hash;
import org.truce.proof.Checkpoint;
import org.truce.record.Bundle;
import org.truce.simulate.Broken;
import org.truce.simulate.People;
import org.truce.simulate.Witness;
import org.truce.simulate.World;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Bundles on their way from node to node, and what a node may do with one. */
final class Exchange {
    static final String REFUSED = "a refused bundle changed nothing";
    static final String LEAKED = "nothing protected appears where it may not be seen";

    private final List<Node> nodes;
    private final Witness witness;
    private final Tally tally;
    private final Map<Integer, String> trusted = new LinkedHashMap<>();
    private final List<Archived> archive = new ArrayList<>();
    private final Set<Hash> archived = new HashSet<>();

    /**
     * A bundle that truly was sent.
     *
     * @param protectedToo whether it may hold protected values
     */
    record Archived(byte[] bytes, int register, boolean protectedToo) {
        boolean mayGoTo(int node) {
            return !protectedToo || World.maySee(node, register);
        }
    }

    /** What a node did with what arrived. */
    sealed interface Taken {
        record In(Reception reception) implements Taken {}

        record Refused(String why) implements Taken {}

        /** A fault came between. */
        record NotSaid() implements Taken {}
    }

    Exchange(List<Node> nodes, Witness witness, Tally tally) {
        this.nodes = nodes;
        this.witness = witness;
        this.tally = tally;
    }

    List<Node> nodes() {
        return nodes;
    }

    Node home(int register) {
        return nodes.get(World.home(register));
    }

    Witness witness() {
        return witness;
    }

    Tally tally() {
        return tally;
    }

    /** All that lies at a register's home now was signed there, acknowledged or not. */
    void signedAt(int register) {
        home(register).histories().stream()
                .filter(history -> history.register().equals(World.REGISTERS.get(register)))
                .forEach(history -> witness.signed(history.tree()));
    }

    void trust(int register) {
        trusted.put(
                register,
                home(register)
                        .store()
                        .findLog(World.REGISTERS.get(register))
                        .orElseThrow()
                        .keys()
                        .origin());
    }

    String trusted(int register) {
        return trusted.getOrDefault(register, "");
    }

    void archive(byte[] bytes, int register, boolean protectedToo) {
        if (!protectedToo) {
            checkHoldsNothingProtected(bytes, register);
        }
        // A bundle that could hold protected values and has none is the same for everybody.
        boolean some = protectedToo
                && read(bytes).rows().stream().anyMatch(row -> !row.values().isEmpty());
        if (archived.add(Hash.of(bytes))) {
            archive.add(new Archived(bytes, register, some));
        }
    }

    List<Archived> archive() {
        return archive;
    }

    private static void checkHoldsNothingProtected(byte[] bytes, int register) {
        boolean held = read(bytes).rows().stream().anyMatch(row -> !row.values().isEmpty());
        if (held) {
            throw new Broken(
                    LEAKED,
                    "a bundle of register %s for somebody who may not see them holds some"
                            .formatted(World.REGISTERS.get(register)));
        }
    }

    static Bundle read(byte[] bytes) {
        try {
            return BundleFile.read(new ByteArrayInputStream(bytes), "the bundle");
        } catch (IOException fromMemory) {
            throw new UncheckedIOException(fromMemory);
        }
    }

    /** An honest bundle arrives; one that was cut short is refused, a whole one never. */
    void deliver(Node to, byte[] bytes, boolean whole) {
        to.armed().ifPresent(fault -> tally.add("fault: " + Simulation.name(fault)));
        switch (hand(to, bytes)) {
            case Taken.In in -> {
                String result = Simulation.name(in.reception().result());
                tally.add("bundle: " + result);
                if (!whole) {
                    throw new Broken(Witness.UNNOTICED, "a bundle cut short was taken in");
                }
                if (in.reception().result() == Reception.Result.TAKEN_IN) {
                    checkReceipt(to, read(bytes));
                }
            }
            case Taken.Refused refused -> {
                tally.add("bundle: refused");
                if (whole) {
                    throw new Broken(
                            "an honest bundle is taken in",
                            "node %d refused one: %s".formatted(to.number(), refused.why()));
                }
            }
            case Taken.NotSaid cut -> tally.add("bundle: fault while it was taken in");
        }
    }

    /** What a node says that it took in it has. */
    private static void checkReceipt(Node node, Bundle bundle) {
        Checkpoint checkpoint = Checkpoint.parse(bundle.checkpoint().body());
        long size = checkpoint.size();
        if (node.histories().stream()
                .noneMatch(history -> history.origin().equals(bundle.origin())
                        && history.tree().size() >= size
                        && history.tree().root(size).equals(checkpoint.root()))) {
            throw new Broken(
                    Witness.LOST,
                    "node %d took in a bundle of register %s and lacks it"
                            .formatted(node.number(), bundle.register()));
        }
    }

    /** As {@code truce accept --key} takes a bundle, with the first key that its owner told. */
    Taken hand(Node to, byte[] bytes) {
        String was = to.digest();
        Optional<Reception> reception;
        try {
            Bundle bundle = read(bytes);
            int register = World.REGISTERS.indexOf(bundle.register());
            if (!bundle.origin().equals(trusted(register))) {
                throw new IllegalArgumentException("signed under other keys than its owner told");
            }
            reception = to.write(() -> to.accept(bundle));
        } catch (IllegalArgumentException refused) {
            if (!to.digest().equals(was)) {
                throw new Broken(REFUSED, "node %d has other rows now".formatted(to.number()));
            }
            String why = String.valueOf(refused.getMessage());
            for (String register : World.REGISTERS) {
                if (why.contains(People.secretOf(register))) {
                    throw new Broken(LEAKED, "a message shows a value");
                }
            }
            return new Taken.Refused(why);
        }
        return reception.<Taken>map(Taken.In::new).orElseGet(Taken.NotSaid::new);
    }

    /** Whether a node holds protected values of a register that it may not see. */
    void checkHoldsWhatItMay(Node node) {
        for (EntryStore.Log log : node.store().listLogs()) {
            int register = World.REGISTERS.indexOf(log.register());
            if (!World.maySee(node.number(), register)
                    && node.store().listRows(log, 1, log.size()).stream()
                            .anyMatch(row -> !row.values().isEmpty())) {
                throw new Broken(
                        LEAKED,
                        "node %d holds values of register %s"
                                .formatted(node.number(), log.register()));
            }
        }
    }
}
