package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.assess.Question;
import org.truce.base.Moment;
import org.truce.record.Entry;
import org.truce.record.FollowUp;
import org.truce.terms.AreaReading;
import org.truce.terms.Terms;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What a page's form or a command asks; what is empty is filled in from the terms and the record.
 *
 * @param area the area to look at closely; the first there is when empty
 * @param reading the reading to draw; the first there is when empty
 * @param from the first day asked about; when the terms came into force when empty
 * @param to the last day asked about; the last day with an entry when empty
 */
public record Asked(
        Optional<String> area,
        Optional<String> reading,
        Optional<Moment> from,
        Optional<Moment> to,
        Optional<Moment> baselineFrom,
        Optional<Moment> baselineTo,
        Optional<LocalDate> asKnown) {

    public static final Asked NOTHING = new Asked(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * The outline to look at closely, of those that fit what is asked: of the area on whose outline
     * sides differ most, then the first by name.
     */
    static Optional<AreaReading> choose(
            Terms terms, Optional<String> area, Optional<String> reading) {
        List<AreaReading> places = terms.listReadings();
        return places.stream()
                .filter(place -> area.isEmpty() || area.get().equals(place.area()))
                .filter(place -> reading.isEmpty() || reading.equals(place.reading()))
                .min(Comparator.<AreaReading>comparingLong(place -> -places.stream()
                                .filter(other -> other.area().equals(place.area()))
                                .count())
                        .thenComparing(AreaReading::area)
                        .thenComparing(place -> place.reading().orElse("")));
    }

    /**
     * The question about one outline.
     *
     * @param close whether this is the area looked at closely: others keep the end asked for where
     *     it is late enough, and start when their own terms came into force
     */
    Question question(AreaReading place, Evidence evidence, Instant now, boolean close) {
        LocalDate start = place.inForce().stream()
                .map(inForce -> LocalDate.ofInstant(inForce.period().from(), place.zone()))
                .min(LocalDate::compareTo)
                .orElse(LocalDate.ofInstant(now, place.zone()).minusYears(1));
        Moment begin = from.filter(moment -> close).orElse(new Moment.Day(start));
        LocalDate first = begin.writtenDate();
        Moment end = to.filter(moment -> close || !moment.writtenDate().isBefore(first))
                .orElseGet(() -> new Moment.Day(lastDay(place, evidence, first)));
        // What is compared with lies before the terms, and before the time asked about.
        LocalDate before = first.isBefore(start) ? first : start;
        Moment beforeTo =
                baselineTo.filter(moment -> close).orElse(new Moment.Day(before.minusDays(1)));
        Moment beforeFrom = baselineFrom
                .filter(moment -> close || !moment.writtenDate().isAfter(beforeTo.writtenDate()))
                .orElse(new Moment.Day(beforeTo.writtenDate().minusYears(1).plusDays(1)));
        return new Question(
                place.area(),
                place.reading(),
                begin,
                end,
                Optional.of(new Question.Span(beforeFrom, beforeTo)),
                now);
    }

    /** The last day in force or with an entry, whichever is earlier; never before {@code first}. */
    private static LocalDate lastDay(AreaReading place, Evidence evidence, LocalDate first) {
        LocalDate entered = evidence.known().entries().stream()
                .flatMap(entry -> lastDay(entry).stream())
                .max(LocalDate::compareTo)
                .orElse(first);
        LocalDate inForce = place.inForce().stream()
                .filter(AreaReading.InForce::endKnown)
                .map(f -> LocalDate.ofInstant(f.period().to().minusNanos(1), place.zone()))
                .max(LocalDate::compareTo)
                .orElse(entered);
        LocalDate last = inForce.isBefore(entered) ? inForce : entered;
        return last.isBefore(first) ? first : last;
    }

    private static Optional<LocalDate> lastDay(Entry entry) {
        return switch (entry) {
            case Entry.Report report ->
                Optional.of(report.account().occurred().to().writtenDate());
            case Entry.CalmReport calm ->
                Optional.of(calm.account().occurred().to().writtenDate());
            case Entry.Coverage coverage ->
                Optional.of(coverage.account().occurred().to().writtenDate());
            case Entry.PeriodCount count -> Optional.of(count.to());
            case Entry.RegisterDeclared r -> Optional.empty();
            case Entry.SummaryReport s -> Optional.empty();
            case Entry.Tally t -> Optional.empty();
            case Entry.PublishedTotal t -> Optional.empty();
            case Entry.Statement s -> Optional.empty();
            case Entry.ClaimTest c -> Optional.empty();
            case Entry.AreaOutline a -> Optional.empty();
            case Entry.AgreementText a -> Optional.empty();
            case Entry.RejectedRow r -> Optional.empty();
            case FollowUp f -> Optional.empty();
            case Entry.OfRecord r -> Optional.empty();
        };
    }
}
