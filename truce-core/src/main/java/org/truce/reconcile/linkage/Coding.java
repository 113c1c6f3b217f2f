package org.truce.reconcile.linkage;

import java.util.Collections;
import java.util.List;

/**
 * What one field can say, as codes 0 to {@code size - 1}, and how far apart any two of them are: a
 * ring of 0 is the same code, 1 the nearest others, and so on to {@code rings - 1}. A source that
 * means one code and writes another is likelier to write a near one.
 */
public final class Coding {
    /** A figure further off than this many steps is as good as any. */
    private static final int ORDINAL_RINGS = 4;

    private static final double FURTHER = 0.5;
    private static final int HOURS = 24;

    /** Who gives an hour seldom means another part of the day. */
    private static final double[] HOURS_AT_FIRST = {0.95, 0.035, 0.01, 0.005};

    private final String name;
    private final int size;
    private final int rings;
    private final byte[] ring;
    private final double[] atFirst;
    private final boolean particular;

    private Coding(String name, int size, int rings, byte[] ring) {
        this(name, size, rings, ring, narrowing(rings), false);
    }

    private Coding(
            String name, int size, int rings, byte[] ring, double[] atFirst, boolean particular) {
        this.atFirst = atFirst;
        this.particular = particular;
        this.name = name;
        this.size = size;
        this.rings = rings;
        this.ring = ring;
    }

    /**
     * Codes on a tree.
     *
     * @param paths for each code its labels from fine to broad, all of one length of at least 1;
     *     two codes that share the label of level k (from 0) lie at most k rings apart
     */
    public static Coding taxonomy(String name, List<List<String>> paths) {
        int levels = paths.isEmpty() ? 1 : paths.getFirst().size();
        int size = paths.size();
        byte[] ring = new byte[size * size];
        for (int one = 0; one < size; one++) {
            for (int other = 0; other < size; other++) {
                ring[one * size + other] =
                        (byte) (one == other ? 0 : apart(paths.get(one), paths.get(other)));
            }
        }
        return new Coding(name, size, levels + 1, ring);
    }

    /** Two codes of one finest label are still two codes: ring 1, as near as two can be. */
    private static int apart(List<String> one, List<String> other) {
        for (int level = 0; level < one.size(); level++) {
            if (one.get(level).equals(other.get(level))) {
                return Math.max(1, level);
            }
        }
        return one.size();
    }

    /**
     * Codes that are sets of labels: the same set, one with a label in common, or none.
     *
     * @param sets for each code its labels
     */
    public static Coding sets(String name, List<List<String>> sets) {
        int size = sets.size();
        byte[] ring = new byte[size * size];
        for (int one = 0; one < size; one++) {
            for (int other = 0; other < size; other++) {
                boolean apart = Collections.disjoint(sets.get(one), sets.get(other));
                ring[one * size + other] = (byte) (one == other ? 0 : apart ? 2 : 1);
            }
        }
        return new Coding(name, size, 3, ring);
    }

    /** The hours of a day, 0 to 23: at most one apart, at most three, at most six, or more. */
    public static Coding hours(String name) {
        byte[] ring = new byte[HOURS * HOURS];
        for (int one = 0; one < HOURS; one++) {
            for (int other = 0; other < HOURS; other++) {
                int apart = Math.abs(one - other);
                int hours = Math.min(apart, HOURS - apart);
                ring[one * HOURS + other] =
                        (byte) (hours <= 1 ? 0 : hours <= 3 ? 1 : hours <= 6 ? 2 : 3);
            }
        }
        return new Coding(name, HOURS, 4, ring, HOURS_AT_FIRST.clone(), true);
    }

    /** Codes that are the same or not. */
    public static Coding nominal(String name, int size) {
        byte[] ring = new byte[size * size];
        for (int one = 0; one < size; one++) {
            for (int other = 0; other < size; other++) {
                ring[one * size + other] = (byte) (one == other ? 0 : 1);
            }
        }
        return new Coding(name, size, 2, ring);
    }

    /** Codes in an order: figures in classes, where the next class is nearer than the one after. */
    public static Coding ordinal(String name, int size) {
        byte[] ring = new byte[size * size];
        for (int one = 0; one < size; one++) {
            for (int other = 0; other < size; other++) {
                ring[one * size + other] =
                        (byte) Math.min(Math.abs(one - other), ORDINAL_RINGS - 1);
            }
        }
        return new Coding(name, size, ORDINAL_RINGS, ring, narrowing(ORDINAL_RINGS), true);
    }

    /** Four in five right; of the rest each further ring half as much as the one before. */
    private static double[] narrowing(int rings) {
        double[] share = new double[rings];
        share[0] = 0.8;
        double rest = 0;
        for (int ring = 1; ring < rings; ring++) {
            rest += Math.pow(FURTHER, ring);
        }
        for (int ring = 1; ring < rings; ring++) {
            share[ring] = 0.2 * Math.pow(FURTHER, ring) / rest;
        }
        return share;
    }

    /** How likely each ring is before anything is known; adds up to 1. */
    double[] ringsAtFirst() {
        return atFirst.clone();
    }

    /**
     * Whether it is of each event by itself, as a figure or an hour is: two events of a kind in one
     * place on one day need not be alike in it.
     */
    boolean particular() {
        return particular;
    }

    public String name() {
        return name;
    }

    public int size() {
        return size;
    }

    /** How many rings there are around a code, the code itself among them. */
    public int rings() {
        return rings;
    }

    /** How far apart two codes are, 0 to {@link #rings} - 1. */
    public int ring(int one, int other) {
        return ring[one * size + other];
    }
}
