package org.truce.app.cli;

import org.truce.app.model.AskedModel;
import org.truce.app.model.ModelException;
import org.truce.app.model.ModelLog;
import org.truce.app.model.ModelSettings;
import org.truce.base.Hash;
import org.truce.reading.Document;
import org.truce.reading.draft.Extractor;
import org.truce.reading.model.Checked;
import org.truce.reading.model.Prompt;
import org.truce.reading.model.Proposals;
import org.truce.reading.model.Refusal;
import org.truce.reading.statement.Statement;
import org.truce.reading.text.Original;

import picocli.CommandLine.Option;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The options by which a language model is asked as well; without the first nobody is. */
final class ModelOptions {
    /** A longer text is not sent whole, and never in part. */
    static final int MOST_CODE_POINTS = 100_000;

    @Option(
            names = "--model",
            paramLabel = "FILE",
            description = "Ask the language model that FILE names, too, after a warning; its"
                    + " proposals stand apart. Off when not given.")
    private Optional<Path> settings = Optional.empty();

    @Option(
            names = "--model-log",
            paramLabel = "FILE",
            description = "Where what was sent and replied is logged; beside the settings, with"
                    + " .log after their name, when not given.")
    private Optional<Path> log = Optional.empty();

    @Option(
            names = "--yes-send",
            description = "Send the text to the model without asking; for scripts.")
    private boolean yes;

    @Option(
            names = "--protected",
            description = "The text must not leave this machine: no model is asked, whatever else"
                    + " is set.")
    private boolean kept;

    /** The stable JSON shape, apart from that of the rules. */
    record Result(
            String extractor,
            String model,
            int promptVersion,
            Hash promptSha256,
            ReadCommand.Text document,
            List<ReadCommand.Said> statements,
            List<Refusal> refused) {}

    /** What a model proposes, and which model under which instructions. */
    record Proposed(Extractor by, List<Statement> statements) {}

    /**
     * Asks the model, if one is set and the person agrees, prints what is left of its reply and
     * returns it; throws {@link UsageException} where it cannot be asked.
     *
     * @param answerable whether standard input is free for an answer
     */
    Optional<Proposed> propose(
            Original original,
            Document document,
            boolean json,
            boolean answerable,
            Surroundings surroundings)
            throws IOException, InterruptedException {
        if (settings.isEmpty()) {
            return Optional.empty();
        }
        if (kept) {
            surroundings.err().println("truce: the text is protected: nothing was sent to a model");
            return Optional.empty();
        }
        if (original.length() > MOST_CODE_POINTS) {
            throw new UsageException(("the text has %,d characters and a model is sent at most %,d:"
                            + " read it in parts, or without --model")
                    .formatted(original.length(), MOST_CODE_POINTS));
        }
        surroundings.out().flush();
        try {
            ModelSettings model = ModelSettings.read(settings.get());
            ModelLog written = new ModelLog(log.orElse(Path.of(settings.get() + ".log")));
            AskedModel asked = new AskedModel(
                    model, surroundings.environment(), written, surroundings.clock());
            Proposals proposals = new Proposals(original, document.language(), document.date());
            if (!maySend(original, proposals, model, answerable, surroundings)) {
                return Optional.empty();
            }
            Checked checked = asked.ask(proposals, original.sha256());
            print(original, document, model, checked, json, surroundings);
            return Optional.of(new Proposed(maker(model), checked.accepted()));
        } catch (ModelException cannot) {
            throw new UsageException(cannot.why());
        }
    }

    /** Drafts of another model, or of other instructions, are another maker's. */
    private static Extractor maker(ModelSettings model) {
        return new Extractor(
                Proposals.EXTRACTOR,
                "%s, prompt %s".formatted(model.model(), Prompt.hash().hex()));
    }

    private boolean maySend(
            Original original,
            Proposals proposals,
            ModelSettings model,
            boolean answerable,
            Surroundings surroundings)
            throws IOException {
        if (proposals.speakToModels()) {
            surroundings
                    .err()
                    .println("truce: the text has words that speak to a language model: look at"
                            + " each proposal with care");
        }
        surroundings
                .err()
                .printf(
                        "truce: %,d characters, the whole text, would leave this program for %s"
                                + " (model %s). Whoever runs it can read and keep them.%n",
                        original.length(), model.host(), model.model());
        return yes || agrees(answerable, surroundings);
    }

    private static boolean agrees(boolean answerable, Surroundings surroundings)
            throws IOException {
        if (!answerable) {
            throw new UsageException("the text came from standard input, so nobody can be asked:"
                    + " name a file, or add --yes-send");
        }
        surroundings.err().print("truce: send it? Type yes: ");
        surroundings.err().flush();
        String answer = new BufferedReader(
                        new InputStreamReader(surroundings.in(), StandardCharsets.UTF_8))
                .readLine();
        boolean agreed = "yes".equals(answer);
        if (!agreed) {
            surroundings.err().println("truce: nothing was sent to a model");
        }
        return agreed;
    }

    private static void print(
            Original original,
            Document document,
            ModelSettings model,
            Checked checked,
            boolean json,
            Surroundings surroundings) {
        if (json) {
            surroundings
                    .out()
                    .println(Json.text(new Result(
                            Proposals.EXTRACTOR,
                            model.model(),
                            Prompt.VERSION,
                            Prompt.hash(),
                            ReadCommand.text(document),
                            checked.accepted().stream()
                                    .map(one -> ReadCommand.said(original, one))
                                    .toList(),
                            checked.refused())));
        } else {
            surroundings.out().printf("-- proposed by the model %s --%n", model.model());
            ReadText text = new ReadText(original, surroundings.out());
            checked.accepted().forEach(text::print);
        }
        surroundings
                .err()
                .printf(
                        "truce: of the model's proposals %,d stand in the text, %,d were"
                                + " refused%s%n",
                        checked.accepted().size(),
                        checked.refused().size(),
                        reasons(checked.refused()));
    }

    private static String reasons(List<Refusal> refused) {
        Map<String, Integer> counts = new TreeMap<>();
        refused.forEach(one -> counts.merge(one.reason().code(), 1, Integer::sum));
        return counts.isEmpty() ? "" : " " + counts;
    }
}
