package org.truce.app.strip;

import java.io.IOException;
import java.io.OutputStream;
import java.util.OptionalInt;

/**
 * Keeps the picture and three things that it is shown by: the JFIF header without its thumbnail,
 * Adobe's mark of the colour transform, and the orientation. Colour profiles go: they can name a
 * device. So a picture in other colours than sRGB may look paler.
 */
final class Jpeg {
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int APP0 = 0xe0;
    private static final int APP1 = 0xe1;
    private static final int APP14 = 0xee;
    private static final int COM = 0xfe;
    private static final int ORIENTATION = 0x0112;

    private Jpeg() {}

    static void strip(Source in, OutputStream out) throws IOException, CannotStrip {
        if (in.be16(0) != (0xff00 | SOI)) {
            throw new CannotStrip("it is no JPEG");
        }
        out.write(in.slice(0, 2));
        int orientation = orientation(in);
        boolean oriented = orientation <= 1;
        long at = 2;
        while (true) {
            if (in.u8(at) != 0xff) {
                throw new CannotStrip("its segments do not follow one another");
            }
            int marker = in.u8(at + 1);
            if (marker == 0xff) {
                at++;
                continue;
            }
            if (marker == EOI) {
                out.write(in.slice(at, at + 2));
                return;
            }
            long end = at + 2 + in.be16(at + 2);
            boolean app0 = marker == APP0;
            if (!oriented && !app0) {
                out.write(orientationOnly(orientation));
                oriented = true;
            }
            segment(in, out, marker, at, end);
            at = marker == SOS ? coded(in, out, end) : end;
        }
    }

    private static void segment(Source in, OutputStream out, int marker, long at, long end)
            throws IOException, CannotStrip {
        if (marker == APP0) {
            if (end - at >= 18 && in.text(at + 4, 5).equals("JFIF\0")) {
                // Version, units and density; a thumbnail of no pixels.
                out.write(new byte[] {(byte) 0xff, (byte) APP0, 0, 16});
                out.write(in.slice(at + 4, at + 16));
                out.write(new byte[] {0, 0});
            }
        } else if (marker == APP14) {
            if (end - at >= 16 && in.text(at + 4, 5).equals("Adobe")) {
                out.write(new byte[] {(byte) 0xff, (byte) APP14, 0, 14});
                out.write(in.slice(at + 4, at + 16));
            }
        } else if (isPicture(marker)) {
            in.copy(at, end, out);
        } else if (!(marker > APP0 && marker <= 0xef) && marker != COM) {
            throw new CannotStrip("it has a part of a kind that is not known");
        }
    }

    /** Frames, tables, restarts and scans; neither arithmetic extensions nor hierarchies. */
    private static boolean isPicture(int marker) {
        return (marker >= 0xc0 && marker <= 0xcf && marker != 0xc8)
                || (marker >= SOS && marker <= 0xdd);
    }

    /** The coded picture up to the next marker that is no restart; gives where that begins. */
    private static long coded(Source in, OutputStream out, long from)
            throws IOException, CannotStrip {
        long at = from;
        while (true) {
            if (in.u8(at) == 0xff) {
                int next = in.u8(at + 1);
                boolean stuffed = next == 0 || next == 0xff || (next >= 0xd0 && next <= 0xd7);
                if (!stuffed) {
                    in.copy(from, at, out);
                    return at;
                }
                at += next == 0xff ? 1 : 2;
            } else {
                at++;
            }
        }
    }

    private static byte[] orientationOnly(int orientation) {
        return new byte[] {
            (byte) 0xff,
            (byte) APP1,
            0,
            34,
            'E',
            'x',
            'i',
            'f',
            0,
            0,
            'M',
            'M',
            0,
            42,
            0,
            0,
            0,
            8,
            0,
            1,
            0x01,
            0x12,
            0,
            3,
            0,
            0,
            0,
            1,
            0,
            (byte) orientation,
            0,
            0,
            0,
            0,
            0,
            0,
        };
    }

    /** From 1 to 8; 1 where the file does not say. */
    private static int orientation(Source in) throws CannotStrip {
        long at = 2;
        while (in.u8(at) == 0xff && in.u8(at + 1) >= 0xc0 && in.u8(at + 1) != SOS) {
            long end = at + 2 + in.be16(at + 2);
            if (in.u8(at + 1) == APP1 && end - at > 18 && in.text(at + 4, 6).equals("Exif\0\0")) {
                OptionalInt found = inTiff(in, at + 10, end);
                if (found.isPresent()) {
                    return found.getAsInt();
                }
            }
            at = end;
        }
        return 1;
    }

    private static OptionalInt inTiff(Source in, long tiff, long end) throws CannotStrip {
        boolean little = in.text(tiff, 2).equals("II");
        long directory = tiff + number(in, tiff + 4, 4, little);
        if (directory + 2 > end) {
            return OptionalInt.empty();
        }
        long count = number(in, directory, 2, little);
        for (long i = 0; i < count && directory + 14 + 12 * i <= end; i++) {
            long field = directory + 2 + 12 * i;
            if (number(in, field, 2, little) == ORIENTATION) {
                long value = number(in, field + 8, 2, little);
                return value >= 1 && value <= 8 ? OptionalInt.of((int) value) : OptionalInt.empty();
            }
        }
        return OptionalInt.empty();
    }

    private static long number(Source in, long at, int length, boolean little) throws CannotStrip {
        long value = 0;
        for (int i = 0; i < length; i++) {
            value = value << 8 | in.u8(at + (little ? length - 1 - i : i));
        }
        return value;
    }
}
