package org.truce.app.cli;

import org.truce.app.attach.Attachments;
import org.truce.app.attach.BundledFiles;
import org.truce.app.exchange.BundleFile;
import org.truce.app.exchange.Exporter;
import org.truce.app.feed.RandomSealer;
import org.truce.app.store.EntryStore;
import org.truce.proof.SignedNote;
import org.truce.record.Bundle;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

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

    @Option(
            names = "--attachments",
            description = "With --protected: the files of the attachments among these entries too,"
                    + " into the folder BUNDLE.files beside it.")
    private boolean attachments;

    @Option(names = "--json", description = "Print the result as JSON on standard output.")
    private boolean json;

    @Parameters(paramLabel = "BUNDLE", description = "The file to write.")
    private Path bundle = Path.of("");

    /** The stable JSON shape; entries {@code from} to {@code to} are in the file. */
    record Exported(
            String register,
            String origin,
            long from,
            long to,
            long entries,
            boolean withValues,
            long files) {}

    ExportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (attachments && !protectedToo) {
            throw new UsageException("--attachments hands over files, which are protected as values"
                    + " are: give --protected too, for somebody entitled to them");
        }
        try (EntryStore entries = store.open(surroundings)) {
            Exporter exporter = new Exporter(entries);
            EntryStore.Log log = exporter.getLog(register);
            StoreOption.checkWhole(entries, Optional.of(register));
            Bundle cut = exporter.bundle(log, size(exporter, log), protectedToo);
            BundledFiles.Written files = write(entries, cut);
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
                                protectedToo,
                                files.files())));
            }
            surroundings
                    .err()
                    .printf(
                            "written: %s (%,d entries of register %s, %s protected values)%n",
                            bundle, cut.rows().size(), register, protectedToo ? "with" : "without");
            if (attachments) {
                surroundings
                        .err()
                        .printf(
                                "written: %s (files of attachments: %,d; not here: %,d). Hand it on"
                                        + " together with the bundle%n",
                                BundledFiles.beside(bundle), files.files(), files.notHere());
            }
            return 0;
        }
    }

    /** First the files: a bundle that is there has them beside it. */
    private BundledFiles.Written write(EntryStore entries, Bundle cut) {
        if (!attachments) {
            BundleFile.write(cut, bundle);
            return new BundledFiles.Written(0, 0);
        }
        EntryCodec codec = new EntryCodec();
        Set<String> ids = cut.rows().stream()
                .map(row -> codec.open(row.row().body(), Map.of()))
                .filter(Entry.Attachment.class::isInstance)
                .map(Entry::id)
                .collect(Collectors.toSet());
        List<Attachments.Item> items = new Attachments(entries, new RandomSealer())
                .list().stream()
                        .filter(item -> item.entry().register().equals(register)
                                && ids.contains(item.entry().id()))
                        .toList();
        BundledFiles.Written files = BundledFiles.write(items, store.files(surroundings), bundle);
        try {
            BundleFile.write(cut, bundle);
            return files;
        } catch (RuntimeException refused) {
            BundledFiles.discard(bundle);
            throw refused;
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
