package org.truce.app.strip;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * Keeps the frames of MPEG audio, layer III. Tags at both ends and whatever stands between frames
 * go; in the frame that holds no sound but a player's table, the encoder's version goes.
 */
final class Mp3 {
    private static final int[][] KILOBITS = {
        {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320},
        {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160},
    };
    private static final int[] HERTZ = {44_100, 48_000, 32_000};

    private Mp3() {}

    /** Of the parts of the table, in bytes, by the flag that says that one is there. */
    private static final int[] LENGTHS = {4, 4, 100, 4};

    static void strip(Source in, OutputStream out) throws IOException, CannotStrip {
        long at = 0;
        while (in.size() - at > 10 && in.text(at, 3).equals("ID3")) {
            long footer = (in.u8(at + 5) & 0x10) == 0 ? 0 : 10;
            at += 10 + footer + sevenBits(in, at + 6);
        }
        long frames = 0;
        while (at + 4 <= in.size()) {
            long length = frame(in, at);
            if (length == 0 || at + length > in.size() || !goesOn(in, at + length)) {
                // Padding, a lost byte, or a tag: only what lies between whole frames is skipped.
                at++;
                continue;
            }
            byte[] frame = in.slice(at, at + length);
            if (frames == 0) {
                blankEncoder(frame);
            }
            out.write(frame);
            frames++;
            at += length;
        }
        if (frames == 0) {
            throw new CannotStrip("it holds no sound");
        }
    }

    private static long sevenBits(Source in, long at) throws CannotStrip {
        long value = 0;
        for (int i = 0; i < 4; i++) {
            value = value << 7 | (in.u8(at + i) & 0x7f);
        }
        return value;
    }

    /** A frame is one where another follows, the file ends, or a tag that ends it. */
    private static boolean goesOn(Source in, long at) throws CannotStrip {
        if (at + 4 > in.size() || frame(in, at) > 0) {
            return true;
        }
        String next = in.text(at, 3);
        return next.equals("TAG") || next.equals("APE") || next.equals("ID3") || next.equals("LYR");
    }

    /** How long the frame is that begins here; 0 where none does. */
    private static long frame(Source in, long at) throws CannotStrip {
        int second = in.u8(at + 1);
        int third = in.u8(at + 2);
        int version = second >> 3 & 3;
        boolean layer3 = (second & 0x06) == 0x02;
        int rate = third >> 4;
        int hertz = third >> 2 & 3;
        boolean synced = in.u8(at) == 0xff && (second & 0xe0) == 0xe0;
        if (!synced || !layer3 || version == 1 || rate == 0 || rate == 15 || hertz == 3) {
            return 0;
        }
        boolean first = version == 3;
        int kilobits = KILOBITS[first ? 0 : 1][rate];
        int sampling = HERTZ[hertz] >> (first ? 0 : version == 2 ? 1 : 2);
        int padding = third >> 1 & 1;
        return (first ? 144_000L : 72_000L) * kilobits / sampling + padding;
    }

    /**
     * Behind the table (Xing, Info) stand nine letters of the encoder's name and version. The name
     * becomes that by which players know that the counts of padding follow. How long the table is
     * stands in its flags: counts of frames and bytes, a hundred places to jump to, a quality.
     */
    private static void blankEncoder(byte[] frame) {
        boolean first = (frame[1] >> 3 & 3) == 3;
        boolean mono = (frame[3] >> 6 & 3) == 3;
        int table = 4 + (first ? (mono ? 17 : 32) : (mono ? 9 : 17));
        if (frame.length < table + 8) {
            return;
        }
        int flags = frame[table + 7];
        int name = table + 8;
        for (int flag = 0; flag < LENGTHS.length; flag++) {
            name += (flags >> flag & 1) == 0 ? 0 : LENGTHS[flag];
        }
        if (frame.length < name + 9) {
            return;
        }
        byte[] mark = Arrays.copyOfRange(frame, table, table + 4);
        if (Arrays.equals(mark, new byte[] {'X', 'i', 'n', 'g'})
                || Arrays.equals(mark, new byte[] {'I', 'n', 'f', 'o'})) {
            byte[] common = {'L', 'A', 'M', 'E', 0, 0, 0, 0, 0};
            System.arraycopy(common, 0, frame, name, common.length);
        }
    }
}
