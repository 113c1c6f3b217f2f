package org.truce.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.truce.base.Hash;
import org.truce.proof.MerkleTree;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** The world without any store: plans, the network, shrinking, and what the witness remembers. */
final class WorldTest {
    @Test
    void aSeedGivesTheSamePlanAndALongerOneBeginsAlike() {
        List<Step> plan = Plan.of(7, 200);
        assertThat(Plan.of(7, 200)).isEqualTo(plan);
        assertThat(Plan.of(7, 500).subList(0, 199)).isEqualTo(plan.subList(0, 199));
        assertThat(Plan.of(8, 200)).isNotEqualTo(plan);
        assertThat(plan.getLast()).isInstanceOf(Step.Settle.class);
    }

    @Test
    void everyKindOfStepFaultAndLieComesUp() {
        Set<Class<?>> steps = new HashSet<>();
        Set<Fault> faults = new HashSet<>();
        Set<Lie> lies = new HashSet<>();
        for (Step step : Plan.of(1, 5_000)) {
            steps.add(step.getClass());
            if (step instanceof Step.Break broken) {
                faults.add(broken.fault());
            } else if (step instanceof Step.Deceive lie) {
                lies.add(lie.lie());
            }
        }
        assertThat(steps).containsExactlyInAnyOrder(Step.class.getPermittedSubclasses());
        assertThat(faults).containsExactlyInAnyOrder(Fault.values());
        assertThat(lies).containsExactlyInAnyOrder(Lie.values());
    }

    @Test
    void theNetworkLosesDoublesDelaysReordersAndCuts() {
        Network network = new Network();
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            network.send(0, 1, new byte[] {(byte) (i >> 8), (byte) i, 0}, i, random);
        }
        List<Integer> arrived = new ArrayList<>();
        for (int now = 0; now < 1_100; now++) {
            for (Network.Message message : network.arrived(now)) {
                if (message.whole()) {
                    int high = message.bytes()[0] & 0xff;
                    arrived.add((high << 8) + (message.bytes()[1] & 0xff));
                }
            }
        }
        Network.Counts counts = network.counts();
        assertThat(counts.lost()).isBetween(100L, 200L);
        assertThat(counts.doubled()).isBetween(80L, 190L);
        assertThat(arrived.size() + counts.cut())
                .isEqualTo(1_000 - counts.lost() + counts.doubled());
        assertThat(arrived).isNotEqualTo(arrived.stream().sorted().toList());
    }

    @Test
    void shrinkingLeavesWhatIsNeeded() {
        List<Integer> steps = IntStream.range(0, 90).boxed().toList();
        List<Integer> left = Shrinking.shrink(
                steps, part -> part.containsAll(List.of(17, 60)) && part.size() > 1, 1_000);
        assertThat(left).containsExactly(17, 60);
    }

    @Test
    void theWitnessTellsLossAndWhatNobodySigned() {
        MerkleTree two = tree("one", "two");
        Witness witness = new Witness();
        witness.signed(tree("one", "two", "three"));
        witness.acknowledged(0, histories(two));
        witness.check(0, histories(tree("one", "two", "three")));
        assertThatThrownBy(() -> witness.check(0, histories(tree("one"))))
                .hasMessageContaining(Witness.LOST);
        assertThatThrownBy(() -> witness.check(0, histories(tree("one", "three"))))
                .hasMessageContaining(Witness.LOST);
        assertThatThrownBy(() -> witness.check(0, List.of())).hasMessageContaining(Witness.LOST);
        assertThatThrownBy(() -> witness.check(1, histories(tree("one", "forged"))))
                .hasMessageContaining(Witness.UNNOTICED)
                .hasMessageContaining("entry 2");
    }

    private static List<Witness.History> histories(MerkleTree tree) {
        return List.of(new Witness.History(1, "north", "origin", tree.size(), tree));
    }

    private static MerkleTree tree(String... leaves) {
        MerkleTree tree = new MerkleTree();
        for (String leaf : leaves) {
            tree.add(Hash.of(leaf.getBytes(StandardCharsets.UTF_8)));
        }
        return tree;
    }
}
