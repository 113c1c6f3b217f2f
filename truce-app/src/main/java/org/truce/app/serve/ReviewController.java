package org.truce.app.serve;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.truce.app.pages.Links;
import org.truce.app.pages.Pages;
import org.truce.app.review.DraftForm;
import org.truce.app.review.MarkedText;
import org.truce.app.review.Queued;
import org.truce.app.review.ReviewAct;
import org.truce.app.review.ReviewQueue;
import org.truce.app.review.Reviewed;
import org.truce.app.review.Reviewing;
import org.truce.app.review.Verdict;
import org.truce.app.store.StoreException;
import org.truce.base.Coded;
import org.truce.base.Phrases;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The reviewer's pages. Each is whole without a script. */
@RestController
final class ReviewController {
    private static final String FIELD = "field.";

    private final ReviewQueue queue;
    private final Reviewing reviewing;
    private final Pages pages;
    private final ReviewSecrets secrets;

    /** What was filled in last, so that it need not be typed for each draft. */
    private volatile Who last = new Who("", "");

    private record Who(String by, String register) {}

    ReviewController(ReviewQueue queue, Reviewing reviewing, Pages pages, ReviewSecrets secrets) {
        this.queue = queue;
        this.reviewing = reviewing;
        this.pages = pages;
        this.secrets = secrets;
    }

    @GetMapping("/")
    ResponseEntity<byte[]> front(@RequestParam Map<String, String> query) {
        Phrases words = words(query);
        List<Queued> waiting = reviewing.listWaiting();
        Map<String, Object> model = model(words, "/?");
        model.put("waiting", waiting);
        model.put("reviewed", queue.listAll().size() - waiting.size());
        model.put("done", Optional.ofNullable(query.get("done")).flatMap(queue::find));
        return html(HttpStatus.OK, "review/list.jte", model);
    }

    @GetMapping("/draft")
    ResponseEntity<byte[]> draft(
            @RequestParam("id") String id, @RequestParam Map<String, String> query) {
        Phrases words = words(query);
        Optional<Queued> queued = queue.find(id);
        if (queued.isEmpty()) {
            return ReviewProblems.page(
                    pages,
                    ReviewProblems.Said.AT_REVIEW,
                    HttpStatus.NOT_FOUND,
                    words,
                    words.say("review.problem.not-found"),
                    Optional.empty());
        }
        return page(
                HttpStatus.OK,
                words,
                queued.get(),
                DraftForm.proposed(queued.get().draft(), last.by(), register()),
                Optional.ofNullable(query.get("done")).flatMap(queue::find));
    }

    private String register() {
        List<String> all = reviewing.listRegisters();
        return last.register().isEmpty() && all.size() == 1 ? all.getFirst() : last.register();
    }

    private ResponseEntity<byte[]> page(
            HttpStatus status,
            Phrases words,
            Queued queued,
            DraftForm form,
            Optional<Queued> done) {
        Map<String, Object> model = model(words, "/draft?id=" + Links.encoded(queued.id()) + "&");
        model.put("queued", queued);
        model.put("state", reviewing.stateOf(queued));
        model.put("text", MarkedText.of(queue.text(queued.draft()), queued.draft()));
        model.put("form", form);
        model.put("secret", secrets.form());
        model.put("registers", reviewing.listRegisters());
        model.put("waiting", reviewing.listWaiting().size());
        model.put("next", next(queued.id()).map(Queued::id));
        model.put("done", done);
        return html(status, "review/draft.jte", model);
    }

    /** The first that waits after a draft, else the first that waits at all, other than itself. */
    private Optional<Queued> next(String id) {
        List<Queued> all = queue.listAll();
        int at = all.stream().map(Queued::id).toList().indexOf(id);
        List<Queued> after = all.subList(at + 1, all.size());
        return after.stream()
                .filter(queued -> reviewing.stateOf(queued).waits())
                .findFirst()
                .or(() -> all.stream()
                        .filter(queued -> !queued.id().equals(id))
                        .filter(queued -> reviewing.stateOf(queued).waits())
                        .findFirst());
    }

    @PostMapping("/draft")
    ResponseEntity<byte[]> review(@RequestParam Map<String, String> sent) {
        Phrases words = words(sent);
        String id = sent.getOrDefault("id", "");
        Optional<ReviewAct> act = Coded.find(ReviewAct.class, sent.getOrDefault("act", ""));
        Optional<Queued> queued = queue.find(id);
        if (act.isEmpty() || queued.isEmpty()) {
            return ReviewProblems.page(
                    pages,
                    ReviewProblems.Said.AT_REVIEW,
                    HttpStatus.NOT_FOUND,
                    words,
                    words.say("review.problem.not-found"),
                    Optional.empty());
        }
        Map<String, String> set = new HashMap<>();
        sent.forEach((name, value) -> {
            if (name.startsWith(FIELD)) {
                set.put(name.substring(FIELD.length()), value.replace("\r\n", "\n"));
            }
        });
        Verdict verdict = new Verdict(
                act.get(),
                sent.getOrDefault("by", ""),
                Optional.of(sent.getOrDefault("register", "")),
                set,
                Optional.ofNullable(sent.get("why")));
        return switch (reviewing.review(id, verdict)) {
            case Reviewed.Refused refused ->
                page(
                        HttpStatus.UNPROCESSABLE_CONTENT,
                        words,
                        queued.get(),
                        DraftForm.sent(queued.get().draft(), verdict, refused),
                        Optional.empty());
            case Reviewed.Done done -> {
                last = new Who(
                        verdict.by(),
                        verdict.register().filter(name -> !name.isEmpty()).orElse(last.register()));
                yield onwards(done, words);
            }
        };
    }

    /** To the next draft, so that reading the page again puts nothing down twice. */
    private ResponseEntity<byte[]> onwards(Reviewed.Done done, Phrases words) {
        String id = done.review().draft();
        String said = "done=" + Links.encoded(id) + "&lang=" + words.language();
        String to = next(id).map(queued -> "/draft?id=" + Links.encoded(queued.id()) + "&" + said)
                .orElse("/?" + said);
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, to)
                .build();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unable(StoreException trouble, HttpServletRequest request) {
        Phrases words = Phrases.in(Objects.requireNonNullElse(request.getParameter("lang"), "en"));
        return ReviewProblems.page(
                pages,
                ReviewProblems.Said.AT_REVIEW,
                HttpStatus.SERVICE_UNAVAILABLE,
                words,
                words.say("review.problem.store"),
                Optional.ofNullable(trouble.getMessage()));
    }

    private static Phrases words(Map<String, String> query) {
        return Phrases.in(query.getOrDefault("lang", "en"));
    }

    private static Map<String, Object> model(Phrases words, String here) {
        Map<String, Object> model = new HashMap<>();
        model.put("words", words);
        model.put("here", here);
        return model;
    }

    private ResponseEntity<byte[]> html(
            HttpStatus status, String template, Map<String, Object> model) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(pages.render(template, model));
    }
}
