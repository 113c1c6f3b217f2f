package org.truce.app.model;

import com.fasterxml.jackson.annotation.JsonProperty;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLHandshakeException;

/**
 * The line to one model: one request and, where the host was not reached or says that it is not
 * well, one more. Certificates are checked as Java checks them; neither a redirect nor a proxy can
 * take the text to another host.
 */
final class Endpoint {
    static final int MOST_REPLY_BYTES = 1 << 20;

    private static final Duration CONNECT_PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final int ATTEMPTS = 2;
    private static final int OK = 200;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERRORS = 500;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final ModelSettings settings;
    private final Optional<String> key;

    Endpoint(ModelSettings settings, Optional<String> key) {
        this.settings = settings;
        this.key = key;
    }

    /** What came of one attempt. */
    private record Attempt(Optional<byte[]> body, String problem, boolean again) {
        static Attempt of(HttpResponse<byte[]> response) {
            int status = response.statusCode();
            if (status == OK) {
                return new Attempt(Optional.of(response.body()), "", false);
            }
            boolean again = status == TOO_MANY_REQUESTS || status >= SERVER_ERRORS;
            return failed("it answered with status " + status, again);
        }

        static Attempt failed(String problem, boolean again) {
            return new Attempt(Optional.empty(), problem, again);
        }
    }

    /**
     * What a host answered.
     *
     * @param body as it came
     * @param content the model's words in it; empty where it is no answer of a chat interface
     */
    record Answer(String body, Optional<String> content) {
        static Answer of(byte[] bytes) {
            String body = new String(bytes, StandardCharsets.UTF_8);
            try {
                JsonNode choice = MAPPER.readTree(body).path("choices").path(0);
                JsonNode content = choice.path("message").path("content");
                return new Answer(
                        body,
                        content.isString() ? Optional.of(content.asString()) : Optional.empty());
            } catch (JacksonException broken) {
                return new Answer(body, Optional.empty());
            }
        }
    }

    /**
     * The host's answer, whatever it holds; throws {@link ModelException} when there is none.
     *
     * @param beforeSending is run before each attempt; what it throws keeps the text here
     */
    Answer ask(String instructions, String message, Runnable beforeSending)
            throws InterruptedException {
        String question = MAPPER.writeValueAsString(new Question(
                settings.model(),
                0,
                Map.of("type", "json_object"),
                List.of(new Turn("system", instructions), new Turn("user", message))));
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT_PATIENCE)
                .build()) {
            Attempt attempt = Attempt.failed("", true);
            for (int i = 0; i < ATTEMPTS && attempt.again(); i++) {
                if (i > 0) {
                    Thread.sleep(PAUSE);
                }
                beforeSending.run();
                attempt = attempt(client, question);
            }
            String problem = attempt.problem();
            return attempt.body()
                    .map(Answer::of)
                    .orElseThrow(() -> new ModelException(
                            "no reply from %s: %s".formatted(settings.host(), problem)));
        }
    }

    private record Question(
            String model,
            int temperature,
            @JsonProperty("response_format") Map<String, String> responseFormat,
            List<Turn> messages) {}

    private record Turn(String role, String content) {}

    private Attempt attempt(HttpClient client, String question) throws InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.questions())
                .timeout(settings.patience())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(question, StandardCharsets.UTF_8));
        key.ifPresent(value -> request.header("Authorization", "Bearer " + value));
        CompletableFuture<HttpResponse<byte[]>> response =
                client.sendAsync(request.build(), info -> new Limited(MOST_REPLY_BYTES));
        try {
            // The request's own limit ends with the first bytes; this one holds for all of them.
            return Attempt.of(response.get(settings.patience().toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException slow) {
            response.cancel(true);
            client.shutdownNow();
            return tooSlow();
        } catch (ExecutionException failed) {
            return failed(Optional.ofNullable(failed.getCause()).orElse(failed));
        }
    }

    private Attempt tooSlow() {
        return Attempt.failed(
                "it took longer than %d seconds; set more, or ask of a shorter text"
                        .formatted(settings.patience().toSeconds()),
                false);
    }

    private Attempt failed(Throwable cause) {
        if (cause instanceof Limited.TooLong || cause.getCause() instanceof Limited.TooLong) {
            return Attempt.failed(
                    "its reply is longer than %,d bytes and was cut off"
                            .formatted(MOST_REPLY_BYTES),
                    false);
        }
        if (cause instanceof SSLHandshakeException) {
            return Attempt.failed(
                    "its certificate does not hold, so nothing was sent: check the address", false);
        }
        if (cause instanceof ConnectException) {
            return Attempt.failed("nothing answers there: see that it runs", true);
        }
        if (cause instanceof HttpTimeoutException) {
            return tooSlow();
        }
        if (cause instanceof IOException) {
            return Attempt.failed("the line broke: try again", true);
        }
        throw new IllegalStateException(cause);
    }
}
