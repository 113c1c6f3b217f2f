package org.truce.reconcile;

import org.truce.base.Coded;

/** How far an incident is established. All but the first two rest on people's decisions. */
public enum VerificationStatus implements Coded {
    /** One origin. */
    REPORTED("reported"),
    /** Two origins or more that do not depend on each other. */
    CORROBORATED("corroborated"),
    VERIFIED("verified"),
    /** Somebody disputes it, or registers differ. */
    DISPUTED("disputed"),
    /** Every report of it is refuted by its own register, and no register differs. */
    REFUTED("refuted"),
    CANNOT_VERIFY("cannot-verify");

    private final String code;

    VerificationStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
