package org.truce.assess.scan;

/** What the counts would be if nothing stood out, and with it which {@link Score} is meant. */
public sealed interface Model {

    /** The score that goes with it. */
    Score score(CountTable counts);

    /**
     * Places and days are independent: a place with a share of all incidents has that share of each
     * day's. Needs the counts alone, and neither a place that always has more reports nor a day on
     * which all places have more makes a hot spot. So it is the one to use where coverage changes
     * with time or differs between places. The score is population-based; chance deals the days out
     * to the incidents anew (Kulldorff, Heffernan, Hartman, Assuncao and Mostashari, A space-time
     * permutation scan statistic for disease outbreak detection, PLoS Medicine 2, 2005, e59).
     */
    record PermutedDays() implements Model {
        @Override
        public Score score(CountTable counts) {
            return new Score.PopulationBased(counts.total());
        }
    }

    /**
     * Each count is Poisson with the mean that is expected of it, whatever the others are. The
     * score is expectation-based (Neill 2009). More reports everywhere make a hot spot as well, and
     * so do expectations that are too low.
     */
    record PoissonCounts(ExpectedTable expected) implements Model {
        @Override
        public Score score(CountTable counts) {
            return new Score.ExpectationBased();
        }
    }

    /**
     * The total is what was counted, and each incident falls into a cell in proportion to what is
     * expected there: multinomial. What is expected is scaled to the total, so only shares matter.
     * The score is population-based (Kulldorff 1997; in space and time Kulldorff 2001, Journal of
     * the Royal Statistical Society A 164).
     */
    record SharedTotal(ExpectedTable expected) implements Model {
        @Override
        public Score score(CountTable counts) {
            return new Score.PopulationBased(counts.total());
        }
    }

    /**
     * The counted are some of all incidents, and each of all is as probable as any other to be one
     * of them: a place or day of which more is reported makes no hot spot unless more of it is
     * counted. Chance deals out anew which of all they are (Kulldorff 1997, the Bernoulli model).
     *
     * @param all at each place on each day at least as many as counted
     */
    record PartOfAll(CountTable all) implements Model {
        @Override
        public Score score(CountTable counts) {
            return new Score.ShareBased(counts.total(), all.total());
        }
    }
}
