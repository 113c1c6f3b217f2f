package org.truce.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/**
 * Entries to canonical bytes and back. A protected value leaves only its commitment in the bytes:
 * {@code {"guarded":"<hex>"}}. Reading puts the value back for whoever can hand it in.
 */
public final class EntryCodec {
  private static final String MARK = "guarded";
  private static final String VALUES = "org.truce.record.values";

  private final JsonMapper mapper;
  private final ObjectReader reader;

  public EntryCodec() {
    SimpleModule module = new SimpleModule();
    module.addSerializer(Guarded.class, new GuardedWriter());
    module.addDeserializer(Guarded.class, new GuardedReader());
    mapper =
        JsonMapper.builder()
            .addModule(module)
            .changeDefaultPropertyInclusion(
                was -> was.withValueInclusion(
                    com.fasterxml.jackson.annotation.JsonInclude.Include.NON_ABSENT))
            .build();
    reader = mapper.readerFor(Entry.class);
  }

  /** The canonical bytes that are hashed, and the protected values that travel beside them. */
  public Sealed seal(Entry entry) {
    List<Guarded.Open> values = new ArrayList<>();
    JsonNode tree =
        mapper
            .writerFor(Entry.class)
            .withAttribute(VALUES, values)
            .valueToTree(entry);
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
      out.writeStringProperty(MARK, guarded.commitment().hex());
      out.writeEndObject();
      if (guarded instanceof Guarded.Open open
          && context.getAttribute(VALUES) instanceof List<?> values) {
        @SuppressWarnings("unchecked")
        List<Guarded.Open> found = (List<Guarded.Open>) values;
        found.add(open);
      }
    }
  }

  private static final class GuardedReader extends ValueDeserializer<Guarded> {
    @Override
    public Guarded deserialize(JsonParser in, DeserializationContext context) {
      JsonNode node = in.readValueAsTree();
      Hash commitment = new Hash(node.path(MARK).asString());
      Optional<Guarded> known =
          context.getAttribute(VALUES) instanceof Map<?, ?> values
              ? Optional.ofNullable((Guarded) values.get(commitment.hex()))
              : Optional.empty();
      return known.orElseGet(() -> new Guarded.Withheld(commitment));
    }
  }
}
