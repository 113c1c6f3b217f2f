package org.truce.base;

/** How somebody observes. */
public enum Means implements Coded {
    PATROL("patrol"),
    OBSERVATION_POST("observation-post"),
    CAMERA("camera"),
    DRONE("drone"),
    SENSOR("sensor");

    private final String code;

    Means(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
