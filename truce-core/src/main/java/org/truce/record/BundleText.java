package org.truce.record;

import com.fasterxml.jackson.annotation.JsonInclude;

import org.jspecify.annotations.Nullable;
import org.truce.base.Hash;
import org.truce.proof.Frontier;
import org.truce.proof.SignedNote;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A bundle as it travels: JSON Lines in UTF-8. The first line says whose it is and proves its keys,
 * each further line is an entry, the last says how many there were.
 */
public final class BundleText {
    /** Since this one an entry may hold the name of its file as a protected value. */
    private static final String VERSION = "truce 4";

    /** The same lines, of entries that a program of then could read. */
    private static final String WITH_NAMED_FILES = "truce 3";

    /** Without the hashes of leaves. */
    private static final String WITHOUT_LEAVES = "truce 2";

    private static final Set<String> KNOWN = Set.of(VERSION, WITH_NAMED_FILES, WITHOUT_LEAVES);
    private static final Pattern OF_A_VERSION =
            Pattern.compile("\\{\"bundle\":\"(truce [0-9]{1,6})\"");
    private static final int LONGEST_LINE = 16 * 1024 * 1024;
    static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(
                    was -> was.withValueInclusion(JsonInclude.Include.ALWAYS))
            .enable(
                    DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                    DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                    DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private BundleText() {}

    private record Header(
            String bundle,
            String register,
            String origin,
            long from,
            long to,
            List<Hash> before,
            List<Key> keys,
            String checkpoint) {}

    /** A key entry and its proofs, see {@link Bundle.KeyStep}, as bundles and proofs write it. */
    public record Key(
            long seq,
            String recordedAt,
            String body,
            String checkpoint,
            List<Hash> inclusion,
            List<Hash> consistency) {
        public Key {
            inclusion = List.copyOf(inclusion);
            consistency = List.copyOf(consistency);
        }
    }

    private record Line(long seq, String recordedAt, String body, List<Value> values, Hash leaf) {}

    /** As bundles without the hashes of leaves had it. */
    private record LineBefore(long seq, String recordedAt, String body, List<Value> values) {
        Line line(String register) {
            LogRow row = new LogRow(
                    register, seq, instant(recordedAt), body.getBytes(StandardCharsets.UTF_8));
            return new Line(seq, recordedAt, body, values, row.leafHash());
        }
    }

    private record Value(String salt, String value) {}

    private record End(long end) {}

    public static byte[] write(Bundle bundle) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        long from = bundle.before().size();
        line(
                out,
                new Header(
                        VERSION,
                        bundle.register(),
                        bundle.origin(),
                        from,
                        from + bundle.rows().size(),
                        bundle.before().roots(),
                        bundle.keys().stream().map(BundleText::key).toList(),
                        bundle.checkpoint().text()));
        for (Bundle.Row row : bundle.rows()) {
            line(
                    out,
                    new Line(
                            row.row().seq(),
                            row.row().recordedAt().toString(),
                            text(row.row().body()),
                            row.values().stream()
                                    .map(value -> new Value(value.salt(), value.value()))
                                    .toList(),
                            row.row().leafHash()));
        }
        line(out, new End(bundle.rows().size()));
        return out.toByteArray();
    }

    static Key key(Bundle.KeyStep step) {
        return new Key(
                step.seq(),
                step.recordedAt().toString(),
                text(step.body()),
                step.checkpoint().text(),
                step.inclusion(),
                step.consistency());
    }

    static String text(byte[] body) {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** Throws {@link IllegalArgumentException} or a {@link DateTimeException} when it is none. */
    static Bundle.KeyStep step(Key key) {
        return new Bundle.KeyStep(
                key.seq(),
                instant(key.recordedAt()),
                key.body().getBytes(StandardCharsets.UTF_8),
                SignedNote.parse(key.checkpoint()),
                key.inclusion(),
                key.consistency());
    }

    /** One spelling only, in whole milliseconds, as we write it. */
    static Instant instant(String text) {
        Instant instant = Instant.parse(text);
        if (!instant.toString().equals(text) || instant.getNano() % 1_000_000 != 0) {
            throw new IllegalArgumentException("a time as we never write it");
        }
        return instant;
    }

    private static void line(ByteArrayOutputStream out, Object value) {
        out.writeBytes(MAPPER.writeValueAsBytes(value));
        out.write('\n');
    }

    /** As {@link #parse(InputStream)}. */
    public static Bundle parse(byte[] text) {
        try {
            return parse(new ByteArrayInputStream(text));
        } catch (IOException fromMemory) {
            throw new IllegalStateException(fromMemory);
        }
    }

    /**
     * Back from its text. Throws {@link IllegalArgumentException}, naming the line, when it is no
     * whole bundle; it may still not verify, see {@link BundleCheck}.
     */
    public static Bundle parse(InputStream in) throws IOException {
        Reading reading = new Reading(new BufferedInputStream(in));
        return reading.bundle();
    }

    /** Reads line by line and knows where it is. */
    private static final class Reading {
        private final InputStream in;
        private long line;

        Reading(InputStream in) {
            this.in = in;
        }

        Bundle bundle() throws IOException {
            String first = read();
            if (first == null) {
                throw damaged();
            }
            Matcher version = OF_A_VERSION.matcher(first);
            if (version.lookingAt() && !KNOWN.contains(version.group(1))) {
                throw new BundleDamage(version.group(1));
            }
            Header header = value(first, Header.class);
            boolean before = header.bundle().equals(WITHOUT_LEAVES);
            if (!KNOWN.contains(header.bundle()) || header.from() < 0) {
                throw damaged();
            }
            try {
                Frontier roots = new Frontier(header.from(), header.before());
                SignedNote checkpoint = SignedNote.parse(header.checkpoint());
                List<Bundle.KeyStep> keys = new ArrayList<>();
                for (Key key : header.keys()) {
                    keys.add(step(key));
                }
                List<Bundle.Row> rows = new ArrayList<>();
                for (long seq = header.from(); seq < header.to(); seq++) {
                    rows.add(row(header.register(), seq + 1, before));
                }
                if (next(End.class).end() != rows.size() || read() != null) {
                    throw damaged();
                }
                return new Bundle(
                        header.register(), header.origin(), roots, rows, keys, checkpoint);
            } catch (IllegalArgumentException | DateTimeException inside) {
                throw inside instanceof BundleDamage ? (BundleDamage) inside : damaged();
            }
        }

        /**
         * The next line, which is to be entry {@code seq}. Its leaf's hash stands beside it for one
         * reason: of an entry that was altered it can be said which it is.
         */
        private Bundle.Row row(String register, long seq, boolean before) throws IOException {
            Bundle.Row row =
                    wholeRow(register, before).orElseThrow(() -> new BundleDamage(line, seq));
            long there = row.row().seq();
            if (there > seq) {
                throw new BundleDamage(line, seq, there - 1);
            }
            if (there < seq) {
                throw new BundleDamage(line, seq);
            }
            return row;
        }

        /** The entry of the next line; empty when the line is not as it was written. */
        private Optional<Bundle.Row> wholeRow(String register, boolean before) throws IOException {
            try {
                Line line = before ? next(LineBefore.class).line(register) : next(Line.class);
                List<Guarded.Open> values = line.values().stream()
                        .map(value -> new Guarded.Open(value.value(), value.salt()))
                        .toList();
                LogRow row = new LogRow(
                        register,
                        line.seq(),
                        instant(line.recordedAt()),
                        line.body().getBytes(StandardCharsets.UTF_8));
                return row.leafHash().equals(line.leaf())
                        ? Optional.of(new Bundle.Row(row, values))
                        : Optional.empty();
            } catch (IllegalArgumentException | DateTimeException unreadable) {
                return Optional.empty();
            }
        }

        private <T> T next(Class<T> type) throws IOException {
            String text = read();
            if (text == null) {
                throw damaged();
            }
            return value(text, type);
        }

        private <T> T value(String text, Class<T> type) {
            try {
                T value = MAPPER.readValue(text, type);
                if (value == null) {
                    throw damaged();
                }
                return value;
            } catch (JacksonException unreadable) {
                throw damaged();
            }
        }

        /**
         * Decodes each line by itself, so that a byte that is no UTF-8 is found where it stands.
         */
        private @Nullable String read() throws IOException {
            line++;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            int next = in.read();
            while (next >= 0 && next != '\n') {
                bytes.write(next);
                if (bytes.size() > LONGEST_LINE) {
                    throw damaged();
                }
                next = in.read();
            }
            if (next < 0 && bytes.size() == 0) {
                return null;
            }
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT)
                        .decode(ByteBuffer.wrap(bytes.toByteArray()))
                        .toString();
            } catch (CharacterCodingException notUtf8) {
                throw damaged();
            }
        }

        private BundleDamage damaged() {
            return new BundleDamage(line);
        }
    }

    /** Says where, and never what: a protected value may stand there. */
    private static final class BundleDamage extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        BundleDamage(long line, long seq) {
            super(("this is no whole bundle of Truce: entry %d, in line %d, was altered or cut off."
                            + " Ask for it again, or see whether it was copied whole")
                    .formatted(seq, line));
        }

        BundleDamage(long line, long from, long to) {
            super(("this is no whole bundle of Truce: %s missing before line %d. Ask for it again,"
                            + " or see whether it was copied whole")
                    .formatted(
                            from == to ? "entry " + from : "entries " + from + " to " + to, line));
        }

        BundleDamage(String version) {
            super(("this bundle is of the version '%s', which this Truce does not read: take it in"
                            + " with a newer Truce, or ask for one that this version can read")
                    .formatted(version));
        }

        BundleDamage(long line) {
            super(("this is no whole bundle of Truce: line %d cannot be read. Ask for it"
                            + " again, or see whether it was copied whole")
                    .formatted(line));
        }
    }
}
