package org.truce.app.desk;

import org.truce.followup.NoticeLetter;
import org.truce.record.Channel;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;

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

    /** Handed to whoever asked for it, who hands it on. */
    record ByHand() implements Delivery {}

    default Channel channel() {
        return switch (this) {
            case ToFile file -> Channel.FILE;
            case ByMail mail -> Channel.E_MAIL;
            case ByCall call -> Channel.HOTLINE;
            case ByHand hand -> Channel.FILE;
        };
    }

    /** Throws {@link Refusal} when it did not go out. */
    default void deliver(NoticeLetter letter, Instant now) {
        switch (this) {
            case ToFile(Path file) -> write(file, letter);
            case ByMail(Smtp smtp, Mailbox box) -> smtp.send(box, letter, now);
            case ByCall call -> {}
            case ByHand hand -> {}
        }
    }

    private static void write(Path file, NoticeLetter letter) {
        try {
            Files.writeString(
                    file,
                    text(letter),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException there) {
            throw new Refusal("out", file + " is there already", "Name another file with --out.");
        } catch (IOException unwritable) {
            throw new Refusal(
                    "out",
                    "%s cannot be written (%s)".formatted(file, unwritable.getMessage()),
                    "Name a file in a folder that is there with --out.");
        }
    }

    /** As it stands in a file or a mail. */
    static String text(NoticeLetter letter) {
        return String.join("\n", letter.lines()) + "\n";
    }
}
