package org.truce.app.desk;

import org.truce.followup.NoticeLetter;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashSet;
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
    private static final int PATIENCE_MILLIS = 30_000;
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ROOT);

    private final SSLSocketFactory tls;

    /** @param tls knows whose certificates to trust */
    public Smtp(SSLSocketFactory tls) {
        this.tls = tls;
    }

    /** Returns once the server has taken it; throws {@link Refusal} when it did not. */
    public void send(Mailbox box, NoticeLetter letter, Instant now) {
        try (Socket plain = new Socket()) {
            plain.connect(new InetSocketAddress(box.host(), box.port()), PATIENCE_MILLIS);
            plain.setSoTimeout(PATIENCE_MILLIS);
            Talk talk = new Talk(plain);
            talk.expect(220);
            Set<String> offers = talk.greet();
            if (offers.contains("STARTTLS")) {
                talk.ask("STARTTLS", 220);
                try (SSLSocket secret = secret(plain, box)) {
                    Talk within = new Talk(secret);
                    hand(within, within.greet(), true, box, letter, now);
                }
            } else {
                hand(talk, offers, false, box, letter, now);
            }
        } catch (IOException broken) {
            throw new Refusal(
                    "smtp",
                    "the mail server %s:%d did not take it (%s)"
                            .formatted(box.host(), box.port(), broken.getMessage()),
                    "Nothing was sent or put down: check --smtp, or send it another way.");
        }
    }

    private SSLSocket secret(Socket plain, Mailbox box) throws IOException {
        SSLSocket secret = (SSLSocket) tls.createSocket(plain, box.host(), box.port(), true);
        SSLParameters parameters = secret.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secret.setSSLParameters(parameters);
        secret.startHandshake();
        return secret;
    }

    private static void hand(
            Talk talk,
            Set<String> offers,
            boolean secret,
            Mailbox box,
            NoticeLetter letter,
            Instant now)
            throws IOException {
        if (box.password().isPresent()) {
            if (!secret || !offers.contains("AUTH PLAIN")) {
                throw new IOException(
                        secret
                                ? "it does not let anyone sign in with a password"
                                : "it offers no TLS, so the password was not sent");
            }
            String proof = "\0" + box.from() + "\0" + box.password().get();
            talk.ask("AUTH PLAIN " + base64(proof), 235);
        }
        talk.ask("MAIL FROM:<%s>".formatted(box.from()), 250);
        talk.ask("RCPT TO:<%s>".formatted(box.to()), 250);
        talk.ask("DATA", 354);
        talk.ask(message(box, letter, now) + "\r\n.", 250);
        talk.say("QUIT");
    }

    private static String message(Mailbox box, NoticeLetter letter, Instant now) {
        String body = Base64.getMimeEncoder()
                .encodeToString(Delivery.text(letter).getBytes(StandardCharsets.UTF_8));
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

    /** Lines said and heard. */
    private static final class Talk {
        private static final int CODE_DIGITS = 3;

        private final BufferedReader in;
        private final OutputStream out;

        Talk(Socket socket) throws IOException {
            in = new BufferedReader(
                    new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
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
            String line = hear();
            while (line.startsWith("250-")) {
                line = hear();
                String offer = line.substring(Math.min(4, line.length())).toUpperCase(Locale.ROOT);
                offers.add(offer);
                if (offer.startsWith("AUTH ") && offer.contains(" PLAIN")) {
                    offers.add("AUTH PLAIN");
                }
            }
            if (!line.startsWith("250")) {
                throw new IOException(line);
            }
            return offers;
        }

        void expect(int wanted) throws IOException {
            String line = hear();
            while (line.length() > CODE_DIGITS && line.charAt(CODE_DIGITS) == '-') {
                line = hear();
            }
            if (!line.startsWith(Integer.toString(wanted))) {
                throw new IOException(line);
            }
        }

        private String hear() throws IOException {
            return Objects.requireNonNullElse(in.readLine(), "it hung up");
        }
    }
}
