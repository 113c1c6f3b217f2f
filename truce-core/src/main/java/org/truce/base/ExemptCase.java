package org.truce.base;

/** Circumstances in which agreements let an act pass that they forbid otherwise. */
public enum ExemptCase implements Coded {
    SELF_DEFENCE("self-defence"),
    /** Help for people in need: aid, evacuation, recovery of the dead. */
    HUMANITARIAN("humanitarian"),
    /** Announced beforehand to whom the agreement names. */
    NOTIFIED("notified");

    private final String code;

    ExemptCase(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
