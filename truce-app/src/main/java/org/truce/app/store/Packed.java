package org.truce.app.store;

import org.truce.base.Hash;
import org.truce.proof.Frontier;
import org.truce.record.Guarded;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** How values of several parts stand in one column. */
public final class Packed {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Packed() {}

    /** Protected values as a JSON list of salts and values by turns. */
    public static String text(List<Guarded.Open> values) {
        List<String> parts = new ArrayList<>(2 * values.size());
        for (Guarded.Open value : values) {
            parts.add(value.salt());
            parts.add(value.value());
        }
        return MAPPER.writeValueAsString(parts);
    }

    /**
     * Back from {@link #text}; throws {@link IllegalArgumentException}, without showing a value,
     * when it was altered.
     */
    public static List<Guarded.Open> values(String held) {
        if (held.isEmpty()) {
            return List.of();
        }
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
