package org.truce.app.store;

import org.truce.base.Hash;
import org.truce.record.Logged;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Every entry that counted at one moment, in a form that {@link EntryStore#refresh} brings up to
 * date without reading again what is here.
 *
 * @param parts what counts of each log, by register
 */
public record Snapshot(Tables.Revision revision, List<Part> parts) {
    /** Before anything was read. */
    public static final Snapshot NONE = new Snapshot(new Tables.Revision(-1, ""), List.of());

    public Snapshot {
        parts = List.copyOf(parts);
    }

    /**
     * The entries of a log from its first.
     *
     * @param destroyed the commitments of values that decisions in this log destroyed
     */
    record Part(long log, Set<Hash> destroyed, List<Logged> entries) {
        Part {
            destroyed = Set.copyOf(destroyed);
            entries = List.copyOf(entries);
        }
    }

    /** As {@link EntryStore#listAll} gives them. */
    public List<Logged> listAll() {
        List<Logged> all = new ArrayList<>();
        parts.forEach(part -> all.addAll(part.entries()));
        return all;
    }

    /** What is kept of a log; nothing when a value in it may have changed since. */
    List<Logged> kept(long log, Set<Hash> destroyed, Tables.Revision now) {
        boolean usable =
                revision.values().equals(now.values()) && revision.writes() <= now.writes();
        if (usable) {
            for (Part part : parts) {
                if (part.log() == log && part.destroyed().equals(destroyed)) {
                    return part.entries();
                }
            }
        }
        return List.of();
    }
}
