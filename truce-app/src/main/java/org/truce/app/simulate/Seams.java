package org.truce.app.simulate;

import org.truce.app.store.EntryStore;
import org.truce.app.store.EntryStore.Reception;
import org.truce.app.store.KeyRing;
import org.truce.app.store.Tables;
import org.truce.record.Bundle;
import org.truce.simulate.Witness;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;

/**
 * Where a node could do wrong: tests put nodes that do wrong here, to show that it comes out. As it
 * stands nothing is changed.
 */
public interface Seams {
    /** Every node as Truce has it. */
    Seams NONE = new Seams() {};

    /** How a node reaches its tables. */
    default Tables tables(Tables tables, Connection connection) throws SQLException {
        return tables;
    }

    /** Takes a bundle in. */
    default Reception accept(
            EntryStore store, Tables tables, KeyRing keys, Clock clock, Bundle bundle) {
        return store.accept(bundle);
    }

    /** Whether protected values go to somebody who may see them, or not. */
    default boolean handsOver(boolean maySee) {
        return maySee;
    }

    /** What a node says of its logs. */
    default List<Witness.History> histories(List<Witness.History> histories) {
        return histories;
    }
}
