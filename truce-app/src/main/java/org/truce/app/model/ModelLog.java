package org.truce.app.model;

import org.truce.app.files.Rights;

import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * What left this machine and what came back, a JSON object a line, appended and forced to the disk;
 * for its owner's eyes only, since replies quote the texts.
 */
public final class ModelLog {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path file;

    public ModelLog(Path file) {
        this.file = file;
    }

    /** Throws {@link ModelException} when it cannot be written. */
    void append(Object line) {
        byte[] bytes = (MAPPER.writeValueAsString(line) + "\n").getBytes(StandardCharsets.UTF_8);
        try (FileChannel channel = FileChannel.open(
                file,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                Rights.of("rw-------"))) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException | UncheckedIOException unwritable) {
            throw new ModelException(
                    "the log %s cannot be written, and without it no text is sent: name another with --model-log"
                            .formatted(file));
        }
    }
}
