package org.truce.assess.counts;

import org.apache.commons.statistics.distribution.FDistribution;
import org.truce.assess.Interval;
import org.truce.assess.RatioPosterior;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * The rate during over the rate before, when events may come in bursts:
 * {@link org.truce.assess.RateRatio} where they do not, and wider where they do.
 *
 * <p>With a dispersion phi, the variance of a long count over its mean, N events tell as much of a
 * rate as N / phi Poisson ones (McCullagh and Nelder 1989, section 6.2.3, quasi-likelihood). With
 * Jeffreys' prior the rate is Gamma(N / phi + 1/2, T / phi), and the ratio of two such rates
 * follows Fisher's F, as in {@link org.truce.assess.RateRatio}. That is averaged over what the
 * daily counts say of phi, by sums over a grid; nothing is sampled.
 *
 * <p>What they say of it, a third of the prior each: no bursts, phi = 1; bursts of one strength,
 * phi = 1 + c in both windows; bursts that grow with the rate, phi = 1 + c x rate / pooled rate
 * (negative binomial counts with one size: Cameron and Trivedi 2013, section 3.3, call the two NB1
 * and NB2). A burst lasts some days, so each is tried with blocks of 1, 2, 4, 7, 14 and 28 days
 * that share one Gamma factor; all of them give the daily counts a probability, so they can be
 * compared ({@link Blocks}). Lengths and the logarithm of c are uniform before counting.
 *
 * <p>Real bursts do not keep to the blocks. For correlation that falls as {@code exp(-d / tau)},
 * blocks of {@code x tau} days see the share {@code g(x) = 1 - (1 - exp(-x)) / x} of the excess
 * (Cox and Isham 1980, Point Processes, section 2.5), and stand out most where {@code g(x)^2 / x}
 * is largest: at x = 2.15, with g = 0.59. So the excess that blocks of more than a day show is
 * taken as that share of the whole.
 *
 * <p>Where a year or more is observed, days are set against what is usual on such a day
 * ({@link DayEffects}).
 *
 * <p>It says that rates differ, never why: ceasefires begin when fighting is at a peak. Bursts that
 * last a month or longer are not told from a change of the rate, and make it surer than it should
 * be.
 */
public final class RatioWithBursts implements RatioPosterior {
    private static final int[] BLOCK_DAYS = {1, 2, 4, 7, 14, 28};
    private static final double EXCESS_SEEN_IN_BLOCKS = 0.59;
    private static final double LEAST_EXCESS = 0.2;
    private static final double MOST_EXCESS = 40;
    private static final int EXCESSES = 20;
    private static final double PRIOR_OF_EACH_ACCOUNT = 1 / 3.0;
    private static final double NEGLIGIBLE_WEIGHT = 1e-7;
    private static final double MOST_LOG_RATIO = 40;
    private static final int HALVINGS = 48;

    private final Total before;
    private final Total during;
    private final double varianceInflation;
    private final List<Account> accounts;
    private final List<Part> parts;

    private record Total(double events, double exposureDays) {
        Total {
            if (!(exposureDays > 0)) {
                throw new IllegalArgumentException(
                        "both windows need an observed day; ask for a longer one");
            }
        }

        static Total of(List<WeighedDay> window) {
            return new Total(
                    window.stream().mapToInt(WeighedDay::events).sum(),
                    window.stream().mapToDouble(WeighedDay::exposureDays).sum());
        }

        double shape(double dispersion) {
            return events / dispersion + 0.5;
        }

        double perDay(double dispersion) {
            return shape(dispersion) * dispersion / exposureDays;
        }
    }

    /** One value of the dispersions, with the logarithm of its weight or with the weight. */
    private record Account(double weight, double before, double during) {
        boolean hasBursts() {
            return before > 1;
        }
    }

    /** What one account says of the ratio. */
    private record Part(double weight, double scale, FDistribution overScale) {
        double weightBelow(double bound) {
            return weight * overScale.cumulativeProbability(bound / scale);
        }
    }

    private RatioWithBursts(DayEffects effects) {
        before = Total.of(effects.before());
        during = Total.of(effects.during());
        varianceInflation = effects.varianceInflation();
        accounts = weigh(listAccounts(effects));
        parts = accounts.stream().map(this::part).toList();
    }

    private RatioWithBursts(RatioWithBursts learned, Total before, Total during) {
        this.before = before;
        this.during = during;
        varianceInflation = learned.varianceInflation;
        accounts = learned.accounts;
        parts = accounts.stream().map(this::part).toList();
    }

    /** The posterior. Throws when one of the windows has no observed day. */
    public static RatioWithBursts of(DailyCounts before, DailyCounts during) {
        return new RatioWithBursts(DayEffects.of(before, during));
    }

    @Override
    public OptionalDouble estimate() {
        return before.events() == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(during.events()
                        / during.exposureDays()
                        / (before.events() / before.exposureDays()));
    }

    @Override
    public Interval posteriorInterval(double level) {
        double tail = (1 - level) / 2;
        return new Interval(quantile(tail), quantile(1 - tail), level);
    }

    @Override
    public double probabilityBelow(double bound) {
        if (!(bound > 0)) {
            throw new IllegalArgumentException(
                    "a ratio of rates is compared with more than 0: " + bound);
        }
        return parts.stream().mapToDouble(part -> part.weightBelow(bound)).sum();
    }

    /** The same were there other numbers of events, which scatter as these do. */
    public RatioWithBursts withEvents(int eventsBefore, int eventsDuring) {
        return new RatioWithBursts(
                this,
                new Total(eventsBefore, before.exposureDays()),
                new Total(eventsDuring, during.exposureDays()));
    }

    /** The posterior probability that events come in bursts; 2/3 before counting. */
    public double probabilityOfBursts() {
        return accounts.stream()
                .filter(Account::hasBursts)
                .mapToDouble(Account::weight)
                .sum();
    }

    /** The posterior mean of variance over mean of a long count before; 1 is Poisson's. */
    public double dispersionBefore() {
        return accounts.stream().mapToDouble(a -> a.weight() * a.before()).sum();
    }

    /** The posterior mean of variance over mean of a long count during; 1 is Poisson's. */
    public double dispersionDuring() {
        return accounts.stream().mapToDouble(a -> a.weight() * a.during()).sum();
    }

    private double quantile(double probability) {
        double low = -MOST_LOG_RATIO;
        double high = MOST_LOG_RATIO;
        for (int i = 0; i < HALVINGS; i++) {
            double middle = (low + high) / 2;
            if (probabilityBelow(Math.exp(middle)) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.exp((low + high) / 2);
    }

    private Part part(Account account) {
        double phiBefore = account.before() * varianceInflation;
        double phiDuring = account.during() * varianceInflation;
        return new Part(
                account.weight(),
                during.perDay(phiDuring) / before.perDay(phiBefore),
                FDistribution.of(2 * during.shape(phiDuring), 2 * before.shape(phiBefore)));
    }

    private List<Account> listAccounts(DayEffects effects) {
        List<Account> logs = new ArrayList<>();
        logs.add(new Account(Math.log(PRIOR_OF_EACH_ACCOUNT), 1, 1));
        for (int blockDays : BLOCK_DAYS) {
            Blocks blocksBefore = Blocks.of(effects.before(), blockDays);
            Blocks blocksDuring = Blocks.of(effects.during(), blockDays);
            for (int i = 0; i < EXCESSES; i++) {
                double excess =
                        LEAST_EXCESS * Math.pow(MOST_EXCESS / LEAST_EXCESS, i / (EXCESSES - 1.0));
                double whole = blockDays == 1 ? excess : excess / EXCESS_SEEN_IN_BLOCKS;
                logs.add(ofOneStrength(blocksBefore, blocksDuring, excess, whole));
                logs.add(growingWithTheRate(blocksBefore, blocksDuring, excess, whole));
            }
        }
        return logs;
    }

    private Account ofOneStrength(
            Blocks blocksBefore, Blocks blocksDuring, double excess, double whole) {
        return new Account(
                logPriorOfOne()
                        + blocksBefore.logBurstFactor(before.events() / excess)
                        + blocksDuring.logBurstFactor(during.events() / excess),
                1 + whole,
                1 + whole);
    }

    private Account growingWithTheRate(
            Blocks blocksBefore, Blocks blocksDuring, double excess, double whole) {
        double pooledPerDay = (before.events() + during.events())
                / (before.exposureDays() + during.exposureDays());
        // Without any event no block says anything, and the rates are equal as far as is known.
        return pooledPerDay == 0
                ? new Account(logPriorOfOne(), 1 + whole, 1 + whole)
                : new Account(
                        logPriorOfOne()
                                + blocksBefore.logBurstFactor(
                                        pooledPerDay * before.exposureDays() / excess)
                                + blocksDuring.logBurstFactor(
                                        pooledPerDay * during.exposureDays() / excess),
                        1 + whole * before.perDay(1) / pooledPerDay,
                        1 + whole * during.perDay(1) / pooledPerDay);
    }

    private static double logPriorOfOne() {
        return Math.log(PRIOR_OF_EACH_ACCOUNT / BLOCK_DAYS.length / EXCESSES);
    }

    private static List<Account> weigh(List<Account> logs) {
        double largest = logs.stream().mapToDouble(Account::weight).max().orElseThrow();
        List<Account> heavy = logs.stream()
                .map(a -> new Account(Math.exp(a.weight() - largest), a.before(), a.during()))
                .filter(a -> a.weight() > NEGLIGIBLE_WEIGHT)
                .toList();
        double sum = heavy.stream().mapToDouble(Account::weight).sum();
        return heavy.stream()
                .map(a -> new Account(a.weight() / sum, a.before(), a.during()))
                .toList();
    }
}
