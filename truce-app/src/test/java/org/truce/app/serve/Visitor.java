package org.truce.app.serve;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** A reader with a real HTTP client. */
final class Visitor implements AutoCloseable {
    private final HttpClient client = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final int port;

    Visitor(int port) {
        this.port = port;
    }

    /** What came back: the status, the body as text, and the headers as lines. */
    record Page(int status, String body, Map<String, String> headers) {
        /** All of it, as whoever looks for something sees it. */
        String everything() {
            return headers + "\n" + body;
        }
    }

    Page get(String path) {
        try {
            HttpResponse<byte[]> answer = client.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                            .build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            Map<String, String> headers = new LinkedHashMap<>();
            answer.headers()
                    .map()
                    .forEach((name, values) -> headers.put(name, String.join(", ", values)));
            return new Page(
                    answer.statusCode(),
                    new String(answer.body(), StandardCharsets.UTF_8),
                    headers);
        } catch (IOException broken) {
            throw new AssertionError(path, broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(path, stopped);
        }
    }

    /** Says literally these lines and returns all that is answered. */
    String say(String... lines) throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Follows every link to this server from the given pages on, each address once. */
    Map<String, Page> crawl(Collection<String> starts, int limit) {
        Map<String, Page> seen = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(starts);
        while (!open.isEmpty() && seen.size() < limit) {
            String path = open.poll();
            if (seen.containsKey(path)) {
                continue;
            }
            Page page = get(path);
            seen.put(path, page);
            if (page.headers().getOrDefault("content-type", "").startsWith("text/html")) {
                for (String address : Html.read(page.body()).addresses()) {
                    String target = address.replaceFirst("#.*", "");
                    if (target.startsWith("/") && !seen.containsKey(target)) {
                        open.add(target);
                    }
                }
            }
        }
        return seen;
    }

    @Override
    public void close() {
        client.close();
    }
}
