package org.truce.record;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
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
 * <p>A correction or withdrawal is known from the day on which it was recorded. In a register
 * entered afterwards it mends the coding, not the news: it is always in, and the replacement's own
 * date of publication says from when it was known. A decision is known from the day on which it was
 * recorded, in every register, and so is what becomes of it.
 *
 * @param logged the entries with their places, by register and number
 * @param registers what each register says of itself, its latest word, by its name
 * @param withoutDate how many entries were left out only because they have no date of publication;
 *     those about follow-up, on which no assessment rests, are left out and not counted here
 * @param withdrawn how many entries were left out because their register withdrew them
 * @param dangling how many corrections and withdrawals name an entry that is not there
 * @param reconstructed whether the answer rests on publication dates instead of our own record
 */
public record Known(
        List<Logged> logged,
        Map<String, Entry.RegisterDeclared> registers,
        Optional<LocalDate> on,
        long withoutDate,
        long withdrawn,
        long dangling,
        boolean reconstructed) {

    public Known {
        logged = List.copyOf(logged);
        registers = Map.copyOf(registers);
    }

    /**
     * Everything known on {@code day}, or everything there is when no day is given.
     *
     * @param zone the zone whose calendar day ends the day
     */
    public static Known on(List<Logged> all, Optional<LocalDate> day, ZoneId zone) {
        Map<String, Entry.RegisterDeclared> registers = registers(all);
        Amended amended = Amended.of(
                all,
                logged -> day.isEmpty()
                        || (isAfterwards(registers, logged.entry()) && !ofDecision(logged.entry()))
                        || !isAfter(logged, day.get(), zone));
        List<Logged> entries = new ArrayList<>(all.size());
        long withoutDate = 0;
        boolean reconstructed = false;
        for (Logged logged : amended.standing()) {
            Entry entry = logged.entry();
            if (day.isEmpty() || isYardstick(entry)) {
                entries.add(logged);
            } else if (isAfterwards(registers, entry) && entry instanceof Entry.Dated dated) {
                reconstructed = true;
                if (dated.published().isEmpty()) {
                    withoutDate += entry instanceof FollowUp ? 0 : 1;
                } else if (!dated.published().get().isAfter(day.get())) {
                    entries.add(logged);
                }
            } else if (!isAfter(logged, day.get(), zone)) {
                entries.add(logged);
            }
        }
        return new Known(
                entries,
                registers,
                day,
                withoutDate,
                amended.withdrawn(),
                amended.dangling(),
                reconstructed);
    }

    /** What every register says of itself, as it stands now. */
    private static Map<String, Entry.RegisterDeclared> registers(List<Logged> all) {
        Map<String, Entry.RegisterDeclared> registers = new LinkedHashMap<>();
        for (Logged logged : Amended.of(all, amendment -> true).standing()) {
            if (logged.entry() instanceof Entry.RegisterDeclared declared) {
                registers.put(declared.register(), declared);
            }
        }
        return registers;
    }

    /** The agreements as they stand now, whatever the day asked about. */
    public static List<Entry.AgreementText> listAgreements(List<Logged> all) {
        return Amended.of(all, amendment -> true).standing().stream()
                .map(Logged::entry)
                .filter(Entry.AgreementText.class::isInstance)
                .map(Entry.AgreementText.class::cast)
                .toList();
    }

    private static boolean ofDecision(Entry amendment) {
        return (amendment instanceof Entry.Correction correction
                        && correction.replacement() instanceof Entry.Decision)
                || (amendment instanceof Entry.Withdrawal withdrawal
                        && withdrawal.targetKind().equals("decision"));
    }

    private static boolean isAfter(Logged logged, LocalDate day, ZoneId zone) {
        return logged.recordedAt().atZone(zone).toLocalDate().isAfter(day);
    }

    /** What is measured with, and what says nothing of the ceasefire, is in on every day. */
    private static boolean isYardstick(Entry entry) {
        return !(entry instanceof Entry.Dated) && !(entry instanceof Entry.Decision);
    }

    /** By register and number. */
    public List<Entry> entries() {
        return logged.stream().map(Logged::entry).toList();
    }

    /** All entries of one type, by register and number. */
    public <E extends Entry> List<E> list(Class<E> type) {
        return logged.stream()
                .map(Logged::entry)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** All entries of one type as they were recorded, whatever the register. */
    public <E extends Entry> List<E> listByTime(Class<E> type) {
        return logged.stream()
                .sorted(Comparator.comparing(Logged::recordedAt)
                        .thenComparing(one -> one.entry().register())
                        .thenComparing(Logged::seq))
                .map(Logged::entry)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private static boolean isAfterwards(
            Map<String, Entry.RegisterDeclared> registers, Entry entry) {
        Entry.RegisterDeclared declared = registers.get(entry.register());
        return declared != null && declared.enteredAfterwards();
    }
}
