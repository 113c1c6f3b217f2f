package org.truce.app.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Set;

/**
 * What holds for every answer: it is for a browser on this machine that asked for this machine (a
 * foreign page must not reach us under a name of its own), it is kept in no cache, it loads nothing
 * from elsewhere, and no link tells another host where its reader came from.
 */
final class Guard extends OncePerRequestFilter {
    private static final Set<String> OURS = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String POLICY =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src"
                    + " 'self' data: blob:; worker-src 'self' blob:; connect-src 'self'; object-src"
                    + " 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        protect(response);
        if (!request.getRequestURI().startsWith("/app/")) {
            response.setHeader("Cache-Control", "no-store");
        }
        if (!OURS.contains(request.getServerName())) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return;
        }
        if (!isReadable(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        chain.doFilter(request, response);
    }

    static void protect(HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    }

    /** Whether what was asked is text: the server decodes it when it is first looked at. */
    static boolean isReadable(HttpServletRequest request) {
        try {
            request.getParameterMap();
            return true;
        } catch (IllegalStateException notText) {
            return false;
        }
    }
}
