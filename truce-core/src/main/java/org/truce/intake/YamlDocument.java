package org.truce.intake;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.truce.record.Entry;

import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A YAML 1.2 file as nodes that know their lines. It is first walked as a flat stream of events, so
 * that aliases that would multiply and nesting that would exhaust the stack never become nodes.
 */
final class YamlDocument {
    private static final int MAX_CHARACTERS = 1 << 20;
    private static final int MAX_DEPTH = 20;
    private static final LoadSettings SETTINGS = LoadSettings.builder()
            .setUseMarks(true)
            .setAllowDuplicateKeys(true)
            .setCodePointLimit(MAX_CHARACTERS)
            .build();

    private YamlDocument() {}

    /** What is made of a document: its entries, used where no problem was found on the way. */
    interface Reading {
        List<? extends Entry> read(Node root, YamlProblems problems);
    }

    static void read(InputStream utf8, Delivery delivery, Reading reading) {
        List<String> lines = new ArrayList<>();
        YamlProblems problems = new YamlProblems(delivery.file(), lines);
        Optional<Node> root = readLines(utf8, lines, problems)
                ? compose(String.join("\n", lines), problems)
                : Optional.empty();
        List<? extends Entry> entries =
                root.map(node -> reading.read(node, problems)).orElse(List.of());
        if (!problems.none()) {
            problems.report(delivery.to());
        } else if (entries.isEmpty()) {
            delivery.refuseEmpty();
        } else {
            entries.forEach(delivery::take);
        }
    }

    private static boolean readLines(InputStream utf8, List<String> into, YamlProblems problems) {
        Lines lines = new Lines(utf8);
        long characters = 0;
        for (Optional<Line> next = lines.next(); next.isPresent(); next = lines.next()) {
            Line line = next.get();
            into.add(line.text());
            characters += line.text().length() + 1;
            if (line.flaw() != Line.Flaw.NONE) {
                problems.add(
                        line.number(), "", line.flaw().problem(), line.flaw().todo());
            }
            if (characters > MAX_CHARACTERS || line.flaw() == Line.Flaw.TOO_LONG) {
                problems.add(line.number(), "", "the file is larger than 1 MiB", "check the file");
                break;
            }
        }
        return problems.none();
    }

    private static Optional<Node> compose(String text, YamlProblems problems) {
        try {
            if (!isTame(text, problems)) {
                return Optional.empty();
            }
            return new Compose(SETTINGS).composeString(text);
        } catch (MarkedYamlEngineException bad) {
            long line = bad.getProblemMark().map(Mark::getLine).orElse(0) + 1L;
            problems.add(line, "", "this is not YAML: " + bad.getProblem(), advice(bad));
        } catch (ReaderException bad) {
            long line = text.codePoints()
                    .limit(bad.getPosition())
                    .filter(c -> c == '\n')
                    .count();
            problems.add(line + 1, "", "a character that YAML forbids", "remove the character");
        } catch (YamlEngineException bad) {
            problems.add(1, "", "this is not YAML: " + bad.getMessage(), advice(bad));
        }
        return Optional.empty();
    }

    private static String advice(YamlEngineException bad) {
        return String.valueOf(bad.getMessage()).contains("\\t")
                ? "indent with blanks, not with tabs"
                : "check indentation, and put a text with : or # in it in quotation marks";
    }

    private static boolean isTame(String text, YamlProblems problems) {
        int depth = 0;
        for (Event event : new Parse(SETTINGS).parseString(text)) {
            long line = event.getStartMark().map(Mark::getLine).orElse(0) + 1L;
            if (event instanceof AliasEvent) {
                problems.add(
                        line,
                        "",
                        "an alias (*) stands for something written elsewhere",
                        "write it out; aliases are not read");
                return false;
            }
            if (event instanceof CollectionStartEvent && ++depth > MAX_DEPTH) {
                problems.add(
                        line, "", "nested too deeply", "take the form from the sample agreement");
                return false;
            }
            if (event instanceof CollectionEndEvent) {
                depth--;
            }
        }
        return true;
    }
}
