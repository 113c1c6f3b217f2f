package org.truce.base;

import org.jspecify.annotations.Nullable;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;

/**
 * Keeps one of many equal values: a log of a million entries has a few hundred sources and days. It
 * holds a bounded number and forgets what it met before, so that it costs the same however many
 * different values there are. Threads may share it.
 */
public final class Shared {
    private static final int SLOTS = 1 << 14;

    /** Longer texts are hardly ever said twice. */
    private static final int LONGEST = 64;

    private static final VarHandle LONGS =
            MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** Odd, and without a pattern in its bits: 2^64 divided by the golden ratio. */
    private static final long SPREAD = 0x9E3779B97F4A7C15L;

    private final AtomicReferenceArray<@Nullable Text> texts = new AtomicReferenceArray<>(SLOTS);

    /** The hash of a text that came once, by slot. */
    private final AtomicIntegerArray met = new AtomicIntegerArray(SLOTS);

    private final AtomicReferenceArray<@Nullable Object> values = new AtomicReferenceArray<>(SLOTS);

    private final AtomicReferenceArray<@Nullable Read> read = new AtomicReferenceArray<>(SLOTS);

    private record Read(String text, Class<?> type, Object value) {}

    private record Text(byte[] utf8, String text) {}

    /**
     * The text whose UTF-8 bytes stand from {@code from} to before {@code end}; throws
     * {@link IllegalArgumentException} when they are not UTF-8.
     */
    String text(byte[] bytes, int from, int end) {
        if (end - from > LONGEST) {
            return decoded(bytes, from, end);
        }
        int hash = hash(bytes, from, end);
        int slot = slot(hash);
        Text known = texts.getPlain(slot);
        if (known != null && Arrays.equals(known.utf8, 0, known.utf8.length, bytes, from, end)) {
            return known.text;
        }
        String text = decoded(bytes, from, end);
        // Most texts come once: those cost no copy, and push out none that come often.
        if (met.getPlain(slot) == hash) {
            texts.setPlain(slot, new Text(Arrays.copyOfRange(bytes, from, end), text));
        } else {
            met.setPlain(slot, hash);
        }
        return text;
    }

    /** Eight bytes at a time, as most of what a log is loaded for goes through here. */
    private static int hash(byte[] bytes, int from, int end) {
        long hash = 1;
        int at = from;
        for (; at + Long.BYTES <= end; at += Long.BYTES) {
            hash = (hash ^ (long) LONGS.get(bytes, at)) * SPREAD;
            hash ^= hash >>> 32;
        }
        for (; at < end; at++) {
            hash = hash * 31 + bytes[at];
        }
        hash *= SPREAD;
        return (int) (hash >>> 32);
    }

    private static String decoded(byte[] bytes, int from, int end) {
        String text = new String(bytes, from, end - from, StandardCharsets.UTF_8);
        if (text.indexOf('\ufffd') >= 0
                && !Arrays.equals(
                        text.getBytes(StandardCharsets.UTF_8),
                        Arrays.copyOfRange(bytes, from, end))) {
            throw CanonicalReader.notCanonical();
        }
        return text;
    }

    /** A value equal to this one: an earlier one where it is still at hand. */
    public <T> T one(T value) {
        // A day, the moment of that day and an optional day have one hash; each has its own slot.
        int slot = slot(31 * value.hashCode() + value.getClass().hashCode());
        Object known = values.getPlain(slot);
        if (value.equals(known)) {
            @SuppressWarnings("unchecked") // equal values of records and dates are of one class
            T same = (T) known;
            return same;
        }
        values.setPlain(slot, value);
        return value;
    }

    /** What a text means, read once for many times that it stands there. */
    public <T> T meaning(String text, Class<T> type, Function<String, T> reader) {
        int slot = slot(text.hashCode());
        Read known = read.getPlain(slot);
        if (known != null && known.type == type && known.text.equals(text)) {
            return type.cast(known.value);
        }
        T value = one(reader.apply(text));
        read.setPlain(slot, new Read(text, type, value));
        return value;
    }

    private static int slot(int hash) {
        return (hash ^ (hash >>> 15)) & (SLOTS - 1);
    }
}
