package org.truce.intake;

import org.snakeyaml.engine.v2.nodes.Node;
import org.truce.base.Moment;
import org.truce.record.Agreement;
import org.truce.record.Entry;

import java.io.InputStream;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An agreement as data; docs/reference/schemas/agreement.schema.json holds the same form. */
final class AgreementYaml {
    private final YamlProblems problems;
    private final AgreementNames names;
    private final ProvisionsYaml provisions;
    private final FurtherYaml further;

    private AgreementYaml(YamlProblems problems) {
        this.problems = problems;
        names = new AgreementNames(problems);
        provisions = new ProvisionsYaml(problems, names);
        further = new FurtherYaml(problems, names);
    }

    static void read(InputStream utf8, Delivery delivery) {
        YamlDocument.read(utf8, delivery, (root, problems) -> {
            Agreement agreement = new AgreementYaml(problems).agreement(root);
            return List.of(new Entry.AgreementText(
                    delivery.register(),
                    agreement.id(),
                    delivery.entered(YamlProblems.line(root)),
                    agreement));
        });
    }

    private Agreement agreement(Node root) {
        YamlMap map = YamlMap.open(
                root,
                List.of(
                        "truce-agreement",
                        "id",
                        "title",
                        "zone",
                        "parties",
                        "areas",
                        "actors",
                        "provisions"),
                List.of(
                        "signed",
                        "in-force-from",
                        "in-force-to",
                        "guarantors",
                        "excluded-groups",
                        "labels",
                        "lines",
                        "joint-bodies",
                        "definitions",
                        "prevails-over",
                        "lapse"),
                problems);
        map.requireVersion("truce-agreement");
        Optional<Moment> from = map.findMoment("in-force-from");
        Optional<Moment> to = map.findMoment("in-force-to");
        Spans.noteReversed(map, from, to, "in-force-to");
        Agreement agreement = new Agreement(
                map.id("id"),
                map.words("title"),
                zone(map),
                map.findDate("signed"),
                from,
                to,
                map.ids("parties", 1, names.actors()::use),
                map.ids("guarantors", 0, names.actors()::use),
                map.ids("excluded-groups", 0, names.actors()::use),
                areaTerms(map),
                map.list("actors", 1).stream().map(this::actor).toList(),
                labels(map),
                provisions.list(map),
                further.lines(map),
                further.jointBodies(map),
                further.definitions(map),
                further.prevailsOver(map),
                further.lapse(map));
        names.noteUndeclared();
        provisions.noteUndeclared();
        return agreement;
    }

    private static ZoneId zone(YamlMap map) {
        Optional<String> zone = map.findText("zone");
        try {
            return zone.map(ZoneId::of).orElse(ZoneOffset.UTC);
        } catch (DateTimeException unknown) {
            map.noted(
                    "zone",
                    new BadValue(
                            "zone",
                            "'%s' is not a time zone".formatted(zone.orElse("")),
                            "write a name of the IANA time zone database, as Asia/Damascus"));
            return ZoneOffset.UTC;
        }
    }

    private List<Agreement.AreaTerms> areaTerms(YamlMap map) {
        List<Agreement.AreaTerms> terms = new ArrayList<>();
        for (Node node : map.list("areas", 1)) {
            YamlMap area = YamlMap.open(node, List.of("area", "readings"), List.of(), problems);
            String id = area.id("area");
            names.areas().declare(node, id);
            YamlIds readings = new YamlIds("reading", problems);
            terms.add(new Agreement.AreaTerms(
                    id,
                    area.list("readings", 1).stream()
                            .map(reading -> reading(reading, readings))
                            .toList()));
        }
        return terms;
    }

    private Agreement.ReadingTerms reading(Node node, YamlIds readings) {
        YamlMap map = YamlMap.open(
                node, List.of(), List.of("reading", "name", "whole", "partly"), problems);
        Optional<String> id =
                map.find("reading").isEmpty() ? Optional.empty() : Optional.of(map.id("reading"));
        id.ifPresent(reading -> {
            readings.declare(node, reading);
            names.readings().know(node, reading);
        });
        return new Agreement.ReadingTerms(
                id, map.findWords("name"), map.texts("whole", 0), map.texts("partly", 0));
    }

    private Agreement.Actor actor(Node node) {
        YamlMap map =
                YamlMap.open(node, List.of("id", "name"), List.of("aliases", "mixed"), problems);
        String id = map.id("id");
        names.actors().declare(node, id);
        names.owing().know(node, id);
        return new Agreement.Actor(
                id, map.words("name"), map.texts("aliases", 0), map.findWords("mixed"));
    }

    private List<Agreement.Label> labels(YamlMap map) {
        List<Agreement.Label> labels = new ArrayList<>();
        for (Node node : map.list("labels", 0)) {
            YamlMap label = YamlMap.open(node, List.of("text", "between"), List.of(), problems);
            List<String> sides = label.ids("between", 0, names.actors()::use);
            long given = label.list("between", 0).size();
            if (label.find("between").isPresent() && given != 2) {
                problems.add(
                        node,
                        "between",
                        "a label stands for two actors, not for %d".formatted(given),
                        "name two: [first, second]");
            }
            if (sides.size() == 2) {
                labels.add(new Agreement.Label(label.text("text"), sides.get(0), sides.get(1)));
            }
        }
        return labels;
    }
}
