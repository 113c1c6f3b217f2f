package org.truce.app.cli;

import org.truce.app.store.EntryStore;

import java.util.Optional;

/** A store that is made only when there is something to put into it. */
final class LateStore implements AutoCloseable {
    private final StoreOption option;
    private final Surroundings surroundings;
    private Optional<EntryStore> opened = Optional.empty();

    /** Opens the store where there is one. */
    LateStore(StoreOption option, Surroundings surroundings) {
        this.option = option;
        this.surroundings = surroundings;
        if (option.isThere()) {
            get();
        }
    }

    /** The store where there is one already. */
    Optional<EntryStore> find() {
        return opened;
    }

    /** The store; made when there is none. */
    EntryStore get() {
        if (opened.isEmpty()) {
            opened = Optional.of(option.openOrCreate(surroundings));
        }
        return opened.get();
    }

    @Override
    public void close() {
        opened.ifPresent(EntryStore::close);
    }
}
