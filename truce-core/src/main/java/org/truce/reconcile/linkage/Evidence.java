package org.truce.reconcile.linkage;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * What speaks for and against two accounts being one event, in natural logarithms: above 0 for,
 * below 0 against. They add up to the logarithm of the odds, other accounts left aside.
 *
 * @param prior the odds for two accounts of these sources taken at random, before anything of them
 *     is compared; nearer to even where the sources miss little and events are few
 * @param place how near the points are, against how much of all happens around there
 * @param days how near the days are, against all the days there are
 * @param codes for each coding how near the codes are, against how common they are; 0 where one
 *     says nothing
 * @param names how near the names are that both give to the place, against how common they are
 *     around there; 0 where one gives none
 * @param texts how alike the texts are, against how alike others are by chance; 0 where one has
 *     none
 * @param company at most 0: like events come in company here, so likeness says less
 */
public record Evidence(
        double prior,
        double place,
        double days,
        double[] codes,
        double names,
        double texts,
        double company) {
    public Evidence {
        codes = codes.clone();
    }

    /** The logarithm of the odds. */
    public double logOdds() {
        return prior + place + days + Arrays.stream(codes).sum() + names + texts + company;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Evidence evidence
                && Arrays.equals(numbers(), evidence.numbers())
                && Arrays.equals(codes, evidence.codes);
    }

    private double[] numbers() {
        return new double[] {prior, place, days, names, texts, company};
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(numbers()) + Arrays.hashCode(codes);
    }

    @Override
    public String toString() {
        return "Evidence%s, codes %s".formatted(Arrays.toString(numbers()), Arrays.toString(codes));
    }
}
