package org.truce.app.cli;

import org.truce.app.serve.DeskServer;
import org.truce.app.store.EntryStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "desk",
        mixinStandardHelpOptions = true,
        description = {
            "Serve the duty officer's desk on this machine, at an address with a secret.",
            "Each person starts one under their own name: a second one approves."
        })
final class DeskCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--by",
            required = true,
            paramLabel = "WHO",
            description = "Who sits at it, by name or role; protected.")
    private String by = "";

    @Option(
            names = "--register",
            paramLabel = "NAME",
            description =
                    "Whose notices and log it writes; the one that signs here when not" + " given.")
    private Optional<String> register = Optional.empty();

    @Option(names = "--port", paramLabel = "N", description = "0, the default, takes any free one.")
    private int port;

    DeskCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        if (by.isBlank()) {
            throw new UsageException("--by is empty: say who sits at the desk");
        }
        if (port < 0 || port > 65_535) {
            throw new UsageException("a port is a number from 0 to 65535, not " + port);
        }
        EntryStore entries = store.open(surroundings);
        StoreOption.checkWhole(entries, Optional.empty());
        String writes = register.orElseGet(
                () -> DecideCommand.signsHere(entries, store.keys(surroundings)));
        Custodian.checkSigns(entries, store.keys(surroundings), writes);
        DeskServer server =
                DeskServer.start(entries, writes, by.strip(), port, surroundings.clock());
        surroundings
                .err()
                .printf(
                        "the desk of %s: %s%nWhoever has this address acts as %s: show it to"
                                + " nobody. Stop with Ctrl-C.%n",
                        by.strip(), server.address(), by.strip());
        return ServeCommand.STAYS;
    }
}
