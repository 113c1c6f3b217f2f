package org.truce.record;

import org.truce.base.Coded;

/** How grave the incidents of a notice are; how soon an answer is due hangs on it. */
public enum Severity implements Coded {
    MINOR("minor"),
    SERIOUS("serious"),
    GRAVE("grave");

    private final String code;

    Severity(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
