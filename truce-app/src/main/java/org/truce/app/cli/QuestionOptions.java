package org.truce.app.cli;

import org.truce.app.store.EntryStore;
import org.truce.base.Moment;

import picocli.CommandLine.Option;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/** The options that ask about an area and a time. */
final class QuestionOptions {
    @Option(
            names = "--reading",
            paramLabel = "R",
            description = "The reading of the area's outline; every reading when not given.")
    private Optional<String> reading = Optional.empty();

    @Option(
            names = "--from",
            paramLabel = "T",
            description =
                    "2017-07-09 is that whole local day; 2017-07-09T12:00+03:00 is that hour.")
    private Optional<String> from = Optional.empty();

    @Option(names = "--to", paramLabel = "T", description = "The end; a bare date is inside.")
    private Optional<String> to = Optional.empty();

    @Option(
            names = "--as-known",
            paramLabel = "D",
            description = "Use only what was known on that day.")
    private Optional<String> asKnown = Optional.empty();

    @Option(
            names = "--register",
            paramLabel = "NAME",
            description = "Use only this register's entries; may be repeated; all when not given.")
    private Set<String> registers = Set.of();

    @Option(
            names = "--pin",
            paramLabel = "PIN",
            description = "Answer as at an earlier answer: from the same entries, at its instant.")
    private Optional<String> pin = Optional.empty();

    /**
     * The entries asked about and the instant of asking. Says on standard error by which pin the
     * same answer can be had again.
     */
    Basis basis(EntryStore store, Surroundings surroundings) {
        Basis basis = Basis.of(store, pin, surroundings.clock());
        surroundings.err().println("pin: " + basis.pin().text());
        try {
            return basis.ofRegisters(registers);
        } catch (IllegalArgumentException unknown) {
            throw new UsageException(String.valueOf(unknown.getMessage()));
        }
    }

    Optional<String> reading() {
        return reading;
    }

    Optional<Moment> from() {
        return from.map(text -> getMoment("--from", text));
    }

    Optional<Moment> to() {
        return to.map(text -> getMoment("--to", text));
    }

    Optional<LocalDate> asKnown() {
        return asKnown.map(text -> {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException notADay) {
                throw new UsageException(
                        "--as-known takes a day such as 2018-01-17, not '%s'".formatted(text));
            }
        });
    }

    static Moment getMoment(String option, String text) {
        return Moment.find(text)
                .orElseThrow(() ->
                        new UsageException("%s takes 2017-07-09 or 2017-07-09T12:00+03:00, not '%s'"
                                .formatted(option, text)));
    }
}
