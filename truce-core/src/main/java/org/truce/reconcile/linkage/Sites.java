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
    private static final int TAPS = 9;
    private static final int HALF = TAPS / 2;
    private static final double CELL_IN_SIGMAS = 0.8;
    private static final int ROUNDS = 20;
    private static final long MOST_CELLS = 6_000_000;

    private final Accounts accounts;
    private final double cell;
    private final int left;
    private final int bottom;
    private final int width;
    private final int height;
    private final float[] mass;

    /**
     * @param weight of each account, its share of an event
     * @param sigmaKm of the accounts of the finest place class
     * @param days the accounts span
     */
    Sites(Accounts accounts, double[] weight, double sigmaKm, double days) {
        this.accounts = accounts;
        double scale = 0;
        int placed = 0;
        double west = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double south = Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        for (int i = 0; i < accounts.size; i++) {
            if (fine(i)) {
                scale += accounts.scale[i];
                placed++;
                west = Math.min(west, accounts.x[i]);
                east = Math.max(east, accounts.x[i]);
                south = Math.min(south, accounts.y[i]);
                north = Math.max(north, accounts.y[i]);
            }
        }
        cell = placed == 0 ? 1 : CELL_IN_SIGMAS * sigmaKm / (scale / placed);
        double columns = placed == 0 ? 0 : (east - west) / cell + TAPS + 2;
        double rows = placed == 0 ? 0 : (north - south) / cell + TAPS + 2;
        boolean fits = placed > 0 && columns * rows <= MOST_CELLS;
        width = fits ? (int) columns : 0;
        height = fits ? (int) rows : 0;
        left = fits ? at(west) - HALF : 0;
        bottom = fits ? at(south) - HALF : 0;
        mass = fits ? deconvolved(weight, days) : new float[0];
    }

    /** Whether there is a map at all: one point, or points all over the world, make none. */
    boolean known() {
        return mass.length > 0;
    }

    private boolean fine(int i) {
        return accounts.placeClass[i] == 0;
    }

    private int at(double map) {
        return (int) Math.floor(map / cell);
    }

    private float[] deconvolved(double[] weight, double days) {
        float[] seen = new float[width * height];
        double sum = 0;
        double coarse = 0;
        for (int i = 0; i < accounts.size; i++) {
            if (accounts.placeClass[i] > 0) {
                coarse += weight[i];
            } else if (fine(i)) {
                seen[(at(accounts.y[i]) - bottom) * width + at(accounts.x[i]) - left] +=
                        (float) weight[i];
                sum += weight[i];
            }
        }
        float[] kernel = new float[TAPS];
        double total = 0;
        for (int k = 0; k < TAPS; k++) {
            total += Math.exp(-square((k - HALF) * CELL_IN_SIGMAS) / 2);
        }
        for (int k = 0; k < TAPS; k++) {
            kernel[k] = (float) (Math.exp(-square((k - HALF) * CELL_IN_SIGMAS) / 2) / total);
        }
        float[] events = new float[seen.length];
        Arrays.fill(events, (float) (sum / seen.length));
        float[] one = new float[seen.length];
        float[] other = new float[seen.length];
        for (int round = 0; round < ROUNDS; round++) {
            blur(events, kernel, one, other);
            for (int c = 0; c < seen.length; c++) {
                other[c] = seen[c] == 0 ? 0 : seen[c] / other[c];
            }
            blur(other, kernel, one, other);
            for (int c = 0; c < seen.length; c++) {
                events[c] *= other[c];
            }
        }
        float perDay = (float) ((sum + coarse) / sum / days);
        for (int c = 0; c < events.length; c++) {
            events[c] *= perDay;
        }
        return events;
    }

    private static double square(double value) {
        return value * value;
    }

    /** From {@code from} by way of {@code between} into {@code into}, which may be {@code from}. */
    private void blur(float[] from, float[] kernel, float[] between, float[] into) {
        for (int row = 0; row < height; row++) {
            int base = row * width;
            for (int column = 0; column < width; column++) {
                float sum = 0;
                int first = Math.max(0, HALF - column);
                int last = Math.min(TAPS, width - column + HALF);
                for (int k = first; k < last; k++) {
                    sum += kernel[k] * from[base + column + k - HALF];
                }
                between[base + column] = sum;
            }
        }
        for (int row = 0; row < height; row++) {
            int base = row * width;
            Arrays.fill(into, base, base + width, 0);
        }
        for (int row = 0; row < height; row++) {
            int first = Math.max(0, HALF - row);
            int last = Math.min(TAPS, height - row + HALF);
            for (int k = first; k < last; k++) {
                int source = (row + k - HALF) * width;
                int base = row * width;
                float share = kernel[k];
                for (int column = 0; column < width; column++) {
                    into[base + column] += share * between[source + column];
                }
            }
        }
    }

    /**
     * Natural logarithm of the density that an event happens on a given day, anywhere, and that
     * each of these sources gives the point that it gives. All must be of the finest class.
     *
     * @param variances of each, in square kilometres
     */
    double log(int[] members, int n, double[] variances, Scratch scratch) {
        double[] inRow = scratch.inRow;
        double[] inColumn = scratch.inColumn;
        int anchor = members[0];
        int row0 = at(accounts.y[anchor]) - HALF;
        int column0 = at(accounts.x[anchor]) - HALF;
        double logNorm = 0;
        for (int k = 0; k < TAPS; k++) {
            double y = (row0 + k + 0.5) * cell;
            double x = (column0 + k + 0.5) * cell;
            double ofRow = 0;
            double ofColumn = 0;
            for (int m = 0; m < n; m++) {
                int i = members[m];
                double half = accounts.scale[i] * accounts.scale[i] / (2 * variances[m]);
                ofRow += square(y - accounts.y[i]) * half;
                ofColumn += square(x - accounts.x[i]) * half;
            }
            inRow[k] = Math.exp(-ofRow);
            inColumn[k] = Math.exp(-ofColumn);
        }
        for (int m = 0; m < n; m++) {
            logNorm += Math.log(2 * Math.PI * variances[m]);
        }
        double sum = 0;
        for (int r = 0; r < TAPS; r++) {
            int row = row0 + r - bottom;
            if (row < 0 || row >= height || inRow[r] < 1e-30) {
                continue;
            }
            int base = row * width + column0 - left;
            double inThis = 0;
            for (int c = 0; c < TAPS; c++) {
                int column = column0 + c - left;
                if (column >= 0 && column < width) {
                    inThis += mass[base + c] * inColumn[c];
                }
            }
            sum += inThis * inRow[r];
        }
        return Math.log(sum + Double.MIN_NORMAL) - logNorm;
    }

    /** What one thread works with. */
    static final class Scratch {
        private final double[] inRow = new double[TAPS];
        private final double[] inColumn = new double[TAPS];
    }
}
