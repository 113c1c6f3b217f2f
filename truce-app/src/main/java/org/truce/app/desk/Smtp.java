package org.truce.app.desk;

import org.truce.followup.NoticeLetter;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Hands one letter to a mail server (RFC 5321), over TLS where the server offers it (RFC 3207), and
 * signs in where there is a password (RFC 4616), which it never sends in clear.
 */
public final class Smtp {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);

    private final SSLSocketFactory tls;
    private final Duration patience;

    /** @param tls knows whose certificates to trust */
    public Smtp(SSLSocketFactory tls) {
        this(tls, PATIENCE);
    }

    /** @param patience for all of it, however the server spends it */
    Smtp(SSLSocketFactory tls, Duration patience) {
        this.tls = tls;
        this.patience = patience;
    }

    /** What became of a letter once its last byte was on its way. */
    sealed interface End {
        /** The server said that it took it. */
        record Taken() implements End {}

        /** The server said that it did not. */
        record Refused(String why) implements End {}

        /** It may have taken it: it hung up, fell silent, or said neither. */
        record NotKnown(String why) implements End {}
    }

    /**
     * Throws {@link Refusal} when it did not come to the point where the letter goes out. What
     * {@code beforeItGoes} throws ends it there too.
     *
     * @param beforeItGoes is run when the server is ready for the letter, and before it gets any of
     *     it
     */
    End send(Mailbox box, NoticeLetter letter, Instant now, Runnable beforeItGoes) {
        try (Socket plain = new Socket();
                Watch watch = new Watch(plain, patience)) {
            watch.begin();
            plain.connect(new InetSocketAddress(box.host(), box.port()), (int) patience.toMillis());
            Talk talk = new Talk(plain);
            talk.expect(220);
            Set<String> offers = talk.greet();
            boolean secret = offers.contains("STARTTLS");
            if (secret) {
                talk.ask("STARTTLS", 220);
                // Closed with the socket beneath it, whose end is no news once the letter is gone.
                talk = new Talk(secret(plain, box));
                offers = talk.greet();
            }
            signIn(talk, offers, secret, box);
            talk.ask("MAIL FROM:<%s>".formatted(box.from()), 250);
            talk.ask("RCPT TO:<%s>".formatted(box.to()), 250);
            talk.ask("DATA", 354);
            beforeItGoes.run();
            return hand(talk, message(box, letter, now));
        } catch (IOException broken) {
            throw new Refusal(
                    "smtp",
                    didNotTake(box, Objects.toString(broken.getMessage(), "no answer")),
                    "Nothing was sent or put down: check --smtp, or send it another way.");
        }
    }

    static String didNotTake(Mailbox box, String why) {
        return "the mail server %s:%d did not take it (%s)".formatted(box.host(), box.port(), why);
    }

    /** A server may act on the letter when it has its last line, and not before. */
    private static End hand(Talk talk, String message) {
        try {
            talk.say(message);
        } catch (IOException broken) {
            return new End.Refused(Objects.toString(broken.getMessage(), "it hung up"));
        }
        try {
            talk.say(".");
            String answer = talk.hearReply();
            if (answer.startsWith("4") || answer.startsWith("5")) {
                return new End.Refused(answer);
            }
            if (!answer.startsWith("250")) {
                return new End.NotKnown(answer);
            }
        } catch (IOException broken) {
            return new End.NotKnown(Objects.toString(broken.getMessage(), "it hung up"));
        }
        try {
            talk.say("QUIT");
        } catch (IOException gone) {
            // It has the letter: how it takes leave does not matter.
        }
        return new End.Taken();
    }

    private SSLSocket secret(Socket plain, Mailbox box) throws IOException {
        SSLSocket secret = (SSLSocket) tls.createSocket(plain, box.host(), box.port(), true);
        SSLParameters parameters = secret.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secret.setSSLParameters(parameters);
        secret.startHandshake();
        return secret;
    }

    private static void signIn(Talk talk, Set<String> offers, boolean secret, Mailbox box)
            throws IOException {
        if (box.password().isEmpty()) {
            return;
        }
        if (!secret || !offers.contains("AUTH PLAIN")) {
            throw new IOException(
                    secret
                            ? "it does not let anyone sign in with a password"
                            : "it offers no TLS, so the password was not sent");
        }
        String proof = "\0" + box.from() + "\0" + box.password().get();
        talk.ask("AUTH PLAIN " + base64(proof), 235);
    }

    private static String message(Mailbox box, NoticeLetter letter, Instant now) {
        String body = Base64.getMimeEncoder()
                .encodeToString(letter.text().getBytes(StandardCharsets.UTF_8));
        return String.join(
                "\r\n",
                "From: <%s>".formatted(box.from()),
                "To: <%s>".formatted(box.to()),
                "Date: " + DATE.format(now.atOffset(ZoneOffset.UTC)),
                "Subject: " + encoded(letter.subject()),
                "MIME-Version: 1.0",
                "Content-Type: text/plain; charset=UTF-8",
                "Content-Transfer-Encoding: base64",
                "",
                body);
    }

    /** In encoded words (RFC 2047), none of them above 75 characters and none parting a letter. */
    private static String encoded(String subject) {
        StringBuilder words = new StringBuilder();
        StringBuilder run = new StringBuilder();
        for (int c : subject.codePoints().toArray()) {
            String letter = Character.toString(Character.isISOControl(c) ? ' ' : c);
            if ((run + letter).getBytes(StandardCharsets.UTF_8).length > 42) {
                words.append(word(run)).append("\r\n ");
                run.setLength(0);
            }
            run.append(letter);
        }
        return words.append(word(run)).toString();
    }

    private static String word(StringBuilder run) {
        return "=?UTF-8?B?" + base64(run.toString()) + "?=";
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Closes a socket when its time is over. A limit on each read would not do: a server that says
     * a byte now and then, or takes none, could hold the desk for ever.
     */
    private static final class Watch implements AutoCloseable {
        private final Thread thread;

        Watch(Socket socket, Duration patience) {
            thread = Thread.ofVirtual().unstarted(() -> {
                try {
                    Thread.sleep(patience);
                    socket.close();
                } catch (InterruptedException | IOException over) {
                    // It ended in time, or was closed already.
                }
            });
        }

        void begin() {
            thread.start();
        }

        @Override
        public void close() {
            thread.interrupt();
        }
    }

    /** Lines said and heard. */
    private static final class Talk {
        private static final int CODE_DIGITS = 3;
        private static final int LONGEST_LINE = 2_000;
        private static final int MOST_LINES = 100;

        private final InputStream in;
        private final OutputStream out;

        Talk(Socket socket) throws IOException {
            in = new BufferedInputStream(socket.getInputStream());
            out = socket.getOutputStream();
        }

        void say(String line) throws IOException {
            out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
            out.flush();
        }

        void ask(String line, int wanted) throws IOException {
            say(line);
            expect(wanted);
        }

        /** What the server offers, in capitals. */
        Set<String> greet() throws IOException {
            say("EHLO localhost");
            Set<String> offers = new HashSet<>();
            for (String line : hearLines()) {
                if (!line.startsWith("250")) {
                    throw new IOException(line);
                }
                String offer = line.substring(Math.min(4, line.length())).toUpperCase(Locale.ROOT);
                offers.add(offer);
                if (offer.startsWith("AUTH ") && offer.contains(" PLAIN")) {
                    offers.add("AUTH PLAIN");
                }
            }
            return offers;
        }

        void expect(int wanted) throws IOException {
            String line = hearReply();
            if (!line.startsWith(Integer.toString(wanted))) {
                throw new IOException(line);
            }
        }

        /** The last line of a reply, which decides. */
        String hearReply() throws IOException {
            return hearLines().getLast();
        }

        private List<String> hearLines() throws IOException {
            List<String> lines = new ArrayList<>();
            do {
                if (lines.size() == MOST_LINES) {
                    throw new IOException("it says more than %d lines".formatted(MOST_LINES));
                }
                lines.add(hear());
            } while (isFollowed(lines.getLast()));
            return lines;
        }

        private static boolean isFollowed(String line) {
            return line.length() > CODE_DIGITS && line.charAt(CODE_DIGITS) == '-';
        }

        private String hear() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int c = in.read(); c != '\n'; c = in.read()) {
                if (c < 0) {
                    throw new IOException("it hung up");
                }
                if (line.length() == LONGEST_LINE) {
                    throw new IOException(
                            "it says more than %,d characters in a line".formatted(LONGEST_LINE));
                }
                // What it says is shown to people: nothing that a terminal would act on.
                line.append(c >= ' ' && c < 0x7F ? (char) c : ' ');
            }
            return line.toString().stripTrailing();
        }
    }
}
