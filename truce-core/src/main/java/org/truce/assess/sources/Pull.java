package org.truce.assess.sources;

/**
 * How expected counts become probabilities: with nothing else, or drawn to what was held before.
 */
interface Pull {
    /** In place: by truth, expected items before, shares after. */
    void toShares(double[] byTruth);

    /** In place: by rater, value and truth, expected votes before, probabilities after. */
    void toRows(double[] byRaterValueTruth);

    /**
     * A cell of a row as it would be without one vote that was counted for it; as it is where votes
     * are judged by rows with themselves in them.
     *
     * @param cell the row's probability of the value that was voted for
     * @param counted the probability of that truth with which the vote was counted
     */
    double without(double cell, Votes.Vote vote, int truth, double counted);

    /** Relative frequencies: maximum likelihood (Dawid and Skene 1979, equations 2.3 and 2.4). */
    static Pull none(int values) {
        return new Pull() {
            @Override
            public void toShares(double[] byTruth) {
                double sum = 0;
                for (double items : byTruth) {
                    sum += items;
                }
                for (int truth = 0; truth < values; truth++) {
                    byTruth[truth] /= sum;
                }
            }

            @Override
            public void toRows(double[] votes) {
                for (int rater = 0; rater < votes.length; rater += values * values) {
                    for (int truth = 0; truth < values; truth++) {
                        divide(votes, rater + truth);
                    }
                }
            }

            @Override
            public double without(double cell, Votes.Vote vote, int truth, double counted) {
                return cell;
            }

            /** A rater that never met a truth has no row there; an even one stands in for it. */
            private void divide(double[] votes, int first) {
                double sum = 0;
                for (int value = 0; value < values; value++) {
                    sum += votes[first + value * values];
                }
                for (int value = 0; value < values; value++) {
                    int cell = first + value * values;
                    votes[cell] = sum > 0 ? votes[cell] / sum : 1.0 / values;
                }
            }
        };
    }
}
