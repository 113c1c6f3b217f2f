package org.truce.app.serve;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.truce.app.pages.Links;
import org.truce.app.pages.Pages;
import org.truce.assess.Evidence;
import org.truce.assess.History;
import org.truce.base.Moment;
import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.reconcile.Incident;
import org.truce.record.Entry;
import org.truce.record.EntryCodec;
import org.truce.record.Logged;
import org.truce.show.AnswerBlock;
import org.truce.show.Asked;
import org.truce.show.AttachmentLines;
import org.truce.show.Disclosure;
import org.truce.show.EntryView;
import org.truce.show.IncidentBlock;
import org.truce.show.LaterWords;
import org.truce.show.Overview;
import org.truce.show.Overviews;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The pages. Each is whole without a script; each is for any reader, so places are coarse. */
@RestController
final class PageController {
    private static final int ENTRIES_A_PAGE = 100;
    private static final List<String> QUESTION =
            List.of("place", "from", "to", "baseline-from", "baseline-to", "as-known");

    private final Live live;
    private final Pages pages;
    private final Asked opening;
    private final Clock clock;

    PageController(Live live, Pages pages, Asked opening, Clock clock) {
        this.live = live;
        this.pages = pages;
        this.opening = opening;
        this.clock = clock;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> front(@RequestParam Map<String, String> query) {
        return answered(query, "/", "front.jte", (overviews, model) -> {
            Overview overview = overviews.build();
            model.put("overview", overview);
            model.put(
                    "exploreJson",
                    Pages.scriptSafe(overview.explore().orElseThrow().data()));
            model.put("registerOfCounts", AnswerBlock.registersOfCounts(overviews.evidence()));
            model.put("overdue", overviews.findOverdue());
            model.put("course", overviews.course());
        });
    }

    @GetMapping("/beside")
    ResponseEntity<byte[]> beside(@RequestParam Map<String, String> query) {
        return answered(query, "/beside", "beside.jte", (overviews, model) -> {
            model.put("beside", overviews.beside());
            model.put("registers", overviews.listRegisters());
        });
    }

    /** A page about the area and time asked for, or what is wrong with the question. */
    private ResponseEntity<byte[]> answered(
            Map<String, String> query,
            String path,
            String template,
            BiConsumer<Overviews, Map<String, Object>> fill) {
        Phrases words = words(query);
        Asked asked;
        try {
            asked = asked(query, opening);
        } catch (IllegalArgumentException notADate) {
            return problem(HttpStatus.BAD_REQUEST, words.say("show.problem.date"), words);
        }
        History history = live.history();
        Overviews overviews =
                new Overviews(history, asked, clock.instant(), disclosure(history), words);
        Optional<Phrase> problem = overviews.findProblem();
        if (problem.isPresent()) {
            return problem(HttpStatus.BAD_REQUEST, words.say(problem.get()), words);
        }
        Map<String, Object> model = model(words, path + "?" + queryIn(query, other(words)));
        fill.accept(overviews, model);
        return html(template, model);
    }

    @GetMapping("/incident")
    ResponseEntity<byte[]> incident(
            @RequestParam("id") String id, @RequestParam Map<String, String> query) {
        Phrases words = words(query);
        History history = live.history();
        Evidence evidence = history.on(Optional.empty());
        Optional<Incident> incident = evidence.findIncident(id);
        if (incident.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, words.say("show.problem.no-incident"), words);
        }
        Map<String, Object> model = model(
                words, new Links.Pages(other(words)).incident(incident.get().id()));
        model.put(
                "incident", IncidentBlock.of(incident.get(), evidence, disclosure(history), words));
        return html("incident.jte", model);
    }

    @GetMapping("/entry")
    ResponseEntity<byte[]> entry(
            @RequestParam("register") String register,
            @RequestParam("id") String id,
            @RequestParam Map<String, String> query) {
        Phrases words = words(query);
        Optional<Logged> logged = live.find(register, id);
        if (logged.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, words.say("show.problem.no-entry"), words);
        }
        Map<String, Object> model = model(words, new Links.Pages(other(words)).entry(register, id));
        model.remove("links");
        History history = live.history();
        Disclosure disclosure = disclosure(history);
        model.put("entry", EntryView.of(logged.get().entry(), disclosure, words));
        model.put(
                "later", LaterWords.of(history.listAll(), logged.get().entry(), disclosure, words));
        model.put("attachments", AttachmentLines.of(history.listAll(), register, id, words));
        model.put("recordedAt", logged.get().recordedAt().toString());
        model.put("seq", logged.get().seq());
        return html("entry.jte", model);
    }

    @GetMapping("/register")
    ResponseEntity<byte[]> register(
            @RequestParam("name") String name,
            @RequestParam(name = "kind", defaultValue = "report") String kind,
            @RequestParam(name = "page", defaultValue = "1") int page,
            @RequestParam Map<String, String> query) {
        Phrases words = words(query);
        History history = live.history();
        Disclosure disclosure = disclosure(history);
        Optional<Overview.Register> register = new Overviews(
                        history, Asked.NOTHING, clock.instant(), disclosure, words)
                .listRegisters().stream().filter(r -> r.name().equals(name)).findFirst();
        List<Entry> entries = history.listAll().stream()
                .map(Logged::entry)
                .filter(e -> e.register().equals(name) && EntryCodec.kindOf(e).equals(kind))
                .toList();
        if (register.isEmpty() || entries.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, words.say("show.problem.no-register"), words);
        }
        int pageCount = (entries.size() + ENTRIES_A_PAGE - 1) / ENTRIES_A_PAGE;
        int shown = Math.clamp(page, 1, pageCount);
        Map<String, Object> model =
                model(words, new Links.Pages(other(words)).register(name, kind, shown));
        model.put("register", register.get());
        model.put("kind", kind);
        model.put("page", shown);
        model.put("pages", pageCount);
        model.put(
                "entries",
                entries.stream()
                        .skip((long) (shown - 1) * ENTRIES_A_PAGE)
                        .limit(ENTRIES_A_PAGE)
                        .map(entry -> EntryView.of(entry, disclosure, words))
                        .toList());
        return html("register.jte", model);
    }

    private Disclosure disclosure(History history) {
        return reader(history, clock);
    }

    /** Any reader of these pages. */
    static Disclosure reader(History history, Clock clock) {
        return new Disclosure.Reader(
                history.on(Optional.empty()).known().registers(), clock.instant());
    }

    static Phrases words(Map<String, String> query) {
        return Phrases.in(query.getOrDefault("lang", "en"));
    }

    static String other(Phrases words) {
        return words.say("show.other-language-code");
    }

    static Map<String, Object> model(Phrases words, String otherLanguage) {
        Map<String, Object> model = new HashMap<>();
        model.put("words", words);
        model.put("links", new Links.Pages(words.language()));
        model.put("otherLanguage", otherLanguage);
        return model;
    }

    /** The same question in the other language. */
    static String queryIn(Map<String, String> query, String language) {
        StringBuilder out = new StringBuilder("lang=").append(language);
        query.forEach((name, value) -> {
            if (QUESTION.contains(name) && !value.isEmpty()) {
                out.append('&').append(name).append('=').append(Links.encoded(value));
            }
        });
        return out.toString();
    }

    /** @param opening what is asked when the query asks nothing */
    static Asked asked(Map<String, String> query, Asked opening) {
        if (QUESTION.stream().noneMatch(name -> find(query, name).isPresent())) {
            return opening;
        }
        String[] place = find(query, "place").orElse("").split(":", 2);
        return new Asked(
                place[0].isEmpty() ? Optional.empty() : Optional.of(place[0]),
                place.length < 2 || place[1].isEmpty() ? Optional.empty() : Optional.of(place[1]),
                find(query, "from").map(Moment::get),
                find(query, "to").map(Moment::get),
                find(query, "baseline-from").map(Moment::get),
                find(query, "baseline-to").map(Moment::get),
                find(query, "as-known").map(PageController::getDay));
    }

    private static LocalDate getDay(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException notADay) {
            throw new IllegalArgumentException("not a day: " + text, notADay);
        }
    }

    static Optional<String> find(Map<String, String> query, String name) {
        return Optional.ofNullable(query.get(name)).filter(value -> !value.isBlank());
    }

    private ResponseEntity<byte[]> problem(HttpStatus status, String problem, Phrases words) {
        return ProblemController.page(pages, status, problem, words);
    }

    private ResponseEntity<byte[]> html(String template, Map<String, Object> model) {
        return html(pages, template, model);
    }

    static ResponseEntity<byte[]> html(Pages pages, String template, Map<String, Object> model) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(pages.render(template, model));
    }
}
