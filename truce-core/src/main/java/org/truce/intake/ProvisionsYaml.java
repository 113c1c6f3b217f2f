package org.truce.intake;

import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.truce.base.ActGroup;
import org.truce.record.Agreement;
import org.truce.record.Agreement.Certainty;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The clauses of an agreement: prohibitions, obligations and exemptions. */
final class ProvisionsYaml {
    private static final List<String> ALL = List.of("id", "kind", "text", "certainty", "sources");
    private static final List<String> KINDS = List.of("prohibition", "obligation", "exemption");

    private final YamlProblems problems;
    private final YamlIds actors;
    private final YamlIds areas;
    private final YamlIds provisions;
    private final YamlIds prohibitions;

    ProvisionsYaml(YamlProblems problems, YamlIds actors, YamlIds areas) {
        this.problems = problems;
        this.actors = actors;
        this.areas = areas;
        provisions = new YamlIds("provision", problems);
        prohibitions = new YamlIds("prohibition", problems);
    }

    List<Agreement.Provision> list(YamlMap agreement) {
        List<Agreement.Provision> found = new ArrayList<>();
        for (Node node : agreement.list("provisions", 1)) {
            switch (YamlMap.peek(node, "kind").map(ScalarNode::getValue).orElse("")) {
                case "prohibition" -> prohibition(node).ifPresent(found::add);
                case "obligation" -> found.add(obligation(node));
                case "exemption" -> found.add(exemption(node));
                default -> noteKind(node);
            }
        }
        return found;
    }

    void noteUndeclared() {
        prohibitions.noteUndeclared();
    }

    private void noteKind(Node node) {
        Optional<ScalarNode> value = YamlMap.peek(node, "kind");
        String kind = value.map(ScalarNode::getValue).orElse("");
        problems.add(
                value.<Node>map(scalar -> scalar).orElse(node),
                "kind",
                kind.isEmpty()
                        ? "the provision does not say of which kind it is"
                        : "'%s' is not a kind of provision".formatted(kind),
                Nearest.advice(kind, KINDS));
    }

    private YamlMap open(Node node, List<String> more, List<String> optional) {
        YamlMap map = YamlMap.open(
                node, Stream.concat(ALL.stream(), more.stream()).toList(), optional, problems);
        provisions.declare(node, map.id("id"));
        return map;
    }

    private Optional<Agreement.Provision> prohibition(Node node) {
        YamlMap map = open(node, List.of("acts", "between", "areas"), List.of("binding-unclear"));
        String id = map.id("id");
        prohibitions.know(node, id);
        List<List<String>> sides = new ArrayList<>();
        for (Node side : map.list("between", 0)) {
            sides.add(map.items("between", side, 1).stream()
                    .flatMap(actor -> map.usedId("between", actor, actors::use).stream())
                    .toList());
        }
        map.find("between")
                .filter(between -> sides.size() != 2)
                .ifPresent(between -> problems.add(
                        between,
                        "between",
                        "a prohibition stands between two sides, not %d".formatted(sides.size()),
                        "write two lists of actors, one for each side"));
        List<ActGroup> acts = map.codes("acts", ActGroup.class);
        List<String> unclear = map.ids("binding-unclear", 0, actors::use);
        List<String> where = map.ids("areas", 1, areas::use);
        Agreement.Words text = map.words("text");
        Agreement.Citation citation = citation(map);
        return sides.size() == 2
                ? Optional.of(
                        new Agreement.Prohibition(id, text, citation, acts, sides, unclear, where))
                : Optional.empty();
    }

    private Agreement.Provision obligation(Node node) {
        YamlMap map = open(node, List.of("by"), List.of("due", "shown-by"));
        return new Agreement.Obligation(
                map.id("id"),
                map.words("text"),
                citation(map),
                map.ids("by", 1, actors::use),
                map.findDate("due"),
                map.findText("shown-by"));
    }

    private Agreement.Provision exemption(Node node) {
        YamlMap map = open(node, List.of("from", "groups"), List.of());
        return new Agreement.Exemption(
                map.id("id"),
                map.words("text"),
                citation(map),
                map.ids("from", 1, prohibitions::use),
                map.ids("groups", 1, actors::use));
    }

    /** What is only generally known has no page to cite; everything else has. */
    private Agreement.Citation citation(YamlMap map) {
        Optional<Certainty> certainty = map.findCode("certainty", Certainty.class);
        boolean known = certainty.equals(Optional.of(Certainty.GENERAL_KNOWLEDGE));
        return new Agreement.Citation(
                map.texts("sources", known ? 0 : 1), certainty.orElse(Certainty.INFERRED));
    }
}
