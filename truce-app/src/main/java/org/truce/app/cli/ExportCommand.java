package org.truce.app.cli;

import org.truce.app.exchange.BundleFile;
import org.truce.app.exchange.Exporter;
import org.truce.app.store.EntryStore;
import org.truce.proof.SignedNote;
import org.truce.record.Bundle;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Write a register's signed entries into one file that another node can take in.",
            "Protected values (sources, exact places, names, notes) stay here unless --protected."
        })
final class ExportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--register", required = true, paramLabel = "NAME", description = "Whose log.")
    private String register = "";

    @Option(
            names = "--since",
            paramLabel = "CHECKPOINT",
            description = "Only what came after it: a file with a signed checkpoint of the other"
                    + " node, or a number of entries.")
    private Optional<String> since = Optional.empty();

    @Option(
            names = "--protected",
            description = "Hand protected values over too, to somebody entitled to them.")
    private boolean protectedToo;

    @Option(names = "--json", description = "Print the result as JSON on standard output.")
    private boolean json;

    @Parameters(paramLabel = "BUNDLE", description = "The file to write.")
    private Path bundle = Path.of("");

    /** The stable JSON shape; entries {@code from} to {@code to} are in the file. */
    record Exported(
            String register, String origin, long from, long to, long entries, boolean withValues) {}

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (EntryStore entries = store.open(surroundings)) {
            Exporter exporter = new Exporter(entries);
            EntryStore.Log log = exporter.getLog(register);
            store.checkWhole(entries, Optional.of(register));
            Bundle cut = exporter.bundle(log, size(exporter, log), protectedToo);
            BundleFile.write(cut, bundle);
            long from = cut.before().size() + 1;
            if (json) {
                surroundings
                        .out()
                        .println(Json.text(new Exported(
                                register,
                                cut.origin(),
                                from,
                                log.size(),
                                cut.rows().size(),
                                protectedToo)));
            }
            surroundings
                    .err()
                    .printf(
                            "written: %s (%,d entries of register %s, %s protected values)%n",
                            bundle, cut.rows().size(), register, protectedToo ? "with" : "without");
            return 0;
        }
    }

    private long size(Exporter exporter, EntryStore.Log log) {
        if (since.isEmpty()) {
            return 0;
        }
        String given = since.get();
        if (given.matches("[0-9]{1,15}")) {
            return Long.parseLong(given);
        }
        try {
            return exporter.sizeOf(log, SignedNote.parse(Files.readString(Path.of(given))));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new UsageException(
                    "--since takes a number of entries or a file with a signed checkpoint, as"
                            + " 'truce checkpoint' prints it, not '%s'".formatted(given));
        }
    }
}
