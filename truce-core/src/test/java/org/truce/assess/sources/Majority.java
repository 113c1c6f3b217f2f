package org.truce.assess.sources;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What counting voices makes of an item, with one added to each value (Laplace). */
final class Majority {
    private static final List<String> VALUES =
            List.of("army", "rising", "third", "fourth", Claim.UNDETERMINED);

    private Majority() {}

    /** Each claim is a voice. */
    static double ofOutlets(Item item, String value) {
        long said = item.claims().stream()
                .filter(claim -> claim.value().equals(value))
                .count();
        return (said + 1.0) / (item.claims().size() + VALUES.size());
    }

    /** Each origin is a voice. */
    static double ofOrigins(Item item, String value) {
        Set<String> all = new HashSet<>();
        Set<String> saying = new HashSet<>();
        for (Claim claim : item.claims()) {
            String origin = claim.origin().orElseThrow();
            all.add(origin);
            if (claim.value().equals(value)) {
                saying.add(origin);
            }
        }
        return (saying.size() + 1.0) / (all.size() + VALUES.size());
    }
}
