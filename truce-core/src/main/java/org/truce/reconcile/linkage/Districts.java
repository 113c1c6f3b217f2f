package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Points that stand in for something larger, out of a list: the middles of districts or provinces.
 * Who knows the district alone gives, of all that are listed, mostly the one nearest to the event.
 * So each stands for what lies nearer to it than to the others (G. Voronoi 1908), however wide that
 * is, and how near it lies within says nothing more.
 *
 * <p>A list are all points of a class of places when most of its accounts share theirs. Two points
 * nearer to each other than the class is exact are two middles of one district, as two gazetteers
 * put it, and not weighed against each other.
 */
final class Districts {
    /** Of an account whose point is not in a list. */
    static final int NONE = -1;

    /** As far as a district is looked for from a point, in its class's standard deviations. */
    private static final double REACH_IN_SIGMAS = 3.7;

    /** What lies behind so many nearer ones takes nothing from a district. */
    private static final int MOST_NEIGHBOURS = 24;

    /** Between the logistic and the normal distribution, the scale that is nearest to both. */
    private static final double LOGISTIC = 1.702;

    private static final double PRIOR_EVENTS = 1;

    private final Map<Point, Integer> numbers = new LinkedHashMap<>();
    private final List<Point> points = new ArrayList<>();
    private final double days;

    /** Of each, towards its neighbours: unit vectors, and half of the way. */
    private final double[][] towardsEast;

    private final double[][] towardsNorth;
    private final double[][] halfWayKm;

    /** Nearer or farther, in all the time. */
    private final double[] events;

    /** On the map of the accounts. */
    private record Point(byte placeClass, double x, double y, double scale) {
        double eastKm(double otherX, double otherScale) {
            return (otherX - x) * (scale + otherScale) / 2;
        }

        double northKm(double otherY, double otherScale) {
            return (otherY - y) * (scale + otherScale) / 2;
        }
    }

    /**
     * @param weight of each account, its share of an event
     * @param classKm for each place class, how exactly it is known at best
     */
    Districts(Accounts accounts, double[] weight, double[] classKm) {
        days = accounts.days();
        double[] ofClass = list(accounts, weight);
        towardsEast = new double[points.size()][];
        towardsNorth = new double[points.size()][];
        halfWayKm = new double[points.size()][];
        events = new double[points.size()];
        for (int placeClass = 1; placeClass < classKm.length; placeClass++) {
            Near near = new Near(placeClass, REACH_IN_SIGMAS * classKm[placeClass]);
            if (near.isEmpty()) {
                continue;
            }
            near.meet(classKm[placeClass]);
            double rest = Arrays.stream(ofClass).sum() - ofClass[placeClass];
            double each = ofClass[0] == 0 ? 0 : rest / ofClass[0];
            for (int i = 0; i < accounts.size; i++) {
                if (accounts.placeClass[i] == 0) {
                    near.count(accounts, i, weight[i] * each, classKm[0]);
                }
            }
        }
        for (int i = 0; i < accounts.size; i++) {
            int number = number(accounts, i);
            if (number != NONE) {
                events[number] += weight[i];
            }
        }
    }

    /** Returns, for each place class, how many events the accounts with a point are. */
    private double[] list(Accounts accounts, double[] weight) {
        double[] ofClass = new double[accounts.placeClasses];
        List<Map<Point, Integer>> shared = new ArrayList<>();
        for (int placeClass = 0; placeClass < ofClass.length; placeClass++) {
            shared.add(new LinkedHashMap<>());
        }
        for (int i = 0; i < accounts.size; i++) {
            if (accounts.placed(i)) {
                ofClass[accounts.placeClass[i]] += weight[i];
                if (accounts.placeClass[i] > 0) {
                    shared.get(accounts.placeClass[i]).merge(point(accounts, i), 1, Integer::sum);
                }
            }
        }
        for (Map<Point, Integer> counts : shared) {
            long all = counts.values().stream().mapToLong(Integer::longValue).sum();
            long alone = counts.values().stream().filter(count -> count == 1).count();
            if (2 * alone < all) {
                counts.keySet().forEach(point -> {
                    numbers.put(point, points.size());
                    points.add(point);
                });
            }
        }
        return ofClass;
    }

    private static Point point(Accounts accounts, int i) {
        return new Point(accounts.placeClass[i], accounts.x[i], accounts.y[i], accounts.scale[i]);
    }

    /** The number of the one that an account gives as its place, or {@link #NONE}. */
    int number(Accounts accounts, int i) {
        boolean coarse = accounts.placed(i) && accounts.placeClass[i] > 0;
        return coarse ? numbers.getOrDefault(point(accounts, i), NONE) : NONE;
    }

    /**
     * How likely it is the nearest of all to an event, 0 to 1.
     *
     * @param eastKm from it to the event
     * @param sigmaKm how exactly it is known where that is, as a standard deviation
     */
    double nearest(int number, double eastKm, double northKm, double sigmaKm) {
        double[] east = towardsEast[number];
        double[] north = towardsNorth[number];
        double others = 1;
        for (int k = 0; k < east.length; k++) {
            double beyondKm = eastKm * east[k] + northKm * north[k] - halfWayKm[number][k];
            others += Math.exp(LOGISTIC * beyondKm / sigmaKm);
        }
        return 1 / others;
    }

    /**
     * How many events a day it stands for, above 0.
     *
     * @param own what the account that asks was counted for; 0 when it was not
     * @param usual as many as would be expected there, were it not for what was counted
     */
    double eventsADay(int number, double own, double usual) {
        return (PRIOR_EVENTS + Math.max(0, events[number] - own)) / (PRIOR_EVENTS / usual + days);
    }

    /** Those of a class by cells as wide as is looked for them. */
    private final class Near {
        private final double reachKm;
        private final double cell;
        private final Map<Long, List<Integer>> cells = new HashMap<>();

        Near(int placeClass, double reachKm) {
            this.reachKm = reachKm;
            double least = 1;
            for (Point point : points) {
                least = Math.min(least, point.scale());
            }
            cell = 2 * reachKm / least;
            for (int number = 0; number < points.size(); number++) {
                Point point = points.get(number);
                if (point.placeClass() == placeClass) {
                    cells.computeIfAbsent(key(at(point.y()), at(point.x())), k -> new ArrayList<>())
                            .add(number);
                }
            }
        }

        boolean isEmpty() {
            return cells.isEmpty();
        }

        private long at(double map) {
            return (long) Math.floor(map / cell);
        }

        private static long key(long row, long column) {
            return row << 32 ^ (column & 0xffffffffL);
        }

        private List<Integer> around(double x, double y) {
            List<Integer> found = new ArrayList<>();
            for (long row = at(y) - 1; row <= at(y) + 1; row++) {
                for (long column = at(x) - 1; column <= at(x) + 1; column++) {
                    found.addAll(cells.getOrDefault(key(row, column), List.of()));
                }
            }
            return found;
        }

        /** @param sameKm points no farther apart are of one district */
        void meet(double sameKm) {
            for (List<Integer> here : cells.values()) {
                for (int number : here) {
                    meet(number, sameKm);
                }
            }
        }

        private void meet(int number, double sameKm) {
            Point from = points.get(number);
            double[][] ways = around(from.x(), from.y()).stream()
                    .map(points::get)
                    .map(to -> new double[] {
                        from.eastKm(to.x(), to.scale()), from.northKm(to.y(), to.scale())
                    })
                    .filter(way -> lengthKm(way) > sameKm && lengthKm(way) <= 2 * reachKm)
                    .sorted(Comparator.comparingDouble(Near::lengthKm))
                    .limit(MOST_NEIGHBOURS)
                    .toArray(double[][]::new);
            towardsEast[number] = new double[ways.length];
            towardsNorth[number] = new double[ways.length];
            halfWayKm[number] = new double[ways.length];
            for (int k = 0; k < ways.length; k++) {
                towardsEast[number][k] = ways[k][0] / lengthKm(ways[k]);
                towardsNorth[number][k] = ways[k][1] / lengthKm(ways[k]);
                halfWayKm[number][k] = lengthKm(ways[k]) / 2;
            }
        }

        private static double lengthKm(double[] way) {
            return Math.hypot(way[0], way[1]);
        }

        /** Adds an account of the finest class to those near it, as far as it is theirs. */
        void count(Accounts accounts, int i, double share, double sigmaKm) {
            for (int number : around(accounts.x[i], accounts.y[i])) {
                Point point = points.get(number);
                double east = point.eastKm(accounts.x[i], accounts.scale[i]);
                double north = point.northKm(accounts.y[i], accounts.scale[i]);
                if (Math.hypot(east, north) <= reachKm) {
                    events[number] += share * nearest(number, east, north, sigmaKm);
                }
            }
        }
    }
}
