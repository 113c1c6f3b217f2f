package org.truce.app.store;

import org.truce.app.store.EntryStore.Outcome;
import org.truce.base.Hash;
import org.truce.proof.Checkpoint;
import org.truce.proof.Frontier;
import org.truce.proof.Merkle;
import org.truce.proof.SignedNote;
import org.truce.proof.SigningKey;
import org.truce.proof.VerifierKey;
import org.truce.record.Bundle;
import org.truce.record.BundleText;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.KeyHistory;
import org.truce.record.LogRow;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One batch of entries of our own registers inside a transaction: numbered, hashed and signed. */
final class Batch {
    private final Tables.Transaction transaction;
    private final SignedStore store;
    private final EntryCodec codec;
    private final KeyRing ring;
    private final Instant now;
    private final Map<String, Open> logs = new LinkedHashMap<>();

    /** How many entries of a log are signed after this batch, by its name. */
    private final Map<String, Long> signed = new HashMap<>();

    private final List<KeyRing.Founding> founded = new ArrayList<>();

    /** A log that this batch adds to. */
    private static final class Open {
        private final long no;
        private final String register;
        private final Frontier before;
        private final KeyHistory keys;
        private final Instant at;
        private final List<Hash> leaves = new ArrayList<>();

        /** Ids of this batch that the log has, from before or by now. */
        private final Set<String> there = new HashSet<>();

        /** The commitments of what decisions of this batch destroy. */
        private final Set<Hash> gone = new HashSet<>();

        private Optional<SigningKey> signer = Optional.empty();

        Open(long no, String register, Frontier before, KeyHistory keys, Instant at) {
            this.no = no;
            this.register = register;
            this.before = before;
            this.keys = keys;
            this.at = at;
        }

        long nextSeq() {
            return before.size() + leaves.size() + 1;
        }
    }

    Batch(
            Tables.Transaction transaction,
            SignedStore store,
            EntryCodec codec,
            KeyRing ring,
            Instant now) {
        this.transaction = transaction;
        this.store = store;
        this.codec = codec;
        this.ring = ring;
        this.now = now.truncatedTo(ChronoUnit.MILLIS);
    }

    /** Entries in their order; one outcome for each. */
    List<Outcome> addAll(List<Prepared> entries) throws SQLException {
        Map<String, List<String>> ids = new LinkedHashMap<>();
        for (Prepared one : entries) {
            ids.computeIfAbsent(one.entry().register(), unseen -> new ArrayList<>())
                    .add(one.entry().id());
        }
        for (Map.Entry<String, List<String>> some : ids.entrySet()) {
            Open log = open(some.getKey());
            if (log.nextSeq() > 1) {
                log.there.addAll(transaction.listThere(log.no, some.getValue()));
            }
        }
        List<Outcome> outcomes = new ArrayList<>(entries.size());
        for (Prepared one : entries) {
            outcomes.add(add(one));
        }
        for (Open log : logs.values()) {
            if (!log.gone.isEmpty()) {
                new TakingOut(transaction, store, log.gone).run(log.no, log.register);
            }
        }
        return outcomes;
    }

    private Outcome add(Prepared prepared) throws SQLException {
        Entry entry = prepared.entry();
        Open log = open(entry.register());
        // Looked up one by one only where the id is known to be there: lookups are the dear part.
        if (!log.there.add(entry.id())) {
            Optional<Tables.Stored> stored =
                    transaction.findEntry(log.no, prepared.kind(), entry.id());
            if (stored.isPresent()) {
                return codec.sameContent(store.open(stored.get()), entry)
                        ? Outcome.ALREADY_THERE
                        : Outcome.OTHER_CONTENT;
            }
        }
        if (!prepared.whole()) {
            // A check could not tell it from an entry whose value somebody took out of the file.
            throw new IllegalArgumentException("%s %s of register %s lacks a protected value"
                    .formatted(prepared.kind(), entry.id(), entry.register()));
        }
        write(log, prepared);
        if (entry instanceof Entry.Destruction destruction) {
            log.gone.addAll(destruction.commitments());
        }
        return Outcome.RECORDED;
    }

    private Open open(String register) throws SQLException {
        Open known = logs.get(register);
        if (known != null) {
            return known;
        }
        Optional<EntryStore.Log> there = store.findCounting(transaction, register);
        Open log = there.isPresent() ? reopenLatest(there.get()) : found(register);
        logs.put(register, log);
        return log;
    }

    private Open reopenLatest(EntryStore.Log log) throws SQLException {
        Open open = reopen(log);
        if (open.signer.isPresent()) {
            checkLatest(log);
        }
        return open;
    }

    /**
     * Refuses to sign on an older state of a log: where the keys remember to have signed more, or a
     * bundle waits that they signed further on. The recovery key may; that parts the log for good.
     */
    private void checkLatest(EntryStore.Log log) throws SQLException {
        long known = ring.findSigned(log.keys().origin());
        for (byte[] text : transaction.listBundles(log.register())) {
            Bundle waiting = BundleText.parse(text);
            long end = waiting.before().size() + waiting.rows().size();
            boolean ours = waiting.origin().equals(log.keys().origin())
                    && log.keys()
                            .current()
                            .filter(waiting.checkpoint()::isSignedBy)
                            .isPresent();
            known = ours ? Math.max(known, end) : known;
        }
        if (known > log.size()) {
            throw new StoreException(
                    ("register %s has been signed up to entry %d, and here it ends with entry %d:"
                        + " this is an older state of it, such as a backup. Take in first what"
                        + " came after ('truce accept', from a node that follows it); if nobody"
                        + " has that, 'truce register revoke' goes on from here with new keys")
                            .formatted(log.register(), known, log.size()));
        }
    }

    private Open reopen(EntryStore.Log log) throws SQLException {
        Instant last = transaction.findLastRecorded(log.no()).orElse(now);
        Open open = new Open(
                log.no(),
                log.register(),
                log.frontier(),
                log.keys(),
                now.isAfter(last) ? now : last);
        VerifierKey current = log.keys()
                .current()
                .orElseThrow(() -> new StoreException(
                        "register %s is closed: enter into another".formatted(log.register())));
        open.signer = ring.find(current);
        return open;
    }

    private Open found(String register) throws SQLException {
        if (register.indexOf('/') >= 0 || register.equals(".") || register.equals("..")) {
            // Its name is a part of the address under which its log is published.
            throw new StoreException(
                    "a register may not be named '%s': leave out slashes".formatted(register));
        }
        KeyRing.Founding founding = ring.found(register);
        founded.add(founding);
        VerifierKey key = founding.key().verifier();
        Entry.RegisterKey first = new Entry.RegisterKey(
                register,
                "K-" + key.id(),
                Entered.by("founding"),
                Optional.of(key.text()),
                Optional.of(founding.recovery().verifier().text()),
                Optional.empty(),
                false,
                "the register's first key");
        Open log = new Open(
                transaction.addLog(register, key.name(), true),
                register,
                Frontier.EMPTY,
                new KeyHistory(register),
                now);
        log.keys.add(1, first);
        log.signer = Optional.of(founding.key());
        write(log, Prepared.of(first, codec));
        // Alone, so that the signature over the first key stands whatever comes after it.
        return sign(log, founding.key());
    }

    private void write(Open log, Prepared prepared) throws SQLException {
        long seq = log.nextSeq();
        Hash leaf = Merkle.leaf(LogRow.leaf(log.register, seq, log.at, prepared.bodyHash()));
        transaction.addEntry(new Tables.NewEntry(
                log.no,
                seq,
                log.at,
                prepared.kind(),
                prepared.entry().id(),
                leaf,
                prepared.body(),
                prepared.held()));
        log.leaves.add(leaf);
    }

    /** Signs every log that grew, and keeps the keys of those that are new. */
    void sign() throws SQLException {
        for (Open log : logs.values()) {
            if (!log.leaves.isEmpty()) {
                sign(log, log.signer.orElseThrow(() -> notHere(log)));
            }
        }
        founded.forEach(ring::keep);
    }

    private static StoreException notHere(Open log) {
        return new StoreException(
                ("register %s signs with the key %s, which is not on this machine: enter into a"
                                + " register of your own with --register, or bring its key here")
                        .formatted(
                                log.register,
                                log.keys.current().map(VerifierKey::id).orElse("")));
    }

    private Open sign(Open log, SigningKey signer) throws SQLException {
        Frontier frontier = log.before.plusAll(log.leaves);
        Checkpoint checkpoint = new Checkpoint(log.keys.origin(), frontier.size(), frontier.root());
        if (!log.keys.listSigners(frontier.size()).contains(signer.verifier())) {
            throw new StoreException("register %s does not sign with this key: nothing was recorded"
                    .formatted(log.register));
        }
        SignedNote note = checkpoint.sign(signer);
        transaction.addCheckpoint(log.no, new Tables.Signed(frontier, note.text()));
        signed.put(log.keys.origin(), frontier.size());
        Open next = new Open(log.no, log.register, frontier, log.keys, log.at);
        next.signer = log.signer;
        return next;
    }

    void changeKey(Entry.RegisterKey change, SigningKey signer) throws SQLException {
        EntryStore.Log there = store.findCounting(transaction, change.register())
                .orElseThrow(() ->
                        new StoreException("there is no register %s here: see 'truce register list'"
                                .formatted(change.register())));
        if (there.keys().current().equals(Optional.of(signer.verifier()))) {
            checkLatest(there);
        }
        Open log = reopen(there);
        log.keys.add(log.nextSeq(), change);
        write(log, Prepared.of(change, codec));
        sign(log, signer);
    }

    /** After the batch is durable: how far each log that grew is signed. */
    void rememberSigned() {
        signed.forEach(ring::rememberSigned);
    }
}
