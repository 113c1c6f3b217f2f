package org.truce.app.cli;

import org.truce.app.desk.Said;

import picocli.CommandLine.Option;

import java.util.List;
import java.util.Optional;

/** What came back about a notice, or was said about it. */
final class CameOptions {
    @Option(names = "--text", paramLabel = "TEXT", description = "What was said; protected.")
    private Optional<String> text = Optional.empty();

    @Option(
            names = "--via",
            paramLabel = "CODE",
            description = "file, e-mail, hotline, radio or in-person.")
    private Optional<String> via = Optional.empty();

    @Option(
            names = "--evidence",
            paramLabel = "KIND:ID",
            description = "An entry of the register that shows it; may be given again.")
    private List<String> evidence = List.of();

    Said.Step said() {
        return said("", "");
    }

    Said.Step said(String reply, String level) {
        return new Said.Step(via.orElse(""), reply, level, evidence, text.orElse(""));
    }
}
