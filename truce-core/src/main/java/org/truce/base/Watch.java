package org.truce.base;

/** What became of an attempt to observe. */
public enum Watch implements Coded {
    WATCHED("watched"),
    /** People were kept from going there. */
    ACCESS_DENIED("access-denied"),
    /** A camera, drone or sensor was blocked or out of order. */
    IMPEDED("impeded");

    private final String code;

    Watch(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
