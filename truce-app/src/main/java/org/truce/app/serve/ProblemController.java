package org.truce.app.serve;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.truce.app.pages.Pages;
import org.truce.base.Phrases;

import java.util.Map;

/** What a reader sees when something cannot be shown: what to do, and never what is inside. */
@RestController
final class ProblemController implements ErrorController {
    private final Pages pages;

    ProblemController(Pages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    ResponseEntity<byte[]> problem(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        HttpStatus status =
                code instanceof Integer number ? HttpStatus.valueOf(number) : HttpStatus.NOT_FOUND;
        Phrases words = Phrases.in("ar".equals(request.getParameter("lang")) ? "ar" : "en");
        return page(
                pages,
                status,
                words.say(
                        status.is5xxServerError() ? "show.problem.ours" : "show.problem.not-found"),
                words);
    }

    static ResponseEntity<byte[]> page(
            Pages pages, HttpStatus status, String problem, Phrases words) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                .body(pages.render(
                        "problem.jte",
                        Map.of(
                                "title",
                                words.say("show.problem"),
                                "problem",
                                problem,
                                "words",
                                words)));
    }
}
