package org.truce.app.strip;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Keeps the chunks that pixels, colours and animation are made of, and nothing else: no text, time,
 * Exif or colour profile, and nothing behind the end.
 */
final class Png {
    private static final Set<String> KEPT = Set.of(
            "IHDR", "PLTE", "IDAT", "IEND", "tRNS", "gAMA", "cHRM", "sRGB", "sBIT", "bKGD", "pHYs",
            "acTL", "fcTL", "fdAT", "cICP");

    private Png() {}

    static void strip(Source in, OutputStream out) throws IOException, CannotStrip {
        in.copy(0, 8, out);
        Inflater picture = new Inflater();
        try {
            strip(in, picture, out);
        } finally {
            picture.end();
        }
    }

    private static void strip(Source in, Inflater picture, OutputStream out)
            throws IOException, CannotStrip {
        long at = 8;
        while (true) {
            long length = in.be32(at);
            String type = in.text(at + 4, 4);
            long end = at + 12 + length;
            if (type.equals("IDAT")) {
                unpack(in, at + 8, end - 4, picture);
            }
            if (KEPT.contains(type)) {
                in.copy(at, end, out);
            } else if (Character.isUpperCase(type.charAt(0))) {
                throw new CannotStrip("it has a part that must be shown and is not known");
            }
            if (type.equals("IEND")) {
                if (length != 0) {
                    throw new CannotStrip("something stands in its end");
                }
                return;
            }
            at = end;
        }
    }

    /** Refuses what lies behind the end of the packed picture: nothing shows it. */
    private static void unpack(Source in, long from, long to, Inflater picture) throws CannotStrip {
        byte[] shown = new byte[1 << 16];
        for (long at = from; at < to; at += shown.length) {
            picture.setInput(in.slice(at, Math.min(to, at + shown.length)));
            try {
                while (!picture.finished() && picture.inflate(shown) > 0) {
                    // What is shown is not looked at, only where it ends.
                    continue;
                }
            } catch (DataFormatException damaged) {
                throw new CannotStrip("its picture is damaged");
            }
            if (picture.getRemaining() > 0) {
                throw new CannotStrip("something stands behind the end of its picture");
            }
        }
    }
}
