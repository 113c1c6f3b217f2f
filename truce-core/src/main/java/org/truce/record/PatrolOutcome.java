package org.truce.record;

import org.truce.base.Coded;

/** What became of a patrol that was tasked. */
public enum PatrolOutcome implements Coded {
    MADE("made"),
    /** It turned back before it had been everywhere. */
    CUT_SHORT("cut-short"),
    /** Somebody stopped it. */
    BLOCKED("blocked"),
    /** It did not set out. */
    NOT_MADE("not-made");

    private final String code;

    PatrolOutcome(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
