package org.truce.app.cli;

import org.truce.app.store.EntryStore;
import org.truce.assess.AssessSettings;
import org.truce.assess.Assessor;
import org.truce.assess.Evidence;
import org.truce.assess.Question;
import org.truce.base.Moment;
import org.truce.base.Phrases;
import org.truce.show.AssessView;
import org.truce.terms.AreaReading;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Command(
        name = "assess",
        mixinStandardHelpOptions = true,
        description = {
            "Is it holding? One answer for each reading of the area.",
            "The rule of each status stands in docs/reference/assessment.md."
        })
final class AssessCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--area", required = true, paramLabel = "ID", description = "The area's id.")
    private String area = "";

    @Mixin
    private QuestionOptions asked = new QuestionOptions();

    @Mixin
    private BaselineOptions baseline = new BaselineOptions();

    @Mixin
    private SettingsOption settings = new SettingsOption();

    @Option(names = "--json", description = "Print one JSON object a line instead of sentences.")
    private boolean json;

    AssessCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        Phrases phrases = Phrases.in("en");
        AssessSettings own = settings.read();
        List<Question> questions = new ArrayList<>();
        try (EntryStore entries = store.open(surroundings);
                ExecutorService workers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            Basis basis = asked.basis(entries, own, surroundings);
            Evidence evidence = Evidence.of(basis.entries(), asked.asKnown(), own);
            settings.cautions(evidence).forEach(surroundings.err()::println);
            for (AreaReading place : Areas.list(evidence.terms(), area, asked.reading())) {
                Question question = question(place, basis);
                question.findProblem(evidence.terms()).ifPresent(problem -> {
                    throw new UsageException(phrases.say(problem));
                });
                questions.add(question);
            }
            for (Question question : questions) {
                AssessView view =
                        AssessView.of(Assessor.assessInFull(evidence, question, workers), phrases);
                surroundings.out().println(json ? Json.text(view) : view.sentence());
                if (!json) {
                    view.notes().forEach(surroundings.err()::println);
                }
            }
            return 0;
        }
    }

    private Question question(AreaReading place, Basis basis) {
        Moment from = asked.from().orElseThrow(() -> missing("--from"));
        Moment to = asked.to().orElseThrow(() -> missing("--to"));
        return new Question(
                place.area(),
                place.reading(),
                from,
                to,
                baseline.span(),
                basis.pin().asked());
    }

    private static UsageException missing(String option) {
        return new UsageException(
                option + " is missing: give the first and the last day to assess");
    }
}
