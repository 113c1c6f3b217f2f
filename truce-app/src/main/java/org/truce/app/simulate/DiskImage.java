package org.truce.app.simulate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/**
 * The files of a store as they lie on a disk at one moment: the database and SQLite's write-ahead
 * log. The shared-memory file is not among them: it does not outlive a power cut, and SQLite makes
 * it anew.
 */
record DiskImage(byte[] database, byte[] ahead) {
    private static final int SECTOR_BYTES = 512;
    private static final int TORN_ONE_IN = 8;

    /** What stands before the first frame of a write-ahead log. */
    private static final int HEADER_BYTES = 32;

    static DiskImage of(Path file) {
        return new DiskImage(read(file), read(ahead(file)));
    }

    private static Path ahead(Path file) {
        return file.resolveSibling(file.getFileName() + "-wal");
    }

    private static byte[] read(Path file) {
        try {
            return Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    void write(Path file) {
        try {
            Files.write(file, database);
            if (ahead.length > 0) {
                Files.write(ahead(file), ahead);
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    /**
     * What a power cut leaves of a change from this image to {@code after}. SQLite syncs the
     * write-ahead log before it touches the database; so either some sectors of the log are on the
     * disk and none of the database's, or all of the log and some of the database. A sector under
     * the pen may be torn. A log that begins anew has its header synced before its first frame.
     */
    DiskImage cut(DiskImage after, long chance) {
        return new Random(chance).nextBoolean()
                ? new DiskImage(
                        database, begun(mixed(ahead, after.ahead, chance, true), after.ahead))
                : new DiskImage(mixed(database, after.database, chance, false), after.ahead);
    }

    private static byte[] begun(byte[] mixed, byte[] after) {
        if (after.length < HEADER_BYTES) {
            return mixed;
        }
        byte[] begun = Arrays.copyOf(mixed, Math.max(mixed.length, HEADER_BYTES));
        System.arraycopy(after, 0, begun, 0, HEADER_BYTES);
        return begun;
    }

    /** Each sector decides for itself, so that one more or less does not change the others. */
    private static byte[] mixed(byte[] before, byte[] after, long chance, boolean mayTear) {
        byte[] mixed = Arrays.copyOf(before, Math.max(before.length, after.length));
        int last = 0;
        int share = 1 + new Random(~chance).nextInt(9);
        for (int from = 0; from < after.length; from += SECTOR_BYTES) {
            int to = Math.min(after.length, from + SECTOR_BYTES);
            boolean changed = from >= before.length
                    || !Arrays.equals(before, from, Math.min(to, before.length), after, from, to);
            Random sector = new Random(chance * 31 + from);
            if (changed && sector.nextInt(10) < share) {
                System.arraycopy(after, from, mixed, from, to - from);
                last = to;
                if (mayTear && sector.nextInt(TORN_ONE_IN) == 0) {
                    byte[] torn = new byte[(to - from) / 2];
                    sector.nextBytes(torn);
                    int tornFrom = Math.max(to - torn.length, firstChange(before, after, from, to));
                    System.arraycopy(torn, 0, mixed, tornFrom, to - tornFrom);
                }
            }
        }
        return Arrays.copyOf(mixed, Math.max(before.length, last));
    }

    /** SQLite takes it that no byte beside those that are written changes (powersafe overwrite). */
    private static int firstChange(byte[] before, byte[] after, int from, int to) {
        int same = Arrays.mismatch(
                before,
                Math.min(from, before.length),
                Math.min(to, before.length),
                after,
                from,
                to);
        return from + Math.max(0, same);
    }
}
