package org.truce.intake;

import org.truce.base.CanonicalJson;
import org.truce.base.Hash;

import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Ids for rows that come without one: from what they say, never from where they stand. */
final class ContentId {
    static final int DIGITS = 10;

    private ContentId() {}

    /**
     * A letter for the kind, a dash and the first 10 hexadecimal digits of the SHA-256 value of the
     * values as a canonical JSON list: among 10,000 rows of a kind in one register, two share an id
     * with a chance of 1 in 22,000.
     */
    static String of(String letter, String... values) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        for (String value : values) {
            list.add(value);
        }
        return letter + "-" + Hash.of(CanonicalJson.bytes(list)).hex().substring(0, DIGITS);
    }
}
