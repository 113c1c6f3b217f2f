package org.truce.followup;

import org.truce.assess.Evidence;
import org.truce.record.ClaimMeasure;
import org.truce.record.Entry;
import org.truce.terms.AreaReading;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * How a statement might be put to a test: a proposal that a person changes or drops. It goes by
 * words only.
 *
 * @param beyond the first of its words that no measure decides; with it in the quote the statement
 *     cannot be tested
 * @param area the one area that the statement's words name; empty where they name none or several
 * @param from the day from which the area's terms apply
 * @param to the day of the statement
 */
public record ClaimProposal(
        Entry.Statement statement,
        ClaimMeasure measure,
        Optional<String> beyond,
        Optional<String> area,
        Optional<LocalDate> from,
        LocalDate to) {
    private static final List<String> BOMBING =
            List.of("bomb", "air strike", "airstrike", "air attack", "shelling");
    private static final List<String> HELD =
            List.of("hold", "held", "calm", "quiet", "respect", "kept", "success");

    public static ClaimProposal of(Entry.Statement statement, Evidence evidence) {
        Set<String> areas =
                new AreaTies(evidence).ofText(List.of(statement.paraphrase(), statement.about()));
        Optional<String> area =
                areas.size() == 1 ? Optional.of(areas.iterator().next()) : Optional.empty();
        Optional<LocalDate> from = evidence.terms().listReadings().stream()
                .filter(reading -> area.filter(reading.area()::equals).isPresent())
                .flatMap(reading -> reading.inForce().stream()
                        .map(AreaReading.InForce::period)
                        .map(period -> LocalDate.ofInstant(period.from(), reading.zone())))
                .min(LocalDate::compareTo)
                .filter(day -> day.isBefore(statement.date()));
        return new ClaimProposal(
                statement,
                measure(statement.paraphrase()),
                ClaimWords.findBeyond(statement.paraphrase()),
                area,
                from,
                statement.date());
    }

    private static ClaimMeasure measure(String paraphrase) {
        String text = paraphrase.toLowerCase(Locale.ROOT);
        if (BOMBING.stream().anyMatch(text::contains)) {
            return ClaimMeasure.BOMBING_ENDED;
        }
        return HELD.stream().anyMatch(text::contains)
                ? ClaimMeasure.HELD
                : ClaimMeasure.FIGHTING_FELL;
    }
}
