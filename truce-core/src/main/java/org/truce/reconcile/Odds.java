package org.truce.reconcile;

import org.truce.base.Phrase;
import org.truce.reconcile.linkage.Evidence;

import java.util.Locale;
import java.util.Optional;

/** Evidence in numbers that people read: odds, and what multiplies them. */
public final class Odds {
    /** The key of {@link #times}. */
    public static final String TIMES = "reconcile.why.times";

    /** The key of {@link #company}. */
    public static final String COMPANY = "reconcile.why.company";

    /** The keys of {@link #together}. */
    public static final String TOGETHER_FOR = "reconcile.why.odds-for";

    public static final String TOGETHER_AGAINST = "reconcile.why.odds-against";

    /** A factor of .98 changes nothing that a reader would see. */
    private static final double LEAST_TO_SAY = Math.log(0.98);

    private Odds() {}

    /** The odds before anything is compared. */
    public static Phrase before(Evidence evidence) {
        return odds(evidence.prior(), "reconcile.why.prior-for", "reconcile.why.prior-against");
    }

    /**
     * What all that was compared says less for one event, because like events come in company
     * there; empty where that is next to nothing.
     */
    public static Optional<Phrase> company(Evidence evidence) {
        return evidence.company() > LEAST_TO_SAY
                ? Optional.empty()
                : Optional.of(Phrase.of(COMPANY, factor(evidence.company())));
    }

    /** What all of it comes to. */
    public static Phrase together(Evidence evidence) {
        return odds(evidence.logOdds(), TOGETHER_FOR, TOGETHER_AGAINST);
    }

    private static Phrase odds(double log, String inFavour, String against) {
        return log >= 0
                ? Phrase.of(inFavour, rounded(Math.exp(log)))
                : Phrase.of(against, rounded(Math.exp(-log)));
    }

    /** Something compared, and by what it multiplies the odds. */
    public static Phrase times(Phrase compared, double log) {
        return Phrase.of(TIMES, compared, factor(log));
    }

    /** By what the odds are multiplied. */
    public static String factor(double log) {
        return rounded(Math.exp(log));
    }

    /** Two figures that count; above a million the size is all that matters. */
    private static String rounded(double value) {
        if (value >= 1e6) {
            return "1000000+";
        }
        if (value >= 10) {
            return figure("%.0f", value);
        }
        return figure(value >= 1 ? "%.1f" : value >= 0.001 ? "%.3f" : "%.0e", value);
    }

    private static String figure(String format, double value) {
        return String.format(Locale.ROOT, format, value);
    }
}
