package org.truce.app.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The real command line, run inside the test with streams and a clock of its own. */
public final class Terminal {
    /** The root of the repository. */
    public static final Path ROOT = findRoot();

    public static final Path SAMPLE = ROOT.resolve("samples/southwest-syria");

    private Terminal() {}

    /** What a command left behind. */
    public record Ran(int exit, String out, String err) {
        public List<String> lines() {
            return out.lines().toList();
        }

        /** By which the same answer can be had again. */
        public String pin() {
            return err.lines()
                    .filter(line -> line.startsWith("pin: "))
                    .findFirst()
                    .orElseThrow()
                    .substring("pin: ".length());
        }
    }

    public static Ran run(String... arguments) {
        return runAt(Clock.systemUTC(), arguments);
    }

    public static Ran runAt(Clock clock, String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        PrintWriter results = new PrintWriter(out);
        PrintWriter messages = new PrintWriter(err);
        int exit = Main.run(new Surroundings(results, messages, clock, Map.of()), arguments);
        results.flush();
        messages.flush();
        return new Ran(exit, out.toString(), err.toString());
    }

    private static Path findRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("STYLE.md"))) {
            folder = Objects.requireNonNull(folder.getParent());
        }
        return folder;
    }
}
