package org.truce.record;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was known on a day. In a register kept as things happened, that is what it had recorded by
 * the end of the day; in one entered afterwards, what had been published by then, and rows without
 * a date of publication are left out and counted. Agreements, outlines and what registers say of
 * themselves are the yardstick and not evidence: they are always in.
 *
 * @param registers what each register says of itself, its latest word, by its name
 * @param withoutDate how many entries were left out only because they have no date of publication
 * @param reconstructed whether the answer rests on publication dates instead of our own record
 */
public record Known(
        List<Entry> entries,
        Map<String, Entry.RegisterDeclared> registers,
        Optional<LocalDate> on,
        long withoutDate,
        boolean reconstructed) {

    public Known {
        entries = List.copyOf(entries);
        registers = Map.copyOf(registers);
    }

    /**
     * Everything known on {@code day}, or everything there is when no day is given.
     *
     * @param zone the zone whose calendar day ends the day
     */
    public static Known on(List<Logged> all, Optional<LocalDate> day, ZoneId zone) {
        Map<String, Entry.RegisterDeclared> registers = new LinkedHashMap<>();
        for (Logged logged : all) {
            if (logged.entry() instanceof Entry.RegisterDeclared declared) {
                registers.put(declared.register(), declared);
            }
        }
        List<Entry> entries = new ArrayList<>(all.size());
        long withoutDate = 0;
        boolean reconstructed = false;
        for (Logged logged : all) {
            Entry entry = logged.entry();
            if (day.isEmpty()) {
                entries.add(entry);
            } else if (isAfterwards(registers, entry) && entry instanceof Entry.Dated dated) {
                reconstructed = true;
                if (dated.published().isEmpty()) {
                    withoutDate++;
                } else if (!dated.published().get().isAfter(day.get())) {
                    entries.add(entry);
                }
            } else if (!(entry instanceof Entry.Dated)
                    || !logged.recordedAt().atZone(zone).toLocalDate().isAfter(day.get())) {
                entries.add(entry);
            }
        }
        return new Known(entries, registers, day, withoutDate, reconstructed);
    }

    /** All entries of one type, in the order in which they were recorded. */
    public <E extends Entry> List<E> list(Class<E> type) {
        return entries.stream().filter(type::isInstance).map(type::cast).toList();
    }

    private static boolean isAfterwards(
            Map<String, Entry.RegisterDeclared> registers, Entry entry) {
        Entry.RegisterDeclared declared = registers.get(entry.register());
        return declared != null && declared.enteredAfterwards();
    }
}
