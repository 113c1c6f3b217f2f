package org.truce.assess.scan;

/**
 * How far what was counted exceeds what was expected: the logarithm of a likelihood ratio, 0 or
 * more, 0 where no more was counted than expected. Scores of different kinds are never compared.
 */
public sealed interface Score {

    /**
     * @param count what was counted, 0 or more
     * @param expected what was expected, above 0
     */
    double of(int count, double expected);

    /**
     * A factor {@code k} such that the score is at most {@code k x (count - expected)^2} wherever
     * more was counted than expected: most cylinders are passed over by it without a logarithm.
     */
    double squareFactor(double expected);

    /**
     * What was expected is known, and only the inside of a cylinder is looked at: {@code C ln(C /
     * B) + B - C} for {@code C > B} (Neill, Expectation-based scan statistics for monitoring
     * spatial time series data, International Journal of Forecasting 25, 2009; Neill, Moore,
     * Sabhnani and Daniel 2005).
     */
    record ExpectationBased() implements Score {
        @Override
        public double of(int count, double expected) {
            return count > expected ? count * Math.log(count / expected) + expected - count : 0;
        }

        /** From {@code ln x <= (x - 1 / x) / 2} for {@code x >= 1}. */
        @Override
        public double squareFactor(double expected) {
            return 1 / (2 * expected);
        }
    }

    /**
     * The total is given, and inside is held against outside: {@code C ln(C / B) + (N - C) ln((N -
     * C) / (N - B))} for {@code C > B}, where everything expected adds up to {@code N} (Kulldorff,
     * A spatial scan statistic, Communications in Statistics: Theory and Methods 26, 1997, the
     * Poisson model; the same is used by Kulldorff, Heffernan, Hartman, Assuncao and Mostashari
     * 2005 for permuted days).
     *
     * @param total all that was counted, N
     */
    record PopulationBased(int total) implements Score {
        public PopulationBased {
            if (total < 0) {
                throw new IllegalArgumentException("a total is 0 or more: " + total);
            }
        }

        @Override
        public double of(int count, double expected) {
            if (count > total) {
                throw new IllegalArgumentException(
                        "%d of %d were counted inside".formatted(count, total));
            }
            if (!(count > expected)) {
                return 0;
            }
            int outside = total - count;
            double within = count * Math.log(count / expected);
            return outside == 0
                    ? within
                    : within + outside * Math.log(outside / (total - expected));
        }

        /** As above for the inside, and {@code ln y <= y - 1} for the outside. */
        @Override
        public double squareFactor(double expected) {
            double outside = total - expected;
            return outside > 0 ? 1 / (2 * expected) + 1 / outside : Double.POSITIVE_INFINITY;
        }
    }

    /**
     * The counted are a part of all incidents, and their share inside is held against that outside:
     * with {@code n} of {@code N} inside, {@code C ln(C / n) + (n - C) ln(1 - C / n)} and the same
     * outside, less the same for all, for {@code C / n} above the share of all (Kulldorff 1997, the
     * Bernoulli model).
     *
     * @param part how many are counted, 0 to {@code all}
     * @param all how many there are
     */
    record ShareBased(int part, int all) implements Score {
        public ShareBased {
            if (part < 0 || part > all) {
                throw new IllegalArgumentException("no part: %d of %d".formatted(part, all));
            }
        }

        /** @param expected the share of all times how many there are inside */
        @Override
        public double of(int count, double expected) {
            if (!(count > expected)) {
                return 0;
            }
            double inside = Math.rint(expected * all / part);
            if (count > inside || count > part) {
                throw new IllegalArgumentException(
                        "%d of %s are counted inside, %d in all".formatted(count, inside, part));
            }
            return likelihood(count, inside)
                    + likelihood(part - count, all - inside)
                    - likelihood(part, all);
        }

        /** The logarithm of the likelihood of a share of {@code of}, at its most probable value. */
        private static double likelihood(double some, double of) {
            return entropy(some, of) + entropy(of - some, of);
        }

        private static double entropy(double some, double of) {
            return some == 0 ? 0 : some * Math.log(some / of);
        }

        /** Twice the divergence from a share is at most its chi-square: {@code ln x <= x - 1}. */
        @Override
        public double squareFactor(double expected) {
            double outside = part - expected;
            double rest = 1 - (double) part / all;
            return outside > 0 && rest > 0
                    ? (1 / expected + 1 / outside) / rest
                    : Double.POSITIVE_INFINITY;
        }
    }
}
