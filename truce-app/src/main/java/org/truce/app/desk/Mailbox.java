package org.truce.app.desk;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a mail goes and through which server.
 *
 * @param port 1 to 65535
 * @param from the address it comes from, with which it signs in where there is a password
 */
public record Mailbox(String host, int port, String from, String to, Optional<String> password) {
    private static final Pattern SERVER =
            Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]+]):([0-9]{1,5})");
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9.-]{1,253}");

    public Mailbox {
        if (!isAddress(from) || !isAddress(to)) {
            throw new IllegalArgumentException("not the address of a mailbox");
        }
    }

    private static boolean isAddress(String text) {
        return ADDRESS.matcher(text).matches();
    }

    /** Throws {@link Refusal} where a part is not of the form that is wanted. */
    public static Mailbox of(String server, String from, String to, Optional<String> password) {
        Matcher parts = SERVER.matcher(server);
        int port = parts.matches() ? Integer.parseInt(parts.group(2)) : 0;
        if (port < 1 || port > 65_535) {
            throw new Refusal(
                    "smtp",
                    "'%s' is no mail server".formatted(server),
                    "Write its name and port: --smtp mail.example.org:587.");
        }
        requireAddress("--from", from);
        requireAddress("--mail-to", to);
        return new Mailbox(parts.group(1), port, from, to, password);
    }

    private static void requireAddress(String option, String text) {
        if (!isAddress(text)) {
            throw new Refusal(
                    option.substring("--".length()),
                    text.isEmpty()
                            ? option + " is missing"
                            : "'%s' is not the address of a mailbox".formatted(text),
                    "Write it so: %s desk@example.org.".formatted(option));
        }
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "%s by %s:%d".formatted(to, host, port);
    }
}
