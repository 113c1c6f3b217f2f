package org.truce.record;

import org.truce.base.Coded;

/** What happened to an attachment's file. */
public enum CustodyAct implements Coded {
    RECEIVED("received"),
    CHECKED("checked"),
    HANDED_OVER("handed-over"),
    /** A copy without metadata was made for publication. */
    COPY_MADE("copy-made"),
    /** An exact copy was made. */
    COPIED("copied");

    private final String code;

    CustodyAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
