package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What of each account is compared, as columns in a fixed order (by first day, then by key), so
 * that nothing depends on the order of arrival. Indexes are 0 to {@code size - 1}.
 */
public final class Accounts {
    /** No code, or no point. */
    public static final int NONE = -1;

    static final double KM_A_DEGREE = 111.195;

    /** The projection has no poles. */
    private static final double MOST_LAT_DEGREES = 85;

    final int size;
    final int sources;
    final List<Coding> codings;
    final int placeClasses;
    final int[] source;
    final int[] fromDay;
    final int[] toDay;
    /**
     * Mercator's projection, in kilometres at the equator: a square of it is a square on the
     * ground, {@link #scale} times as wide.
     */
    final double[] x;

    final double[] y;
    final double[] scale;
    final byte[] placeClass;
    final int[][] code;
    final long[] seed;
    private final List<Set<Integer>> echoedBy = new ArrayList<>();
    final int firstDay;
    final int lastDay;
    private final String[] key;

    /**
     * One account.
     *
     * @param key unlike any other's; decides order and chance
     * @param source 0 to sources - 1
     * @param fromDay first day on which it may have happened, counted from 1970-01-01
     * @param toDay last such day, not before {@code fromDay}
     * @param placeClass how exactly the place is known, 0 the finest; {@link #NONE} without a point
     * @param codes one for each coding, {@link #NONE} where nothing is said
     * @param echoedBy other sources that only repeat it
     */
    public record Row(
            String key,
            int source,
            int fromDay,
            int toDay,
            double latDegrees,
            double lonDegrees,
            int placeClass,
            int[] codes,
            Set<Integer> echoedBy) {
        public Row {
            if (toDay < fromDay) {
                throw new IllegalArgumentException("%s ends before it begins".formatted(key));
            }
            codes = codes.clone();
            echoedBy = Set.copyOf(echoedBy);
        }
    }

    /**
     * Throws {@link IllegalArgumentException} when two rows have one key.
     *
     * @param sources how many there are
     * @param placeClasses how many classes of exactness there are
     */
    public Accounts(List<Row> rows, int sources, List<Coding> codings, int placeClasses) {
        List<Row> ordered = new ArrayList<>(rows);
        ordered.sort(Comparator.comparingInt(Row::fromDay).thenComparing(Row::key));
        this.size = ordered.size();
        this.sources = sources;
        this.codings = List.copyOf(codings);
        this.placeClasses = placeClasses;
        source = new int[size];
        fromDay = new int[size];
        toDay = new int[size];
        x = new double[size];
        y = new double[size];
        scale = new double[size];
        placeClass = new byte[size];
        code = new int[codings.size()][size];
        seed = new long[size];
        key = new String[size];
        Set<String> keys = new HashSet<>();
        for (int i = 0; i < size; i++) {
            if (!keys.add(ordered.get(i).key())) {
                throw new IllegalArgumentException(
                        "two accounts with one key: " + ordered.get(i).key());
            }
            put(i, ordered.get(i));
        }
        firstDay = Arrays.stream(fromDay).min().orElse(0);
        lastDay = Arrays.stream(toDay).max().orElse(0);
    }

    private void put(int i, Row row) {
        source[i] = row.source();
        fromDay[i] = row.fromDay();
        toDay[i] = row.toDay();
        placeClass[i] = (byte) row.placeClass();
        double lat =
                Math.toRadians(Math.clamp(row.latDegrees(), -MOST_LAT_DEGREES, MOST_LAT_DEGREES));
        x[i] = row.lonDegrees() * KM_A_DEGREE;
        y[i] = Math.toDegrees(Math.log(Math.tan(Math.PI / 4 + lat / 2))) * KM_A_DEGREE;
        scale[i] = Math.cos(lat);
        for (int field = 0; field < codings.size(); field++) {
            code[field][i] = row.codes()[field];
        }
        key[i] = row.key();
        echoedBy.add(row.echoedBy());
        seed[i] = hash(row.key());
    }

    /** A 64-bit FNV-1a hash, mixed once more: chance that depends on what a key says alone. */
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
        }
        hash = (hash ^ (hash >>> 32)) * 0xd6e8feb86659fd93L;
        return hash ^ (hash >>> 32);
    }

    public int size() {
        return size;
    }

    public String key(int index) {
        return key[index];
    }

    boolean placed(int index) {
        return placeClass[index] != NONE;
    }

    /** Whether another source repeats it. */
    boolean echoed(int index) {
        return !echoedBy.get(index).isEmpty();
    }

    /** Whether the source is one that only repeats it. */
    boolean repeats(int repeater, int index) {
        return echoedBy.get(index).contains(repeater);
    }

    /** Whether a source stands behind both, so that they cannot be one event. */
    boolean rivals(int one, int other) {
        if (source[one] == source[other]) {
            return true;
        }
        Set<Integer> repeatOne = echoedBy.get(one);
        Set<Integer> repeatOther = echoedBy.get(other);
        return !(repeatOne.isEmpty() && repeatOther.isEmpty())
                && (repeatOne.contains(source[other])
                        || repeatOther.contains(source[one])
                        || !Collections.disjoint(repeatOne, repeatOther));
    }

    /** Kilometres from one to the other, north positive. */
    double northKm(int from, int to) {
        return (y[to] - y[from]) * (scale[from] + scale[to]) / 2;
    }

    /** Kilometres from one to the other, east positive. */
    double eastKm(int from, int to) {
        return (x[to] - x[from]) * (scale[from] + scale[to]) / 2;
    }

    /** How many days the accounts span, at least 1. */
    int days() {
        return lastDay - firstDay + 1;
    }
}
