package org.truce.app.cli;

import org.truce.app.feed.ImportResult;
import org.truce.app.feed.Importer;
import org.truce.app.feed.RandomSealer;
import org.truce.app.store.EntryStore;
import org.truce.assess.AssessSettings;
import org.truce.assess.History;
import org.truce.base.Moment;
import org.truce.base.Phrases;
import org.truce.show.Asked;
import org.truce.show.Disclosure;
import org.truce.show.Overview;
import org.truce.show.Overviews;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = {
            "Say from the bundled register whether the ceasefire in south-west Syria held.",
            "Writes the situation report and serves the page at http://localhost:8080."
        })
final class DemoCommand implements Callable<Integer> {
    private static final String SAMPLE = "southwest-syria";

    private final Surroundings surroundings;

    @Option(names = "--no-serve", description = "Stop after the report.")
    private boolean noServe;

    @Option(
            names = "--store",
            paramLabel = "FILE",
            description = "The store to use; target/demo/demo.truce when not given.")
    private Optional<Path> store = Optional.empty();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Where the report goes; target/demo when not given.")
    private Optional<Path> out = Optional.empty();

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Path home = Path.of(System.getProperty("truce.home", ""));
        Path folder = home.resolve("samples").resolve(SAMPLE);
        if (!Files.isDirectory(folder)) {
            throw new UsageException(
                    "the bundled sample is not at %s: start the demo with ./truce from a whole checkout"
                            .formatted(folder.toAbsolutePath()));
        }
        Path demo = home.resolve("target").resolve("demo");
        EntryStore entries =
                StoreOption.openOrCreate(store.orElse(demo.resolve("demo.truce")), surroundings);
        ImportResult result = new Importer(
                        entries,
                        new RandomSealer(),
                        new ConsoleProgress(surroundings),
                        surroundings.clock())
                .run(List.of(folder), Optional.empty(), Optional.empty());
        surroundings
                .err()
                .printf(
                        "taken in: %,d rows; already there: %,d; warnings: %,d; refused: %,d%n",
                        result.accepted(),
                        result.duplicates(),
                        result.warnings(),
                        result.defectCount());
        Basis basis = Basis.of(entries, Optional.empty(), surroundings.clock());
        Asked question = question();
        History history = new History(basis.entries(), AssessSettings.USUAL);
        say(history, question);
        ReportCommand.write(
                entries,
                basis,
                history,
                question,
                Phrases.in("en"),
                out.orElse(demo),
                surroundings);
        if (noServe) {
            entries.close();
            return 0;
        }
        ServeCommand.serve(
                entries, ServeCommand.PORT, question, AssessSettings.USUAL, surroundings);
        Browser.open("http://localhost:" + ServeCommand.PORT, surroundings);
        return ServeCommand.STAYS;
    }

    /** From the day the truce began to the day before the offensive that ended it. */
    private static Asked question() {
        return new Asked(
                Optional.of("south-west"),
                Optional.of("announced"),
                Optional.of(Moment.get("2017-07-09")),
                Optional.of(Moment.get("2018-06-18")),
                Optional.of(Moment.get("2016-07-01")),
                Optional.of(Moment.get("2017-07-08")),
                Optional.empty());
    }

    private void say(History history, Asked question) {
        Disclosure disclosure = new Disclosure.Holder();
        Overview overview = new Overviews(
                        history,
                        question,
                        surroundings.clock().instant(),
                        disclosure,
                        Phrases.in("en"))
                .build();
        overview.answers()
                .forEach(answer ->
                        surroundings.out().println("* " + String.join(" ", answer.sentences())));
        overview.claims().forEach(claim -> {
            surroundings
                    .out()
                    .printf("%s, %s: \"%s\"%n", claim.speaker(), claim.date(), claim.quote());
            claim.views()
                    .forEach(view -> surroundings
                            .out()
                            .printf(
                                    "  %s: as known then: %s; as known now: %s%n",
                                    view.reading(),
                                    view.then().standingWord(),
                                    view.now().standingWord()));
        });
        surroundings.out().flush();
    }
}
