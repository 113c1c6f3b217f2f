package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * How likely a source is to report an event, area by area: a source that has nobody in an area
 * reports nothing there, and its silence there says nothing. In each area a source's share of the
 * events is pulled towards its share of all, as if {@link #PRIOR_EVENTS} had been seen. While it is
 * silent altogether ({@link Silence}), that says nothing either.
 *
 * <p>Some events are reported by everybody and some by hardly anyone. So each event is of one of
 * four kinds ({@link Parameters#SALIENCE}), by which every source's probability is multiplied: who
 * finds one report of an event may expect a second more than sources' shares alone would say.
 */
final class Reach {
    private static final double AREA_KM = 60;
    private static final double PRIOR_EVENTS = 20;
    static final double LEAST = 1e-6;
    static final double MOST = 0.97;
    private static final int ROUNDS = 5;
    private static final int KINDS = Parameters.SALIENCE.length;

    /** So many odds of {@link #LEAST} can be multiplied and still be told from zero. */
    private static final int MOST_MULTIPLIED = 40;

    /** No {@link #key} of an account. */
    private static final long NO_SQUARE = Long.MIN_VALUE;

    private final int sources;
    private final double[] overall;
    private final double[] shares;
    private final double[] logShares;
    /** Areas in which something was reported, from 1; 0 is everywhere else. */
    private final Counts areas = new Counts();

    /** {@code [area][source]}: how likely it reports an event of the common kind. */
    private final double[][] here;

    private final Silence silence;

    /**
     * @param weight of each account, its share of an event
     * @param parameters what sources report over all areas, and how salient events are
     */
    Reach(Accounts accounts, double[] weight, Parameters parameters) {
        sources = accounts.sources;
        overall = parameters.detection();
        shares = parameters.salience();
        logShares = Arrays.stream(shares).map(Math::log).toArray();
        int[] areaOf = new int[accounts.size];
        int count = 1;
        long square = NO_SQUARE;
        int area = 0;
        for (int i : accounts.along) {
            // Along the curve most lie where the one before did.
            if (key(accounts, i) != square) {
                square = key(accounts, i);
                if (areas.get(square) == 0) {
                    areas.add(square, count++);
                }
                area = (int) areas.get(square);
            }
            areaOf[i] = area;
        }
        double[] events = new double[count];
        double[][] reports = new double[count][sources];
        for (int i = 0; i < accounts.size; i++) {
            events[areaOf[i]] += weight[i];
            reports[areaOf[i]][accounts.source[i]]++;
        }
        here = new double[count][];
        Arrays.setAll(here, one -> detect(reports[one], events[one]));
        silence = new Silence(accounts, weight);
    }

    private static long key(Accounts accounts, int i) {
        if (!accounts.placed(i)) {
            return 1;
        }
        int row = (int) Math.floor(accounts.y[i] / AREA_KM);
        int column = (int) Math.floor(accounts.x[i] / AREA_KM);
        return ((long) row << 32 ^ (column & 0xffffffffL)) * 2;
    }

    static double detection(double common, int kind) {
        return Math.clamp(common * Parameters.SALIENCE[kind], LEAST, MOST);
    }

    /** The probability that nobody reports an event of one kind. */
    static double unseen(double[] common, int kind) {
        double unseen = 1;
        for (double detection : common) {
            unseen *= 1 - detection(detection, kind);
        }
        return unseen;
    }

    private double unseen(double[] common) {
        double sum = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            sum += shares[kind] * unseen(common, kind);
        }
        return sum;
    }

    /** Who sees how much depends on how many events nobody saw, and that on who sees how much. */
    private double[] detect(double[] reports, double events) {
        double[] detected = new double[sources];
        double unseen = unseen(overall);
        for (int round = 0; round < ROUNDS; round++) {
            for (int source = 0; source < sources; source++) {
                detected[source] = Math.clamp(
                        (reports[source] + PRIOR_EVENTS * overall[source])
                                / (events / (1 - unseen) + PRIOR_EVENTS),
                        LEAST,
                        MOST);
            }
            unseen = unseen(detected);
        }
        return detected;
    }

    /** Who reports what of accounts, these or others of the same sources. */
    Who of(Accounts accounts) {
        int[] cellOf = new int[accounts.size];
        Counts numbers = new Counts();
        List<double[]> cells = new ArrayList<>();
        long square = NO_SQUARE;
        int area = 0;
        for (int i : accounts.along) {
            if (key(accounts, i) != square) {
                square = key(accounts, i);
                area = (int) areas.get(square);
            }
            int stretch = silence.stretch(accounts, i);
            long key = (long) area << 32 | (stretch + 1);
            int number = (int) numbers.get(key);
            if (number == 0) {
                cells.add(then(area, stretch));
                number = cells.size();
                numbers.add(key, number);
            }
            cellOf[i] = number - 1;
        }
        return new Here(accounts.source, cellOf, cells);
    }

    private double[] then(int area, int stretch) {
        double[] then = new double[sources];
        Arrays.setAll(
                then,
                source -> Math.clamp(
                        here[area][source] * silence.ratio(source, stretch), LEAST, MOST));
        return then;
    }

    private final class Here implements Who {
        private final int[] sourceOf;
        /** An area in a stretch of time. */
        private final int[] cellOf;
        /** {@code [cell * KINDS + kind]}. */
        private final double[] unseen;

        /** {@code [(cell * sources + source) * KINDS + kind]}: d / (1 - d). */
        private final double[] odds;

        private final double[] logSeen;
        /** By kind; what one thread works with. */
        private final double[] products = new double[KINDS];

        private Here(Here from) {
            sourceOf = from.sourceOf;
            cellOf = from.cellOf;
            unseen = from.unseen;
            odds = from.odds;
            logSeen = from.logSeen;
        }

        Here(int[] sourceOf, int[] cellOf, List<double[]> cells) {
            this.sourceOf = sourceOf;
            this.cellOf = cellOf;
            unseen = new double[cells.size() * KINDS];
            logSeen = new double[cells.size()];
            odds = new double[cells.size() * sources * KINDS];
            for (int cell = 0; cell < logSeen.length; cell++) {
                double[] common = cells.get(cell);
                for (int kind = 0; kind < KINDS; kind++) {
                    unseen[cell * KINDS + kind] = Reach.unseen(common, kind);
                    for (int source = 0; source < sources; source++) {
                        double detection = detection(common[source], kind);
                        odds[(cell * sources + source) * KINDS + kind] =
                                detection / (1 - detection);
                    }
                }
                logSeen[cell] = Math.log(1 - Reach.this.unseen(common));
            }
        }

        @Override
        public double log(int[] members, int n) {
            double seen = 0;
            for (int k = 0; k < n; k++) {
                seen += logSeen[cellOf[members[k]]];
            }
            double logScale = weighKinds(members, n);
            return logScale + Math.log(sum()) - seen / n;
        }

        @Override
        public double[] salience(int[] members, int n) {
            weighKinds(members, n);
            double sum = sum();
            double[] likely = new double[KINDS];
            Arrays.setAll(likely, kind -> products[kind] / sum);
            return likely;
        }

        /**
         * Leaves in {@link #products} what speaks for each kind, and returns the logarithm of what
         * all of them are still to be multiplied by.
         */
        private double weighKinds(int[] members, int n) {
            boolean inOneCell = n <= MOST_MULTIPLIED;
            for (int k = 1; k < n; k++) {
                inOneCell &= cellOf[members[k]] == cellOf[members[0]];
            }
            return inOneCell ? inOneCell(members, n) : across(members, n);
        }

        private double sum() {
            double sum = 0;
            for (double product : products) {
                sum += product;
            }
            return sum;
        }

        /** What is asked for most by far, and so without logarithms on the way. */
        private double inOneCell(int[] members, int n) {
            int cell = cellOf[members[0]];
            for (int kind = 0; kind < KINDS; kind++) {
                products[kind] = shares[kind] * unseen[cell * KINDS + kind];
            }
            for (int k = 0; k < n; k++) {
                int of = (cell * sources + sourceOf[members[k]]) * KINDS;
                for (int kind = 0; kind < KINDS; kind++) {
                    products[kind] *= odds[of + kind];
                }
            }
            return 0;
        }

        /** Of several cells the mean of what their sources would have left unseen counts. */
        private double across(int[] members, int n) {
            System.arraycopy(logShares, 0, products, 0, KINDS);
            for (int k = 0; k < n; k++) {
                int cell = cellOf[members[k]];
                int of = (cell * sources + sourceOf[members[k]]) * KINDS;
                for (int kind = 0; kind < KINDS; kind++) {
                    products[kind] +=
                            Math.log(odds[of + kind]) + Math.log(unseen[cell * KINDS + kind]) / n;
                }
            }
            double most = Double.NEGATIVE_INFINITY;
            for (double logProduct : products) {
                most = Math.max(most, logProduct);
            }
            for (int kind = 0; kind < KINDS; kind++) {
                products[kind] = Math.exp(products[kind] - most);
            }
            return most;
        }

        @Override
        public Here another() {
            return new Here(this);
        }
    }
}
