package org.truce.intake;

import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.truce.base.ExemptCase;
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
    private static final List<String> IF_NOT_SAID = List.of("undetermined", "not-exempt");

    private final YamlProblems problems;
    private final AgreementNames names;
    private final ProhibitionYaml prohibition;
    private final YamlIds provisions;
    private final YamlIds prohibitions;

    ProvisionsYaml(YamlProblems problems, AgreementNames names) {
        this.problems = problems;
        this.names = names;
        prohibition = new ProhibitionYaml(problems, names);
        provisions = new YamlIds("provision", problems);
        prohibitions = new YamlIds("prohibition", problems);
    }

    List<Agreement.Provision> list(YamlMap agreement) {
        List<Agreement.Provision> found = new ArrayList<>();
        for (Node node : agreement.list("provisions", 1)) {
            switch (YamlMap.peek(node, "kind").map(ScalarNode::getValue).orElse("")) {
                case "prohibition" -> prohibition(node).ifPresent(found::add);
                case "obligation" -> found.add(obligation(node));
                case "exemption" -> exemption(node).ifPresent(found::add);
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
        YamlMap map = open(node, ProhibitionYaml.REQUIRED, ProhibitionYaml.OPTIONAL);
        prohibitions.know(node, map.id("id"));
        return prohibition.read(node, map, citation(map));
    }

    private Agreement.Provision obligation(Node node) {
        YamlMap map = open(node, List.of("by"), List.of("due", "shown-by", "exchange"));
        return new Agreement.Obligation(
                map.id("id"),
                map.words("text"),
                citation(map),
                map.ids("by", 1, names.owing()::use),
                map.findDate("due"),
                map.findText("shown-by"),
                exchange(map));
    }

    /** An exchange has two sides. */
    private List<Agreement.HandedOver> exchange(YamlMap obligation) {
        List<Agreement.HandedOver> handedOver = new ArrayList<>();
        List<Node> sides = obligation.list("exchange", 0);
        for (Node node : sides) {
            YamlMap side = YamlMap.open(node, List.of("by"), List.of("count"), problems);
            String by = side.find("by")
                    .flatMap(id -> side.usedId("by", id, names.actors()::use))
                    .orElse("");
            handedOver.add(new Agreement.HandedOver(by, side.findCount("count")));
        }
        obligation
                .find("exchange")
                .filter(list -> sides.size() != 2)
                .ifPresent(list -> problems.add(
                        list,
                        "exchange",
                        "an exchange has two sides, not %d".formatted(sides.size()),
                        "say of each of the two whom it hands over"));
        return handedOver;
    }

    private Optional<Agreement.Provision> exemption(Node node) {
        YamlMap map = open(node, List.of("from"), List.of("groups", "case", "if-not-said"));
        map.requireOneOf("groups", "case", node);
        List<String> from = map.ids("from", 1, prohibitions::use);
        List<String> groups = map.ids("groups", 1, names.actors()::use);
        Optional<Agreement.Permitted> permitted = permitted(map);
        return groups.isEmpty() == permitted.isEmpty()
                ? Optional.empty()
                : Optional.of(new Agreement.Exemption(
                        map.id("id"), map.words("text"), citation(map), from, groups, permitted));
    }

    private static Optional<Agreement.Permitted> permitted(YamlMap map) {
        Optional<ExemptCase> exemptCase = map.findCode("case", ExemptCase.class);
        Optional<String> silent = map.findText("if-not-said");
        if (silent.isPresent() && !IF_NOT_SAID.contains(silent.get())) {
            map.find("if-not-said")
                    .ifPresent(node ->
                            map.noteUnknown("if-not-said", node, silent.get(), IF_NOT_SAID));
        }
        boolean open = silent.map("undetermined"::equals).orElse(true);
        return exemptCase.map(one -> new Agreement.Permitted(one, open));
    }

    /** What is only generally known has no page to cite; everything else has. */
    static Agreement.Citation citation(YamlMap map) {
        Optional<Certainty> certainty = map.findCode("certainty", Certainty.class);
        boolean known = certainty.equals(Optional.of(Certainty.GENERAL_KNOWLEDGE));
        return new Agreement.Citation(
                map.texts("sources", known ? 0 : 1), certainty.orElse(Certainty.INFERRED));
    }
}
