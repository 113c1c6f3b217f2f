package org.truce.app.store;

import org.truce.record.Entry;
import org.truce.record.Logged;

import java.util.List;

/** What a store holds besides the keys of its registers. */
public final class Facts {
    private Facts() {}

    public static List<Logged> of(EntryStore store) {
        return store.listAll().stream()
                .filter(logged -> !(logged.entry() instanceof Entry.RegisterKey))
                .toList();
    }
}
