package org.truce.record;

import org.truce.base.Coded;

/** One step in the life of a notice. */
public enum NoticeAct implements Coded {
    /** By a second person; nothing is sent before. */
    APPROVED("approved"),
    /**
     * Taken by somebody who sends it, before it leaves: only one can. Until the next step says, it
     * is not known whether it went out.
     */
    SENDING("sending"),
    SENT("sent"),
    /** What was being sent did not go out. */
    NOT_SENT("not-sent"),
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

    /** Whether something goes to the addressee by it. */
    public boolean goesOut() {
        return this == SENT || this == REMINDED || this == ESCALATED;
    }

    /** Whether a letter belongs to it: one that went out, or that is on its way for all we know. */
    public boolean hasLetter() {
        return goesOut() || this == SENDING;
    }

    /** Whether it is what an addressee says or did in return. */
    public boolean isAnswer() {
        return this == REPLIED || this == ACTION_TAKEN;
    }

    @Override
    public String code() {
        return code;
    }
}
