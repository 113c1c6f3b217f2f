package org.truce.app.store;

import org.truce.base.Hash;
import org.truce.base.Shared;
import org.truce.proof.MerkleTree;
import org.truce.proof.SignedNote;
import org.truce.proof.SigningKey;
import org.truce.record.Bundle;
import org.truce.record.BundleCheck;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Follow;
import org.truce.record.Guarded;
import org.truce.record.KeyHistory;
import org.truce.record.LogRow;
import org.truce.record.Logged;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The logs over any database: what is signed, what counts, what follows from what. Threads may
 * share one store.
 */
public final class SignedStore implements EntryStore {
    private final Tables tables;
    private final KeyRing keys;
    private final Clock clock;
    private final EntryCodec codec = new EntryCodec();
    private final Shared shared = new Shared();
    private final Map<Long, MerkleTree> trees = new HashMap<>();
    private final Together together = new Together(this::write);

    public SignedStore(Tables tables, KeyRing keys, Clock clock) {
        this.tables = tables;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public List<Outcome> append(List<Entry> entries) {
        if (entries.stream().anyMatch(Entry.RegisterKey.class::isInstance)) {
            throw new IllegalArgumentException("a change of keys is signed on its own");
        }
        List<Prepared> prepared =
                entries.parallelStream().map(entry -> Prepared.of(entry, codec)).toList();
        return together.append(prepared);
    }

    /** One batch, one signature for each log that grew, one sync to disk. */
    private List<Outcome> write(List<Prepared> entries) {
        List<Outcome> outcomes = new ArrayList<>(entries.size());
        Batch written = inTransaction(transaction -> {
            Batch batch = batch(transaction);
            outcomes.addAll(batch.addAll(entries));
            batch.sign();
            return batch;
        });
        written.rememberSigned();
        return outcomes;
    }

    @Override
    public void changeKey(Entry.RegisterKey change, SigningKey signer) {
        Batch written = inTransaction(transaction -> {
            Batch batch = batch(transaction);
            batch.changeKey(change, signer);
            return batch;
        });
        written.rememberSigned();
    }

    private Batch batch(Tables.Transaction transaction) {
        return new Batch(transaction, this, codec, keys, clock.instant());
    }

    @Override
    public Reception accept(Bundle bundle) {
        KeyHistory history = BundleCheck.check(bundle, codec);
        AtomicBoolean destroyed = new AtomicBoolean();
        Reception reception = inTransaction(transaction ->
                new Accepting(transaction, this, codec, destroyed).accept(bundle, history));
        if (destroyed.get()) {
            tables.purge();
        }
        return reception;
    }

    @Override
    public boolean purge() {
        return tables.purge();
    }

    @Override
    public List<OfKind> listOfKind(String kind) {
        return tables.read(transaction -> {
            Map<Long, Boolean> own = new HashMap<>();
            for (Tables.LogName name : transaction.listLogs()) {
                own.put(name.no(), name.own());
            }
            List<OfKind> found = new ArrayList<>();
            for (Log log : listLogs(transaction, Optional.empty())) {
                Set<Hash> destroyed = listGone(transaction, log);
                for (Tables.Stored row : transaction.listOfKind(log.no(), kind)) {
                    if (row.seq() <= log.counts() && isReadable(row)) {
                        found.add(new OfKind(
                                own.getOrDefault(log.no(), false),
                                logged(log.register(), row, destroyed)));
                    }
                }
            }
            return found;
        });
    }

    /**
     * What is gone from a log as it is read. While two histories of a register stand against each
     * other, that is what either destroys: which of them counts first differs from node to node,
     * and whoever asked to be forgotten need not wait for that.
     */
    private Set<Hash> listGone(Tables.Transaction transaction, Log log) throws SQLException {
        Set<Hash> gone = listDestroyed(transaction, log.no());
        if (log.counts() < log.size()) {
            for (Tables.LogName other : transaction.listLogs()) {
                if (other.register().equals(log.register())) {
                    gone.addAll(listDestroyed(transaction, other.no()));
                }
            }
        }
        return gone;
    }

    private boolean isReadable(Tables.Stored row) {
        try {
            open(row);
            return true;
        } catch (IllegalArgumentException damaged) {
            return false;
        }
    }

    /** The commitments of all values that decisions in a log destroyed. */
    Set<Hash> listDestroyed(Tables.Transaction transaction, long log) throws SQLException {
        Set<Hash> destroyed = new HashSet<>();
        for (Tables.Stored row : transaction.listOfRecord(log, "destruction")) {
            try {
                if (codec.open(row.body(), Map.of()) instanceof Entry.Destruction gone) {
                    destroyed.addAll(gone.commitments());
                }
            } catch (IllegalArgumentException altered) {
                // A check names it when it looks at its own row.
                continue;
            }
        }
        return destroyed;
    }

    /** A tree may have grown by rows of the transaction: where those are taken back, so is it. */
    private <T> T inTransaction(Tables.Work<T> work) {
        try {
            return tables.write(work);
        } catch (RuntimeException | Error failed) {
            synchronized (trees) {
                trees.clear();
            }
            throw failed;
        }
    }

    @Override
    public boolean knowsRegister(String register) {
        return tables.read(transaction -> {
            for (Log log : listLogs(transaction, Optional.of(register))) {
                List<Boolean> declared = new ArrayList<>();
                // The declaration stands second, behind the key, or not much later.
                transaction.readEntries(
                        log.no(),
                        1,
                        Math.min(log.counts(), 16),
                        piece -> piece.forEach(row -> declared.add(row.kind().equals("register"))));
                if (declared.contains(true)) {
                    return true;
                }
            }
            return false;
        });
    }

    @Override
    public List<Logged> listAll() {
        return refresh(Snapshot.NONE).listAll();
    }

    @Override
    public Snapshot refresh(Snapshot before) {
        // Asked first: what is written between here and the reading is read twice, never missed.
        Tables.Revision now = tables.revision();
        if (now.equals(before.revision())) {
            return before;
        }
        return tables.read(transaction -> {
            List<Snapshot.Part> parts = new ArrayList<>();
            for (Log log : listLogs(transaction, Optional.empty())) {
                if (log.counts() > 0) {
                    Set<Hash> destroyed = listGone(transaction, log);
                    List<Logged> kept = before.kept(log.no(), destroyed, now);
                    parts.add(new Snapshot.Part(
                            log.no(), destroyed, grown(transaction, log, destroyed, kept)));
                }
            }
            return new Snapshot(now, parts);
        });
    }

    private List<Logged> grown(
            Tables.Transaction transaction, Log log, Set<Hash> destroyed, List<Logged> kept)
            throws SQLException {
        if (kept.size() >= log.counts()) {
            return kept.subList(0, Math.toIntExact(log.counts()));
        }
        List<Logged> all = new ArrayList<>(kept);
        Pipeline<List<Tables.Stored>, List<Logged>> opening = new Pipeline<>(
                piece -> piece.stream()
                        .map(row -> logged(log.register(), row, destroyed))
                        .toList(),
                all::addAll);
        transaction.readEntries(log.no(), kept.size() + 1L, log.counts(), opening::add);
        opening.finish();
        return all;
    }

    @Override
    public Optional<Logged> find(String register, String id) {
        return tables.read(transaction -> {
            Optional<Log> log = counting(listLogs(transaction, Optional.of(register)));
            if (log.isEmpty()) {
                return Optional.empty();
            }
            Set<Hash> destroyed = listGone(transaction, log.get());
            return transaction
                    .findEntry(log.get().no(), id)
                    .filter(row -> row.seq() <= log.get().counts())
                    .map(row -> logged(register, row, destroyed));
        });
    }

    private Logged logged(String register, Tables.Stored row, Set<Hash> destroyed) {
        try {
            Instant recordedAt = shared.one(Instant.ofEpochMilli(row.recordedAtMillis()));
            Entry entry = codec.open(row.body(), row.kind(), values(row), destroyed);
            return new Logged(row.seq(), recordedAt, entry);
        } catch (IllegalArgumentException damaged) {
            throw new StoreException(
                    "entry %d (%s) of register %s is unreadable: run 'truce verify' to see more"
                            .formatted(row.seq(), row.id(), register),
                    damaged);
        }
    }

    /** The entry in a stored row, with its protected values. */
    Entry open(Tables.Stored row) {
        return codec.open(row.body(), row.kind(), values(row));
    }

    List<Guarded.Open> values(Tables.Stored row) {
        return Packed.values(row.held(), shared);
    }

    @Override
    public long size() {
        return tables.size();
    }

    @Override
    public List<Log> listLogs() {
        return tables.read(transaction -> listLogs(transaction, Optional.empty()));
    }

    @Override
    public Optional<Log> findLog(String register) {
        return tables.read(transaction -> counting(listLogs(transaction, Optional.of(register))));
    }

    /** The log of a register to which may be added. */
    Optional<Log> findCounting(Tables.Transaction transaction, String register)
            throws SQLException {
        return counting(listLogs(transaction, Optional.of(register)));
    }

    private static Optional<Log> counting(List<Log> logs) {
        return logs.stream().max(Comparator.comparing(Log::counts));
    }

    /** By register, then by number. */
    List<Log> listLogs(Tables.Transaction transaction, Optional<String> register)
            throws SQLException {
        Map<String, List<Tables.LogName>> byRegister = new TreeMap<>();
        for (Tables.LogName name : transaction.listLogs()) {
            if (register.isEmpty() || register.get().equals(name.register())) {
                byRegister
                        .computeIfAbsent(name.register(), unseen -> new ArrayList<>())
                        .add(name);
            }
        }
        List<Log> logs = new ArrayList<>();
        for (List<Tables.LogName> names : byRegister.values()) {
            List<Log> parted = new ArrayList<>();
            for (Tables.LogName name : names) {
                parted.add(log(transaction, name));
            }
            if (parted.size() == 1) {
                logs.addAll(parted);
            } else {
                logs.addAll(withCounts(transaction, parted));
            }
        }
        return logs;
    }

    private Log log(Tables.Transaction transaction, Tables.LogName name) throws SQLException {
        Tables.Signed head = transaction
                .findHead(name.no())
                .orElseThrow(() -> new StoreException(
                        "the log of register %s has no signature: run 'truce verify' to see more"
                                .formatted(name.register())));
        return new Log(
                name.no(),
                name.register(),
                head.frontier(),
                note(head),
                history(transaction, name),
                head.frontier().size());
    }

    private static SignedNote note(Tables.Signed signed) {
        try {
            return SignedNote.parse(signed.note());
        } catch (IllegalArgumentException altered) {
            throw new StoreException(
                    "a checkpoint is unreadable: run 'truce verify' to see more", altered);
        }
    }

    private static String unreadableKeys(Tables.LogName name) {
        return "the keys of register %s are unreadable: run 'truce verify' to see more"
                .formatted(name.register());
    }

    private KeyHistory history(Tables.Transaction transaction, Tables.LogName name)
            throws SQLException {
        KeyHistory history = new KeyHistory(name.register());
        try {
            for (Tables.Stored row : transaction.listOfRecord(name.no(), "register-key")) {
                if (open(row) instanceof Entry.RegisterKey key) {
                    history.add(row.seq(), key);
                }
            }
        } catch (IllegalArgumentException altered) {
            throw new StoreException(unreadableKeys(name), altered);
        }
        if (history.listKeyEntries().isEmpty()) {
            throw new StoreException(unreadableKeys(name));
        }
        return history;
    }

    private List<Log> withCounts(Tables.Transaction transaction, List<Log> parted)
            throws SQLException {
        List<Long> counts = Follow.listCounts(branches(transaction, parted));
        List<Log> counted = new ArrayList<>();
        for (int i = 0; i < parted.size(); i++) {
            Log log = parted.get(i);
            counted.add(new Log(
                    log.no(),
                    log.register(),
                    log.frontier(),
                    log.checkpoint(),
                    log.keys(),
                    counts.get(i)));
        }
        return counted;
    }

    /** The histories of one register as {@link Follow} compares them. */
    List<Follow.Branch> branches(Tables.Transaction transaction, List<Log> logs)
            throws SQLException {
        List<Follow.Branch> branches = new ArrayList<>();
        for (Log log : logs) {
            List<Long> recoverySteps = new ArrayList<>();
            for (long seq : log.keys().listKeyEntries()) {
                Optional<Tables.Signed> then = transaction.findCheckpoint(log.no(), seq);
                if (then.isPresent()
                        && log.keys()
                                .recoveryBefore(seq)
                                .filter(key -> note(then.get()).isSignedBy(key))
                                .isPresent()) {
                    recoverySteps.add(seq);
                }
            }
            branches.add(
                    new Follow.Branch(log.no(), tree(transaction, log), log.keys(), recoverySteps));
        }
        return branches;
    }

    @Override
    public List<Bundle.Row> listRows(Log log, long fromSeq, long toSeq) {
        List<Bundle.Row> rows = new ArrayList<>();
        tables.read(transaction -> {
            transaction.readEntries(
                    log.no(),
                    fromSeq,
                    toSeq,
                    piece -> piece.forEach(row -> rows.add(row(log.register(), row))));
            return true;
        });
        return rows;
    }

    Bundle.Row row(String register, Tables.Stored row) {
        return new Bundle.Row(
                new LogRow(
                        register,
                        row.seq(),
                        Instant.ofEpochMilli(row.recordedAtMillis()),
                        row.body()),
                values(row));
    }

    @Override
    public MerkleTree tree(Log log) {
        return tables.read(transaction -> tree(transaction, log));
    }

    /** Kept and grown: a log only ever gets longer. */
    private MerkleTree tree(Tables.Transaction transaction, Log log) throws SQLException {
        synchronized (trees) {
            MerkleTree tree = trees.computeIfAbsent(log.no(), unseen -> new MerkleTree());
            if (tree.size() < log.size()) {
                transaction.readLeaves(log.no(), tree.size() + 1, tree::add);
            }
            if (tree.size() < log.size()) {
                throw new StoreException(
                        "entries of register %s are missing: run 'truce verify' to see more"
                                .formatted(log.register()));
            }
            return tree;
        }
    }

    @Override
    public Optional<SignedNote> findCheckpoint(Log log, long size) {
        return tables.read(
                transaction -> transaction.findCheckpoint(log.no(), size).map(SignedStore::note));
    }

    @Override
    public Check verify(Optional<String> register) {
        return tables.read(
                transaction -> new Verification(transaction, this, codec, shared).run(register));
    }

    @Override
    public void close() {
        tables.close();
    }
}
