package org.truce.record;

import org.truce.base.Coded;

/** How exactly an addressee is told where something happened; never more exactly. */
public enum NoticePlace implements Coded {
    GOVERNORATE("governorate"),
    /** The name of the place as well, where the record itself knows no more than the district. */
    DISTRICT("district");

    private final String code;

    NoticePlace(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
