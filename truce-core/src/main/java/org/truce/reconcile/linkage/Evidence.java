package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * What speaks for and against two accounts being one event, in natural logarithms: above 0 for,
 * below 0 against. They add up to the logarithm of the odds, other accounts left aside.
 *
 * @param reporting that both sources report what happens there: higher where sources miss little
 * @param place how near the points are, against how much happens around them
 * @param days how near the days are
 * @param codes for each coding how near the codes are, against how common they are; 0 where one
 *     says nothing
 */
public record Evidence(double reporting, double place, double days, double[] codes) {
    public Evidence {
        codes = codes.clone();
    }

    /** The logarithm of the odds. */
    public double logOdds() {
        return reporting + place + days + Arrays.stream(codes).sum();
    }
}
