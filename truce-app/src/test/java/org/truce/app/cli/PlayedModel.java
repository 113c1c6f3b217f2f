package org.truce.app.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/** A host on this machine that plays a language model, well or badly. */
final class PlayedModel implements AutoCloseable {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<JsonNode> questions = new CopyOnWriteArrayList<>();
    private final List<String> keys = new CopyOnWriteArrayList<>();

    /** How an exchange is answered. */
    @FunctionalInterface
    interface Play {
        void answer(HttpExchange exchange, int attempt) throws IOException, InterruptedException;
    }

    private PlayedModel(HttpServer server, Play play) {
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/v1/chat/completions", exchange -> {
            questions.add(MAPPER.readTree(exchange.getRequestBody().readAllBytes()));
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            try (exchange) {
                play.answer(exchange, questions.size());
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    static PlayedModel of(Play play) throws IOException {
        return new PlayedModel(HttpServer.create(anyPort(), 0), play);
    }

    /** One over TLS with a certificate for localhost that it made itself. */
    static PlayedModel secure(Path keyStore, String content) throws Exception {
        char[] password = "played".toCharArray();
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int made = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=localhost",
                        "-ext",
                        "san=dns:localhost",
                        "-keystore",
                        keyStore.toString(),
                        "-storepass",
                        new String(password))
                .inheritIO()
                .start()
                .waitFor();
        if (made != 0) {
            throw new IllegalStateException("keytool made no certificate");
        }
        KeyManagerFactory keys =
                KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(KeyStore.getInstance(keyStore.toFile(), password), password);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), new TrustManager[0], new SecureRandom());
        HttpsServer server = HttpsServer.create(anyPort(), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context));
        return new PlayedModel(server, (exchange, attempt) -> send(exchange, 200, chat(content)));
    }

    private static InetSocketAddress anyPort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** One that says some words as a chat interface does. */
    static PlayedModel saying(String content) throws IOException {
        return of((exchange, attempt) -> send(exchange, 200, chat(content)));
    }

    static String chat(String content) {
        return MAPPER.writeValueAsString(Map.of(
                "object",
                "chat.completion",
                "choices",
                List.of(Map.of("index", 0, "message", Map.of("content", content)))));
    }

    static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    String url() {
        String scheme = server instanceof HttpsServer ? "https" : "http";
        return "%s://localhost:%d/v1".formatted(scheme, server.getAddress().getPort());
    }

    List<JsonNode> questions() {
        return questions;
    }

    List<String> keys() {
        return keys;
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
