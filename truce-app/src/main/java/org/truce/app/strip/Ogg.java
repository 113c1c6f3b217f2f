package org.truce.app.strip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * Vorbis and Opus sounds: the pages as they are, but for an empty comment header, a serial number
 * that says nothing, and nothing behind the end.
 */
final class Ogg {
    private static final int HEADER = 27;
    private static final int CONTINUES = 1;
    private static final int BEGINS = 2;
    private static final int ENDS = 4;
    private static final int FULL = 255;
    private static final byte[] VORBIS = {3, 'v', 'o', 'r', 'b', 'i', 's', 0, 0, 0, 0, 0, 0, 0, 0, 1
    };
    private static final byte[] OPUS = {
        'O', 'p', 'u', 's', 'T', 'a', 'g', 's', 0, 0, 0, 0, 0, 0, 0, 0
    };

    private final Source in;
    private final OutputStream out;
    private int number;

    private Ogg(Source in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    static void strip(Source in, OutputStream out) throws IOException, CannotStrip {
        new Ogg(in, out).run();
    }

    private long end(long at) throws CannotStrip {
        if (!in.text(at, 4).equals("OggS") || in.u8(at + 4) != 0) {
            throw new CannotStrip("something stands between its pages, or it is cut short");
        }
        long end = at + HEADER + in.u8(at + 26);
        for (int i = 0; i < in.u8(at + 26); i++) {
            end += in.u8(at + HEADER + i);
        }
        return end;
    }

    private byte[] body(long at) throws CannotStrip {
        return in.slice(at + HEADER + in.u8(at + 26), end(at));
    }

    private void run() throws IOException, CannotStrip {
        String first = new String(body(0), StandardCharsets.ISO_8859_1);
        boolean vorbis = first.startsWith("\1vorbis");
        if (!vorbis && !first.startsWith("OpusHead")) {
            throw new CannotStrip("its sound is neither Vorbis nor Opus");
        }
        long serial = in.le32(14);
        page(in.slice(0, HEADER + in.u8(26)), body(0));
        long at = comment(end(0), vorbis, serial);
        boolean more = true;
        while (more) {
            check(at, serial);
            page(in.slice(at, at + HEADER + in.u8(at + 26)), body(at));
            more = (in.u8(at + 5) & ENDS) == 0 && end(at) < in.size();
            at = end(at);
        }
    }

    private void check(long at, long serial) throws CannotStrip {
        if (in.le32(at + 14) != serial || (in.u8(at + 5) & BEGINS) != 0) {
            throw new CannotStrip("it holds more than one stream");
        }
    }

    /** Reads the comment, and with Vorbis the set-up behind it; gives where the sound begins. */
    private long comment(long from, boolean vorbis, long serial) throws IOException, CannotStrip {
        int wanted = vorbis ? 2 : 1;
        int packets = 0;
        long at = from;
        ByteArrayOutputStream setUp = new ByteArrayOutputStream();
        while (packets < wanted) {
            check(at, serial);
            int segments = in.u8(at + 26);
            long data = at + HEADER + segments;
            for (int i = 0; i < segments; i++) {
                int length = in.u8(at + HEADER + i);
                if (packets == wanted) {
                    throw new CannotStrip("its sound begins on the page of its comment");
                }
                if (packets == 1) {
                    setUp.write(in.slice(data, data + length));
                }
                data += length;
                packets += length < FULL ? 1 : 0;
            }
            at = end(at);
        }
        packet(vorbis ? VORBIS : OPUS);
        if (vorbis) {
            packet(setUp.toByteArray());
        }
        return at;
    }

    /** A packet on pages of its own. */
    private void packet(byte[] packet) throws IOException {
        int segments = packet.length / FULL + 1;
        for (int done = 0; done < segments; done += FULL) {
            int here = Math.min(FULL, segments - done);
            int from = done * FULL;
            int to = Math.min(packet.length, (done + here) * FULL);
            ByteBuffer header = ByteBuffer.allocate(HEADER + here).order(ByteOrder.LITTLE_ENDIAN);
            header.put(new byte[] {'O', 'g', 'g', 'S', 0, (byte) (done == 0 ? 0 : CONTINUES)});
            // On a page where no packet ends there is no time to give.
            header.putLong(done + here < segments ? -1 : 0);
            header.position(HEADER - 1).put((byte) here);
            for (int i = 0; i < here; i++) {
                header.put((byte) Math.min(FULL, packet.length - (done + i) * FULL));
            }
            byte[] body = new byte[to - from];
            System.arraycopy(packet, from, body, 0, body.length);
            page(header.array(), body);
        }
    }

    private void page(byte[] header, byte[] body) throws IOException {
        ByteBuffer fields = ByteBuffer.wrap(header).order(ByteOrder.LITTLE_ENDIAN);
        fields.putInt(14, 1).putInt(18, number++).putInt(22, 0);
        fields.putInt(22, sum(body, sum(header, 0)));
        out.write(header);
        out.write(body);
    }

    /** The check sum of RFC 3533: polynomial 0x04c11db7, nothing reflected. */
    private static int sum(byte[] bytes, int before) {
        int sum = before;
        for (byte b : bytes) {
            sum ^= (b & 0xff) << 24;
            for (int i = 0; i < 8; i++) {
                sum = sum << 1 ^ (sum < 0 ? 0x04c11db7 : 0);
            }
        }
        return sum;
    }
}
