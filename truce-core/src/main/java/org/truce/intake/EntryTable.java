package org.truce.intake;

import org.truce.record.Entry;

/** A kind of CSV file of which each row becomes one entry. */
interface EntryTable extends CsvTable {
    Entry entry(Row row) throws BadValue;

    @Override
    default void take(Row row) throws BadValue {
        row.deliver(entry(row));
    }
}
