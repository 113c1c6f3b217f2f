package org.truce.reconcile.linkage;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executor;

/**
 * The truth about an invented world, for a matcher that need not learn: what it reaches is the most
 * that any can. Places, reporting and codes are weighed together, so that what is common in one
 * town can be rare in the next.
 *
 * @param sources in the order of the accounts' sources
 * @param sites where events happen, each around a middle
 * @param open events a day and square kilometre that happen anywhere
 * @param common for each kind of site, for each coding, how common each code is; the first holds
 *     for open country
 * @param districtDegrees accounts of place class 1 give the middle of a square so wide that holds
 *     the event
 * @param firstDay counted from 1970-01-01
 * @param dailyRatio for each day from the first, events to those of an average day
 * @param telling what accounts say in words
 */
public record KnownWorld(
        List<Source> sources,
        List<Site> sites,
        double open,
        List<double[][]> common,
        double districtDegrees,
        int firstDay,
        double[] dailyRatio,
        Telling telling) {

    /** Events come singly: the least that is above 0. */
    private static final double NO_COMPANY = Double.MIN_VALUE;

    /**
     * @param detection probability that it reports an event, between 0 and 1, within its reach
     * @param eastEnd degrees of longitude up to which it sees
     * @param silent for each day from the first, whether it reports nothing
     * @param offsets as {@link Parameters} has them
     * @param given for each coding {@code [said * size + meant]}: how likely it says a code
     */
    public record Source(
            double detection,
            double eastEnd,
            boolean[] silent,
            double[] offsets,
            double sigmaKm,
            double[][] given) {}

    /**
     * @param spreadKm standard deviation of the events around the middle, above 0
     * @param eventsADay on average
     * @param kind index into {@code common}
     */
    public record Site(
            double latDegrees, double lonDegrees, double spreadKm, double eventsADay, int kind) {}

    /** How accounts come to say what they say in words. */
    public interface Telling {
        /** Where nobody says a word. */
        Telling NOTHING = (wordings, n, site) -> 0;

        /**
         * How likely {@code wordings[0..n-1]} are what accounts of one event say, as a natural
         * logarithm, up to what each adds whichever event it is of.
         *
         * @param site where the event happens; -1 in open country
         */
        double log(Wording[] wordings, int n, int site);
    }

    public KnownWorld {
        sources = List.copyOf(sources);
        sites = List.copyOf(sites);
        common = List.copyOf(common);
    }

    Parameters parameters() {
        double half = districtDegrees * Accounts.KM_A_DEGREE / 2;
        return new Parameters(
                sources.stream().mapToDouble(Source::detection).toArray(),
                Parameters.SALIENCE_AT_FIRST,
                sources.stream().map(Source::offsets).toArray(double[][]::new),
                sources.stream()
                        .map(source -> new double[] {source.sigmaKm(), half / 2})
                        .toArray(double[][]::new),
                new double[0][][],
                new double[0],
                new double[0],
                new double[0][],
                NO_COMPANY);
    }

    Weigher weigher(Accounts accounts, Executor executor) {
        return Weigher.of(
                accounts,
                new Weigher.Means(
                        parameters(),
                        new Confusion[0],
                        new double[accounts.size],
                        new Said(),
                        new Truth(accounts, this),
                        Saying.NOTHING,
                        new Weigher.Span(
                                sites.stream().mapToDouble(Site::eventsADay).sum()
                                        * accounts.days(),
                                accounts.days())),
                executor);
    }

    /** Who reports is weighed with the places, and so is what is told in words. */
    private static final class Said implements Who {
        @Override
        public double log(int[] members, int n) {
            return 0;
        }

        @Override
        public double[] salience(int[] members, int n) {
            return Parameters.SALIENCE_AT_FIRST.clone();
        }

        @Override
        public Said another() {
            return this;
        }
    }

    /** Not only where, but who reports and what: all but the days. */
    private static final class Truth implements Where {
        private static final double FAR_IN_SIGMAS = 7;
        private static final double NEVER = 1e-300;
        private static final double MOST_DETECTION = 0.999;

        private final Accounts accounts;
        private final KnownWorld world;
        private final double[] siteX;
        private final double[] siteY;
        private final double[] siteScale;
        private final int[][] near;
        private final double[] kinds;
        private final Wording[] wordings;
        private final Spot spot = new Spot();

        Truth(Accounts accounts, KnownWorld world) {
            this.accounts = accounts;
            this.world = world;
            int count = world.sites.size();
            siteX = new double[count];
            siteY = new double[count];
            siteScale = new double[count];
            for (int site = 0; site < count; site++) {
                double lat = Math.toRadians(world.sites.get(site).latDegrees());
                siteX[site] = world.sites.get(site).lonDegrees() * Accounts.KM_A_DEGREE;
                siteY[site] = Math.toDegrees(Math.log(Math.tan(Math.PI / 4 + lat / 2)))
                        * Accounts.KM_A_DEGREE;
                siteScale[site] = Math.cos(lat);
            }
            kinds = new double[world.common.size()];
            wordings = new Wording[Math.max(2, accounts.mostMembers())];
            near = new int[accounts.size][];
            for (int i = 0; i < accounts.size; i++) {
                near[i] = near(i);
            }
        }

        private Truth(Truth from) {
            accounts = from.accounts;
            world = from.world;
            siteX = from.siteX;
            siteY = from.siteY;
            siteScale = from.siteScale;
            near = from.near;
            kinds = new double[from.kinds.length];
            wordings = new Wording[from.wordings.length];
        }

        @Override
        public Truth another() {
            return new Truth(this);
        }

        private int[] near(int i) {
            int[] found = new int[siteX.length];
            int count = 0;
            for (int site = 0; site < siteX.length; site++) {
                double spread = world.sites.get(site).spreadKm();
                double far = switch (accounts.placeClass[i]) {
                    case 0 ->
                        Math.hypot(world.sources.get(accounts.source[i]).sigmaKm(), spread)
                                * FAR_IN_SIGMAS;
                    case 1 -> halfKm() + spread * FAR_IN_SIGMAS;
                    default -> Double.MAX_VALUE;
                };
                if (Math.abs(east(i, site)) < far && Math.abs(north(i, site)) < far) {
                    found[count++] = site;
                }
            }
            return Arrays.copyOf(found, count);
        }

        private double halfKm() {
            return world.districtDegrees / 2 * Accounts.KM_A_DEGREE;
        }

        private double east(int i, int site) {
            return (siteX[site] - accounts.x[i]) * (siteScale[site] + accounts.scale[i]) / 2;
        }

        private double north(int i, int site) {
            return (siteY[site] - accounts.y[i]) * (siteScale[site] + accounts.scale[i]) / 2;
        }

        @Override
        public double log(int[] members, int n) {
            int anchor = anchor(members, n);
            int day = Math.clamp(day(members, n) - world.firstDay, 0, world.dailyRatio.length - 1);
            for (int kind = 0; kind < kinds.length; kind++) {
                kinds[kind] = codes(world.common.get(kind), members, n);
            }
            for (int k = 0; k < n; k++) {
                wordings[k] = accounts.wording[members[k]];
            }
            double sum = 0;
            for (int site : near[anchor]) {
                Site here = world.sites.get(site);
                spot.begin(here.spreadKm(), east(anchor, site), north(anchor, site));
                double points = points(members, n, anchor);
                if (points > 0) {
                    sum += here.eventsADay()
                            * points
                            * kinds[here.kind()]
                            * Math.exp(world.telling.log(wordings, n, site))
                            * reporting(members, n, here.lonDegrees(), day);
                }
            }
            return Math.log((sum + open(members, n, anchor, day)) * world.dailyRatio[day] + NEVER);
        }

        private double open(int[] members, int n, int anchor, int day) {
            if (world.open == 0) {
                return 0;
            }
            double reporting = reporting(members, n, accounts.x[anchor] / Accounts.KM_A_DEGREE, day)
                    * Math.exp(world.telling.log(wordings, n, -1));
            if (accounts.placeClass[anchor] != 0) {
                // Squares alone: all events in them, or of the whole country.
                double side = 2 * halfKm();
                return world.open * side * side * accounts.scale[anchor] * kinds[0] * reporting;
            }
            spot.begin(Double.POSITIVE_INFINITY, 0, 0);
            return world.open * points(members, n, anchor) * kinds[0] * reporting;
        }

        /** The one by which the others are looked at: with as exact a place as any. */
        private int anchor(int[] members, int n) {
            int best = members[0];
            for (int k = 1; k < n; k++) {
                int rank = accounts.placeClass[members[k]] & 0xff;
                if (rank < (accounts.placeClass[best] & 0xff)
                        || (rank == (accounts.placeClass[best] & 0xff) && members[k] < best)) {
                    best = members[k];
                }
            }
            return best;
        }

        private int day(int[] members, int n) {
            int best = members[0];
            for (int k = 1; k < n; k++) {
                int longer = accounts.toDay[members[k]] - accounts.fromDay[members[k]];
                int shortest = accounts.toDay[best] - accounts.fromDay[best];
                if (longer < shortest
                        || (longer == shortest
                                && accounts.fromDay[members[k]] < accounts.fromDay[best])) {
                    best = members[k];
                }
            }
            return accounts.fromDay[best];
        }

        private double codes(double[][] common, int[] members, int n) {
            double product = 1;
            for (int field = 0; field < common.length; field++) {
                int size = common[field].length;
                double sum = 0;
                for (int meant = 0; meant < size; meant++) {
                    double term = common[field][meant];
                    for (int k = 0; k < n; k++) {
                        int said = accounts.code[field][members[k]];
                        if (said != Accounts.NONE) {
                            Source source = world.sources.get(accounts.source[members[k]]);
                            term *= source.given()[field][said * size + meant];
                        }
                    }
                    sum += term;
                }
                product *= sum;
            }
            return product;
        }

        private double reporting(int[] members, int n, double lonDegrees, int day) {
            double product = 1;
            for (int s = 0; s < world.sources.size(); s++) {
                Source source = world.sources.get(s);
                double sees = lonDegrees > source.eastEnd()
                        ? 0
                        : Math.min(MOST_DETECTION, source.detection());
                boolean reports = false;
                boolean repeats = false;
                for (int k = 0; k < n; k++) {
                    reports |= accounts.source[members[k]] == s;
                    repeats |= accounts.repeats(s, members[k]);
                }
                if (reports) {
                    product *= sees;
                } else if (!repeats && !source.silent()[day]) {
                    product *= 1 - sees;
                }
            }
            return product;
        }

        /** Density of all points, were the event around {@link #spot}. */
        private double points(int[] members, int n, int anchor) {
            for (int k = 0; k < n; k++) {
                int i = members[k];
                if (accounts.placeClass[i] == 0) {
                    double sigma = world.sources.get(accounts.source[i]).sigmaKm();
                    spot.take(accounts.eastKm(anchor, i), accounts.northKm(anchor, i), sigma);
                }
            }
            double density = spot.density();
            int square = -1;
            for (int k = 0; k < n; k++) {
                int i = members[k];
                if (accounts.placeClass[i] != 1) {
                    continue;
                }
                if (square < 0) {
                    square = i;
                    density *= spot.within(
                            accounts.eastKm(anchor, i),
                            accounts.northKm(anchor, i),
                            halfKm() * accounts.scale[i],
                            halfKm());
                } else if (accounts.x[i] != accounts.x[square]
                        || accounts.y[i] != accounts.y[square]) {
                    return 0;
                }
            }
            return density;
        }
    }

    /** Where an event lies, as a normal density that each point narrows. */
    private static final class Spot {
        private double w;
        private double east;
        private double north;
        private double log;

        /** An infinite spread: anywhere, with a density of 1 a square kilometre. */
        void begin(double spreadKm, double eastKm, double northKm) {
            w = Double.isInfinite(spreadKm) ? 0 : 1 / (spreadKm * spreadKm);
            east = eastKm;
            north = northKm;
            log = 0;
        }

        void take(double eastKm, double northKm, double sigmaKm) {
            double own = 1 / (sigmaKm * sigmaKm);
            double across = eastKm - east;
            double up = northKm - north;
            if (w > 0) {
                double variance = 1 / w + 1 / own;
                log -= Math.log(2 * Math.PI * variance)
                        + (across * across + up * up) / (2 * variance);
            }
            east += across * own / (w + own);
            north += up * own / (w + own);
            w += own;
        }

        double density() {
            return Math.exp(log);
        }

        /** Probability that it lies in a rectangle around a middle. */
        double within(double midEast, double midNorth, double halfEast, double halfNorth) {
            double scale = Math.sqrt(w);
            return (below((midEast + halfEast - east) * scale)
                            - below((midEast - halfEast - east) * scale))
                    * (below((midNorth + halfNorth - north) * scale)
                            - below((midNorth - halfNorth - north) * scale));
        }

        /** The normal distribution, within 0.0002 (E. Page 1977). */
        private static double below(double z) {
            return 1 / (1 + Math.exp(-1.5976 * z - 0.07056 * z * z * z));
        }
    }
}
