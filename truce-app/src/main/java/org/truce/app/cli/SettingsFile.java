package org.truce.app.cli;

import org.truce.assess.AssessSettings;
import org.truce.assess.Yardstick;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A mission's settings, a JSON object with some of the names below: what it leaves out is as usual.
 * Why each is what it is: docs/decisions/0025-settings.md.
 */
final class SettingsFile {
    private static final String YARDSTICK = "yardstick";
    private static final String SIDES = "sides";

    private final Path file;
    private final Map<String, Double> numbers = new TreeMap<>();

    private SettingsFile(Path file) {
        this.file = file;
        AssessSettings usual = AssessSettings.USUAL;
        numbers.put("half-observed", usual.halfObserved());
        numbers.put("mostly-observed", usual.mostlyObserved());
        numbers.put("exceptions-below", usual.exceptionsBelow());
        numbers.put("very-likely", usual.veryLikely());
        numbers.put("not-very-unlikely", usual.notVeryUnlikely());
        numbers.put("alarm-share", usual.alarmShare());
        numbers.put("attribution-reached", usual.attributionReached());
    }

    /** Throws {@link UsageException}, which names the file and what is wrong in it. */
    static AssessSettings read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there is no file %s: check the path".formatted(file));
        }
        return new SettingsFile(file).settings(Json.read(file, JsonNode.class));
    }

    private AssessSettings settings(JsonNode root) {
        if (!root.isObject()) {
            throw problem("it is not a JSON object such as {\"very-likely\": 0.8}");
        }
        for (Map.Entry<String, JsonNode> each : root.properties()) {
            String name = each.getKey();
            boolean other = name.equals(YARDSTICK) || name.equals(SIDES);
            if (!other && !numbers.containsKey(name)) {
                throw problem("there is no setting '%s'; they are %s"
                        .formatted(
                                name,
                                String.join(
                                        ", ",
                                        Stream.concat(
                                                        numbers.keySet().stream(),
                                                        Stream.of(YARDSTICK, SIDES))
                                                .toList())));
            }
            if (!other) {
                if (!each.getValue().isNumber()) {
                    throw problem("%s is not a number: write 0.8 for 80 %%".formatted(name));
                }
                numbers.put(name, each.getValue().doubleValue());
            }
        }
        try {
            return new AssessSettings(
                    number("half-observed"),
                    number("mostly-observed"),
                    number("exceptions-below"),
                    number("very-likely"),
                    number("not-very-unlikely"),
                    yardstick(root),
                    number("alarm-share"),
                    number("attribution-reached"),
                    sides(root));
        } catch (IllegalArgumentException outOfRange) {
            throw problem(
                    outOfRange.getMessage() + "; what it may be stands in docs/reference/cli.md");
        }
    }

    private double number(String name) {
        return numbers.getOrDefault(name, 0.0);
    }

    private Yardstick yardstick(JsonNode root) {
        if (!root.has(YARDSTICK)) {
            return AssessSettings.USUAL.yardstick();
        }
        String code = root.path(YARDSTICK).asString("");
        return Stream.of(Yardstick.values())
                .filter(known -> known.code().equals(code))
                .findFirst()
                .orElseThrow(() -> problem("yardstick is %s, not '%s'"
                        .formatted(
                                String.join(
                                        " or ",
                                        Stream.of(Yardstick.values())
                                                .map(Yardstick::code)
                                                .toList()),
                                code)));
    }

    private Map<String, String> sides(JsonNode root) {
        Map<String, String> sides = new HashMap<>();
        JsonNode given = root.path(SIDES);
        if (root.has(SIDES) && !given.isObject()) {
            throw problem("sides is an object such as {\"SOHR\": \"opposition\"}");
        }
        for (Map.Entry<String, JsonNode> each : given.properties()) {
            if (!each.getValue().isString() || each.getValue().asString().isBlank()) {
                throw problem("the side of %s is not a word".formatted(each.getKey()));
            }
            sides.put(each.getKey(), each.getValue().asString());
        }
        return sides;
    }

    private UsageException problem(String problem) {
        return new UsageException("%s: %s".formatted(file, problem));
    }
}
