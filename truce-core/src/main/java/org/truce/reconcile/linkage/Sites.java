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
    private static final int LAYERS = 4;

    /** Its fourth power is still a number. */
    private static final double MOST_LOG_UP = 150;

    private static final long MOST_CELLS = 6_000_000;

    private final double cell;
    private final int left;
    private final int bottom;
    private final int width;
    private final int height;
    private final double leastVariance;
    /** From the finest on, each in cells twice as wide as the one before. */
    private final Layer[] layers;

    /**
     * @param weight of each account, its share of an event
     * @param sigmaKm of the accounts of the finest place class
     * @param days the accounts span
     */
    Sites(Accounts accounts, double[] weight, double sigmaKm, double days) {
        double scale = 0;
        int placed = 0;
        double west = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        double south = Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        for (int i = 0; i < accounts.size; i++) {
            if (accounts.placeClass[i] == 0) {
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
        leastVariance = sigmaKm * sigmaKm;
        layers = new Layer[LAYERS];
        layers[0] = new Layer(
                cell,
                left,
                bottom,
                width,
                height,
                fits ? deconvolved(accounts, weight, days) : new float[0]);
        for (int layer = 1; layer < LAYERS; layer++) {
            layers[layer] = layers[layer - 1].coarser();
        }
    }

    /**
     * Whether an account of the finest class lies on the map. One point, or points all over the
     * world, make no map.
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

    private float[] deconvolved(Accounts accounts, double[] weight, double days) {
        float[] seen = new float[width * height];
        double sum = 0;
        double coarse = 0;
        for (int i = 0; i < accounts.size; i++) {
            if (accounts.placeClass[i] > 0) {
                coarse += weight[i];
            } else if (accounts.placeClass[i] == 0) {
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
     * each of these sources gives the point that it gives. The map must cover all.
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
        Layer layer = layers[layer(variances[best])];
        int row = layer.at(accounts.y[members[best]]);
        int column = layer.at(accounts.x[members[best]]);
        double middleY = (row + 0.5) * layer.cell;
        double middleX = (column + 0.5) * layer.cell;
        double sum = 0;
        double sumY = 0;
        double sumX = 0;
        double squares = 0;
        double logNorm = 0;
        for (int m = 0; m < n; m++) {
            int i = members[m];
            double half = accounts.scale[i] * accounts.scale[i] / (2 * variances[m]);
            double y = accounts.y[i] - middleY;
            double x = accounts.x[i] - middleX;
            sum += half;
            sumY += half * y;
            sumX += half * x;
            squares += half * (y * y + x * x);
            logNorm += Math.log(2 * Math.PI * variances[m]);
        }
        double flat = Math.exp(-sum * layer.cell * layer.cell);
        curve(2 * sumY * layer.cell, flat, scratch.inRow);
        curve(2 * sumX * layer.cell, flat, scratch.inColumn);
        return Math.log(layer.sum(row - HALF, column - HALF, scratch) + Double.MIN_NORMAL)
                - squares
                - logNorm;
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
        double wider = Math.log(variance / leastVariance) / (2 * Math.log(2));
        return Math.clamp(Math.round(wider), 0, layers.length - 1);
    }

    /** The map in cells of one size. */
    private static final class Layer {
        private final double cell;
        private final int left;
        private final int bottom;
        private final int width;
        private final int height;
        private final float[] mass;

        Layer(double cell, int left, int bottom, int width, int height, float[] mass) {
            this.cell = cell;
            this.left = left;
            this.bottom = bottom;
            this.width = width;
            this.height = height;
            this.mass = mass;
        }

        int at(double map) {
            return (int) Math.floor(map / cell);
        }

        /** The same in cells twice as wide. */
        Layer coarser() {
            int newLeft = Math.floorDiv(left, 2);
            int newBottom = Math.floorDiv(bottom, 2);
            int newWidth = Math.floorDiv(left + width - 1, 2) - newLeft + 1;
            int newHeight = Math.floorDiv(bottom + height - 1, 2) - newBottom + 1;
            float[] sums = new float[newWidth * newHeight];
            for (int row = 0; row < height; row++) {
                int into = (Math.floorDiv(bottom + row, 2) - newBottom) * newWidth;
                for (int column = 0; column < width; column++) {
                    sums[into + Math.floorDiv(left + column, 2) - newLeft] +=
                            mass[row * width + column];
                }
            }
            return new Layer(2 * cell, newLeft, newBottom, newWidth, newHeight, sums);
        }

        /** Of the cells from a corner on, each as much as the curves say. */
        double sum(int firstRow, int firstColumn, Scratch scratch) {
            double sum = 0;
            int firstOn = Math.max(0, left - firstColumn);
            int lastOn = Math.min(TAPS, left + width - firstColumn);
            for (int r = 0; r < TAPS; r++) {
                int row = firstRow + r - bottom;
                if (row < 0 || row >= height) {
                    continue;
                }
                int base = row * width + firstColumn - left;
                double inThis = 0;
                for (int c = firstOn; c < lastOn; c++) {
                    inThis += mass[base + c] * scratch.inColumn[c];
                }
                sum += inThis * scratch.inRow[r];
            }
            return sum;
        }
    }

    /** What one thread works with. */
    static final class Scratch {
        private final double[] inRow = new double[TAPS];
        private final double[] inColumn = new double[TAPS];
    }
}
