package org.truce.app.store.postgres;

import org.truce.app.store.StoreException;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Where a database is: {@code postgresql://USER@HOST:PORT/DATABASE?sslmode=verify-full}. It never
 * holds a password.
 *
 * @param settings of TLS alone, by the driver's names
 */
record Address(String host, int port, String database, String user, Map<String, String> settings) {
    private static final int PORT = 5432;
    private static final Set<String> SETTINGS =
            Set.of("sslmode", "sslrootcert", "sslcert", "sslkey");
    private static final Set<String> MODES =
            Set.of("disable", "allow", "prefer", "require", "verify-ca", "verify-full");

    Address {
        settings = Map.copyOf(settings);
    }

    /**
     * Reads what a person typed; the message of a refusal does not repeat it, for it may hold a
     * password.
     *
     * @param environment where {@code PGUSER} names the user when the address does not
     */
    static Address parse(String text, Map<String, String> environment) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException broken) {
            throw unreadable();
        }
        Map<String, String> settings =
                settings(Optional.ofNullable(uri.getRawQuery()).orElse(""));
        String user = decoded(Optional.ofNullable(uri.getRawUserInfo()).orElse(""));
        String named = Optional.ofNullable(settings.remove("user")).orElse(user);
        if (Optional.ofNullable(uri.getRawUserInfo()).orElse("").contains(":")
                || settings.containsKey("password")
                || settings.containsKey("sslpassword")) {
            throw new StoreException(
                    "a password does not belong into the address of a store, where others can read"
                            + " it: leave it out, and set PGPASSWORD, or PGPASSFILE to a file that"
                            + " only you can read; change a password that was shown");
        }
        String path = Optional.ofNullable(uri.getRawPath()).orElse("");
        if (uri.getHost() == null || path.length() < 2 || path.indexOf('/', 1) > 0) {
            throw unreadable();
        }
        check(settings);
        return new Address(
                uri.getHost().replaceAll("[\\[\\]]", ""),
                uri.getPort() < 0 ? PORT : uri.getPort(),
                decoded(path.substring(1)),
                named.isEmpty() ? defaultUser(environment) : named,
                settings);
    }

    private static void check(Map<String, String> settings) {
        if (!SETTINGS.containsAll(settings.keySet())) {
            throw new StoreException("the address of a store may set user, "
                    + String.join(", ", SETTINGS.stream().sorted().toList())
                    + " and nothing else: take the rest out");
        }
        String mode = settings.getOrDefault("sslmode", "prefer");
        if (!MODES.contains(mode)) {
            throw new StoreException(
                    "sslmode takes disable, allow, prefer, require, verify-ca or verify-full:"
                            + " across a network use verify-full");
        }
    }

    private static String defaultUser(Map<String, String> environment) {
        String named = environment.getOrDefault("PGUSER", "");
        return named.isEmpty() ? System.getProperty("user.name", "postgres") : named;
    }

    private static Map<String, String> settings(String query) {
        Map<String, String> settings = new TreeMap<>();
        if (query.isEmpty()) {
            return settings;
        }
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                throw unreadable();
            }
            settings.put(
                    decoded(pair.substring(0, equals)).toLowerCase(Locale.ROOT),
                    decoded(pair.substring(equals + 1)));
        }
        return settings;
    }

    private static String decoded(String raw) {
        try {
            return URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException broken) {
            throw unreadable();
        }
    }

    private static StoreException unreadable() {
        return new StoreException("the address of the store is not understood: write it as"
                + " postgresql://USER@HOST:PORT/DATABASE, with ?sslmode=verify-full across a"
                + " network");
    }

    /** As the driver wants it, without the settings. */
    String forDriver() {
        return "jdbc:" + this;
    }

    /** As it is shown in messages. */
    @Override
    public String toString() {
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return "postgresql://%s:%d/%s"
                .formatted(
                        shown,
                        port,
                        URLEncoder.encode(database, StandardCharsets.UTF_8).replace("+", "%20"));
    }
}
