package org.truce.record;

import org.truce.base.Coded;

/** One step in the life of a notice. */
public enum NoticeAct implements Coded {
    /** By a second person; nothing is sent before. */
    APPROVED("approved"),
    SENT("sent"),
    /** The addressee has it. */
    ACKNOWLEDGED("acknowledged"),
    /** The addressee asks back. */
    ASKED("asked"),
    REPLIED("replied"),
    /** What the addressee says that it did. */
    ACTION_TAKEN("action-taken"),
    REMINDED("reminded"),
    /** Put to the next level. */
    ESCALATED("escalated"),
    /** What came of it; the notice is closed. */
    OUTCOME("outcome"),
    /** By whoever sent it; the notice is closed. */
    WITHDRAWN("withdrawn");

    private final String code;

    NoticeAct(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
