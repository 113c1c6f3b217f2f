package org.truce.app.serve;

import jakarta.servlet.http.HttpServletRequest;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.truce.app.pages.Pages;
import org.truce.app.store.StoreException;
import org.truce.base.Phrases;

import java.nio.charset.StandardCharsets;

/**
 * What a visitor sees while the store cannot be read: a database that is away, a file that is not
 * as it was signed. Why stands on the terminal of whoever serves, in one line.
 */
@ControllerAdvice
final class StoreTrouble {
    private static final Logger LOG = LoggerFactory.getLogger(StoreTrouble.class);

    private final Pages pages;

    StoreTrouble(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unreadable(StoreException trouble, HttpServletRequest request) {
        LOG.warn("{}", trouble.getMessage());
        Phrases words = Phrases.in("ar".equals(request.getParameter("lang")) ? "ar" : "en");
        String problem = words.say("show.problem.store");
        if (request.getRequestURI().startsWith("/log/")) {
            return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                    .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                    .body((problem + "\n").getBytes(StandardCharsets.UTF_8));
        }
        return ProblemController.page(pages, HttpStatus.SERVICE_UNAVAILABLE, problem, words);
    }
}
