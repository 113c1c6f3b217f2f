package org.truce.app.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.truce.followup.NoticeLetter;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;

/** Letters that go out by mail, against a small server that says what it is told to say. */
final class SmtpTest {
    private static final Instant NOW = Instant.parse("2018-03-05T09:00:00Z");
    private static final char[] PHRASE = "only-for-tests".toCharArray();
    private static final NoticeLetter LETTER = new NoticeLetter(
            "الإشعار N-1: shelling, a long subject that goes over what one encoded word may hold",
            List.of("first line", ".a line that begins with a point", "الدرعا"));

    @TempDir
    static Path folder;

    private static Mailbox box(int port, Optional<String> password) {
        return Mailbox.of("localhost:" + port, "desk@example.org", "liaison@example.net", password);
    }

    private static Smtp untrusting() {
        return new Smtp((SSLSocketFactory) SSLSocketFactory.getDefault());
    }

    /** A certificate for localhost that the returned context shows and trusts. */
    private static SSLContext trusted() throws Exception {
        Path file = folder.resolve("keys.p12");
        if (!Files.exists(file)) {
            Process made = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-alias",
                            "test",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=localhost",
                            "-ext",
                            "san=dns:localhost",
                            "-keystore",
                            file.toString(),
                            "-storepass",
                            new String(PHRASE))
                    .redirectErrorStream(true)
                    .start();
            assertThat(made.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(made.exitValue()).isZero();
        }
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PHRASE);
        }
        KeyManagerFactory shows =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        shows.init(keys, PHRASE);
        TrustManagerFactory trusts =
                TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusts.init(keys);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(shows.getKeyManagers(), trusts.getTrustManagers(), null);
        return context;
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aLetterComesAsItWasWritten() throws Exception {
        try (MailServer server = new MailServer(Optional.empty(), "8BITMIME")) {
            untrusting().send(box(server.port(), Optional.empty()), LETTER, NOW, () -> {});
            assertThat(server.heard())
                    .contains("MAIL FROM:<desk@example.org>", "RCPT TO:<liaison@example.net>")
                    .contains("Date: Mon, 5 Mar 2018 09:00:00 +0000")
                    .endsWith("QUIT")
                    .noneMatch(line -> line.startsWith("AUTH"));
            List<String> heard = server.heard();
            int blank = heard.indexOf("");
            String body = heard.subList(blank + 1, heard.indexOf(".")).stream()
                    .collect(Collectors.joining());
            assertThat(new String(Base64.getDecoder().decode(body), StandardCharsets.UTF_8))
                    .isEqualTo(String.join("\n", LETTER.lines()) + "\n");
            StringBuilder subject = new StringBuilder();
            for (String line : heard.subList(heard.indexOf("DATA"), blank)) {
                int word = line.indexOf("=?UTF-8?B?");
                if (word >= 0) {
                    assertThat(line.length() - word).isLessThanOrEqualTo(75);
                    subject.append(new String(
                            Base64.getDecoder()
                                    .decode(line.substring(word + 10, line.length() - 2)),
                            StandardCharsets.UTF_8));
                }
            }
            assertThat(subject).hasToString(LETTER.subject());
        }
    }

    @Test
    void whereTheServerOffersItAllGoesOverTls() throws Exception {
        SSLContext context = trusted();
        try (MailServer server = new MailServer(Optional.of(context), "AUTH LOGIN PLAIN")) {
            new Smtp(context.getSocketFactory())
                    .send(box(server.port(), Optional.of("a secret")), LETTER, NOW, () -> {});
            assertThat(server.heardInClear()).containsExactly("EHLO localhost", "STARTTLS");
            assertThat(server.heard())
                    .contains("AUTH PLAIN " + base64("\0desk@example.org\0a secret"))
                    .contains("DATA");
        }
    }

    @Test
    void aCertificateThatNobodyKnowsEndsIt() throws Exception {
        try (MailServer server = new MailServer(Optional.of(trusted()), "AUTH PLAIN")) {
            assertThatThrownBy(() -> untrusting()
                            .send(
                                    box(server.port(), Optional.of("a secret")),
                                    LETTER,
                                    NOW,
                                    () -> {}))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("did not take it");
            assertThat(server.heardInClear()).containsExactly("EHLO localhost", "STARTTLS");
        }
    }

    @Test
    void aPasswordNeverGoesInClear() throws Exception {
        try (MailServer server = new MailServer(Optional.empty(), "AUTH PLAIN")) {
            assertThatThrownBy(() -> untrusting()
                            .send(
                                    box(server.port(), Optional.of("a secret")),
                                    LETTER,
                                    NOW,
                                    () -> {}))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("no TLS");
            assertThat(server.heard()).containsExactly("EHLO localhost");
        }
    }

    @Test
    void whatTheServerRefusesWasNotSent() throws Exception {
        try (MailServer server = new MailServer(Optional.empty(), "REFUSES")) {
            assertThatThrownBy(() -> untrusting()
                            .send(box(server.port(), Optional.empty()), LETTER, NOW, () -> {}))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("550 nobody of that name");
        }
    }

    private static Smtp hasty() {
        return new Smtp((SSLSocketFactory) SSLSocketFactory.getDefault(), Duration.ofSeconds(2));
    }

    @Test
    void itIsKnownOnlyFromTheServersWordWhetherItTookIt() throws Exception {
        Map<String, Class<?>> ends = Map.of(
                "8BITMIME", Smtp.End.Taken.class,
                "TURNS-DOWN", Smtp.End.Refused.class,
                "HANGS-UP", Smtp.End.NotKnown.class,
                "FALLS-SILENT", Smtp.End.NotKnown.class);
        for (Map.Entry<String, Class<?>> one : ends.entrySet()) {
            try (MailServer server = new MailServer(Optional.empty(), one.getKey())) {
                assertThat(hasty().send(
                                        box(server.port(), Optional.empty()),
                                        LETTER,
                                        NOW,
                                        () -> {}))
                        .as(one.getKey())
                        .isInstanceOf(one.getValue());
            }
        }
    }

    @Test
    void nothingOfItGoesWhereSomethingElseEndsItBefore() throws Exception {
        try (MailServer server = new MailServer(Optional.empty(), "8BITMIME")) {
            assertThatThrownBy(() -> hasty().send(
                                    box(server.port(), Optional.empty()), LETTER, NOW, () -> {
                                        throw new IllegalStateException("taken by another");
                                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(server.heard()).endsWith("DATA");
        }
    }

    /** However it goes about it, a server cannot hold the desk or fill its memory. */
    @ParameterizedTest
    @CsvSource({
        "ENDLESS-LINES,more than 100 lines",
        "ENDLESS-LINE,characters in a line",
        "TRICKLES,did not take it"
    })
    @Timeout(30)
    void aServerThatDoesNotComeToAnEndIsLeft(String how, String says) throws Exception {
        try (MailServer server = new MailServer(Optional.empty(), how)) {
            assertThatThrownBy(() -> hasty().send(
                                    box(server.port(), Optional.empty()), LETTER, NOW, () -> {}))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining(says);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a b@example.org", "a@example.org\r\nBcc: x@y.z", "<a@b.c>", "desk", ""})
    void whatIsNoAddressIsRefused(String address) {
        assertThatThrownBy(() ->
                        Mailbox.of("localhost:25", "desk@example.org", address, Optional.empty()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--mail-to");
        assertThat(new Mailbox("h", 25, "a@b.c", "d@e.f", Optional.of("a secret")).toString())
                .doesNotContain("a secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:0", "localhost:99999", "a b:25", ":25"})
    void whatIsNoServerIsRefused(String server) {
        assertThatThrownBy(() -> Mailbox.of(
                        server, "desk@example.org", "liaison@example.net", Optional.empty()))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("--smtp");
    }
}
