package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * Some cells of a grid without end, as runs of adjacent cells: rows ascending, and in each from
 * left to right. Values of the cells lie in one array in this order, with room before, between and
 * after the runs. As the room holds zeros, a blur along rows need not know where runs end. Cells
 * that are in no run count as zero.
 */
final class Runs {
    /** Columns and rows are less than this from zero. */
    static final int MOST_FROM_ZERO = 1 << 29;

    /** How far a blur goes, in rows and in columns; so much room there is between two runs. */
    static final int REACH = 4;

    static final int TAPS = 2 * REACH + 1;

    private static final int FEW = 16;

    /** Those in which there are runs. */
    private int[] rows = new int[FEW];

    private int rowCount;
    /** Of each row in {@link #rows}, its first run; after the last, how many runs there are. */
    private int[] firstRun = new int[FEW + 1];
    /** Of each run, its first column. */
    private int[] from = new int[FEW];
    /** Of each run, the first column after it. */
    private int[] to = new int[FEW];
    /** Of each run, where its values begin. */
    private int[] at = new int[FEW];

    private int runCount;
    private int cells;
    private int length = REACH;

    /** What is done with each run. */
    interface Visit {
        /**
         * @param first column
         * @param at where its values begin
         */
        void run(int row, int first, int count, int at);
    }

    private Runs() {}

    /**
     * All cells that a blur of these reaches.
     *
     * @param seen by {@link #key}, ascending; one may come several times
     * @param most once there are more cells, no further rows are added
     */
    static Runs near(long[] seen, int most) {
        Runs wider = new Runs();
        for (int k = 0; k < seen.length && wider.cells <= most; k++) {
            wider.add(row(seen[k]), column(seen[k]) - REACH, column(seen[k]) + REACH + 1);
        }
        Runs near = new Runs();
        int low = 0;
        for (int middle = 0; middle < wider.rowCount; middle++) {
            int row = wider.rows[middle] - REACH;
            if (near.rowCount > 0) {
                row = Math.max(row, near.rows[near.rowCount - 1] + 1);
            }
            for (; row <= wider.rows[middle] + REACH && near.cells <= most; row++) {
                low = wider.reached(row, low);
                near.addAll(row, wider, low);
            }
        }
        return near;
    }

    /** Two numbers in one, ascending by the row and then by the column. */
    static long key(int row, int column) {
        return ((long) row << 32) + column;
    }

    static int row(long key) {
        return (int) ((key - (int) key) >> 32);
    }

    static int column(long key) {
        return (int) key;
    }

    /** The first of the rows that a blur of that row reaches, or that lies after all of them. */
    private int reached(int row, int low) {
        int index = low;
        while (index < rowCount && rows[index] < row - REACH) {
            index++;
        }
        return index;
    }

    /** To a row all runs of some others, from the index {@code low} to the last it reaches. */
    private void addAll(int row, Runs others, int low) {
        int high = low;
        while (high < others.rowCount && others.rows[high] <= row + REACH) {
            high++;
        }
        int begin = others.firstRun[low];
        long[] keys = new long[others.firstRun[high] - begin];
        Arrays.setAll(keys, k -> key(others.from[begin + k], others.to[begin + k]));
        Arrays.sort(keys);
        for (long key : keys) {
            add(row, row(key), column(key));
        }
    }

    /** After all others. A gap that is no wider than the room between runs is kept as cells. */
    private void add(int row, int first, int end) {
        if (rowCount == 0 || rows[rowCount - 1] != row) {
            if (rowCount == rows.length) {
                rows = Arrays.copyOf(rows, 2 * rowCount);
                firstRun = Arrays.copyOf(firstRun, 2 * rowCount + 1);
            }
            rows[rowCount++] = row;
        } else if (first <= to[runCount - 1] + REACH) {
            int more = Math.max(0, end - to[runCount - 1]);
            to[runCount - 1] += more;
            cells += more;
            length += more;
            return;
        }
        if (runCount == from.length) {
            from = Arrays.copyOf(from, 2 * runCount);
            to = Arrays.copyOf(to, 2 * runCount);
            at = Arrays.copyOf(at, 2 * runCount);
        }
        from[runCount] = first;
        to[runCount] = end;
        at[runCount++] = length;
        firstRun[rowCount] = runCount;
        cells += end - first;
        length += end - first + REACH;
    }

    /** How many there are. */
    int cells() {
        return cells;
    }

    /** Of an array with the values of all. */
    int length() {
        return length;
    }

    /** Where the value of a cell is; it must be in a run. */
    int at(long key) {
        int index = Arrays.binarySearch(rows, 0, rowCount, row(key));
        int column = column(key);
        int run = Arrays.binarySearch(from, firstRun[index], firstRun[index + 1], column);
        run = run < 0 ? -run - 2 : run;
        return at[run] + column - from[run];
    }

    void forEach(Visit visit) {
        for (int index = 0; index < rowCount; index++) {
            for (int run = firstRun[index]; run < firstRun[index + 1]; run++) {
                visit.run(rows[index], from[run], to[run] - from[run], at[run]);
            }
        }
    }

    /**
     * Each cell gets the sum of those around it, the one at so many rows and columns from it times
     * both weights of these distances.
     *
     * @param values zero where there is room
     * @param between is overwritten
     * @param into may be {@code values}; where there is room it stays as it is
     */
    void blur(float[] values, float[] kernel, float[] between, float[] into) {
        for (int c = REACH; c < length - REACH; c++) {
            float sum = 0;
            for (int k = 0; k < TAPS; k++) {
                sum += kernel[k] * values[c + k - REACH];
            }
            between[c] = sum;
        }
        int low = 0;
        for (int index = 0; index < rowCount; index++) {
            int row = rows[index];
            clear(into, index);
            low = reached(row, low);
            for (int other = low; other < rowCount && rows[other] <= row + REACH; other++) {
                add(kernel[rows[other] - row + REACH], between, other, into, index);
            }
        }
    }

    private void clear(float[] into, int index) {
        for (int run = firstRun[index]; run < firstRun[index + 1]; run++) {
            Arrays.fill(into, at[run], at[run] + to[run] - from[run], 0);
        }
    }

    /** A share of what one row holds to what another holds, where both have cells. */
    private void add(float share, float[] source, int sourceRow, float[] into, int intoRow) {
        int run = firstRun[sourceRow];
        int end = firstRun[sourceRow + 1];
        for (int mine = firstRun[intoRow]; mine < firstRun[intoRow + 1]; mine++) {
            while (run < end && to[run] <= from[mine]) {
                run++;
            }
            for (int other = run; other < end && from[other] < to[mine]; other++) {
                int first = Math.max(from[mine], from[other]);
                int count = Math.min(to[mine], to[other]) - first;
                int sourceAt = at[other] + first - from[other];
                int intoAt = at[mine] + first - from[mine];
                for (int c = 0; c < count; c++) {
                    into[intoAt + c] += share * source[sourceAt + c];
                }
            }
        }
    }
}
