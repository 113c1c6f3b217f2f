package org.truce.assess;

import org.truce.intake.Caution;
import org.truce.intake.Defect;
import org.truce.intake.Format;
import org.truce.intake.Intake;
import org.truce.intake.Receiver;
import org.truce.record.Entry;
import org.truce.record.Logged;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The bundled sample, taken in as the command line does it. */
public final class SampleRecord implements Receiver {
    public static final String REGISTER = "southwest-syria";
    private static final Instant RECORDED = Instant.parse("2026-01-01T00:00:00Z");

    private final List<Logged> logged = new ArrayList<>();

    private SampleRecord() {}

    /** The repository's root, from a module's folder or from the root itself. */
    public static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("STYLE.md"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }

    public static List<Logged> read() {
        SampleRecord sample = new SampleRecord();
        try (Stream<Path> files = Files.walk(root().resolve("samples/southwest-syria"))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                sample.take(file);
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.copyOf(sample.logged);
    }

    private void take(Path file) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (Format format : Intake.recognise(bytes).stream().toList()) {
            try (InputStream in = Files.newInputStream(file)) {
                Intake.read(
                        format,
                        REGISTER,
                        Objects.requireNonNull(file.getFileName()).toString(),
                        in,
                        () -> "00112233445566778899aabbccddeeff",
                        this);
            }
        }
    }

    @Override
    public void take(Entry entry) {
        logged.add(new Logged(logged.size() + 1, RECORDED, entry));
    }

    @Override
    public void refuse(Defect defect) {
        throw new AssertionError(defect);
    }

    @Override
    public void warn(Caution caution) {}
}
