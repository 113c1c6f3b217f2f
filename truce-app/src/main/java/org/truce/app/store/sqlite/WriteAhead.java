package org.truce.app.store.sqlite;

import org.truce.app.store.StoreException;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;

/**
 * Looks at the write-ahead log that a writer left who did not close the store, before SQLite does.
 * SQLite stops reading it, without a word, at the first frame whose checksum does not fit: right
 * for a batch that was being written when the writer died, but acknowledged batches are lost
 * without a trace when a byte of the log was damaged since. The two differ: each batch is synced
 * before the next begins, so behind one that was never finished stands no further batch.
 *
 * <p>Format: "WAL-mode File Format" in SQLite's documentation. What cannot be told apart is damage
 * in the last batch itself: of that one a power cut may have kept the end and not the middle.
 */
final class WriteAhead {
    private static final int HEADER = 32;
    private static final int FRAME_HEADER = 24;
    private static final int MAGIC = 0x377f0682;
    private static final int LEAST_PAGE = 512;
    private static final int PAUSE_MILLIS = 100;

    private WriteAhead() {}

    /**
     * Refuses once where finished batches stand behind a damaged place, and keeps a copy of the log
     * as it is; the next time, with the copy there, the store opens with what SQLite can read.
     */
    static void checkWhole(Path store) {
        Path log = store.toAbsolutePath().resolveSibling(store.getFileName() + "-wal");
        try {
            if (!Files.isRegularFile(log) || !isDamagedForGood(log)) {
                return;
            }
            Path copy = log.resolveSibling(log.getFileName() + ".damaged");
            if (Files.exists(copy) && Files.mismatch(log, copy) < 0) {
                return;
            }
            while (Files.exists(copy)) {
                copy = copy.resolveSibling(copy.getFileName() + "1");
            }
            Files.copy(log, copy);
            sync(copy);
            throw new StoreException(
                    ("%s-wal holds batches that were recorded and can no longer be read, for a"
                        + " damaged place before them. Nothing in it was changed; %s is a copy of"
                        + " it. Keep that, and a copy of the store. The next command opens the"
                        + " store without those batches: then take them in again from a node that"
                        + " follows ('truce accept'), or go back to a backup, before anything new"
                        + " is signed")
                            .formatted(store, copy.getFileName()));
        } catch (IOException unreadable) {
            throw new StoreException(
                    "%s-wal cannot be read or copied: see that the disk is whole and has room"
                            .formatted(store),
                    unreadable);
        }
    }

    /** Twice, since somebody may be writing at this moment. */
    private static boolean isDamagedForGood(Path log) throws IOException {
        FileTime then = Files.getLastModifiedTime(log);
        if (!isDamaged(log)) {
            return false;
        }
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return Files.exists(log) && then.equals(Files.getLastModifiedTime(log)) && isDamaged(log);
    }

    static boolean isDamaged(Path log) throws IOException {
        try (FileChannel in = FileChannel.open(log, StandardOpenOption.READ)) {
            long size = in.size();
            if (size < HEADER + FRAME_HEADER + LEAST_PAGE) {
                return false;
            }
            ByteBuffer header = read(in, 0, HEADER);
            int page = header.getInt(8);
            Sum sum = new Sum((header.getInt(0) & 1) == 1);
            sum.add(header, 0, HEADER - 8);
            boolean whole = (header.getInt(0) & ~1) == MAGIC
                    && Integer.bitCount(page) == 1
                    && page >= LEAST_PAGE
                    && sum.is(header, HEADER - 8);
            return !whole || isDamaged(in, size, header, page, sum);
        }
    }

    private static boolean isDamaged(
            FileChannel in, long size, ByteBuffer header, int page, Sum sum) throws IOException {
        boolean broken = false;
        int finished = 0;
        int length = FRAME_HEADER + page;
        for (long at = HEADER; at + length <= size; at += length) {
            ByteBuffer frame = read(in, at, broken ? FRAME_HEADER : length);
            boolean current = frame.getLong(8) == header.getLong(16);
            if (!broken) {
                sum.add(frame, 0, 8);
                sum.add(frame, FRAME_HEADER, page);
                broken = !current || !sum.is(frame, 16);
            }
            boolean endsBatch = frame.getInt(4) != 0;
            if (broken && current && endsBatch) {
                finished++;
            }
        }
        // One is the end of the batch that the damage is in; that there is another tells.
        return finished > 1;
    }

    private static ByteBuffer read(FileChannel in, long at, int length) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(length);
        while (bytes.hasRemaining() && in.read(bytes, at + bytes.position()) >= 0) {
            // A read may give less than was asked for.
            continue;
        }
        return bytes;
    }

    private static void sync(Path file) throws IOException {
        try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
            out.force(true);
        }
    }

    /** The running checksum of a log. */
    private static final class Sum {
        private final ByteOrder order;
        private int first;
        private int second;

        Sum(boolean bigEndian) {
            order = bigEndian ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        }

        void add(ByteBuffer from, int at, int length) {
            ByteBuffer words = from.duplicate().order(order);
            for (int i = at; i < at + length; i += 8) {
                first += words.getInt(i) + second;
                second += words.getInt(i + 4) + first;
            }
        }

        boolean is(ByteBuffer stored, int at) {
            return stored.getInt(at) == first && stored.getInt(at + 4) == second;
        }
    }
}
