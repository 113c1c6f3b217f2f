package org.truce.assess.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;

final class SourceWeighingTest {
    private static final SourceWorld.Plan PLAIN =
            SourceWorld.Plan.of(200, 3, 3, 2).biased(0.4).speaking(0.4);

    @Test
    void tenOutletsThatRepeatOneOriginAreOne() {
        SourceWorld world = SourceWorld.of(PLAIN, 1);
        Weighing.Weighed once = weigh(world, UnaryOperator.identity());
        Weighing.Weighed often = weigh(world, claims -> {
            List<Claim> repeated = new ArrayList<>(claims);
            for (Claim claim : claims) {
                for (int outlet = 0; outlet < 10; outlet++) {
                    repeated.add(Claim.of("outlet" + outlet, claim.value(), claim.source()));
                }
            }
            return repeated;
        });

        for (int i = 0; i < once.opinions().size(); i++) {
            Opinion one = once.opinions().get(i);
            Opinion ten = often.opinions().get(i);
            assertThat(ten.likelihoods()).isEqualTo(one.likelihoods());
            assertThat(ten.origins()).isEqualTo(one.origins());
            assertThat(ten.claims()).hasSize(11 * one.claims().size());
        }
        assertThat(often.origins()).isEqualTo(once.origins());
    }

    @Test
    void whereRepeatersDifferTheirNumberDoesNotDecide() {
        Item split = new Item(
                "item-x",
                List.of(
                        Claim.of("a", "army", "opposition0"),
                        Claim.of("b", "rising", "opposition0")));
        List<Claim> more = new ArrayList<>(split.claims());
        more.add(Claim.of("c", "army", "opposition0"));
        more.add(Claim.of("d", "army", "opposition0"));

        Opinion even = withOne(split);
        assertThat(withOne(new Item("item-x", more)).likelihoods()).isEqualTo(even.likelihoods());
        double army = withOne(one("army")).probability("army");
        double rising = withOne(one("rising")).probability("army");
        assertThat(even.probability("army")).isBetween(rising, army);
        assertThat(army).isGreaterThan(rising + 0.1);

        more.add(Claim.own("opposition0", "rising"));
        assertThat(withOne(new Item("item-x", more)).likelihoods())
                .as("the origin speaks for itself")
                .isEqualTo(withOne(one("rising")).likelihoods());
    }

    private static Item one(String value) {
        return new Item("item-x", List.of(Claim.own("opposition0", value)));
    }

    private static Opinion withOne(Item more) {
        SourceWorld world = SourceWorld.of(PLAIN, 2);
        List<Item> items = new ArrayList<>(world.items());
        items.add(more);
        return weighed(items, world.sides()).opinions().stream()
                .filter(opinion -> opinion.item().equals(more.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aClaimOfUnknownOriginIsShownAndIsNoVoice() {
        SourceWorld world = SourceWorld.of(PLAIN, 3);
        Weighing.Weighed without = weigh(world, UnaryOperator.identity());
        Weighing.Weighed with = weigh(world, claims -> {
            List<Claim> more = new ArrayList<>(claims);
            more.add(new Claim("a repost", "army", Optional.empty()));
            return more;
        });

        for (int i = 0; i < with.opinions().size(); i++) {
            Opinion opinion = with.opinions().get(i);
            assertThat(opinion.likelihoods())
                    .isEqualTo(without.opinions().get(i).likelihoods());
            assertThat(opinion.claims()).anyMatch(claim -> claim.source().equals("a repost"));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void whatHoldsOfEveryWorldInWhateverOrder(long seed) {
        SourceWorld world = SourceWorld.of(PLAIN.copied(2, 2), seed);
        Weighing.Weighed weighed = weigh(world, UnaryOperator.identity());

        for (Opinion opinion : weighed.opinions()) {
            double sum = 0;
            for (Opinion.Likelihood one : opinion.likelihoods()) {
                assertThat(one.probability()).as("seed %d", seed).isBetween(0.0, 1.0);
                sum += one.probability();
            }
            assertThat(sum).as("seed %d", seed).isCloseTo(1, within(1e-9));
            double first = opinion.likelihoods().getFirst().probability();
            assertThat(opinion.abstains()).as("seed %d", seed).isEqualTo(first < 0.8);
        }
        List<Item> shuffled = new ArrayList<>();
        for (Item item : world.items()) {
            List<Claim> claims = new ArrayList<>(item.claims());
            Collections.shuffle(claims, new Random(seed));
            shuffled.add(new Item(item.id(), claims));
        }
        Collections.shuffle(shuffled, new Random(seed));
        assertThat(weighed(shuffled, world.sides())).as("seed %d", seed).isEqualTo(weighed);
    }

    @Test
    void tooLittleToTellGoodFromBad() {
        assertThat(lack(world -> world.items().subList(0, 19)))
                .isEqualTo(new Weighing.NotEnough(Weighing.Lack.SHARED_ITEMS, 19, 20));
        assertThat(lack(world -> without(world.items(), "government0", "government1")))
                .isEqualTo(new Weighing.NotEnough(Weighing.Lack.ORIGINS, 1, 3));
        assertThat(lack(world -> world.items().stream()
                        .map(item -> new Item(
                                item.id(),
                                item.claims().stream()
                                        .map(claim -> Claim.own(claim.source(), "army"))
                                        .toList()))
                        .toList()))
                .isEqualTo(new Weighing.NotEnough(Weighing.Lack.VALUES, 1, 2));
        assertThat(SourceWeighing.weigh(List.of(), new Sides(Map.of()), WeighingSettings.USUAL))
                .isEqualTo(new Weighing.NotEnough(Weighing.Lack.VALUES, 0, 2));
    }

    private interface Cut {
        List<Item> of(SourceWorld world);
    }

    /** Of three sources that speak of everything. */
    private static Weighing lack(Cut cut) {
        SourceWorld world =
                SourceWorld.of(SourceWorld.Plan.of(60, 2, 0, 1).speaking(5).silent(0), 21);
        return SourceWeighing.weigh(cut.of(world), world.sides(), WeighingSettings.USUAL);
    }

    private static List<Item> without(List<Item> items, String... sources) {
        return items.stream()
                .map(item -> new Item(
                        item.id(),
                        item.claims().stream()
                                .filter(claim -> !List.of(sources).contains(claim.source()))
                                .toList()))
                .toList();
    }

    @Test
    void whereOneSideAloneSpeaksThatIsSaid() {
        SourceWorld world = SourceWorld.of(PLAIN, 31);
        Weighing.Weighed weighed = weigh(world, UnaryOperator.identity());
        for (Opinion opinion : weighed.opinions()) {
            long sides = opinion.claims().stream()
                    .map(claim -> claim.source().substring(0, 3))
                    .distinct()
                    .count();
            boolean independent =
                    opinion.claims().stream().anyMatch(claim -> claim.source().startsWith("ind"));
            assertThat(opinion.oneSided()).isEqualTo(sides == 1 && !independent);
        }
        assertThat(weighed.oneSided()).isFalse();

        SourceWorld alone = SourceWorld.of(SourceWorld.Plan.of(200, 4, 0, 0), 32);
        assertThat(weigh(alone, UnaryOperator.identity()).oneSided()).isTrue();
        SourceWorld independent = SourceWorld.of(SourceWorld.Plan.of(200, 0, 0, 4), 33);
        assertThat(weigh(independent, UnaryOperator.identity()).oneSided()).isFalse();
    }

    /** Sources that know nothing agree now and then, and that is no news. */
    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44, 45})
    void agreementOfSourcesThatKnowNothingIsNotCertain(long seed) {
        SourceWorld world = SourceWorld.of(
                SourceWorld.Plan.of(1_000, 2, 2, 2).right(0, 0.05).open(0).speaking(0.6), seed);
        Weighing.Weighed weighed = weigh(world, UnaryOperator.identity());

        long reached = weighed.opinions().stream()
                .filter(opinion -> !opinion.abstains())
                .count();
        assertThat(reached)
                .as("of 1,000, seed %d", seed)
                .isLessThan(100)
                .isLessThan(sureWithoutAssuming(world) / 2);
    }

    /** Items of which maximum likelihood alone gives a value 80 % or more. */
    private static long sureWithoutAssuming(SourceWorld world) {
        List<DawidSkene.Rating> ratings = new ArrayList<>();
        for (Item item : world.items()) {
            for (Claim claim : item.claims()) {
                ratings.add(new DawidSkene.Rating(item.id(), claim.source(), claim.value()));
            }
        }
        DawidSkene fit = DawidSkene.fit(ratings);
        return ratings.stream()
                .map(DawidSkene.Rating::item)
                .distinct()
                .filter(item -> fit.listValues().stream()
                        .anyMatch(value -> fit.getProbability(item, value) >= 0.8))
                .count();
    }

    @Test
    void twoItemsWithOneIdAndSettingsThatCannotBe() {
        Item item = one("army");
        assertThatThrownBy(() -> weighed(List.of(item, item), new Sides(Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("item-x");
        assertThatThrownBy(() -> new WeighingSettings(
                        0.5, 20, 3, 3, 0.55, 0.15, 20, 12, 0.1, 20, 4, 0.1, 10))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Claim.own("", "army"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Weighing.Weighed weigh(SourceWorld world, UnaryOperator<List<Claim>> change) {
        return weighed(
                world.items().stream()
                        .map(item -> new Item(item.id(), change.apply(item.claims())))
                        .toList(),
                world.sides());
    }

    private static Weighing.Weighed weighed(List<Item> items, Sides sides) {
        return (Weighing.Weighed) SourceWeighing.weigh(items, sides, WeighingSettings.USUAL);
    }
}
