package org.truce.record;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Entries as their registers let them stand: the latest correction or withdrawal of an entry
 * decides, by its place in its register's log. What was said first stays in the log.
 *
 * @param standing every entry as it stands, by register and number: whatever order they came in
 * @param withdrawn how many entries do not count because they were withdrawn
 * @param dangling how many corrections and withdrawals name an entry that is not there
 */
public record Amended(List<Logged> standing, long withdrawn, long dangling) {
    public Amended {
        standing = List.copyOf(standing);
    }

    /** What is amended: an id is unique within its kind and register. */
    private record Target(String register, String kind, String id) {}

    /**
     * Applies the corrections and withdrawals that are in view.
     *
     * @param inView whether an amendment counts; one that does not is as if it were not there
     */
    public static Amended of(List<Logged> all, Predicate<Logged> inView) {
        List<Logged> ordered = all.stream()
                .sorted(Comparator.comparing((Logged one) -> one.entry().register())
                        .thenComparing(Logged::seq))
                .toList();
        Map<Target, Entry> latest = new HashMap<>();
        for (Logged logged : ordered) {
            target(logged.entry())
                    .filter(target -> inView.test(logged))
                    .ifPresent(target -> latest.put(target, logged.entry()));
        }
        if (latest.isEmpty()) {
            return new Amended(ordered, 0, 0);
        }
        List<Logged> standing = new ArrayList<>(ordered.size());
        long withdrawn = 0;
        for (Logged logged : ordered) {
            Optional<Entry> amendment = Optional.ofNullable(latest.remove(itself(logged.entry())));
            if (amendment.isEmpty()) {
                standing.add(logged);
            } else if (amendment.get() instanceof Entry.Correction correction) {
                standing.add(
                        new Logged(logged.seq(), logged.recordedAt(), correction.replacement()));
            } else {
                withdrawn++;
            }
        }
        return new Amended(standing, withdrawn, latest.size());
    }

    private static Target itself(Entry entry) {
        return new Target(entry.register(), EntryCodec.kindOf(entry), entry.id());
    }

    private static Optional<Target> target(Entry entry) {
        if (entry instanceof Entry.Correction correction) {
            return Optional.of(itself(correction.replacement()));
        }
        if (entry instanceof Entry.Withdrawal withdrawal) {
            return Optional.of(new Target(
                    withdrawal.register(), withdrawal.targetKind(), withdrawal.target()));
        }
        return Optional.empty();
    }

    /** The entry of a kind and id as it stands; empty when there is none or it was withdrawn. */
    public Optional<Entry> find(String register, String kind, String id) {
        return standing.stream()
                .map(Logged::entry)
                .filter(entry -> itself(entry).equals(new Target(register, kind, id)))
                .findFirst();
    }
}
