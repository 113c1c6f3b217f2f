package org.truce.reading.words;

/** Which pronouns stand for a person; unknown where nothing tells. */
public enum Gender {
    MALE,
    FEMALE,
    UNKNOWN;

    static Gender of(String letter) {
        return switch (letter) {
            case "m" -> MALE;
            case "f" -> FEMALE;
            case "" -> UNKNOWN;
            default -> throw new IllegalStateException("a gender is m, f or empty: " + letter);
        };
    }

    /** Whether the two may be one person's. */
    public boolean agrees(Gender other) {
        return this == UNKNOWN || other == UNKNOWN || this == other;
    }
}
