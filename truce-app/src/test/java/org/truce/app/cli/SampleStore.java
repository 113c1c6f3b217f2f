package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.truce.app.cli.Terminal.Ran;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The bundled sample in a store that is made once; tests only read it. */
public final class SampleStore {
    private static Optional<Made> made = Optional.empty();

    private SampleStore() {}

    /** The store and what the command that made it left behind. */
    public record Made(Path file, Ran imported) {}

    public static synchronized Made get() {
        if (made.isEmpty()) {
            Path file = newFolder().resolve("sample.truce");
            Ran imported = Terminal.run(
                    "import", "--store", file.toString(), Terminal.SAMPLE.toString(), "--json");
            assertThat(imported.exit()).as(imported.err()).isZero();
            made = Optional.of(new Made(file, imported));
        }
        return made.get();
    }

    public static String file() {
        return get().file().toString();
    }

    private static Path newFolder() {
        try {
            Path folder = Files.createTempDirectory("truce-sample");
            Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder)));
            return folder;
        } catch (IOException refused) {
            throw new UncheckedIOException(refused);
        }
    }

    private static void delete(Path folder) {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
            Files.delete(folder);
        } catch (IOException leftToTheSystem) {
            // A temporary folder that stays does no harm.
        }
    }
}
