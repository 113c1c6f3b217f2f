package org.truce.app.cli;

import org.truce.app.store.EntryStore;
import org.truce.assess.AnswerWording;
import org.truce.assess.AssessSettings;
import org.truce.assess.Assessor;
import org.truce.assess.Evidence;
import org.truce.assess.Question;
import org.truce.assess.Status;
import org.truce.base.Moment;
import org.truce.base.Phrases;
import org.truce.show.Disclosure;
import org.truce.show.ReadingsView;
import org.truce.terms.AreaReading;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "readings",
        mixinStandardHelpOptions = true,
        description = {
            "Where readings of an area or a line differ, and how much depends on them.",
            "A line a reading, then the incidents whose finding differs, then one sentence. With"
                    + " --from and --to an area's status stands beside."
        })
final class ReadingsCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--from",
            paramLabel = "T",
            description = "Only incidents from then on; 2017-07-09 is that whole local day.")
    private Optional<String> from = Optional.empty();

    @Option(
            names = "--to",
            paramLabel = "T",
            description = "Only incidents up to then; a bare date is inside.")
    private Optional<String> to = Optional.empty();

    @Mixin
    private BaselineOptions baseline = new BaselineOptions();

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Mixin
    private BasisOptions basisOptions = new BasisOptions();

    @Option(names = "--json", description = "Print one JSON object instead of columns.")
    private boolean json;

    @Parameters(index = "0", paramLabel = "PLACE", description = "The id of an area or a line.")
    private String place = "";

    ReadingsCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Optional<Moment> first = from.map(text -> QuestionOptions.getMoment("--from", text));
        Optional<Moment> last = to.map(text -> QuestionOptions.getMoment("--to", text));
        QuestionOptions.checkOrder(first, last);
        Phrases phrases = Phrases.in("en");
        AssessSettings own = settings.read();
        try (EntryStore entries = store.open(surroundings)) {
            Basis basis = basisOptions.basis(entries, own, surroundings);
            Evidence evidence = Evidence.of(basis.entries(), basisOptions.asKnown(), own);
            settings.cautions(evidence).forEach(surroundings.err()::println);
            AnswerWording.settings(own).map(phrases::say).ifPresent(surroundings.err()::println);
            List<AreaReading> places = Areas.listWithLines(evidence.terms(), place);
            ReadingsView view = ReadingsView.of(
                    places,
                    statuses(evidence, places, first, last, basis),
                    Asking.list(evidence, first, last),
                    evidence,
                    new Disclosure.Holder(),
                    phrases);
            if (json) {
                surroundings.out().println(Json.text(view));
            } else {
                print(view, phrases);
            }
            return 0;
        }
    }

    /** Only areas are assessed, and only between two days. */
    private Map<Optional<String>, Status> statuses(
            Evidence evidence,
            List<AreaReading> places,
            Optional<Moment> first,
            Optional<Moment> last,
            Basis basis) {
        Map<Optional<String>, Status> statuses = new LinkedHashMap<>();
        if (first.isEmpty() || last.isEmpty()) {
            return statuses;
        }
        for (AreaReading one : places) {
            if (one.outline().isLine()) {
                continue;
            }
            Question question = new Question(
                    one.area(),
                    one.reading(),
                    first.get(),
                    last.get(),
                    baseline.span(),
                    basis.pin().asked());
            question.findProblem(evidence.terms()).ifPresent(problem -> {
                throw new UsageException(Phrases.in("en").say(problem));
            });
            statuses.put(one.reading(), Assessor.assess(evidence, question).status());
        }
        return statuses;
    }

    private void print(ReadingsView view, Phrases phrases) {
        for (ReadingsView.Reading reading : view.readings()) {
            surroundings
                    .out()
                    .println(String.join(
                            "\t",
                            Plain.column(reading.reading().orElse("the only reading")),
                            Plain.column(reading.name()),
                            reading.status()
                                    .map(code -> phrases.say("assess.status-" + code))
                                    .orElse("no status asked"),
                            "breaches " + reading.breaches(),
                            "undetermined " + reading.undetermined(),
                            "no breach " + reading.noBreach()));
        }
        view.differing().forEach(this::print);
        surroundings.out().println(view.sentence());
    }

    private void print(ReadingsView.Differing differing) {
        for (ReadingsView.Under under : differing.under()) {
            surroundings
                    .out()
                    .println(String.join(
                            "\t",
                            Plain.column(differing.id()),
                            differing.occurredFrom(),
                            differing.type(),
                            Plain.column(under.reading().orElse("the only reading")),
                            under.verdict(),
                            String.join(",", under.decidedBy()),
                            Plain.column(under.because())));
        }
    }
}
