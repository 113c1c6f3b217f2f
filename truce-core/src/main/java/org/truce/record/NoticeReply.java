package org.truce.record;

import org.truce.base.Coded;

/** What an addressee says to a notice. */
public enum NoticeReply implements Coded {
    ACCEPTS("accepts"),
    DENIES("denies"),
    EXPLAINS("explains"),
    CANNOT_CONFIRM("cannot-confirm");

    private final String code;

    NoticeReply(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
