package org.truce.intake;

import org.snakeyaml.engine.v2.nodes.Node;
import org.truce.record.ClaimMeasure;
import org.truce.record.Entry;
import org.truce.record.FollowUp;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How statements are held against the evidence; docs/reference/formats.md shows the form. */
final class ClaimsYaml {
    private static final List<String> KEYS = List.of(
            "id",
            "statement",
            "quote",
            "measure",
            "area",
            "from",
            "to",
            "baseline-from",
            "baseline-to");

    private final YamlProblems problems;
    private final Delivery delivery;

    private ClaimsYaml(YamlProblems problems, Delivery delivery) {
        this.problems = problems;
        this.delivery = delivery;
    }

    static void read(InputStream utf8, Delivery delivery) {
        YamlDocument.read(
                utf8,
                delivery,
                (root, problems) -> new ClaimsYaml(problems, delivery).entries(root));
    }

    private List<Entry> entries(Node root) {
        YamlMap map = YamlMap.open(
                root, List.of("truce-claims"), List.of("claims", "side-by-side"), problems);
        map.requireVersion("truce-claims");
        map.requireAnyOf("claims", "side-by-side", root);
        List<Entry> entries = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (Node item : map.list("claims", 0)) {
            test(item).ifPresent(test -> take(test, item, ids, entries));
        }
        for (Node item : map.list("side-by-side", 0)) {
            sideBySide(item).ifPresent(beside -> take(beside, item, ids, entries));
        }
        return entries;
    }

    private void take(Entry entry, Node item, Set<String> ids, List<Entry> into) {
        if (!ids.add(entry.id())) {
            problems.add(
                    item,
                    "id",
                    "the id '%s' stands here twice".formatted(entry.id()),
                    "give each claim an id of its own");
        }
        into.add(entry);
    }

    /** Empty where a key is missing or wrong; the problem is noted then. */
    private Optional<FollowUp.SideBySide> sideBySide(Node item) {
        YamlMap map = YamlMap.open(
                item, List.of("id", "statements", "about", "why", "on"), List.of(), problems);
        List<String> statements = map.texts("statements", 2);
        if (statements.stream().distinct().count() < statements.size()) {
            problems.add(item, "statements", "a statement stands here twice", "name each once");
        }
        Optional<LocalDate> on = map.findDate("on");
        if (on.isEmpty() || !problems.none()) {
            return Optional.empty();
        }
        return Optional.of(new FollowUp.SideBySide(
                delivery.register(),
                map.id("id"),
                delivery.entered(YamlProblems.line(item)),
                statements,
                map.text("about"),
                map.text("why"),
                on.get()));
    }

    /** Empty where a key is missing or wrong; the problem is noted then. */
    private Optional<Entry.ClaimTest> test(Node item) {
        YamlMap map = YamlMap.open(item, KEYS, List.of(), problems);
        Optional<ClaimMeasure> measure = map.findCode("measure", ClaimMeasure.class);
        Optional<LocalDate> from = map.findDate("from");
        Optional<LocalDate> to = map.findDate("to");
        Optional<LocalDate> baselineFrom = map.findDate("baseline-from");
        Optional<LocalDate> baselineTo = map.findDate("baseline-to");
        if (measure.isEmpty()
                || from.isEmpty()
                || to.isEmpty()
                || baselineFrom.isEmpty()
                || baselineTo.isEmpty()) {
            return Optional.empty();
        }
        requireOrder(map, "to", from.get(), to.get());
        requireOrder(map, "baseline-to", baselineFrom.get(), baselineTo.get());
        requireOrder(map, "from", baselineTo.get().plusDays(1), from.get());
        return Optional.of(new Entry.ClaimTest(
                delivery.register(),
                map.id("id"),
                delivery.entered(YamlProblems.line(item)),
                map.text("statement"),
                map.text("quote"),
                measure.get(),
                map.id("area"),
                from.get(),
                to.get(),
                baselineFrom.get(),
                baselineTo.get()));
    }

    private void requireOrder(YamlMap map, String key, LocalDate first, LocalDate then) {
        if (then.isBefore(first)) {
            map.find(key)
                    .ifPresent(node -> problems.add(
                            node,
                            key,
                            "'%s' is before %s".formatted(key, first),
                            "put the dates in order: baseline-from, baseline-to, from, to"));
        }
    }
}
