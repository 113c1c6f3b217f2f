package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * A map on a grid without end, most of which is empty. It lies in tiles of some rows and columns,
 * found by hashing; there are only those that something is in. To the right of its own cells a tile
 * repeats the first of the next one, so that a window that begins in it never leaves it sideways.
 * Outside of all tiles the map is zero.
 */
final class Tiles {
    /** Rows and columns of a window. */
    static final int WINDOW = 9;

    private static final int THIRD = WINDOW / 3;

    private static final int ROW_BITS = 3;
    private static final int ROWS = 1 << ROW_BITS;
    private static final int COLUMN_BITS = 4;
    private static final int COLUMNS = 1 << COLUMN_BITS;
    private static final int STRIDE = COLUMNS + WINDOW - 1;
    private static final int FEW = 64;
    private static final long FREE = Long.MIN_VALUE;
    private static final float[] EMPTY = new float[ROWS * STRIDE];

    private long[] keys = new long[FEW];
    private float[][] tiles = new float[FEW][];
    private int held;

    Tiles() {
        Arrays.fill(keys, FREE);
        Arrays.fill(tiles, EMPTY);
    }

    /** Some cells of a row, from a column on. None is put twice. */
    void put(int row, int column, int count, float[] values, int at) {
        int last = (column + count - 1) >> COLUMN_BITS;
        for (int across = (column - WINDOW + 1) >> COLUMN_BITS; across <= last; across++) {
            int left = across << COLUMN_BITS;
            int from = Math.max(column, left);
            int to = Math.min(column + count, left + STRIDE);
            System.arraycopy(
                    values,
                    at + from - column,
                    make(row >> ROW_BITS, across),
                    (row & (ROWS - 1)) * STRIDE + from - left,
                    to - from);
        }
    }

    private float[] make(int up, int across) {
        int at = find(up, across);
        if (keys[at] == FREE) {
            if (++held * 2 > keys.length) {
                grow();
                at = find(up, across);
            }
            keys[at] = Runs.key(up, across);
            tiles[at] = new float[EMPTY.length];
        }
        return tiles[at];
    }

    private int find(int up, int across) {
        long key = Runs.key(up, across);
        int at = (int) ((key * 0x9e3779b97f4a7c15L) >>> 32) & (keys.length - 1);
        while (keys[at] != key && keys[at] != FREE) {
            at = (at + 1) & (keys.length - 1);
        }
        return at;
    }

    private void grow() {
        long[] oldKeys = keys;
        float[][] oldTiles = tiles;
        keys = new long[2 * oldKeys.length];
        tiles = new float[keys.length][];
        Arrays.fill(keys, FREE);
        Arrays.fill(tiles, EMPTY);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldKeys[i] != FREE) {
                int at = find(Runs.row(oldKeys[i]), Runs.column(oldKeys[i]));
                keys[at] = oldKeys[i];
                tiles[at] = oldTiles[i];
            }
        }
    }

    /** The same in cells twice as wide. */
    Tiles coarser() {
        Tiles coarser = new Tiles();
        float[] sums = new float[COLUMNS / 2];
        for (int tile = 0; tile < tiles.length; tile++) {
            int bottom = Runs.row(keys[tile]) * ROWS / 2;
            int left = Runs.column(keys[tile]) * COLUMNS / 2;
            for (int row = 0; row < ROWS && keys[tile] != FREE; row += 2) {
                float all = 0;
                for (int c = 0; c < sums.length; c++) {
                    int at = row * STRIDE + 2 * c;
                    sums[c] = tiles[tile][at]
                            + tiles[tile][at + 1]
                            + tiles[tile][at + STRIDE]
                            + tiles[tile][at + STRIDE + 1];
                    all += sums[c];
                }
                if (all > 0) {
                    coarser.put(bottom + row / 2, left, sums.length, sums, 0);
                }
            }
        }
        return coarser;
    }

    /** The tiles that one thread asked for last: the next window is nearly always in them. */
    static final class Last {
        private final long[] keys = {FREE, FREE};
        private final float[][] tiles = {EMPTY, EMPTY};
    }

    private float[] tile(int up, int across, Last last) {
        long key = Runs.key(up, across);
        int place = up & 1;
        if (last.keys[place] != key) {
            last.keys[place] = key;
            last.tiles[place] = tiles[find(up, across)];
        }
        return last.tiles[place];
    }

    /**
     * Of the cells of a window, each times what is given for its row and for its column.
     *
     * @param last of the same tiles, which must not have changed since
     */
    double sum(int firstRow, int firstColumn, double[] ofRow, double[] ofColumn, Last last) {
        int up = firstRow >> ROW_BITS;
        int across = firstColumn >> COLUMN_BITS;
        int column = firstColumn & (COLUMNS - 1);
        int row = firstRow & (ROWS - 1);
        float[] tile = tile(up, across, last);
        double sum = 0;
        for (int r = 0; r < WINDOW; r++) {
            if (row == ROWS) {
                row = 0;
                tile = tile(++up, across, last);
            }
            sum += ofRow[r] * sum(tile, row++ * STRIDE + column, ofColumn);
        }
        return sum;
    }

    /** Of a row of the window; in three parts, none of which waits for another. */
    private static double sum(float[] tile, int at, double[] ofColumn) {
        double left = 0;
        double middle = 0;
        double right = 0;
        for (int c = 0; c < THIRD; c++) {
            left += tile[at + c] * ofColumn[c];
            middle += tile[at + THIRD + c] * ofColumn[THIRD + c];
            right += tile[at + 2 * THIRD + c] * ofColumn[2 * THIRD + c];
        }
        return left + middle + right;
    }
}
