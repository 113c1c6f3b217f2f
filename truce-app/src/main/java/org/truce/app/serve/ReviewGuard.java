package org.truce.app.serve;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.filter.OncePerRequestFilter;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * Lets only the browser of whoever started the program in: it came by the printed address once and
 * has had a cookie since, asks for this machine by name, and sends forms that this server made.
 */
final class ReviewGuard extends OncePerRequestFilter {
    /** In forms and in the printed address. */
    static final String FORM = "form";

    static final String TOKEN = "token";
    private static final List<String> HOSTS = List.of("localhost", "127.0.0.1", "[::1]");

    private final ReviewSecrets secrets;

    ReviewGuard(ReviewSecrets secrets) {
        this.secrets = secrets;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Guard.protect(response);
        // With none, a browser would not say where a form of ours came from.
        response.setHeader("Referrer-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        if (!isOurs(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (!Guard.isReadable(request)) {
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
        } else if (comesWithToken(request)) {
            ResponseCookie cookie = ResponseCookie.from(cookieName(request), secrets.cookie())
                    .httpOnly(true)
                    .sameSite("Strict")
                    .path("/")
                    .build();
            response.setHeader(HttpHeaders.SET_COOKIE, cookie.toString());
            // The token is not to stay in the address, where others may see it.
            response.setHeader(HttpHeaders.LOCATION, "/");
            response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        } else if (!hasCookie(request) || !(isGet(request) || isOurForm(request))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else {
            chain.doFilter(request, response);
        }
    }

    /** Asked for by a name of this machine, and by no page of another. */
    private static boolean isOurs(HttpServletRequest request) {
        String host = Objects.requireNonNullElse(request.getHeader(HttpHeaders.HOST), "");
        int port = request.getLocalPort();
        if (HOSTS.stream().noneMatch(name -> host.equals(name + ":" + port))) {
            return false;
        }
        String origin = request.getHeader(HttpHeaders.ORIGIN);
        return origin == null ? isGet(request) : origin.equals("http://" + host);
    }

    private static boolean isGet(HttpServletRequest request) {
        return request.getMethod().equals("GET");
    }

    private boolean comesWithToken(HttpServletRequest request) {
        String given = request.getParameter(TOKEN);
        return isGet(request)
                && request.getRequestURI().equals("/")
                && given != null
                && ReviewSecrets.same(secrets.token(), given);
    }

    /** Cookies know no ports: two reviews on one machine must not take each other's. */
    private static String cookieName(HttpServletRequest request) {
        return "truce-review-" + request.getLocalPort();
    }

    private boolean hasCookie(HttpServletRequest request) {
        Cookie[] cookies = Objects.requireNonNullElse(request.getCookies(), new Cookie[0]);
        return Arrays.stream(cookies)
                .anyMatch(cookie -> cookie.getName().equals(cookieName(request))
                        && ReviewSecrets.same(secrets.cookie(), cookie.getValue()));
    }

    private boolean isOurForm(HttpServletRequest request) {
        String given = request.getParameter(FORM);
        return request.getMethod().equals("POST")
                && given != null
                && ReviewSecrets.same(secrets.form(), given);
    }
}
