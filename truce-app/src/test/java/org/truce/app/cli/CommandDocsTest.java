package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the docs say of the command line is what it says itself, and what they tell to run runs. */
final class CommandDocsTest {
    private static final Pattern BLOCK =
            Pattern.compile("^```(\\w*)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    @TempDir
    Path folder;

    private static Stream<String[]> blocks(Path page) throws IOException {
        Matcher block = BLOCK.matcher(Files.readString(page));
        List<String[]> blocks = new ArrayList<>();
        while (block.find()) {
            blocks.add(new String[] {block.group(1), block.group(2)});
        }
        return blocks.stream();
    }

    /** What stands under each block of the command line's page that begins with "$ truce". */
    private static Map<String, String> shown() throws IOException {
        Path page = Terminal.ROOT.resolve("docs/reference/cli.md");
        assumeTrue(Files.exists(page), "skipped: there is no docs/reference/cli.md yet");
        Map<String, String> shown = new LinkedHashMap<>();
        blocks(page)
                .map(block -> block[1])
                .filter(block -> block.startsWith("$ truce"))
                .forEach(block -> {
                    String[] parts = block.split("\n", 2);
                    shown.put(parts[0].substring("$ ".length()), parts[1].stripTrailing());
                });
        return shown;
    }

    private static Map<String, String> usages() throws IOException {
        Map<String, String> usages = shown();
        usages.keySet().removeIf(command -> !command.endsWith(" --help"));
        return usages;
    }

    private static Set<String> commands() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        CommandLine line =
                Main.commandLine(new Surroundings(nowhere, nowhere, Clock.systemUTC(), Map.of()));
        Set<String> commands = new TreeSet<>(line.getSubcommands().keySet());
        commands.remove("help");
        return commands;
    }

    @TestFactory
    Stream<DynamicTest> everyUsageInTheDocsIsTheRealOne() throws IOException {
        return usages().entrySet().stream()
                .map(usage -> DynamicTest.dynamicTest(usage.getKey(), () -> {
                    String[] words = usage.getKey().substring("truce ".length()).split(" ");
                    Ran ran = Terminal.run(words);
                    assertThat(ran.exit()).isZero();
                    assertThat(usage.getValue()).isEqualTo((ran.out() + ran.err()).stripTrailing());
                }));
    }

    @Test
    void everyCommandIsInTheDocs() throws IOException {
        Set<String> wanted = new TreeSet<>();
        wanted.add("truce --help");
        commands().forEach(command -> wanted.add("truce " + command + " --help"));
        assertThat(usages().keySet()).containsAll(wanted);
    }

    /** The examples, one after another; the docs show what matters of what is said. */
    @Test
    void theExamplesInTheDocsSayWhatTheySay() throws IOException {
        Path checkout = checkout();
        int examples = 0;
        for (Map.Entry<String, String> example : shown().entrySet()) {
            String command = example.getKey();
            if (command.endsWith(" --help") || command.startsWith("truce serve")) {
                continue;
            }
            Ran ran = Terminal.run(words(command.substring("truce ".length()), checkout));
            assertThat(ran.exit()).as(command + "\n" + ran.err()).isZero();
            String said = (ran.out() + ran.err()).replace(checkout + "/", "");
            assertThat(said.lines().toList())
                    .as(command)
                    .containsAll(example.getValue().lines().toList());
            examples++;
        }
        assertThat(examples).isPositive();
    }

    /** Only the command that is named is made; it must not miss the others. */
    @Test
    void aCommandAloneIsTheOneAmongAll() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Map<String, CommandLine> all = Main.commandLine(
                        new Surroundings(nowhere, nowhere, Clock.systemUTC(), Map.of()))
                .getSubcommands();
        for (String name : commands()) {
            CommandLine among = Objects.requireNonNull(all.get(name));
            assertThat(among.getCommandName()).isEqualTo(name);
            assertThat(Terminal.run(name, "--help").out()).isEqualTo(among.getUsageMessage());
        }
        Ran misspelt = Terminal.run("imprt");
        assertThat(misspelt.exit()).isEqualTo(2);
        assertThat(misspelt.err()).contains("Did you mean", "import");
        assertThat(Terminal.run("help", "report").out())
                .isEqualTo(Terminal.run("report", "--help").out());
    }

    /** Every option says what it is for. */
    @Test
    void everyOptionIsDescribed() {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        Main.commandLine(new Surroundings(nowhere, nowhere, Clock.systemUTC(), Map.of()))
                .getSubcommands()
                .forEach((name, command) -> {
                    assertThat(command.getCommandSpec().usageMessage().description())
                            .as(name)
                            .isNotEmpty();
                    command.getCommandSpec()
                            .options()
                            .forEach(option -> assertThat(String.join("", option.description()))
                                    .as(name + " " + option.longestName())
                                    .isNotBlank());
                });
    }

    /**
     * The blocks marked sh whose lines begin with ./truce, in their order, as if run in a checkout
     * of its own. What serves goes on for ever and is left out.
     */
    @Test
    void whatTheReadmeTellsToRunRuns() throws IOException {
        Path readme = Terminal.ROOT.resolve("README.md");
        assumeTrue(Files.exists(readme), "skipped: there is no README.md yet");
        Path checkout = checkout();
        String home = System.getProperty("truce.home");
        System.setProperty("truce.home", checkout.toString());
        int ranCommands = 0;
        try {
            for (String command : commands(readme)) {
                Ran ran = Terminal.run(words(command.substring("./truce ".length()), checkout));
                assertThat(ran.exit()).as(command + "\n" + ran.err()).isZero();
                ranCommands++;
            }
        } finally {
            if (home == null) {
                System.clearProperty("truce.home");
            } else {
                System.setProperty("truce.home", home);
            }
        }
        assertThat(ranCommands).isPositive();
    }

    private static List<String> commands(Path page) throws IOException {
        return blocks(page)
                .filter(block -> block[0].equals("sh"))
                .flatMap(block -> block[1].replace("\\\n", " ").lines())
                .filter(line -> line.startsWith("./truce "))
                .filter(line -> !line.startsWith("./truce serve"))
                .map(line -> line.equals("./truce demo") ? line + " --no-serve" : line)
                .toList();
    }

    /** A folder with the samples in it, as in a clone. */
    private Path checkout() throws IOException {
        Path checkout = Files.createDirectory(folder.resolve("checkout"));
        Path samples = Terminal.ROOT.resolve("samples");
        try (Stream<Path> files = Files.walk(samples)) {
            for (Path file : files.toList()) {
                Path copy = checkout.resolve("samples")
                        .resolve(samples.relativize(file).toString());
                Files.copy(file, copy);
            }
        }
        return checkout;
    }

    /** The words after ./truce; what is a path is one of the checkout. */
    private static String[] words(String command, Path checkout) {
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(command);
        while (word.find()) {
            String text = Stream.of(word.group(1), word.group(2), word.group(3))
                    .filter(group -> group != null)
                    .findFirst()
                    .orElseThrow();
            boolean path = text.startsWith("samples/")
                    || text.startsWith("target/")
                    || (!words.isEmpty() && Set.of("--store", "--out").contains(words.getLast()));
            words.add(path ? checkout.resolve(text).toString() : text);
        }
        return words.toArray(String[]::new);
    }
}
