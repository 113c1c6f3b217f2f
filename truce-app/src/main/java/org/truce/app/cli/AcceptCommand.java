package org.truce.app.cli;

import org.truce.app.attach.Attachments;
import org.truce.app.exchange.BundleFile;
import org.truce.app.feed.RandomSealer;
import org.truce.app.store.EntryStore;
import org.truce.app.store.EntryStore.Reception;
import org.truce.proof.VerifierKey;
import org.truce.record.Bundle;
import org.truce.record.BundleCheck;
import org.truce.record.EntryCodec;
import org.truce.record.KeyHistory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        description = {
            "Verify bundles of other nodes and take them in.",
            "Exit code 0 when all verified; 1 when one did not: it changed nothing."
        })
final class AcceptCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--key",
            paramLabel = "KEY",
            description = "Take in only what is signed under this public key; may be repeated.")
    private List<String> keys = List.of();

    @Option(names = "--json", description = "Print a JSON object for each bundle.")
    private boolean json;

    @Parameters(arity = "1..*", paramLabel = "BUNDLE", description = "Files to take in.")
    private List<Path> bundles = List.of();

    /** The stable JSON shape; {@code problem} is null unless the bundle was refused. */
    record Accepted(
            String file,
            Optional<String> register,
            String result,
            long added,
            long alreadyThere,
            long values,
            Optional<String> problem) {}

    AcceptCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<VerifierKey> trusted = keys.stream().map(AcceptCommand::getKey).toList();
        boolean allVerified = true;
        try (EntryStore entries = store.openOrCreate(surroundings)) {
            for (Path file : bundles) {
                allVerified &= accept(entries, file, trusted);
            }
            // A decision that came in may have destroyed a file that is here.
            new Attachments(entries, new RandomSealer()).removeDestroyed(store.files(surroundings));
        }
        return allVerified ? 0 : 1;
    }

    static VerifierKey getKey(String text) {
        try {
            return VerifierKey.parse(text);
        } catch (IllegalArgumentException noKey) {
            throw new UsageException("--key: " + noKey.getMessage());
        }
    }

    private boolean accept(EntryStore entries, Path file, List<VerifierKey> trusted) {
        try {
            Bundle bundle = BundleFile.read(file);
            KeyHistory history = BundleCheck.check(bundle, new EntryCodec());
            VerifyBundleCommand.checkTrust(history, trusted);
            boolean known = entries.findLog(bundle.register()).isPresent();
            Reception reception = entries.accept(bundle);
            print(file, bundle, reception);
            if (!known && trusted.isEmpty()) {
                surroundings
                        .err()
                        .printf(
                                "register %s is new here and was taken on trust: compare its first"
                                        + " key with its owner, by voice: %s%n",
                                bundle.register(), history.listKeys().getFirst().text());
            }
            return true;
        } catch (IllegalArgumentException refused) {
            String why = String.valueOf(refused.getMessage());
            if (json) {
                surroundings
                        .out()
                        .println(Json.text(new Accepted(
                                file.getFileName().toString(),
                                Optional.empty(),
                                "refused",
                                0,
                                0,
                                0,
                                Optional.of(why))));
            }
            surroundings.err().printf("%s: refused, nothing was changed: %s%n", file, why);
            return false;
        }
    }

    private void print(Path file, Bundle bundle, Reception reception) {
        String result = reception.result().name().toLowerCase(Locale.ROOT).replace('_', '-');
        if (json) {
            surroundings
                    .out()
                    .println(Json.text(new Accepted(
                            file.getFileName().toString(),
                            Optional.of(bundle.register()),
                            result,
                            reception.added(),
                            reception.alreadyThere(),
                            reception.values(),
                            Optional.empty())));
        }
        surroundings
                .err()
                .printf(
                        "%s: register %s: new entries: %,d; already there: %,d; protected values"
                                + " added: %,d%n",
                        file,
                        bundle.register(),
                        reception.added(),
                        reception.alreadyThere(),
                        reception.values());
        switch (reception.result()) {
            case TAKEN_IN -> {}
            case WAITS ->
                surroundings
                        .err()
                        .printf(
                                "it is kept until what comes before entry %d arrives: ask for a"
                                        + " bundle without --since%n",
                                bundle.before().size() + 1);
            case ONE_SET_ASIDE ->
                surroundings
                        .err()
                        .printf(
                                "register %s has shown two histories; the one counts in which its"
                                        + " owner took the old key away, the other is kept aside%n",
                                bundle.register());
            case TWO_HISTORIES ->
                surroundings
                        .err()
                        .printf(
                                "register %s has shown two histories: both are kept, and only what"
                                        + " they have in common counts until its owner revokes the"
                                        + " key ('truce register revoke')%n",
                                bundle.register());
        }
    }
}
