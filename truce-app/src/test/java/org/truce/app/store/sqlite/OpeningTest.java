package org.truce.app.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.store.EntryStore;
import org.truce.app.store.Facts;
import org.truce.app.store.StoreException;
import org.truce.app.store.TestKeys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** What a person is told who names a file that is no store. */
final class OpeningTest {
    @TempDir
    private Path folder;

    @Test
    void aMissingFileIsMadeOnlyWhereSomethingIsToBeTakenIn() {
        Path file = folder.resolve("new/folder/store.db");
        refusedExisting(file)
                .hasMessage("there is no store %s: make it with 'truce import --store %s FILE...'"
                        .formatted(file, file));
        assertThat(folder.resolve("new")).doesNotExist();
        SqliteStore.openOrCreate(file, new TestKeys(), Invented.CLOCK).close();
        assertThat(file).isRegularFile();
        SqliteStore.openExisting(file, new TestKeys(), Invented.CLOCK).close();
    }

    @Test
    void anEmptyFileIsNoStoreYet() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.db"));
        refusedExisting(file)
                .hasMessageContaining("there is no store")
                .hasMessageContaining("truce import");
        assertThat(file).isEmptyFile();
        try (EntryStore store = SqliteStore.openOrCreate(file, new TestKeys(), Invented.CLOCK)) {
            assertThat(store.verify(Optional.empty()).ok()).isTrue();
        }
    }

    @Test
    void aTextFileIsLeftAsItIs() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.txt"), "notes\n".repeat(500));
        refusedBoth(file, "notes.txt cannot be used as a store", "name another file");
        assertThat(file).hasContent("notes\n".repeat(500));
    }

    @Test
    void anotherProgramsDatabaseIsLeftAsItIs() throws SQLException, IOException {
        Path file = folder.resolve("other.db");
        try (Tamper other = new Tamper(file)) {
            other.run("CREATE TABLE track (title TEXT)");
        }
        byte[] before = Files.readAllBytes(file);
        refusedBoth(file, "is a database of another program", "name another file");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void anotherProgramsEmptyDatabaseIsLeftAsItIs() throws SQLException, IOException {
        Path file = folder.resolve("other.gpkg");
        try (Tamper other = new Tamper(file)) {
            other.run("PRAGMA application_id = 1196444487");
        }
        byte[] before = Files.readAllBytes(file);
        refusedBoth(file, "is a database of another program", "name another file");
        assertThat(Files.readAllBytes(file)).isEqualTo(before);
    }

    @Test
    void aStoreOfALaterVersionIsNotTouched() throws SQLException {
        Path file = folder.resolve("later.db");
        SqliteStore.openOrCreate(file, new TestKeys(), Invented.CLOCK).close();
        try (Tamper later = new Tamper(file)) {
            later.run("PRAGMA user_version = 4");
        }
        refusedBoth(file, "written by a later version of Truce", "use that version");
    }

    @Test
    void aFolderIsNoStore() {
        refusedBoth(folder, "is a folder", "name a file in it");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aFileCannotBeAFolderOfAStore() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> SqliteStore.openOrCreate(
                        file.resolve("store.db"), new TestKeys(), Invented.CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("cannot make the folder")
                .hasMessageContaining("choose another");
    }

    @Test
    void aFileThatMayNotBeWrittenToIsRefused() {
        Path file = folder.resolve("store.db");
        SqliteStore.openOrCreate(file, new TestKeys(), Invented.CLOCK).close();
        assertThat(file.toFile().setReadOnly()).isTrue();
        assumeFalse(Files.isWritable(file), "this user may write to every file");
        refusedBoth(file, "may not be written to", "use the copy");
    }

    /** The file's first bytes are those of a store, and nothing else of it is there. */
    @Test
    void aStoreOfWhichHardlyAnythingIsLeftIsRefused() throws IOException {
        Path file = folder.resolve("store.db");
        SqliteStore.openOrCreate(file, new TestKeys(), Invented.CLOCK).close();
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, 600));
        refusedBoth(file, "cannot be used as a store", "put a backup in its place");
    }

    @Test
    void manyMayMakeTheSameStoreAtOnce() {
        for (int round = 0; round < 5; round++) {
            Path file = folder.resolve("store" + round + ".db");
            Invented invented = new Invented(round);
            try (ExecutorService threads = Executors.newFixedThreadPool(6)) {
                IntStream.range(0, 6)
                        .mapToObj(i -> threads.submit(() -> {
                            try (EntryStore store = SqliteStore.openOrCreate(
                                    file, new TestKeys(), Invented.CLOCK)) {
                                return store.append(invented.reports("r" + i, 1, 3));
                            }
                        }))
                        .toList()
                        .forEach(OpeningTest::get);
            }
            try (EntryStore store =
                    SqliteStore.openExisting(file, new TestKeys(), Invented.CLOCK)) {
                assertThat(Facts.of(store)).hasSize(18);
                assertThat(store.verify(Optional.empty()).problems()).isEmpty();
            }
        }
    }

    private static void get(Future<?> task) {
        try {
            task.get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new AssertionError(failed);
        }
    }

    private static void refusedBoth(Path file, String problem, String todo) {
        refusedExisting(file).hasMessageContaining(problem).hasMessageContaining(todo);
        assertThatThrownBy(() -> SqliteStore.openOrCreate(file, new TestKeys(), Invented.CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(problem)
                .hasMessageContaining(todo);
    }

    private static AbstractThrowableAssert<?, ?> refusedExisting(Path file) {
        return assertThatThrownBy(
                        () -> SqliteStore.openExisting(file, new TestKeys(), Invented.CLOCK))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining(file.toString());
    }
}
