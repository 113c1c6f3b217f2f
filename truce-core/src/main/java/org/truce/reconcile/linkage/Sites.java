package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * Where events happen, with the sources' errors taken out again. Reports of one town scatter around
 * it; two of them that lie two kilometres apart say nothing against being one event, and two that
 * lie on one point say little for it. So the events that a cell of a fine grid sees are worked out
 * from the reports around it, by Richardson's and Lucy's iteration (W. H. Richardson 1972; L. B.
 * Lucy 1974), which is expectation-maximisation for a mixture of normal errors. It begins with an
 * even map and is stopped early, so that few reports make no peaks.
 */
final class Sites {
    private static final int HALF = Runs.REACH;
    private static final double CELL_IN_SIGMAS = 0.8;
    private static final int ROUNDS = 20;
    private static final int LAYERS = 4;

    /** Its fourth power is still a number. */
    private static final double MOST_LOG_UP = 150;

    /** That are kept: those near an account. What is far from all of them takes no room. */
    private static final int MOST_CELLS = 6_000_000;

    private final double cell;
    private final int left;
    private final int bottom;
    private final int width;
    private final int height;
    private final double leastVariance;
    private final int cells;
    /** From the finest on, each in cells twice as wide as the one before. */
    private final Tiles[] layers = new Tiles[LAYERS];

    /**
     * @param weight of each account, its share of an event
     * @param sigmaKm of the accounts of the finest place class
     * @param days the accounts span
     */
    Sites(Accounts accounts, double[] weight, double sigmaKm, double days) {
        Box box = Box.of(accounts, weight);
        cell = box.count == 0 ? 1 : CELL_IN_SIGMAS * sigmaKm / box.scale;
        leastVariance = sigmaKm * sigmaKm;
        boolean countable = box.farthest() / cell < Runs.MOST_FROM_ZERO;
        Counts counts = countable ? counts(accounts, weight) : new Counts();
        long[] keys = counts.sortedKeys();
        Runs near = Runs.near(keys, MOST_CELLS);
        boolean fits = near.cells() > 0 && near.cells() <= MOST_CELLS;
        cells = fits ? near.cells() : 0;
        width = fits ? (int) ((box.east - box.west) / cell + Runs.TAPS + 2) : 0;
        height = fits ? (int) ((box.north - box.south) / cell + Runs.TAPS + 2) : 0;
        left = fits ? at(box.west) - HALF : 0;
        bottom = fits ? at(box.south) - HALF : 0;
        layers[0] = new Tiles();
        if (fits) {
            float[] seen = new float[near.length()];
            for (long key : keys) {
                seen[near.at(key)] = (float) counts.get(key);
            }
            float[] events = deconvolved(seen, near, (float) (box.fine / width / height));
            float perDay = (float) ((box.fine + box.coarse) / box.fine / days);
            for (int c = 0; c < events.length; c++) {
                events[c] *= perDay;
            }
            near.forEach((row, column, count, at) -> layers[0].put(row, column, count, events, at));
        }
        for (int layer = 1; layer < LAYERS; layer++) {
            layers[layer] = layers[layer - 1].coarser();
        }
    }

    /**
     * Around the accounts of the finest class.
     *
     * @param count of them
     * @param fine events that they are
     * @param coarse events that those of other classes are; they happen where the others do
     * @param scale the mean of theirs
     */
    private record Box(
            int count,
            double fine,
            double coarse,
            double scale,
            double west,
            double east,
            double south,
            double north) {
        static Box of(Accounts accounts, double[] weight) {
            int count = 0;
            double fine = 0;
            double coarse = 0;
            double scale = 0;
            double west = Double.MAX_VALUE;
            double east = -Double.MAX_VALUE;
            double south = Double.MAX_VALUE;
            double north = -Double.MAX_VALUE;
            for (int i = 0; i < accounts.size; i++) {
                if (accounts.placeClass[i] == 0) {
                    count++;
                    fine += weight[i];
                    scale += accounts.scale[i];
                    west = Math.min(west, accounts.x[i]);
                    east = Math.max(east, accounts.x[i]);
                    south = Math.min(south, accounts.y[i]);
                    north = Math.max(north, accounts.y[i]);
                } else if (accounts.placed(i)) {
                    coarse += weight[i];
                }
            }
            return new Box(count, fine, coarse, scale / count, west, east, south, north);
        }

        double farthest() {
            return Math.max(Math.max(-west, east), Math.max(-south, north));
        }
    }

    /** By cell, the events that accounts of the finest class are. */
    private Counts counts(Accounts accounts, double[] weight) {
        Counts counts = new Counts();
        for (int i : accounts.along) {
            if (accounts.placeClass[i] == 0) {
                long key = Runs.key(at(accounts.y[i]), at(accounts.x[i]));
                // A sum of floats, as all of the map is: what it grows by is added.
                float sum = (float) counts.get(key);
                counts.add(key, (double) (sum + (float) weight[i]) - sum);
            }
        }
        return counts;
    }

    /** How many it keeps of the finest; 0 where there is no map. */
    int cells() {
        return cells;
    }

    /**
     * Whether an account of the finest class lies on the map. Where there are no points, or more of
     * them all over the world than a map can hold, there is none.
     */
    boolean covers(Accounts accounts, int i) {
        int row = at(accounts.y[i]) - bottom;
        int column = at(accounts.x[i]) - left;
        return accounts.placeClass[i] == 0
                && row >= 0
                && row < height
                && column >= 0
                && column < width;
    }

    private int at(double map) {
        return (int) Math.floor(map / cell);
    }

    /**
     * Events in each of the cells that are near an account. No others are needed: their correction
     * is zero in every round, and where an account is, all that its cell can see are near it.
     *
     * @param seen zero where no account is
     * @param even events in each cell before the first round
     */
    private static float[] deconvolved(float[] seen, Runs near, float even) {
        float[] kernel = kernel();
        float[] events = new float[seen.length];
        near.forEach((row, column, count, at) -> Arrays.fill(events, at, at + count, even));
        float[] one = new float[seen.length];
        float[] other = new float[seen.length];
        for (int round = 0; round < ROUNDS; round++) {
            near.blur(events, kernel, one, other);
            for (int c = 0; c < seen.length; c++) {
                // Zero where nothing is seen, even if no event is left there: not 0 / 0.
                other[c] = seen[c] / Math.max(other[c], Float.MIN_NORMAL);
            }
            near.blur(other, kernel, one, other);
            for (int c = 0; c < seen.length; c++) {
                events[c] *= other[c];
            }
        }
        return events;
    }

    private static float[] kernel() {
        float[] kernel = new float[Runs.TAPS];
        double total = 0;
        for (int k = 0; k < kernel.length; k++) {
            total += Math.exp(-square((k - HALF) * CELL_IN_SIGMAS) / 2);
        }
        for (int k = 0; k < kernel.length; k++) {
            kernel[k] = (float) (Math.exp(-square((k - HALF) * CELL_IN_SIGMAS) / 2) / total);
        }
        return kernel;
    }

    private static double square(double value) {
        return value * value;
    }

    /**
     * Natural logarithm of the density that an event happens on a given day, anywhere, and that
     * each of these sources gives the point that it gives, but for what makes normal curves
     * densities: {@code 2 pi variance} of each, by which it is still to be divided. The map must
     * cover all.
     *
     * <p>What is summed is the map times all errors, around the point that is known best and as
     * finely as that is known. Along a row of cells the errors' product is a normal curve, and so
     * {@code up^k * flat^(k^2)} at the k-th cell from the middle, on the scale of its value there.
     *
     * @param variances of each, in square kilometres
     */
    double log(Accounts accounts, int[] members, int n, double[] variances, Scratch scratch) {
        int best = 0;
        for (int m = 1; m < n; m++) {
            best = variances[m] < variances[best] ? m : best;
        }
        int layer = layer(variances[best]);
        double wide = cell * (1 << layer);
        int row = (int) Math.floor(accounts.y[members[best]] / wide);
        int column = (int) Math.floor(accounts.x[members[best]] / wide);
        double middleY = (row + 0.5) * wide;
        double middleX = (column + 0.5) * wide;
        double sum = 0;
        double sumY = 0;
        double sumX = 0;
        double squares = 0;
        for (int m = 0; m < n; m++) {
            int i = members[m];
            double half = accounts.scale[i] * accounts.scale[i] / (2 * variances[m]);
            double y = accounts.y[i] - middleY;
            double x = accounts.x[i] - middleX;
            sum += half;
            sumY += half * y;
            sumX += half * x;
            squares += half * (y * y + x * x);
        }
        double flat = Math.exp(-sum * wide * wide);
        curve(2 * sumY * wide, flat, scratch.inRow);
        curve(2 * sumX * wide, flat, scratch.inColumn);
        double events = layers[layer].sum(
                row - HALF, column - HALF, scratch.inRow, scratch.inColumn, scratch.last[layer]);
        return Math.log(events + Double.MIN_NORMAL) - squares;
    }

    private static void curve(double logUp, double flat, double[] into) {
        double up = Math.exp(Math.clamp(logUp, -MOST_LOG_UP, MOST_LOG_UP));
        double step = flat * flat;
        double above = up * flat;
        double below = flat / up;
        double rising = 1;
        double falling = 1;
        into[HALF] = 1;
        for (int k = 1; k <= HALF; k++) {
            rising *= above;
            falling *= below;
            into[HALF + k] = rising;
            into[HALF - k] = falling;
            above *= step;
            below *= step;
        }
    }

    /** As finely as is worth while for an error of that variance. */
    private int layer(double variance) {
        int layer = 0;
        // Where the error is nearer to the wider cells' than to these ones', by its logarithm.
        while (layer < layers.length - 1 && variance >= leastVariance * (2L << (2 * layer))) {
            layer++;
        }
        return layer;
    }

    /** What one thread works with, on one map. */
    static final class Scratch {
        private final double[] inRow = new double[Tiles.WINDOW];
        private final double[] inColumn = new double[Tiles.WINDOW];
        private final Tiles.Last[] last = new Tiles.Last[LAYERS];

        Scratch() {
            Arrays.setAll(last, layer -> new Tiles.Last());
        }
    }
}
