package org.truce.record;

import org.truce.base.Coded;

/** What a claim is measured by. */
public enum ClaimMeasure implements Coded {
    /** That fighting between the sides became rarer, or stopped. */
    FIGHTING_FELL("fighting-fell"),
    /** That bombing from the air and shelling stopped. */
    BOMBING_ENDED("bombing-ended"),
    /** That the truce held, with few exceptions. */
    HELD("held");

    private final String code;

    ClaimMeasure(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
