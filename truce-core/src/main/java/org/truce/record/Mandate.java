package org.truce.record;

import org.truce.base.Coded;

/** On what a deployment is said to rest. */
public enum Mandate implements Coded {
    /** The government of the country agreed. */
    HOST_CONSENT("host-consent"),
    /** A resolution of the Security Council. */
    SECURITY_COUNCIL("security-council"),
    /** The government asked for it. */
    INVITATION("invitation"),
    /** No ground was given, or none that others accept. */
    NONE_STATED("none-stated");

    private final String code;

    Mandate(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
