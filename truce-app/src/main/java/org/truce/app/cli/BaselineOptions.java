package org.truce.app.cli;

import org.truce.assess.Question;
import org.truce.base.Moment;

import picocli.CommandLine.Option;

import java.util.Optional;

/** The options that name the time to compare with. */
final class BaselineOptions {
    @Option(
            names = "--baseline-from",
            paramLabel = "T",
            description =
                    "The first day to compare with; the year before the terms when not given.")
    private Optional<String> from = Optional.empty();

    @Option(
            names = "--baseline-to",
            paramLabel = "T",
            description = "The last day to compare with.")
    private Optional<String> to = Optional.empty();

    Optional<Moment> from() {
        return from.map(text -> QuestionOptions.getMoment("--baseline-from", text));
    }

    Optional<Moment> to() {
        return to.map(text -> QuestionOptions.getMoment("--baseline-to", text));
    }

    /** Both ends or neither. */
    Optional<Question.Span> span() {
        if (from.isPresent() != to.isPresent()) {
            throw new UsageException("give both --baseline-from and --baseline-to, or neither");
        }
        return from().map(first -> new Question.Span(first, to().orElseThrow()));
    }
}
