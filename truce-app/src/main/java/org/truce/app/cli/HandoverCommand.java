package org.truce.app.cli;

import org.truce.app.store.EntryStore;
import org.truce.assess.Evidence;
import org.truce.base.Phrases;
import org.truce.followup.Handover;
import org.truce.record.Logged;
import org.truce.show.HandoverText;
import org.truce.show.HandoverView;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "handover",
        mixinStandardHelpOptions = true,
        description = {
            "What one shift tells the next: open points, notices that wait, what is due and what"
                    + " came.",
            "Names stand here as they are: whoever holds the store file sees what is in it."
        })
final class HandoverCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--since",
            paramLabel = "T",
            description = "From when on something is new; the last handover when not given.")
    private Optional<String> since = Optional.empty();

    @Option(names = "--json", description = "Print JSON on standard output.")
    private boolean json;

    HandoverCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (EntryStore entries = store.open(surroundings)) {
            StoreOption.checkWhole(entries, Optional.empty());
            List<Logged> all = entries.listAll();
            Optional<Instant> from = since.map(text ->
                    QuestionOptions.getMoment("--since", text).startIn(Evidence.zoneOf(all)));
            HandoverView view =
                    HandoverView.of(Handover.of(all, from, surroundings.clock().instant()));
            if (json) {
                surroundings.out().println(Json.text(view));
            } else {
                HandoverText.lines(view, Evidence.zoneOf(all), Phrases.in("en"))
                        .forEach(surroundings.out()::println);
            }
            return 0;
        }
    }
}
