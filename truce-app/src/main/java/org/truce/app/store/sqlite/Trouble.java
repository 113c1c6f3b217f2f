package org.truce.app.store.sqlite;

import java.sql.SQLException;

/**
 * What SQLite refused, in our words. Its own are never shown: where pages are damaged they can
 * quote what is stored, protected values among it.
 */
final class Trouble {
    static final int BUSY = 5;
    private static final int ERROR = 1;
    private static final int LOCKED = 6;
    private static final int NO_MEMORY = 7;
    private static final int READ_ONLY = 8;
    private static final int INPUT_OUTPUT = 10;
    private static final int CORRUPT = 11;
    private static final int FULL = 13;
    private static final int CANNOT_OPEN = 14;
    private static final int CONSTRAINT = 19;
    private static final int NOT_A_DATABASE = 26;
    private static final int PRIMARY = 0xff;

    private Trouble() {}

    /** What is wrong and what to do, to follow "nothing was recorded: " or the like. */
    static String words(SQLException refused) {
        return switch (code(refused)) {
            case BUSY, LOCKED ->
                "another program has held it for more than %d seconds; wait until it has ended,"
                                .formatted(Schema.BUSY_MILLIS / 1000)
                        + " then do it again";
            case FULL -> "the disk is full; make room, then do it again";
            case INPUT_OUTPUT ->
                "the disk cannot be read or written as it should; see whether it is full or"
                        + " failing, then do it again";
            case READ_ONLY ->
                "it may not be written to; copy it to where you may write, and use the copy";
            case CANNOT_OPEN ->
                "it or what SQLite keeps beside it cannot be opened; see that the disk has room and"
                        + " that you may read it";
            case NO_MEMORY -> "the memory was not enough; close other programs, then do it again";
            case CORRUPT, CONSTRAINT ->
                "the file is damaged; make a copy of it first, then run 'truce verify'";
            case NOT_A_DATABASE ->
                "it is no database, or its first page is damaged; name another file, or go back to"
                        + " a backup";
            case ERROR ->
                "its tables are not as Truce makes them; make a copy of it first, then run 'truce"
                        + " verify'";
            default ->
                "SQLite gives code %d; make a copy of the file first, then do it again"
                        .formatted(code(refused));
        };
    }

    /** As {@link #words}, where the file cannot even be opened: no check can say more of it. */
    static String wordsAtOpening(SQLException refused) {
        return switch (code(refused)) {
            case CORRUPT, CONSTRAINT ->
                "the file is damaged; move it away with its -wal and -shm, put a backup in its"
                        + " place, and take in what came after it ('truce accept', from a node"
                        + " that follows it): see docs/reference/backup.md";
            default -> words(refused);
        };
    }

    /** Whether reading may go on without the files that SQLite keeps beside a store. */
    static boolean isForWantOfRoom(SQLException refused) {
        int code = code(refused);
        return code == FULL || code == INPUT_OUTPUT || code == CANNOT_OPEN || code == READ_ONLY;
    }

    /** What a row holds that no writer of ours wrote. */
    static SQLException damaged(String what) {
        return new SQLException(what, "", CORRUPT);
    }

    /** Words of SQLite's check of its pages: only numbers and names as our tables have them. */
    static String plain(String words) {
        return words.replaceAll("[^A-Za-z0-9_ .,:()/-]", "?").replaceAll("^(.{200}).*$", "$1");
    }

    private static int code(SQLException refused) {
        return refused.getErrorCode() & PRIMARY;
    }
}
