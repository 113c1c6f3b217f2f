package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * How many events an area sees, per square kilometre and day, so that a coincidence weighs little
 * where much happens. Counts of events (each account counts as its share of one) lie in cells of
 * five sizes; the estimate at a point starts from the largest and is corrected by each smaller one
 * as far as the counts there bear it (a gamma prior worth one event around the coarser estimate,
 * without the account that asks, as far as it was counted). Over time the rate of an area follows
 * its own 30-day counts in the same manner.
 */
final class Intensity {
    private static final int LEVELS = 5;
    private static final int STEP = 3;
    /** All happens in at least so wide a country. */
    private static final double LEAST_BOX_KM = 30;

    private static final int SEASON_LEVEL = 3;
    private static final double SEASON_DAYS = 30;
    private static final double PRIOR_EVENTS = 1;
    private static final double SEASON_PRIOR_EVENTS = 5;
    /** A 3 x 3 spline averages over about this many cells. */
    private static final double CELLS_AVERAGED = 3;

    private final double[] classKm;
    /** Of each level. */
    private final double[] cellKm = new double[LEVELS];

    private final int firstDay;
    private final double days;
    private final Counts[] levels = new Counts[LEVELS];
    private final Counts season = new Counts();
    private final Counts seasonTotal = new Counts();
    private final Calendar calendar;
    private final double placed;
    /** Where coarse points are not counted, those that are stand for them too. */
    private final double coarsePerFine;

    private final double unplaced;
    private final double boxKm2;

    /**
     * @param weight of each account, its share of an event: 0 to 1
     * @param classKm for each place class, how exactly it is known at best
     */
    Intensity(Accounts accounts, double[] weight, double[] classKm) {
        this.classKm = classKm;
        Arrays.setAll(cellKm, level -> classKm[0] * Math.pow(STEP, level));
        this.firstDay = accounts.firstDay;
        this.days = accounts.days();
        this.calendar = new Calendar(accounts, weight);
        Arrays.setAll(levels, level -> new Counts());
        double withPoint = 0;
        double fine = 0;
        double without = 0;
        for (int i : accounts.along) {
            if (accounts.placed(i)) {
                withPoint += weight[i];
                fine += accounts.placeClass[i] == 0 ? weight[i] : 0;
                put(accounts, i, weight[i]);
            } else {
                without += weight[i];
            }
        }
        placed = withPoint;
        coarsePerFine = fine == 0 ? 0 : withPoint / fine;
        unplaced = without;
        boxKm2 = boxKm2(accounts);
    }

    private void put(Accounts accounts, int i, double weight) {
        for (int level = finest(accounts, i); level < LEVELS; level++) {
            double cell = cellKm[level];
            levels[level].add(cellKey(at(accounts.y[i], cell), at(accounts.x[i], cell)), weight);
        }
        long area = area(accounts, i);
        seasonTotal.add(area, weight);
        season.add(area * 4096 + block(accounts, i), weight);
    }

    /** The smallest cells of which an account can tell in which it lies. */
    private int finest(Accounts accounts, int i) {
        int level = 0;
        while (level < LEVELS - 1 && cellKm[level] * 1.5 < classKm[accounts.placeClass[i]]) {
            level++;
        }
        return level;
    }

    private static int at(double map, double cell) {
        return (int) Math.floor(map / cell);
    }

    private static long cellKey(int row, int column) {
        return ((long) row << 32) ^ (column & 0xffffffffL);
    }

    private long area(Accounts accounts, int i) {
        double cell = cellKm[SEASON_LEVEL];
        return cellKey(at(accounts.y[i], cell), at(accounts.x[i], cell)) * 31 + 7;
    }

    private long block(Accounts accounts, int i) {
        return (long) Math.floor((accounts.fromDay[i] - firstDay) / SEASON_DAYS);
    }

    /**
     * Events near an account in all the time, within a few cells of the finest size.
     *
     * @param own what the account itself was counted for; 0 when it was not
     */
    double near(Accounts accounts, int i, double own) {
        return accounts.placeClass[i] == 0 ? density(accounts, i, 1, own) * CELLS_AVERAGED : 0;
    }

    /** Natural logarithm of events per square kilometre and day; per day without a point. */
    double log(Accounts accounts, int i, double own) {
        if (!accounts.placed(i)) {
            return Math.log((unplaced + placed) / days);
        }
        double rate = (placed + 1) / (days * boxKm2);
        for (int level = LEVELS - 1; level >= finest(accounts, i); level--) {
            double side = cellKm[level] * accounts.scale[i];
            double area = side * side * CELLS_AVERAGED;
            double scaled = cellKm[level] * 1.5 < coarsestKm() ? coarsePerFine : 1;
            double seen = density(accounts, i, level, own) * CELLS_AVERAGED * scaled;
            rate = (PRIOR_EVENTS + seen) / (PRIOR_EVENTS / rate + area * days);
        }
        return Math.log(rate);
    }

    private double coarsestKm() {
        return classKm[classKm.length - 1];
    }

    private static double boxKm2(Accounts accounts) {
        double south = Double.MAX_VALUE;
        double north = -Double.MAX_VALUE;
        double west = Double.MAX_VALUE;
        double east = -Double.MAX_VALUE;
        for (int i = 0; i < accounts.size; i++) {
            if (accounts.placed(i)) {
                south = Math.min(south, accounts.y[i] * accounts.scale[i]);
                north = Math.max(north, accounts.y[i] * accounts.scale[i]);
                west = Math.min(west, accounts.x[i] * accounts.scale[i]);
                east = Math.max(east, accounts.x[i] * accounts.scale[i]);
            }
        }
        return Math.max(LEAST_BOX_KM, north - south) * Math.max(LEAST_BOX_KM, east - west);
    }

    /** Events a cell, by a quadratic spline over 3 x 3 cells, without the account itself. */
    private double density(Accounts accounts, int i, int level, double own) {
        double cell = cellKm[level];
        int row = at(accounts.y[i], cell);
        int column = at(accounts.x[i], cell);
        double up = accounts.y[i] / cell - row;
        double right = accounts.x[i] / cell - column;
        double sum = 0;
        double ownShare = 0;
        for (int r = -1; r <= 1; r++) {
            double vertical = spline(r, up);
            for (int c = -1; c <= 1; c++) {
                double share = vertical * spline(c, right);
                sum += share * levels[level].get(cellKey(row + r, column + c));
                ownShare = r == 0 && c == 0 ? share : ownShare;
            }
        }
        return Math.max(0, sum - ownShare * own);
    }

    private static double spline(int cell, double within) {
        return switch (cell) {
            case -1 -> (1 - within) * (1 - within) / 2;
            case 0 -> 0.5 + within - within * within;
            default -> within * within / 2;
        };
    }

    /** How much more happens in its area in its month, and on its day, than on average there. */
    double seasonRatio(Accounts accounts, int i, double own) {
        long area = area(accounts, i);
        double total = seasonTotal.get(area) - own;
        double expected = total * Math.min(1, SEASON_DAYS / days);
        double seen = season.get(area * 4096 + block(accounts, i)) - own;
        return (Math.max(0, seen) + SEASON_PRIOR_EVENTS)
                / (Math.max(0, expected) + SEASON_PRIOR_EVENTS)
                * calendar.ratio(accounts, i, own);
    }
}
