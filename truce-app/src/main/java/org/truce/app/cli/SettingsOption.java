package org.truce.app.cli;

import org.truce.assess.AssessSettings;
import org.truce.assess.Evidence;
import org.truce.assess.SourceVoices;

import picocli.CommandLine.Option;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** The option that hands in a mission's own settings. */
final class SettingsOption {
    @Option(
            names = "--settings",
            paramLabel = "FILE",
            description = "A mission's own thresholds, words and sides of sources, as JSON; the"
                    + " usual ones when not given.")
    private Optional<Path> given = Optional.empty();

    /** Throws {@link UsageException}, which names the file and what is wrong in it. */
    AssessSettings read() throws IOException {
        return given.isPresent() ? SettingsFile.read(given.get()) : AssessSettings.USUAL;
    }

    /** What to know of sides that were given to names which nobody here has: a slip, perhaps. */
    List<String> cautions(Evidence evidence) {
        TreeSet<String> unknown = new TreeSet<>(evidence.settings().sides().keySet());
        if (unknown.isEmpty()) {
            return List.of();
        }
        unknown.removeAll(SourceVoices.listNames(evidence));
        return unknown.isEmpty()
                ? List.of()
                : List.of(("note: no report that counts here is by %s, whose side is set:"
                                + " write each as the reports have it")
                        .formatted(String.join(", ", unknown)));
    }
}
