package org.truce.intake;

import org.snakeyaml.engine.v2.nodes.Node;
import org.truce.base.Moment;
import org.truce.record.Agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What an agreement may hold beside areas, actors and clauses. */
final class FurtherYaml {
    private final YamlProblems problems;
    private final AgreementNames names;

    FurtherYaml(YamlProblems problems, AgreementNames names) {
        this.problems = problems;
        this.names = names;
    }

    List<Agreement.LineTerms> lines(YamlMap agreement) {
        List<Agreement.LineTerms> lines = new ArrayList<>();
        for (Node node : agreement.list("lines", 1)) {
            YamlMap line = YamlMap.open(node, List.of("line", "readings"), List.of(), problems);
            String id = line.id("line");
            names.lines().declare(node, id);
            YamlIds readings = new YamlIds("reading", problems);
            lines.add(new Agreement.LineTerms(
                    id,
                    line.list("readings", 1).stream()
                            .map(reading -> reading(reading, readings))
                            .toList()));
        }
        return lines;
    }

    private Agreement.LineReading reading(Node node, YamlIds readings) {
        YamlMap map = YamlMap.open(node, List.of(), List.of("reading", "name"), problems);
        Optional<String> id =
                map.find("reading").isEmpty() ? Optional.empty() : Optional.of(map.id("reading"));
        id.ifPresent(reading -> {
            readings.declare(node, reading);
            names.readings().know(node, reading);
        });
        return new Agreement.LineReading(id, map.findWords("name"));
    }

    List<Agreement.JointBody> jointBodies(YamlMap agreement) {
        List<Agreement.JointBody> bodies = new ArrayList<>();
        YamlIds ids = new YamlIds("joint body", problems);
        for (Node node : agreement.list("joint-bodies", 1)) {
            YamlMap map = YamlMap.open(
                    node,
                    List.of("id", "name", "members", "task", "certainty", "sources"),
                    List.of(),
                    problems);
            String id = map.id("id");
            ids.declare(node, id);
            names.owing().know(node, id);
            bodies.add(new Agreement.JointBody(
                    id,
                    map.words("name"),
                    map.ids("members", 1, names.actors()::use),
                    map.words("task"),
                    ProvisionsYaml.citation(map)));
        }
        return bodies;
    }

    List<Agreement.Definition> definitions(YamlMap agreement) {
        return agreement.list("definitions", 1).stream()
                .map(node -> {
                    YamlMap map = YamlMap.open(
                            node,
                            List.of("term", "meaning", "certainty", "sources"),
                            List.of(),
                            problems);
                    return new Agreement.Definition(
                            map.text("term"), map.words("meaning"), ProvisionsYaml.citation(map));
                })
                .toList();
    }

    /** Other agreements stand in other files: whether they are there is not checked. */
    List<String> prevailsOver(YamlMap agreement) {
        return agreement.ids("prevails-over", 1, (key, at, id) -> {});
    }

    Optional<Agreement.Lapse> lapse(YamlMap agreement) {
        if (agreement.find("lapse").isEmpty()) {
            return Optional.empty();
        }
        YamlMap map = agreement.open("lapse", List.of("at"), List.of("renewals"));
        Optional<Moment> at = map.findMoment("at");
        List<Agreement.Renewal> renewals = new ArrayList<>();
        Optional<Moment> before = at;
        for (Node node : map.list("renewals", 1)) {
            YamlMap renewal = YamlMap.open(
                    node, List.of("until", "text", "certainty", "sources"), List.of(), problems);
            Optional<Moment> until = renewal.findMoment("until");
            Spans.noteReversed(renewal, before, until, "until");
            Agreement.Words text = renewal.words("text");
            Agreement.Citation citation = ProvisionsYaml.citation(renewal);
            until.ifPresent(moment -> renewals.add(new Agreement.Renewal(moment, text, citation)));
            before = until;
        }
        return at.map(moment -> new Agreement.Lapse(moment, renewals));
    }
}
