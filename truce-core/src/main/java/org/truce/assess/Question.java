package org.truce.assess;

import org.truce.base.Moment;
import org.truce.base.Phrase;
import org.truce.terms.AreaReading;
import org.truce.terms.Terms;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is asked: is it holding, in this area, under this reading, from when to when?
 *
 * @param reading empty for an area on which nobody differs
 * @param from a bare date is the start of that local day
 * @param to a bare date is the end of that local day
 * @param baseline the time to compare with; empty for the year before the terms came into force
 * @param now the present, for "the last 14 days are incomplete"; the as-known date goes before it
 */
public record Question(
        String area,
        Optional<String> reading,
        Moment from,
        Moment to,
        Optional<Span> baseline,
        Instant now) {

    /** The same under another reading. */
    Question under(Optional<String> other) {
        return new Question(area, other, from, to, baseline, now);
    }

    /** The outline it asks about; empty when there is no such area or reading. */
    public Optional<AreaReading> findPlace(Terms terms) {
        return terms.listReadings().stream()
                .filter(place -> place.area().equals(area) && place.reading().equals(reading))
                .findFirst();
    }

    /** Why it cannot be answered, and what to do; empty when it can. */
    public Optional<Phrase> findProblem(Terms terms) {
        Optional<AreaReading> place = findPlace(terms);
        if (place.isEmpty()) {
            return Optional.of(Phrase.of(
                    "assess.no-such-area",
                    area + reading.map(r -> ":" + r).orElse(""),
                    terms.listReadings().stream()
                            .map(p -> p.area() + p.reading().map(r -> ":" + r).orElse(""))
                            .distinct()
                            .collect(Collectors.joining(", "))));
        }
        ZoneId zone = place.get().zone();
        if (!from.startIn(zone).isBefore(to.endIn(zone))) {
            return Optional.of(Phrase.of("assess.no-time", from.text(), to.text()));
        }
        if (baseline.isPresent()) {
            Span span = baseline.get();
            if (!span.from().startIn(zone).isBefore(span.to().endIn(zone))) {
                return Optional.of(Phrase.of(
                        "assess.no-time", span.from().text(), span.to().text()));
            }
            if (span.to().endIn(zone).isAfter(from.startIn(zone))) {
                return Optional.of(
                        Phrase.of("assess.baseline-overlaps", span.to().text(), from.text()));
            }
        }
        return Optional.empty();
    }

    /** From and to, as a person writes them. */
    public record Span(Moment from, Moment to) {}
}
