package org.truce.app.store;

import org.truce.app.store.EntryStore.Log;
import org.truce.app.store.EntryStore.Reception;
import org.truce.base.Hash;
import org.truce.proof.Frontier;
import org.truce.record.Bundle;
import org.truce.record.BundleCheck;
import org.truce.record.BundleText;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Follow;
import org.truce.record.Guarded;
import org.truce.record.KeyHistory;
import org.truce.record.LogRow;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Takes a bundle that verified in, inside one transaction, and then what had waited for it. */
final class Accepting {
    private final Tables.Transaction transaction;
    private final SignedStore store;
    private final EntryCodec codec;
    private final AtomicBoolean destroyed;

    /** By log, the commitments of what decisions that came now destroy. */
    private final Map<Long, Set<Hash>> newlyGone = new HashMap<>();

    private long added;
    private long alreadyThere;
    private long values;

    /** @param destroyed set when protected values that were here went by a decision */
    Accepting(
            Tables.Transaction transaction,
            SignedStore store,
            EntryCodec codec,
            AtomicBoolean destroyed) {
        this.destroyed = destroyed;
        this.transaction = transaction;
        this.store = store;
        this.codec = codec;
    }

    Reception accept(Bundle bundle, KeyHistory history) throws SQLException {
        Reception.Result result = take(bundle, history);
        if (result == Reception.Result.WAITS || isUnplaced(result, bundle)) {
            byte[] text = BundleText.write(bundle);
            transaction.keepBundle(bundle.register(), Hash.of(text), text);
            return new Reception(result, added, alreadyThere, values);
        }
        boolean moved = true;
        while (moved) {
            moved = takeWaiting(bundle.register());
        }
        takeOut(bundle.register());
        return new Reception(standing(bundle.register(), result), added, alreadyThere, values);
    }

    /** What decisions that came now destroy, in all histories that have them. */
    private void takeOut(String register) throws SQLException {
        for (Map.Entry<Long, Set<Hash>> of : newlyGone.entrySet()) {
            if (new TakingOut(transaction, store, of.getValue()).run(of.getKey(), register)) {
                destroyed.set(true);
            }
        }
    }

    private Reception.Result standing(String register, Reception.Result result)
            throws SQLException {
        List<Log> logs = store.listLogs(transaction, Optional.of(register));
        if (logs.size() < 2) {
            return result;
        }
        return logs.stream().anyMatch(log -> log.counts() == log.size())
                ? Reception.Result.ONE_SET_ASIDE
                : Reception.Result.TWO_HISTORIES;
    }

    private boolean isUnplaced(Reception.Result result, Bundle bundle) throws SQLException {
        return result == Reception.Result.TWO_HISTORIES
                && follow(bundle) instanceof Follow.OfAnotherHistory;
    }

    /** One kept bundle whose time has come; whether there was one. */
    private boolean takeWaiting(String register) throws SQLException {
        for (byte[] text : transaction.listBundles(register)) {
            Bundle waiting = BundleText.parse(text);
            Follow follow = follow(waiting);
            if (!(follow instanceof Follow.Waits) && !(follow instanceof Follow.OfAnotherHistory)) {
                try {
                    take(waiting, BundleCheck.check(waiting, codec));
                } catch (IllegalArgumentException shownFalse) {
                    // What came before it has come and shows that it does not belong there. Nothing
                    // of it was written; and it may not keep out the true bundle that showed it.
                }
                transaction.dropBundle(Hash.of(text));
                return true;
            }
        }
        return false;
    }

    private Follow follow(Bundle bundle) throws SQLException {
        return Follow.of(
                bundle,
                store.branches(
                        transaction, store.listLogs(transaction, Optional.of(bundle.register()))));
    }

    private Reception.Result take(Bundle bundle, KeyHistory history) throws SQLException {
        for (Log log : store.listLogs(transaction, Optional.of(bundle.register()))) {
            if (!log.keys().origin().equals(bundle.origin())) {
                throw new IllegalArgumentException(
                        ("another register named %s, founded with another key, is here already:"
                            + " ask which of them is the right one, or keep them in two stores")
                                .formatted(bundle.register()));
            }
        }
        return switch (follow(bundle)) {
            case Follow.AlreadyThere there -> {
                addValues(bundle.register(), bundle.rows());
                alreadyThere += bundle.rows().size();
                yield Reception.Result.TAKEN_IN;
            }
            case Follow.Extends further -> {
                checkSameKeys(further.branch().keys(), history, further.common());
                long no = further.branch().no();
                extend(no, bundle, further.common(), listNew(no, bundle, further.common()));
                yield Reception.Result.TAKEN_IN;
            }
            case Follow.Splits split -> {
                checkSameKeys(split.branch().keys(), history, split.common());
                List<Entry> entries = listNew(split.branch().no(), bundle, split.common());
                long no = copy(split.branch(), bundle, split.common());
                extend(no, bundle, split.common(), entries);
                yield Reception.Result.TWO_HISTORIES;
            }
            case Follow.Founds founds -> {
                List<Entry> entries = listNew(0, bundle, 0);
                long no = transaction.addLog(bundle.register(), bundle.origin(), false);
                extend(no, bundle, 0, entries);
                yield Reception.Result.TAKEN_IN;
            }
            case Follow.Waits waits -> Reception.Result.WAITS;
            case Follow.OfAnotherHistory other -> Reception.Result.TWO_HISTORIES;
        };
    }

    /**
     * A bundle could keep silent about a change of keys that lies before its rows, and be signed by
     * the key replaced then. Whoever has those entries sees it.
     */
    private static void checkSameKeys(KeyHistory known, KeyHistory told, long common) {
        List<Long> here =
                known.listKeyEntries().stream().filter(seq -> seq <= common).toList();
        List<Long> there =
                told.listKeyEntries().stream().filter(seq -> seq <= common).toList();
        if (!here.equals(there)) {
            throw new IllegalArgumentException(
                    "the bundle keeps silent about a change of the register's key and is signed by"
                        + " a key that no longer may: do not take it in, and tell the register's"
                        + " owner");
        }
    }

    /** A second history begins as the first, with the signatures over the keys that both have. */
    private long copy(Follow.Branch from, Bundle bundle, long common) throws SQLException {
        long no = transaction.addLog(bundle.register(), bundle.origin(), false);
        for (long seq : from.keys().listKeyEntries()) {
            Optional<Tables.Signed> signed = transaction.findCheckpoint(from.no(), seq);
            if (seq <= common && signed.isPresent()) {
                transaction.addCheckpoint(no, signed.get());
            }
        }
        transaction.readEntries(from.no(), 1, common, piece -> {
            for (Tables.Stored row : piece) {
                Bundle.Row copied = store.row(bundle.register(), row);
                try {
                    String held = new String(row.held(), StandardCharsets.UTF_8);
                    add(no, copied.row(), row.kind(), row.id(), held);
                } catch (SQLException refused) {
                    throw new StoreException(
                            "the second history could not be kept: has the disk room?", refused);
                }
            }
        });
        return no;
    }

    /**
     * The entries of a bundle behind the first {@code common} of a log, before anything is written:
     * no id twice, neither among them nor with those of the log.
     */
    private List<Entry> listNew(long no, Bundle bundle, long common) throws SQLException {
        List<Entry> entries = bundle.rows().stream()
                .filter(row -> row.row().seq() > common)
                .map(row -> codec.open(row.row().body(), Map.of()))
                .toList();
        Set<String> known =
                transaction.listThere(no, entries.stream().map(Entry::id).toList());
        Set<String> seen = new HashSet<>();
        for (Entry entry : entries) {
            String kind = EntryCodec.kindOf(entry);
            boolean there = known.contains(entry.id())
                    && transaction
                            .findEntry(no, kind, entry.id())
                            .filter(stored -> stored.seq() <= common)
                            .isPresent();
            if (there || !seen.add(kind + " " + entry.id())) {
                throw new IllegalArgumentException(
                        "the bundle of register %s holds two entries with the id %s"
                                .formatted(bundle.register(), entry.id()));
            }
        }
        return entries;
    }

    /** @param entries those of the bundle behind the first {@code common} */
    private void extend(long no, Bundle bundle, long common, List<Entry> entries)
            throws SQLException {
        Iterator<Entry> next = entries.iterator();
        boolean own = isOwn(no);
        Set<Hash> gone = store.listDestroyed(transaction, no);
        List<Bundle.Row> there = new ArrayList<>();
        Map<Long, Frontier> atKeys = new HashMap<>();
        Set<Long> keyEntries = new HashSet<>();
        bundle.keys().forEach(step -> keyEntries.add(step.seq()));
        List<Hash> leaves = new ArrayList<>();
        Frontier frontier = bundle.before();
        for (Bundle.Row row : bundle.rows()) {
            LogRow logged = row.row();
            leaves.add(logged.leafHash());
            if (keyEntries.contains(logged.seq())) {
                frontier = frontier.plusAll(leaves);
                leaves.clear();
                atKeys.put(logged.seq(), frontier);
            }
            if (logged.seq() <= common) {
                there.add(row);
                continue;
            }
            Entry entry = next.next();
            if (entry instanceof Entry.Destruction destruction) {
                newlyGone
                        .computeIfAbsent(no, unseen -> new HashSet<>())
                        .addAll(destruction.commitments());
            }
            String held =
                    held(own, codec.listCommitments(entry), TakingOut.without(row.values(), gone));
            add(no, logged, EntryCodec.kindOf(entry), entry.id(), held);
            added++;
            values += row.values().size();
        }
        addSignatures(no, bundle, atKeys, frontier.plusAll(leaves));
        addValues(bundle.register(), there);
        alreadyThere += there.size();
    }

    /**
     * A register's home gets its own entries back from others, after a loss of its store, or from
     * whoever found a key of it: values that did not come with them were not taken out here.
     */
    private static String held(boolean own, List<Hash> commitments, List<Guarded.Open> values) {
        Set<Hash> there = new HashSet<>();
        values.forEach(value -> there.add(value.commitment()));
        return !own || there.containsAll(commitments)
                ? Packed.text(values)
                : Packed.textAsReceived(values);
    }

    private void add(long no, LogRow row, String kind, String id, String held) throws SQLException {
        transaction.addEntry(new Tables.NewEntry(
                no, row.seq(), row.recordedAt(), kind, id, row.leafHash(), row.body(), held));
    }

    /** Every signature over a change of keys is kept: it tells who may sign what follows. */
    private void addSignatures(long no, Bundle bundle, Map<Long, Frontier> atKeys, Frontier end)
            throws SQLException {
        for (Bundle.KeyStep step : bundle.keys()) {
            Frontier then = atKeys.get(step.seq());
            if (then != null && transaction.findCheckpoint(no, step.seq()).isEmpty()) {
                transaction.addCheckpoint(
                        no, new Tables.Signed(then, step.checkpoint().text()));
            }
        }
        if (transaction.findCheckpoint(no, end.size()).isEmpty()) {
            transaction.addCheckpoint(
                    no, new Tables.Signed(end, bundle.checkpoint().text()));
        }
    }

    /** To both histories where there are two: what they share has its values in each. */
    private void addValues(String register, List<Bundle.Row> rows) throws SQLException {
        for (Tables.LogName log : transaction.listLogs()) {
            if (log.register().equals(register)) {
                addValues(log.no(), log.own(), rows);
            }
        }
    }

    private void addValues(long no, boolean own, List<Bundle.Row> rows) throws SQLException {
        Set<Hash> gone = store.listDestroyed(transaction, no);
        for (Bundle.Row row : rows) {
            if (row.values().isEmpty()) {
                continue;
            }
            Entry entry = codec.open(row.row().body(), Map.of());
            Optional<Tables.Stored> stored =
                    transaction.findEntry(no, EntryCodec.kindOf(entry), entry.id());
            if (stored.isEmpty()
                    || !Arrays.equals(stored.get().body(), row.row().body())) {
                continue;
            }
            List<Guarded.Open> held = store.values(stored.get());
            int before = held.size();
            for (Guarded.Open value : row.values()) {
                if (!held.contains(value) && !gone.contains(value.commitment())) {
                    held.add(value);
                }
            }
            if (held.size() > before) {
                transaction.setValues(
                        stored.get().no(), held(own, codec.listCommitments(entry), held));
                values += held.size() - before;
            }
        }
    }

    private boolean isOwn(long no) throws SQLException {
        return transaction.listLogs().stream().anyMatch(log -> log.no() == no && log.own());
    }
}
