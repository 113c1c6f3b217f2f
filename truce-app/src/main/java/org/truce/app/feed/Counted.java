package org.truce.app.feed;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes read, for progress. */
final class Counted extends FilterInputStream {
    private final long size;
    private long read;

    Counted(InputStream in, long size) {
        super(in);
        this.size = size;
    }

    /** How much has been read, 0 to 1. */
    double share() {
        return size == 0 ? 1 : Math.min(1, (double) read / size);
    }

    @Override
    public int read() throws IOException {
        int one = super.read();
        if (one >= 0) {
            read++;
        }
        return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = super.read(buffer, offset, length);
        if (count > 0) {
            read += count;
        }
        return count;
    }
}
