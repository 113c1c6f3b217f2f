package org.truce.app.cli;

import org.truce.app.keys.KeyFolder;
import org.truce.app.store.EntryStore;
import org.truce.app.store.sqlite.SqliteBackup;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

@Command(
        name = "backup",
        mixinStandardHelpOptions = true,
        description = {
            "Copy a store to another file while others go on writing, and check the copy.",
            "Its review queue is copied beside it.",
            "Keys are not in it: keep the key folder elsewhere, or what is in the store cannot be"
                    + " continued. Exit code 1 when the store is not whole: then no copy is kept."
        })
final class BackupCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--json", description = "Print the result as JSON on standard output.")
    private boolean json;

    @Parameters(paramLabel = "TARGET", description = "The file to write; it must not be there yet.")
    private Path target = Path.of("");

    /** The stable JSON shape. */
    record BackedUp(
            String backup,
            long entries,
            long bytes,
            int reviewFiles,
            boolean ok,
            List<String> problems,
            List<EntryStore.CheckedRegister> registers) {}

    BackupCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /**
     * One file holds all entries. The review queue and the folder of attached files are to be
     * copied after it: what the copied entries name is then there, and a review whose entry the
     * copy lacks waits as unfinished.
     */
    @Override
    public Integer call() throws IOException {
        // Opened once as always: so a missing store, or one of an earlier version, is told of.
        store.open(surroundings).close();
        EntryStore.Check check = SqliteBackup.write(store.file(), target, surroundings.clock());
        long bytes = check.ok() ? Files.size(target) : 0;
        int reviewFiles = check.ok() ? store.queue(surroundings).copyBeside(target) : 0;
        if (json) {
            surroundings
                    .out()
                    .println(Json.text(new BackedUp(
                            String.valueOf(target.getFileName()),
                            check.entries(),
                            bytes,
                            reviewFiles,
                            check.ok(),
                            check.problems(),
                            check.registers())));
        }
        check.problems().forEach(surroundings.err()::println);
        if (!check.ok()) {
            surroundings
                    .err()
                    .println("no backup was kept: the store is not whole. Copy the file and what"
                            + " lies beside it as they are, then see what 'truce verify'"
                            + " names");
            return 1;
        }
        surroundings
                .err()
                .printf(
                        "written and checked: %s (%,d entries, %,d bytes; %,d files of the review"
                                + " queue). The keys are not in it:"
                                + " copy the folder %s to a place of its own%n",
                        target,
                        check.entries(),
                        bytes,
                        reviewFiles,
                        KeyFolder.beside(store.file()).getFileName());
        return 0;
    }
}
