package org.truce.app.faults;

import org.truce.app.feed.Importer;
import org.truce.app.feed.Progress;
import org.truce.app.feed.RandomSealer;
import org.truce.app.keys.KeyFolder;
import org.truce.app.keys.Passphrase;
import org.truce.app.store.EntryStore;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.intake.Caution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Another program: a JVM of its own that runs a command and can be killed. */
final class Child implements AutoCloseable {
    private final Process process;
    private final Path out;
    private final Path err;

    private Child(Process process, Path out, Path err) {
        this.process = process;
        this.out = out;
        this.err = err;
    }

    /** The command line itself. */
    static Child truce(Path folder, String... arguments) throws IOException {
        return start(folder, "org.truce.app.cli.Main", arguments);
    }

    /** An import that says on standard output after every batch how many rows are recorded. */
    static Child tellingImport(Path folder, Path store, Path table) throws IOException {
        return start(folder, Child.class.getName(), store.toString(), table.toString());
    }

    /** The child: the importer as the command runs it, with a progress that tells each batch. */
    public static void main(String[] arguments) {
        Path store = Path.of(arguments[0]);
        KeyFolder keys =
                new KeyFolder(KeyFolder.beside(store), new Passphrase(Map.of()), message -> {});
        try (EntryStore entries = SqliteStore.openOrCreate(store, keys, Clock.systemUTC())) {
            new Importer(entries, new RandomSealer(), new Telling(), Clock.systemUTC())
                    .run(List.of(Path.of(arguments[1])), Optional.empty(), Optional.of("killed"));
        }
        System.out.println("end");
    }

    private static final class Telling implements Progress {
        @Override
        public void at(String file, long rows, double share) {
            System.out.println(rows);
            System.out.flush();
        }

        @Override
        public void doubtful(Caution caution) {}

        @Override
        public void leftAlone(String file, String why) {}
    }

    private static Child start(Path folder, String main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:SharedArchiveFile=" + SharedClasses.archive(),
                "-Xlog:disable",
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                Jars.classPath(),
                main));
        command.addAll(List.of(arguments));
        Path out = Files.createTempFile(folder, "child", ".out");
        Path err = Files.createTempFile(folder, "child", ".err");
        return new Child(
                new ProcessBuilder(command)
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start(),
                out,
                err);
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL; whether it came in time. */
    boolean kill() throws InterruptedException {
        boolean running = process.isAlive();
        process.destroyForcibly();
        process.waitFor();
        return running && process.exitValue() == 128 + 9;
    }

    int await() throws InterruptedException {
        if (!process.waitFor(180, TimeUnit.SECONDS)) {
            throw new AssertionError("a child did not end: " + err());
        }
        return process.exitValue();
    }

    List<String> out() {
        return read(out).lines().toList();
    }

    String err() {
        return read(err);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(out);
        Files.deleteIfExists(err);
    }
}
