package org.truce.record;

import org.truce.base.Coded;

/** Who or what was sent. */
public enum DeploymentKind implements Coded {
    MONITORS("monitors"),
    DIPLOMATS("diplomats"),
    MILITARY_POLICE("military-police"),
    OBSERVATION_POST("observation-post"),
    CHECKPOINT("checkpoint"),
    MONITORING_CENTRE("monitoring-centre"),
    FORCES("forces"),
    AID_WORKERS("aid-workers");

    private final String code;

    DeploymentKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
