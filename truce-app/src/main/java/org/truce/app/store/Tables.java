package org.truce.app.store;

import org.truce.base.Hash;
import org.truce.proof.Frontier;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What a database does for a store. Each is written in its own SQL; what the rows mean is decided
 * above, in {@link SignedStore}.
 */
public interface Tables extends AutoCloseable {
    /** Runs over one moment of the database while others go on writing. */
    <T> T read(Work<T> work);

    /**
     * Runs alone among writers; on return all of it is durable, after an exception none is there.
     */
    <T> T write(Work<T> work);

    /**
     * Rewrites the database so that nothing that was deleted is left in it; false when others who
     * read kept it from doing all of it.
     */
    boolean purge();

    /** How many entries there are, cheaply. */
    long size();

    /** What tells whether anything was written since, by whomever; cheap. */
    Revision revision();

    @Override
    void close();

    /**
     * A state of the database.
     *
     * @param writes grows with everything that is written
     * @param values changes at least where a protected value of an entry did that was there before
     */
    record Revision(long writes, String values) {}

    /** What runs inside a transaction. */
    interface Work<T> {
        T run(Transaction transaction) throws SQLException;
    }

    /** Reading and writing inside one transaction. */
    interface Transaction {
        List<LogName> listLogs() throws SQLException;

        /**
         * Begins a log and gives its number.
         *
         * @param own whether its entries are made here, with all their protected values
         */
        long addLog(String register, String origin, boolean own) throws SQLException;

        /** Where a log stands: its last checkpoint; empty when it has none. */
        Optional<Signed> findHead(long log) throws SQLException;

        /** When the last entry of a log was recorded. */
        Optional<Instant> findLastRecorded(long log) throws SQLException;

        void addEntry(NewEntry entry) throws SQLException;

        void addCheckpoint(long log, Signed signed) throws SQLException;

        Optional<Stored> findEntry(long log, String kind, String id) throws SQLException;

        /** Which of these ids entries of a log have, of whatever kind. */
        Set<String> listThere(long log, Collection<String> ids) throws SQLException;

        /** The first of that id, whatever its kind. */
        Optional<Stored> findEntry(long log, String id) throws SQLException;

        /** Entries of a log by number, both ends inside, in pieces of a bounded size. */
        void readEntries(long log, long fromSeq, long toSeq, Consumer<List<Stored>> pieces)
                throws SQLException;

        /** Entries of kind {@code register-key} or {@code destruction}, by number. */
        List<Stored> listOfRecord(long log, String kind) throws SQLException;

        /** Entries of any kind, by number. */
        List<Stored> listOfKind(long log, String kind) throws SQLException;

        /** The leaf hashes of a log from {@code fromSeq} on. */
        void readLeaves(long log, long fromSeq, Consumer<Hash> leaves) throws SQLException;

        Optional<Signed> findCheckpoint(long log, long size) throws SQLException;

        /** Every checkpoint of a log, by size. */
        void readCheckpoints(long log, Consumer<StoredCheckpoint> checkpoints) throws SQLException;

        /**
         * Puts protected values beside an entry in place of those there.
         *
         * @param held the values as {@link Packed} writes them; empty text for none
         */
        void setValues(long entryNo, String held) throws SQLException;

        /** Keeps a bundle that cannot be taken in yet; nothing happens when it is kept already. */
        void keepBundle(String register, Hash hash, byte[] text) throws SQLException;

        List<byte[]> listBundles(String register) throws SQLException;

        /** For a bundle that was taken in after all, or that is kept without some values now. */
        void dropBundle(Hash hash) throws SQLException;

        /** Names what is wrong with the database itself: pages, indexes, tables, numbers. */
        void check(Consumer<String> problems) throws SQLException;
    }

    /** A log by name. */
    record LogName(long no, String register, String origin, boolean own) {}

    /** A signature over a log and the roots to go on from. */
    record Signed(Frontier frontier, String note) {}

    /**
     * A checkpoint as stored, readable or not.
     *
     * @param frontier packed by {@link Packed}
     */
    record StoredCheckpoint(long size, byte[] frontier, String note) {}

    /**
     * An entry to be stored.
     *
     * @param held its protected values as {@link Packed} writes them; empty text for none
     */
    record NewEntry(
            long log,
            long seq,
            Instant recordedAt,
            String kind,
            String id,
            Hash leaf,
            byte[] body,
            String held) {}

    /**
     * An entry as stored, readable or not.
     *
     * @param recordedAtMillis milliseconds since 1970
     * @param leaf the leaf's hash, 32 bytes when it was not altered
     * @param held its protected values as {@link Packed} writes them; no bytes for none
     */
    record Stored(
            long no,
            long seq,
            long recordedAtMillis,
            String kind,
            String id,
            byte[] leaf,
            byte[] body,
            byte[] held) {}
}
