package org.truce.app.cli;

import org.truce.app.feed.Deciding;
import org.truce.app.feed.RandomSealer;
import org.truce.app.keys.KeyFolder;
import org.truce.app.store.EntryStore;
import org.truce.assess.Evidence;
import org.truce.base.Coded;
import org.truce.reconcile.Decisions;
import org.truce.record.DecisionAct;
import org.truce.record.Entry;
import org.truce.record.Logged;
import org.truce.show.DecisionList;
import org.truce.show.Disclosure;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "decide",
        mixinStandardHelpOptions = true,
        description = {
            "Put down what a person decided about reports.",
            "A later decision of the same register takes its place; both stay in the log."
        })
final class DecideCommand implements Callable<Integer> {
    /** Where a day begins first. */
    private static final ZoneOffset FIRST_ON_EARTH = ZoneOffset.ofHours(14);

    private final Surroundings surroundings;

    /** As for every date that is taken in. */
    private static final int FIRST_YEAR = 1900;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--register",
            paramLabel = "NAME",
            description = "The register that decides; the one that signs here when not given.")
    private Optional<String> register = Optional.empty();

    @Option(
            names = "--by",
            required = true,
            paramLabel = "WHO",
            description = "Who decided, by name or role; protected.")
    private String by = "";

    @Option(
            names = "--why",
            required = true,
            paramLabel = "TEXT",
            description = "Why; every reader sees it: name no private person and no place.")
    private String why = "";

    @Option(
            names = "--note",
            paramLabel = "TEXT",
            description = "What else is to be kept; protected.")
    private Optional<String> note = Optional.empty();

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "The day on which it was decided; today when not given.")
    private Optional<String> on = Optional.empty();

    @Option(
            names = "--actor",
            paramLabel = "ID",
            description = "With attribute: an actor of an agreement, or undetermined.")
    private Optional<String> actor = Optional.empty();

    @Option(names = "--json", description = "Print the decision as JSON on standard output.")
    private boolean json;

    @Parameters(
            index = "0",
            paramLabel = "ACT",
            description = {
                "link (they are one incident), split (no two of them are), verify, dispute, refute,"
                        + " cannot-verify, attribute, or reverse (an earlier decision no longer"
                        + " stands)."
            })
    private String act = "";

    @Parameters(
            index = "1..*",
            arity = "1..*",
            paramLabel = "ENTRY",
            description = {
                "Reports, as REGISTER:ID or by their id alone; an incident's id is that of its"
                        + " first report. For reverse one decision."
            })
    private List<String> names = List.of();

    DecideCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        DecisionAct decided = Coded.find(DecisionAct.class, act)
                .orElseThrow(() -> new UsageException("there is no act '%s': choose among %s"
                        .formatted(act, String.join(", ", Coded.listCodes(DecisionAct.class)))));
        check("--by", by);
        check("--why", why);
        try (EntryStore entries = store.open(surroundings)) {
            StoreOption.checkWhole(entries, Optional.empty());
            List<Logged> all = entries.listAll();
            String decides = register.orElseGet(() -> signsHere(entries, store.keys(surroundings)));
            CorrectCommand.checkRegister(entries, decides);
            LocalDate day = day(all);
            Entry.Decision decision;
            try {
                Deciding deciding = new Deciding(all, decides);
                decision = deciding.make(
                        decided,
                        names,
                        actor,
                        new Deciding.Said(by.strip(), day, why.strip(), note),
                        new RandomSealer());
            } catch (IllegalArgumentException notSo) {
                throw new UsageException(String.valueOf(notSo.getMessage()));
            }
            if (entries.append(List.of(decision)).getFirst() != EntryStore.Outcome.RECORDED) {
                throw new UsageException(
                        "another decision was put down at the same moment: nothing was recorded."
                                + " Run it again");
            }
            tell(entries, decision);
            return 0;
        }
    }

    private static void check(String option, String text) {
        if (text.isBlank()) {
            throw new UsageException(option + " is empty: say it in a few words");
        }
    }

    private LocalDate day(List<Logged> all) {
        LocalDate day;
        try {
            day = on.map(LocalDate::parse)
                    .orElseGet(() -> LocalDate.ofInstant(
                            surroundings.clock().instant(), Evidence.zoneOf(all)));
        } catch (DateTimeException notADay) {
            throw new UsageException(
                    "--on takes a day such as 2018-01-17, not '%s'".formatted(on.orElse("")));
        }
        if (day.getYear() < FIRST_YEAR) {
            throw new UsageException("--on is before %d: give the day on which it was decided"
                    .formatted(FIRST_YEAR));
        }
        if (day.isAfter(LocalDate.ofInstant(surroundings.clock().instant(), FIRST_ON_EARTH))) {
            throw new UsageException("--on: %s is still to come".formatted(day));
        }
        return day;
    }

    static String signsHere(EntryStore entries, KeyFolder keys) {
        List<String> registers = entries.listLogs().stream()
                .filter(log -> log.counts() > 0)
                .filter(log -> log.keys().current().filter(keys::holds).isPresent())
                .map(EntryStore.Log::register)
                .toList();
        if (registers.size() != 1) {
            throw new UsageException(
                    registers.isEmpty()
                            ? nobodySigns(entries, keys)
                            : "several registers sign here: name one of %s with --register"
                                    .formatted(String.join(", ", registers)));
        }
        return registers.getFirst();
    }

    /** A key that lies here may have been replaced elsewhere: then no new register is wanted. */
    private static String nobodySigns(EntryStore entries, KeyFolder keys) {
        return entries.listLogs().stream()
                .filter(log -> log.counts() > 0)
                .filter(log -> log.keys().listKeys().stream().anyMatch(keys::holds))
                .findFirst()
                .map(log -> ("the key of register %s that lies here was replaced or revoked, and"
                                + " signs no more: %s. Or found a register of your own with"
                                + " 'truce register new'")
                        .formatted(
                                log.register(),
                                log.keys()
                                        .current()
                                        .map(key -> "it signs with the key %s now, so bring that"
                                                        .formatted(key.id())
                                                + " one here")
                                        .orElse("the register is closed")))
                .orElse("no register signs here: found one with 'truce register new'");
    }

    private void tell(EntryStore entries, Entry.Decision decision) {
        DecisionList.Listed listed =
                DecisionList.of(entries.listAll(), Optional.empty(), new Disclosure.Holder())
                        .stream()
                        .filter(each -> each.register().equals(decision.register()))
                        .filter(each -> each.id().equals(decision.id()))
                        .findFirst()
                        .orElseThrow();
        if (json) {
            surroundings.out().println(Json.text(listed));
        }
        surroundings
                .err()
                .printf(
                        "decided: %s:%s (%s%s)%n",
                        listed.register(),
                        listed.id(),
                        listed.state(),
                        listed.stateBy().map(" by "::concat).orElse(""));
        boolean stoodBy = decision.act() == DecisionAct.REFUTE
                && listed.state().equals(Decisions.State.CONTESTED.code())
                && listed.stateBy().isEmpty();
        if (stoodBy) {
            surroundings
                    .err()
                    .printf(
                            "%s is a report of another register, which stands by it: it is disputed"
                                    + " until that register refutes it too%n",
                            listed.about().getFirst());
        }
    }
}
