package org.truce.app.strip;

import java.io.IOException;
import java.io.OutputStream;

/** Keeps frames, their timing and how often they repeat; comments and other extensions go. */
final class Gif {
    private static final int IMAGE = 0x2c;
    private static final int EXTENSION = 0x21;
    private static final int TRAILER = 0x3b;
    private static final int GRAPHIC_CONTROL = 0xf9;
    private static final int APPLICATION = 0xff;

    private Gif() {}

    static void strip(Source in, OutputStream out) throws IOException, CannotStrip {
        int flags = in.u8(10);
        long at = 13L + colours(flags);
        in.copy(0, at, out);
        while (true) {
            int block = in.u8(at);
            if (block == TRAILER) {
                out.write(TRAILER);
                return;
            }
            long end;
            if (block == IMAGE) {
                // Its place, its own colours, the code size; then the coded pixels.
                end = endOfBlocks(in, at + 10 + colours(in.u8(at + 9)) + 1);
                in.copy(at, end, out);
            } else if (block == EXTENSION) {
                end = endOfBlocks(in, at + 2);
                extension(in, out, at, end);
            } else {
                throw new CannotStrip("it has a part of a kind that is not known");
            }
            at = end;
        }
    }

    private static void extension(Source in, OutputStream out, long at, long end)
            throws IOException, CannotStrip {
        int label = in.u8(at + 1);
        boolean timing = label == GRAPHIC_CONTROL && in.u8(at + 2) == 4 && end == at + 8;
        boolean loop = label == APPLICATION
                && end == at + 19
                && in.u8(at + 2) == 11
                && in.text(at + 3, 11).equals("NETSCAPE2.0")
                && in.u8(at + 14) == 3;
        if (timing || loop) {
            in.copy(at, end, out);
        }
    }

    private static int colours(int flags) {
        return (flags & 0x80) == 0 ? 0 : 3 << ((flags & 7) + 1);
    }

    private static long endOfBlocks(Source in, long from) throws CannotStrip {
        long at = from;
        while (in.u8(at) != 0) {
            at += 1 + in.u8(at);
        }
        return at + 1;
    }
}
