package org.truce.assess.counts;

import org.apache.commons.numbers.gamma.LogGamma;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One window cut into blocks of equal length, and how unevenly its events fall into them.
 *
 * <p>Given the window's total, Poisson counts share it among blocks as exposure does (multinomial).
 * When each block's rate has a Gamma factor of its own, the blocks share it by a
 * Dirichlet-multinomial distribution (Mosimann 1962): the rate itself drops out, so what is learnt
 * of bursts does not hang on how well the rate is known.
 */
record Blocks(List<Block> list, int events, double exposureDays) {
    /** Events and exposure of one block. */
    record Block(int events, double exposureDays) {}

    /** Below this, log-gamma differences lose more than they show: such counts are Poisson. */
    private static final double LARGEST_CONCENTRATION = 1e7;

    /** Blocks of {@code lengthDays}, counted from the first day of the window. */
    static Blocks of(List<WeighedDay> window, int lengthDays) {
        List<Block> list = new ArrayList<>();
        LocalDate first = window.getFirst().day();
        int at = 0;
        while (at < window.size()) {
            LocalDate end = first.plusDays(
                    (blockOf(window.get(at).day(), first, lengthDays) + 1) * lengthDays);
            int events = 0;
            double exposureDays = 0;
            while (at < window.size() && window.get(at).day().isBefore(end)) {
                events += window.get(at).events();
                exposureDays += window.get(at).exposureDays();
                at++;
            }
            list.add(new Block(events, exposureDays));
        }
        return new Blocks(
                list,
                list.stream().mapToInt(Block::events).sum(),
                list.stream().mapToDouble(Block::exposureDays).sum());
    }

    private static long blockOf(LocalDate day, LocalDate first, int lengthDays) {
        return (day.toEpochDay() - first.toEpochDay()) / lengthDays;
    }

    /**
     * The logarithm of how much more probable the blocks' counts are, given their total, with
     * bursts than without.
     *
     * @param concentration the sum of the Dirichlet's parameters: expected events over excess, the
     *     larger, the less the blocks differ
     */
    double logBurstFactor(double concentration) {
        if (events == 0 || concentration > LARGEST_CONCENTRATION) {
            return 0;
        }
        double log = LogGamma.value(concentration) - LogGamma.value(concentration + events);
        for (Block block : list) {
            if (block.events() > 0) {
                double share = block.exposureDays() / exposureDays;
                double own = concentration * share;
                log += LogGamma.value(own + block.events())
                        - LogGamma.value(own)
                        - block.events() * Math.log(share);
            }
        }
        return log;
    }
}
