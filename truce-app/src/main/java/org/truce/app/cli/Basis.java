package org.truce.app.cli;

import org.truce.app.store.EntryStore;
import org.truce.record.Logged;
import org.truce.record.Pin;
import org.truce.record.Selection;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What an answer is computed from. */
record Basis(List<Logged> entries, Pin pin) {

    /** All that counts now, or what an earlier answer was computed from. */
    static Basis of(EntryStore store, Optional<String> pin, Clock clock) {
        return pin.isPresent() ? pinned(store, pin.get()) : now(store, clock);
    }

    private static Basis now(EntryStore store, Clock clock) {
        Map<String, Pin.Extent> logs = new HashMap<>();
        Map<String, Long> sizes = new HashMap<>();
        for (EntryStore.Log log : store.listLogs()) {
            if (log.counts() > 0) {
                sizes.put(log.register(), log.counts());
                logs.put(
                        log.keys().origin(),
                        Pin.Extent.of(log.counts(), store.tree(log).root(log.counts())));
            }
        }
        Pin pin = new Pin(clock.instant().truncatedTo(ChronoUnit.MILLIS), logs);
        return new Basis(cut(store, sizes), pin);
    }

    private static Basis pinned(EntryStore store, String text) {
        Pin pin;
        try {
            pin = Pin.parse(text);
        } catch (IllegalArgumentException damaged) {
            throw new UsageException("--pin: " + damaged.getMessage());
        }
        Map<String, Long> sizes = new HashMap<>();
        pin.logs()
                .forEach((origin, extent) ->
                        sizes.put(register(store, origin, extent), extent.size()));
        return new Basis(cut(store, sizes), pin);
    }

    /** The register whose log has this name and, up to there, this root. */
    private static String register(EntryStore store, String origin, Pin.Extent extent) {
        for (EntryStore.Log log : store.listLogs()) {
            if (log.keys().origin().equals(origin) && log.counts() > 0) {
                if (log.counts() < extent.size()) {
                    throw new UsageException(
                            ("--pin: only %,d of the %,d entries of register %s that it names are"
                                            + " here: take in a bundle of it first")
                                    .formatted(log.counts(), extent.size(), log.register()));
                }
                if (!Pin.Extent.of(extent.size(), store.tree(log).root(extent.size()))
                        .equals(extent)) {
                    throw new UsageException(
                            "--pin: register %s has another history here than the answer was computed from"
                                    .formatted(log.register()));
                }
                return log.register();
            }
        }
        throw new UsageException(
                "--pin: the register with the log %s is not here: take in a bundle of it first"
                        .formatted(origin));
    }

    private static List<Logged> cut(EntryStore store, Map<String, Long> sizes) {
        return store.listAll().stream()
                .filter(logged ->
                        logged.seq() <= sizes.getOrDefault(logged.entry().register(), 0L))
                .toList();
    }

    /**
     * As far as it is of these registers. Throws {@link IllegalArgumentException} when there is no
     * such register.
     */
    Basis ofRegisters(Set<String> registers) {
        return new Basis(Selection.of(entries, registers), pin);
    }
}
