package org.truce.intake;

import org.truce.record.Entry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What became of one file. */
record Taken(List<Entry> entries, List<Defect> defects, List<Caution> cautions)
        implements Receiver {
    static final Path ROOT = findRoot();
    static final Path SAMPLE = ROOT.resolve("samples/southwest-syria");

    private static Path findRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("STYLE.md"))) {
            folder = java.util.Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }

    static Taken from(Format format, InputStream in) {
        Taken taken = new Taken(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        try {
            Intake.read(format, "test", "file", in, () -> "00".repeat(16), taken);
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return taken;
    }

    static Taken from(Format format, byte[] bytes) {
        return from(format, new ByteArrayInputStream(bytes));
    }

    static Taken from(Format format, String text) {
        return from(format, text.getBytes(StandardCharsets.UTF_8));
    }

    static Taken sample(Format format, String file) {
        return from(format, bytes(SAMPLE.resolve(file)));
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void take(Entry entry) {
        entries.add(entry);
    }

    @Override
    public void refuse(Defect defect) {
        defects.add(defect);
    }

    @Override
    public void warn(Caution caution) {
        cautions.add(caution);
    }

    <T extends Entry> List<T> all(Class<T> type) {
        return entries.stream().filter(type::isInstance).map(type::cast).toList();
    }

    Defect onlyDefect() {
        if (defects.size() != 1) {
            throw new AssertionError("not one defect: " + defects);
        }
        return defects.getFirst();
    }

    List<String> ids() {
        return entries.stream().map(Entry::id).toList();
    }
}
