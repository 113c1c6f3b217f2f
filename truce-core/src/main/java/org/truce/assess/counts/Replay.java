package org.truce.assess.counts;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * How an outlook and the plain ones would have done in the past: on earlier days, each with what
 * was known on it, they said what the next days may bring, and are scored by what is known of these
 * days now. Origins are a horizon apart, so that no two are scored by the same day.
 *
 * @param horizonDays how many days each looked ahead
 * @param origins from how many days it was done, {@link #MIN_ORIGINS} or more
 * @param ours mean scores of the outlook with discounted rates
 * @param plain mean scores of each plain one
 */
public record Replay(int horizonDays, int origins, Means ours, Map<Plain, Means> plain) {
    /** Of fewer, nothing can be said of who does better. */
    public static final int MIN_ORIGINS = 10;

    /** So many days have to lie before the first origin. */
    public static final int FIRST_DAYS = 180;

    /**
     * Mean scores, lower is better for each but the last.
     *
     * @param crps continuous ranked probability score, in events
     * @param logScoreNats minus the logarithm of what probability what came was given
     * @param brierAny Brier score of one event or more
     * @param brierMore Brier score of more events than in as many days before
     * @param insideShare how often what came lay from the 5 % to the 95 % quantile
     */
    public record Means(
            double crps,
            double logScoreNats,
            double brierAny,
            double brierMore,
            double insideShare) {}

    public Replay {
        if (origins < MIN_ORIGINS || plain.size() != Plain.values().length) {
            throw new IllegalArgumentException(
                    "a replay has %d origins or more and every plain outlook: %d, %s"
                            .formatted(MIN_ORIGINS, origins, plain.keySet()));
        }
        plain = Map.copyOf(plain);
    }

    /** What was known on a day of the days up to it. */
    @FunctionalInterface
    public interface KnownThen {
        /** The counts of days up to {@code day}, as known at its end, with their completeness. */
        DailyCounts knownOn(LocalDate day);
    }

    /**
     * Goes back from {@code lastDay}; empty when fewer than {@link #MIN_ORIGINS} days had half of
     * the horizon before and after them observed. Throws when {@code knownThen} gives a day that
     * was still to come.
     */
    public static Optional<Replay> find(KnownThen knownThen, LocalDate lastDay, int horizonDays) {
        if (horizonDays < 1) {
            throw new IllegalArgumentException("an outlook is for a day or more: " + horizonDays);
        }
        DailyCounts now = known(knownThen, lastDay);
        if (now.days().isEmpty()) {
            return Optional.empty();
        }
        LocalDate first = now.days().getFirst().day();
        DailyRun came = DailyRun.until(lastDay, now);
        Scoring scoring = new Scoring(horizonDays);
        for (LocalDate origin = lastDay.minusDays(horizonDays);
                !origin.isBefore(first.plusDays(FIRST_DAYS));
                origin = origin.minusDays(horizonDays)) {
            int next = 1 + (int) ChronoUnit.DAYS.between(first, origin);
            DailyRun then = DailyRun.until(origin, known(knownThen, origin));
            if (canLookAhead(then, horizonDays) && came.isHalfObserved(next, next + horizonDays)) {
                scoring.add(
                        then,
                        came.events(next, next + horizonDays),
                        came.exposureDays(next, next + horizonDays));
            }
        }
        return scoring.find();
    }

    /** The plain outlook that did best where ours did not beat all by its CRPS; else empty. */
    public Optional<Plain> findBetterPlain() {
        return plain.entrySet().stream()
                .min(Comparator.comparingDouble((Map.Entry<Plain, Means> each) ->
                                each.getValue().crps())
                        .thenComparing(Map.Entry::getKey))
                .filter(best -> best.getValue().crps() <= ours.crps())
                .map(Map.Entry::getKey);
    }

    static boolean canLookAhead(DailyRun then, int horizonDays) {
        return then.days() >= horizonDays
                && then.isHalfObserved(then.days() - horizonDays, then.days());
    }

    static DailyCounts known(KnownThen knownThen, LocalDate day) {
        DailyCounts known = knownThen.knownOn(day);
        if (!known.days().isEmpty() && known.days().getLast().day().isAfter(day)) {
            throw new IllegalArgumentException("on %s nobody knew of %s; give what was known then"
                    .formatted(day, known.days().getLast().day()));
        }
        return known;
    }

    private static final class Scoring {
        private final int horizonDays;
        private final List<Means> ours = new ArrayList<>();
        private final Map<Plain, List<Means>> plain = new EnumMap<>(Plain.class);

        Scoring(int horizonDays) {
            this.horizonDays = horizonDays;
            Arrays.stream(Plain.values()).forEach(each -> plain.put(each, new ArrayList<>()));
        }

        void add(DailyRun then, int came, double exposureDays) {
            int end = then.days();
            double before = then.events(end - horizonDays, end)
                    * exposureDays
                    / then.exposureDays(end - horizonDays, end);
            ours.add(score(
                    DiscountedRates.next(then, horizonDays, exposureDays), came, (int) before));
            plain.forEach((each, scores) -> scores.add(
                    score(each.next(then, horizonDays, exposureDays), came, (int) before)));
        }

        private static Means score(CountDistribution said, int came, int before) {
            return new Means(
                    said.crps(came),
                    Scores.logScore(said, came),
                    Scores.brier(said.probabilityAtLeast(1), came >= 1),
                    Scores.brier(said.probabilityAtLeast(before + 1), came > before),
                    said.quantile(0.05) <= came && came <= said.quantile(0.95) ? 1 : 0);
        }

        Optional<Replay> find() {
            if (ours.size() < MIN_ORIGINS) {
                return Optional.empty();
            }
            Map<Plain, Means> means = new EnumMap<>(Plain.class);
            plain.forEach((each, scores) -> means.put(each, mean(scores)));
            return Optional.of(new Replay(horizonDays, ours.size(), mean(ours), means));
        }

        private static Means mean(List<Means> scores) {
            return new Means(
                    mean(scores, Means::crps),
                    mean(scores, Means::logScoreNats),
                    mean(scores, Means::brierAny),
                    mean(scores, Means::brierMore),
                    mean(scores, Means::insideShare));
        }

        private static double mean(List<Means> scores, ToDoubleFunction<Means> figure) {
            return scores.stream().mapToDouble(figure).average().orElseThrow();
        }
    }
}
