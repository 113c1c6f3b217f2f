package org.truce.assess.counts;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Random;

/** Invented daily counts, drawn with a seed, of one mean rate throughout. */
final class Drawn {
    private static final double LARGEST_POISSON_STEP = 30;

    private Drawn() {}

    /** How events come. */
    enum Kind {
        ONE_BY_ONE,
        DAYS_THAT_DIFFER,
        DAYS_THAT_DIFFER_MUCH,
        SMALL_BURSTS,
        LONG_BURSTS,
        SELF_EXCITING,
        SELF_EXCITING_FOR_WEEKS
    }

    static DailyCounts counts(Random random, Kind kind, double perDay, LocalDate first, int days) {
        return counts(first, draw(random, kind, perDay, days));
    }

    static DailyCounts counts(LocalDate first, int... events) {
        List<CountedDay> list = new ArrayList<>();
        for (int i = 0; i < events.length; i++) {
            list.add(CountedDay.whole(first.plusDays(i), events[i]));
        }
        return new DailyCounts(list);
    }

    private static int[] draw(Random random, Kind kind, double perDay, int days) {
        return switch (kind) {
            case ONE_BY_ONE -> gammaPoisson(random, perDay, days, Double.POSITIVE_INFINITY);
            case DAYS_THAT_DIFFER -> gammaPoisson(random, perDay, days, 1);
            case DAYS_THAT_DIFFER_MUCH -> gammaPoisson(random, perDay, days, 0.3);
            case SMALL_BURSTS -> neymanScott(random, perDay, days, 3, 2);
            case LONG_BURSTS -> neymanScott(random, perDay, days, 5, 4);
            case SELF_EXCITING -> hawkes(random, perDay, days, 0.5, 0.5);
            case SELF_EXCITING_FOR_WEEKS -> hawkes(random, perDay, days, 0.7, 0.2);
        };
    }

    private static int[] gammaPoisson(Random random, double perDay, int days, double size) {
        int[] events = new int[days];
        for (int i = 0; i < days; i++) {
            double factor = Double.isInfinite(size) ? 1 : gamma(random, size) / size;
            events[i] = poisson(random, perDay * factor);
        }
        return events;
    }

    /** Neyman and Scott 1958: bursts of {@code size} events on average, some days after a start. */
    private static int[] neymanScott(
            Random random, double perDay, int days, double size, double lagDays) {
        int[] events = new int[days];
        int warmUpDays = (int) (10 * lagDays);
        for (int day = -warmUpDays; day < days; day++) {
            for (int bursts = poisson(random, perDay / size); bursts > 0; bursts--) {
                double start = day + random.nextDouble();
                for (int left = 1 + poisson(random, size - 1); left > 0; left--) {
                    count(events, start + exponential(random) * lagDays);
                }
            }
        }
        return events;
    }

    /** Hawkes and Oakes 1974: each event has offspring of its own. */
    private static int[] hawkes(
            Random random, double perDay, int days, double offspring, double decayPerDay) {
        int[] events = new int[days];
        int warmUpDays = (int) (40 / decayPerDay / (1 - offspring));
        Deque<Double> open = new ArrayDeque<>();
        int immigrants = poisson(random, perDay * (1 - offspring) * (days + warmUpDays));
        for (int i = 0; i < immigrants; i++) {
            open.add(-warmUpDays + random.nextDouble() * (days + warmUpDays));
        }
        while (!open.isEmpty()) {
            double time = open.removeFirst();
            count(events, time);
            for (int left = poisson(random, offspring); left > 0; left--) {
                double next = time + exponential(random) / decayPerDay;
                if (next < days) {
                    open.add(next);
                }
            }
        }
        return events;
    }

    private static void count(int[] events, double time) {
        if (time >= 0 && time < events.length) {
            events[(int) time]++;
        }
    }

    private static double exponential(Random random) {
        return -Math.log1p(-random.nextDouble());
    }

    /** Knuth's method, in steps that do not underflow. */
    static int poisson(Random random, double mean) {
        int events = 0;
        double left = mean;
        while (left > LARGEST_POISSON_STEP) {
            events += poisson(random, LARGEST_POISSON_STEP);
            left -= LARGEST_POISSON_STEP;
        }
        double limit = Math.exp(-left);
        for (double product = random.nextDouble();
                product > limit;
                product *= random.nextDouble()) {
            events++;
        }
        return events;
    }

    /** Marsaglia and Tsang 2000; a shape below 1 by a power of a uniform draw. */
    private static double gamma(Random random, double shape) {
        if (shape < 1) {
            return gamma(random, shape + 1) * Math.pow(random.nextDouble(), 1 / shape);
        }
        double d = shape - 1 / 3.0;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double normal = random.nextGaussian();
            double v = Math.pow(1 + c * normal, 3);
            if (v > 0
                    && Math.log(random.nextDouble())
                            < normal * normal / 2 + d - d * v + d * Math.log(v)) {
                return d * v;
            }
        }
    }
}
