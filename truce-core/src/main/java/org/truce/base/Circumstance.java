package org.truce.base;

/** What a source says of the circumstances of an act: that a case applied, or that it did not. */
public enum Circumstance implements Coded {
    SELF_DEFENCE("self-defence", ExemptCase.SELF_DEFENCE, Truth.YES),
    NOT_SELF_DEFENCE("not-self-defence", ExemptCase.SELF_DEFENCE, Truth.NO),
    HUMANITARIAN("humanitarian", ExemptCase.HUMANITARIAN, Truth.YES),
    NOT_HUMANITARIAN("not-humanitarian", ExemptCase.HUMANITARIAN, Truth.NO),
    NOTIFIED("notified", ExemptCase.NOTIFIED, Truth.YES),
    NOT_NOTIFIED("not-notified", ExemptCase.NOTIFIED, Truth.NO);

    private final String code;
    private final ExemptCase exemptCase;
    private final Truth said;

    Circumstance(String code, ExemptCase exemptCase, Truth said) {
        this.code = code;
        this.exemptCase = exemptCase;
        this.said = said;
    }

    @Override
    public String code() {
        return code;
    }

    /** Whether a case applied; unknown where this speaks of another case. */
    public Truth says(ExemptCase asked) {
        return exemptCase == asked ? said : Truth.UNKNOWN;
    }
}
