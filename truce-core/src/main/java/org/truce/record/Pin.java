package org.truce.record;

import org.truce.base.Hash;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an answer was computed from, so that it can be computed again to the byte: when it was
 * asked, how far the log of each register went, and which protected values were at hand. Its text
 * names these, and begins each register's root, so that another history under the same numbers is
 * told apart.
 *
 * @param asked the instant of asking, in whole milliseconds
 * @param logs the logs used, by the origin of each
 * @param settings 16 hexadecimal digits for a mission's own settings; empty for the usual ones, and
 *     in a pin printed before pins said so
 */
public record Pin(Instant asked, Map<String, Extent> logs, Optional<String> settings) {
    private static final int ROOT_DIGITS = 16;
    private static final Pattern LOG = Pattern.compile(
            "([^\\s@,]+)@([1-9][0-9]{0,15})\\.([0-9a-f]{16})(?:\\.([0-9x-][0-9a-fx-]*))?");

    private static final Pattern SETTINGS = Pattern.compile("settings=([0-9a-f]{16})");

    public Pin {
        logs = Map.copyOf(logs);
    }

    /**
     * How far a log went.
     *
     * @param size entries 1 to size
     * @param root the first 16 hexadecimal digits of the root over them
     * @param held which of their protected values were at hand; empty in a pin printed before pins
     *     said so
     */
    public record Extent(long size, String root, Optional<Held> held) {
        public static Extent of(long size, Hash root, Held held) {
            return new Extent(size, begin(root), Optional.of(held));
        }

        /** Whether a log of this size with this root is the one meant. */
        public boolean isOf(Hash root) {
            return begin(root).equals(this.root);
        }

        private static String begin(Hash root) {
            return root.hex().substring(0, ROOT_DIGITS);
        }
    }

    /** The same for an answer by these settings. */
    public Pin with(Optional<String> ownSettings) {
        return new Pin(asked, logs, ownSettings);
    }

    /**
     * {@code 2018-01-17T10:00:00Z,settings=digits,origin@size.root.held,...} with the origins in
     * order.
     */
    public String text() {
        StringBuilder text = new StringBuilder(asked.toString());
        settings.ifPresent(own -> text.append(",settings=").append(own));
        new TreeMap<>(logs).forEach((origin, extent) -> {
            text.append(',').append(origin).append('@').append(extent.size());
            text.append('.').append(extent.root());
            extent.held().ifPresent(held -> text.append('.').append(held.text()));
        });
        return text.toString();
    }

    /** From its text; throws {@link IllegalArgumentException} for anything else. */
    public static Pin parse(String text) {
        List<String> parts = List.of(text.strip().split(",", -1));
        Map<String, Extent> logs = new TreeMap<>();
        Optional<String> settings = Optional.empty();
        for (String part : parts.subList(1, parts.size())) {
            Matcher own = SETTINGS.matcher(part);
            if (own.matches()) {
                settings = Optional.of(own.group(1));
                continue;
            }
            Matcher matcher = LOG.matcher(part);
            if (!matcher.matches()) {
                throw damaged();
            }
            logs.put(matcher.group(1), extent(matcher));
        }
        try {
            return new Pin(Instant.parse(parts.getFirst()), logs, settings);
        } catch (DateTimeException noInstant) {
            throw damaged();
        }
    }

    private static Extent extent(Matcher matcher) {
        try {
            return new Extent(
                    Long.parseLong(matcher.group(2)),
                    matcher.group(3),
                    Optional.ofNullable(matcher.group(4)).map(Held::new));
        } catch (IllegalArgumentException otherForm) {
            throw damaged();
        }
    }

    private static IllegalArgumentException damaged() {
        return new IllegalArgumentException(
                "this is no pin: copy it whole, as the answer printed it");
    }
}
