package org.truce.record;

import org.truce.base.Hash;
import org.truce.proof.Checkpoint;
import org.truce.proof.Frontier;
import org.truce.proof.ProofCheck;
import org.truce.proof.SignedNote;
import org.truce.proof.VerifierKey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Checks a bundle from itself alone: the signature, that its entries and no others stand where it
 * says, that every change of keys was signed by whom it had to be, and that every protected value
 * is the one that was bound.
 */
public final class BundleCheck {
    private final Bundle bundle;
    private final EntryCodec codec;
    private final Checkpoint end;
    private final KeyHistory keys;

    private BundleCheck(Bundle bundle, EntryCodec codec) {
        this.bundle = bundle;
        this.codec = codec;
        end = Checkpoint.parse(bundle.checkpoint().body());
        keys = new KeyHistory(bundle.register());
    }

    /**
     * The keys that signed the log. Throws {@link IllegalArgumentException}, saying what does not
     * fit, when the bundle does not verify.
     */
    public static KeyHistory check(Bundle bundle, EntryCodec codec) {
        BundleCheck check = new BundleCheck(bundle, codec);
        check.checkKeys();
        check.checkEnd();
        check.checkRows();
        return check.keys;
    }

    /**
     * As {@link #check}, for a log of which no stretch of entries is at hand: who may sign it, and
     * that one who may did sign this checkpoint.
     */
    public static KeyHistory checkSigner(
            String register,
            String origin,
            List<Bundle.KeyStep> keys,
            SignedNote checkpoint,
            EntryCodec codec) {
        BundleCheck check = new BundleCheck(
                new Bundle(register, origin, Frontier.EMPTY, List.of(), keys, checkpoint), codec);
        check.checkKeys();
        check.checkEnd();
        return check.keys;
    }

    private void checkKeys() {
        for (Bundle.KeyStep step : bundle.keys()) {
            LogRow row = new LogRow(bundle.register(), step.seq(), step.recordedAt(), step.body());
            if (!(open(step.body(), "key entry " + step.seq()) instanceof Entry.RegisterKey key)
                    || !key.register().equals(bundle.register())) {
                throw refused("entry %d is not a key of this register".formatted(step.seq()));
            }
            keys.add(step.seq(), key);
            Checkpoint then = Checkpoint.parse(step.checkpoint().body());
            boolean proven = step.seq() <= end.size()
                    && then.origin().equals(end.origin())
                    && then.size() == step.seq()
                    && ProofCheck.includes(
                            row.leafHash(),
                            step.seq() - 1,
                            end.size(),
                            step.inclusion(),
                            end.root())
                    && ProofCheck.extendsTo(
                            then.size(), then.root(), end.size(), end.root(), step.consistency());
            if (!proven) {
                throw refused("key entry %d does not belong to this log".formatted(step.seq()));
            }
            if (!isSigned(step.checkpoint(), step.seq())) {
                throw refused("key entry %d is not signed by a key that may change keys"
                        .formatted(step.seq()));
            }
        }
        if (bundle.keys().isEmpty()) {
            throw refused("it does not name the register's first key");
        }
    }

    private void checkEnd() {
        if (!end.origin().equals(bundle.origin()) || !end.origin().equals(keys.origin())) {
            throw refused("its checkpoint is of another log");
        }
        if (!isSigned(bundle.checkpoint(), end.size())) {
            throw refused("its checkpoint is not signed by the register's key in force");
        }
    }

    private void checkRows() {
        long seq = bundle.before().size();
        Instant last = Instant.MIN;
        List<Hash> leaves = new ArrayList<>(bundle.rows().size());
        Set<Long> keyEntries = new HashSet<>();
        for (Bundle.Row row : bundle.rows()) {
            seq++;
            LogRow logged = row.row();
            if (logged.seq() != seq || !logged.register().equals(bundle.register())) {
                throw refused("entry %d stands where entry %d should".formatted(logged.seq(), seq));
            }
            if (logged.recordedAt().isBefore(last)) {
                throw refused("entry %d was recorded before the one before it".formatted(seq));
            }
            last = logged.recordedAt();
            Entry entry = open(logged.body(), "entry " + seq);
            if (!entry.register().equals(bundle.register())) {
                throw refused("entry %d is of register %s".formatted(seq, entry.register()));
            }
            if (entry instanceof Entry.RegisterKey) {
                keyEntries.add(seq);
            }
            checkValues(seq, entry, row.values());
            leaves.add(logged.leafHash());
        }
        if (seq != end.size() || !bundle.before().plusAll(leaves).root().equals(end.root())) {
            throw refused(
                    "its entries are not those that the register signed: one was altered, added or"
                            + " left out");
        }
        // A key entry that the list of keys keeps silent about would change who may sign.
        if (!keys.listKeyEntries().containsAll(keyEntries)) {
            throw refused("it leaves a change of keys out of its list of keys");
        }
    }

    private void checkValues(long seq, Entry entry, List<Guarded.Open> values) {
        List<Hash> bound = new ArrayList<>(codec.listCommitments(entry));
        for (Guarded.Open value : values) {
            if (!bound.remove(value.commitment())) {
                throw refused("a protected value beside entry %d is not the one that was signed"
                        .formatted(seq));
            }
        }
    }

    private Entry open(byte[] body, String what) {
        try {
            return codec.open(body, Map.of());
        } catch (IllegalArgumentException unreadable) {
            throw refused(what + " cannot be read");
        }
    }

    private boolean isSigned(SignedNote note, long size) {
        Optional<VerifierKey> signer = note.findSigner(keys.listSigners(size));
        return signer.isPresent();
    }

    private IllegalArgumentException refused(String why) {
        return new IllegalArgumentException(
                "the log of register %s does not verify: %s".formatted(bundle.register(), why));
    }
}
