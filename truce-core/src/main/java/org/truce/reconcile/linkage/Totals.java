package org.truce.reconcile.linkage;

import java.util.Arrays;

/**
 * What one round of learning adds up from sets of accounts, each as far as it is likely to be an
 * event, and the parameters that fit these sums best.
 */
final class Totals {
    /** As if so many events had been seen beforehand of each source, alike in all. */
    private static final double PRIOR_EVENTS = 15;

    /** Less likely sets change no median. */
    private static final double LEAST_SHARE = 0.05;

    private static final double LEAST_SIGMA_KM = 0.3;

    /** As if so many chances to report an event had been seen, of all sources together. */
    private static final double PRIOR_CHANCES = 20;

    private static final double PRIOR_CHANCES_OF_ONE = 3;

    private final Accounts accounts;
    private final Settings settings;
    private final Weigher weigher;
    private final LearnedWhere where;
    private final Company company;
    private final double[] salience = new double[Parameters.SALIENCE.length];
    private final double[][] offsets;
    private final double[][] squares;
    private final double[][] directions;
    private final double[][][] rings;
    private final double[][] names;
    private final double[][] nearest;
    private final double[][] texts = new double[Words.KINDS][Words.bands()];

    /** @param company with nothing added up */
    Totals(
            Accounts accounts,
            Settings settings,
            Weigher weigher,
            LearnedWhere where,
            Company company) {
        this.company = company;
        this.accounts = accounts;
        this.settings = settings;
        this.weigher = weigher;
        this.where = where;
        offsets = new double[accounts.sources][2 * settings.reachDays() + 1];
        squares = new double[accounts.sources][accounts.placeClasses];
        directions = new double[accounts.sources][accounts.placeClasses];
        names = new double[accounts.sources][2];
        nearest = new double[accounts.sources][2];
        rings = new double[accounts.codings.size()][accounts.sources][];
        for (int field = 0; field < rings.length; field++) {
            for (int source = 0; source < accounts.sources; source++) {
                rings[field][source] = new double[accounts.codings.get(field).rings()];
            }
        }
    }

    void add(Component component, Posterior.Whole whole) {
        int[] members = component.listAccounts(whole.nodes());
        add(members, members.length, whole.probability());
    }

    /** @param share how likely it is that they are the whole of one event */
    void add(int[] members, int n, double share) {
        double[] salient = weigher.salience(members, n);
        for (int kind = 0; kind < salient.length; kind++) {
            salience[kind] += share * salient[kind];
        }
        if (n < 2) {
            return;
        }
        addCompany(members, n, share);
        addDays(members, n, share);
        addPlaces(members, n, share);
        where.addNearest(members, n, share, nearest);
        weigher.saying().addNames(members, n, share, names);
        weigher.saying().addTexts(members, n, share, texts);
        for (int field = 0; field < rings.length; field++) {
            weigher.addRings(field, members, n, share, rings[field]);
        }
    }

    /** Takes in another piece's sums. */
    void add(Totals more) {
        for (int kind = 0; kind < salience.length; kind++) {
            salience[kind] += more.salience[kind];
        }
        company.add(more.company);
        add(offsets, more.offsets);
        add(squares, more.squares);
        add(directions, more.directions);
        add(names, more.names);
        add(nearest, more.nearest);
        add(texts, more.texts);
        for (int field = 0; field < rings.length; field++) {
            add(rings[field], more.rings[field]);
        }
    }

    private static void add(double[][] into, double[][] from) {
        for (int a = 0; a < into.length; a++) {
            for (int b = 0; b < into[a].length; b++) {
                into[a][b] += from[a][b];
            }
        }
    }

    private void addDays(int[] members, int n, double share) {
        int first = weigher.firstDay(members, n);
        int last = weigher.lastDay(members, n);
        double total = 0;
        for (int day = first; day <= last; day++) {
            total += weigher.onDay(members, n, day);
        }
        for (int day = first; day <= last; day++) {
            double part = weigher.onDay(members, n, day) / total * share;
            for (int k = 0; k < n && part > 0; k++) {
                int i = members[k];
                if (accounts.fromDay[i] == accounts.toDay[i]) {
                    int at = accounts.fromDay[i] - day + settings.reachDays();
                    offsets[accounts.source[i]][at] += part;
                }
            }
        }
    }

    private void addCompany(int[] members, int n, double share) {
        company.add(n, share);
        if (share >= LEAST_SHARE) {
            // One pair of each set is enough to know how alike such pairs are as a rule.
            company.addAlike(weigher.alike(members[0], members[1]), share);
        }
    }

    /** What the next round knows of pairs of one source. */
    Company.Sofar ofOneSource(double[] reports) {
        return company.sofar(reports);
    }

    /** The expected square of each error: from the weighted mean, and of the mean itself. */
    private void addPlaces(int[] members, int n, double share) {
        double w = 0;
        double wx = 0;
        double wy = 0;
        int placed = 0;
        for (int k = 0; k < n; k++) {
            if (accounts.placed(members[k])) {
                double variance = where.variance(members[k]);
                w += 1 / variance;
                wx += accounts.eastKm(members[0], members[k]) / variance;
                wy += accounts.northKm(members[0], members[k]) / variance;
                placed++;
            }
        }
        for (int k = 0; k < n && placed > 1; k++) {
            int i = members[k];
            if (accounts.placed(i)) {
                double east = accounts.eastKm(members[0], i) - wx / w;
                double north = accounts.northKm(members[0], i) - wy / w;
                squares[accounts.source[i]][accounts.placeClass[i]] +=
                        share * (east * east + north * north + 2 / w);
                directions[accounts.source[i]][accounts.placeClass[i]] += 2 * share;
            }
        }
    }

    /**
     * @param before what the round began with
     * @param reports of each source, all of which are in what was added
     */
    Parameters parameters(Parameters before, double[] reports) {
        int sources = accounts.sources;
        double[] detection = detection(before, reports);
        double[] days = shares(pooled(offsets), settings.offsetsAtFirst());
        double[][] daysOf = new double[sources][];
        double[][] sigma = new double[sources][accounts.placeClasses];
        double[][][] ring = new double[rings.length][sources][];
        for (int source = 0; source < sources; source++) {
            daysOf[source] = shares(offsets[source], days);
            for (int c = 0; c < accounts.placeClasses; c++) {
                sigma[source][c] = sigma(source, c);
            }
        }
        for (int field = 0; field < rings.length; field++) {
            double[] pooled =
                    shares(pooled(rings[field]), accounts.codings.get(field).ringsAtFirst());
            for (int source = 0; source < sources; source++) {
                ring[field][source] = shares(rings[field][source], pooled);
            }
        }
        return new Parameters(
                detection,
                salience(before),
                daysOf,
                sigma,
                ring,
                probabilities(names, Parameters.PLACE_NAME_AT_FIRST),
                probabilities(nearest, Parameters.NEAREST_AT_FIRST),
                Arrays.stream(texts)
                        .map(alike -> shares(alike, Words.atFirst()))
                        .toArray(double[][]::new),
                company.perEvent(reports));
    }

    /** @param counts {@code [source][so, or not so]} */
    private static double[] probabilities(double[][] counts, double atFirst) {
        double[] pooled = shares(pooled(counts), new double[] {atFirst, 1 - atFirst});
        return Arrays.stream(counts)
                .mapToDouble(ofSource -> shares(ofSource, pooled)[0])
                .toArray();
    }

    /**
     * What each source reports of all events, those that nobody reported among them. It is pulled
     * towards what sources report on average, and that towards where learning starts: of a few
     * accounts that nobody else reports it cannot be told whether all is missed.
     */
    private double[] detection(Parameters before, double[] reports) {
        double told = 0;
        for (int kind = 0; kind < salience.length; kind++) {
            told += all(before, kind, salience[kind]) * Parameters.SALIENCE[kind];
        }
        double pooled =
                (Arrays.stream(reports).sum() + PRIOR_CHANCES * Parameters.DETECTION_AT_FIRST)
                        / (accounts.sources * told + PRIOR_CHANCES);
        double[] detection = new double[accounts.sources];
        for (int source = 0; source < detection.length; source++) {
            detection[source] = Math.clamp(
                    (reports[source] + PRIOR_CHANCES_OF_ONE * pooled)
                            / (told + PRIOR_CHANCES_OF_ONE),
                    Reach.LEAST,
                    Reach.MOST);
        }
        return detection;
    }

    /** How many events of a kind there are in all, when so many were reported. */
    private static double all(Parameters before, int kind, double reported) {
        return reported / (1 - Reach.unseen(before.detection(), kind));
    }

    /** How many events are of each kind, those that nobody reported among them; adds up to 1. */
    private double[] salience(Parameters before) {
        double[] kinds = new double[salience.length];
        double sum = 0;
        for (int kind = 0; kind < kinds.length; kind++) {
            kinds[kind] = all(
                    before,
                    kind,
                    salience[kind] + PRIOR_EVENTS * Parameters.SALIENCE_AT_FIRST[kind]);
            sum += kinds[kind];
        }
        for (int kind = 0; kind < kinds.length; kind++) {
            kinds[kind] /= sum;
        }
        return kinds;
    }

    private double sigma(int source, int placeClass) {
        double first = settings.sigmaKmAtFirst()[placeClass];
        double squaresOfAll = 2 * PRIOR_EVENTS * first * first;
        double directionsOfAll = 2 * PRIOR_EVENTS;
        for (int s = 0; s < accounts.sources; s++) {
            squaresOfAll += squares[s][placeClass];
            directionsOfAll += directions[s][placeClass];
        }
        double pooled = squaresOfAll / directionsOfAll;
        double own = (squares[source][placeClass] + 2 * PRIOR_EVENTS * pooled)
                / (directions[source][placeClass] + 2 * PRIOR_EVENTS);
        return Math.max(LEAST_SIGMA_KM, Math.sqrt(own));
    }

    private static double[] pooled(double[][] counts) {
        double[] sum = new double[counts[0].length];
        for (double[] one : counts) {
            for (int k = 0; k < sum.length; k++) {
                sum[k] += one[k];
            }
        }
        return sum;
    }

    private static double[] shares(double[] counts, double[] prior) {
        double sum = PRIOR_EVENTS + Arrays.stream(counts).sum();
        double[] shares = new double[counts.length];
        for (int k = 0; k < shares.length; k++) {
            shares[k] = (counts[k] + PRIOR_EVENTS * prior[k]) / sum;
        }
        return shares;
    }
}
