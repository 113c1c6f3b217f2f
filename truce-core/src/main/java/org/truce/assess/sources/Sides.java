package org.truce.assess.sources;

import java.util.Map;
import java.util.Optional;

/**
 * The side on which sources stand, such as government or opposition. Sources of one side often
 * share a view of who did what, so they are compared with each other first.
 *
 * @param byName the side of a source or an origin; {@link #INDEPENDENT} for one that stands on
 *     none, and no entry where nothing is stated
 */
public record Sides(Map<String, String> byName) {
    /** Of a source that stands on no side. */
    public static final String INDEPENDENT = "independent";

    public Sides {
        byName = Map.copyOf(byName);
    }

    /** The side stated for a source or an origin; empty where none is. */
    public Optional<String> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }
}
