package org.truce.assess.sources;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Weighs what sources say of items against each other, without being told who is right: the rows of
 * {@link Truths} with the pull of {@link SideRows}, over votes of origins ({@link Voices}), some of
 * which may repeat others unsaid ({@link Comparison}). {@code docs/reference/sources.md} has all
 * formulas and what they cannot say.
 *
 * <p>What starts it decides what "agreement" it ends with, so it starts from what is least easily
 * swayed by numbers: assumed rows that are the same for all, with each side counting as one voice
 * on an item and each source that stands on no side as one.
 */
public final class SourceWeighing {
    private static final int MOST_ROUNDS = 25;
    private static final int STEPS = 3;
    private static final double SETTLED = 1e-4;

    private final Voices voices;
    private final WeighingSettings settings;
    private final SideRows rows;
    private final Truths truths;
    private final Comparison comparison;

    private SourceWeighing(Voices voices, WeighingSettings settings) {
        this.voices = voices;
        this.settings = settings;
        Votes votes = voices.votes;
        rows = new SideRows(voices, settings);
        truths = new Truths(votes, rows, new double[votes.items * votes.values]);
        comparison = new Comparison(truths, voices.named(), settings);
    }

    /**
     * @param items with ids of their own; their order and that of their claims do not matter
     * @throws IllegalArgumentException when two items have one id
     */
    public static Weighing weigh(List<Item> items, Sides sides, WeighingSettings settings) {
        Voices voices = new Voices(items, sides, settings.leastOwnItems());
        return findLack(voices, settings).orElseGet(() -> {
            SourceWeighing weighing = new SourceWeighing(voices, settings);
            weighing.climb();
            return weighing.weighed();
        });
    }

    private static Optional<Weighing> findLack(Voices voices, WeighingSettings settings) {
        int values = voices.values.size() - 1;
        if (values < 2) {
            return Optional.of(new Weighing.NotEnough(Weighing.Lack.VALUES, values, 2));
        }
        if (voices.named() < settings.leastOrigins()) {
            return Optional.of(new Weighing.NotEnough(
                    Weighing.Lack.ORIGINS, voices.named(), settings.leastOrigins()));
        }
        int shared = 0;
        for (int item = 0; item < voices.items.size(); item++) {
            shared += voices.origins(item).size() >= 2 ? 1 : 0;
        }
        return shared < settings.leastItems()
                ? Optional.of(new Weighing.NotEnough(
                        Weighing.Lack.SHARED_ITEMS, shared, settings.leastItems()))
                : Optional.empty();
    }

    private void climb() {
        Votes votes = voices.votes;
        double[] bySide = oneVoiceEach();
        truths.maximise();
        truths.expect(bySide);
        truths.repeating(comparison.repeats(bySide));
        truths.expect(bySide);
        double[] before = new double[votes.items * votes.values];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            for (int step = 0; step < STEPS; step++) {
                truths.maximise();
                truths.expect(votes.weight);
            }
            truths.repeating(comparison.repeats(votes.weight));
            if (truths.changeSince(before) < SETTLED) {
                return;
            }
        }
    }

    /** Of the votes of one side on one item, each has its part of one vote. */
    private double[] oneVoiceEach() {
        Votes votes = voices.votes;
        double[] weight = votes.weight.clone();
        for (int item = 0; item < votes.items; item++) {
            int end = votes.start[item + 1];
            for (int vote = votes.start[item]; vote < end; vote++) {
                Optional<String> side = side(vote);
                double sum = 0;
                for (int other = votes.start[item]; other < end; other++) {
                    sum += side(other).equals(side) ? votes.weight[other] : 0;
                }
                boolean independent = side.filter(Sides.INDEPENDENT::equals).isPresent();
                weight[vote] /= independent ? 1 : sum;
            }
        }
        return weight;
    }

    private Optional<String> side(int vote) {
        return voices.raters.get(voices.votes.rater[vote]).side();
    }

    private Weighing weighed() {
        List<Opinion> opinions = new ArrayList<>();
        for (int item = 0; item < voices.items.size(); item++) {
            opinions.add(opinion(item));
        }
        List<OriginFigures> origins = new ArrayList<>();
        double[][] same = countTheSame();
        for (int rater = 0; rater < voices.named(); rater++) {
            origins.add(figures(rater, same[rater]));
        }
        return new Weighing.Weighed(
                opinions,
                origins,
                comparison.list(voices.votes.weight, voices.raters),
                isOneSided(opinions.stream()
                        .flatMap(opinion -> opinion.claims().stream())
                        .flatMap(claim -> claim.origin().stream())
                        .distinct()
                        .toList()));
    }

    private Opinion opinion(int item) {
        List<Opinion.Likelihood> likelihoods = new ArrayList<>();
        for (int truth = 0; truth < voices.values.size(); truth++) {
            likelihoods.add(new Opinion.Likelihood(
                    voices.values.get(truth), truths.probability(item, truth)));
        }
        likelihoods.sort(Comparator.comparingDouble(
                        (Opinion.Likelihood likelihood) -> -likelihood.probability())
                .thenComparing(Opinion.Likelihood::value));
        Opinion.Likelihood first = likelihoods.getFirst();
        List<String> origins = voices.origins(item);
        return new Opinion(
                voices.items.get(item).id(),
                likelihoods,
                Optional.of(first)
                        .filter(one -> one.probability() >= settings.reached())
                        .map(Opinion.Likelihood::value),
                voices.items.get(item).claims(),
                origins.size(),
                isOneSided(origins));
    }

    private boolean isOneSided(List<String> origins) {
        List<Optional<String>> sides =
                origins.stream().map(voices::side).distinct().toList();
        return sides.size() == 1
                && sides.getFirst()
                        .filter(Predicate.not(Sides.INDEPENDENT::equals))
                        .isPresent();
    }

    /** By rater: votes for what came out, and all votes, where a named value came out. */
    private double[][] countTheSame() {
        Votes votes = voices.votes;
        int open = votes.values - 1;
        double[][] counts = new double[votes.raters][2];
        for (int item = 0; item < votes.items; item++) {
            for (int vote = votes.start[item]; vote < votes.start[item + 1]; vote++) {
                int value = votes.value[vote];
                double[] of = counts[votes.rater[vote]];
                of[0] += value == open ? 0 : votes.weight[vote] * truths.probability(item, value);
                of[1] += votes.weight[vote] * (1 - truths.probability(item, open));
            }
        }
        return counts;
    }

    private OriginFigures figures(int rater, double[] same) {
        String origin = voices.raters.get(rater).name().orElseThrow();
        List<OriginFigures.Said> row = new ArrayList<>();
        for (int truth = 0; truth < voices.values.size() - 1; truth++) {
            for (int value = 0; value < voices.values.size(); value++) {
                double share = truths.row(rater, value, truth);
                double items = rows.items(rater, truth);
                row.add(new OriginFigures.Said(
                        voices.values.get(truth),
                        voices.values.get(value),
                        new Share(items * share, items * (1 - share))));
            }
        }
        double others = Math.max(0, same[1] - same[0]);
        return new OriginFigures(
                origin,
                voices.raters.get(rater).side(),
                voices.items(origin),
                new Share(same[0] + 0.5, others + 0.5),
                row);
    }
}
