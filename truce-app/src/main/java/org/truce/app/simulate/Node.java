package org.truce.app.simulate;

import org.truce.app.exchange.BundleFile;
import org.truce.app.exchange.Exporter;
import org.truce.app.store.EntryStore;
import org.truce.app.store.EntryStore.Reception;
import org.truce.app.store.StoreException;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.base.Hash;
import org.truce.record.Bundle;
import org.truce.simulate.Broken;
import org.truce.simulate.Fault;
import org.truce.simulate.Witness;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;

/** One node: a real store in a file, a clock, and a disk and a process that may fail. */
final class Node implements AutoCloseable {
    private static final int WRITES_AT_MOST = 12;
    private static final List<String> TABLES =
            List.of("log", "entry", "guarded", "checkpoint", "bundle");

    private final int number;
    private final Path folder;
    private final SeededKeys keys;
    private final Seams seams;
    private final SetClock clock = new SetClock();
    private Path file;
    private int disks;
    private EntryStore store;
    private FaultyTables tables;
    private Connection connection;
    private Optional<Fault> armed = Optional.empty();
    private long chance;
    private Optional<DiskImage> notSynced = Optional.empty();

    // Opening sets the store, its tables and its connection.
    @SuppressWarnings("NullAway.Init")
    Node(int number, Path folder, SeededKeys keys, Seams seams) {
        this.number = number;
        this.folder = folder;
        this.keys = keys;
        this.seams = seams;
        file = nextFile();
        open();
    }

    private Path nextFile() {
        disks++;
        return folder.resolve("node-%d-%d.truce".formatted(number, disks));
    }

    private void open() {
        store = SqliteStore.openThrough(file, keys, clock, (plain, opened) -> {
            connection = opened;
            try (Statement statement = opened.createStatement()) {
                // Often, and with little memory: else nothing but the log would ever be written.
                statement.execute("PRAGMA wal_autocheckpoint = 24");
                statement.execute("PRAGMA cache_size = 16");
            }
            tables = new FaultyTables(seams.tables(plain, opened), opened, file);
            return tables;
        });
    }

    int number() {
        return number;
    }

    EntryStore store() {
        return store;
    }

    Path file() {
        return file;
    }

    SetClock clock() {
        return clock;
    }

    /** What can be told apart of the past: the node's own files. */
    DiskImage image() {
        return DiskImage.of(file);
    }

    void arm(Fault fault, long at) {
        armed = Optional.of(fault);
        chance = at;
    }

    Optional<Fault> armed() {
        return armed;
    }

    void disarm() {
        armed = Optional.empty();
    }

    List<Witness.History> histories() {
        List<Witness.History> histories = new ArrayList<>();
        for (EntryStore.Log log : store.listLogs()) {
            histories.add(new Witness.History(
                    log.no(), log.register(), log.keys().origin(), log.counts(), store.tree(log)));
        }
        return seams.histories(histories);
    }

    Reception accept(Bundle bundle) {
        return seams.accept(store, tables, keys, clock, bundle);
    }

    /**
     * Does something that writes, under the fault that is armed; empty where it was not
     * acknowledged. What is refused for its own sake is thrown on.
     */
    <T> Optional<T> write(Supplier<T> work) {
        DiskImage before = image();
        if (!tables.syncs()) {
            // All of it may be lost, not the last write alone.
            notSynced = notSynced.or(() -> Optional.of(before));
        }
        if (armed.isEmpty()) {
            return Optional.of(work.get());
        }
        Fault fault = armed.get();
        armed = Optional.empty();
        String was = digest();
        tables.arm(fault, new Random(chance).nextInt(WRITES_AT_MOST));
        try {
            T done = work.get();
            return switch (fault) {
                case WRITE_ERROR, DISK_FULL, SYNC_ERROR, KILLED -> Optional.of(done);
                case POWER_CUT -> endWith(before.cut(image(), chance));
                case KILLED_BEFORE_TELLING -> endWith(image());
            };
        } catch (StoreException refused) {
            if (!digest().equals(was)) {
                throw new Broken("what was refused changed nothing", "a write that failed did");
            }
            return Optional.empty();
        } catch (FaultyTables.Ended ended) {
            return endWith(tables.left().orElseThrow());
        } finally {
            tables.disarm();
        }
    }

    private <T> Optional<T> endWith(DiskImage image) {
        beginFrom(image);
        return Optional.empty();
    }

    /** The disk as it is, or as it was before what SQLite was not told to sync. */
    void powerCut() {
        beginFrom(notSynced.orElseGet(this::image));
    }

    /** Ends without a word and begins again from these files. */
    void beginFrom(DiskImage image) {
        Path old = file;
        file = nextFile();
        image.write(file);
        store.close();
        delete(old);
        notSynced = Optional.empty();
        try {
            open();
        } catch (StoreException unusable) {
            throw new Broken(Witness.LOST, "node %d: %s".formatted(number, unusable.getMessage()));
        }
        checkWhole();
    }

    void restart() {
        store.close();
        open();
    }

    void checkWhole() {
        EntryStore.Check check = store.verify(Optional.empty());
        if (!check.ok()) {
            throw new Broken(
                    "an honest node's store is whole",
                    "node %d: %s".formatted(number, check.problems().getFirst()));
        }
    }

    /** Over every row of every table. */
    String digest() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try (Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                try (ResultSet row =
                        statement.executeQuery("SELECT * FROM " + table + " ORDER BY 1")) {
                    int columns = row.getMetaData().getColumnCount();
                    while (row.next()) {
                        for (int column = 1; column <= columns; column++) {
                            byte[] bytes = row.getBytes(column);
                            all.writeBytes(bytes == null ? new byte[0] : bytes);
                            all.write(0);
                        }
                    }
                }
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return Hash.of(all.toByteArray()).hex();
    }

    /** Over the protected values beside the first {@code entries} that came in. */
    String valuesDigest(long entries) {
        StringBuilder all = new StringBuilder();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT entry, held FROM guarded WHERE"
                        + " entry <= " + entries + " ORDER BY entry")) {
            while (row.next()) {
                all.append(row.getLong(1)).append(row.getString(2)).append('\n');
            }
        } catch (SQLException unreadable) {
            throw new IllegalStateException(unreadable);
        }
        return Hash.of(all.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** A bundle's file, as {@code truce export} writes it. */
    byte[] export(EntryStore.Log log, long since, boolean maySee) {
        Bundle bundle = new Exporter(store).bundle(log, since, seams.handsOver(maySee));
        Path stick = folder.resolve("stick-" + number);
        BundleFile.write(bundle, stick);
        try {
            return Files.readAllBytes(stick);
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        } finally {
            delete(stick);
        }
    }

    private static void delete(Path file) {
        try {
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(file.resolveSibling(file.getFileName() + suffix));
            }
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    @Override
    public void close() {
        store.close();
        delete(file);
    }
}
