package org.truce.app.store;

import com.fasterxml.jackson.annotation.JsonIgnore;

import org.truce.proof.Frontier;
import org.truce.proof.MerkleTree;
import org.truce.proof.SignedNote;
import org.truce.proof.SigningKey;
import org.truce.record.Bundle;
import org.truce.record.Entry;
import org.truce.record.KeyHistory;
import org.truce.record.Logged;

import java.util.List;
import java.util.Optional;

/**
 * The append-only logs of every register in one place. What {@link #append} or {@link #accept} has
 * returned from is durable: a power cut does not lose it. Every batch is signed by its register.
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

    /**
     * Takes all entries in, in their order, or none of them; one outcome for each. A register that
     * is new here is founded with new keys. Throws {@link StoreException} when the key with which
     * its register signs is not at hand.
     */
    List<Outcome> append(List<Entry> entries);

    /**
     * Puts a change of keys at the end of a register's log, signed by the key it replaces or by the
     * recovery key. Throws {@link StoreException} when neither signed it.
     */
    void changeKey(Entry.RegisterKey change, SigningKey signer);

    /**
     * Takes in what another node exported. Throws {@link IllegalArgumentException}, saying why,
     * when the bundle does not verify; nothing has changed then.
     */
    Reception accept(Bundle bundle);

    /** Whether a register has declared itself. */
    boolean knowsRegister(String register);

    /**
     * Every entry that counts, with the protected values at hand, by register and number: the same
     * on every node that has the same entries, however they came.
     */
    List<Logged> listAll();

    /**
     * The same, from an earlier one: what that has is not read again. Gives {@code before} itself
     * when nothing was written since.
     */
    Snapshot refresh(Snapshot before);

    /**
     * Where a report, statement or other entry came in; the first of that id when kinds share it.
     */
    Optional<Logged> find(String register, String id);

    /**
     * The entries of one kind that count, of every register, by log and number; those that can no
     * longer be read are left out: {@link #verify} names them.
     */
    List<OfKind> listOfKind(String kind);

    /**
     * Rewrites what the store keeps on disk, so that no value that was destroyed is left in it.
     * False when another program was reading at the time, and a part of it may be left.
     */
    boolean purge();

    /** How many entries there are in all logs, those set aside included; it only ever grows. */
    long size();

    /** Every log, by register; of a register with two histories each of them. */
    List<Log> listLogs();

    /** The log of a register that counts. */
    Optional<Log> findLog(String register);

    /** Entries {@code fromSeq} to {@code toSeq} of a log with the protected values at hand. */
    List<Bundle.Row> listRows(Log log, long fromSeq, long toSeq);

    /** The hash tree over all entries of a log. */
    MerkleTree tree(Log log);

    /** The signed checkpoint of exactly {@code size} entries of a log. */
    Optional<SignedNote> findCheckpoint(Log log, long size);

    /** Checks every log from its first entry, or that of one register. */
    Check verify(Optional<String> register);

    @Override
    void close();

    /** An entry with whether its register's log is kept here: then its files should be here too. */
    record OfKind(boolean own, Logged logged) {}

    /**
     * A register's log as it stands.
     *
     * @param no its number in this store
     * @param frontier where it stands: its size and the roots over it
     * @param checkpoint the last signature over it
     * @param keys which keys signed it
     * @param counts how many of its entries count; fewer than there are when the register has shown
     *     two histories, none when another of its histories was found to be the right one
     */
    record Log(
            long no,
            String register,
            Frontier frontier,
            SignedNote checkpoint,
            KeyHistory keys,
            long counts) {
        public long size() {
            return frontier.size();
        }
    }

    /**
     * What became of a bundle.
     *
     * @param added entries that were not there before
     * @param alreadyThere entries that were
     * @param values protected values that came with entries which were there without them
     */
    record Reception(Result result, long added, long alreadyThere, long values) {
        /** How a bundle was taken. */
        public enum Result {
            TAKEN_IN,
            /** Entries before it are missing: it is kept until they arrive. */
            WAITS,
            /** The register has shown two histories; only what they have in common counts. */
            TWO_HISTORIES,
            /** Of two histories the one counts in which the recovery key took the key away. */
            ONE_SET_ASIDE
        }
    }

    /**
     * What a check found.
     *
     * @param entries how many entries are stored
     * @param withheld how many protected values are not here that no decision destroyed
     * @param destroyed how many protected values a decision destroyed
     * @param problems what is altered, missing or moved, each by name; empty when all is whole
     */
    record Check(
            long entries,
            long withheld,
            long destroyed,
            List<CheckedRegister> registers,
            List<String> problems) {
        public Check {
            registers = List.copyOf(registers);
            problems = List.copyOf(problems);
        }

        public boolean ok() {
            return problems.isEmpty();
        }
    }

    /**
     * A register as a check found it.
     *
     * @param checkpoint the text of its last signed checkpoint; empty when there is none to read
     * @param withheld how many protected values are not here that no decision destroyed
     * @param destroyed how many protected values a decision destroyed
     * @param withheldIn the ids of the first few entries of which they are, and … for more
     */
    record CheckedRegister(
            String name,
            long entries,
            String checkpoint,
            long withheld,
            long destroyed,
            @JsonIgnore List<String> withheldIn) {
        public CheckedRegister {
            withheldIn = List.copyOf(withheldIn);
        }
    }
}
