package org.truce.app.cli;

import org.truce.app.feed.Corrections;
import org.truce.app.store.EntryStore;
import org.truce.record.Entry;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "withdraw",
        mixinStandardHelpOptions = true,
        description = {
            "Withdraw entries: they stay in the log, and count no more from here on.",
            "A later correction brings an entry back."
        })
final class WithdrawCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--register",
            required = true,
            paramLabel = "NAME",
            description = "The register whose entries they are.")
    private String register = "";

    @Option(
            names = "--reason",
            required = true,
            paramLabel = "TEXT",
            description = "Why; every reader sees it.")
    private String reason = "";

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "The kind of the entries; report when not given.")
    private String kind = "report";

    @Parameters(arity = "1..*", paramLabel = "ID", description = "Their ids.")
    private List<String> ids = List.of();

    WithdrawCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        CorrectCommand.checkReason(reason);
        try (EntryStore entries = store.open(surroundings)) {
            CorrectCommand.checkRegister(entries, register);
            Corrections corrections = new Corrections(entries, reason);
            List<Entry> withdrawals = new ArrayList<>();
            for (String id : ids) {
                Optional<Entry.Withdrawal> made = corrections.withdraw(register, kind, id);
                if (made.isEmpty()) {
                    throw new UsageException(
                            ("register %s has no %s %s that counts: nothing was withdrawn. See its"
                                            + " id, and its kind (--kind)")
                                    .formatted(register, kind, id));
                }
                withdrawals.add(made.get());
            }
            entries.append(withdrawals);
            surroundings.err().printf("withdrawn: %,d%n", withdrawals.size());
            return 0;
        }
    }
}
