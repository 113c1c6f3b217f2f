package org.truce.simulate.accounts;

import org.truce.base.LatLon;
import org.truce.reconcile.linkage.KnownWorld;
import org.truce.reconcile.linkage.Wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What sources of a world say in words, and how likely that is. An event has some words, which each
 * of its reports has or has not; a town has some that come up in any report from there; and all
 * words, some of them often, come up in any report by the way. Names of places are those of towns.
 */
final class InventedWords implements KnownWorld.Telling {
    private static final int SIZE = 3_000;
    private static final double OF_EVENT = 5.0 / SIZE;
    private static final double BY_THE_WAY = 6;
    private static final double MOST_OFTEN = 0.5;
    private static final int OF_TOWN = 3;
    private static final double TOWN_RECALL = 0.3;
    private static final int NEIGHBOURS = 5;
    private static final double NEVER = 1e-9;

    private final WorldPlan.Speech speech;
    private final double[] byTheWay = new double[SIZE];
    private final int[][] ofTown;
    private final int[][] near;

    InventedWords(WorldPlan.Speech speech, List<InventedAccounts.Town> towns) {
        this.speech = speech;
        double sum =
                IntStream.rangeClosed(1, SIZE).mapToDouble(rank -> 1.0 / rank).sum();
        for (int word = 0; word < SIZE; word++) {
            byTheWay[word] = Math.min(MOST_OFTEN, BY_THE_WAY / sum / (word + 1));
        }
        // Neither the commonest nor the rarest.
        ofTown = IntStream.range(0, towns.size())
                .mapToObj(town -> new SplittableRandom(town)
                        .ints(OF_TOWN, SIZE / 100, SIZE / 2)
                        .distinct()
                        .toArray())
                .toArray(int[][]::new);
        near = speech.right() == 0
                ? new int[0][]
                : IntStream.range(0, towns.size())
                        .mapToObj(town -> near(town, towns))
                        .toArray(int[][]::new);
    }

    /** Each distance is worked out once: with thousands of towns, sorting by it takes minutes. */
    private static int[] near(int town, List<InventedAccounts.Town> towns) {
        LatLon from = towns.get(town).middle();
        double[] km = new double[towns.size()];
        Arrays.setAll(km, other -> from.kmTo(towns.get(other).middle()));
        km[town] = Double.POSITIVE_INFINITY;
        int[] near = new int[Math.min(NEIGHBOURS, towns.size() - 1)];
        for (int k = 0; k < near.length; k++) {
            for (int other = 0; other < km.length; other++) {
                near[k] = km[other] < km[near[k]] ? other : near[k];
            }
            km[near[k]] = Double.POSITIVE_INFINITY;
        }
        return near;
    }

    /** The words of one event. */
    BitSet ofEvent(SplittableRandom random) {
        BitSet words = new BitSet(SIZE);
        if (speech.recall() > 0) {
            for (int word = 0; word < SIZE; word++) {
                words.set(word, random.nextDouble() < OF_EVENT);
            }
        }
        return words;
    }

    /**
     * What one report of an event says.
     *
     * @param town of the event; below 0 in open country
     */
    Wording said(BitSet ofEvent, int town, SplittableRandom random) {
        int place = Wording.NONE;
        if (speech.right() > 0 && town >= 0) {
            boolean right = random.nextDouble() < speech.right();
            place = 1 + (right ? town : near[town][random.nextInt(NEIGHBOURS)]);
        }
        List<Integer> words = new ArrayList<>();
        if (speech.recall() > 0) {
            for (int word = 0; word < SIZE; word++) {
                double said = usual(word, town);
                if (ofEvent.get(word)) {
                    said = either(said, speech.recall());
                }
                if (random.nextDouble() < said) {
                    words.add(word);
                }
            }
        }
        int[] numbers = words.stream().mapToInt(Integer::intValue).toArray();
        return new Wording(place, 1, numbers, numbers);
    }

    private double usual(int word, int town) {
        boolean local = town >= 0 && IntStream.of(ofTown[town]).anyMatch(own -> own == word);
        return local ? either(byTheWay[word], TOWN_RECALL) : byTheWay[word];
    }

    private static double either(double one, double other) {
        return 1 - (1 - one) * (1 - other);
    }

    /** Against texts in which all words come up by the way. */
    @Override
    public double log(Wording[] wordings, int n, int site) {
        double sum = 0;
        for (int k = 0; k < n; k++) {
            if (wordings[k].place() != Wording.NONE) {
                sum += Math.log(site < 0 ? NEVER : named(wordings[k].place() - 1, site));
            }
        }
        return speech.recall() == 0 ? sum : sum + texts(wordings, n, site);
    }

    private double named(int said, int town) {
        if (said == town) {
            return speech.right();
        }
        boolean neighbour = IntStream.of(near[town]).anyMatch(other -> other == said);
        return neighbour ? (1 - speech.right()) / NEIGHBOURS : NEVER;
    }

    private double texts(Wording[] wordings, int n, int site) {
        BitSet all = new BitSet(SIZE);
        for (int k = 0; k < n; k++) {
            IntStream.of(wordings[k].words()).forEach(all::set);
        }
        if (site >= 0) {
            IntStream.of(ofTown[site]).forEach(all::set);
        }
        double unsaid = 1 - OF_EVENT + OF_EVENT * Math.pow(1 - speech.recall(), n);
        double sum = (SIZE - all.cardinality()) * Math.log(unsaid);
        for (int word = all.nextSetBit(0); word >= 0; word = all.nextSetBit(word + 1)) {
            int said = 0;
            for (int k = 0; k < n; k++) {
                said += Arrays.binarySearch(wordings[k].words(), word) >= 0 ? 1 : 0;
            }
            double usual = usual(word, site);
            sum += Math.log((1 - OF_EVENT) * against(usual, word, said, n)
                    + OF_EVENT * against(either(usual, speech.recall()), word, said, n));
        }
        return sum;
    }

    private double against(double likely, int word, int said, int n) {
        return Math.pow(likely / byTheWay[word], said)
                * Math.pow((1 - likely) / (1 - byTheWay[word]), n - said);
    }
}
