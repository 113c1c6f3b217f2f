package org.truce.app.store;

import org.truce.base.Hash;
import org.truce.record.Bundle;
import org.truce.record.BundleText;
import org.truce.record.Guarded;

import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Takes protected values out that a decision destroys; their commitments stay. A value goes
 * wherever its log holds it, not only where the decision looked: a correction carries on the values
 * that it does not change, and may come here before the decision or after it.
 */
final class TakingOut {
    private final Tables.Transaction transaction;
    private final SignedStore store;
    private final Set<Hash> gone;

    /** @param gone the commitments of what goes */
    TakingOut(Tables.Transaction transaction, SignedStore store, Set<Hash> gone) {
        this.transaction = transaction;
        this.store = store;
        this.gone = gone;
    }

    /** From the entries of one log, and from bundles that wait; says whether there were any. */
    boolean run(long log, String register) throws SQLException {
        Map<Long, String> changed = new LinkedHashMap<>();
        transaction.readEntries(
                log, 1, Long.MAX_VALUE, piece -> piece.forEach(row -> look(row, changed)));
        for (Map.Entry<Long, String> one : changed.entrySet()) {
            transaction.setValues(one.getKey(), one.getValue());
        }
        return runWaiting(register) || !changed.isEmpty();
    }

    private void look(Tables.Stored row, Map<Long, String> changed) {
        try {
            List<Guarded.Open> held = store.values(row);
            List<Guarded.Open> kept = without(held, gone);
            if (kept.size() < held.size()) {
                changed.put(
                        row.no(),
                        Packed.isAsReceived(row.held())
                                ? Packed.textAsReceived(kept)
                                : Packed.text(kept));
            }
        } catch (IllegalArgumentException altered) {
            // A check names it; what can be read of the others goes nevertheless.
            return;
        }
    }

    /** Bundles that are kept may hold the values too: they are kept on without them. */
    private boolean runWaiting(String register) throws SQLException {
        boolean any = false;
        for (byte[] text : transaction.listBundles(register)) {
            Bundle bundle = BundleText.parse(text);
            List<Bundle.Row> rows = bundle.rows().stream()
                    .map(row -> new Bundle.Row(row.row(), without(row.values(), gone)))
                    .toList();
            if (!rows.equals(bundle.rows())) {
                byte[] kept = BundleText.write(new Bundle(
                        bundle.register(),
                        bundle.origin(),
                        bundle.before(),
                        rows,
                        bundle.keys(),
                        bundle.checkpoint()));
                transaction.dropBundle(Hash.of(text));
                transaction.keepBundle(register, Hash.of(kept), kept);
                any = true;
            }
        }
        return any;
    }

    static List<Guarded.Open> without(List<Guarded.Open> values, Set<Hash> gone) {
        return gone.isEmpty()
                ? values
                : values.stream()
                        .filter(value -> !gone.contains(value.commitment()))
                        .toList();
    }
}
