package org.truce.assess.counts;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * Two windows with each day set against what is usual on such a day: by weekday where at least a
 * year is observed in both together, by season (one sine and cosine a year) where at least two are.
 *
 * <p>Log-linear Poisson regression on a mean for each window and these effects, by penalised
 * likelihood: effects have the prior Normal(0, 0.5^2) on the log scale, and the likelihood is
 * divided by Pearson's dispersion (McCullagh and Nelder 1989, sections 2.5 and 6.2). By Laplace's
 * approximation the effects make the logarithm of the ratio less certain by the factor
 * {@code varianceInflation} of its variance, 1 or more.
 *
 * @param before never empty
 * @param during never empty
 */
record DayEffects(List<WeighedDay> before, List<WeighedDay> during, double varianceInflation) {
    private static final double WEEKDAYS_FROM_DAYS = 365;
    private static final double SEASON_FROM_DAYS = 730;
    private static final double DAYS_IN_YEAR = 365.2425;
    private static final double PRIOR_DEVIATION = 0.5;
    private static final int WINDOWS = 2;
    private static final int WEEKDAYS = 7;
    private static final int STEPS = 25;
    private static final double CONVERGED = 1e-10;

    static DayEffects of(DailyCounts before, DailyCounts during) {
        if (before.days().isEmpty() || during.days().isEmpty()) {
            throw new IllegalArgumentException(
                    "both windows need an observed day; ask for a longer one");
        }
        double observedDays = before.exposureDays() + during.exposureDays();
        boolean hasEvents = before.events() > 0 && during.events() > 0;
        return hasEvents && observedDays >= WEEKDAYS_FROM_DAYS
                ? new Fit(before, during, observedDays >= SEASON_FROM_DAYS).effects()
                : new DayEffects(plain(before), plain(during), 1);
    }

    private static List<WeighedDay> plain(DailyCounts counts) {
        return counts.days().stream()
                .map(day -> new WeighedDay(day.day(), day.events(), day.exposureDays()))
                .toList();
    }

    private static final class Fit {
        private final List<CountedDay> days;
        private final int daysBefore;
        private final double[][] rows;
        private final double[] coefficients;
        private Symmetric information;
        private double dispersion = 1;

        Fit(DailyCounts before, DailyCounts during, boolean hasSeason) {
            days = Stream.concat(before.days().stream(), during.days().stream()).toList();
            daysBefore = before.days().size();
            int columns = WINDOWS + WEEKDAYS + (hasSeason ? 2 : 0);
            rows = new double[days.size()][];
            for (int i = 0; i < days.size(); i++) {
                rows[i] = row(days.get(i).day(), i < daysBefore ? 0 : 1, columns);
            }
            coefficients = new double[columns];
            coefficients[0] = Math.log(before.events() / before.exposureDays());
            coefficients[1] = Math.log(during.events() / during.exposureDays());
            information = climb();
            dispersion = Math.max(1, pearson());
            information = climb();
        }

        private static double[] row(LocalDate day, int window, int columns) {
            double[] row = new double[columns];
            row[window] = 1;
            row[WINDOWS + day.getDayOfWeek().ordinal()] = 1;
            if (columns > WINDOWS + WEEKDAYS) {
                double turn = 2 * Math.PI * day.toEpochDay() / DAYS_IN_YEAR;
                row[WINDOWS + WEEKDAYS] = Math.sin(turn);
                row[WINDOWS + WEEKDAYS + 1] = Math.cos(turn);
            }
            return row;
        }

        /** Newton's method: the log posterior is concave. Returns the information at its top. */
        private Symmetric climb() {
            for (int step = 0; step < STEPS; step++) {
                Symmetric curvature = informationHere();
                double[] move = curvature.solve(gradientHere());
                double largest = Arrays.stream(move).map(Math::abs).max().orElseThrow();
                // A long step may overshoot where the curve is far from a parabola.
                double share = Math.min(1, 1 / largest);
                for (int j = 0; j < move.length; j++) {
                    coefficients[j] += share * move[j];
                }
                if (largest < CONVERGED) {
                    break;
                }
            }
            return informationHere();
        }

        private double[] gradientHere() {
            double[] gradient = new double[coefficients.length];
            for (int i = 0; i < rows.length; i++) {
                double gap = (days.get(i).events() - expected(i)) / dispersion;
                for (int j = 0; j < gradient.length; j++) {
                    gradient[j] += gap * rows[i][j];
                }
            }
            for (int j = WINDOWS; j < gradient.length; j++) {
                gradient[j] -= coefficients[j] / (PRIOR_DEVIATION * PRIOR_DEVIATION);
            }
            return gradient;
        }

        private Symmetric informationHere() {
            double[][] sum = new double[coefficients.length][coefficients.length];
            for (int i = 0; i < rows.length; i++) {
                double weight = expected(i) / dispersion;
                for (int j = 0; j < sum.length; j++) {
                    for (int k = 0; k < sum.length; k++) {
                        sum[j][k] += weight * rows[i][j] * rows[i][k];
                    }
                }
            }
            for (int j = WINDOWS; j < sum.length; j++) {
                sum[j][j] += 1 / (PRIOR_DEVIATION * PRIOR_DEVIATION);
            }
            return new Symmetric(sum);
        }

        private double pearson() {
            double sum = 0;
            for (int i = 0; i < rows.length; i++) {
                double gap = days.get(i).events() - expected(i);
                sum += gap * gap / expected(i);
            }
            return sum / Math.max(1, rows.length - coefficients.length);
        }

        private double expected(int i) {
            return days.get(i).exposureDays() * Math.exp(dot(i, 0));
        }

        private double dot(int i, int fromColumn) {
            double sum = 0;
            for (int j = fromColumn; j < coefficients.length; j++) {
                sum += rows[i][j] * coefficients[j];
            }
            return sum;
        }

        DayEffects effects() {
            double sum = 0;
            double plainDays = 0;
            for (int i = 0; i < rows.length; i++) {
                sum += days.get(i).exposureDays() * Math.exp(dot(i, WINDOWS));
                plainDays += days.get(i).exposureDays();
            }
            WeighedDay[] weighed = new WeighedDay[rows.length];
            for (int i = 0; i < rows.length; i++) {
                CountedDay day = days.get(i);
                weighed[i] = new WeighedDay(
                        day.day(),
                        day.events(),
                        day.exposureDays() * Math.exp(dot(i, WINDOWS)) * plainDays / sum);
            }
            List<WeighedDay> all = List.of(weighed);
            return new DayEffects(
                    all.subList(0, daysBefore), all.subList(daysBefore, all.size()), inflation());
        }

        /** The variance of the log ratio over what it would be were the effects known. */
        private double inflation() {
            double[] contrast = new double[coefficients.length];
            contrast[0] = -1;
            contrast[1] = 1;
            double[] solved = information.solve(contrast);
            double known = 1 / information.diagonal(0) + 1 / information.diagonal(1);
            return Math.max(1, (solved[1] - solved[0]) / known);
        }
    }
}
