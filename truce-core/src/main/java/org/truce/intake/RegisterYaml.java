package org.truce.intake;

import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Observes;

import java.io.InputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a register is; docs/reference/schemas/register.schema.json holds the same form. */
final class RegisterYaml {
    private static final String STEADILY = "steadily";
    private static final String WHERE_COVERED = "where-covered";
    private static final String UNEVENLY = "unevenly";
    private static final List<String> LANGUAGES = List.of("en", "ar");

    private final YamlProblems problems;
    private final Delivery delivery;

    private RegisterYaml(YamlProblems problems, Delivery delivery) {
        this.problems = problems;
        this.delivery = delivery;
    }

    static void read(InputStream utf8, Delivery delivery) {
        YamlDocument.read(
                utf8,
                delivery,
                (root, problems) ->
                        List.of(new RegisterYaml(problems, delivery).declaration(root)));
    }

    private Entry.RegisterDeclared declaration(Node root) {
        String effort = YamlMap.peek(root, "observes").map(ScalarNode::getValue).orElse("");
        boolean hasUnit = effort.equals(STEADILY) || effort.equals(WHERE_COVERED);
        YamlMap map = YamlMap.open(
                root,
                hasUnit
                        ? List.of(
                                "truce-register",
                                "title",
                                "observes",
                                "unit",
                                "entered-afterwards",
                                "sources-published")
                        : List.of(
                                "truce-register",
                                "title",
                                "observes",
                                "entered-afterwards",
                                "sources-published"),
                List.of("limits", "attribution"),
                problems);
        map.requireVersion("truce-register");
        Observes observes = switch (effort) {
            case STEADILY -> new Observes.Steadily(map.text("unit"));
            case WHERE_COVERED -> new Observes.WhereCovered(map.text("unit"));
            default -> new Observes.Unevenly();
        };
        noteUnknownEffort(map);
        return declared(
                delivery.register(),
                delivery.entered(YamlProblems.line(root)),
                map.text("title"),
                observes,
                map.flag("entered-afterwards"),
                map.flag("sources-published"),
                limits(map),
                map.findText("attribution"));
    }

    private static void noteUnknownEffort(YamlMap map) {
        List<String> known = List.of(STEADILY, WHERE_COVERED, UNEVENLY);
        map.findText("observes")
                .filter(effort -> !known.contains(effort))
                .ifPresent(effort -> map.find("observes")
                        .ifPresent(node -> map.noteUnknown("observes", node, effort, known)));
    }

    private static Map<String, List<String>> limits(YamlMap map) {
        Map<String, List<String>> limits = new LinkedHashMap<>();
        YamlMap languages = map.open("limits", List.of(), LANGUAGES);
        for (String language : LANGUAGES) {
            if (languages.find(language).isPresent()) {
                limits.put(language, languages.texts(language, 0));
            }
        }
        return limits;
    }

    /** A declaration whose id changes with what it says, so that a later one can replace it. */
    static Entry.RegisterDeclared declared(
            String register,
            Entered entered,
            String title,
            Observes observes,
            boolean enteredAfterwards,
            boolean sourcesPublished,
            Map<String, List<String>> limits,
            Optional<String> attribution) {
        String unit = switch (observes) {
            case Observes.Steadily steadily -> steadily.unit();
            case Observes.WhereCovered covered -> WHERE_COVERED + " " + covered.unit();
            case Observes.Unevenly unevenly -> "";
        };
        String id = ContentId.of(
                "D",
                title,
                unit,
                Boolean.toString(enteredAfterwards),
                Boolean.toString(sourcesPublished),
                String.join("\n", limits.getOrDefault("en", List.of())),
                String.join("\n", limits.getOrDefault("ar", List.of())),
                attribution.orElse(""));
        return new Entry.RegisterDeclared(
                register,
                id,
                entered,
                title,
                observes,
                enteredAfterwards,
                sourcesPublished,
                limits,
                attribution);
    }
}
