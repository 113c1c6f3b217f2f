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

/** What a reviewer sees when something cannot be shown or put down: what to do. */
@RestController
final class ReviewProblems implements ErrorController {
    private static final Logger LOG = LoggerFactory.getLogger(ReviewProblems.class);

    private final Pages pages;

    ReviewProblems(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    ResponseEntity<byte[]> problem(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status =
                code instanceof Integer number ? HttpStatus.valueOf(number) : HttpStatus.NOT_FOUND;
        Phrases words = Phrases.in("ar".equals(request.getParameter("lang")) ? "ar" : "en");
        String key = status == HttpStatus.FORBIDDEN
                ? "review.problem.address"
                : status.is5xxServerError() ? "review.problem.ours" : "review.problem.not-found";
        return page(pages, status, words, words.say(key), Optional.empty());
    }

    /** @param said in English, what the program itself says of it */
    static ResponseEntity<byte[]> page(
            Pages pages, HttpStatus status, Phrases words, String problem, Optional<String> said) {
        said.ifPresent(message -> LOG.warn("{}", message));
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(pages.render(
                        "review/problem.jte",
                        Map.of("problem", problem, "said", said, "words", words)));
    }
}
