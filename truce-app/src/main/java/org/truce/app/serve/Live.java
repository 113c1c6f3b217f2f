package org.truce.app.serve;

import org.truce.app.store.EntryStore;
import org.truce.app.store.ReadCheck;
import org.truce.app.store.Snapshot;
import org.truce.assess.AssessSettings;
import org.truce.assess.History;
import org.truce.record.Logged;

import java.util.List;
import java.util.Optional;

/** The history as the store holds it now: made again when entries have come in since. */
final class Live {
    private final EntryStore store;
    private final ReadCheck check;
    private Snapshot snapshot = Snapshot.NONE;
    private History history;

    Live(EntryStore store, AssessSettings settings) {
        this.store = store;
        check = new ReadCheck(store);
        history = new History(List.of(), settings);
    }

    /**
     * One thread at a time talks to the store; answers come from memory. Each asks the store, so
     * that what any node had committed before the question is in the answer; only what is new is
     * read. Throws {@link org.truce.app.store.StoreException} when that is not what its register
     * signed: nothing is shown then until the store is whole.
     */
    synchronized History history() {
        Snapshot now = store.refresh(snapshot);
        if (!now.revision().equals(snapshot.revision())) {
            check.check(now);
            history = history.next(now.listAll());
            snapshot = now;
        }
        return history;
    }

    /** The first entry of a register with an id, whatever its kind. */
    Optional<Logged> find(String register, String id) {
        return history().listAll().stream()
                .filter(logged -> logged.entry().id().equals(id)
                        && logged.entry().register().equals(register))
                .findFirst();
    }
}
