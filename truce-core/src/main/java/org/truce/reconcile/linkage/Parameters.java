package org.truce.reconcile.linkage;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;

/**
 * What the model knows of the sources, learned or set. All arrays are by source first.
 *
 * @param detection probability that a source reports an event of the common kind, between 0 and 1,
 *     over all places
 * @param salience how many events are of each kind of {@link #SALIENCE}; adds up to 1
 * @param offsets {@code [source][days + reach]}: probability that the day it gives is so many days
 *     after the day of the event, from -reach to reach; sums to 1
 * @param sigmaKm {@code [source][place class]}: standard deviation, in each of two directions, of
 *     the place it gives
 * @param rings {@code [coding][source][ring]}: probability that the code it gives lies in that ring
 *     around what happened; sums to 1
 * @param placeName probability that a source gives a place the name that the event's place has, and
 *     not just any that is given around there; between 0 and 1
 * @param nearest probability that a source, when it gives one of the listed points of districts,
 *     gives the one nearest to the event, and not one by its distance; between 0 and 1
 * @param words {@code [within one script, between two][band]}: probability that the texts of one
 *     event are so alike as the {@link Words} of so many pairs are by chance; sums to 1
 * @param company how many more like it that anybody reports an event has in its place on its day on
 *     average, beyond those that meet there by chance; above 0
 */
public record Parameters(
        double[] detection,
        double[] salience,
        double[][] offsets,
        double[][] sigmaKm,
        double[][][] rings,
        double[] placeName,
        double[] nearest,
        double[][] words,
        double company) {
    /** Of no source. */
    static final Parameters NONE = new Parameters(
            new double[0],
            new double[0],
            new double[0][],
            new double[0][],
            new double[0][][],
            new double[0],
            new double[0],
            new double[0][],
            1);

    /**
     * By what the probability of being reported is multiplied: hardly, commonly, widely told, told
     * by all.
     */
    static final double[] SALIENCE = {0.3, 1, 3, 10};

    /** Before anything is known, most events are of the common kind. */
    static final double[] SALIENCE_AT_FIRST = {0.02, 0.95, 0.02, 0.01};

    /** Before anything is known, a source reports so many of the events. */
    static final double DETECTION_AT_FIRST = 0.4;

    /** Before anything is known, one event in fifty has another like it beside it. */
    static final double COMPANY_AT_FIRST = 0.02;

    /** Before anything is known, a source gives so many places their own name. */
    static final double PLACE_NAME_AT_FIRST = 0.8;

    /** Before anything is known, a source gives the nearest of listed points as often as not. */
    static final double NEAREST_AT_FIRST = 0.5;

    private static final double ROUNDING = 1e-6;

    /**
     * Throws {@link IllegalArgumentException}, which names the part, unless these are parameters of
     * so many sources, place classes and rings.
     *
     * @param ringCounts of each coding
     */
    public void check(int sources, int placeClasses, int[] ringCounts) {
        part("detection", detection.length == sources);
        for (double probability : detection) {
            part("detection", probability > 0 && probability < 1);
        }
        part("salience", salience.length == SALIENCE.length && isShares(salience));
        part("offsets", offsets.length == sources);
        for (double[] ofSource : offsets) {
            boolean alike = ofSource.length == offsets[0].length && ofSource.length % 2 == 1;
            part("offsets", alike && isShares(ofSource));
        }
        part("sigmaKm", sigmaKm.length == sources);
        for (double[] ofSource : sigmaKm) {
            part("sigmaKm", ofSource.length == placeClasses);
            for (double km : ofSource) {
                part("sigmaKm", km > 0 && km < Double.POSITIVE_INFINITY);
            }
        }
        part("placeName", placeName.length == sources);
        for (double probability : placeName) {
            part("placeName", probability > 0 && probability < 1);
        }
        part("nearest", nearest.length == sources);
        for (double probability : nearest) {
            part("nearest", probability > 0 && probability < 1);
        }
        part("words", words.length == Words.KINDS);
        for (double[] ofKind : words) {
            part("words", isShares(ofKind) && ofKind.length == Words.bands());
        }
        part("company", company > 0 && company < Double.POSITIVE_INFINITY);
        part("rings", rings.length == ringCounts.length);
        for (int coding = 0; coding < rings.length; coding++) {
            part("rings", rings[coding].length == sources);
            for (double[] ofSource : rings[coding]) {
                part("rings", ofSource.length == ringCounts[coding] && isShares(ofSource));
            }
        }
    }

    private static void part(String name, boolean fits) {
        if (!fits) {
            throw new IllegalArgumentException(
                    "its part %s is not whole, or not of these sources".formatted(name));
        }
    }

    /**
     * Throws {@link IllegalArgumentException}, which names the part, unless every part by source is
     * of so many.
     */
    public void checkSources(int sources) {
        part("detection", detection.length == sources);
        part("offsets", offsets.length == sources);
        part("sigmaKm", sigmaKm.length == sources);
        part("placeName", placeName.length == sources);
        part("nearest", nearest.length == sources);
        for (double[][] ofCoding : rings) {
            part("rings", ofCoding.length == sources);
        }
    }

    /**
     * Those of some of the sources and codings. Throws {@link IllegalArgumentException} where a
     * part is too short.
     *
     * @param ofSources the numbers of the sources
     * @param ofCodings the numbers of the codings
     */
    public Parameters of(int[] ofSources, int[] ofCodings) {
        int last = Arrays.stream(ofSources).max().orElse(0);
        part("detection", last < detection.length);
        part("offsets", last < offsets.length);
        part("sigmaKm", last < sigmaKm.length);
        part("placeName", last < placeName.length);
        part("nearest", last < nearest.length);
        part(
                "rings",
                Arrays.stream(ofCodings)
                        .allMatch(coding -> coding < rings.length && last < rings[coding].length));
        return new Parameters(
                Arrays.stream(ofSources)
                        .mapToDouble(source -> detection[source])
                        .toArray(),
                salience,
                pick(offsets, ofSources),
                pick(sigmaKm, ofSources),
                Arrays.stream(ofCodings)
                        .mapToObj(coding -> pick(rings[coding], ofSources))
                        .toArray(double[][][]::new),
                Arrays.stream(ofSources)
                        .mapToDouble(source -> placeName[source])
                        .toArray(),
                Arrays.stream(ofSources).mapToDouble(source -> nearest[source]).toArray(),
                words,
                company);
    }

    private static double[][] pick(double[][] from, int[] numbers) {
        return Arrays.stream(numbers).mapToObj(number -> from[number]).toArray(double[][]::new);
    }

    /** What a file leaves out is null. */
    private static boolean isShares(double @Nullable [] shares) {
        if (shares == null) {
            return false;
        }
        double sum = 0;
        for (double share : shares) {
            if (!(share >= 0)) {
                return false;
            }
            sum += share;
        }
        return Math.abs(sum - 1) < ROUNDING;
    }

    int reachDays() {
        return (offsets[0].length - 1) / 2;
    }

    /** Where learning starts, before anything is known: sources alike, near misses likelier. */
    static Parameters start(Accounts accounts, Settings settings) {
        int sources = accounts.sources;
        double[] detection = new double[sources];
        double[][] offsets = new double[sources][];
        double[][] sigmaKm = new double[sources][];
        for (int source = 0; source < sources; source++) {
            detection[source] = DETECTION_AT_FIRST;
            offsets[source] = settings.offsetsAtFirst();
            sigmaKm[source] = settings.sigmaKmAtFirst().clone();
        }
        double[][][] rings = new double[accounts.codings.size()][sources][];
        for (int field = 0; field < rings.length; field++) {
            for (int source = 0; source < sources; source++) {
                rings[field][source] = accounts.codings.get(field).ringsAtFirst();
            }
        }
        double[] placeName = new double[sources];
        Arrays.fill(placeName, PLACE_NAME_AT_FIRST);
        double[] nearest = new double[sources];
        Arrays.fill(nearest, NEAREST_AT_FIRST);
        return new Parameters(
                detection,
                SALIENCE_AT_FIRST,
                offsets,
                sigmaKm,
                rings,
                placeName,
                nearest,
                new double[][] {Words.atFirst(), Words.atFirst()},
                COMPANY_AT_FIRST);
    }
}
