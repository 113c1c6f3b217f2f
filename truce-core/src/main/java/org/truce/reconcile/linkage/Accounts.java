package org.truce.reconcile.linkage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What of each account is compared, as columns in a fixed order (by first day, then by key), so
 * that nothing depends on the order of arrival. Indexes are 0 to {@code size - 1}.
 */
public final class Accounts {
    /** No code, or no point. */
    public static final int NONE = -1;

    /** A single account may be of any day of a month. */
    private static final double MISSED_DAYS = 30;

    static final double KM_A_DEGREE = 111.195;

    /** The projection has no poles. */
    static final double MOST_LAT_DEGREES = 85;

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
    final Wording[] wording;
    final long[] seed;
    /** All of them, as they lie along the {@link Curve}. */
    final int[] along;

    private final List<Set<Integer>> echoedBy;
    final int firstDay;
    final int lastDay;
    private final String[] key;
    private final int[] head;
    private final boolean worded;
    private final Row[] rows;
    private final Ties ties;

    /** Of each account that is tied to others, all of them. */
    private final Map<Integer, int[]> tied = new HashMap<>();

    private final Map<Integer, Set<Integer>> apart = new HashMap<>();

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
     * @param wording what it says in words
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
            Set<Integer> echoedBy,
            Wording wording) {
        public Row {
            if (toDay < fromDay) {
                throw new IllegalArgumentException("%s ends before it begins".formatted(key));
            }
            codes = codes.clone();
            echoedBy = Set.copyOf(echoedBy);
        }

        /** One without words. */
        public Row(
                String key,
                int source,
                int fromDay,
                int toDay,
                double latDegrees,
                double lonDegrees,
                int placeClass,
                int[] codes,
                Set<Integer> echoedBy) {
            this(
                    key,
                    source,
                    fromDay,
                    toDay,
                    latDegrees,
                    lonDegrees,
                    placeClass,
                    codes,
                    echoedBy,
                    Wording.NOTHING);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Row row
                    && key.equals(row.key)
                    && source == row.source
                    && fromDay == row.fromDay
                    && toDay == row.toDay
                    && Double.compare(latDegrees, row.latDegrees) == 0
                    && Double.compare(lonDegrees, row.lonDegrees) == 0
                    && placeClass == row.placeClass
                    && Arrays.equals(codes, row.codes)
                    && echoedBy.equals(row.echoedBy)
                    && wording.equals(row.wording);
        }

        @Override
        public int hashCode() {
            return key.hashCode();
        }
    }

    /**
     * Throws {@link IllegalArgumentException} when two rows have one key.
     *
     * @param sources how many there are
     * @param placeClasses how many classes of exactness there are
     * @param ties of keys some of which may not be here
     */
    public Accounts(
            List<Row> rows, int sources, List<Coding> codings, int placeClasses, Ties ties) {
        Row[] ordered = rows.toArray(Row[]::new);
        this.rows = ordered;
        this.ties = ties;
        Arrays.parallelSort(ordered, (one, other) -> {
            int order = Integer.compare(one.fromDay(), other.fromDay());
            return order == 0 ? one.key().compareTo(other.key()) : order;
        });
        this.size = ordered.length;
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
        wording = new Wording[size];
        seed = new long[size];
        head = new int[size];
        Arrays.setAll(head, i -> i);
        key = new String[size];
        echoedBy = new ArrayList<>(Collections.nCopies(size, Set.of()));
        IntStream.range(0, size).parallel().forEach(i -> put(i, ordered[i]));
        worded = Arrays.stream(wording).anyMatch(one -> !one.equals(Wording.NOTHING));
        checkKeys();
        if (!ties.equals(Ties.NONE)) {
            tie(ties);
        }
        firstDay = Arrays.stream(fromDay).min().orElse(0);
        lastDay = Arrays.stream(toDay).max().orElse(0);
        along = Curve.along(this);
    }

    /**
     * Some of them by themselves: the first of these is account 0 there, and so on.
     *
     * @param numbers ascending
     */
    Accounts part(int[] numbers) {
        List<Row> some = Arrays.stream(numbers).mapToObj(i -> rows[i]).toList();
        return new Accounts(some, sources, codings, placeClasses, ties);
    }

    /** True for each of them. */
    boolean[] all() {
        boolean[] all = new boolean[size];
        Arrays.fill(all, true);
        return all;
    }

    /** By the seeds first: two keys hardly ever have the same. */
    private void checkKeys() {
        long[] sorted = seed.clone();
        Arrays.parallelSort(sorted);
        Set<Long> twice = new HashSet<>();
        for (int at = 1; at < size; at++) {
            if (sorted[at] == sorted[at - 1]) {
                twice.add(sorted[at]);
            }
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < size && !twice.isEmpty(); i++) {
            if (twice.contains(seed[i]) && !seen.add(key[i])) {
                throw new IllegalArgumentException("two accounts with one key: " + key[i]);
            }
        }
    }

    private void tie(Ties ties) {
        Map<String, Integer> numbers = new HashMap<>();
        for (int i = 0; i < size; i++) {
            numbers.put(key[i], i);
        }
        for (Set<String> group : ties.together()) {
            int[] here = group.stream()
                    .filter(numbers::containsKey)
                    .mapToInt(numbers::get)
                    .sorted()
                    .toArray();
            for (int account : here) {
                tied.put(account, here);
                head[account] = here[0];
            }
        }
        for (Ties.Pair pair : ties.apart()) {
            Integer one = numbers.get(pair.one());
            Integer other = numbers.get(pair.other());
            if (one != null && other != null) {
                apart.computeIfAbsent(one, unseen -> new HashSet<>()).add(other);
                apart.computeIfAbsent(other, unseen -> new HashSet<>()).add(one);
            }
        }
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
        wording[i] = row.wording();
        key[i] = row.key();
        echoedBy.set(i, row.echoedBy());
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

    /** Whether any of them says anything in words. */
    boolean worded() {
        return worded;
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

    /** Whether more than its own source decides what it may not be one event with. */
    boolean bound(int index) {
        return !echoedBy.get(index).isEmpty() || apart.containsKey(index);
    }

    /** Whether the source is one that only repeats it. */
    boolean repeats(int repeater, int index) {
        return echoedBy.get(index).contains(repeater);
    }

    /** Whether a source stands behind both, or it is settled that they are not one event. */
    boolean rivals(int one, int other) {
        if (source[one] == source[other]
                || (!apart.isEmpty() && apart.getOrDefault(one, Set.of()).contains(other))) {
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

    /** Whether the points of two lie no more than so far from each other. */
    boolean isWithin(int one, int other, double km) {
        double north = northKm(one, other);
        double east = eastKm(one, other);
        return north * north + east * east <= km * km;
    }

    /** The accounts that are settled to be one event with an account, itself among them. */
    int[] together(int index) {
        int[] all = tied.get(index);
        return all == null ? new int[] {index} : all;
    }

    /** Whether it is settled that two accounts are one event. */
    boolean tied(int one, int other) {
        return head[one] == head[other];
    }

    /** The first of those that are settled to be one event with an account. */
    int head(int index) {
        return head[index];
    }

    /** How many accounts an event can have at most. */
    int mostMembers() {
        return Math.min(size, sources + tied.size());
    }

    /** The most days between the first and the last on which any of them may have happened. */
    int longestDays() {
        int longest = 0;
        for (int i = 0; i < size; i++) {
            longest = Math.max(longest, toDay[i] - fromDay[i]);
        }
        return longest;
    }

    /** The first account that begins on a day or later; {@link #size} when none does. */
    int firstFrom(int day) {
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (fromDay[middle] < day) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * How many days the accounts speak of: those that they span, and at both ends, where there are
     * few, what such a span may well have missed.
     */
    double days() {
        return lastDay - firstDay + 1 + MISSED_DAYS / Math.max(1, size);
    }
}
