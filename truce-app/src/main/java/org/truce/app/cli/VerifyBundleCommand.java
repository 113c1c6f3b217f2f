package org.truce.app.cli;

import org.truce.app.exchange.BundleFile;
import org.truce.proof.Checkpoint;
import org.truce.proof.VerifierKey;
import org.truce.record.Bundle;
import org.truce.record.BundleCheck;
import org.truce.record.EntryCodec;
import org.truce.record.KeyHistory;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "verify-bundle",
        mixinStandardHelpOptions = true,
        description = {
            "Check a bundle from itself and a public key alone; needs no store.",
            "Exit code 0 when it verifies, 1 when it does not."
        })
final class VerifyBundleCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--key",
            required = true,
            paramLabel = "KEY",
            description = "A public key of the register, got from its owner on another way.")
    private String key = "";

    @Option(names = "--json", description = "Print the result as JSON on standard output.")
    private boolean json;

    @Parameters(paramLabel = "FILE", description = "The bundle.")
    private Path file = Path.of("");

    /** The stable JSON shape; {@code problem} is null when it verifies. */
    record Result(
            boolean ok,
            Optional<String> register,
            Optional<String> origin,
            long from,
            long to,
            Optional<String> problem) {}

    VerifyBundleCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        VerifierKey trusted = AcceptCommand.getKey(key);
        try {
            Bundle bundle = BundleFile.read(file);
            KeyHistory history = BundleCheck.check(bundle, new EntryCodec());
            checkTrust(history, List.of(trusted));
            long size = Checkpoint.parse(bundle.checkpoint().body()).size();
            long from = bundle.before().size() + 1;
            print(new Result(
                    true,
                    Optional.of(bundle.register()),
                    Optional.of(bundle.origin()),
                    from,
                    size,
                    Optional.empty()));
            surroundings
                    .err()
                    .printf(
                            "entries %,d to %,d of register %s are those that it signed%n",
                            from, size, bundle.register());
            return 0;
        } catch (IllegalArgumentException refused) {
            String why = String.valueOf(refused.getMessage());
            print(new Result(false, Optional.empty(), Optional.empty(), 0, 0, Optional.of(why)));
            surroundings.err().println("truce: " + why);
            return 1;
        }
    }

    private void print(Result result) {
        if (json) {
            surroundings.out().println(Json.text(result));
        }
    }

    /** Throws {@link IllegalArgumentException} when none of the keys is one of the log's. */
    static void checkTrust(KeyHistory history, List<VerifierKey> trusted) {
        if (!trusted.isEmpty() && trusted.stream().noneMatch(history.listKeys()::contains)) {
            throw new IllegalArgumentException(
                    "it is signed under other keys than the one you named: ask the"
                            + " register's owner for its public key");
        }
    }
}
