package org.truce.app.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The browser of somebody who opened the address that their desk printed; it runs no script. */
final class DeskBrowser implements AutoCloseable {
    private static final Pattern SECRET = Pattern.compile("name=\"form\" value=\"([0-9a-f]{64})\"");

    private final DeskServer desk;
    private final HttpClient client = HttpClient.newHttpClient();
    private final String cookie;

    /** What came back. */
    record Answer(int status, String body, String location) {}

    DeskBrowser(DeskServer desk) {
        this.desk = desk;
        HttpResponse<String> opened =
                send(HttpRequest.newBuilder(URI.create(desk.address())).GET());
        assertThat(opened.statusCode()).isEqualTo(303);
        cookie = opened.headers().firstValue("set-cookie").orElseThrow().split(";")[0];
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return client.send(
                    request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new AssertionError(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    private String root() {
        return "http://localhost:" + desk.port();
    }

    Answer get(String path) {
        return answer(send(HttpRequest.newBuilder(URI.create(root() + path))
                .header("Cookie", cookie)
                .GET()));
    }

    /** A page that is there. */
    String page(String path) {
        Answer answer = get(path);
        assertThat(answer.status()).as(path + "\n" + answer.body()).isEqualTo(200);
        return answer.body();
    }

    /** Fills in the form of a page, by its name: field, value, field, value and so on. */
    Answer fill(String page, String action, String... fields) {
        Matcher secret = SECRET.matcher(page(page));
        assertThat(secret.find()).as("a form on " + page).isTrue();
        StringBuilder body = new StringBuilder("form=" + secret.group(1));
        for (int i = 0; i < fields.length; i += 2) {
            body.append('&').append(fields[i]).append('=').append(encoded(fields[i + 1]));
        }
        return answer(send(HttpRequest.newBuilder(URI.create(root() + action))
                .header("Cookie", cookie)
                .header("Origin", root())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString()))));
    }

    private static Answer answer(HttpResponse<String> response) {
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("location").orElse(""));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        client.close();
    }
}
