package org.truce.app.cli;

import org.truce.app.attach.Attachments;
import org.truce.app.exchange.BundleFile;
import org.truce.app.feed.RandomSealer;
import org.truce.app.store.EntryStore;
import org.truce.proof.Checkpoint;
import org.truce.proof.SignedNote;
import org.truce.proof.VerifierKey;
import org.truce.record.Bundle;
import org.truce.record.BundleCheck;
import org.truce.record.EntryCodec;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;

@Command(
        name = "follow",
        mixinStandardHelpOptions = true,
        description = {
            "Take in what another node's log adds, over a line, until stopped.",
            "Every bundle is verified first; nothing protected comes over the line."
        })
final class FollowCommand implements Callable<Integer> {
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--key",
            required = true,
            paramLabel = "KEY",
            description = "A public key of the register, got from its owner on another way.")
    private String key = "";

    @Option(names = "--once", description = "Take in what is there now, and end.")
    private boolean once;

    @Parameters(
            paramLabel = "URL",
            description = "The log's address, http://HOST:PORT/log/NAME/FINGERPRINT.")
    private URI url = URI.create("");

    FollowCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws InterruptedException {
        VerifierKey trusted = AcceptCommand.getKey(key);
        if (!("http".equals(url.getScheme()) || "https".equals(url.getScheme()))) {
            throw new UsageException(
                    "follow takes a log's address, http://HOST:PORT/log/NAME/FINGERPRINT, not '%s'"
                            .formatted(url));
        }
        Duration pause = PAUSE;
        boolean reached = true;
        try (LateStore late = new LateStore(store, surroundings);
                HttpClient client = HttpClient.newBuilder()
                        .followRedirects(HttpClient.Redirect.NEVER)
                        .connectTimeout(PATIENCE)
                        .build()) {
            while (true) {
                try {
                    takeIn(client, late, trusted);
                    pause = PAUSE;
                    reached = true;
                } catch (IOException lineDown) {
                    if (once) {
                        throw new UsageException("%s cannot be reached (%s): see that it serves"
                                .formatted(url, why(lineDown)));
                    }
                    if (reached) {
                        surroundings.err().printf("%s cannot be reached: trying on%n", url);
                    }
                    reached = false;
                    Duration twice = pause.multipliedBy(2);
                    pause = twice.compareTo(LONGEST_PAUSE) < 0 ? twice : LONGEST_PAUSE;
                } catch (IllegalArgumentException refused) {
                    surroundings
                            .err()
                            .println("refused, nothing was changed: " + refused.getMessage());
                    return 1;
                }
                if (once) {
                    return 0;
                }
                Thread.sleep(pause);
            }
        }
    }

    private static String why(IOException lineDown) {
        return lineDown instanceof ConnectException
                ? "nothing answers there"
                : Objects.requireNonNullElse(
                        lineDown.getMessage(), lineDown.getClass().getSimpleName());
    }

    private void takeIn(HttpClient client, LateStore late, VerifierKey trusted)
            throws IOException, InterruptedException {
        byte[] note = fetch(client, "/checkpoint");
        Checkpoint there = Checkpoint.parse(
                SignedNote.parse(new String(note, StandardCharsets.UTF_8)).body());
        List<EntryStore.Log> logs = late.find().map(EntryStore::listLogs).orElse(List.of());
        long here = logs.stream()
                .filter(log -> log.keys().origin().equals(there.origin()))
                .mapToLong(EntryStore.Log::counts)
                .max()
                .orElse(0);
        boolean known = here == there.size()
                && logs.stream()
                        .anyMatch(log -> log.size() == here
                                && late.get().tree(log).root(here).equals(there.root()));
        if (known) {
            return;
        }
        // A log that is shorter than ours, or another one, is asked for whole: it is evidence.
        long from = there.size() > here ? here : 0;
        Bundle bundle = BundleFile.read(
                new ByteArrayInputStream(fetch(client, "/bundle?from=" + from)), url.toString());
        VerifyBundleCommand.checkTrust(
                BundleCheck.check(bundle, new EntryCodec()), List.of(trusted));
        EntryStore entries = late.get();
        EntryStore.Reception reception = entries.accept(bundle);
        // A decision that came in may have destroyed a file that is here.
        new Attachments(entries, new RandomSealer()).removeDestroyed(store.files(surroundings));
        surroundings
                .err()
                .printf("register %s: new entries: %,d%n", bundle.register(), reception.added());
        if (reception.result() == EntryStore.Reception.Result.TWO_HISTORIES) {
            throw new IllegalArgumentException(
                    "register %s has shown two histories: both are kept, see 'truce register list'"
                            .formatted(bundle.register()));
        }
    }

    private byte[] fetch(HttpClient client, String path) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE).build();
        HttpResponse<byte[]> response =
                client.send(request, HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) {
            throw new IOException("it answered " + response.statusCode());
        }
        return response.body();
    }
}
