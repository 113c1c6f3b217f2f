package org.truce.assess.scan;

/**
 * How many incidents are expected at each place on each day if nothing stands out, made by whoever
 * asks: from earlier weeks, from population. Cannot be changed.
 */
public final class ExpectedTable {
    private final double[][] expected;

    private ExpectedTable(double[][] expected) {
        this.expected = expected;
    }

    /**
     * @param expected by site, then day: numbers of incidents, each above 0 and finite. Expecting
     *     nothing at all would make one report infinitely surprising, and nobody knows that much.
     */
    public static ExpectedTable of(double[][] expected) {
        double[][] copy = new double[expected.length][];
        for (int site = 0; site < expected.length; site++) {
            copy[site] = expected[site].clone();
            for (double mean : copy[site]) {
                if (!(mean > 0) || mean == Double.POSITIVE_INFINITY) {
                    throw new IllegalArgumentException(
                            "what is expected is above 0 and finite: " + mean);
                }
            }
        }
        return new ExpectedTable(copy);
    }

    /** Throws unless it has the shape of {@code counts}. */
    void checkShapeOf(CountTable counts) {
        if (expected.length != counts.sites().count()) {
            throw new IllegalArgumentException("%d sites are expected, %d counted"
                    .formatted(expected.length, counts.sites().count()));
        }
        for (double[] ofSite : expected) {
            if (ofSite.length != counts.days().count()) {
                throw new IllegalArgumentException("%d days are expected, %d counted"
                        .formatted(ofSite.length, counts.days().count()));
            }
        }
    }

    /** Of one site, by number, on one day, by number. */
    public double expected(int site, int day) {
        return expected[site][day];
    }

    double total() {
        double sum = 0;
        for (double[] ofSite : expected) {
            for (double mean : ofSite) {
                sum += mean;
            }
        }
        return sum;
    }
}
