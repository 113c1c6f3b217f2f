package org.truce.record;

import com.fasterxml.jackson.annotation.JsonSubTypes;

import org.truce.base.CanonicalReader;
import org.truce.base.CanonicalWriter;
import org.truce.base.Hash;
import org.truce.base.Shared;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Entries to canonical bytes and back. A protected value leaves only its commitment in the bytes:
 * {@code {"guarded":"<hex>"}}. Reading puts the value back for whoever can hand it in. Bytes that
 * an entry would not be written as are not read as one. Threads may share it.
 */
public final class EntryCodec {
    private static final Form ENTRY = Form.of(Entry.class);
    private static final Map<Class<?>, String> KINDS = Arrays.stream(subTypes())
            .collect(Collectors.toUnmodifiableMap(
                    JsonSubTypes.Type::value, JsonSubTypes.Type::name));

    private final Shared shared = new Shared();

    private static JsonSubTypes.Type[] subTypes() {
        return Objects.requireNonNull(Entry.class.getAnnotation(JsonSubTypes.class))
                .value();
    }

    /** The canonical bytes that are hashed, and the protected values that travel beside them. */
    public Sealed seal(Entry entry) {
        List<Guarded> guarded = new ArrayList<>();
        byte[] body = written(entry, Form.Shown.AS_COMMITMENT, guarded, "");
        List<Guarded.Open> values = new ArrayList<>();
        boolean whole = true;
        for (Guarded value : guarded) {
            switch (value) {
                case Guarded.Open open -> values.add(open);
                case Guarded.Clear clear -> {}
                case Guarded.Withheld withheld -> whole = false;
                case Guarded.Destroyed destroyed -> whole = false;
            }
        }
        return new Sealed(body, values, whole);
    }

    private static byte[] written(Entry entry, Form.Shown shown, List<Guarded> met, String but) {
        CanonicalWriter out = new CanonicalWriter();
        ENTRY.write(entry, new Form.Writing(out, shown, met, but));
        return out.toBytes();
    }

    /**
     * The entry behind {@code body}. Throws {@link IllegalArgumentException} when the bytes are no
     * entry.
     *
     * @param values the protected values at hand, by their commitments
     */
    public Entry open(byte[] body, Map<Hash, Guarded.Open> values) {
        return open(body, "", commitment -> Optional.ofNullable(values.get(commitment)));
    }

    /**
     * As {@link #open(byte[], Map)}, for whoever knows the kind that the bytes must be of.
     *
     * @param values the protected values at hand, best in the order in which they stand
     */
    public Entry open(byte[] body, String kind, List<Guarded.Open> values) {
        return open(body, kind, values, Set.of());
    }

    /**
     * As {@link #open(byte[], String, List)}, where values have been destroyed.
     *
     * @param destroyed the commitments of those, whether they are at hand or not
     */
    public Entry open(byte[] body, String kind, List<Guarded.Open> values, Set<Hash> destroyed) {
        return open(body, kind, new InOrder(values, destroyed)::find);
    }

    private Entry open(byte[] body, String kind, Function<Hash, Optional<Guarded>> values) {
        CanonicalReader in = new CanonicalReader(body, shared);
        try {
            Object entry = ENTRY.read(new Form.Reading(in, kind, values, shared));
            in.expectEnd();
            return (Entry) entry;
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException unreadable) {
            throw new IllegalArgumentException(
                    "these bytes are not an entry: " + unreadable.getMessage(), unreadable);
        }
    }

    /** Looks first where the last one was found, and one further. */
    private static final class InOrder {
        private final List<Guarded.Open> values;
        private final List<Hash> commitments;
        private final Set<Hash> destroyed;
        private int next;

        InOrder(List<Guarded.Open> values, Set<Hash> destroyed) {
            this.values = values;
            this.destroyed = destroyed;
            commitments = new ArrayList<>(values.size());
            for (Guarded.Open value : values) {
                commitments.add(value.commitment());
            }
        }

        Optional<Guarded> find(Hash commitment) {
            if (destroyed.contains(commitment)) {
                return Optional.of(new Guarded.Destroyed(commitment));
            }
            for (int i = 0; i < commitments.size(); i++) {
                int at = (next + i) % commitments.size();
                if (commitments.get(at).equals(commitment)) {
                    next = at + 1;
                    return Optional.of(values.get(at));
                }
            }
            return Optional.empty();
        }
    }

    /** The words by which kinds stand in bytes, in the order in which kinds were added. */
    static List<String> listKinds() {
        return Arrays.stream(subTypes()).map(JsonSubTypes.Type::name).toList();
    }

    /** The word by which an entry's kind stands in its bytes. */
    public static String kindOf(Entry entry) {
        return Optional.ofNullable(KINDS.get(entry.getClass()))
                .orElseThrow(() ->
                        new IllegalStateException("an entry without a kind: " + entry.getClass()));
    }

    /** The commitments of all protected values in an entry, in the order in which they stand. */
    public List<Hash> listCommitments(Entry entry) {
        return listGuarded(entry).stream()
                .flatMap(value -> value.findCommitment().stream())
                .toList();
    }

    /** All protected values in an entry, at hand or not, in the order in which they stand. */
    public List<Guarded> listGuarded(Entry entry) {
        List<Guarded> guarded = new ArrayList<>();
        written(entry, Form.Shown.BLANK, guarded, "");
        return guarded;
    }

    /**
     * Whether two entries say the same, wherever they came in and whatever their salts. A protected
     * value that is gone from one of them cannot be compared and counts as the same.
     */
    public boolean sameContent(Entry one, Entry other) {
        List<Guarded> ones = new ArrayList<>();
        List<Guarded> others = new ArrayList<>();
        byte[] plain = written(one, Form.Shown.BLANK, ones, "entered");
        if (!Arrays.equals(plain, written(other, Form.Shown.BLANK, others, "entered"))
                || ones.size() != others.size()) {
            return false;
        }
        for (int i = 0; i < ones.size(); i++) {
            Optional<String> left = ones.get(i).find();
            Optional<String> right = others.get(i).find();
            if (left.isPresent() && right.isPresent() && !left.equals(right)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Everything an entry says, as canonical JSON with protected values in clear and without their
     * salts: only ever kept as a protected value itself. A withheld value is an empty text.
     */
    public String plainText(Entry entry) {
        return new String(
                written(entry, Form.Shown.IN_CLEAR, new ArrayList<>(), ""), StandardCharsets.UTF_8);
    }

    /**
     * An entry's canonical bytes, and its protected values in the order in which they stand.
     *
     * @param whole whether all of its protected values are at hand
     */
    public record Sealed(byte[] body, List<Guarded.Open> values, boolean whole) {
        public Sealed {
            values = List.copyOf(values);
        }
    }
}
