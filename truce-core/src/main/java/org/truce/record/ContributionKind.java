package org.truce.record;

import org.truce.base.Coded;

/** What somebody gave or bore. */
public enum ContributionKind implements Coded {
    AID_CONVOY("aid-convoy"),
    FUNDING("funding"),
    REFUGEES_HOSTED("refugees-hosted"),
    /** Of mines and other remnants, or of an excluded group. */
    AREA_CLEARED("area-cleared"),
    REPAIR("repair"),
    MEDICAL("medical"),
    OTHER("other");

    private final String code;

    ContributionKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
