package org.truce.app.cli;

import org.truce.app.store.EntryStore;
import org.truce.assess.Evidence;
import org.truce.base.Phrases;
import org.truce.reconcile.Incident;
import org.truce.show.Disclosure;
import org.truce.show.IncidentView;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "incidents",
        mixinStandardHelpOptions = true,
        description = {
            "List incidents with their reports and findings.",
            "Places are exact here: whoever holds the store file sees what is in it."
        })
final class IncidentsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--area", paramLabel = "ID", description = "Only those in, or possibly in, it.")
    private Optional<String> area = Optional.empty();

    @Mixin
    private QuestionOptions question = new QuestionOptions();

    @Option(names = "--json", description = "Print one JSON object a line instead of columns.")
    private boolean json;

    IncidentsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (EntryStore entries = store.open(surroundings)) {
            question.checkOrder();
            Evidence evidence = Evidence.of(
                    question.basis(entries, surroundings).entries(), question.asKnown());
            Disclosure disclosure = new Disclosure.Holder();
            Phrases phrases = Phrases.in("en");
            for (Incident incident : Asking.list(evidence, question, area)) {
                IncidentView view = IncidentView.of(incident, evidence, disclosure, phrases);
                print(question.reading().map(view::under).orElse(view));
            }
            return 0;
        }
    }

    private void print(IncidentView view) {
        surroundings
                .out()
                .println(
                        json
                                ? Json.text(view)
                                : String.join(
                                        "\t",
                                        Plain.column(view.id()),
                                        view.occurredFrom(),
                                        Plain.column(view.place().orElse("")),
                                        view.type(),
                                        view.status()));
    }
}
