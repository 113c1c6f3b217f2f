package org.truce.app.simulate;

import org.truce.app.store.EntryStore;
import org.truce.simulate.Broken;
import org.truce.simulate.Witness;
import org.truce.simulate.World;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Everybody gets everything, each in an order of his own; then all must be of one picture. */
final class Settling {
    static final String ONE_PICTURE = "nodes with the same entries give the same picture";

    private final Exchange exchange;
    private final Liars liars;
    private final Asking asking;
    private final SeededKeys keys;
    private final Path folder;
    private final Seams seams;

    Settling(
            Exchange exchange,
            Liars liars,
            Asking asking,
            SeededKeys keys,
            Path folder,
            Seams seams) {
        this.exchange = exchange;
        this.liars = liars;
        this.asking = asking;
        this.keys = keys;
        this.folder = folder;
        this.seams = seams;
    }

    void settle(long chance) {
        exchange.nodes().forEach(Node::disarm);
        exchange.nodes().forEach(this::tellAll);
        for (Node node : exchange.nodes()) {
            giveAll(node, chance + node.number());
        }
        // Nobody has told him anything before: all that he knows came in this one order.
        try (Node newcomer = new Node(World.NODES, folder, keys, seams)) {
            giveAll(newcomer, chance - 1);
            List<Node> all = new ArrayList<>(exchange.nodes());
            all.add(newcomer);
            checkOnePicture(all, chance);
        }
    }

    /**
     * A register's home that was put back to an older copy knows less of it than others do, and of
     * two histories each may be known to one alone: so everybody tells all that they know.
     */
    private void tellAll(Node node) {
        for (EntryStore.Log log : node.store().listLogs()) {
            int register = World.REGISTERS.indexOf(log.register());
            if (log.keys().origin().equals(exchange.trusted(register))) {
                exchange.archive(node.export(log, 0, true), register, true);
                exchange.archive(node.export(log, 0, false), register, false);
            }
        }
    }

    private void giveAll(Node node, long chance) {
        List<Exchange.Archived> all = new ArrayList<>(exchange.archive().stream()
                .filter(one -> one.mayGoTo(node.number()))
                .toList());
        Collections.shuffle(all, new Random(chance));
        all.forEach(one -> exchange.deliver(node, one.bytes(), true));
    }

    private void checkOnePicture(List<Node> all, long chance) {
        String standing = Witness.standing(all.getFirst().histories());
        for (Node node : all) {
            if (!Witness.standing(node.histories()).equals(standing)) {
                throw new Broken(
                        ONE_PICTURE,
                        "node %d has\n%sand node 0\n%s"
                                .formatted(
                                        node.number(),
                                        Witness.standing(node.histories()),
                                        standing));
            }
            exchange.checkHoldsWhatItMay(node);
            node.checkWhole();
        }
        liars.checkEvidence(all);
        exchange.tally().add("settled");
        List<String> pictures = new ArrayList<>();
        for (Node node : all) {
            pictures.add(asking.ask(node, all.getFirst().clock(), chance));
            asking.askAgain(node, chance);
        }
        // The two who share everything; and those who follow without any protected value.
        compare(pictures, 0, 1);
        compare(pictures, 3, 4);
        compare(pictures, 3, World.NODES);
    }

    private static void compare(List<String> pictures, int one, int other) {
        if (!pictures.get(one).equals(pictures.get(other))) {
            throw new Broken(
                    ONE_PICTURE,
                    "nodes %d and %d answer differently from the same entries"
                            .formatted(one, other));
        }
    }
}
