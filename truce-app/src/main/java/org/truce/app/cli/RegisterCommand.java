package org.truce.app.cli;

import org.truce.app.keys.KeyFolder;
import org.truce.app.store.EntryStore;
import org.truce.intake.Format;
import org.truce.intake.Intake;
import org.truce.proof.SigningKey;
import org.truce.proof.VerifierKey;
import org.truce.record.Entered;
import org.truce.record.Entry;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

@Command(
        name = "register",
        mixinStandardHelpOptions = true,
        description = "Registers and the keys with which they sign: new, list, rotate, revoke.")
final class RegisterCommand implements Runnable {
    private static final Entered COMMAND_LINE = Entered.by("command line");

    private final Surroundings surroundings;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** The stable JSON shape of a line of {@code register list}. */
    record Listed(
            String name,
            String origin,
            long entries,
            long counts,
            Optional<String> key,
            List<String> earlierKeys,
            boolean signsHere) {}

    RegisterCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "name one of new, list, rotate, revoke");
    }

    @Command(
            name = "new",
            mixinStandardHelpOptions = true,
            description = "Found a register with keys of its own.")
    int found(
            @Mixin StoreOption store,
            @Parameters(paramLabel = "NAME", description = "The register's name.") String name) {
        ImportCommand.checkName(name);
        try (EntryStore entries = store.openOrCreate(surroundings)) {
            if (entries.findLog(name).isPresent()) {
                throw new UsageException(
                        "there is a register %s already: choose another name".formatted(name));
            }
            entries.append(
                    List.of(Intake.declarationFor(Format.REPORTS, name, COMMAND_LINE.file())));
            tell(entries.findLog(name).orElseThrow());
            return 0;
        }
    }

    private void tell(EntryStore.Log log) {
        surroundings
                .err()
                .printf(
                        "register %s signs with %s%n",
                        log.register(),
                        log.keys().current().map(VerifierKey::text).orElse("no key: it is closed"));
    }

    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Every register with its log, its public key and whether it signs here.")
    int list(
            @Mixin StoreOption store,
            @Option(names = "--json", description = "Print one JSON object a line.") boolean json) {
        try (EntryStore entries = store.open(surroundings)) {
            KeyFolder folder = store.keys(surroundings);
            for (EntryStore.Log log : entries.listLogs()) {
                Listed listed = listed(log, folder);
                surroundings.out().println(json ? Json.text(listed) : line(listed));
            }
            return 0;
        }
    }

    private static Listed listed(EntryStore.Log log, KeyFolder folder) {
        Optional<VerifierKey> current = log.keys().current();
        return new Listed(
                log.register(),
                log.keys().origin(),
                log.size(),
                log.counts(),
                current.map(VerifierKey::text),
                log.keys().listKeys().stream()
                        .filter(key -> !current.equals(Optional.of(key)))
                        .map(VerifierKey::text)
                        .toList(),
                current.filter(folder::holds).isPresent());
    }

    private static String line(Listed listed) {
        String counts = listed.counts() == listed.entries()
                ? ""
                : ", of which %,d count: it has shown two histories".formatted(listed.counts());
        return "%s\t%,d entries%s\t%s\t%s"
                .formatted(
                        listed.name(),
                        listed.entries(),
                        counts,
                        listed.signsHere() ? "signs here" : "followed",
                        listed.key().orElse("closed"));
    }

    @Command(
            name = "rotate",
            mixinStandardHelpOptions = true,
            description = "Give a register a new key, signed by the one it has.")
    int rotate(
            @Mixin StoreOption store,
            @Parameters(paramLabel = "NAME", description = "The register's name.") String name,
            @Option(names = "--reason", required = true, description = "Why; everybody sees it.")
                    String reason) {
        CorrectCommand.checkReason(reason);
        try (EntryStore entries = store.open(surroundings)) {
            EntryStore.Log log = getLog(entries, name);
            KeyFolder folder = store.keys(surroundings);
            VerifierKey current = getCurrent(log);
            SigningKey signer = folder.find(current)
                    .orElseThrow(() -> new UsageException(
                            ("the key %s of register %s is not here: rotate it where it signs, or"
                                            + " revoke it with the recovery key")
                                    .formatted(current.id(), name)));
            SigningKey next = folder.newKey(log.keys().origin());
            entries.changeKey(
                    change(log, next, log.keys().recovery(), current, false, reason), signer);
            tell(entries.findLog(name).orElseThrow());
            return 0;
        }
    }

    @Command(
            name = "revoke",
            mixinStandardHelpOptions = true,
            description = {
                "Take the key from a register whose laptop is lost, and give it a new one.",
                "What the old key signed before stays; what it signs after is refused."
            })
    int revoke(
            @Mixin StoreOption store,
            @Parameters(paramLabel = "NAME", description = "The register's name.") String name,
            @Option(
                            names = "--recovery",
                            required = true,
                            paramLabel = "FILE",
                            description = "The register's recovery key.")
                    Path recovery,
            @Option(names = "--reason", required = true, description = "Why; everybody sees it.")
                    String reason) {
        CorrectCommand.checkReason(reason);
        try (EntryStore entries = store.open(surroundings)) {
            EntryStore.Log log = getLog(entries, name);
            KeyFolder folder = store.keys(surroundings);
            VerifierKey current = getCurrent(log);
            if (!Files.isRegularFile(recovery)) {
                throw new UsageException(
                        "there is no key file %s: name the recovery key".formatted(recovery));
            }
            SigningKey signer = folder.read(recovery);
            if (!log.keys().recovery().equals(Optional.of(signer.verifier()))) {
                throw new UsageException(
                        "%s is not the recovery key of register %s: take the one whose id is %s"
                                .formatted(
                                        recovery,
                                        name,
                                        log.keys()
                                                .recovery()
                                                .map(VerifierKey::id)
                                                .orElse("none")));
            }
            SigningKey next = folder.newKey(log.keys().origin());
            Optional<VerifierKey> nextRecovery =
                    Optional.of(folder.newRecovery(name, log.keys().origin()));
            entries.changeKey(change(log, next, nextRecovery, current, true, reason), signer);
            tell(entries.findLog(name).orElseThrow());
            return 0;
        }
    }

    private static Entry.RegisterKey change(
            EntryStore.Log log,
            SigningKey next,
            Optional<VerifierKey> recovery,
            VerifierKey replaced,
            boolean revoked,
            String reason) {
        return new Entry.RegisterKey(
                log.register(),
                "K-" + next.verifier().id(),
                COMMAND_LINE,
                Optional.of(next.verifier().text()),
                recovery.map(VerifierKey::text),
                Optional.of(replaced.id()),
                revoked,
                reason);
    }

    private static VerifierKey getCurrent(EntryStore.Log log) {
        return log.keys()
                .current()
                .orElseThrow(() -> new UsageException(
                        "register %s is closed: it signs no more".formatted(log.register())));
    }

    private static EntryStore.Log getLog(EntryStore entries, String name) {
        return entries.findLog(name)
                .orElseThrow(() -> new UsageException(
                        "there is no register %s: 'truce register list' shows which there are"
                                .formatted(name)));
    }
}
