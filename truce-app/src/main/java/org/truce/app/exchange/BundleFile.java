package org.truce.app.exchange;

import org.truce.app.store.StoreException;
import org.truce.record.Bundle;
import org.truce.record.BundleText;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipException;

/** A bundle as one compressed file. */
public final class BundleFile {
    /** More than this is no bundle of ours, however small it was when compressed. */
    private static final long MOST_BYTES = 2L << 30;

    private static final int GZIP_FIRST = 0x1f;
    private static final int GZIP_SECOND = 0x8b;

    private BundleFile() {}

    /** Whole or not at all; refuses to write over a file that is there. */
    public static void write(Bundle bundle, Path file) {
        Path target = file.toAbsolutePath();
        if (Files.exists(target)) {
            throw new StoreException("%s is there already: name another file".formatted(file));
        }
        try {
            Path whole = Files.createTempFile(target.getParent(), ".bundle", ".tmp");
            try {
                try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(whole))) {
                    out.write(BundleText.write(bundle));
                }
                Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(whole);
            }
        } catch (IOException refused) {
            throw new StoreException(
                    "the bundle cannot be written to %s: see that the folder is there and has room"
                            .formatted(file),
                    refused);
        }
    }

    /**
     * Throws {@link IllegalArgumentException} when the file holds no whole bundle, and
     * {@link StoreException} when it cannot be read.
     */
    public static Bundle read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return read(in, String.valueOf(file.getFileName()));
        } catch (IOException unreadable) {
            throw new StoreException(
                    "%s cannot be read: see that it is there and that you may read it"
                            .formatted(file),
                    unreadable);
        }
    }

    /**
     * As {@link #read(Path)}, from a stream.
     *
     * @param name what to call it in messages
     */
    public static Bundle read(InputStream stream, String name) throws IOException {
        try (InputStream in = new Limited(plain(new BufferedInputStream(stream)))) {
            return BundleText.parse(new BufferedInputStream(in));
        } catch (ZipException | EOFException cutOff) {
            throw new IllegalArgumentException(
                    "%s is cut off or altered: get it again".formatted(name));
        }
    }

    private static InputStream plain(BufferedInputStream in) throws IOException {
        in.mark(2);
        boolean zipped = in.read() == GZIP_FIRST && in.read() == GZIP_SECOND;
        in.reset();
        return zipped ? new GZIPInputStream(in) : in;
    }

    /** Ends with an error where a bundle of ours would have ended long before. */
    private static final class Limited extends FilterInputStream {
        private long left = MOST_BYTES;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            count(1);
            return super.read();
        }

        @Override
        public int read(byte[] bytes, int from, int length) throws IOException {
            int count = super.read(bytes, from, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw new IllegalArgumentException("a bundle of more than 2 GB is none of ours");
            }
        }
    }
}
