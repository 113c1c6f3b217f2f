package org.truce.intake;

import org.snakeyaml.engine.v2.nodes.Node;
import org.truce.base.ActGroup;
import org.truce.base.Moment;
import org.truce.base.Weapon;
import org.truce.record.Agreement;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A clause that forbids: what, by whom against whom, with what, where and when. */
final class ProhibitionYaml {
    static final List<String> REQUIRED = List.of("acts");
    static final List<String> OPTIONAL = List.of(
            "between",
            "by",
            "against",
            "binding-unclear",
            "areas",
            "lines",
            "weapons",
            "readings",
            "in-force-from",
            "in-force-to",
            "hours");

    private final YamlProblems problems;
    private final AgreementNames names;

    ProhibitionYaml(YamlProblems problems, AgreementNames names) {
        this.problems = problems;
        this.names = names;
    }

    /** Empty where it does not say who is bound. */
    Optional<Agreement.Provision> read(Node node, YamlMap map, Agreement.Citation citation) {
        map.requireOneOf("between", "by", node);
        map.requireAnyOf("areas", "lines", node);
        List<List<String>> sides = sides(map);
        List<ActGroup> acts = map.codes("acts", ActGroup.class);
        List<String> unclear = map.ids("binding-unclear", 0, names.actors()::use);
        List<String> areas = map.ids("areas", 1, names.areas()::use);
        List<String> by = map.ids("by", 1, names.actors()::use);
        List<String> against = against(map);
        List<Agreement.WeaponClass> weapons =
                map.list("weapons", 1).stream().map(this::weapon).toList();
        List<Agreement.LineZone> lines = map.list("lines", 1).stream()
                .flatMap(line -> line(line).stream())
                .toList();
        List<String> readings = map.ids("readings", 1, names.readings()::use);
        Optional<Agreement.When> when = when(map);
        if (by.isEmpty() ? sides.size() != 2 || !against.isEmpty() : !sides.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Agreement.Prohibition(
                map.id("id"),
                map.words("text"),
                citation,
                acts,
                sides,
                unclear,
                areas,
                by,
                against,
                weapons,
                lines,
                readings,
                when));
    }

    private List<List<String>> sides(YamlMap map) {
        List<List<String>> sides = new ArrayList<>();
        for (Node side : map.list("between", 0)) {
            sides.add(map.items("between", side, 1).stream()
                    .flatMap(actor -> map.usedId("between", actor, names.actors()::use).stream())
                    .toList());
        }
        map.find("between")
                .filter(between -> sides.size() != 2)
                .ifPresent(between -> problems.add(
                        between,
                        "between",
                        "a prohibition stands between two sides, not %d".formatted(sides.size()),
                        "write two lists of actors, one for each side"));
        return sides;
    }

    private List<String> against(YamlMap map) {
        map.find("against")
                .filter(against -> map.find("by").isEmpty())
                .ifPresent(against -> problems.add(
                        against,
                        "against",
                        "'against' says against whom, and nothing here says by whom",
                        "add by:, or write both sides under between:"));
        return map.ids("against", 1, names.actors()::use);
    }

    private Agreement.WeaponClass weapon(Node node) {
        YamlMap map = YamlMap.open(
                node,
                List.of(),
                List.of("kind", "calibre-at-least-mm", "calibre-over-mm"),
                problems);
        if (map.find("kind").isEmpty()
                && map.find("calibre-at-least-mm").isEmpty()
                && map.find("calibre-over-mm").isEmpty()) {
            problems.add(
                    node,
                    "weapons",
                    "a weapon is named by its kind, its calibre or both",
                    "add kind:, calibre-at-least-mm: or calibre-over-mm:");
        }
        if (map.find("calibre-at-least-mm").isPresent()) {
            map.find("calibre-over-mm")
                    .ifPresent(over -> problems.add(
                            over,
                            "calibre-over-mm",
                            "'calibre-at-least-mm' and 'calibre-over-mm' may not stand together",
                            "keep one of the two"));
        }
        return new Agreement.WeaponClass(
                map.findCode("kind", Weapon.class),
                map.findThousandths("calibre-at-least-mm"),
                map.findThousandths("calibre-over-mm"));
    }

    private Optional<Agreement.LineZone> line(Node node) {
        YamlMap map =
                YamlMap.open(node, List.of("line"), List.of("within-km", "side-of"), problems);
        map.requireAnyOf("within-km", "side-of", node);
        String line = map.find("line")
                .flatMap(id -> map.usedId("line", id, names.lines()::use))
                .orElse("");
        OptionalInt withinMetres = map.findThousandths("within-km");
        Optional<String> sideOf =
                map.find("side-of").flatMap(id -> map.usedId("side-of", id, names.actors()::use));
        return withinMetres.isEmpty() && sideOf.isEmpty()
                ? Optional.empty()
                : Optional.of(new Agreement.LineZone(line, withinMetres, sideOf));
    }

    private Optional<Agreement.When> when(YamlMap map) {
        Optional<Moment> from = map.findMoment("in-force-from");
        Optional<Moment> to = map.findMoment("in-force-to");
        Spans.noteReversed(map, from, to, "in-force-to");
        Optional<Agreement.Hours> hours = map.find("hours").flatMap(node -> hours(map, node));
        return from.isEmpty() && to.isEmpty() && hours.isEmpty()
                ? Optional.empty()
                : Optional.of(new Agreement.When(from, to, hours));
    }

    private Optional<Agreement.Hours> hours(YamlMap prohibition, Node node) {
        YamlMap map = prohibition.open("hours", List.of("from", "to"), List.of());
        Optional<LocalTime> from = map.findClock("from");
        Optional<LocalTime> to = map.findClock("to");
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        if (from.equals(to)) {
            problems.add(
                    node,
                    "hours",
                    "the hours end when they begin",
                    "leave 'hours' out where it applies all day");
            return Optional.empty();
        }
        return Optional.of(new Agreement.Hours(from.get(), to.get()));
    }
}
