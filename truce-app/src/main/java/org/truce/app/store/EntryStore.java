package org.truce.app.store;

import org.truce.record.Entry;
import org.truce.record.Logged;

import java.util.List;
import java.util.Optional;

/**
 * The append-only log of every register in one place. What {@link #append} has returned from is
 * durable: a power cut does not lose it.
 */
public interface EntryStore extends AutoCloseable {

    /** What became of an entry that was handed in. */
    enum Outcome {
        RECORDED,
        /** The same entry, by content, was there before. */
        ALREADY_THERE,
        /** Another entry has this id and says something else; nothing was recorded. */
        OTHER_CONTENT
    }

    /** Takes all entries in, in their order, or none of them; one outcome for each. */
    List<Outcome> append(List<Entry> entries);

    /** Whether a register has declared itself. */
    boolean knowsRegister(String register);

    /** Every entry in the order in which it was recorded, with the protected values at hand. */
    List<Logged> listAll();

    /**
     * Where a report, statement or other entry came in; the first of that id when kinds share it.
     */
    Optional<Logged> find(String register, String id);

    /** How many entries there are. */
    long size();

    /** Checks every log from its first entry. */
    Check verify();

    @Override
    void close();

    /**
     * What a check found.
     *
     * @param entries how many entries are stored
     * @param problems what is altered, missing or moved, each by name; empty when all is whole
     */
    record Check(long entries, List<String> problems) {
        public Check {
            problems = List.copyOf(problems);
        }

        public boolean ok() {
            return problems.isEmpty();
        }
    }
}
