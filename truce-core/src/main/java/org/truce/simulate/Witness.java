package org.truce.simulate;

import org.truce.base.Hash;
import org.truce.proof.MerkleTree;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Remembers what was acknowledged and what was truly signed, and holds nodes to it. */
public final class Witness {
    public static final String LOST = "nothing acknowledged is lost";
    public static final String UNNOTICED = "no tampering goes unnoticed";

    private final Map<Place, Extent> acknowledged = new HashMap<>();
    private final Map<Place, Extent> looked = new HashMap<>();
    private final Set<Hash> signed = new HashSet<>();

    private record Place(int node, long log) {}

    private record Extent(long size, Hash root) {}

    /**
     * One history of a register as it lies on a node.
     *
     * @param log the store's number for it
     * @param counts how many of its entries count
     */
    public record History(long log, String register, String origin, long counts, MerkleTree tree) {}

    /** These leaves were signed by who had the register's key at that time. */
    public void signed(MerkleTree tree) {
        for (long i = 0; i < tree.size(); i++) {
            signed.add(tree.leaf(i));
        }
    }

    /** All that a node has now was acknowledged by it. */
    public void acknowledged(int node, List<History> histories) {
        for (History history : histories) {
            long size = history.tree().size();
            acknowledged.put(
                    new Place(node, history.log()),
                    new Extent(size, history.tree().root(size)));
        }
    }

    /** A node was put back to an older state by somebody: what it acknowledged since is void. */
    public void putBack(int node, List<History> histories) {
        acknowledged.keySet().removeIf(place -> place.node() == node);
        looked.keySet().removeIf(place -> place.node() == node);
        acknowledged(node, histories);
    }

    /** Whether a node has by its word less than it acknowledged, or what nobody signed. */
    public void check(int node, List<History> histories) {
        Map<Long, History> byLog = new TreeMap<>();
        histories.forEach(history -> byLog.put(history.log(), history));
        acknowledged.forEach((place, extent) -> {
            if (place.node() == node) {
                checkKept(node, Optional.ofNullable(byLog.get(place.log())), extent);
            }
        });
        for (History history : histories) {
            checkSigned(node, history);
        }
    }

    private static void checkKept(int node, Optional<History> there, Extent extent) {
        if (there.isEmpty()) {
            throw new Broken(LOST, "node %d lacks a log that it had".formatted(node));
        }
        MerkleTree tree = there.get().tree();
        if (tree.size() < extent.size() || !tree.root(extent.size()).equals(extent.root())) {
            throw new Broken(
                    LOST,
                    "node %d acknowledged %d entries of register %s and has %d, or others"
                            .formatted(node, extent.size(), there.get().register(), tree.size()));
        }
    }

    private void checkSigned(int node, History history) {
        Place place = new Place(node, history.log());
        MerkleTree tree = history.tree();
        long from = Optional.ofNullable(looked.get(place))
                .filter(seen ->
                        seen.size() <= tree.size() && tree.root(seen.size()).equals(seen.root()))
                .map(Extent::size)
                .orElse(0L);
        for (long i = from; i < tree.size(); i++) {
            if (!signed.contains(tree.leaf(i))) {
                throw new Broken(
                        UNNOTICED,
                        "node %d took in entry %d of register %s, which its register never signed"
                                .formatted(node, i + 1, history.register()));
            }
        }
        looked.put(place, new Extent(tree.size(), tree.root(tree.size())));
    }

    /** What counts and what is kept aside, the same text for the same in whatever order it came. */
    public static String standing(List<History> histories) {
        Map<String, List<String>> kept = new TreeMap<>();
        Map<String, String> counts = new TreeMap<>();
        for (History history : histories) {
            MerkleTree tree = history.tree();
            kept.computeIfAbsent(history.origin(), unseen -> new ArrayList<>())
                    .add(tree.size() + "." + tree.root(tree.size()).hex());
            if (history.counts() > 0) {
                counts.put(
                        history.origin(),
                        history.counts() + "." + tree.root(history.counts()).hex());
            }
        }
        StringBuilder text = new StringBuilder();
        kept.forEach((origin, all) -> text.append(origin)
                .append(" counts ")
                .append(counts.getOrDefault(origin, "none"))
                .append(" keeps ")
                .append(all.stream().sorted().toList())
                .append('\n'));
        return text.toString();
    }
}
