package org.truce.app.cli;

import org.truce.app.feed.ImportResult;
import org.truce.app.feed.Importer;
import org.truce.app.feed.RandomSealer;
import org.truce.app.store.EntryStore;
import org.truce.base.Coded;
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
        name = "import",
        mixinStandardHelpOptions = true,
        description = {
            "Take files and folders into a store.",
            "Exit code 0 when anything was accepted or already there, 2 when nothing was",
            "or a path is not there."
        })
final class ImportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "reports, coverage, tallies, totals, counts, statements, claims, areas,"
                    + " agreement, register or ucdp-ged; recognised from the content when not"
                    + " given.")
    private Optional<String> format = Optional.empty();

    @Option(
            names = "--register",
            paramLabel = "NAME",
            description = "The register to enter into; the folder's name when not given.")
    private Optional<String> register = Optional.empty();

    @Option(names = "--json", description = "Print the result as JSON on standard output.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "Files and folders to take in.")
    private List<Path> paths = List.of();

    ImportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        Optional<Format> named = format.map(ImportCommand::getFormat);
        register.ifPresent(ImportCommand::checkName);
        checkPaths(paths);
        if (paths.stream().noneMatch(Files::exists)) {
            return finish(Importer.nothingThere(paths));
        }
        try (EntryStore entries = store.openOrCreate(surroundings)) {
            ConsoleProgress progress = new ConsoleProgress(surroundings);
            ImportResult result = new Importer(
                            entries, new RandomSealer(), progress, surroundings.clock())
                    .run(paths, named, register);
            return finish(result);
        }
    }

    private int finish(ImportResult result) {
        if (json) {
            surroundings.out().println(Json.text(result));
        }
        tell(result, surroundings);
        return result.tookAnything() && paths.stream().allMatch(Files::exists) ? 0 : 2;
    }

    /** An empty name is the folder in which one stands: it is meant by nobody. */
    static void checkPaths(List<Path> paths) {
        if (paths.contains(Path.of(""))) {
            throw new UsageException(
                    "a path is empty: name files and folders; for the folder in which you are, .");
        }
    }

    static void checkName(String register) {
        if (register.isBlank() || !register.matches("[^\\p{Cntrl}]{1,100}")) {
            throw new UsageException(
                    "a register's name has 1 to 100 characters, without line breaks");
        }
    }

    static Format getFormat(String code) {
        return Coded.find(Format.class, code)
                .orElseThrow(() -> new UsageException("there is no format '%s': name one of %s"
                        .formatted(code, String.join(", ", Coded.listCodes(Format.class)))));
    }

    /** Each row refused with what to do, then the counts. */
    static void tell(ImportResult result, Surroundings surroundings) {
        result.defects()
                .forEach(defect -> surroundings
                        .err()
                        .printf(
                                "%s:%d%s: %s. To do: %s%n",
                                defect.file(),
                                defect.line(),
                                defect.column().isEmpty() ? "" : " [" + defect.column() + "]",
                                defect.problem(),
                                defect.todo()));
        surroundings
                .err()
                .printf(
                        "accepted: %,d; already there: %,d; warnings: %,d; refused: %,d%n",
                        result.accepted(),
                        result.duplicates(),
                        result.warnings(),
                        result.defectCount());
    }
}
