package org.truce.assess;

import org.truce.terms.AreaReading;
import org.truce.terms.Terms;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How the same register's rate changed in other areas over the same times, and how much of a fall
 * lies in where the baseline ends.
 */
final class Comparisons {
    private static final int PEAK_DAYS = 90;

    /** A day may be an hour short. */
    private static final double HOUR_SHORT_DAYS = 0.1;

    private static final int STEPS = 100;

    private final Evidence evidence;
    private final Window window;
    private final Window baseline;
    private final Counting here;
    private final AssessSettings settings;

    /** Empty where one of the windows was not watched, or had no breach to compare with. */
    private final Optional<RatioPosterior> ratio;

    private final List<Elsewhere> elsewhere;

    /** Another area, and the ratio there. */
    private record Elsewhere(AreaReading place, RatioPosterior ratio) {}

    /** @param area the one that is compared with the others */
    Comparisons(Evidence evidence, String area, Window window, Window baseline, Counting here) {
        this.evidence = evidence;
        this.window = window;
        this.baseline = baseline;
        this.here = here;
        settings = evidence.settings();
        ratio = here.findRatio(window, baseline).filter(known -> here.before().breaches() > 0);
        elsewhere = ratio.isEmpty() ? List.of() : listElsewhere(area);
    }

    /** One reading of each other area, the first by its name, that the register watched as well. */
    List<Further.Beside> listBeside() {
        return elsewhere.stream()
                .map(other -> against(ratio.orElseThrow(), other.ratio(), other.place()))
                .toList();
    }

    /** Empty with fewer than {@link Shrinkage#LEAST_AREAS} areas. */
    Optional<Further.Shrunk> findShrunk() {
        List<Shrinkage.Area> areas = Stream.concat(
                        ratio.stream(), elsewhere.stream().map(Elsewhere::ratio))
                .map(Shrinkage.Area::of)
                .toList();
        return areas.size() < Shrinkage.LEAST_AREAS
                ? Optional.empty()
                : Optional.of(new Shrinkage(areas).shrunk());
    }

    private List<Elsewhere> listElsewhere(String area) {
        return evidence.terms().listReadings().stream()
                .map(AreaReading::area)
                .distinct()
                .filter(other -> !other.equals(area))
                .filter(this::isStillInForce)
                .flatMap(other -> elsewhere(other).stream())
                .toList();
    }

    /** An area that was taken in the meantime is quiet for another reason. */
    private boolean isStillInForce(String area) {
        return evidence.terms().listReadings().stream()
                .filter(place -> place.area().equals(area))
                .flatMap(place -> place.inForce().stream())
                .anyMatch(inForce ->
                        !inForce.period().to().isBefore(window.period().to()));
    }

    private Optional<Elsewhere> elsewhere(String area) {
        AreaReading place = evidence.terms().listReadings().stream()
                .filter(one -> one.area().equals(area))
                .min(Comparator.comparing(one -> one.reading().orElse("")))
                .orElseThrow();
        return counting(area, place.reading())
                .filter(there -> there.observedShare() >= settings.halfObserved())
                .filter(there -> there.before().breaches() > 0)
                .flatMap(there -> there.findRatio(window, baseline))
                .map(other -> new Elsewhere(place, other));
    }

    /** As if terms had been in force there all the time: quiet after an area was taken counts. */
    private Optional<Counting> counting(String area, Optional<String> reading) {
        return switch (here.how()) {
            case INCIDENTS ->
                new IncidentCounting(
                                evidence,
                                area,
                                reading,
                                window,
                                baseline,
                                Terms.Clock.AS_IF_IN_FORCE)
                        .best()
                        .filter(there -> there.register().equals(here.register()));
            case COUNTS ->
                new PeriodCounting(evidence, area, reading)
                        .best(window, baseline)
                        .filter(there -> there.register().equals(here.register()));
            case NONE -> Optional.empty();
        };
    }

    /**
     * The ratio of the two ratios: its distribution is that of the one here averaged over
     * {@value #STEPS} equally probable values of the one there.
     */
    private static Further.Beside against(
            RatioPosterior here, RatioPosterior there, AreaReading place) {
        double[] values = Stream.iterate(0, k -> k + 1)
                .limit(STEPS)
                .mapToDouble(k -> quantile(there, (k + 0.5) / STEPS))
                .toArray();
        double tail = (1 - AnswerWording.INTERVAL_LEVEL) / 2;
        return new Further.Beside(
                place.area(),
                place.reading(),
                place.name(),
                there.estimate().orElseThrow(),
                quantile(here, values, tail),
                quantile(here, values, 1 - tail),
                below(here, values, 1));
    }

    private static double quantile(RatioPosterior ratio, double probability) {
        Interval interval = ratio.posteriorInterval(Math.abs(1 - 2 * probability));
        return probability < 0.5 ? interval.low() : interval.high();
    }

    private static double below(RatioPosterior here, double[] there, double bound) {
        double sum = 0;
        for (double value : there) {
            sum += here.probabilityBelow(bound * value);
        }
        return sum / there.length;
    }

    private static double quantile(RatioPosterior here, double[] there, double probability) {
        double low = 1e-6;
        double high = 1e6;
        while (high / low > 1 + 1e-6) {
            double middle = Math.sqrt(low * high);
            if (below(here, there, middle) < probability) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.sqrt(low * high);
    }

    /** Empty where the baseline has no time as long before its last ninety days. */
    Optional<Further.Peak> findPeak() {
        List<Watched> before = here.series().stream()
                .filter(part -> baseline.period().contains(part.period().from()))
                .toList();
        int split = before.size();
        while (split > 0
                && days(before.subList(split, before.size())) < PEAK_DAYS - HOUR_SHORT_DAYS) {
            split--;
        }
        return days(before.subList(0, split)) < PEAK_DAYS
                ? Optional.empty()
                : Optional.of(new Further.Peak(
                        (int) Math.round(days(before.subList(split, before.size()))),
                        perDay(before.subList(split, before.size())),
                        perDay(before.subList(0, split)),
                        here.during().observedDays() > 0
                                ? Optional.of(here.during().rate().perDay())
                                : Optional.empty()));
    }

    private static double days(List<Watched> parts) {
        return parts.stream().mapToDouble(Watched::days).sum();
    }

    private static double perDay(List<Watched> days) {
        return days.stream().mapToInt(Watched::breaches).sum() / days(days);
    }
}
