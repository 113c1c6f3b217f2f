package org.truce.app.cli;

import org.truce.app.store.EntryStore;
import org.truce.assess.Evidence;
import org.truce.followup.FollowItem;
import org.truce.followup.FollowKind;
import org.truce.followup.FollowList;
import org.truce.followup.NotThere;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Logged;
import org.truce.show.Disclosure;
import org.truce.show.FollowView;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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

    /** An option of commitments only, for nothing else recurs. */
    private boolean allPeriods;

    private FollowUpCommand(FollowKind kind, Surroundings surroundings) {
        this.kind = kind;
        this.surroundings = surroundings;
    }

    /** The command of a kind, under its name. */
    static CommandLine of(FollowKind kind, Surroundings surroundings) {
        FollowUpCommand command = new FollowUpCommand(kind, surroundings);
        CommandLine line = new CommandLine(command);
        line.getCommandSpec().name(kind.code());
        if (kind == FollowKind.COMMITMENTS) {
            line.getCommandSpec()
                    .addOption(CommandLine.Model.OptionSpec.builder("--all-periods")
                            .type(boolean.class)
                            .description("With --json: of what recurs every period, not only the"
                                    + " latest and the first that waits.")
                            .setter(new CommandLine.Model.ISetter() {
                                @Override
                                public <T> T set(T value) {
                                    command.allPeriods = Boolean.TRUE.equals(value);
                                    return value;
                                }
                            })
                            .build());
        }
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
            List<Logged> all = basis.basis(entries, surroundings).entries();
            Evidence evidence = Evidence.of(all, basis.asKnown());
            LocalDate today = basis.asKnown()
                    .orElseGet(() ->
                            LocalDate.ofInstant(surroundings.clock().instant(), evidence.zone()));
            area.ifPresent(id -> Areas.list(evidence.terms(), id, Optional.empty()));
            FollowList list = new FollowList(evidence, today);
            Optional<Set<String>> actors = actor.map(name -> getActors(name, list, all, today));
            FollowView view = new FollowView(new Disclosure.Holder(), allPeriods);
            for (FollowItem item : list.list(kind)) {
                if (isAsked(item, actors)) {
                    surroundings.out().println(json ? Json.text(view.of(item)) : columns(item));
                }
            }
            if (kind == FollowKind.COMMITMENTS && area.isEmpty() && actor.isEmpty()) {
                tellNotThere(all, evidence);
            }
            return 0;
        }
    }

    /** Whoever is named on a later day only is known, and had nothing to do with it yet. */
    private static Set<String> getActors(
            String name, FollowList list, List<Logged> all, LocalDate today) {
        Set<String> actors = list.actorsAsked(name);
        if (actors.isEmpty()) {
            Evidence everything = Evidence.of(all, Optional.empty());
            FollowList later = new FollowList(everything, today);
            actors = later.actorsAsked(name);
            Set<String> known = later.listActors();
            everything.listAgreements().stream()
                    .flatMap(agreement -> agreement.actors().stream())
                    .forEach(one -> known.add(one.id()));
            if (!actors.isEmpty()) {
                return actors;
            }
            throw new UsageException("no actor '%s': %s"
                    .formatted(
                            name,
                            known.isEmpty()
                                    ? "the store names none yet; import an agreement (YAML)"
                                    : "choose one of " + String.join(", ", known)));
        }
        return actors;
    }

    /** No line stands for what is about something that is not there; it is told beside them. */
    private void tellNotThere(List<Logged> all, Evidence evidence) {
        Set<Entry> known = new HashSet<>(evidence.known().entries());
        new NotThere(Evidence.known(all, Optional.empty()).entries())
                .list().stream()
                        .filter(missing -> known.contains(missing.entry()))
                        .forEach(missing -> surroundings
                                .err()
                                .printf(
                                        "%s %s names %s '%s', which is not in the record%n",
                                        EntryCodec.kindOf(missing.entry()),
                                        missing.entry().id(),
                                        missing.column(),
                                        missing.named()));
    }

    private boolean isAsked(FollowItem item, Optional<Set<String>> actors) {
        return (!overdue || item.overdue())
                && area.filter(id -> !item.areas().contains(id)).isEmpty()
                && actors.filter(ids -> ids.stream().noneMatch(item.actors()::contains))
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
