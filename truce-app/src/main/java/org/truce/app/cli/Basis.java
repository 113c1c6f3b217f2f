package org.truce.app.cli;

import org.truce.app.store.EntryStore;
import org.truce.assess.AssessSettings;
import org.truce.record.Held;
import org.truce.record.Logged;
import org.truce.record.Pin;
import org.truce.record.Selection;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What an answer is computed from.
 *
 * @param caution what a reader of the answer must know about it
 */
record Basis(List<Logged> entries, Pin pin, Optional<String> caution) {
    private static final int NAMED = 5;

    /**
     * All that counts now, or what an earlier answer was computed from. Throws
     * {@link org.truce.app.store.StoreException} when the store is not whole: no answer rests on
     * what was altered.
     */
    static Basis of(EntryStore store, Optional<String> pin, Clock clock) {
        StoreOption.checkWhole(store, Optional.empty());
        return pin.isPresent() ? pinned(store, pin.get()) : now(store, clock);
    }

    private static Basis now(EntryStore store, Clock clock) {
        Map<String, EntryStore.Log> logs = new HashMap<>();
        Map<String, Long> sizes = new HashMap<>();
        for (EntryStore.Log log : store.listLogs()) {
            if (log.counts() > 0) {
                sizes.put(log.register(), log.counts());
                logs.put(log.register(), log);
            }
        }
        Map<String, Pin.Extent> extents = new HashMap<>();
        List<Logged> entries = new ArrayList<>();
        cut(store, sizes).forEach((register, cut) -> {
            EntryStore.Log log = Objects.requireNonNull(logs.get(register));
            Held.Standing standing = Held.of(cut);
            entries.addAll(standing.entries());
            extents.put(
                    log.keys().origin(),
                    Pin.Extent.of(
                            log.counts(), store.tree(log).root(log.counts()), standing.held()));
        });
        Instant asked = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Basis(entries, new Pin(asked, extents, Optional.empty()), Optional.empty());
    }

    private static Basis pinned(EntryStore store, String text) {
        Pin pin;
        try {
            pin = Pin.parse(text);
        } catch (IllegalArgumentException damaged) {
            throw new UsageException("--pin: " + damaged.getMessage());
        }
        Map<String, Long> sizes = new HashMap<>();
        Map<String, Held> held = new HashMap<>();
        pin.logs().forEach((origin, extent) -> {
            String register = register(store, origin, extent);
            sizes.put(register, extent.size());
            extent.held().ifPresent(then -> held.put(register, then));
        });
        List<Logged> entries = new ArrayList<>();
        cut(store, sizes).forEach((register, cut) -> {
            Optional<Held> then = Optional.ofNullable(held.get(register));
            entries.addAll(then.map(values -> restore(register, values, cut)).orElse(cut));
        });
        Optional<String> caution = held.size() == sizes.size()
                ? Optional.empty()
                : Optional.of("this pin does not say which protected values were at hand: where"
                        + " some were handed over or destroyed since, the answer is another one");
        return new Basis(entries, pin, caution);
    }

    private static List<Logged> restore(String register, Held then, List<Logged> cut) {
        Held.Restored restored;
        try {
            restored = then.restore(cut);
        } catch (IllegalArgumentException ofOthers) {
            throw new UsageException("--pin: " + ofOthers.getMessage());
        }
        if (!restored.lost().isEmpty()) {
            List<Held.Lost> lost = restored.lost();
            String named =
                    lost.stream().limit(NAMED).map(Held.Lost::id).collect(Collectors.joining(", "));
            throw new UsageException(
                    ("--pin: the answer cannot be given again: %,d protected values of %,d entries"
                                    + " of register %s that it was computed from are not here, by"
                                    + " a decision or because this node was not given them (%s%s)")
                            .formatted(
                                    lost.stream().mapToLong(Held.Lost::values).sum(),
                                    lost.size(),
                                    register,
                                    named,
                                    lost.size() > NAMED ? ", …" : ""));
        }
        return restored.entries()
                .orElseThrow(() -> new UsageException(
                        ("--pin: the answer cannot be given again: other protected values of"
                                        + " register %s are at hand than then, and of so many"
                                        + " stretches the pin keeps only a hash")
                                .formatted(register)));
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
                if (!extent.isOf(store.tree(log).root(extent.size()))) {
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

    /** The first entries of each register, as many as {@code sizes} says, by register. */
    private static Map<String, List<Logged>> cut(EntryStore store, Map<String, Long> sizes) {
        return store.listAll().stream()
                .filter(logged ->
                        logged.seq() <= sizes.getOrDefault(logged.entry().register(), 0L))
                .collect(Collectors.groupingBy(
                        logged -> logged.entry().register(), TreeMap::new, Collectors.toList()));
    }

    /**
     * For an answer by these settings. Throws {@link UsageException} when an earlier one was by
     * others.
     *
     * @param pinned whether an earlier answer is asked for
     */
    Basis by(AssessSettings settings, boolean pinned) {
        if (pinned && !pin.settings().equals(settings.findDigest())) {
            throw new UsageException(
                    pin.settings().isPresent()
                            ? "--pin: that answer was by a mission's own settings, and these are"
                                    + " others: name the same file with --settings"
                            : "--pin: that answer was by the usual settings: leave out --settings");
        }
        return new Basis(entries, pin.with(settings.findDigest()), caution);
    }

    /**
     * As far as it is of these registers. Throws {@link IllegalArgumentException} when there is no
     * such register.
     */
    Basis ofRegisters(Set<String> registers) {
        return new Basis(Selection.of(entries, registers), pin, caution);
    }
}
