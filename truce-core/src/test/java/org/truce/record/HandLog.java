package org.truce.record;

import org.truce.base.Hash;
import org.truce.proof.Checkpoint;
import org.truce.proof.MerkleTree;
import org.truce.proof.SignedNote;
import org.truce.proof.SigningKey;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** A register's log made by hand, with a signature after every entry. */
final class HandLog {
    static final String REGISTER = "r";
    static final Instant NOON = Instant.parse("2017-07-09T09:00:00Z");

    final MerkleTree tree = new MerkleTree();
    final List<Bundle.Row> rows = new ArrayList<>();
    final Map<Long, SignedNote> notes = new HashMap<>();
    final KeyHistory keys = new KeyHistory(REGISTER);
    final List<Long> recoverySteps = new ArrayList<>();
    SigningKey key = key(1);
    SigningKey recovery = key(2);
    private final EntryCodec codec = new EntryCodec();

    HandLog() {
        addKey(Optional.empty(), key, recovery, key, false);
    }

    /** The same log again, to go another way from here. */
    HandLog copy() {
        HandLog other = new HandLog();
        for (Bundle.Row row : rows.subList(1, rows.size())) {
            other.put(row.row(), row.values());
            other.notes.put(row.row().seq(), notes.get(row.row().seq()));
        }
        return other;
    }

    static SigningKey key(int number) {
        byte[] first = seed(1);
        String origin = KeyHistory.originOf(
                REGISTER, SigningKey.of("x", first).verifier().publicKey());
        return SigningKey.of(origin, seed(number));
    }

    private static byte[] seed(int number) {
        byte[] seed = new byte[32];
        seed[0] = (byte) number;
        return seed;
    }

    HandLog add(int count) {
        for (int i = 0; i < count; i++) {
            int number = rows.size() + 1;
            add(new Entry.RejectedRow(
                    REGISTER, "C" + number, Entered.by("hand"), "", note("n" + number)));
        }
        return this;
    }

    HandLog add(Entry entry) {
        EntryCodec.Sealed sealed = codec.seal(entry);
        put(new LogRow(REGISTER, rows.size() + 1, NOON, sealed.body()), sealed.values());
        sign(key);
        return this;
    }

    static Guarded.Open note(String text) {
        return OneOfEach.open(text, OneOfEach.SALT);
    }

    HandLog rotate(SigningKey next) {
        addKey(Optional.of(key.verifier().id()), next, recovery, key, false);
        key = next;
        return this;
    }

    HandLog revoke(SigningKey next, SigningKey nextRecovery) {
        addKey(Optional.of(key.verifier().id()), next, nextRecovery, recovery, true);
        recoverySteps.add((long) rows.size());
        key = next;
        recovery = nextRecovery;
        return this;
    }

    private void addKey(
            Optional<String> replaced,
            SigningKey next,
            SigningKey nextRecovery,
            SigningKey signer,
            boolean revoked) {
        Entry.RegisterKey entry = new Entry.RegisterKey(
                REGISTER,
                "K-" + next.verifier().id(),
                Entered.by("hand"),
                Optional.of(next.verifier().text()),
                Optional.of(nextRecovery.verifier().text()),
                replaced,
                revoked,
                "by hand");
        put(new LogRow(REGISTER, rows.size() + 1, NOON, codec.seal(entry).body()), List.of());
        keys.add(rows.size(), entry);
        sign(signer);
    }

    private void put(LogRow row, List<Guarded.Open> values) {
        rows.add(new Bundle.Row(row, values));
        tree.add(row.leafHash());
    }

    void sign(SigningKey signer) {
        notes.put(tree.size(), checkpoint(signer));
    }

    SignedNote checkpoint(SigningKey signer) {
        return new Checkpoint(keys.origin(), tree.size(), tree.root(tree.size())).sign(signer);
    }

    Bundle bundle(int since) {
        return bundle(since, rows.size());
    }

    /** Entries {@code since + 1} to {@code size}, as the log stood at that size. */
    Bundle bundle(int since, int size) {
        List<Bundle.KeyStep> steps = new ArrayList<>();
        for (long seq : keys.listKeyEntries()) {
            if (seq <= size) {
                LogRow row = rows.get((int) seq - 1).row();
                steps.add(new Bundle.KeyStep(
                        seq,
                        row.recordedAt(),
                        row.body(),
                        Objects.requireNonNull(notes.get(seq)),
                        tree.proveInclusion(seq - 1, size),
                        tree.proveConsistency(seq, size)));
            }
        }
        return new Bundle(
                REGISTER,
                keys.origin(),
                tree.frontier(since),
                rows.subList(since, size),
                steps,
                Objects.requireNonNull(notes.get((long) size)));
    }

    Follow.Branch branch(long no) {
        return new Follow.Branch(no, tree, keys, recoverySteps);
    }

    /** The rows as a check of a store meets them. */
    List<LogCheck.Row> looks() {
        List<LogCheck.Row> looks = new ArrayList<>();
        for (Bundle.Row row : rows) {
            looks.add(look(row.row(), row.row().leafHash(), row.values()));
        }
        return looks;
    }

    LogCheck.Row look(LogRow row, Hash leaf, List<Guarded.Open> values) {
        Entry entry = codec.open(row.body(), Map.of());
        return LogCheck.look(
                row,
                EntryCodec.kindOf(entry),
                entry.id(),
                leaf.bytes(),
                Optional.of(values),
                gone -> false,
                gone -> false,
                codec);
    }
}
