package org.truce.app.store;

import org.truce.base.CanonicalReader;
import org.truce.base.CanonicalWriter;
import org.truce.base.Hash;
import org.truce.base.Shared;
import org.truce.proof.Frontier;
import org.truce.record.Guarded;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/** How values of several parts stand in one column. */
public final class Packed {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Packed() {}

    /**
     * What begins the values of an entry that came in a bundle without all of them, in a log whose
     * other entries were made here: what lacks there was withheld, and not taken out.
     */
    private static final String AS_RECEIVED = "[\"received\"";

    private static final byte[] AS_RECEIVED_BYTES = AS_RECEIVED.getBytes(StandardCharsets.UTF_8);

    /** Protected values as a JSON list of salts and values by turns; empty text for none. */
    public static String text(List<Guarded.Open> values) {
        return values.isEmpty() ? "" : text("[", values);
    }

    /** As {@link #text}, for an entry that came in a bundle without all of its values. */
    public static String textAsReceived(List<Guarded.Open> values) {
        return text(AS_RECEIVED + (values.isEmpty() ? "" : ","), values);
    }

    /** Whether {@link #textAsReceived} wrote the values. */
    public static boolean isAsReceived(byte[] held) {
        int length = AS_RECEIVED_BYTES.length;
        return held.length > length && Arrays.equals(held, 0, length, AS_RECEIVED_BYTES, 0, length);
    }

    private static String text(String start, List<Guarded.Open> values) {
        CanonicalWriter out = new CanonicalWriter();
        boolean first = true;
        for (Guarded.Open value : values) {
            if (!first) {
                out.sign(',');
            }
            out.text(value.salt());
            out.sign(',');
            out.text(value.value());
            first = false;
        }
        out.sign(']');
        return start + new String(out.toBytes(), StandardCharsets.UTF_8);
    }

    /** Texts, at least one, as a JSON list. */
    public static String list(Collection<String> texts) {
        CanonicalWriter out = new CanonicalWriter();
        char before = '[';
        for (String text : texts) {
            out.sign(before);
            out.text(text);
            before = ',';
        }
        out.sign(']');
        return new String(out.toBytes(), StandardCharsets.UTF_8);
    }

    /**
     * Back from the UTF-8 bytes of {@link #text}; throws {@link IllegalArgumentException}, without
     * showing a value, when it was altered.
     *
     * @param shared where values that occur again and again are kept once
     */
    public static List<Guarded.Open> values(byte[] held, Shared shared) {
        List<Guarded.Open> values = new ArrayList<>();
        if (held.length == 0) {
            return values;
        }
        try {
            CanonicalReader in = new CanonicalReader(held, shared);
            boolean received = in.accept(AS_RECEIVED_BYTES);
            if (!received) {
                in.expect('[');
            }
            if (!in.accept(']')) {
                if (received) {
                    in.expect(',');
                }
                do {
                    in.expect('"');
                    long saltHigh = in.hexLong();
                    long saltLow = in.hexLong();
                    in.expect('"');
                    in.expect(',');
                    values.add(new Guarded.Open(in.text(), saltHigh, saltLow));
                } while (in.accept(','));
                in.expect(']');
            }
            in.expectEnd();
            return values;
        } catch (IllegalArgumentException otherSpelling) {
            return valuesOfOtherSpelling(held);
        }
    }

    /** Before 0.2 was done, control characters were spelled with capital digits. */
    private static List<Guarded.Open> valuesOfOtherSpelling(byte[] held) {
        String[] parts;
        try {
            parts = MAPPER.readValue(held, String[].class);
        } catch (JacksonException unreadable) {
            throw altered();
        }
        if (parts == null || parts.length % 2 != 0 || Arrays.asList(parts).contains(null)) {
            throw altered();
        }
        List<Guarded.Open> values = new ArrayList<>(parts.length / 2);
        for (int i = 0; i < parts.length; i += 2) {
            values.add(new Guarded.Open(parts[i + 1], parts[i]));
        }
        return values;
    }

    private static IllegalArgumentException altered() {
        return new IllegalArgumentException("the protected values of an entry were altered");
    }

    /** A frontier's roots, one after another. */
    public static byte[] bytes(Frontier frontier) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        frontier.roots().forEach(root -> out.writeBytes(root.bytes()));
        return out.toByteArray();
    }

    /** Back from {@link #bytes}; throws {@link IllegalArgumentException} when they do not fit. */
    public static Frontier frontier(long size, byte[] bytes) {
        if (bytes.length % Hash.BYTES != 0) {
            throw new IllegalArgumentException("the roots of a checkpoint were altered");
        }
        List<Hash> roots = new ArrayList<>(bytes.length / Hash.BYTES);
        for (int at = 0; at < bytes.length; at += Hash.BYTES) {
            roots.add(new Hash(Arrays.copyOfRange(bytes, at, at + Hash.BYTES)));
        }
        return new Frontier(size, roots);
    }
}
