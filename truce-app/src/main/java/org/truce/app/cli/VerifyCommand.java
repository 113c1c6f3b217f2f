package org.truce.app.cli;

import org.truce.app.attach.Attachments;
import org.truce.app.attach.FilesCheck;
import org.truce.app.feed.RandomSealer;
import org.truce.app.keys.KeyFolder;
import org.truce.app.store.EntryStore;
import org.truce.app.store.StoreException;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
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
            long destroyed,
            List<EntryStore.CheckedRegister> registers,
            Files files) {}

    /** How many attachments have their file here, never had it here, or had it destroyed. */
    record Files(long held, long notHeldHere, long destroyed) {}

    VerifyCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        try (EntryStore entries = store.open(surroundings)) {
            EntryStore.Check check = entries.verify(register);
            if (register.isPresent() && check.registers().isEmpty() && check.ok()) {
                throw new UsageException("there is no register %s here: see 'truce register list'"
                        .formatted(register.get()));
            }
            FilesCheck.Result files = checkFiles(entries, check.ok());
            List<String> problems = new ArrayList<>(check.problems());
            problems.addAll(files.problems());
            problems.addAll(checkAtHome(entries, check));
            if (json) {
                surroundings
                        .out()
                        .println(Json.text(new Verified(
                                check.entries(),
                                problems.isEmpty(),
                                problems,
                                check.withheld(),
                                check.destroyed(),
                                check.registers(),
                                new Files(files.held(), files.notHeldHere(), files.destroyed()))));
            }
            problems.forEach(surroundings.err()::println);
            surroundings
                    .err()
                    .printf(
                            problems.isEmpty()
                                    ? "%,d entries, all whole%n"
                                    : "%,d entries, not whole: see above%n",
                            check.entries());
            long notHere = check.withheld() + check.destroyed();
            if (notHere > 0) {
                surroundings
                        .err()
                        .printf(
                                "%,d protected values are not here: %,d withheld, %,d destroyed%n",
                                notHere, check.withheld(), check.destroyed());
            }
            return problems.isEmpty() ? 0 : 1;
        }
    }

    private List<String> checkAtHome(EntryStore entries, EntryStore.Check check) {
        KeyFolder keys = store.keys(surroundings);
        try {
            keys.checkReadable();
        } catch (StoreException unreadable) {
            return List.of("whether anything is missing that was signed here was not checked: "
                    + unreadable.getMessage());
        }
        List<String> problems = new ArrayList<>(listLackingAtHome(entries, check, keys));
        problems.addAll(listCutAtHome(entries, check, keys));
        return problems;
    }

    /**
     * Whoever signs a register wrote its entries with all their values, so here none is merely
     * withheld: the marks in the file that say which came without are not signed.
     */
    private List<String> listLackingAtHome(
            EntryStore entries, EntryStore.Check check, KeyFolder keys) {
        List<String> problems = new ArrayList<>();
        try {
            for (EntryStore.CheckedRegister checked : check.registers()) {
                boolean signedHere = checked.withheld() > 0
                        && entries.findLog(checked.name())
                                .filter(log -> log.checkpoint().text().equals(checked.checkpoint()))
                                .flatMap(log -> log.keys().current())
                                .filter(keys::holds)
                                .isPresent();
                if (signedHere) {
                    problems.add(("register %s is signed here, yet %,d of its protected values are"
                        + " missing (entries %s): taken out of the file, or lost. Take in a bundle"
                        + " that has them, or sign the loss with 'truce destroy'")
                            .formatted(
                                    checked.name(),
                                    checked.withheld(),
                                    String.join(", ", checked.withheldIn())));
                }
            }
        } catch (StoreException unreadable) {
            // Named above already: the keys of a register cannot be read.
            return problems;
        }
        return problems;
    }

    /**
     * A log cut where a signature ends is whole in itself: the keys beside it know of more.
     * Somebody may have signed on since the check began, so the log is asked once more, and after
     * the keys: they remember a signature only when it is durable.
     */
    private List<String> listCutAtHome(EntryStore entries, EntryStore.Check check, KeyFolder keys) {
        List<String> problems = new ArrayList<>();
        // Of two histories the longer is what was signed here last, or has it.
        Map<String, Long> longest = new TreeMap<>();
        check.registers().forEach(one -> longest.merge(one.name(), one.entries(), Math::max));
        longest.forEach((register, entriesHere) -> {
            try {
                long signed = entries.findLog(register)
                        .map(log -> keys.findSigned(log.keys().origin()))
                        .orElse(0L);
                boolean cut = signed > entriesHere
                        && entries.findLog(register)
                                .filter(now -> now.size() >= signed)
                                .isEmpty();
                if (cut) {
                    problems.add(
                            ("register %s was signed here up to entry %d, and its log ends with"
                                + " entry %d: its end was taken out, or this is an older state of"
                                + " it, such as a backup. Take in what came after ('truce accept',"
                                + " from a node that follows it)")
                                    .formatted(register, signed, entriesHere));
                }
            } catch (StoreException unreadable) {
                // Named above already: the keys of this register cannot be read.
                return;
            }
        });
        return problems;
    }

    /** @param readable whether the check of the logs found nothing in the way */
    private FilesCheck.Result checkFiles(EntryStore entries, boolean readable) {
        List<Attachments.Item> attachments;
        try {
            attachments = new Attachments(entries, new RandomSealer()).list();
        } catch (StoreException unreadable) {
            return notChecked(
                    readable
                            ? String.valueOf(unreadable.getMessage())
                            : "what is named above stands in the way. Keep a copy of the store, put"
                                    + " a backup in its place and take in what came after it"
                                    + " ('truce accept', from a node that follows it): see"
                                    + " docs/reference/backup.md");
        }
        try {
            return FilesCheck.run(attachments, store.files(surroundings), register);
        } catch (StoreException unreadable) {
            return notChecked(String.valueOf(unreadable.getMessage()));
        }
    }

    private static FilesCheck.Result notChecked(String why) {
        return new FilesCheck.Result(0, 0, 0, List.of("the files were not checked: " + why));
    }
}
