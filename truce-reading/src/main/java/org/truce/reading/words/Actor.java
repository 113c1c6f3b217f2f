package org.truce.reading.words;

import org.truce.base.Coded;

import java.util.Optional;

/**
 * Somebody who may speak or be spoken of.
 *
 * @param state the id of the state that a person or body belongs to, when there is one
 */
public record Actor(String id, String name, Kind kind, Gender gender, Optional<String> state) {
    /** What an actor is. */
    public enum Kind implements Coded {
        STATE("state"),
        BODY("body"),
        ARMED_GROUP("armed-group"),
        PERSON("person");

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
