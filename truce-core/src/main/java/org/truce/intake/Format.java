package org.truce.intake;

import org.truce.base.Coded;

/** The formats that are read, in the order in which the files of a folder are taken in. */
public enum Format implements Coded {
    REGISTER("register"),
    AREAS("areas"),
    AGREEMENT("agreement"),
    REPORTS("reports"),
    COVERAGE("coverage"),
    TALLIES("tallies"),
    TOTALS("totals"),
    COUNTS("counts"),
    STATEMENTS("statements"),
    CLAIMS("claims"),
    GUARANTEES("guarantees"),
    COMMITMENTS("commitments"),
    COMMITMENT_STATUS("commitment-status"),
    TALKS("talks"),
    DEPLOYMENTS("deployments"),
    CONTRIBUTIONS("contributions"),
    FTS("fts"),
    HXL("hxl"),
    NOTICE_RULES("notice-rules"),
    NOTICES("notices"),
    NOTICE_STEPS("notice-steps"),
    SHIFT_LOG("shift-log"),
    ARTICLE("article"),
    UCDP_GED("ucdp-ged");

    private final String code;

    Format(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
