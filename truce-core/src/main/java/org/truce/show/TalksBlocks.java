package org.truce.show;

import org.truce.followup.FollowItem;
import org.truce.followup.FollowKind;
import org.truce.record.FollowUp;
import org.truce.record.Presence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Processes of talks: each round in its order of time, with the days between two of them. */
final class TalksBlocks {
    private final FollowLines lines;

    TalksBlocks(FollowLines lines) {
        this.lines = lines;
    }

    /** One part for each process, the one that began first before the others. */
    List<FollowPage.Section> list(List<FollowItem> items) {
        Map<String, List<FollowItem>> processes = new LinkedHashMap<>();
        for (FollowItem item : items) {
            processes
                    .computeIfAbsent(talks(item).round().process(), p -> new ArrayList<>())
                    .add(item);
        }
        List<FollowPage.Section> sections = new ArrayList<>();
        processes.forEach((process, rounds) ->
                sections.add(FollowPage.Section.of(process, List.of(), blocks(rounds))));
        return sections;
    }

    static FollowItem.OfTalks talks(FollowItem item) {
        if (item.detail() instanceof FollowItem.OfTalks of) {
            return of;
        }
        throw new IllegalArgumentException("no round of talks: " + item.id());
    }

    private List<FollowPage.Block> blocks(List<FollowItem> rounds) {
        List<FollowPage.Block> blocks = new ArrayList<>();
        for (FollowItem item : rounds) {
            talks(item)
                    .gapDays()
                    .filter(days -> !blocks.isEmpty())
                    .map(days -> new FollowPage.Gap(lines.say("promised.gap", Long.toString(days))))
                    .ifPresent(blocks::add);
            blocks.add(new FollowPage.Cards(List.of(card(item))));
        }
        return blocks;
    }

    private FollowPage.Card card(FollowItem item) {
        FollowUp.Round round = talks(item).round();
        List<FollowPage.Fact> facts = new ArrayList<>();
        add("promised.label-when", List.of(when(item)), facts);
        add("promised.label-where", FollowLines.lines(round.place()), facts);
        add("promised.label-convened", FollowLines.lines(round.convenedBy()), facts);
        for (Presence presence : Presence.values()) {
            List<FollowPage.Line> who = round.delegations().stream()
                    .filter(one -> one.presence() == presence)
                    .map(this::delegation)
                    .map(FollowPage.Line::of)
                    .toList();
            if (!who.isEmpty()) {
                facts.add(new FollowPage.Fact(lines.code("followup.presence.", presence), who));
            }
        }
        add("promised.label-agenda", FollowLines.lines(round.agenda()), facts);
        add("promised.label-outcomes", FollowLines.lines(round.outcomes()), facts);
        add("promised.label-commitments", commitments(item), facts);
        add("promised.column-source", lines.source(round), facts);
        return new FollowPage.Card(FollowLines.link(round, round.name()), facts);
    }

    private FollowPage.Line when(FollowItem item) {
        FollowUp.Round round = talks(item).round();
        return new FollowPage.Line(
                lines.span(Optional.of(round.from()), Optional.of(round.to())),
                Optional.empty(),
                Optional.of(new FollowPage.Badge(
                        item.status(), lines.say("promised.state." + item.status()))));
    }

    private void add(String label, List<FollowPage.Line> of, List<FollowPage.Fact> facts) {
        if (!of.isEmpty()) {
            facts.add(new FollowPage.Fact(lines.say(label), of));
        }
    }

    private String delegation(FollowUp.Round.Delegation one) {
        String name = lines.actor(one.actor());
        return one.level()
                .map(level -> lines.say("promised.level", name, level))
                .orElse(name);
    }

    private List<FollowPage.Line> commitments(FollowItem round) {
        return talks(round).commitments().stream()
                .flatMap(id ->
                        lines.find(FollowKind.COMMITMENTS, round.entry().register(), id).stream())
                .map(item -> new FollowPage.Line(
                        lines.what(CommitmentBlocks.state(item)),
                        Optional.of(FollowLines.to(item.entry())),
                        Optional.of(lines.standing(CommitmentBlocks.state(item)))))
                .toList();
    }
}
