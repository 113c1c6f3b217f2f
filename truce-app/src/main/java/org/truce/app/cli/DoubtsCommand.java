package org.truce.app.cli;

import org.truce.app.store.EntryStore;
import org.truce.assess.Evidence;
import org.truce.base.Phrases;
import org.truce.show.DoubtView;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

@Command(
        name = "doubts",
        mixinStandardHelpOptions = true,
        description = {
            "List pairs of reports of which it is in doubt whether they are one incident.",
            "First the pair on which a decision would put most right: 'truce decide link' or"
                    + " 'truce decide split' settles it."
        })
final class DoubtsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private BasisOptions asked = new BasisOptions();

    @Option(
            names = "--first",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many, 1 or more; ${DEFAULT-VALUE} when not given.")
    private int first = 0;

    @Option(names = "--json", description = "Print one JSON object a line instead of columns.")
    private boolean json;

    DoubtsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (first < 1) {
            throw new UsageException("--first takes a number of 1 or more");
        }
        try (EntryStore entries = store.open(surroundings)) {
            Evidence evidence =
                    Evidence.of(asked.basis(entries, surroundings).entries(), asked.asKnown());
            DoubtView.list(evidence, first, Phrases.in("en"))
                    .forEach(doubt ->
                            surroundings.out().println(json ? Json.text(doubt) : line(doubt)));
            surroundings
                    .err()
                    .printf("%,d pairs in doubt%n", evidence.listDoubts().size());
            return 0;
        }
    }

    private static String line(DoubtView doubt) {
        return String.join(
                "\t",
                Plain.column(doubt.one()),
                Plain.column(doubt.other()),
                String.valueOf(doubt.probability()),
                doubt.incidents().size() == 1 ? "together" : "apart");
    }
}
