package org.truce.reading.draft;

import org.truce.reading.Document;
import org.truce.reading.bulletin.Tally;
import org.truce.reading.text.Original;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The fields of a tally: side, place, count, statedTotal, unit, date. */
final class TallySheet {
    private static final Set<Tally.Flag> DOUBTS = Set.of(
            Tally.Flag.APPROXIMATE,
            Tally.Flag.RANGE,
            Tally.Flag.MIXED_DIGITS,
            Tally.Flag.CONTRADICTED,
            Tally.Flag.BY_FIGURES,
            Tally.Flag.UNSURE,
            Tally.Flag.OTHER_TOTAL);

    private TallySheet() {}

    static Sheet of(Tally tally, Document document, Original original) {
        Sheet sheet = new Sheet(original);
        int count = sheet.rest(tally.span());
        List<Integer> total = sheet.rest(tally.spans().subList(1, tally.spans().size()));
        sheet.put("side", named(tally.side(), tally.open().sides(), Band.MIDDLE));
        sheet.put(
                "place",
                named(
                        tally.place(),
                        tally.open().places(),
                        Band.ofRule(tally.rule().code())));
        sheet.put("count", counted(tally, count));
        sheet.put(
                "statedTotal",
                tally.statedTotal().map(String::valueOf),
                total.isEmpty() ? List.of(count) : total,
                tally.consistent() ? Band.HIGH : Band.MIDDLE);
        sheet.put("unit", tally.unit(), List.of(count), Band.MIDDLE);
        sheet.put("date", document.date().map(LocalDate::toString), List.of(), Band.HIGH);
        return sheet;
    }

    /** Where it is left open its candidates are shown and none is chosen. */
    private static Field named(Optional<String> value, List<String> candidates, Band band) {
        return value.isPresent() || candidates.isEmpty()
                ? Field.of(value, List.of(), band)
                : new Field(Optional.empty(), List.of(), Band.LOW, candidates);
    }

    /** A figure that had to be cut to fit is none. */
    private static Field counted(Tally tally, int count) {
        boolean cut = tally.flags().contains(Tally.Flag.OVERFLOW);
        boolean doubtful = tally.flags().stream().anyMatch(DOUBTS::contains);
        return Field.of(
                cut ? Optional.empty() : Optional.of(Integer.toString(tally.count())),
                List.of(count),
                doubtful ? Band.MIDDLE : Band.HIGH);
    }

    static List<String> flags(Tally tally) {
        List<String> flags = new ArrayList<>();
        tally.flags().stream().sorted().map(Tally.Flag::code).forEach(flags::add);
        return flags;
    }
}
