package org.truce.app.cli;

import org.truce.app.feed.ImportResult;
import org.truce.app.feed.Importer;
import org.truce.app.feed.RandomSealer;
import org.truce.app.store.EntryStore;
import org.truce.intake.Format;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "correct",
        mixinStandardHelpOptions = true,
        description = {
            "Correct entries: each row of the files takes the place of the entry with its id.",
            "What was said first stays in the log, with the reason why it was corrected."
        })
final class CorrectCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--register",
            required = true,
            paramLabel = "NAME",
            description = "The register whose entries they are.")
    private String register = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why; every reader sees it.")
    private String reason = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "As for import; recognised from the content when not given.")
    private Optional<String> format = Optional.empty();

    @Option(names = "--json", description = "Print the result as JSON on standard output.")
    private boolean json;

    @Parameters(
            arity = "1..*",
            paramLabel = "PATH",
            description = "Files with rows as they should be.")
    private List<Path> paths = List.of();

    CorrectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        checkReason(reason);
        ImportCommand.checkPaths(paths);
        Optional<Format> named = format.map(ImportCommand::getFormat);
        try (EntryStore entries = store.open(surroundings)) {
            checkRegister(entries, register);
            ConsoleProgress progress = new ConsoleProgress(surroundings);
            ImportResult result = new Importer(
                            entries, new RandomSealer(), progress, surroundings.clock())
                    .correct(paths, named, register, reason);
            if (json) {
                surroundings.out().println(Json.text(result));
            }
            ImportCommand.tell(result, surroundings);
            return result.tookAnything() && paths.stream().allMatch(Files::exists) ? 0 : 2;
        }
    }

    static void checkReason(String reason) {
        if (reason.isBlank() || reason.chars().anyMatch(c -> Character.isISOControl(c))) {
            throw new UsageException(
                    "--reason says why, in one line of words that every reader may see");
        }
    }

    static void checkRegister(EntryStore entries, String register) {
        if (entries.findLog(register).isEmpty()) {
            throw new UsageException(
                    "there is no register %s: 'truce register list' shows which there are"
                            .formatted(register));
        }
    }
}
