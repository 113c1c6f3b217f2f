package org.truce.assess;

import org.truce.base.Phrase;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;

/**
 * How figures and dates are written in a sentence or a table, the same digits in every language.
 */
public final class FigureText {
    /** So that a half that misses by the last binary digit is still written 50. */
    private static final double ROUNDING = 1e-7;

    private FigureText() {}

    /** Elapsed days, to a tenth where they are not whole. */
    public static String days(double days) {
        return plain(
                BigDecimal.valueOf(days).setScale(1, RoundingMode.HALF_EVEN).stripTrailingZeros());
    }

    /**
     * A rate a day or a ratio: two decimals, below 0.1 two figures; "0" only for nothing at all.
     */
    public static String decimal(double value) {
        if (Double.isInfinite(value)) {
            return "∞";
        }
        BigDecimal exact = BigDecimal.valueOf(value);
        return value == 0
                ? "0"
                : plain(
                        value < 0.1
                                ? exact.round(new MathContext(2, RoundingMode.HALF_EVEN))
                                : exact.setScale(2, RoundingMode.HALF_EVEN));
    }

    /**
     * A probability in whole per cent, rounded down, so that the figure never reaches the next
     * likelihood word or a threshold that the probability itself does not; never 0 or 100.
     */
    public static Phrase percent(double probability) {
        if (probability > 0.99) {
            return Phrase.of("assess.percent-over-99");
        }
        if (probability < 0.01) {
            return Phrase.of("assess.percent-under-1");
        }
        return wholePercent((int) Math.floor(probability * 100 + ROUNDING));
    }

    /** A level or share that somebody set, to the nearest whole per cent. */
    static Phrase share(double share) {
        return wholePercent((int) Math.round(100 * share));
    }

    private static Phrase wholePercent(int percent) {
        return Phrase.of("assess.percent", String.valueOf(percent));
    }

    /** A date with its month in words: digits and dashes alone turn round in a line of Arabic. */
    public static Phrase date(LocalDate date) {
        return Phrase.of(
                "assess.month-" + date.getMonthValue(),
                String.valueOf(date.getDayOfMonth()),
                String.valueOf(date.getYear()));
    }

    private static String plain(BigDecimal value) {
        return value.toPlainString();
    }
}
