package org.truce.app.serve;

import org.truce.app.store.EntryStore;
import org.truce.assess.History;
import org.truce.record.Logged;

import java.util.List;
import java.util.Optional;

/** The history as the store holds it now: made again when entries have come in since. */
final class Live {
    private final EntryStore store;
    private long size = -1;
    private History history = new History(List.of());

    Live(EntryStore store) {
        this.store = store;
    }

    /** One thread at a time talks to the store; answers come from memory. */
    synchronized History history() {
        long now = store.size();
        if (now != size) {
            history = new History(store.listAll());
            size = now;
        }
        return history;
    }

    synchronized Optional<Logged> find(String register, String id) {
        return store.find(register, id);
    }
}
