package org.truce.reading.words;

import org.truce.base.Coded;

/** How a verb or noun of saying puts what is said. */
public enum Stance implements Coded {
    /** Without any colour: said, added, told. */
    SAY("say"),
    /** As a fact the speaker stands for: claimed, insisted, accused. */
    CLAIM("claim"),
    /** As something that others are to do: urged, called for, demanded. */
    DEMAND("demand"),
    /** As a danger: warned, cautioned. */
    WARN("warn"),
    /** As untrue or unacceptable: denied, rejected. */
    DENY("deny"),
    /** As something that the speaker will do: vowed, promised. */
    PROMISE("promise"),
    /** As harm that the speaker may do: threatened. */
    THREATEN("threaten"),
    /** As the speaker's judgement: believed, praised, described. */
    ASSESS("assess");

    private final String code;

    Stance(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
