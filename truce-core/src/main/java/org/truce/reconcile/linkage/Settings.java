package org.truce.reconcile.linkage;

import java.util.Optional;

/**
 * What a user may set. Unless parameters are given, all of it is where learning starts and how far
 * it looks; what the accounts say has the last word.
 *
 * @param sigmaKmAtFirst for each place class, how far a report's place is from the event's, as the
 *     standard deviation in each direction
 * @param reachDays how many days before or after the event a source may put it, at most
 * @param rounds of learning, at most
 * @param listed whether points are known to come from a list of towns, so that equal ones give
 *     nothing away
 * @param given what is taken as known of the sources, so that it is not learned
 */
public record Settings(
        double[] sigmaKmAtFirst,
        int reachDays,
        int rounds,
        boolean listed,
        Optional<Parameters> given) {
    /** Whether points come from a list is left to the accounts to tell; nothing is given. */
    public Settings(double[] sigmaKmAtFirst, int reachDays, int rounds) {
        this(sigmaKmAtFirst, reachDays, rounds, false, Optional.empty());
    }

    /** The same with parameters of so many sources and codings as there are accounts of. */
    public Settings with(Parameters known) {
        return new Settings(sigmaKmAtFirst, known.reachDays(), rounds, listed, Optional.of(known));
    }

    public Settings {
        if (reachDays < 0 || rounds < 0 || sigmaKmAtFirst.length == 0) {
            throw new IllegalArgumentException("days and rounds cannot be negative");
        }
    }

    /** Half of the reports on the day; each day further off half as likely as the one before. */
    double[] offsetsAtFirst() {
        double[] offsets = new double[2 * reachDays + 1];
        double sum = 0;
        for (int day = -reachDays; day <= reachDays; day++) {
            offsets[day + reachDays] = Math.pow(0.5, Math.abs(day));
            sum += offsets[day + reachDays];
        }
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] /= sum;
        }
        return offsets;
    }
}
