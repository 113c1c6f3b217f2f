package org.truce.assess.scan;

import org.apache.commons.statistics.distribution.PoissonDistribution;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Draws tables of counts as they would be if nothing stood out. */
sealed interface Chance {

    /** @param bySlot all 0; takes the counts of each site and slot, not summed up */
    void draw(SplittableRandom random, int[] bySlot);

    static Chance of(CountTable counts, Model model, Span span, double[] expectedBySlot) {
        return switch (model) {
            case Model.PermutedDays() -> Permuting.of(counts, span);
            case Model.PoissonCounts(ExpectedTable given) -> independent(expectedBySlot, span);
            case Model.SharedTotal(ExpectedTable given) ->
                new Sharing(counts.total(), Alias.of(expectedBySlot));
            case Model.PartOfAll(CountTable all) -> Choosing.of(counts.total(), all, span);
        };
    }

    /** Before the span nothing need be drawn: the counts do not depend on each other. */
    private static Independent independent(double[] expectedBySlot, Span span) {
        double[] inside = expectedBySlot.clone();
        for (int slot = 0; slot < inside.length; slot += span.slots()) {
            inside[slot] = 0;
        }
        return new Independent(Arrays.stream(inside).sum(), Alias.of(inside));
    }

    /** A number below {@code bound}, each as probable as any other but for 2^-32 and less. */
    private static int below(int bound, SplittableRandom random) {
        return (int) Math.unsignedMultiplyHigh(random.nextLong(), bound);
    }

    /**
     * Deals the days of all incidents out to them anew: each place keeps its total, each day its
     * own.
     *
     * @param slots of each incident's day, in the order of the incidents' sites
     * @param siteStarts the first slot of each incident's site
     */
    record Permuting(int[] slots, int[] siteStarts) implements Chance {
        static Permuting of(CountTable counts, Span span) {
            int[] slots = new int[counts.total()];
            int[] siteStarts = new int[counts.total()];
            int next = 0;
            for (int site = 0; site < counts.sites().count(); site++) {
                for (int day = 0; day < counts.days().count(); day++) {
                    int last = next + counts.count(site, day);
                    Arrays.fill(slots, next, last, span.slot(0, day));
                    Arrays.fill(siteStarts, next, last, site * span.slots());
                    next = last;
                }
            }
            return new Permuting(slots, siteStarts);
        }

        @Override
        public void draw(SplittableRandom random, int[] bySlot) {
            int[] dealt = slots.clone();
            for (int left = dealt.length; left > 0; left--) {
                int taken = below(left, random);
                bySlot[siteStarts[left - 1] + dealt[taken]]++;
                dealt[taken] = dealt[left - 1];
            }
        }
    }

    /** Chooses anew which of all incidents are the counted ones. */
    record Choosing(int part, int[] slots) implements Chance {
        static Choosing of(int part, CountTable all, Span span) {
            int[] slots = new int[all.total()];
            int next = 0;
            for (int site = 0; site < all.sites().count(); site++) {
                for (int day = 0; day < all.days().count(); day++) {
                    int last = next + all.count(site, day);
                    Arrays.fill(slots, next, last, span.slot(site, day));
                    next = last;
                }
            }
            return new Choosing(part, slots);
        }

        @Override
        public void draw(SplittableRandom random, int[] bySlot) {
            int[] left = slots.clone();
            for (int taken = 0; taken < part; taken++) {
                int chosen = taken + below(left.length - taken, random);
                bySlot[left[chosen]]++;
                left[chosen] = left[taken];
            }
        }
    }

    /** A given number of incidents, each falling into a slot by itself. */
    record Sharing(int total, Alias slots) implements Chance {
        @Override
        public void draw(SplittableRandom random, int[] bySlot) {
            for (int i = 0; i < total; i++) {
                bySlot[slots.draw(random)]++;
            }
        }
    }

    /**
     * Poisson counts: their sum is Poisson, and given the sum they are multinomial, which costs one
     * number for each incident instead of one for each cell.
     */
    record Independent(double mean, Alias slots) implements Chance {
        @Override
        public void draw(SplittableRandom random, int[] bySlot) {
            int total =
                    PoissonDistribution.of(mean).createSampler(random::nextLong).sample();
            new Sharing(total, slots).draw(random, bySlot);
        }
    }

    /**
     * Numbers in proportion to weights, each in constant time (Walker 1977; the table after Vose
     * 1991, IEEE Transactions on Software Engineering 17): a number is drawn evenly, and kept with
     * its probability or exchanged for its alias.
     *
     * @param kept 2^64 times the probability of keeping, as an unsigned number
     */
    record Alias(long[] kept, int[] alias) {
        static Alias of(double[] weights) {
            int size = weights.length;
            double mean = Arrays.stream(weights).sum() / size;
            double[] share = Arrays.stream(weights).map(weight -> weight / mean).toArray();
            long[] kept = new long[size];
            int[] alias = new int[size];
            int[] waiting = new int[size];
            int small = 0;
            int large = size;
            for (int i = 0; i < size; i++) {
                waiting[share[i] < 1 ? small++ : --large] = i;
            }
            while (small > 0 && large < size) {
                int less = waiting[--small];
                int more = waiting[large];
                kept[less] = unsigned(share[less]);
                alias[less] = more;
                share[more] -= 1 - share[less];
                if (share[more] < 1) {
                    large++;
                    waiting[small++] = more;
                }
            }
            // What rounding leaves over is as good as 1.
            for (int i = 0; i < small; i++) {
                keepAlways(waiting[i], kept, alias);
            }
            for (int i = large; i < size; i++) {
                keepAlways(waiting[i], kept, alias);
            }
            return new Alias(kept, alias);
        }

        private static void keepAlways(int i, long[] kept, int[] alias) {
            kept[i] = -1;
            alias[i] = i;
        }

        private static long unsigned(double probability) {
            return (long) (probability * 0x1p63) << 1;
        }

        int draw(SplittableRandom random) {
            long bits = random.nextLong();
            int even = (int) Math.unsignedMultiplyHigh(bits, kept.length);
            // The lower half of the product is even between 0 and 2^64 whatever the upper half is.
            boolean keep = Long.compareUnsigned(bits * kept.length, kept[even]) < 0;
            return keep ? even : alias[even];
        }
    }
}
