package org.truce.assess;

import org.truce.base.Coded;

/** The line of {@link HoldingRule} that decided, and the status it gives. */
public enum RuleLine implements Coded {
    OUTSIDE_FORCE("outside-force", 'a', Status.NOT_IN_FORCE),
    NO_TERMS("no-terms", 'a', Status.CANNOT_TELL),
    NOT_STEADY("not-steady", 'b', Status.CANNOT_TELL),
    WINDOW_UNOBSERVED("window-unobserved", 'b', Status.CANNOT_TELL),
    NONE_OBSERVED("none-observed", 'c', Status.HOLDING),
    BASELINE_UNOBSERVED("baseline-unobserved", 'b', Status.CANNOT_TELL),
    NO_BASELINE("no-baseline", 'd', Status.CANNOT_TELL),
    NONE_BEFORE("none-before", 'd', Status.CANNOT_TELL),
    WELL_BELOW("well-below", 'e', Status.HOLDING_WITH_EXCEPTIONS),
    LOWER("lower", 'f', Status.UNDER_STRAIN),
    TOO_FEW("too-few", 'g', Status.CANNOT_TELL),
    LEANS_LOWER("leans-lower", 'h', Status.UNDER_STRAIN),
    NO_LOWER("no-lower", 'i', Status.NOT_HOLDING);

    private final String code;
    private final char letter;
    private final Status status;

    RuleLine(String code, char letter, Status status) {
        this.code = code;
        this.letter = letter;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    /** Its letter in docs/reference/assessment.md. */
    public char letter() {
        return letter;
    }

    public Status status() {
        return status;
    }
}
