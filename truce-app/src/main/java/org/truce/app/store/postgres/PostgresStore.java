package org.truce.app.store.postgres;

import org.truce.app.store.EntryStore;
import org.truce.app.store.KeyRing;
import org.truce.app.store.SignedStore;

import java.time.Clock;
import java.util.Locale;
import java.util.Map;

/**
 * All logs in the schema {@code truce} of one PostgreSQL database, synced before an append returns.
 * Threads may share one store and take turns; any number of nodes may have the same database open.
 */
public final class PostgresStore {
    private PostgresStore() {}

    /** Whether what was named as a store is the address of a database. */
    public static boolean isAddress(String named) {
        String lower = named.toLowerCase(Locale.ROOT);
        return lower.startsWith("postgresql:") || lower.startsWith("postgres:");
    }

    /** Opens the store, or makes it when the database holds none. */
    public static EntryStore openOrCreate(
            String address, Map<String, String> environment, KeyRing keys, Clock clock) {
        return open(address, environment, keys, clock, true);
    }

    /** Opens a store that exists. */
    public static EntryStore openExisting(
            String address, Map<String, String> environment, KeyRing keys, Clock clock) {
        return open(address, environment, keys, clock, false);
    }

    private static EntryStore open(
            String address,
            Map<String, String> environment,
            KeyRing keys,
            Clock clock,
            boolean create) {
        Line line = new Line(Address.parse(address, environment), environment);
        return new SignedStore(PostgresTables.open(line, create), keys, clock);
    }
}
