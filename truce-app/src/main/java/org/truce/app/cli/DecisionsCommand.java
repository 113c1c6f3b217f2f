package org.truce.app.cli;

import org.truce.app.store.EntryStore;
import org.truce.show.DecisionList;
import org.truce.show.Disclosure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

@Command(
        name = "decisions",
        mixinStandardHelpOptions = true,
        description = {
            "List the decisions of people, and what has become of each.",
            "Who decided is named: whoever holds the store file sees what is in it."
        })
final class DecisionsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private BasisOptions asked = new BasisOptions();

    @Option(names = "--json", description = "Print one JSON object a line instead of columns.")
    private boolean json;

    DecisionsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (EntryStore entries = store.open(surroundings)) {
            DecisionList.of(
                            asked.basis(entries, surroundings).entries(),
                            asked.asKnown(),
                            new Disclosure.Holder())
                    .forEach(listed ->
                            surroundings.out().println(json ? Json.text(listed) : line(listed)));
            return 0;
        }
    }

    private static String line(DecisionList.Listed listed) {
        return String.join(
                "\t",
                Plain.column(listed.register() + ":" + listed.id()),
                listed.on(),
                listed.act() + listed.actor().map(" "::concat).orElse(""),
                Plain.column(String.join(" ", listed.about())),
                listed.state() + listed.stateBy().map(" by "::concat).orElse(""),
                listed.why());
    }
}
