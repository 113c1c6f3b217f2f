package org.truce.record;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import org.truce.base.CanonicalJson;
import org.truce.base.Hash;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Entries to canonical bytes and back. A protected value leaves only its commitment in the bytes:
 * {@code {"guarded":"<hex>"}}. Reading puts the value back for whoever can hand it in.
 */
public final class EntryCodec {
    private static final String MARK = "guarded";
    private static final String VALUES = "values";
    private static final String GUARDED = "guarded";
    private static final String WRITTEN = "written";
    private static final Map<Class<?>, String> KINDS = Arrays.stream(
                    Objects.requireNonNull(Entry.class.getAnnotation(JsonSubTypes.class))
                            .value())
            .collect(Collectors.toUnmodifiableMap(
                    JsonSubTypes.Type::value, JsonSubTypes.Type::name));

    private final JsonMapper mapper;
    private final Map<String, ObjectReader> readers;

    public EntryCodec() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(Guarded.class, new GuardedWriter());
        module.addDeserializer(Guarded.class, new GuardedReader());
        mapper = JsonMapper.builder()
                .addModule(module)
                .changeDefaultPropertyInclusion(
                        was -> was.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .build();
        readers = readers(mapper);
    }

    /**
     * A reader for each kind. The kind stands in the middle of the sorted members, and a reader
     * that had to find it there would keep and read again all that stands before it; so it is found
     * first and skipped then.
     */
    private static Map<String, ObjectReader> readers(JsonMapper mapper) {
        JsonMapper.Builder untyped = mapper.rebuild();
        KINDS.keySet().forEach(type -> untyped.addMixIn(type, OfKnownKind.class));
        // Strict, so that bytes which an entry would not be written as are not read as one.
        JsonMapper strict = untyped.enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .build();
        return KINDS.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(
                        Map.Entry::getValue, kind -> strict.readerFor(kind.getKey())));
    }

    /** What an entry's class is read with when its kind is known. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NONE)
    @JsonIgnoreProperties("kind")
    private interface OfKnownKind {}

    /** The canonical bytes that are hashed, and the protected values that travel beside them. */
    public Sealed seal(Entry entry) {
        List<Guarded> guarded = new ArrayList<>();
        JsonNode tree =
                mapper.writerFor(Entry.class).withAttribute(GUARDED, guarded).valueToTree(entry);
        List<Guarded.Open> values = new ArrayList<>();
        boolean whole = true;
        for (Guarded value : guarded) {
            switch (value) {
                case Guarded.Open open -> values.add(open);
                case Guarded.Clear clear -> {}
                case Guarded.Withheld withheld -> whole = false;
            }
        }
        return new Sealed(CanonicalJson.bytes(tree), values, whole);
    }

    /**
     * The entry behind {@code body}. Throws {@link IllegalArgumentException} when the bytes are no
     * entry.
     *
     * @param values the protected values at hand, by the hexadecimal form of their commitment
     */
    public Entry open(byte[] body, Map<String, Guarded.Open> values) {
        try {
            ObjectReader reader = Optional.ofNullable(readers.get(findKind(body).orElse("")))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "these bytes are no entry of a known kind"));
            return reader.withAttribute(VALUES, values).readValue(body);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(
                    "these bytes are not an entry: " + unreadable.getOriginalMessage(), unreadable);
        }
    }

    private Optional<String> findKind(byte[] body) {
        try (JsonParser in = mapper.createParser(body)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.PROPERTY_NAME) {
                boolean kind = in.currentName().equals("kind");
                in.nextToken();
                if (kind) {
                    return Optional.ofNullable(in.getValueAsString());
                }
                in.skipChildren();
            }
            return Optional.empty();
        }
    }

    /** The word by which an entry's kind stands in its bytes. */
    public static String kindOf(Entry entry) {
        return Optional.ofNullable(KINDS.get(entry.getClass()))
                .orElseThrow(() ->
                        new IllegalStateException("an entry without a kind: " + entry.getClass()));
    }

    /** The commitments of all protected values in an entry, in the order in which they stand. */
    public List<Hash> listCommitments(Entry entry) {
        List<Guarded> guarded = new ArrayList<>();
        mapper.writerFor(Entry.class).withAttribute(GUARDED, guarded).valueToTree(entry);
        return guarded.stream()
                .flatMap(value -> value.findCommitment().stream())
                .toList();
    }

    /**
     * Whether two entries say the same, wherever they came in and whatever their salts. A protected
     * value that is gone from one of them cannot be compared and counts as the same.
     */
    public boolean sameContent(Entry one, Entry other) {
        List<Guarded> ones = new ArrayList<>();
        List<Guarded> others = new ArrayList<>();
        if (!plainTree(one, ones).equals(plainTree(other, others))
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
        JsonNode tree = mapper.writerFor(Entry.class)
                .withAttribute(GUARDED, new ArrayList<Guarded>())
                .withAttribute(WRITTEN, Written.IN_CLEAR)
                .valueToTree(entry);
        return new String(CanonicalJson.bytes(tree), StandardCharsets.UTF_8);
    }

    private JsonNode plainTree(Entry entry, List<Guarded> guarded) {
        ObjectNode tree = mapper.writerFor(Entry.class)
                .withAttribute(GUARDED, guarded)
                .withAttribute(WRITTEN, Written.BLANK)
                .valueToTree(entry);
        tree.remove("entered");
        return tree;
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

    /** What of a protected value is written in its place. */
    private enum Written {
        AS_COMMITMENT,
        BLANK,
        IN_CLEAR
    }

    private static final class GuardedWriter extends ValueSerializer<Guarded> {
        @Override
        public void serialize(Guarded guarded, JsonGenerator out, SerializationContext context) {
            Object asked = context.getAttribute(WRITTEN);
            Written written = asked == null ? Written.AS_COMMITMENT : (Written) asked;
            Optional<Hash> commitment = guarded.findCommitment();
            if (written == Written.AS_COMMITMENT && commitment.isEmpty()) {
                out.writeString(guarded.find().orElseThrow());
                met(guarded, context);
                return;
            }
            out.writeStartObject();
            out.writeStringProperty(
                    MARK,
                    switch (written) {
                        case AS_COMMITMENT -> commitment.orElseThrow().hex();
                        case BLANK -> "";
                        case IN_CLEAR -> guarded.find().orElse("");
                    });
            out.writeEndObject();
            met(guarded, context);
        }

        private static void met(Guarded guarded, SerializationContext context) {
            @SuppressWarnings("unchecked")
            List<Guarded> met = (List<Guarded>) context.getAttribute(GUARDED);
            met.add(guarded);
        }
    }

    private static final class GuardedReader extends ValueDeserializer<Guarded> {
        @Override
        public Guarded deserialize(JsonParser in, DeserializationContext context) {
            if (in.currentToken() == JsonToken.VALUE_STRING) {
                return new Guarded.Clear(in.getString());
            }
            // The commitment and nothing beside it, which could be the value in clear.
            boolean named = in.isExpectedStartObjectToken() && MARK.equals(in.nextName());
            Optional<String> hex =
                    named ? Optional.ofNullable(in.nextStringValue()) : Optional.empty();
            if (hex.isEmpty() || in.nextToken() != JsonToken.END_OBJECT) {
                throw new IllegalArgumentException("a protected value is its commitment alone");
            }
            Hash commitment = new Hash(hex.get());
            Optional<Guarded> known = context.getAttribute(VALUES) instanceof Map<?, ?> values
                    ? Optional.ofNullable((Guarded) values.get(commitment.hex()))
                    : Optional.empty();
            return known.orElseGet(() -> new Guarded.Withheld(commitment));
        }
    }
}
