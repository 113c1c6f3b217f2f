package org.truce.assess.delay;

import java.util.List;
import java.util.Optional;

/**
 * After how many days events become known, learned from those that are. Of an event of {@code a}
 * days ago nobody knows yet that takes longer than {@code a} days, so late ones are missing among
 * the last days' (right truncation). The share that is known after {@code d} days is
 *
 * <pre>F(d) = product over j from d + 1 to the horizon of (1 - n(j) / m(j)),</pre>
 *
 * with {@code n(j)} events that took {@code j} days, and {@code m(j)} those that took at most
 * {@code j} days and happened at least {@code j} days ago (the product limit in reversed time:
 * Lagakos, Barraj and De Gruttola, Nonparametric analysis of truncated survival data, Biometrika
 * 75, 1988, pages 515 to 523). All shares are of what is known within {@value #HORIZON_DAYS} days;
 * what takes longer is in none of them, and {@link #laterShare} says how much that was.
 */
public final class ReportingDelay {
    /** Events that become known later are not waited for. */
    public static final int HORIZON_DAYS = 60;

    /** Fewer events teach nothing. */
    public static final int LEAST_EVENTS = 30;

    private final double[] known;
    private final int events;
    private final double laterShare;

    private ReportingDelay(double[] known, int events, double laterShare) {
        this.known = known;
        this.events = events;
        this.laterShare = laterShare;
    }

    /**
     * A known event.
     *
     * @param delayDays after how many days it became known, 0 to {@code ageDays}
     * @param ageDays how many days ago it happened, seen from the day asked about
     */
    public record Event(int delayDays, int ageDays) {
        public Event {
            if (delayDays < 0 || ageDays < delayDays) {
                throw new IllegalArgumentException(
                        "an event becomes known after it and before today: %d of %d days"
                                .formatted(delayDays, ageDays));
            }
        }
    }

    /**
     * What events teach; empty for fewer than {@link #LEAST_EVENTS} that became known within the
     * horizon, and where none happened long enough ago to have shown a long delay.
     */
    public static Optional<ReportingDelay> learn(List<Event> events) {
        List<Event> within = events.stream()
                .filter(event -> event.delayDays() <= HORIZON_DAYS)
                .toList();
        boolean anyOld = within.stream().anyMatch(event -> event.ageDays() >= HORIZON_DAYS);
        if (within.size() < LEAST_EVENTS || !anyOld) {
            return Optional.empty();
        }
        double[] took = new double[HORIZON_DAYS + 1];
        for (Event event : within) {
            took[event.delayDays()]++;
        }
        double[] known = new double[HORIZON_DAYS + 1];
        known[HORIZON_DAYS] = 1;
        for (int days = HORIZON_DAYS; days > 0; days--) {
            int longest = days;
            double atRisk = within.stream()
                    .filter(event -> event.delayDays() <= longest && event.ageDays() >= longest)
                    .count();
            known[days - 1] = known[days] * (atRisk == 0 ? 1 : 1 - took[days] / atRisk);
        }
        long old =
                events.stream().filter(event -> event.ageDays() >= HORIZON_DAYS).count();
        double late = events.size() - within.size();
        return Optional.of(new ReportingDelay(known, within.size(), late / old));
    }

    /** On how many events it rests. */
    public int events() {
        return events;
    }

    /** Of events older than the horizon, the share that became known after it only. */
    public double laterShare() {
        return laterShare;
    }

    /** The share of events that is known after so many days, 0 to 1; 1 from the horizon on. */
    public double knownAfter(int days) {
        return known[Math.min(days, HORIZON_DAYS)];
    }

    /** The first number of days after which a share of the events is known. */
    public int daysUntil(double share) {
        int days = 0;
        while (known[days] < share) {
            days++;
        }
        return days;
    }
}
