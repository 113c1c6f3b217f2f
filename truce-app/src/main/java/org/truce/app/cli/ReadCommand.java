package org.truce.app.cli;

import org.truce.app.places.BundledGazetteer;
import org.truce.app.review.ReviewQueue;
import org.truce.base.Hash;
import org.truce.reading.Document;
import org.truce.reading.Reader;
import org.truce.reading.Reading;
import org.truce.reading.bulletin.Tally;
import org.truce.reading.draft.Draft;
import org.truce.reading.draft.Drafts;
import org.truce.reading.incident.Incident;
import org.truce.reading.incident.Places;
import org.truce.reading.statement.Mention;
import org.truce.reading.statement.Speaker;
import org.truce.reading.statement.Statement;
import org.truce.reading.text.Decoded;
import org.truce.reading.text.Original;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = {
            "Find what a text says was said, counted and happened; no store is needed.",
            "What it finds are proposals with the words they rest on. Nothing is put into the"
                    + " record, and nothing in the text is executed or looked up."
        })
final class ReadCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    private final Surroundings surroundings;

    @Parameters(paramLabel = "FILE", description = "A text file; - for standard input.")
    private String file = STANDARD_INPUT;

    @Option(
            names = "--date",
            paramLabel = "DATE",
            description = "The day the text bears, such as 2018-01-17; by it offices are known.")
    private Optional<String> date = Optional.empty();

    @Option(
            names = "--lang",
            paramLabel = "LANG",
            description = "The text's language, such as en; recognised when not given.")
    private Optional<String> language = Optional.empty();

    @Option(names = "--json", description = "Print the result as one JSON object.")
    private boolean json;

    @Option(
            names = "--save",
            description = "Put what was found into the review queue of --store, as drafts.")
    private boolean save;

    @Option(
            names = "--store",
            paramLabel = "STORE",
            description = "With --save: the store beside which the review queue lies.")
    private Optional<String> store = Optional.empty();

    @Mixin
    private ModelOptions model = new ModelOptions();

    /** The stable JSON shape. */
    record Result(
            Text document, List<Said> statements, List<Count> tallies, List<Event> incidents) {}

    /** The text that was read. */
    record Text(Hash sha256, String language, Optional<LocalDate> date) {}

    /** One statement; offsets are code points of the decoded text. */
    record Said(
            int start,
            int end,
            String form,
            String speakerText,
            Optional<String> speaker,
            Optional<String> speakerId,
            Optional<String> cue,
            String kind,
            List<About> mentions,
            List<String> flags) {}

    /** Whom or what a statement is about. */
    record About(int start, int end, String kind, String text, String name, Optional<String> id) {}

    /** One count of a bulletin. */
    record Count(
            Optional<String> side,
            Optional<String> place,
            Optional<String> unit,
            int count,
            Optional<Integer> statedTotal,
            boolean consistent,
            List<String> flags,
            List<String> rules) {}

    /** One incident that the text tells of. */
    record Event(
            int start,
            int end,
            String type,
            Optional<String> place,
            Optional<Double> lat,
            Optional<Double> lon,
            Optional<LocalDate> date,
            Optional<String> actor,
            Optional<String> target,
            Optional<Integer> killedMin,
            Optional<Integer> killedMax,
            String realis) {}

    ReadCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (save != store.isPresent()) {
            throw new UsageException(
                    "--save and --store go together: drafts are kept beside a store");
        }
        Optional<LocalDate> day = date.map(ReadCommand::getDay);
        byte[] bytes = bytes();
        Decoded decoded = Decoded.of(bytes);
        tell(decoded);
        Original original = new Original(Hash.of(bytes), decoded.text());
        Reading reading = new Reader(ReadCommand::places)
                .read(original, day, language.map(code -> code.toLowerCase(Locale.ROOT)));
        String spoken = reading.document().language();
        if (!Reader.readsStatements(spoken)) {
            surroundings
                    .err()
                    .printf(
                            "truce: statements are read in English, Arabic and Russian only; this"
                                    + " text is taken for '%s'. If it is one of them, say so:"
                                    + " --lang en, ar or ru%n",
                            spoken);
        }
        if (json) {
            surroundings.out().println(Json.text(result(original, reading)));
        } else {
            print(original, reading);
        }
        store.ifPresent(
                place -> save(place, bytes, reading.document(), Drafts.of(reading, original)));
        boolean answerable = !file.equals(STANDARD_INPUT);
        Optional<ModelOptions.Proposed> proposed =
                model.propose(original, reading.document(), json, answerable, surroundings);
        if (proposed.isPresent() && store.isPresent()) {
            ModelOptions.Proposed by = proposed.get();
            save(
                    store.get(),
                    bytes,
                    reading.document(),
                    Drafts.proposed(by.by(), by.statements(), reading, original));
        }
        return 0;
    }

    /** Loaded with the first name asked for: most texts name no place of an incident. */
    private static List<Places.Place> places(String words) {
        return Bundled.PLACES.find(words);
    }

    private static final class Bundled {
        private static final Places PLACES =
                BundledGazetteer.find().map(Places::of).orElse(Places.NONE);
    }

    private void save(String place, byte[] bytes, Document document, List<Draft> drafts) {
        StoreOption to = StoreOption.at(place);
        if (!to.isThere()) {
            throw new UsageException(
                    "there is no store %s: make one with 'truce register new' or 'truce import'"
                            .formatted(place));
        }
        ReviewQueue.Saved saved = to.queue(surroundings)
                .save(bytes, document, drafts, surroundings.clock().instant());
        surroundings
                .err()
                .printf(
                        "saved for review: %d new drafts, %d were there. None is in the record:"
                                + " 'truce review --store %s' shows them%n",
                        saved.added(), saved.alreadyThere(), place);
    }

    private static LocalDate getDay(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notDay) {
            throw new UsageException(
                    "--date '%s' is no day. Write it so: --date 2018-01-17".formatted(text));
        }
    }

    private byte[] bytes() throws IOException {
        if (file.equals(STANDARD_INPUT)) {
            return surroundings.in().readAllBytes();
        }
        Path path = Path.of(file);
        if (Files.isDirectory(path)) {
            throw new UsageException("%s is a folder. Name a text file.".formatted(file));
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readAllBytes();
        } catch (NoSuchFileException missing) {
            throw new UsageException("there is no file %s: check the path".formatted(file));
        }
    }

    private void tell(Decoded decoded) {
        if (!decoded.encoding().equals("UTF-8")) {
            surroundings
                    .err()
                    .printf(
                            "truce: the text is not UTF-8; read as %s. If letters look wrong,"
                                    + " save it as UTF-8 and read it again.%n",
                            decoded.encoding());
        } else if (decoded.replaced() > 0) {
            surroundings
                    .err()
                    .printf(
                            "truce: %d places hold bytes that are no UTF-8; each is read as one"
                                    + " unknown character. Check how the file was saved.%n",
                            decoded.replaced());
        }
    }

    private static Result result(Original original, Reading reading) {
        return new Result(
                text(reading.document()),
                reading.statements().stream().map(one -> said(original, one)).toList(),
                reading.tallies().stream().map(ReadCommand::count).toList(),
                reading.incidents().stream().map(ReadCommand::event).toList());
    }

    static Text text(Document document) {
        return new Text(document.sha256(), document.language(), document.date());
    }

    static Said said(Original original, Statement statement) {
        Speaker speaker = statement.speaker();
        return new Said(
                statement.content().start(),
                statement.content().end(),
                statement.form().code(),
                speaker.text(),
                speaker.name(),
                speaker.id(),
                statement.cue().map(original::text),
                statement.kind().code(),
                statement.mentions().stream().map(ReadCommand::about).toList(),
                statement.flags());
    }

    private static About about(Mention mention) {
        return new About(
                mention.span().start(),
                mention.span().end(),
                mention.kind().code(),
                mention.text(),
                mention.name(),
                mention.id());
    }

    private static Count count(Tally tally) {
        return new Count(
                tally.side(),
                tally.place(),
                tally.unit(),
                tally.count(),
                tally.statedTotal(),
                tally.consistent(),
                tally.flags().stream().map(Tally.Flag::code).sorted().toList(),
                List.of(tally.rule().code()));
    }

    private static Event event(Incident incident) {
        return new Event(
                incident.span().start(),
                incident.span().end(),
                incident.type().code(),
                incident.place(),
                incident.point().map(point -> point.latDegrees()),
                incident.point().map(point -> point.lonDegrees()),
                incident.date(),
                incident.actor(),
                incident.target(),
                incident.killedMin(),
                incident.killedMax(),
                incident.realis().code());
    }

    private void print(Original original, Reading reading) {
        new ReadText(original, surroundings.out()).print(reading);
        boolean nothing = reading.statements().isEmpty()
                && reading.tallies().isEmpty()
                && reading.incidents().isEmpty();
        if (nothing) {
            surroundings
                    .err()
                    .println("truce: the text says of nobody that they said something, counts"
                            + " nothing that is known and tells of no incident.");
        } else if (reading.statements().isEmpty()) {
            surroundings.err().println("truce: the text says of nobody that they said something.");
        }
    }
}
