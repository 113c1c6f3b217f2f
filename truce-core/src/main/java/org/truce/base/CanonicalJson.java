package org.truce.base;

import tools.jackson.databind.JsonNode;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/**
 * One way only to write a value as bytes, so that two machines hash the same: RFC 8785 (JSON
 * Canonicalization Scheme) narrowed to values without fractions. Decimal figures stand as text,
 * because a fraction's shortest form is the one part of that scheme on which programs differ.
 */
public final class CanonicalJson {
    /** The largest whole number that every reader of JSON keeps: 2^53 - 1. */
    private static final BigInteger LARGEST = BigInteger.valueOf((1L << 53) - 1);

    private CanonicalJson() {}

    /**
     * The canonical UTF-8 bytes of {@code node}. Throws {@link IllegalArgumentException} when it
     * holds a number with a fraction or beyond 2^53 - 1, or half of a surrogate pair: programs
     * would write these differently.
     */
    public static byte[] bytes(JsonNode node) {
        StringBuilder out = new StringBuilder(512);
        write(node, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(JsonNode node, StringBuilder out) {
        if (node.isObject()) {
            writeObject(node, out);
        } else if (node.isArray()) {
            char before = '[';
            for (JsonNode item : node) {
                out.append(before);
                write(item, out);
                before = ',';
            }
            out.append(before == '[' ? "[]" : "]");
        } else if (node.isString()) {
            writeText(node.stringValue(), out);
        } else if (node.isIntegralNumber()) {
            if (node.bigIntegerValue().abs().compareTo(LARGEST) > 0) {
                throw new IllegalArgumentException("write a number that large as text: " + node);
            }
            out.append(node.asString());
        } else if (node.isBoolean()) {
            out.append(node.booleanValue());
        } else if (node.isNull()) {
            out.append("null");
        } else {
            throw new IllegalArgumentException("write a figure with a fraction as text: " + node);
        }
    }

    /** Members in the order of their names' UTF-16 code units, which is how String compares. */
    private static void writeObject(JsonNode node, StringBuilder out) {
        Map<String, JsonNode> members = new TreeMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        char before = '{';
        for (Map.Entry<String, JsonNode> member : members.entrySet()) {
            out.append(before);
            writeText(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            before = ',';
        }
        out.append(before == '{' ? "{}" : "}");
    }

    private static void writeText(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '"' -> out.append("\\\"");
                case '\\' -> out.append("\\\\");
                case '\b' -> out.append("\\b");
                case '\t' -> out.append("\\t");
                case '\n' -> out.append("\\n");
                case '\f' -> out.append("\\f");
                case '\r' -> out.append("\\r");
                default -> {
                    if (c < 0x20) {
                        out.append("\\u%04x".formatted((int) c));
                    } else if (Character.isSurrogate(c) && !inPair(text, i)) {
                        // Never the text itself: it may be one that not everyone may read.
                        throw new IllegalArgumentException(
                                "a text holds half a character (an unpaired surrogate)");
                    } else {
                        out.append(c);
                    }
                }
            }
        }
        out.append('"');
    }

    private static boolean inPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i))
                ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                : i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
    }
}
