package org.truce.app.cli;

import org.truce.app.store.EntryStore;
import org.truce.assess.Evidence;
import org.truce.reconcile.Incident;
import org.truce.record.Entry;
import org.truce.show.CompareView;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = {
            "Lay two registers side by side, by day and governorate.",
            "Each incident is agreed, disputed, only the one's, only the other's, or one that the"
                    + " other cannot confirm; the sides' own tallies stand beside, never added up."
        })
final class CompareCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Mixin
    private QuestionOptions question = new QuestionOptions();

    @Option(
            names = "--area",
            paramLabel = "ID",
            description =
                    "Only incidents that lie, or may lie, in this area; tallies are left out.")
    private Optional<String> area = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object a line instead of columns.")
    private boolean json;

    @Parameters(index = "0", paramLabel = "ONE", description = "A register's name.")
    private String one = "";

    @Parameters(index = "1", paramLabel = "OTHER", description = "Another's.")
    private String other = "";

    CompareCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (one.equals(other)) {
            throw new UsageException("the two registers are the same: name two");
        }
        try (EntryStore entries = store.open(surroundings)) {
            question.checkOrder();
            for (String register : List.of(one, other)) {
                if (entries.findLog(register).isEmpty()) {
                    throw new UsageException(
                            "there is no register '%s': 'truce register list' names them"
                                    .formatted(register));
                }
            }
            Evidence evidence = Evidence.of(
                    question.basis(entries, surroundings).entries(), question.asKnown());
            List<Incident> incidents = Asking.list(evidence, question, area);
            List<Entry.Tally> tallies = area.isPresent()
                    ? List.of()
                    : evidence.known().list(Entry.Tally.class).stream()
                            .filter(tally -> tally.published()
                                    .filter(day -> Asking.holds(question, day, evidence.zone()))
                                    .isPresent())
                            .toList();
            CompareView.list(incidents, tallies, evidence, one, other)
                    .forEach(cell ->
                            surroundings.out().println(json ? Json.text(cell) : line(cell)));
            return 0;
        }
    }

    private String line(CompareView cell) {
        StringBuilder tallies = new StringBuilder();
        cell.tallies()
                .forEach(tally -> tallies.append(tallies.isEmpty() ? "" : ", ")
                        .append(Plain.column(tally.side()))
                        .append(' ')
                        .append(tally.count()));
        return String.join(
                "\t",
                cell.day().orElse("day not known"),
                Plain.column(cell.place().orElse("place not known")),
                "agreed " + cell.agreed(),
                "disputed " + cell.disputed(),
                Plain.column("only " + one) + " " + cell.onlyOne(),
                Plain.column("only " + other) + " " + cell.onlyOther(),
                "cannot confirm " + cell.cannotConfirm(),
                "tallies: " + (tallies.isEmpty() ? "none" : tallies));
    }
}
