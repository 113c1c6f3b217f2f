package org.truce.app.serve;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.truce.app.pages.Pages;
import org.truce.base.Phrases;

import java.util.Map;
import java.util.Optional;

/**
 * What somebody at the review queue or the desk sees when something cannot be shown or put down:
 * what to do.
 */
@RestController
final class ReviewProblems implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ReviewProblems.class);

    private final Pages pages;
    private final Said said;

    /** Keys of what is said, and the page that says it. */
    record Said(String template, String address, String notFound, String ours) {
        static final Said AT_REVIEW = new Said(
                "review/problem.jte",
                "review.problem.address",
                "review.problem.not-found",
                "review.problem.ours");
        static final Said AT_DESK = new Said(
                "desk/problem.jte",
                "desk.problem-address",
                "desk.problem-refused",
                "review.problem.ours");
    }

    ReviewProblems(Pages pages, Said said) {
        this.pages = pages;
        this.said = said;
    }

    @RequestMapping("/error")
    ResponseEntity<byte[]> problem(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status =
                code instanceof Integer number ? HttpStatus.valueOf(number) : HttpStatus.NOT_FOUND;
        Phrases words = Phrases.in("ar".equals(request.getParameter("lang")) ? "ar" : "en");
        String key = status == HttpStatus.FORBIDDEN
                ? said.address()
                : status.is5xxServerError() ? said.ours() : said.notFound();
        return page(pages, said, status, words, words.say(key), Optional.empty());
    }

    /** @param detail in English, what the program itself says of it */
    static ResponseEntity<byte[]> page(
            Pages pages,
            Said where,
            HttpStatus status,
            Phrases words,
            String problem,
            Optional<String> detail) {
        detail.ifPresent(message -> LOG.warn("{}", message));
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(pages.render(
                        where.template(),
                        Map.of("problem", problem, "said", detail, "words", words)));
    }
}
