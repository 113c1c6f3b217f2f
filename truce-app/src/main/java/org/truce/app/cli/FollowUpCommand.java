package org.truce.app.cli;

import org.truce.app.store.EntryStore;
import org.truce.assess.Evidence;
import org.truce.followup.FollowItem;
import org.truce.followup.FollowKind;
import org.truce.followup.FollowList;
import org.truce.show.Disclosure;
import org.truce.show.FollowView;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;

/** Lists one kind of follow-up; six commands of this one form. */
@Command(mixinStandardHelpOptions = true)
final class FollowUpCommand implements Callable<Integer> {
    private static final Map<FollowKind, String> SAYS = Map.of(
            FollowKind.NOTICES,
            "List notices to guarantors and parties: how far each has come, and what is due.",
            FollowKind.COMMITMENTS,
            "List commitments, the obligations of agreements among them, and what became of each.",
            FollowKind.TALKS,
            "List rounds of talks: who came, what they decided, how long after the one before.",
            FollowKind.DEPLOYMENTS,
            "List who was sent where, how many, since when, and under which mandate.",
            FollowKind.CONTRIBUTIONS,
            "List what was pledged, asked for, cleared and delivered.",
            FollowKind.STATEMENTS,
            "List who said what, and which statements are held against the evidence.");

    private final FollowKind kind;
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--area",
            paramLabel = "ID",
            description = "Only what is tied to the area by its place, its agreement or its words.")
    private Optional<String> area = Optional.empty();

    @Option(
            names = "--actor",
            paramLabel = "NAME",
            description = "Only what names the actor, by any name that an agreement gives it.")
    private Optional<String> actor = Optional.empty();

    @Option(names = "--overdue", description = "Only what is due and has not come.")
    private boolean overdue;

    @Mixin
    private BasisOptions basis = new BasisOptions();

    @Option(names = "--json", description = "Print one JSON object a line instead of columns.")
    private boolean json;

    private FollowUpCommand(FollowKind kind, Surroundings surroundings) {
        this.kind = kind;
        this.surroundings = surroundings;
    }

    /** The command of a kind, under its name. */
    static CommandLine of(FollowKind kind, Surroundings surroundings) {
        CommandLine line = new CommandLine(new FollowUpCommand(kind, surroundings));
        line.getCommandSpec().name(kind.code());
        line.getCommandSpec()
                .usageMessage()
                .description(
                        Objects.requireNonNull(SAYS.get(kind)),
                        "As known on a day, and with what was due on that day. Places, sources and"
                                + " texts are shown in full: whoever holds the store sees them.");
        return line;
    }

    @Override
    public Integer call() {
        try (EntryStore entries = store.open(surroundings)) {
            Evidence evidence =
                    Evidence.of(basis.basis(entries, surroundings).entries(), basis.asKnown());
            LocalDate today = basis.asKnown()
                    .orElseGet(() ->
                            LocalDate.ofInstant(surroundings.clock().instant(), evidence.zone()));
            area.ifPresent(id -> Areas.list(evidence.terms(), id, Optional.empty()));
            FollowList list = new FollowList(evidence, today);
            FollowView view = new FollowView(new Disclosure.Holder());
            for (FollowItem item : list.list(kind)) {
                if (isAsked(item, list)) {
                    surroundings.out().println(json ? Json.text(view.of(item)) : columns(item));
                }
            }
            return 0;
        }
    }

    private boolean isAsked(FollowItem item, FollowList list) {
        return (!overdue || item.overdue())
                && area.filter(id -> !item.areas().contains(id)).isEmpty()
                && actor.filter(name ->
                                list.actorsAsked(name).stream().noneMatch(item.actors()::contains))
                        .isEmpty();
    }

    private static String columns(FollowItem item) {
        return String.join(
                "\t",
                List.of(
                        Plain.column(item.id()),
                        item.date().map(LocalDate::toString).orElse(""),
                        item.overdue() ? item.status() + " (overdue)" : item.status(),
                        Plain.column(item.title())));
    }
}
