package org.truce.reading.model;

import org.truce.base.Coded;
import org.truce.base.Hash;
import org.truce.reading.statement.Form;
import org.truce.reading.text.Original;
import org.truce.reading.words.Actor;
import org.truce.record.StatementKind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The question that is put to a model. Its instructions are the same for every text; a change to
 * them is a new version with a hash of its own, so that a log says what was asked.
 */
public final class Prompt {
    /** The version of the instructions, which is also that of the checks on the reply. */
    public static final int VERSION = 1;

    private static final String INSTRUCTIONS = load().replace(
                    "{forms}", String.join(", ", Coded.listCodes(Form.class)))
            .replace("{kinds}", String.join(", ", Coded.listCodes(StatementKind.class)));

    /** The date, the actors, and the text between two lines that hold its own hash. */
    private static final String MESSAGE = """
        Date of the text: %s
        List of actors (id, name):
        %s==== %s ====
        %s
        ==== %s ====
        """;

    private static final Hash HASH = Hash.of(
            INSTRUCTIONS.getBytes(StandardCharsets.UTF_8),
            new byte[1],
            MESSAGE.getBytes(StandardCharsets.UTF_8));

    private Prompt() {}

    /** What the model is told, without any word of the text. */
    public static String instructions() {
        return INSTRUCTIONS;
    }

    /** The SHA-256 of the instructions, a zero byte and the frame of the message, in UTF-8. */
    public static Hash hash() {
        return HASH;
    }

    /**
     * The text with what is known of it. The lines around it hold its own hash, which nobody can
     * write into it, so that it cannot end itself.
     */
    static String message(Original original, Optional<LocalDate> date, List<Actor> actors) {
        String list = actors.stream()
                .map(actor -> "%s, %s\n".formatted(actor.id(), actor.name()))
                .collect(Collectors.joining());
        return MESSAGE.formatted(
                date.map(LocalDate::toString).orElse("not known"),
                list,
                original.sha256().hex(),
                original.text(original.all()),
                original.sha256().hex());
    }

    private static String load() {
        String name = "prompt-" + VERSION + ".txt";
        try (InputStream in = Prompt.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
