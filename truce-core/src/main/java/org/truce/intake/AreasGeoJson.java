package org.truce.intake;

import org.truce.base.Moment;
import org.truce.record.Entry;
import org.truce.record.LineSides;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.InputStream;
import java.util.Optional;

/**
 * Outlines of areas and courses of lines: a GeoJSON FeatureCollection (RFC 7946), read one feature
 * at a time. A bad feature costs only itself; where the JSON itself breaks, the features before it
 * stay.
 */
final class AreasGeoJson {
    private static final long MAX_BYTES = 64L << 20;
    private static final int MAX_DEPTH = 50;
    private static final int MAX_TEXT = 1 << 20;
    private static final int MAX_DIGITS = 100;
    private static final double METRES_A_KM = 1_000;
    private static final double MAX_PRECISION_KM = 1_000;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxDocumentLength(MAX_BYTES)
                            .maxNestingDepth(MAX_DEPTH)
                            .maxStringLength(MAX_TEXT)
                            .maxNumberLength(MAX_DIGITS)
                            .build())
                    .disable(StreamReadFeature.AUTO_CLOSE_SOURCE)
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .build();

    private final Delivery delivery;
    private long lastLine = 1;
    private boolean isCollection;
    private boolean hasFeatures;

    private AreasGeoJson(Delivery delivery) {
        this.delivery = delivery;
    }

    static void read(InputStream utf8, Delivery delivery) {
        new AreasGeoJson(delivery).readAll(utf8);
    }

    private void readAll(InputStream utf8) {
        try (JsonParser parser = MAPPER.createParser(utf8)) {
            if (parser.nextToken() == null) {
                delivery.refuseEmpty();
            } else if (parser.currentToken() != JsonToken.START_OBJECT) {
                refuseFile("the file is not a GeoJSON object");
            } else {
                readMembers(parser);
            }
        } catch (JacksonException broken) {
            delivery.refuse(
                    broken.getLocation() == null
                            ? lastLine
                            : Math.max(lastLine, broken.getLocation().getLineNr()),
                    "",
                    "the JSON breaks off or cannot be read here: " + broken.getOriginalMessage(),
                    "mend the file there, or export it again (at most 64 MiB, in UTF-8); what"
                            + " comes before this place was taken in",
                    "");
        }
    }

    private void readMembers(JsonParser parser) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = parser.currentName();
            JsonToken value = parser.nextToken();
            if (name.equals("features") && value == JsonToken.START_ARRAY) {
                hasFeatures = true;
                readFeatures(parser);
            } else if (name.equals("type")) {
                isCollection = "FeatureCollection".equals(parser.getString());
                parser.skipChildren();
            } else {
                parser.skipChildren();
            }
        }
        if (!isCollection || !hasFeatures) {
            refuseFile("the file is not a FeatureCollection with a list of features");
        } else if (parser.nextToken() != null) {
            delivery.refuse(
                    parser.currentTokenLocation().getLineNr(),
                    "",
                    "there is more after the end of the FeatureCollection",
                    "put all features into one FeatureCollection",
                    "");
        }
    }

    private void refuseFile(String problem) {
        delivery.refuse(
                1,
                "",
                problem,
                "export the areas as a GeoJSON FeatureCollection (RFC 7946), one feature for each"
                        + " outline",
                "");
    }

    private void readFeatures(JsonParser parser) {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            long line = parser.currentTokenLocation().getLineNr();
            lastLine = line;
            JsonNode feature = parser.readValueAsTree();
            try {
                delivery.take(outline(feature, line));
            } catch (BadValue bad) {
                delivery.refuse(line, bad, feature.toString());
            }
        }
    }

    private Entry.AreaOutline outline(JsonNode feature, long line) throws BadValue {
        if (!feature.path("type").asString("").equals("Feature")) {
            throw new BadValue(
                    "type",
                    "this member of the list is not a Feature",
                    "give it \"type\": \"Feature\", an id, properties and a geometry");
        }
        Optional<Moment> from = findMoment(feature, "in_force_from");
        Optional<Moment> to = findMoment(feature, "in_force_to");
        if (from.isPresent() && to.isPresent()) {
            Spans.requireOrder(from.get(), to.get(), "in_force_to");
        }
        Optional<LineSides> sides = sides(feature);
        return new Entry.AreaOutline(
                delivery.register(),
                id(feature),
                delivery.entered(line),
                getText(feature, sides.isPresent() ? "line" : "area"),
                getText(feature, "name"),
                findText(feature, "name_ar"),
                findText(feature, "reading"),
                from,
                to,
                precisionMetres(feature),
                findText(feature, "drawn"),
                findText(feature, "note"),
                findText(feature, "end_note"),
                findText(feature, "source"),
                sides.isPresent()
                        ? LineCourse.check(feature.path("geometry"))
                        : Outline.check(feature.path("geometry")),
                sides);
    }

    /** A feature that names a line in place of an area says whose its two sides are. */
    private static Optional<LineSides> sides(JsonNode feature) throws BadValue {
        if (findText(feature, "line").isEmpty()) {
            return Optional.empty();
        }
        if (findText(feature, "area").isPresent()) {
            throw new BadValue(
                    "line",
                    "the feature names an area and a line",
                    "name the one that its geometry draws");
        }
        String left = getText(feature, "left");
        String right = getText(feature, "right");
        if (left.equals(right)) {
            throw new BadValue(
                    "right",
                    "both sides of the line are '%s'".formatted(left),
                    "name two different actors");
        }
        return Optional.of(new LineSides(left, right));
    }

    private static String id(JsonNode feature) throws BadValue {
        JsonNode id = feature.path("id");
        if ((id.isString() && !id.asString().isBlank()) || id.isIntegralNumber()) {
            return id.asString().strip();
        }
        throw new BadValue(
                "id",
                "the feature has no id",
                "give it one, next to its type, that no other outline has, for example"
                        + " south-west:announced");
    }

    private static String getText(JsonNode feature, String property) throws BadValue {
        return findText(feature, property)
                .orElseThrow(() -> new BadValue(
                        property,
                        "the property '%s' is missing".formatted(property),
                        "add it to the feature's properties; '%s' is needed".formatted(property)));
    }

    private static Optional<String> findText(JsonNode feature, String property) throws BadValue {
        JsonNode value = feature.path("properties").path(property);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw new BadValue(
                    property,
                    "the property '%s' is not a text".formatted(property),
                    "put its value in quotation marks, or write null where nothing is known");
        }
        return Optional.of(value.asString().strip()).filter(text -> !text.isEmpty());
    }

    private static Optional<Moment> findMoment(JsonNode feature, String property) throws BadValue {
        Optional<String> text = findText(feature, property);
        return text.isEmpty() ? Optional.empty() : Optional.of(Row.moment(property, text.get()));
    }

    /** {@code precision_km}, over 0 and at most 1,000, rounded to metres. */
    private static int precisionMetres(JsonNode feature) throws BadValue {
        JsonNode km = feature.path("properties").path("precision_km");
        double value = km.isNumber() ? km.asDouble() : 0;
        if (value > 0 && value <= MAX_PRECISION_KM) {
            return Math.max(1, (int) Math.round(value * METRES_A_KM));
        }
        throw new BadValue(
                "precision_km",
                km.isMissingNode()
                        ? "the property 'precision_km' is missing"
                        : "'%s' is no precision".formatted(km),
                "write in kilometres, as a number over 0 and up to 1000, how far the drawn line"
                        + " may be from the agreed one");
    }
}
