package org.truce.record;

import org.truce.base.Coded;

/** The way a message went. */
public enum Channel implements Coded {
    FILE("file"),
    E_MAIL("e-mail"),
    HOTLINE("hotline"),
    RADIO("radio"),
    IN_PERSON("in-person");

    private final String code;

    Channel(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
