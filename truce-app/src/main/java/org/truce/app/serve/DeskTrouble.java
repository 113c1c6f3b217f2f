package org.truce.app.serve;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.truce.app.desk.Refusal;
import org.truce.app.pages.Pages;
import org.truce.app.store.StoreException;
import org.truce.base.Phrases;

import java.util.Objects;
import java.util.Optional;

/** What somebody at the desk sees when a page cannot be shown, or the store cannot be used. */
@ControllerAdvice
final class DeskTrouble {
    private final Pages pages;

    DeskTrouble(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unable(StoreException trouble, HttpServletRequest request) {
        return page(
                request,
                HttpStatus.SERVICE_UNAVAILABLE,
                "desk.problem-store",
                Optional.ofNullable(trouble.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refusal refusal, HttpServletRequest request) {
        return page(
                request, HttpStatus.NOT_FOUND, "desk.problem-refused", Optional.of(refusal.text()));
    }

    private ResponseEntity<byte[]> page(
            HttpServletRequest request, HttpStatus status, String key, Optional<String> detail) {
        Phrases words = Phrases.in(Objects.requireNonNullElse(request.getParameter("lang"), "en"));
        return ReviewProblems.page(
                pages, ReviewProblems.Said.AT_DESK, status, words, words.say(key), detail);
    }
}
