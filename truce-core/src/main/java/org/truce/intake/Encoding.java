package org.truce.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Brings a file to UTF-8 without a byte order mark, whatever mark it starts with. */
final class Encoding {
    private Encoding() {}

    static InputStream utf8(InputStream in) throws IOException {
        PushbackInputStream start = new PushbackInputStream(in, 3);
        byte[] mark = start.readNBytes(3);
        if (starts(mark, 0xEF, 0xBB, 0xBF)) {
            return start;
        }
        boolean bigEndian = starts(mark, 0xFE, 0xFF);
        if (bigEndian || starts(mark, 0xFF, 0xFE)) {
            start.unread(mark, 2, mark.length - 2);
            return new FromUtf16(start, bigEndian);
        }
        start.unread(mark);
        return start;
    }

    private static boolean starts(byte[] bytes, int... with) {
        for (int i = 0; i < with.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != with[i]) {
                return false;
            }
        }
        return true;
    }

    /** UTF-16 to UTF-8; half a surrogate pair becomes a byte that no UTF-8 text holds. */
    private static final class FromUtf16 extends InputStream {
        private static final int NO_UTF8 = 0xFF;

        private final InputStream in;
        private final boolean bigEndian;
        private final byte[] raw = new byte[1 << 16];
        private int rawAt;
        private int rawEnd;
        private int unitAhead = -1;
        private final byte[] out = new byte[4];
        private int outAt;
        private int outEnd;

        FromUtf16(InputStream in, boolean bigEndian) {
            this.in = in;
            this.bigEndian = bigEndian;
        }

        @Override
        public int read() throws IOException {
            if (outAt == outEnd && !encodeNext()) {
                return -1;
            }
            return out[outAt++] & 0xFF;
        }

        /** Hands out what there is, so that what came before a break is not lost. */
        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int done = 0;
            while (done < length && (done == 0 || outAt < outEnd || rawEnd - rawAt >= 4)) {
                int next = read();
                if (next < 0) {
                    break;
                }
                into[offset + done++] = (byte) next;
            }
            return done == 0 && length > 0 ? -1 : done;
        }

        private boolean encodeNext() throws IOException {
            int unit = nextUnit();
            if (unit < 0) {
                return false;
            }
            if (Character.isSurrogate((char) unit)) {
                int low = Character.isHighSurrogate((char) unit) ? nextUnit() : -1;
                if (low >= 0 && Character.isLowSurrogate((char) low)) {
                    encode(Character.toCodePoint((char) unit, (char) low));
                } else {
                    unitAhead = low;
                    emit(NO_UTF8);
                }
            } else {
                encode(unit);
            }
            return true;
        }

        private void encode(int c) {
            if (c < 0x80) {
                emit(c);
            } else if (c < 0x800) {
                emit(0xC0 | (c >> 6), sixBits(c));
            } else if (c < 0x10000) {
                emit(0xE0 | (c >> 12), sixBits(c >> 6), sixBits(c));
            } else {
                emit(0xF0 | (c >> 18), sixBits(c >> 12), sixBits(c >> 6), sixBits(c));
            }
        }

        private static int sixBits(int c) {
            return 0x80 | (c & 0x3F);
        }

        private void emit(int... bytes) {
            outAt = 0;
            outEnd = bytes.length;
            for (int i = 0; i < bytes.length; i++) {
                out[i] = (byte) bytes[i];
            }
        }

        /** The next 16 bits; an odd byte at the end counts as half a pair; -1 at the end. */
        private int nextUnit() throws IOException {
            if (unitAhead >= 0) {
                int unit = unitAhead;
                unitAhead = -1;
                return unit;
            }
            int first = nextRaw();
            if (first < 0) {
                return -1;
            }
            int second = nextRaw();
            if (second < 0) {
                return Character.MIN_LOW_SURROGATE;
            }
            return bigEndian ? first << 8 | second : second << 8 | first;
        }

        private int nextRaw() throws IOException {
            if (rawAt == rawEnd) {
                rawAt = 0;
                rawEnd = Math.max(0, in.read(raw));
                if (rawEnd == 0) {
                    return -1;
                }
            }
            return raw[rawAt++] & 0xFF;
        }
    }
}
