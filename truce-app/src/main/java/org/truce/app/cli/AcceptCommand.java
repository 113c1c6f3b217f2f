package org.truce.app.cli;

import org.truce.app.attach.Attachments;
import org.truce.app.attach.BundledFiles;
import org.truce.app.exchange.BundleFile;
import org.truce.app.feed.RandomSealer;
import org.truce.app.store.EntryStore;
import org.truce.app.store.EntryStore.Reception;
import org.truce.app.store.StoreException;
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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

@Command(
        name = "accept",
        mixinStandardHelpOptions = true,
        description = {
            "Verify bundles of other nodes and take them in.",
            "Exit code 0 when all verified; 1 when one did not: it changed nothing.",
            "Files of attachments that lie beside a bundle, in BUNDLE.files, are taken in too."
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

    /** New registers of which it was said that nobody vouched for them. */
    private final Set<String> onTrust = new HashSet<>();

    /** The stable JSON shape; {@code problem} is null unless it, or a file with it, was refused. */
    record Accepted(
            String file,
            Optional<String> register,
            String result,
            long added,
            long alreadyThere,
            long values,
            long files,
            Optional<String> problem) {}

    AcceptCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        List<VerifierKey> trusted = keys.stream().map(AcceptCommand::getKey).toList();
        boolean allVerified = true;
        try (LateStore late = new LateStore(store, surroundings)) {
            for (Path file : bundles) {
                allVerified &= accept(late, file, trusted);
            }
            // A decision that came in may have destroyed a file that is here.
            late.find()
                    .ifPresent(entries -> new Attachments(entries, new RandomSealer())
                            .removeDestroyed(store.files(surroundings)));
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

    private boolean accept(LateStore late, Path file, List<VerifierKey> trusted) {
        try {
            Bundle bundle = read(file);
            KeyHistory history = BundleCheck.check(bundle, new EntryCodec());
            VerifyBundleCommand.checkTrust(history, trusted);
            EntryStore entries = late.get();
            boolean known = entries.findLog(bundle.register()).isPresent();
            Reception reception = entries.accept(bundle);
            BundledFiles.Taken files = takeFiles(entries, file, bundle.register());
            print(file, bundle, reception, files);
            if (!known && trusted.isEmpty() && onTrust.add(bundle.register())) {
                surroundings
                        .err()
                        .printf(
                                "register %s is new here and was taken on trust: compare its first"
                                        + " key with its owner, by voice: %s%n",
                                bundle.register(), history.listKeys().getFirst().text());
            }
            return files.refused().isEmpty();
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
                                0,
                                Optional.of(why))));
            }
            surroundings.err().printf("%s: refused, nothing was changed: %s%n", file, why);
            return false;
        }
    }

    /** One file that cannot be read is refused like one that was altered: the others go in. */
    private static Bundle read(Path file) {
        try {
            return BundleFile.read(file);
        } catch (StoreException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
    }

    /** A file that is not the one that was signed is refused alone: the entries are as signed. */
    private BundledFiles.Taken takeFiles(EntryStore entries, Path bundle, String register) {
        BundledFiles.Taken files = BundledFiles.take(
                new Attachments(entries, new RandomSealer())
                        .list().stream()
                                .filter(item -> item.entry().register().equals(register))
                                .toList(),
                store.files(surroundings),
                bundle);
        files.refused().forEach(why -> surroundings.err().println("refused: " + why));
        if (files.files() > 0) {
            surroundings
                    .err()
                    .printf(
                            "%s: files taken in: %,d%n",
                            BundledFiles.beside(bundle), files.files());
        }
        if (files.unnamed() > 0) {
            surroundings
                    .err()
                    .printf(
                            "%s: %,d files that no attachment here names were left there%n",
                            BundledFiles.beside(bundle), files.unnamed());
        }
        return files;
    }

    private void print(Path file, Bundle bundle, Reception reception, BundledFiles.Taken files) {
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
                            files.files(),
                            files.refused().stream().findFirst())));
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
