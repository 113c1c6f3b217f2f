package org.truce.simulate;

import org.truce.base.Hash;
import org.truce.proof.Checkpoint;
import org.truce.proof.Frontier;
import org.truce.proof.MerkleTree;
import org.truce.proof.SignedNote;
import org.truce.proof.SigningKey;
import org.truce.record.Bundle;
import org.truce.record.BundleText;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Guarded;
import org.truce.record.KeyHistory;
import org.truce.record.LogRow;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * Deceives as well as can be done from a whole log: he computes every hash and proof anew where he
 * changes something, and lacks nothing but the key in force.
 */
public final class Liar {
    private static final int SEED_BYTES = 32;
    private static final String SALT = "00112233445566778899aabbccddeeff";

    private final Bundle truth;
    private final Random random;
    private final EntryCodec codec = new EntryCodec();

    /** @param truth a whole log, from its first entry */
    public Liar(Bundle truth, Random random) {
        if (truth.before().size() != 0 || truth.rows().isEmpty()) {
            throw new IllegalArgumentException("a liar begins from a whole log");
        }
        this.truth = truth;
        this.random = random;
    }

    /**
     * The text of a bundle that deceives; empty where this lie cannot be told about this log.
     *
     * @param oldKeys the private halves of keys that were replaced in this log, oldest first
     */
    public Optional<byte[]> tell(Lie lie, List<SigningKey> oldKeys) {
        return (switch (lie) {
                    case ALTERED_ENTRY -> Optional.of(withRows(altered(flipped())));
                    case ALTERED_BYTE -> Optional.<Bundle>empty();
                    case FORGED_SIGNATURE -> Optional.of(withCheckpoint(forged()));
                    case FOREIGN_SIGNATURE -> foreign();
                    case OWN_KEY -> Optional.of(refounded());
                    case LEFT_OUT ->
                        Optional.of(withRows(truth.rows()
                                .subList(0, random.nextInt(truth.rows().size()))));
                    case DOUBLED -> Optional.of(doubled());
                    case SWAPPED -> swapped();
                    case WRONG_REGISTER -> Optional.of(named(otherRegister(), truth.origin()));
                    case WRONG_ORIGIN ->
                        Optional.of(named(truth.register(), truth.origin().replaceAll(".$", "x")));
                    case OTHER_VALUE -> Optional.of(planted());
                    case OLD_KEY -> withOldKey(oldKeys, false);
                    case OLD_KEY_IN_SILENCE -> withOldKey(oldKeys, true);
                    case REPLAYED, ALTERED_FILE, CUT_FILE -> Optional.<Bundle>empty();
                })
                .map(BundleText::write)
                .or(() -> lie == Lie.ALTERED_BYTE ? alteredText() : Optional.empty());
    }

    private Optional<byte[]> alteredText() {
        byte[] text = BundleText.write(truth);
        text[random.nextInt(text.length)] ^= (byte) (1 << random.nextInt(8));
        return Optional.of(text);
    }

    private int anyRow() {
        return random.nextInt(truth.rows().size());
    }

    private Bundle.Row flipped() {
        return withBody(truth.rows().get(anyRow()), body -> {
            body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
        });
    }

    private interface Change {
        void to(byte[] body);
    }

    private static Bundle.Row withBody(Bundle.Row row, Change change) {
        byte[] body = row.row().body().clone();
        change.to(body);
        LogRow was = row.row();
        return new Bundle.Row(
                new LogRow(was.register(), was.seq(), was.recordedAt(), body), row.values());
    }

    private List<Bundle.Row> altered(Bundle.Row row) {
        List<Bundle.Row> rows = new ArrayList<>(truth.rows());
        rows.set((int) row.row().seq() - 1, row);
        return rows;
    }

    private Bundle withRows(List<Bundle.Row> rows) {
        return new Bundle(
                truth.register(),
                truth.origin(),
                truth.before(),
                rows,
                truth.keys(),
                truth.checkpoint());
    }

    private Bundle withCheckpoint(SignedNote checkpoint) {
        return new Bundle(
                truth.register(),
                truth.origin(),
                truth.before(),
                truth.rows(),
                truth.keys(),
                checkpoint);
    }

    private SignedNote forged() {
        SignedNote.Signature was = truth.checkpoint().signatures().getFirst();
        byte[] signature = was.signature().clone();
        signature[random.nextInt(signature.length)] ^= (byte) (1 << random.nextInt(8));
        return new SignedNote(
                truth.checkpoint().body(),
                List.of(new SignedNote.Signature(was.name(), was.keyId(), signature)));
    }

    /** Another id in the last entry that is no key: it stays an entry that can be read. */
    private Optional<Bundle> foreign() {
        long lastKey = truth.keys().getLast().seq();
        List<Bundle.Row> free =
                truth.rows().stream().filter(row -> row.row().seq() > lastKey).toList();
        if (free.isEmpty()) {
            return Optional.empty();
        }
        Bundle.Row row = free.get(random.nextInt(free.size()));
        String text = new String(row.row().body(), StandardCharsets.UTF_8);
        byte[] body = text.replaceFirst("\"id\":\"", "\"id\":\"z").getBytes(StandardCharsets.UTF_8);
        LogRow was = row.row();
        Bundle.Row other = new Bundle.Row(
                new LogRow(was.register(), was.seq(), was.recordedAt(), body), row.values());
        return Optional.of(
                signed(truth.origin(), 0, altered(other), truth.keys(), ownKey(truth.origin())));
    }

    private SigningKey ownKey(String name) {
        byte[] seed = new byte[SEED_BYTES];
        random.nextBytes(seed);
        return SigningKey.of(name, seed);
    }

    private Bundle refounded() {
        SigningKey unnamed = ownKey("unnamed");
        SigningKey key = SigningKey.of(
                KeyHistory.originOf(truth.register(), unnamed.verifier().publicKey()),
                unnamed.seed());
        Entry.RegisterKey first = new Entry.RegisterKey(
                truth.register(),
                "K-" + key.verifier().id(),
                Entered.by("founding"),
                Optional.of(key.verifier().text()),
                Optional.empty(),
                Optional.empty(),
                false,
                "the register's first key");
        List<Bundle.Row> rows = new ArrayList<>();
        rows.add(row(1, truth.rows().getFirst().row().recordedAt(), first));
        for (Bundle.Row row : truth.rows()) {
            if (!(codec.open(row.row().body(), Map.of()) instanceof Entry.RegisterKey)) {
                LogRow was = row.row();
                rows.add(new Bundle.Row(
                        new LogRow(was.register(), rows.size() + 1L, was.recordedAt(), was.body()),
                        row.values()));
            }
        }
        Checkpoint founding = new Checkpoint(
                key.verifier().name(),
                1,
                Frontier.EMPTY.plus(rows.getFirst().row().leafHash()).root());
        Bundle.KeyStep step = new Bundle.KeyStep(
                1,
                rows.getFirst().row().recordedAt(),
                rows.getFirst().row().body(),
                founding.sign(key),
                List.of(),
                List.of());
        return signed(key.verifier().name(), 0, rows, List.of(step), key);
    }

    private Bundle.Row row(long seq, Instant at, Entry entry) {
        EntryCodec.Sealed sealed = codec.seal(entry);
        return new Bundle.Row(new LogRow(truth.register(), seq, at, sealed.body()), List.of());
    }

    private Bundle doubled() {
        List<Bundle.Row> rows = new ArrayList<>(truth.rows());
        int at = anyRow();
        rows.add(at, rows.get(at));
        return withRows(rows);
    }

    private Optional<Bundle> swapped() {
        if (truth.rows().size() < 2) {
            return Optional.empty();
        }
        List<Bundle.Row> rows = new ArrayList<>(truth.rows());
        int at = random.nextInt(rows.size() - 1);
        Collections.swap(rows, at, at + 1);
        return Optional.of(withRows(rows));
    }

    private String otherRegister() {
        int at = World.REGISTERS.indexOf(truth.register());
        return World.REGISTERS.get((at + 1) % World.REGISTERS.size());
    }

    private Bundle named(String register, String origin) {
        return new Bundle(
                register, origin, truth.before(), truth.rows(), truth.keys(), truth.checkpoint());
    }

    private Bundle planted() {
        Bundle.Row row = truth.rows().get(anyRow());
        List<Guarded.Open> values = new ArrayList<>(row.values());
        values.add(new Guarded.Open("planted", SALT));
        return withRows(altered(new Bundle.Row(row.row(), values)));
    }

    private Optional<Bundle> withOldKey(List<SigningKey> oldKeys, boolean inSilence) {
        if (oldKeys.isEmpty() || truth.keys().size() < 2) {
            return Optional.empty();
        }
        List<Bundle.KeyStep> told =
                inSilence ? truth.keys().subList(0, truth.keys().size() - 1) : truth.keys();
        return Optional.of(further(
                told,
                inSilence ? truth.rows().size() : 0,
                new People(truth.register(), random).entries(),
                oldKeys.getLast()));
    }

    /** The log with more entries at its end, signed by whoever has this key. */
    public Bundle goOn(List<Entry> entries, SigningKey key) {
        return further(truth.keys(), 0, entries, key);
    }

    private Bundle further(
            List<Bundle.KeyStep> told, long since, List<Entry> entries, SigningKey key) {
        List<Bundle.Row> rows = new ArrayList<>(truth.rows());
        Instant at = rows.getLast().row().recordedAt();
        for (Entry entry : entries) {
            rows.add(row(rows.size() + 1L, at, entry));
        }
        return signed(truth.origin(), since, rows, told, key);
    }

    /** Every hash and proof computed anew. */
    private Bundle signed(
            String origin,
            long since,
            List<Bundle.Row> rows,
            List<Bundle.KeyStep> steps,
            SigningKey key) {
        MerkleTree tree = new MerkleTree();
        rows.forEach(row -> tree.add(row.row().leafHash()));
        Hash root = tree.root(tree.size());
        List<Bundle.KeyStep> keys = steps.stream()
                .map(step -> new Bundle.KeyStep(
                        step.seq(),
                        step.recordedAt(),
                        step.body(),
                        step.checkpoint(),
                        tree.proveInclusion(step.seq() - 1, tree.size()),
                        tree.proveConsistency(step.seq(), tree.size())))
                .toList();
        return new Bundle(
                truth.register(),
                origin,
                tree.frontier(since),
                rows.subList((int) since, rows.size()),
                keys,
                new Checkpoint(origin, tree.size(), root).sign(key));
    }
}
