package org.truce.reconcile.linkage;

/**
 * How common each name of a place is among the accounts around a point, as learned: where all say
 * the one town's name, two that do so have said no more than their points did.
 */
final class PlaceNames {
    /** Names are counted in squares of three cells by three, some way around a point. */
    private static final double CELL_IN_SIGMAS = 2;

    /** As if one more event had been seen around, which may or may not have had that name. */
    private static final double PRIOR_EVENTS = 1;

    private static final double PRIOR_SHARE = 0.5;

    private final double cell;
    private final Counts named = new Counts();
    private final Counts each = new Counts();

    /**
     * @param weight of each account, its share of an event
     * @param sigmaKm of the accounts of the finest place class
     */
    PlaceNames(Accounts accounts, double[] weight, double sigmaKm) {
        double scale = 0;
        int count = 0;
        for (int i = 0; i < accounts.size; i++) {
            if (says(accounts, i)) {
                scale += accounts.scale[i];
                count++;
            }
        }
        cell = count == 0 ? 1 : CELL_IN_SIGMAS * sigmaKm / (scale / count);
        for (int i : accounts.along) {
            if (says(accounts, i)) {
                long square = square(at(accounts.y[i]), at(accounts.x[i]));
                named.add(square, weight[i]);
                each.add(square + accounts.wording[i].place(), weight[i]);
            }
        }
    }

    /** Whether an account has a point of the finest class, and a name for it. */
    static boolean says(Accounts accounts, int i) {
        return accounts.worded()
                && accounts.placeClass[i] == 0
                && accounts.wording[i].place() != Wording.NONE;
    }

    /**
     * Of the accounts around one that {@link #says}, how many give the same name, as a share of
     * those that give any: above 0, below 1.
     *
     * @param own how much of that is the account itself
     */
    double share(Accounts accounts, int i, double own) {
        int row = at(accounts.y[i]);
        int column = at(accounts.x[i]);
        double around = -own;
        double same = -own;
        for (int r = row - 1; r <= row + 1; r++) {
            for (int c = column - 1; c <= column + 1; c++) {
                long square = square(r, c);
                around += named.get(square);
                same += each.get(square + accounts.wording[i].place());
            }
        }
        return (Math.max(0, same) + PRIOR_EVENTS * PRIOR_SHARE)
                / (Math.max(0, around) + PRIOR_EVENTS);
    }

    private int at(double map) {
        return (int) Math.floor(map / cell);
    }

    /** Far enough from each other that a name can be added. */
    private static long square(int row, int column) {
        long mixed = ((long) row << 32 ^ (column & 0xffffffffL)) * 0x9e3779b97f4a7c15L;
        return (mixed ^ (mixed >>> 29)) * 0xbf58476d1ce4e5b9L;
    }
}
