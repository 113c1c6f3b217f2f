package org.truce.app.cli;

import org.truce.app.store.EntryStore;
import org.truce.record.Entry;
import org.truce.record.Logged;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An entry that somebody named, by its id or as REGISTER:ID; both may hold colons. */
record EntryName(String register, Entry entry) {
    /**
     * Throws {@link UsageException} when there is no such entry, or more than one.
     *
     * @param register whose entry it is where the id alone is given and several have it
     */
    static EntryName find(EntryStore store, String named, Optional<String> register) {
        List<EntryName> found = new ArrayList<>();
        for (EntryStore.Log log : store.listLogs()) {
            String prefix = log.register() + ":";
            if (log.counts() > 0) {
                add(store.find(log.register(), named), found);
                if (named.startsWith(prefix)) {
                    add(store.find(log.register(), named.substring(prefix.length())), found);
                }
            }
        }
        List<EntryName> own = found.stream()
                .filter(one -> register.isEmpty() || one.register().equals(register.get()))
                .toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (own.size() == 1) {
            return own.getFirst();
        }
        throw new UsageException((found.isEmpty()
                        ? "there is no entry %s: see its id with 'truce incidents', or name it as"
                                + " REGISTER:ID"
                        : "several registers have an entry %s: name it as REGISTER:ID")
                .formatted(named));
    }

    private static void add(Optional<Logged> logged, List<EntryName> found) {
        logged.ifPresent(one -> found.add(new EntryName(one.entry().register(), one.entry())));
    }

    String text() {
        return register + ":" + entry.id();
    }
}
