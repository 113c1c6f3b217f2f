package org.truce.app.strip;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;

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
        long at = 8;
        while (true) {
            long length = in.be32(at);
            String type = in.text(at + 4, 4);
            long end = at + 12 + length;
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
}
