package org.truce.app.serve;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.truce.app.exchange.PublishedLog;
import org.truce.app.store.EntryStore;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The logs as programs fetch them: below {@code /log/NAME/FINGERPRINT/} a checkpoint, tiles, and
 * bundles to follow. Nothing protected is in any of them.
 */
@RestController
final class LogController {
    private static final Pattern PATH =
            Pattern.compile("/log/([^/]+/[0-9a-f]{16})/(checkpoint|bundle|tile/.+)");
    private static final String NOT_FOUND = "there is no such log or tile here\n";

    private final EntryStore store;

    LogController(EntryStore store) {
        this.store = store;
    }

    /**
     * The name of a log is percent-encoded as it stands in its checkpoint, so it is not decoded.
     */
    @GetMapping("/log/**")
    ResponseEntity<byte[]> get(HttpServletRequest request) {
        Matcher path = PATH.matcher(request.getRequestURI());
        if (!path.matches()) {
            return notFound();
        }
        Optional<PublishedLog> log = PublishedLog.find(store, "truce.register/" + path.group(1));
        if (log.isEmpty()) {
            return notFound();
        }
        return switch (path.group(2)) {
            case "checkpoint" -> text(log.get().checkpoint());
            case "bundle" -> bytes(from(request).flatMap(log.get()::bundle));
            default -> bytes(log.get().tile(path.group(2)));
        };
    }

    private static Optional<Long> from(HttpServletRequest request) {
        String from = Optional.ofNullable(request.getParameter("from")).orElse("0");
        return from.matches("[0-9]{1,15}") ? Optional.of(Long.parseLong(from)) : Optional.empty();
    }

    private static ResponseEntity<byte[]> text(String text) {
        return ResponseEntity.ok()
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static ResponseEntity<byte[]> bytes(Optional<byte[]> found) {
        return found.map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .body(bytes))
                .orElseGet(LogController::notFound);
    }

    private static ResponseEntity<byte[]> notFound() {
        return ResponseEntity.status(404)
                .contentType(new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8))
                .body(NOT_FOUND.getBytes(StandardCharsets.UTF_8));
    }
}
