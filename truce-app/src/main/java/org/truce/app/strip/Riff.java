package org.truce.app.strip;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** WebP pictures and WAV sounds: a list of chunks, of which those that are shown or heard stay. */
final class Riff {
    private static final Set<String> WEBP_KEPT =
            Set.of("VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF");
    private static final Set<String> FRAME_KEPT = Set.of("VP8 ", "VP8L", "ALPH");
    private static final Set<String> WAV_KEPT = Set.of("fmt ", "fact", "data");

    /** Those bits of VP8X that stay true: animation and transparency; not ICC, Exif or XMP. */
    private static final int SHOWN = 0x12;

    private static final long PLAIN = 1;
    private static final long FLOATING = 3;
    private static final long EXTENSIBLE = 0xfffe;

    private Riff() {}

    private record Chunk(String type, long from, long to) {
        long padded() {
            return to + ((to - from) & 1);
        }
    }

    static void webp(Source in, OutputStream out) throws IOException, CannotStrip {
        List<Chunk> kept = kept(in, WEBP_KEPT);
        for (Chunk chunk : kept) {
            if (chunk.type().equals("ANMF")) {
                for (Chunk inner : list(in, chunk.from() + 16, chunk.to())) {
                    if (!FRAME_KEPT.contains(inner.type())) {
                        throw new CannotStrip("a frame has a part of a kind that is not known");
                    }
                }
            }
        }
        header(out, "WEBP", kept);
        for (Chunk chunk : kept) {
            if (chunk.type().equals("VP8X")) {
                byte[] body = in.slice(chunk.from(), chunk.to());
                body[0] = (byte) (body[0] & SHOWN);
                chunk(out, chunk, body);
            } else {
                copy(in, out, chunk);
            }
        }
    }

    static void wav(Source in, OutputStream out) throws IOException, CannotStrip {
        List<Chunk> kept = kept(in, WAV_KEPT);
        if (kept.stream().noneMatch(chunk -> chunk.type().equals("data"))) {
            throw new CannotStrip("it holds no sound");
        }
        List<Chunk> cut = new ArrayList<>();
        for (Chunk chunk : kept) {
            cut.add(chunk.type().equals("fmt ") ? format(in, chunk) : chunk);
        }
        header(out, "WAVE", cut);
        for (Chunk chunk : cut) {
            copy(in, out, chunk);
        }
    }

    /** Without what is behind the values that its kind of sound has. */
    private static Chunk format(Source in, Chunk chunk) throws CannotStrip {
        long kind = in.le32(chunk.from()) & 0xffff;
        long known = kind == PLAIN || kind == FLOATING
                ? 16
                : kind == EXTENSIBLE ? 40 : chunk.to() - chunk.from();
        return new Chunk(chunk.type(), chunk.from(), Math.min(chunk.to(), chunk.from() + known));
    }

    private static List<Chunk> kept(Source in, Set<String> types) throws CannotStrip {
        long end = Math.min(in.size(), 8 + in.le32(4));
        List<Chunk> kept = new ArrayList<>();
        for (Chunk chunk : list(in, 12, end)) {
            if (types.contains(chunk.type())) {
                kept.add(chunk);
            }
        }
        return kept;
    }

    private static List<Chunk> list(Source in, long from, long end) throws CannotStrip {
        List<Chunk> chunks = new ArrayList<>();
        long at = from;
        while (at + 8 <= end) {
            long length = in.le32(at + 4);
            Chunk chunk = new Chunk(in.text(at, 4), at + 8, at + 8 + length);
            if (chunk.to() > end) {
                throw new CannotStrip("it is cut short, or its parts do not fit");
            }
            chunks.add(chunk);
            at = chunk.padded();
        }
        return chunks;
    }

    private static void header(OutputStream out, String form, List<Chunk> kept) throws IOException {
        long length = 4;
        for (Chunk chunk : kept) {
            length += 8 + chunk.padded() - chunk.from();
        }
        out.write(ascii("RIFF"));
        out.write(little(length));
        out.write(ascii(form));
    }

    private static void copy(Source in, OutputStream out, Chunk chunk)
            throws IOException, CannotStrip {
        out.write(ascii(chunk.type()));
        out.write(little(chunk.to() - chunk.from()));
        in.copy(chunk.from(), chunk.to(), out);
        pad(out, chunk);
    }

    private static void chunk(OutputStream out, Chunk chunk, byte[] body) throws IOException {
        out.write(ascii(chunk.type()));
        out.write(little(body.length));
        out.write(body);
        pad(out, chunk);
    }

    private static void pad(OutputStream out, Chunk chunk) throws IOException {
        if (chunk.padded() > chunk.to()) {
            out.write(0);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] little(long value) {
        return ByteBuffer.allocate(4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) value)
                .array();
    }
}
