package org.truce.base;

/** An answer that may be "we do not know", with the three-valued logic of Kleene (1938). */
public enum Truth implements Coded {
    NO("no"),
    UNKNOWN("unknown"),
    YES("yes");

    private final String code;

    Truth(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public Truth and(Truth other) {
        return compareTo(other) <= 0 ? this : other;
    }

    public Truth or(Truth other) {
        return compareTo(other) >= 0 ? this : other;
    }

    public Truth not() {
        return switch (this) {
            case YES -> NO;
            case NO -> YES;
            case UNKNOWN -> UNKNOWN;
        };
    }
}
