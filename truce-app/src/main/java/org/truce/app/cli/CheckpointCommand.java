package org.truce.app.cli;

import org.truce.app.exchange.Exporter;
import org.truce.app.store.EntryStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.concurrent.Callable;

@Command(
        name = "checkpoint",
        mixinStandardHelpOptions = true,
        description = {
            "Print a register's last signed checkpoint: how far its log goes, and its root.",
            "Whoever keeps it can tell later that nothing before it was changed."
        })
final class CheckpointCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--register", required = true, paramLabel = "NAME", description = "Whose log.")
    private String register = "";

    CheckpointCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (EntryStore entries = store.open(surroundings)) {
            surroundings
                    .out()
                    .print(new Exporter(entries).getLog(register).checkpoint().text());
            return 0;
        }
    }
}
