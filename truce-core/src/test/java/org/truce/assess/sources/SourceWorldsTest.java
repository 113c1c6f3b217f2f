package org.truce.assess.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How well the truth of invented worlds is told, against counting voices. */
final class SourceWorldsTest {
    private static final int SEEDS = 10;

    /** Where there is something to learn from; {@code least} of ten seeds must be won. */
    enum Kind {
        PLAIN(SourceWorld.Plan.of(300, 4, 4, 3).copied(2, 3).speaking(0.4), 10),
        SPARSE(SourceWorld.Plan.of(300, 4, 4, 3).copied(2, 3).speaking(0.2), 10),
        VERY_SPARSE(SourceWorld.Plan.of(300, 4, 4, 3).copied(2, 3).speaking(0.1), 10),
        FEW_ITEMS(SourceWorld.Plan.of(40, 3, 3, 2).copied(1, 1).biased(0.5).speaking(0.4), 9),
        THREE_SOURCES(SourceWorld.Plan.of(200, 1, 1, 1).biased(0.5).speaking(0.6), 10),
        BIASED(SourceWorld.Plan.of(300, 5, 5, 3).copied(2, 3).biased(0.7).speaking(0.4), 10),
        OUTNUMBERED(SourceWorld.Plan.of(300, 7, 2, 1).biased(0.7).speaking(0.4), 9),
        MUCH_OPEN(SourceWorld.Plan.of(300, 4, 4, 3).copied(2, 3).open(0.5).speaking(0.4), 10),
        TWELVE_TOLD(
                SourceWorld.Plan.of(300, 2, 2, 2)
                        .right(0.4, 0.8)
                        .biased(0.5)
                        .copiedOfOne(12, 0)
                        .speaking(0.5),
                10),
        EIGHT_UNTOLD(
                SourceWorld.Plan.of(300, 3, 2, 2)
                        .right(0.4, 0.8)
                        .biased(0.5)
                        .copiedOfOne(0, 8)
                        .speaking(0.4),
                8);

        private final SourceWorld.Plan plan;
        private final int least;

        Kind(SourceWorld.Plan plan, int least) {
            this.plan = plan;
            this.least = least;
        }
    }

    @ParameterizedTest
    @EnumSource
    void theTruthIsToldBetterThanByCounting(Kind kind) {
        double model = 0;
        double counted = 0;
        int won = 0;
        for (long seed = 201; seed < 201 + SEEDS; seed++) {
            SourceWorld world = SourceWorld.of(kind.plan, seed);
            Losses losses = Losses.of(world, weigh(world));
            won += losses.model() < Math.min(losses.origins(), losses.outlets()) ? 1 : 0;
            model += losses.model() / SEEDS;
            counted += Math.min(losses.origins(), losses.outlets()) / SEEDS;
        }

        assertThat(won).as("of %d from seed 201 on", SEEDS).isGreaterThanOrEqualTo(kind.least);
        assertThat(model).isLessThan(counted * 0.9);
    }

    @Test
    void whatIsSaidToBeLikelyIsAsOftenTrue() {
        double[] stated = new double[10];
        double[] right = new double[10];
        double[] count = new double[10];
        for (Kind kind : List.of(Kind.PLAIN, Kind.SPARSE, Kind.BIASED, Kind.MUCH_OPEN)) {
            for (long seed = 301; seed < 301 + SEEDS; seed++) {
                SourceWorld world = SourceWorld.of(kind.plan, seed);
                for (Opinion opinion : weigh(world).opinions()) {
                    String truth = world.getTruth(opinion.item());
                    for (Opinion.Likelihood one : opinion.likelihoods()) {
                        int bin = Math.min(9, (int) (one.probability() * 10));
                        count[bin]++;
                        stated[bin] += one.probability();
                        right[bin] += one.value().equals(truth) ? 1 : 0;
                    }
                }
            }
        }
        for (int bin = 0; bin < 10; bin++) {
            assertThat(right[bin] / count[bin])
                    .as("stated at %d tenths, from seed 301 on", bin)
                    .isCloseTo(stated[bin] / count[bin], within(0.1));
        }
    }

    /** With seed 401 each of four unsaid copiers is paired with the one that it copies. */
    @Test
    void copyingThatNobodySaysIsFoundAndItsShareEstimated() {
        SourceWorld.Plan plan = SourceWorld.Plan.of(600, 4, 4, 3).speaking(0.4);
        SourceWorld world = SourceWorld.of(plan.copied(0, 4), 401);
        Map<String, String> originals = world.originals();
        assertThat(originals).hasSize(4);
        List<Likeness> alike = weigh(world).alike();
        originals.forEach((copier, original) -> assertThat(alike)
                .as("%s copies %s", copier, original)
                .anySatisfy(pair -> {
                    assertThat(List.of(pair.one(), pair.other()))
                            .containsExactlyInAnyOrder(copier, original);
                    assertThat(pair.probability()).isGreaterThan(0.99);
                    assertThat(pair.share()).isCloseTo(SourceWorld.COPIED, within(0.15));
                }));
    }

    @Test
    void fewAreSaidToBeAlikeWhereNobodyCopies() {
        List<Likeness> alike = new ArrayList<>();
        for (long seed = 501; seed < 501 + SEEDS; seed++) {
            alike.addAll(weigh(SourceWorld.of(
                            SourceWorld.Plan.of(600, 4, 4, 3).biased(0.6).speaking(0.4), seed))
                    .alike());
        }
        assertThat(alike).as("of 550 pairs").hasSizeLessThan(28);
    }

    /** An origin's rows are those with which the world was made, where there is much of it. */
    @Test
    void biasOfASideIsLearned() {
        SourceWorld world =
                SourceWorld.of(SourceWorld.Plan.of(3_000, 3, 3, 4).biased(0.5).speaking(0.6), 601);
        for (OriginFigures figures : weigh(world).origins()) {
            for (OriginFigures.Said said : figures.row()) {
                double with = 0;
                double all = 0;
                for (Item item : world.items()) {
                    if (world.getTruth(item.id()).equals(said.truth())) {
                        for (Claim claim : item.claims()) {
                            boolean its = claim.source().equals(figures.origin());
                            all += its ? 1 : 0;
                            with += its && claim.value().equals(said.said()) ? 1 : 0;
                        }
                    }
                }
                assertThat(said.share().mean())
                        .as(
                                "%s says %s where it is %s",
                                figures.origin(), said.said(), said.truth())
                        .isCloseTo(with / all, within(0.12));
            }
        }
    }

    private static Weighing.Weighed weigh(SourceWorld world) {
        return (Weighing.Weighed)
                SourceWeighing.weigh(world.items(), world.sides(), WeighingSettings.USUAL);
    }

    /** Mean of minus the logarithm of the probability given to what is so. */
    private record Losses(double model, double origins, double outlets) {
        static Losses of(SourceWorld world, Weighing.Weighed weighed) {
            double model = 0;
            double origins = 0;
            double outlets = 0;
            int count = world.items().size();
            for (int i = 0; i < count; i++) {
                Item item = world.items().get(i);
                String truth = world.getTruth(item.id());
                model -= Math.log(weighed.opinions().get(i).probability(truth)) / count;
                origins -= Math.log(Majority.ofOrigins(item, truth)) / count;
                outlets -= Math.log(Majority.ofOutlets(item, truth)) / count;
            }
            return new Losses(model, origins, outlets);
        }
    }
}
