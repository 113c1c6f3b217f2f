package org.truce.record;

import org.truce.base.Coded;

/** What a person can decide about reports. */
public enum DecisionAct implements Coded {
    /** These reports are about one incident. */
    LINK("link"),
    /** No two of these reports are about one incident. */
    SPLIT("split"),
    VERIFY("verify"),
    DISPUTE("dispute"),
    REFUTE("refute"),
    CANNOT_VERIFY("cannot-verify"),
    /** Who is responsible, as this person holds. */
    ATTRIBUTE("attribute"),
    /** An earlier decision no longer stands. */
    REVERSE("reverse");

    private final String code;

    DecisionAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
