package org.truce.app.cli;

import picocli.CommandLine.Option;

import java.util.Optional;

/** Who records a step of custody, and where. */
final class CustodyOptions {
    @Option(
            names = "--register",
            paramLabel = "NAME",
            description = "The register that records it; that of the attachment when not given.")
    Optional<String> register = Optional.empty();

    @Option(
            names = "--by",
            paramLabel = "ROLE",
            description = "Who does it; the register itself when not given. Protected.")
    Optional<String> by = Optional.empty();

    @Option(names = "--note", paramLabel = "TEXT", description = "What else to keep. Protected.")
    Optional<String> note = Optional.empty();
}
