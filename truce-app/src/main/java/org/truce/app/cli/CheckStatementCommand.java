package org.truce.app.cli;

import org.truce.app.store.EntryStore;
import org.truce.assess.Assessment;
import org.truce.assess.Assessor;
import org.truce.assess.Evidence;
import org.truce.assess.Question;
import org.truce.base.Phrases;
import org.truce.followup.ClaimAnswer;
import org.truce.followup.ClaimCheck;
import org.truce.followup.ClaimProposal;
import org.truce.record.Entry;
import org.truce.record.Logged;
import org.truce.show.AssessView;
import org.truce.terms.AreaReading;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

@Command(
        name = "check-statement",
        mixinStandardHelpOptions = true,
        description = {
            "Hold a statement against the evidence: as known on the day it was made, and now.",
            "The choice of question is a person's, in a claims file; one answer for each question"
                    + " and each reading of its area. Without one, a question is proposed."
        })
final class CheckStatementCommand implements Callable<Integer> {
    private static final int NO_QUESTION = 1;

    private final Surroundings surroundings;

    @Parameters(
            index = "0",
            paramLabel = "ID",
            description = "The statement, by its id or as REGISTER:ID; see 'truce statements'.")
    private String id = "";

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(
            names = "--reading",
            paramLabel = "R",
            description = "Only under this reading of the area.")
    private Optional<String> reading = Optional.empty();

    @Option(names = "--json", description = "Print one JSON object a line instead of sentences.")
    private boolean json;

    CheckStatementCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    /** How it is printed as JSON. */
    record Checked(
            Said statement,
            Asked question,
            AssessView then,
            AssessView now,
            Stands stands,
            List<String> wouldChange) {}

    /** The statement. */
    record Said(
            String register,
            String id,
            String speaker,
            String role,
            LocalDate date,
            String kind,
            String paraphrase,
            String about,
            String url) {
        static Said of(Entry.Statement one) {
            return new Said(
                    one.register(),
                    one.id(),
                    one.speaker(),
                    one.role(),
                    one.date(),
                    one.statementKind().code(),
                    one.paraphrase(),
                    one.about(),
                    one.url());
        }
    }

    /** What a person turned it into. */
    record Asked(
            String id,
            String quote,
            String measure,
            String area,
            Optional<String> reading,
            LocalDate from,
            LocalDate to,
            LocalDate baselineFrom,
            LocalDate baselineTo) {
        static Asked of(Entry.ClaimTest test, Optional<String> reading) {
            return new Asked(
                    test.id(),
                    test.quote(),
                    test.measure().code(),
                    test.area(),
                    reading,
                    test.from(),
                    test.to(),
                    test.baselineFrom(),
                    test.baselineTo());
        }
    }

    /** By the rules of docs/reference/assessment.md. */
    record Stands(String then, String now, List<String> thenBecause, List<String> nowBecause) {}

    @Override
    public Integer call() {
        try (EntryStore entries = store.open(surroundings);
                ExecutorService workers =
                        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
            Instant asked = surroundings.clock().instant();
            EntryName named = EntryName.find(entries, id, Optional.empty());
            if (!(named.entry() instanceof Entry.Statement statement)) {
                throw new UsageException(
                        "%s is no statement: see 'truce statements'".formatted(named.text()));
            }
            List<Logged> all =
                    Basis.of(entries, Optional.empty(), surroundings.clock()).entries();
            Evidence now = Evidence.of(all, Optional.empty());
            List<Entry.ClaimTest> tests = now.known().list(Entry.ClaimTest.class).stream()
                    .filter(test -> test.register().equals(statement.register())
                            && test.statement().equals(statement.id()))
                    .toList();
            if (tests.isEmpty()) {
                propose(ClaimProposal.of(statement, now));
                return NO_QUESTION;
            }
            Evidence then = Evidence.of(all, Optional.of(statement.date()));
            for (Entry.ClaimTest test : tests) {
                check(statement, test, then, now, asked, workers);
            }
            return 0;
        }
    }

    private void check(
            Entry.Statement statement,
            Entry.ClaimTest test,
            Evidence then,
            Evidence now,
            Instant asked,
            ExecutorService workers) {
        Phrases phrases = Phrases.in("en");
        for (AreaReading place : Areas.list(now.terms(), test.area(), reading)) {
            Question question = ClaimCheck.question(test, place.reading(), asked);
            Assessment before = Assessor.assessInFull(then, question, workers);
            Assessment after = Assessor.assessInFull(now, question, workers);
            ClaimAnswer.Side thenStands = ClaimCheck.weigh(test, before.answer(), then);
            ClaimAnswer.Side nowStands = ClaimCheck.weigh(test, after.answer(), now);
            print(new Checked(
                    Said.of(statement),
                    Asked.of(test, place.reading()),
                    AssessView.of(before, phrases),
                    AssessView.of(after, phrases),
                    new Stands(
                            thenStands.standing().code(),
                            nowStands.standing().code(),
                            say(thenStands, phrases),
                            say(nowStands, phrases)),
                    List.of(phrases.say(thenStands.change()), phrases.say(nowStands.change()))));
        }
    }

    private static List<String> say(ClaimAnswer.Side side, Phrases phrases) {
        return side.because().stream().map(phrases::say).toList();
    }

    private void print(Checked checked) {
        if (json) {
            surroundings.out().println(Json.text(checked));
            return;
        }
        Phrases phrases = Phrases.in("en");
        surroundings
                .out()
                .printf(
                        "%s, %s: \"%s\" (%s%s, %s to %s)%n",
                        checked.statement().speaker(),
                        checked.statement().date(),
                        checked.question().quote(),
                        checked.question().area(),
                        checked.question().reading().map(r -> ", " + r).orElse(""),
                        checked.question().from(),
                        checked.question().to());
        print("then", checked.stands().then(), checked.stands().thenBecause(), phrases);
        print("now", checked.stands().now(), checked.stands().nowBecause(), phrases);
        surroundings.out().println("  " + checked.wouldChange().getLast());
    }

    private void print(String when, String standing, List<String> because, Phrases phrases) {
        surroundings.out().printf("  %s: %s%n", when, phrases.say("followup.standing." + standing));
        because.forEach(line -> surroundings.out().println("    " + line));
    }

    /** A claims file to change and import, on standard output; what it is, to the person. */
    private void propose(ClaimProposal proposal) {
        surroundings
                .err()
                .println("nobody has turned this statement into a question yet: change what"
                        + " follows, save it as a .yaml file and import it; its dates and its"
                        + " measure are a proposal by the statement's words");
        proposal.beyond()
                .ifPresent(word -> surroundings
                        .err()
                        .println("no measure decides '%s': with such a word in its quote the"
                                        .formatted(word)
                                + " statement cannot be tested, and only the measure's figures"
                                + " are given beside it"));
        String from = proposal.from().map(LocalDate::toString).orElse("YYYY-MM-DD");
        surroundings
                .out()
                .printf(
                        "truce-claims: 1%nclaims:%n  - id: %s%n    statement: %s%n    quote: ...%n"
                                + "    measure: %s%n    area: %s%n    from: %s%n    to: %s%n"
                                + "    baseline-from: %s%n    baseline-to: %s%n",
                        "test-of-" + proposal.statement().id().toLowerCase(Locale.ROOT),
                        proposal.statement().id(),
                        proposal.measure().code(),
                        proposal.area().orElse("..."),
                        from,
                        proposal.to(),
                        proposal.from().map(day -> day.minusYears(1).toString()).orElse(from),
                        proposal.from().map(day -> day.minusDays(1).toString()).orElse(from));
    }
}
