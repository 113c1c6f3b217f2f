package org.truce.reading.statement;

import org.truce.base.Coded;
import org.truce.reading.text.Span;

import java.util.Optional;

/**
 * Whom or what a statement is about.
 *
 * @param text the words in the text
 * @param name what they stand for
 * @param id its id, when it has one
 */
public record Mention(Span span, Kind kind, String text, String name, Optional<String> id) {
    /** What is mentioned. */
    public enum Kind implements Coded {
        ACTOR("actor"),
        PLACE("place"),
        AGREEMENT("agreement"),
        TALKS("talks");

        private final String code;

        Kind(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }
}
