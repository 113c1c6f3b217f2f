package org.truce.reconcile;

import org.truce.base.Coded;

/** How far an incident is established. Verified, disputed and refuted need a person's decision. */
public enum VerificationStatus implements Coded {
    /** One origin. */
    REPORTED("reported"),
    /** Two origins or more that do not depend on each other. */
    CORROBORATED("corroborated");

    private final String code;

    VerificationStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
