package org.truce.app.review;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.truce.app.store.StoreException;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;

/** How the files of the queue are written: JSON that a person can read. */
final class QueueJson {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    was -> was.withValueInclusion(JsonInclude.Include.ALWAYS))
            .enable(
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private QueueJson() {}

    static byte[] bytes(Object value) {
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(value);
    }

    /** Throws {@link StoreException}, which names the file, when it was altered. */
    static <T> T read(Path file, byte[] content, Class<T> shape) {
        try {
            return MAPPER.readValue(content, shape);
        } catch (JacksonException altered) {
            throw new StoreException(
                    "%s of the review queue was altered: bring it back from a copy, or move it away"
                            .formatted(file),
                    altered);
        }
    }
}
