package org.truce.app.cli;

import org.truce.app.exchange.Prover;
import org.truce.app.store.EntryStore;
import org.truce.record.Logged;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = {
            "Print proofs that single entries stand in a register's signed log.",
            "Whoever has them and the register's public key checks them with verify-report."
        })
final class ProveCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--register", required = true, paramLabel = "NAME", description = "Whose log.")
    private String register = "";

    @Parameters(
            arity = "1..*",
            paramLabel = "ENTRY",
            description = "Ids of entries; what their register said of them later is proven too.")
    private List<String> ids = new ArrayList<>();

    ProveCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (EntryStore entries = store.open(surroundings)) {
            Basis basis = Basis.of(entries, Optional.empty(), surroundings.clock());
            Set<String> wanted = Set.copyOf(ids);
            List<Logged> chosen = Prover.choose(
                    basis.entries(),
                    cited -> cited.register().equals(register) && wanted.contains(cited.id()));
            Set<String> missing = new HashSet<>(wanted);
            chosen.forEach(logged -> missing.remove(logged.entry().id()));
            if (!missing.isEmpty()) {
                throw new UsageException(
                        "register %s has no entry %s here: 'truce incidents --json' names the reports"
                                .formatted(register, String.join(", ", missing)));
            }
            surroundings
                    .out()
                    .println(new String(
                            new Prover(entries).prove(chosen, basis.pin()).write(),
                            StandardCharsets.UTF_8));
            return 0;
        }
    }
}
