package org.truce.app.cli;

import com.fasterxml.jackson.annotation.JsonInclude;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.stream.Collectors;

/** How results are written: one line of JSON, absent values as null. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    was -> was.withValueInclusion(JsonInclude.Include.ALWAYS))
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Json() {}

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Throws {@link UsageException}, which names the file, when it is not of that shape. */
    static <T> T read(Path file, Class<T> shape) throws IOException {
        try {
            String text = Files.readString(file);
            return MAPPER.readValue(text.startsWith("\uFEFF") ? text.substring(1) : text, shape);
        } catch (DatabindException other) {
            String at = other.getPath().stream()
                    .map(JacksonException.Reference::getPropertyName)
                    .filter(Objects::nonNull)
                    .collect(Collectors.joining("."));
            throw new UsageException(
                    "%s is not of the form that is asked for here%s: check the path, or have it written anew"
                            .formatted(file, at.isEmpty() ? "" : ", see its part " + at));
        } catch (JacksonException other) {
            throw new UsageException(
                    "%s is not of the form that is asked for here: line %d is not JSON, or a name stands twice by then"
                            .formatted(file, other.getLocation().getLineNr()));
        } catch (CharacterCodingException other) {
            throw new UsageException(
                    "%s is not of the form that is asked for here: check the path".formatted(file));
        }
    }
}
