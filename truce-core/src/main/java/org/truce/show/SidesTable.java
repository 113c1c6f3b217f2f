package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.base.Phrases;
import org.truce.record.Entry;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Two registers side by side, as a page shows them.
 *
 * @param registers all that have reports; fewer than two cannot be compared
 * @param one the first's name; empty where none was chosen
 * @param other the second's
 * @param rows by day and governorate
 */
public record SidesTable(List<String> registers, String one, String other, List<Row> rows) {
    /**
     * A day in a governorate.
     *
     * @param counts agreed, disputed, only the one's, only the other's, cannot confirm
     * @param tallies each side's own count, in words
     */
    public record Row(
            String day, String place, List<Long> counts, List<String> tallies, List<Item> items) {}

    /** An incident, how it stands between the two, and on what they differ, in words. */
    public record Item(String incident, String type, String state, String differences) {}

    /**
     * Where no two registers are chosen, or one is not there, the first two by name.
     *
     * @param one a register's name
     * @param other another's
     */
    public static SidesTable of(
            Evidence evidence, Optional<String> one, Optional<String> other, Phrases phrases) {
        List<String> registers =
                List.copyOf(new TreeSet<>(evidence.known().list(Entry.Report.class).stream()
                        .map(Entry.Report::register)
                        .toList()));
        if (registers.size() < 2) {
            return new SidesTable(registers, "", "", List.of());
        }
        String first = one.filter(registers::contains).orElse(registers.getFirst());
        String second = other.filter(name -> registers.contains(name) && !name.equals(first))
                .orElseGet(() -> registers.stream()
                        .filter(name -> !name.equals(first))
                        .findFirst()
                        .orElseThrow());
        return new SidesTable(
                registers,
                first,
                second,
                CompareView.list(
                                evidence.listIncidents(),
                                evidence.known().list(Entry.Tally.class),
                                evidence,
                                first,
                                second)
                        .stream()
                        .map(cell -> row(cell, phrases))
                        .toList());
    }

    private static Row row(CompareView cell, Phrases phrases) {
        return new Row(
                cell.day().orElse(phrases.say("show.day-not-known")),
                cell.place().orElse(phrases.say("show.place-not-known")),
                List.of(
                        cell.agreed(),
                        cell.disputed(),
                        cell.onlyOne(),
                        cell.onlyOther(),
                        cell.cannotConfirm()),
                cell.tallies().stream()
                        .map(tally -> phrases.say(
                                "show.side-tally", tally.side(), String.valueOf(tally.count())))
                        .toList(),
                cell.incidents().stream()
                        .map(incident -> item(incident, phrases))
                        .toList());
    }

    private static Item item(CompareView.Compared incident, Phrases phrases) {
        return new Item(
                incident.id(),
                phrases.say("show.type." + incident.type()),
                phrases.say("show.side." + incident.state()),
                String.join(
                        phrases.say("show.list-comma"),
                        incident.differences().stream()
                                .map(code -> phrases.say("show.difference." + code))
                                .toList()));
    }
}
