package org.truce.app.cli;

import org.truce.app.store.EntryStore;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description = {
            "Check every log from its first entry; name what was altered, taken out or moved.",
            "Exit code 0 when all is whole, 1 when it is not."
        })
final class VerifyCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--register",
            paramLabel = "NAME",
            description = "Only this register's log; all when not given.")
    private Optional<String> register = Optional.empty();

    @Option(names = "--json", description = "Print the result as JSON on standard output.")
    private boolean json;

    /** The stable JSON shape. */
    record Verified(
            long entries,
            boolean ok,
            List<String> problems,
            long withheld,
            List<EntryStore.CheckedRegister> registers) {}

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (EntryStore entries = store.open(surroundings)) {
            EntryStore.Check check = entries.verify(register);
            if (json) {
                surroundings
                        .out()
                        .println(Json.text(new Verified(
                                check.entries(),
                                check.ok(),
                                check.problems(),
                                check.withheld(),
                                check.registers())));
            }
            check.problems().forEach(surroundings.err()::println);
            surroundings
                    .err()
                    .printf(
                            check.ok()
                                    ? "%,d entries, all whole%n"
                                    : "%,d entries, not whole: see above%n",
                            check.entries());
            return check.ok() ? 0 : 1;
        }
    }
}
