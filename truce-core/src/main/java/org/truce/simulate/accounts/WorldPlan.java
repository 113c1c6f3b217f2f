package org.truce.simulate.accounts;

import java.util.List;
import java.util.Optional;

/**
 * A world in which events happen and sources report them.
 *
 * @param events how many happen
 * @param days from the first that may see an event to the last
 * @param ground where they happen
 * @param vocabularies what can be said of them, each field of its own
 * @param sources who reports
 * @param copying who only repeats another, now and then
 * @param again the share of events that are one more of the same kind, in the same town and on the
 *     same day as the event before
 * @param bursts the share of events that fall into bursts, five days out of each two hundred
 * @param bound the share of events whose codes depend on the town
 * @param speech what sources say in words
 */
public record WorldPlan(
        int events,
        int days,
        Ground ground,
        List<Vocabulary> vocabularies,
        List<SourcePlan> sources,
        Optional<Copying> copying,
        double again,
        double bursts,
        double bound,
        Speech speech) {
    /** How far a source's day may be from the event's. */
    public static final int REACH_DAYS = 2;

    /** Middles of districts lie on a grid so wide. */
    public static final double DISTRICT_DEGREES = 0.5;

    static final double SOUTH = 32;
    static final double WEST = 36;
    static final double TALL_DEGREES = 4;
    static final double WIDE_DEGREES = 5;
    static final int BURST_DAYS = 5;
    static final int BURST_EVERY_DAYS = 200;
    /** Towns that have the same codes in common when codes depend on the town. */
    static final int PROFILES = 4;

    /** In a town's profile, all kinds but every {@link #PROFILES}th are so much rarer. */
    static final double ODD_ONES = 0.02;

    /**
     * The country is four degrees tall and five wide.
     *
     * @param towns how many; 0 for a country without towns
     * @param zipf how unlike they are: the k-th sees as much as 1 / k^zipf
     * @param spreadKm how far events lie from a town's middle, as a standard deviation
     * @param open the share of events that happen anywhere
     */
    public record Ground(int towns, double zipf, double spreadKm, double open) {
        public Ground {
            if (towns < 0 || (towns == 0 && open < 1)) {
                throw new IllegalArgumentException("without towns all is open country");
            }
        }
    }

    /**
     * @param copier the source that repeats
     * @param original the source that it repeats
     * @param share of the original's reports that it repeats, word for word
     * @param daysLater the day it gives is so many after the original's
     */
    public record Copying(int copier, int original, double share, int daysLater) {
        public Copying {
            if (copier <= original) {
                throw new IllegalArgumentException("a copier comes after its original");
            }
        }
    }

    /**
     * @param right how likely a source gives its place the name of the event's town, and not of one
     *     near it; 0 in a world without names
     * @param recall how likely a report has each of its event's words; 0 in a world without texts
     */
    public record Speech(double right, double recall) {
        /** Nobody says a word. */
        public static final Speech NONE = new Speech(0, 0);
    }

    public WorldPlan {
        vocabularies = List.copyOf(vocabularies);
        sources = List.copyOf(sources);
    }

    /** Whether the day, from 0, lies in a burst. */
    static boolean inBurst(int day) {
        return day % BURST_EVERY_DAYS < BURST_DAYS;
    }
}
