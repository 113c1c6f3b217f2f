package org.truce.show;

import org.truce.base.LatLon;
import org.truce.followup.FollowItem;
import org.truce.record.FollowUp;
import org.truce.terms.AreaReading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Deployments as a table, and on a map those that the reader may place, in coarse cells. Who
 * disputes a mandate stands beside it, and no side's word is taken for the right one.
 */
final class DeploymentBlocks {
    private static final double MAP_WIDTH_PX = 640;

    private final FollowLines lines;

    DeploymentBlocks(FollowLines lines) {
        this.lines = lines;
    }

    /** The map, where there is anything to draw, and the table; nothing without deployments. */
    List<FollowPage.Block> list(List<FollowItem> items) {
        if (items.isEmpty()) {
            return List.of();
        }
        List<FollowPage.Block> blocks = new ArrayList<>();
        findMap(items).ifPresent(blocks::add);
        blocks.add(new FollowPage.Table(
                "",
                Stream.of(
                                "promised.column-who",
                                "promised.column-what",
                                "promised.column-where",
                                "promised.column-when",
                                "promised.column-mandate",
                                "promised.column-disputed",
                                "promised.column-source")
                        .map(lines::say)
                        .toList(),
                items.stream().map(this::row).toList()));
        return blocks;
    }

    static FollowUp.Deployment deployment(FollowItem item) {
        if (item.detail() instanceof FollowItem.OfDeployment of) {
            return of.deployment();
        }
        throw new IllegalArgumentException("no deployment: " + item.id());
    }

    private List<List<FollowPage.Line>> row(FollowItem item) {
        FollowUp.Deployment deployment = deployment(item);
        List<FollowPage.Line> who = new ArrayList<>();
        who.add(FollowLines.link(deployment, lines.actor(deployment.actor())));
        if (!deployment.partners().isEmpty()) {
            who.add(FollowPage.Line.of(lines.say("promised.with")));
            who.addAll(lines.actors(deployment.partners()));
        }
        List<FollowPage.Line> what = new ArrayList<>();
        what.add(FollowPage.Line.of(
                lines.code("followup.deployment.", deployment.deploymentKind())));
        FollowUpFields.number(deployment.numberMin(), deployment.numberMax())
                .map(number -> FollowPage.Line.of(lines.say("promised.number", number)))
                .ifPresent(what::add);
        return List.of(
                who,
                what,
                where(deployment),
                List.of(new FollowPage.Line(
                        lines.span(deployment.from(), deployment.to()),
                        Optional.empty(),
                        Optional.of(new FollowPage.Badge(
                                item.status(), lines.say("promised.state." + item.status()))))),
                mandate(deployment),
                deployment.disputedBy().isEmpty()
                        ? List.of(FollowPage.Line.of(lines.say("promised.no-dispute")))
                        : lines.actors(deployment.disputedBy()),
                lines.source(deployment));
    }

    private List<FollowPage.Line> where(FollowUp.Deployment deployment) {
        List<String> where = Stream.concat(
                        lines.disclosure.deploymentPlace(deployment).stream(),
                        deployment.place().admin1().stream()
                                .filter(one -> lines.disclosure.tellsDeployment(deployment)))
                .distinct()
                .toList();
        return where.isEmpty()
                ? List.of(FollowPage.Line.of(lines.say(
                        lines.disclosure.tellsDeployment(deployment)
                                ? "show.place-withheld"
                                : "promised.place-later")))
                : FollowLines.lines(where);
    }

    private List<FollowPage.Line> mandate(FollowUp.Deployment deployment) {
        return Stream.concat(
                        Stream.of(FollowPage.Line.of(
                                lines.code("followup.mandate.", deployment.mandate()))),
                        lines.under(deployment.register(), deployment.mandateUnder()).stream())
                .toList();
    }

    private Optional<FollowPage.Drawn> findMap(List<FollowItem> items) {
        Map<LatLon, List<String>> cells = new LinkedHashMap<>();
        for (FollowItem item : items) {
            FollowUp.Deployment deployment = deployment(item);
            if (isPlaced(deployment)) {
                lines.disclosure
                        .deploymentPoint(deployment)
                        .map(Disclosure::cellOf)
                        .ifPresent(cell -> cells.computeIfAbsent(cell, c -> new ArrayList<>())
                                .add(words(deployment)));
            }
        }
        if (cells.isEmpty()) {
            return Optional.empty();
        }
        List<AreaReading> areas = areas();
        Frame frame = Outlines.frame(
                areas.stream().map(AreaReading::outline).toList(),
                List.copyOf(cells.keySet()),
                MAP_WIDTH_PX);
        List<FollowPage.Cell> drawn = new ArrayList<>();
        cells.forEach((cell, words) -> {
            String[] xy = frame.xy(cell).split(",");
            drawn.add(new FollowPage.Cell(
                    xy[0], xy[1], String.join(lines.say("show.list-semicolon"), words)));
        });
        return Optional.of(new FollowPage.Drawn(
                frame,
                areas.stream()
                        .map(area -> new Explore.OutlinePath(
                                Outlines.path(area.outline(), frame),
                                Explore.name(area, lines.phrases),
                                false))
                        .toList(),
                drawn,
                lines.say("promised.map-label", cells.size())));
    }

    /** Of each area its first reading: which reading is the right one is no matter here. */
    private List<AreaReading> areas() {
        Set<String> seen = new HashSet<>();
        return lines.evidence.terms().listReadings().stream()
                .filter(reading -> seen.add(reading.area()))
                .toList();
    }

    /** A point for a governorate or a country stands in for it, and would tell what is not so. */
    private static boolean isPlaced(FollowUp.Deployment deployment) {
        return switch (deployment.place().precision()) {
            case EXACT, TOWN, DISTRICT -> true;
            case GOVERNORATE, COUNTRY -> false;
        };
    }

    private String words(FollowUp.Deployment deployment) {
        return Stream.of(
                        lines.actor(deployment.actor()),
                        lines.code("followup.deployment.", deployment.deploymentKind()),
                        lines.span(deployment.from(), deployment.to()),
                        deployment.to().isPresent() ? "" : lines.say("promised.state.no-end-known"))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(lines.say("show.list-comma")));
    }
}
