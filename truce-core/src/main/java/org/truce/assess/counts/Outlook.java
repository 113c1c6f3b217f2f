package org.truce.assess.counts;

import java.time.LocalDate;
import java.util.Optional;

/**
 * What the next days may bring in one area, with how well such an outlook did in the past. Of days
 * that are not observed it says what would be counted if they were.
 *
 * <p>It goes on from what was counted. It knows nothing of talks, movements or plans, and no
 * offensive is foretold by counts.
 *
 * @param lastDay the last day that it looks back on; the next one is its first
 * @param horizonDays for how many days it is
 * @param distribution of the events in all of these days together
 * @param usesPlain the plain outlook whose distribution this is, because in the replay the other
 *     one did not beat all plain ones
 * @param replay how they did
 */
public record Outlook(
        LocalDate lastDay,
        int horizonDays,
        CountDistribution distribution,
        Optional<Plain> usesPlain,
        Replay replay) {
    public Outlook {
        if (!usesPlain.equals(replay.findBetterPlain()) || replay.horizonDays() != horizonDays) {
            throw new IllegalArgumentException(
                    "the replay says which outlook to use: %s".formatted(replay.findBetterPlain()));
        }
    }

    /**
     * The outlook from {@code lastDay}; empty when the past does not suffice for a replay, or when
     * less than half of the last {@code horizonDays} was observed.
     *
     * @param horizonDays 1 or more, for example 7 or 30
     */
    public static Optional<Outlook> find(
            Replay.KnownThen knownThen, LocalDate lastDay, int horizonDays) {
        Optional<Replay> replay = Replay.find(knownThen, lastDay, horizonDays);
        DailyRun run = DailyRun.until(lastDay, Replay.known(knownThen, lastDay));
        return replay.filter(r -> Replay.canLookAhead(run, horizonDays))
                .map(r -> new Outlook(
                        lastDay,
                        horizonDays,
                        distribution(r.findBetterPlain(), run, horizonDays),
                        r.findBetterPlain(),
                        r));
    }

    private static CountDistribution distribution(
            Optional<Plain> plain, DailyRun run, int horizonDays) {
        return plain.map(each -> each.next(run, horizonDays, horizonDays))
                .orElseGet(() -> DiscountedRates.next(run, horizonDays, horizonDays));
    }
}
