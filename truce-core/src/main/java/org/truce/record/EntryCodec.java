package org.truce.record;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;

import org.truce.base.CanonicalJson;
import org.truce.base.Hash;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.ValueSerializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.node.ObjectNode;

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
    private static final String BLANK = "blank";
    private static final Map<Class<?>, String> KINDS = Arrays.stream(
                    Objects.requireNonNull(Entry.class.getAnnotation(JsonSubTypes.class))
                            .value())
            .collect(Collectors.toUnmodifiableMap(
                    JsonSubTypes.Type::value, JsonSubTypes.Type::name));

    private final JsonMapper mapper;
    private final ObjectReader reader;

    public EntryCodec() {
        SimpleModule module = new SimpleModule();
        module.addSerializer(Guarded.class, new GuardedWriter());
        module.addDeserializer(Guarded.class, new GuardedReader());
        mapper = JsonMapper.builder()
                .addModule(module)
                .changeDefaultPropertyInclusion(
                        was -> was.withValueInclusion(JsonInclude.Include.NON_ABSENT))
                .build();
        reader = mapper.readerFor(Entry.class);
    }

    /** The canonical bytes that are hashed, and the protected values that travel beside them. */
    public Sealed seal(Entry entry) {
        List<Guarded> guarded = new ArrayList<>();
        JsonNode tree =
                mapper.writerFor(Entry.class).withAttribute(GUARDED, guarded).valueToTree(entry);
        List<Guarded.Open> values = new ArrayList<>();
        for (Guarded value : guarded) {
            if (value instanceof Guarded.Open open) {
                values.add(open);
            }
        }
        return new Sealed(CanonicalJson.bytes(tree), values);
    }

    /**
     * The entry behind {@code body}. Throws {@link IllegalArgumentException} when the bytes are no
     * entry.
     *
     * @param values the protected values at hand, by the hexadecimal form of their commitment
     */
    public Entry open(byte[] body, Map<String, Guarded.Open> values) {
        try {
            return reader.withAttribute(VALUES, values).readValue(body);
        } catch (JacksonException unreadable) {
            throw new IllegalArgumentException(
                    "these bytes are not an entry: " + unreadable.getOriginalMessage(), unreadable);
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
        return guarded.stream().map(Guarded::commitment).toList();
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

    /** Everything an entry says, protected values in clear: only ever kept as one itself. */
    public String plainText(Entry entry) {
        List<Guarded> guarded = new ArrayList<>();
        JsonNode tree =
                mapper.writerFor(Entry.class).withAttribute(GUARDED, guarded).valueToTree(entry);
        StringBuilder text = new StringBuilder(tree.toString());
        for (Guarded value : guarded) {
            text.append('\n')
                    .append(value.commitment().hex())
                    .append(' ')
                    .append(value.find().orElse(""));
        }
        return text.toString();
    }

    private JsonNode plainTree(Entry entry, List<Guarded> guarded) {
        ObjectNode tree = mapper.writerFor(Entry.class)
                .withAttribute(GUARDED, guarded)
                .withAttribute(BLANK, true)
                .valueToTree(entry);
        tree.remove("entered");
        return tree;
    }

    /** An entry's canonical bytes, and its protected values in the order in which they stand. */
    public record Sealed(byte[] body, List<Guarded.Open> values) {
        public Sealed {
            values = List.copyOf(values);
        }
    }

    private static final class GuardedWriter extends ValueSerializer<Guarded> {
        @Override
        public void serialize(Guarded guarded, JsonGenerator out, SerializationContext context) {
            out.writeStartObject();
            boolean blank = context.getAttribute(BLANK) != null;
            out.writeStringProperty(MARK, blank ? "" : guarded.commitment().hex());
            out.writeEndObject();
            @SuppressWarnings("unchecked")
            List<Guarded> met = (List<Guarded>) context.getAttribute(GUARDED);
            met.add(guarded);
        }
    }

    private static final class GuardedReader extends ValueDeserializer<Guarded> {
        @Override
        public Guarded deserialize(JsonParser in, DeserializationContext context) {
            JsonNode node = in.readValueAsTree();
            Hash commitment = new Hash(node.path(MARK).asString());
            Optional<Guarded> known = context.getAttribute(VALUES) instanceof Map<?, ?> values
                    ? Optional.ofNullable((Guarded) values.get(commitment.hex()))
                    : Optional.empty();
            return known.orElseGet(() -> new Guarded.Withheld(commitment));
        }
    }
}
