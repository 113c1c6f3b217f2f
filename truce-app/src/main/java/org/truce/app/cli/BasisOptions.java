package org.truce.app.cli;

import org.truce.app.store.EntryStore;
import org.truce.assess.AssessSettings;

import picocli.CommandLine.Option;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

/** The options that say from which entries to answer. */
final class BasisOptions {
    @Option(
            names = "--as-known",
            paramLabel = "D",
            description = "Use only what was known on that day; entries of a register that was"
                    + " entered afterwards count from their publication. To have an answer"
                    + " again as it was given, use its pin.")
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
        return told(Basis.of(store, pin, surroundings.clock()), surroundings);
    }

    /** The same for an answer by these settings, which the pin names. */
    Basis basis(EntryStore store, AssessSettings settings, Surroundings surroundings) {
        return told(
                Basis.of(store, pin, surroundings.clock()).by(settings, pin.isPresent()),
                surroundings);
    }

    private Basis told(Basis basis, Surroundings surroundings) {
        surroundings.err().println("pin: " + basis.pin().text());
        basis.caution().ifPresent(words -> surroundings.err().println("note: " + words));
        asKnown()
                .filter(day ->
                        day.isAfter(basis.pin().asked().atZone(ZoneOffset.UTC).toLocalDate()))
                .ifPresent(day -> surroundings
                        .err()
                        .println("note: %s has not come yet: all that is known now is used"
                                .formatted(day)));
        try {
            return basis.ofRegisters(registers);
        } catch (IllegalArgumentException unknown) {
            throw new UsageException(String.valueOf(unknown.getMessage()));
        }
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
}
