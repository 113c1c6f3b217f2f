package org.truce.app.serve;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.truce.app.pages.Links;
import org.truce.app.pages.Pages;
import org.truce.assess.History;
import org.truce.base.Coded;
import org.truce.base.Phrases;
import org.truce.followup.FollowKind;
import org.truce.show.FollowAsked;
import org.truce.show.FollowPage;
import org.truce.show.FollowPages;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/** What was promised and what came of it: all its pages, made of the same parts. */
@RestController
final class FollowController {
    private static final String BY = "by";
    private static final String INSTRUMENT = "instrument";

    private final Live live;
    private final Pages pages;
    private final Clock clock;

    FollowController(Live live, Pages pages, Clock clock) {
        this.live = live;
        this.pages = pages;
        this.clock = clock;
    }

    @GetMapping({
        "/follow-up",
        "/notices",
        "/commitments",
        "/talks",
        "/deployments",
        "/contributions",
        "/statements",
        "/guarantors",
        "/excluded-groups",
        "/article"
    })
    ResponseEntity<byte[]> page(
            HttpServletRequest request, @RequestParam Map<String, String> query) {
        Phrases words = PageController.words(query);
        FollowAsked asked;
        try {
            asked = asked(query);
        } catch (DateTimeException notADay) {
            return problem(HttpStatus.BAD_REQUEST, "show.problem.date", words);
        }
        History history = live.history();
        FollowPages made = new FollowPages(
                history, asked, clock.instant(), PageController.reader(history, clock), words);
        if (!made.knowsArea()) {
            return problem(HttpStatus.NOT_FOUND, "promised.no-area", words);
        }
        if (!made.knowsActor()) {
            return problem(HttpStatus.NOT_FOUND, "promised.no-actor", words);
        }
        FollowPage.Name name = Coded.find(
                        FollowPage.Name.class, request.getServletPath().substring(1))
                .orElseThrow();
        Optional<String> document = PageController.find(query, "id");
        Optional<FollowPage> page = page(made, name, document);
        if (page.isEmpty()) {
            return problem(HttpStatus.NOT_FOUND, "promised.no-article", words);
        }
        String here = document.filter(id -> name == FollowPage.Name.ARTICLE)
                .map(id -> other(words, asked).article(id))
                .orElseGet(() -> other(words, asked).page(name));
        Map<String, Object> model =
                PageController.model(words, here + (asked.byInstrument() ? byInstrument() : ""));
        model.put("links", new Links.Pages(words.language(), query(asked)));
        model.put("page", page.get());
        model.put("name", name);
        model.put("byInstrument", asked.byInstrument());
        model.put("document", document.filter(id -> name == FollowPage.Name.ARTICLE));
        return PageController.html(pages, "follow.jte", model);
    }

    private static Optional<FollowPage> page(
            FollowPages made, FollowPage.Name name, Optional<String> document) {
        return switch (name) {
            case FOLLOW_UP -> Optional.of(made.hub());
            case NOTICES -> Optional.of(made.of(FollowKind.NOTICES));
            case COMMITMENTS -> Optional.of(made.of(FollowKind.COMMITMENTS));
            case TALKS -> Optional.of(made.of(FollowKind.TALKS));
            case DEPLOYMENTS -> Optional.of(made.of(FollowKind.DEPLOYMENTS));
            case CONTRIBUTIONS -> Optional.of(made.of(FollowKind.CONTRIBUTIONS));
            case STATEMENTS -> Optional.of(made.of(FollowKind.STATEMENTS));
            case GUARANTORS -> Optional.of(made.guarantors());
            case EXCLUDED_GROUPS -> Optional.of(made.excludedGroups());
            case ARTICLE ->
                document.isEmpty()
                        ? Optional.of(made.articles())
                        : made.findArticle(document.get());
        };
    }

    private static FollowAsked asked(Map<String, String> query) {
        return new FollowAsked(
                PageController.find(query, "area"),
                PageController.find(query, "actor"),
                PageController.find(query, "as-known").map(LocalDate::parse),
                PageController.find(query, BY).filter(INSTRUMENT::equals).isPresent());
    }

    private static Links.Pages other(Phrases words, FollowAsked asked) {
        return new Links.Pages(PageController.other(words), query(asked));
    }

    /** What is asked beside a page's name, so that its links ask the same. */
    private static String query(FollowAsked asked) {
        StringBuilder query = new StringBuilder();
        asked.area().ifPresent(area -> query.append("&area=").append(Links.encoded(area)));
        asked.actor().ifPresent(actor -> query.append("&actor=").append(Links.encoded(actor)));
        asked.asKnown().ifPresent(day -> query.append("&as-known=").append(day));
        return query.toString();
    }

    /** What the address of a board by instrument ends with. */
    private static String byInstrument() {
        return "&" + BY + "=" + INSTRUMENT;
    }

    private ResponseEntity<byte[]> problem(HttpStatus status, String problem, Phrases words) {
        return ProblemController.page(pages, status, words.say(problem), words);
    }
}
