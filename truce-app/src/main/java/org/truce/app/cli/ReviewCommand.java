package org.truce.app.cli;

import org.truce.app.feed.RandomSealer;
import org.truce.app.review.Proposal;
import org.truce.app.review.Queued;
import org.truce.app.review.Rates;
import org.truce.app.review.Review;
import org.truce.app.review.ReviewAct;
import org.truce.app.review.ReviewQueue;
import org.truce.app.review.Reviewed;
import org.truce.app.review.Reviewing;
import org.truce.app.review.Verdict;
import org.truce.app.serve.ReviewServer;
import org.truce.app.store.EntryStore;
import org.truce.base.Coded;
import org.truce.reading.Document;
import org.truce.reading.draft.Draft;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

@Command(
        name = "review",
        mixinStandardHelpOptions = true,
        description = {
            "Look at the drafts that were read from texts, and accept, edit or drop each.",
            "Nothing of them is in the record before; both the draft and what was made of it are"
                    + " kept."
        })
final class ReviewCommand implements Callable<Integer> {
    private static final String RATES = "rates";

    private final Surroundings surroundings;

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--list", description = "List the drafts that wait, one a line; the default.")
    private boolean list;

    @Option(names = "--next", description = "Show the first draft that waits, with its text.")
    private boolean next;

    @Option(names = "--all", description = "With --list: those reviewed, too.")
    private boolean all;

    @Option(names = "--json", description = "Print JSON on standard output, one object a line.")
    private boolean json;

    @Option(
            names = "--by",
            paramLabel = "ROLE",
            description = "With accept, edit, drop: who reviews, by role.")
    private Optional<String> by = Optional.empty();

    @Option(
            names = "--register",
            paramLabel = "NAME",
            description = "With accept, edit: the register that the entry goes to; where only one"
                    + " signs here, that when not given.")
    private Optional<String> register = Optional.empty();

    @Option(
            names = "--set",
            paramLabel = "FIELD=VALUE",
            description = "With accept, edit: what a field is to be. Accept adds what no draft"
                    + " says, such as url; edit changes what was proposed. May be given again.")
    private List<String> set = List.of();

    @Option(
            names = "--why",
            paramLabel = "TEXT",
            description = "With accept, edit, drop: why; kept with the draft.")
    private Optional<String> why = Optional.empty();

    @Option(
            names = "--serve",
            description = "Serve the reviewer's page on this machine, at an address with a secret.")
    private boolean serve;

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "With --serve: 0, the default, takes any free port.")
    private int port;

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "ACT",
            description = {
                "accept, edit, drop or show, with the id of a draft; rates (how often the drafts of"
                        + " each rule were edited and dropped)."
            })
    private Optional<String> act = Optional.empty();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "DRAFT",
            description = "The id of a draft, or the first digits of it.")
    private Optional<String> draft = Optional.empty();

    /** A draft as it stands in the queue. */
    private record Line(
            String state,
            Draft draft,
            Document document,
            Map<String, String> proposed,
            List<Review> reviews) {}

    private record AllRates(List<Rates.Rate> rates) {}

    ReviewCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() {
        check();
        ReviewQueue queue = store.queue(surroundings);
        if (serve) {
            return serve(queue);
        }
        try (EntryStore entries = store.open(surroundings)) {
            Reviewing reviewing =
                    new Reviewing(queue, entries, new RandomSealer(), surroundings.clock());
            if (act.isEmpty()) {
                return look(queue, reviewing);
            }
            if (act.get().equals(RATES)) {
                return rates(queue, reviewing);
            }
            if (act.get().equals("show")) {
                return show(queue, reviewing, get(queue));
            }
            ReviewAct done = Coded.find(ReviewAct.class, act.get())
                    .orElseThrow(() -> new UsageException(
                            "there is no '%s': choose among accept, edit, drop, show, rates"
                                    .formatted(act.get())));
            StoreOption.checkWhole(entries, Optional.empty());
            return review(reviewing, get(queue), done, entries);
        }
    }

    private void check() {
        boolean acts = act.isPresent();
        if (acts && (serve || list || next || all)) {
            throw new UsageException("--list, --next, --all and --serve go without " + act.get());
        }
        boolean wantsDraft = acts && !act.get().equals(RATES);
        if (wantsDraft != draft.isPresent()) {
            throw new UsageException(
                    wantsDraft
                            ? "name a draft: truce review %s D-…, as 'truce review' lists them"
                                    .formatted(act.get())
                            : "'%s' takes no draft".formatted(act.orElse("")));
        }
        if (port < 0 || port > 65_535) {
            throw new UsageException("a port is a number from 0 to 65535, not " + port);
        }
    }

    private int serve(ReviewQueue queue) {
        EntryStore entries = store.open(surroundings);
        StoreOption.checkWhole(entries, Optional.empty());
        ReviewServer server = ReviewServer.start(queue, entries, port, surroundings.clock());
        surroundings
                .err()
                .printf(
                        "the review page: %s%nWhoever has this address can review: show it to"
                                + " nobody. Stop with Ctrl-C.%n",
                        server.address());
        return ServeCommand.STAYS;
    }

    private Queued get(ReviewQueue queue) {
        return queue.find(draft.orElseThrow())
                .orElseThrow(() -> new UsageException(
                        "there is no draft %s, or several begin so: 'truce review --all' lists them"
                                .formatted(draft.orElseThrow())));
    }

    private int look(ReviewQueue queue, Reviewing reviewing) {
        List<Queued> waiting = all ? queue.listAll() : reviewing.listWaiting();
        if (waiting.isEmpty()) {
            surroundings
                    .err()
                    .println("no draft waits. 'truce read FILE --save' reads a text for drafts");
        } else if (next) {
            return show(queue, reviewing, waiting.getFirst());
        }
        waiting.forEach(queued -> surroundings
                .out()
                .println(
                        json
                                ? Json.text(line(reviewing, queued))
                                : ReviewText.line(queued, reviewing.stateOf(queued))));
        return 0;
    }

    private static Line line(Reviewing reviewing, Queued queued) {
        return new Line(
                reviewing.stateOf(queued).code(),
                queued.draft(),
                queued.document(),
                Proposal.of(queued.draft()).values(),
                queued.reviews());
    }

    private int show(ReviewQueue queue, Reviewing reviewing, Queued queued) {
        if (json) {
            surroundings.out().println(Json.text(line(reviewing, queued)));
        } else {
            ReviewText.whole(queued, queue.text(queued.draft()), reviewing.stateOf(queued))
                    .forEach(surroundings.out()::println);
        }
        return 0;
    }

    private int rates(ReviewQueue queue, Reviewing reviewing) {
        List<Rates.Rate> rates = Rates.of(queue.listAll(), reviewing::stateOf);
        if (json) {
            surroundings.out().println(Json.text(new AllRates(rates)));
        } else {
            ReviewText.rates(rates).forEach(surroundings.out()::println);
        }
        return 0;
    }

    private int review(Reviewing reviewing, Queued queued, ReviewAct done, EntryStore entries) {
        Optional<String> into = done == ReviewAct.DROP
                ? Optional.empty()
                : Optional.of(register.orElseGet(
                        () -> DecideCommand.signsHere(entries, store.keys(surroundings))));
        Verdict verdict = new Verdict(
                done,
                by.orElseThrow(
                        () -> new UsageException("say who reviews, by role: --by 'duty officer'")),
                into,
                values(),
                why);
        return switch (reviewing.review(queued.id(), verdict)) {
            case Reviewed.Refused refused -> throw new UsageException(refused.text());
            case Reviewed.Done reviewed -> {
                tell(reviewed);
                yield 0;
            }
        };
    }

    private void tell(Reviewed.Done reviewed) {
        Review review = reviewed.review();
        if (json) {
            surroundings.out().println(Json.text(review));
        }
        reviewed.cautions().forEach(caution -> surroundings.err().println("caution: " + caution));
        surroundings
                .err()
                .println(review.entry()
                        .map(entry -> review.draft() + " is in the record as " + entry)
                        .orElse(review.draft() + " is dropped; the draft is kept"));
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (String one : new ArrayList<>(set)) {
            int sign = one.indexOf('=');
            if (sign < 1) {
                throw new UsageException(
                        "--set '%s' says no value: write it so: --set speaker='Anna Example'"
                                .formatted(one));
            }
            values.put(one.substring(0, sign).strip(), one.substring(sign + 1));
        }
        return values;
    }
}
