package org.truce.base;

import tools.jackson.databind.JsonNode;

import java.util.Map;
import java.util.TreeMap;

/**
 * One way only to write a value as bytes, so that two machines hash the same: RFC 8785 (JSON
 * Canonicalization Scheme) narrowed to values without fractions. Decimal figures stand as text,
 * because a fraction's shortest form is the one part of that scheme on which programs differ.
 */
public final class CanonicalJson {
    /** The largest whole number that every reader of JSON keeps: 2^53 - 1. */
    static final long LARGEST = (1L << 53) - 1;

    /** What is escaped by one letter, and by which. */
    static final String SHORT_ESCAPED = "\"\\\b\t\n\f\r";

    static final String SHORT_ESCAPES = "\"\\btnfr";

    private CanonicalJson() {}

    /**
     * The canonical UTF-8 bytes of {@code node}. Throws {@link IllegalArgumentException} when it
     * holds a number with a fraction or beyond 2^53 - 1, or half of a surrogate pair: programs
     * would write these differently.
     */
    public static byte[] bytes(JsonNode node) {
        CanonicalWriter out = new CanonicalWriter();
        write(node, out);
        return out.toBytes();
    }

    private static void write(JsonNode node, CanonicalWriter out) {
        if (node.isObject()) {
            writeObject(node, out);
        } else if (node.isArray()) {
            out.sign('[');
            boolean first = true;
            for (JsonNode item : node) {
                if (!first) {
                    out.sign(',');
                }
                first = false;
                write(item, out);
            }
            out.sign(']');
        } else if (node.isString()) {
            out.text(node.stringValue());
        } else if (node.isIntegralNumber()) {
            if (!node.canConvertToLong()) {
                throw new IllegalArgumentException("write a number that large as text: " + node);
            }
            out.number(node.longValue());
        } else if (node.isBoolean()) {
            out.bool(node.booleanValue());
        } else if (node.isNull()) {
            out.raw(NULL);
        } else {
            throw new IllegalArgumentException("write a figure with a fraction as text: " + node);
        }
    }

    private static final byte[] NULL = {'n', 'u', 'l', 'l'};

    /** Members in the order of their names' UTF-16 code units, which is how String compares. */
    private static void writeObject(JsonNode node, CanonicalWriter out) {
        Map<String, JsonNode> members = new TreeMap<>();
        node.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
        out.sign('{');
        boolean first = true;
        for (Map.Entry<String, JsonNode> member : members.entrySet()) {
            if (!first) {
                out.sign(',');
            }
            first = false;
            out.text(member.getKey());
            out.sign(':');
            write(member.getValue(), out);
        }
        out.sign('}');
    }
}
