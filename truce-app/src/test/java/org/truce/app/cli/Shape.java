package org.truce.app.cli;

import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.nio.file.Path;
import java.util.List;

/** A published JSON shape, read from the docs. */
final class Shape {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final Path FOLDER = Terminal.ROOT.resolve("docs/reference/schemas");

    private final Schema schema;

    private Shape(Schema schema) {
        this.schema = schema;
    }

    static Shape of(String name) {
        JsonNode tree = tree(name);
        return new Shape(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(tree));
    }

    static JsonNode tree(String name) {
        return MAPPER.readTree(FOLDER.resolve(name + ".schema.json").toFile());
    }

    static JsonNode read(String json) {
        return MAPPER.readTree(json);
    }

    /** What does not fit, in words; empty when all does. */
    List<String> problems(JsonNode value) {
        return schema.validate(value).stream().map(Object::toString).toList();
    }

    List<String> problems(String json) {
        return problems(read(json));
    }
}
