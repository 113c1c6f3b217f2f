package org.truce.app.cli;

import com.fasterxml.jackson.annotation.JsonInclude;

import tools.jackson.databind.json.JsonMapper;

/** How results are written: one line of JSON, absent values as null. */
final class Json {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    was -> was.withValueInclusion(JsonInclude.Include.ALWAYS))
            .build();

    private Json() {}

    static String text(Object value) {
        return MAPPER.writeValueAsString(value);
    }
}
