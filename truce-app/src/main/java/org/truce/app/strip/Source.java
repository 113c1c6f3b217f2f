package org.truce.app.strip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file to be read anywhere; a place outside of it means that the file is cut short or made up.
 */
final class Source {
    private static final int PIECE = 1 << 16;

    private final ByteBuffer bytes;

    private Source(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    /** Mapped, not read: videos are large. */
    static Source of(Path file) throws IOException, CannotStrip {
        try (FileChannel in = FileChannel.open(file, StandardOpenOption.READ)) {
            if (in.size() > Integer.MAX_VALUE) {
                throw new CannotStrip("it is larger than 2 GiB");
            }
            MappedByteBuffer mapped = in.map(FileChannel.MapMode.READ_ONLY, 0, in.size());
            return new Source(mapped);
        }
    }

    static Source of(byte[] content) {
        return new Source(ByteBuffer.wrap(content));
    }

    int size() {
        return bytes.limit();
    }

    int u8(long at) throws CannotStrip {
        return bytes.get(place(at, 1)) & 0xff;
    }

    int be16(long at) throws CannotStrip {
        return bytes.getShort(place(at, 2)) & 0xffff;
    }

    long be32(long at) throws CannotStrip {
        return bytes.getInt(place(at, 4)) & 0xffffffffL;
    }

    long be64(long at) throws CannotStrip {
        return bytes.getLong(place(at, 8));
    }

    long le32(long at) throws CannotStrip {
        return Integer.toUnsignedLong(Integer.reverseBytes(bytes.getInt(place(at, 4))));
    }

    /** So many bytes as Latin letters. */
    String text(long at, int length) throws CannotStrip {
        return new String(slice(at, at + length), StandardCharsets.ISO_8859_1);
    }

    byte[] slice(long from, long to) throws CannotStrip {
        int at = place(from, to - from);
        byte[] piece = new byte[(int) (to - from)];
        bytes.get(at, piece);
        return piece;
    }

    void copy(long from, long to, OutputStream out) throws IOException, CannotStrip {
        place(from, to - from);
        for (long at = from; at < to; at += PIECE) {
            out.write(slice(at, Math.min(to, at + PIECE)));
        }
    }

    private int place(long at, long length) throws CannotStrip {
        if (at < 0 || length < 0 || at > size() - length) {
            throw new CannotStrip("it is cut short, or its parts do not fit");
        }
        return (int) at;
    }
}
