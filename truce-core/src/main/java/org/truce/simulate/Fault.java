package org.truce.simulate;

/** What goes wrong with a node's disk or process while it writes. */
public enum Fault {
    /** One write inside the transaction is refused. */
    WRITE_ERROR,
    /** The file may not grow any more. */
    DISK_FULL,
    /** All is written, but the disk does not confirm it. */
    SYNC_ERROR,
    /** Of what was not yet synced any part is on the disk, and some of it torn. */
    POWER_CUT,
    /** The process ends inside the transaction; what it had written stays written. */
    KILLED,
    /** The process ends after the transaction, before it could say so to anybody. */
    KILLED_BEFORE_TELLING
}
