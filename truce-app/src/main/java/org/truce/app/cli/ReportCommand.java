package org.truce.app.cli;

import org.truce.app.exchange.Prover;
import org.truce.app.pages.ReportFiles;
import org.truce.app.store.EntryStore;
import org.truce.assess.AssessSettings;
import org.truce.assess.History;
import org.truce.base.Phrases;
import org.truce.show.Asked;
import org.truce.show.Disclosure;
import org.truce.show.Overviews;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description =
                "Write a situation report as HTML and plain text, every figure linked to entries,"
                        + " and beside it the proofs of all entries cited.")
final class ReportCommand implements Callable<Integer> {
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

    @Option(names = "--language", paramLabel = "LANG", description = "en or ar.")
    private String language = "en";

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where to write.")
    private Path out = Path.of("");

    ReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException {
        AssessSettings own = settings.read();
        try (EntryStore entries = store.open(surroundings)) {
            Asked question = new Asked(
                    Optional.of(area),
                    asked.reading(),
                    asked.from(),
                    asked.to(),
                    baseline.from(),
                    baseline.to(),
                    asked.asKnown());
            Basis basis = asked.basis(entries, own, surroundings);
            History history = new History(basis.entries(), own);
            settings.cautions(history.on(asked.asKnown())).forEach(surroundings.err()::println);
            write(entries, basis, history, question, language(), out, surroundings);
            return 0;
        }
    }

    private Phrases language() {
        if (!language.equals("en") && !language.equals("ar")) {
            throw new UsageException("--language takes en or ar, not '%s'".formatted(language));
        }
        return Phrases.in(language);
    }

    /** Writes the files and names them on standard error. */
    static void write(
            EntryStore store,
            Basis basis,
            History history,
            Asked question,
            Phrases phrases,
            Path out,
            Surroundings surroundings) {
        Instant now = basis.pin().asked();
        Disclosure disclosure =
                new Disclosure.Reader(history.on(question.asKnown()).known().registers(), now);
        Overviews overviews = new Overviews(history, question, now, disclosure, phrases);
        overviews.findProblem().ifPresent(problem -> {
            throw new UsageException(phrases.say(problem));
        });
        try {
            Prover prover = new Prover(store);
            new ReportFiles(
                            history,
                            disclosure,
                            phrases,
                            cited -> prover.prove(
                                    Prover.choose(basis.entries(), cited), basis.pin()))
                    .write(overviews, out)
                    .forEach(file -> surroundings.err().println("written: " + file));
        } catch (IOException refused) {
            throw new UsageException(
                    "the report cannot be written to %s (%s): name another folder with --out"
                            .formatted(out, refused.getMessage()));
        }
    }
}
