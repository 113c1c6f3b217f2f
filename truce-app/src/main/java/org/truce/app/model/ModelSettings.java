package org.truce.app.model;

import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Which model is asked, and where.
 *
 * @param url the base address of an interface like OpenAI's, such as https://host/v1; http only on
 *     this machine
 * @param model the name by which the host knows it
 * @param keyVariable the name of the environment variable that holds the key; empty where none is
 *     needed
 * @param patience how long a reply may take, from one second to ten minutes
 */
public record ModelSettings(
        URI url, String model, Optional<String> keyVariable, Duration patience) {
    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> NAMES = Set.of("url", "model", "key", "seconds");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,4000}");
    private static final int LONGEST_NAME = 200;
    private static final Duration USUAL_PATIENCE = Duration.ofSeconds(120);
    private static final Duration LONGEST_PATIENCE = Duration.ofMinutes(10);
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    public ModelSettings {
        if (!isAddress(url)) {
            throw new IllegalArgumentException(
                    "url is the base address of the interface, such as https://HOST/v1; http is for"
                            + " localhost only, and it holds no user, query or fragment");
        }
        if (model.isBlank() || model.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("model is the name that the host gives its model");
        }
        // What was written is not repeated: it may be the key itself.
        if (keyVariable.filter(name -> !VARIABLE.matcher(name).matches()).isPresent()) {
            throw new IllegalArgumentException(
                    "key is the name of an environment variable, such as MODEL_KEY, never the key");
        }
        if (patience.compareTo(Duration.ofSeconds(1)) < 0
                || patience.compareTo(LONGEST_PATIENCE) > 0) {
            throw new IllegalArgumentException("seconds is from 1 to 600");
        }
    }

    /** Throws {@link ModelException}, which names the file and what is wrong in it. */
    public static ModelSettings read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ModelException("there is no file %s: check the path".formatted(file));
        }
        try {
            return of(STRICT.readTree(Files.readAllBytes(file)));
        } catch (JacksonException broken) {
            throw new ModelException(
                    "%s is not JSON such as {\"url\": \"https://HOST/v1\", \"model\": \"NAME\", \"key\": \"MODEL_KEY\"}"
                            .formatted(file));
        } catch (IllegalArgumentException wrong) {
            throw new ModelException("%s: %s".formatted(file, wrong.getMessage()));
        }
    }

    private static ModelSettings of(JsonNode root) {
        for (Map.Entry<String, JsonNode> each : root.properties()) {
            if (!NAMES.contains(each.getKey())) {
                throw new IllegalArgumentException(
                        "there is no setting '%s'; they are url, model, key and seconds"
                                .formatted(each.getKey()));
            }
        }
        JsonNode seconds = root.path("seconds");
        if (!seconds.isMissingNode() && !seconds.isInt()) {
            throw new IllegalArgumentException("seconds is from 1 to 600");
        }
        return new ModelSettings(
                URI.create(root.path("url").asString("")),
                root.path("model").asString(""),
                root.has("key") ? Optional.of(root.path("key").asString("")) : Optional.empty(),
                seconds.isMissingNode() ? USUAL_PATIENCE : Duration.ofSeconds(seconds.intValue()));
    }

    private static boolean isAddress(URI url) {
        Optional<String> host = Optional.ofNullable(url.getHost());
        boolean bare = url.getRawUserInfo() == null
                && url.getRawQuery() == null
                && url.getRawFragment() == null;
        boolean secure = "https".equals(url.getScheme());
        boolean here =
                "http".equals(url.getScheme()) && host.filter(HERE::contains).isPresent();
        return bare && host.isPresent() && (secure || here);
    }

    /** The host and port that the text would be sent to. */
    public String host() {
        return url.getRawAuthority();
    }

    /** The key, where one is needed; throws {@link ModelException} where it is not set. */
    Optional<String> findKey(Map<String, String> environment) {
        return keyVariable.map(name -> {
            String key = environment.getOrDefault(name, "");
            if (!KEY.matcher(key).matches()) {
                throw new ModelException(
                        "the variable %s holds no key: set it, or leave \"key\" out of the settings"
                                .formatted(name));
            }
            return key;
        });
    }

    /** Where questions are put. */
    URI questions() {
        String base = url.toString();
        return URI.create((base.endsWith("/") ? base : base + "/") + "chat/completions");
    }
}
