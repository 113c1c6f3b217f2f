package org.truce.app.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/**
 * The archive of loaded classes that children start from. It is whole before the first of them
 * reads it: a JVM that writes one at its end, and is killed at it, leaves a piece that brings down
 * the next.
 */
final class SharedClasses {
    private static final Path ARCHIVE = write();

    private SharedClasses() {}

    static Path archive() {
        return ARCHIVE;
    }

    private static Path write() {
        Path archive = Jars.folder().resolve("classes.jsa");
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:ArchiveClassesAtExit=" + archive,
                "-Xlog:disable",
                "-XX:+UseSerialGC",
                "-cp",
                Jars.classPath(),
                "org.truce.app.cli.Main",
                "--version");
        try {
            Process writer = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(Redirect.DISCARD)
                    .start();
            if (writer.waitFor() != 0) {
                throw new AssertionError("no archive of classes: exit " + writer.exitValue());
            }
        } catch (IOException noProcess) {
            throw new UncheckedIOException(noProcess);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
        return archive;
    }
}
