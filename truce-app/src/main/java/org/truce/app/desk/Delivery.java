package org.truce.app.desk;

import org.truce.app.files.Rights;
import org.truce.record.Channel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/** The way on which an addressee gets a letter. */
public sealed interface Delivery {
    /** Into a file that is not there yet. */
    record ToFile(Path file) implements Delivery {}

    /** By electronic mail. */
    record ByMail(Smtp smtp, Mailbox box) implements Delivery {}

    /**
     * Read out in a call, which goes into the log.
     *
     * @param with who was at the other end; protected
     */
    record ByCall(String with) implements Delivery {}

    /** Fetched by whoever hands it on, and says afterwards that they did. */
    record ByHand() implements Delivery {}

    default Channel channel() {
        return switch (this) {
            case ToFile file -> Channel.FILE;
            case ByMail mail -> Channel.E_MAIL;
            case ByCall call -> Channel.HOTLINE;
            case ByHand hand -> Channel.FILE;
        };
    }

    /** Only the owner may read it, as with the store that it comes from. */
    static void write(Path file, String letter) {
        try {
            Files.newByteChannel(
                            file,
                            Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
                            Rights.of("rw-------"))
                    .close();
            Files.writeString(file, letter, StandardCharsets.UTF_8);
        } catch (FileAlreadyExistsException there) {
            throw new Refusal("out", file + " is there already", "Name another file with --out.");
        } catch (IOException unwritable) {
            throw new Refusal(
                    "out",
                    "%s cannot be written (%s)".formatted(file, unwritable.getMessage()),
                    "Name a file in a folder that is there with --out.");
        }
    }
}
