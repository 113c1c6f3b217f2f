package org.truce.assess.sources;

import java.util.Comparator;
import java.util.Optional;

/**
 * What one source says of one item.
 *
 * @param source who says it
 * @param value what, for example an actor's id; {@link #UNDETERMINED} where it says that it does
 *     not know
 * @param origin where it goes back to, the source itself where it speaks for itself; empty where
 *     nobody can say whose account it is. Such a claim is shown and is no voice, for it may repeat
 *     any other.
 */
public record Claim(String source, String value, Optional<String> origin) {
    /** What a source may say, and what may come out: none of the values named, or not known. */
    public static final String UNDETERMINED = "undetermined";

    static final Comparator<Claim> ORDER = Comparator.comparing(Claim::source)
            .thenComparing(Claim::value)
            .thenComparing(claim -> claim.origin().orElse(""));

    public Claim {
        if (source.isBlank()
                || value.isBlank()
                || origin.filter(String::isBlank).isPresent()) {
            throw new IllegalArgumentException(
                    "a claim has a source, a value and no blank origin: %s, %s, %s"
                            .formatted(source, value, origin));
        }
    }

    /** A source's own account. */
    public static Claim own(String source, String value) {
        return new Claim(source, value, Optional.of(source));
    }

    /** A source's repetition of an origin. */
    public static Claim of(String source, String value, String origin) {
        return new Claim(source, value, Optional.of(origin));
    }
}
