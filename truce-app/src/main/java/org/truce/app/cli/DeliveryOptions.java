package org.truce.app.cli;

import org.truce.app.desk.Delivery;
import org.truce.app.desk.Mailbox;
import org.truce.app.desk.Smtp;

import picocli.CommandLine.Option;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.net.ssl.SSLSocketFactory;

/** On which way an addressee gets what is sent. */
final class DeliveryOptions {
    static final String PASSWORD = "TRUCE_SMTP_PASSWORD";

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the letter to this file, which is not there yet.")
    private Optional<Path> out = Optional.empty();

    @Option(
            names = "--smtp",
            paramLabel = "HOST:PORT",
            description = "Send it as an e-mail through this server, over TLS where it offers it;"
                    + " with a password where TRUCE_SMTP_PASSWORD has one.")
    private Optional<String> smtp = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "ADDRESS",
            description = "With --smtp: whom it comes from.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--mail-to", paramLabel = "ADDRESS", description = "With --smtp: where to.")
    private Optional<String> mailTo = Optional.empty();

    @Option(
            names = "--hotline",
            paramLabel = "WHO",
            description = "It was read out to this person in a call, which goes into the log;"
                    + " protected.")
    private Optional<String> hotline = Optional.empty();

    @Option(
            names = "--language",
            paramLabel = "en|ar",
            description = "The letter's language; English when not given.")
    private String language = "en";

    /** Empty where no way is named. */
    Optional<Delivery> find(Map<String, String> environment) {
        List<Delivery> named = new ArrayList<>();
        out.map(Delivery.ToFile::new).ifPresent(named::add);
        hotline.map(Delivery.ByCall::new).ifPresent(named::add);
        smtp.map(server -> mail(server, environment)).ifPresent(named::add);
        if (smtp.isEmpty() && (from.isPresent() || mailTo.isPresent())) {
            throw new UsageException("--from and --mail-to go with --smtp");
        }
        if (named.size() > 1) {
            throw new UsageException("name one of --out, --smtp and --hotline");
        }
        return named.stream().findFirst();
    }

    private Delivery mail(String server, Map<String, String> environment) {
        return new Delivery.ByMail(
                new Smtp((SSLSocketFactory) SSLSocketFactory.getDefault()),
                Mailbox.of(
                        server,
                        from.orElse(""),
                        mailTo.orElse(""),
                        Optional.ofNullable(environment.get(PASSWORD))
                                .filter(one -> !one.isEmpty())));
    }

    String language() {
        if (!language.equals("en") && !language.equals("ar")) {
            throw new UsageException("--language takes en or ar, not '%s'".formatted(language));
        }
        return language;
    }
}
