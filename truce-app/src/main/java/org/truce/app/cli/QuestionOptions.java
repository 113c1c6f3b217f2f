package org.truce.app.cli;

import org.truce.app.store.EntryStore;
import org.truce.assess.AssessSettings;
import org.truce.base.Moment;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

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

    @Mixin
    private BasisOptions basis = new BasisOptions();

    /** As {@link BasisOptions#basis}. */
    Basis basis(EntryStore store, Surroundings surroundings) {
        return basis.basis(store, surroundings);
    }

    /** Likewise for an answer by these settings. */
    Basis basis(EntryStore store, AssessSettings settings, Surroundings surroundings) {
        return basis.basis(store, settings, surroundings);
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

    /** For questions in which a span that ends before it begins would find nothing. */
    void checkOrder() {
        checkOrder(from(), to());
    }

    /** Likewise of a span that was given by other options. */
    static void checkOrder(Optional<Moment> from, Optional<Moment> to) {
        boolean reversed = from.isPresent()
                && to.isPresent()
                && to.get().endIn(ZoneOffset.UTC).isBefore(from.get().startIn(ZoneOffset.UTC));
        if (reversed) {
            throw new UsageException("--to is before --from: exchange them");
        }
    }

    Optional<LocalDate> asKnown() {
        return basis.asKnown();
    }

    static Moment getMoment(String option, String text) {
        return Moment.find(text)
                .orElseThrow(() ->
                        new UsageException("%s takes 2017-07-09 or 2017-07-09T12:00+03:00, not '%s'"
                                .formatted(option, text)));
    }
}
