package org.truce.app.simulate;

import org.truce.app.exchange.Exporter;
import org.truce.app.store.EntryStore;
import org.truce.app.store.StoreException;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.base.Hash;
import org.truce.proof.MerkleTree;
import org.truce.proof.SignedNote;
import org.truce.proof.SigningKey;
import org.truce.record.Bundle;
import org.truce.record.BundleText;
import org.truce.simulate.Broken;
import org.truce.simulate.Liar;
import org.truce.simulate.Lie;
import org.truce.simulate.People;
import org.truce.simulate.Step;
import org.truce.simulate.Witness;
import org.truce.simulate.World;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Tells lies, and holds the nodes to notice them. */
final class Liars {
    private final Exchange exchange;
    private final SeededKeys keys;
    private final Path folder;
    private final Map<Integer, Laptop> laptops = new HashMap<>();
    private final Map<Integer, Boolean> revoked = new HashMap<>();
    private final Set<Integer> putBack = new HashSet<>();
    private final List<Shown> shown = new ArrayList<>();
    private List<Kept> evidence = new ArrayList<>();

    private record Laptop(Bundle log, SigningKey key) {}

    /** A history that a thief signed and at least one node was given. */
    private record Shown(int register, long size, Hash root) {}

    private record Kept(String register, SignedNote checkpoint) {}

    Liars(Exchange exchange, SeededKeys keys, Path folder) {
        this.exchange = exchange;
        this.keys = keys;
        this.folder = folder;
    }

    private Optional<Bundle> wholeLog(int register) {
        Node home = exchange.home(register);
        return home.store()
                .findLog(World.REGISTERS.get(register))
                .map(log -> new Exporter(home.store()).bundle(log, 0, false));
    }

    /** Somebody has the laptop on which a register signs. */
    void find(int register) {
        wholeLog(register).ifPresent(log -> {
            EntryStore.Log there =
                    exchange.home(register).store().findLog(log.register()).orElseThrow();
            there.keys()
                    .current()
                    .flatMap(keys::find)
                    .ifPresent(key -> laptops.put(register, new Laptop(log, key)));
            revoked.put(register, false);
        });
    }

    void revoked(int register) {
        revoked.put(register, true);
    }

    /** Whether somebody else has the key that a register signs with. */
    boolean maySign(int register) {
        return revoked.containsKey(register) && !revoked.getOrDefault(register, false);
    }

    /** Whoever has it signs; the node takes it in, as it must: it may not have heard yet. */
    void sign(int register, int to, long chance) {
        Laptop laptop = laptops.get(register);
        if (laptop == null) {
            return;
        }
        Random random = new Random(chance);
        Bundle signed = new Liar(laptop.log(), random)
                .goOn(new People(laptop.log().register(), random).entries(), laptop.key());
        laptops.put(register, new Laptop(signed, laptop.key()));
        MerkleTree tree = new MerkleTree();
        signed.rows().forEach(row -> tree.add(row.row().leafHash()));
        exchange.witness().signed(tree);
        shown.add(new Shown(register, tree.size(), tree.root(tree.size())));
        byte[] bytes = BundleText.write(signed);
        exchange.archive(bytes, register, false);
        exchange.tally().add("lie: stolen key, signed with");
        exchange.deliver(exchange.nodes().get(to), bytes, true);
    }

    /** Both histories of a fork lie on every node that was given both. */
    void checkEvidence(List<Node> given) {
        for (Node node : given) {
            List<Witness.History> histories = node.histories();
            for (Shown one : shown) {
                boolean kept = histories.stream()
                        .filter(history ->
                                history.register().equals(World.REGISTERS.get(one.register())))
                        .anyMatch(history -> history.tree().size() >= one.size()
                                && history.tree().root(one.size()).equals(one.root()));
                if (!kept) {
                    throw new Broken(
                            "both histories of a fork are kept",
                            "node %d does not keep what a stolen key signed for register %s"
                                    .formatted(node.number(), World.REGISTERS.get(one.register())));
                }
            }
            checkRevocations(node);
        }
    }

    /** Where the owner took the key away, his history counts on every node that has heard. */
    private void checkRevocations(Node node) {
        revoked.forEach((register, done) -> {
            if (!done || putBack.contains(World.home(register))) {
                return;
            }
            String name = World.REGISTERS.get(register);
            if (!counting(node, name).equals(counting(exchange.home(register), name))
                    || !counting(node, name).endsWith("whole")) {
                throw new Broken(
                        "after a revocation the owner's history counts",
                        "on node %d that of register %s does not".formatted(node.number(), name));
            }
        });
    }

    private static String counting(Node node, String register) {
        return node.histories().stream()
                .filter(history -> history.register().equals(register) && history.counts() > 0)
                .map(history -> history.counts() + " "
                        + history.tree().root(history.counts()).hex()
                        + (history.counts() == history.tree().size() ? " whole" : " part"))
                .findFirst()
                .orElse("none");
    }

    void deceive(Step.Deceive step) {
        Node node = exchange.nodes().get(step.node());
        Random random = new Random(step.chance());
        switch (step.lie()) {
            case ALTERED_FILE, CUT_FILE -> alterFile(node, step.lie(), random);
            case REPLAYED -> replay(node, random);
            default -> tell(node, step, random);
        }
    }

    private void tell(Node node, Step.Deceive step, Random random) {
        Optional<Bundle> truth = wholeLog(step.register());
        Optional<byte[]> lie = truth.flatMap(log -> new Liar(log, random)
                .tell(
                        step.lie(),
                        keys.listReplaced(exchange.home(step.register())
                                .store()
                                .findLog(log.register())
                                .orElseThrow()
                                .keys())));
        if (lie.isEmpty()) {
            return;
        }
        String name = "lie: " + Simulation.name(step.lie());
        if (truth.map(BundleText::write).filter(same -> says(lie.get(), same)).isPresent()) {
            exchange.tally().add(name + ", said the same after all");
            return;
        }
        node.disarm();
        String was = Witness.standing(node.histories());
        switch (exchange.hand(node, lie.get())) {
            case Exchange.Taken.Refused refused -> exchange.tally().add(name + ", refused");
            case Exchange.Taken.NotSaid cut -> exchange.tally().add(name + ", fault between");
            case Exchange.Taken.In in -> {
                if (!was.equals(Witness.standing(node.histories()))
                        || in.reception().values() > 0) {
                    throw new Broken(Witness.UNNOTICED, name + " was taken in");
                }
                if (step.lie() != Lie.OLD_KEY_IN_SILENCE) {
                    throw new Broken(Witness.UNNOTICED, name + " was not refused");
                }
                exchange.tally().add(name + ", kept aside");
            }
        }
    }

    /** Two texts of one meaning, such as another case of a hexadecimal digit behind a backslash. */
    private static boolean says(byte[] one, byte[] other) {
        try {
            return Arrays.equals(BundleText.write(BundleText.parse(one)), other);
        } catch (IllegalArgumentException noBundle) {
            return false;
        }
    }

    private void replay(Node node, Random random) {
        List<Exchange.Archived> sent = exchange.archive().stream()
                .filter(one -> one.mayGoTo(node.number()))
                .toList();
        if (sent.isEmpty()) {
            return;
        }
        byte[] bytes = sent.get(random.nextInt(sent.size())).bytes();
        node.disarm();
        exchange.deliver(node, bytes, true);
        String was = node.digest();
        exchange.deliver(node, bytes, true);
        if (!node.digest().equals(was)) {
            throw new Broken(
                    "a repeated bundle changes nothing", "node " + node.number() + " changed");
        }
        exchange.tally().add("lie: replayed, without effect");
    }

    private void alterFile(Node node, Lie lie, Random random) {
        Path copy = folder.resolve("altered.truce");
        try {
            node.image().write(copy);
            if (!FileLiar.alter(copy, lie, random)) {
                return;
            }
            if (!isNoticed(copy, node, lie)) {
                throw new Broken(
                        Witness.UNNOTICED, "an altered file of node %d".formatted(node.number()));
            }
            exchange.tally().add("lie: " + Simulation.name(lie) + ", noticed");
        } finally {
            delete(copy);
        }
    }

    /** By the file alone; where an older state was made, by the checkpoints that others have. */
    private boolean isNoticed(Path copy, Node node, Lie lie) {
        try (EntryStore altered = SqliteStore.openExisting(
                copy, keys, Clock.fixed(node.clock().instant(), node.clock().getZone()))) {
            return !altered.verify(Optional.empty()).ok()
                    || (lie == Lie.CUT_FILE
                            && node.store().listLogs().stream()
                                    .anyMatch(log ->
                                            lacks(altered, log.register(), log.checkpoint())));
        } catch (StoreException refused) {
            return true;
        }
    }

    private static boolean lacks(EntryStore store, String register, SignedNote checkpoint) {
        Optional<EntryStore.Log> log = store.findLog(register);
        try {
            return log.isEmpty() || new Exporter(store).sizeOf(log.get(), checkpoint) < 0;
        } catch (StoreException older) {
            return true;
        }
    }

    private static void delete(Path file) {
        try {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /** What a careful owner notes elsewhere: the last checkpoint of each log. */
    void keepEvidence(Node node) {
        evidence = new ArrayList<>();
        for (EntryStore.Log log : node.store().listLogs()) {
            if (log.counts() == log.size()) {
                evidence.add(new Kept(log.register(), log.checkpoint()));
            }
        }
    }

    void checkPutBackIsNoticed(Node node, boolean changed) {
        putBack.add(node.number());
        if (changed
                && !evidence.isEmpty()
                && evidence.stream()
                        .noneMatch(kept -> lacks(node.store(), kept.register(), kept.checkpoint()))
                && node.store().listLogs().stream().allMatch(log -> log.counts() == log.size())) {
            throw new Broken(
                    Witness.UNNOTICED,
                    "node %d was put back, and no checkpoint told".formatted(node.number()));
        }
    }
}
