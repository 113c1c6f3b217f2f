package org.truce.followup;

import org.truce.base.Coded;

/** The kinds of which follow-up keeps a register; each has a command, files and a page. */
public enum FollowKind implements Coded {
    NOTICES("notices"),
    COMMITMENTS("commitments"),
    TALKS("talks"),
    DEPLOYMENTS("deployments"),
    CONTRIBUTIONS("contributions"),
    STATEMENTS("statements");

    private final String code;

    FollowKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
