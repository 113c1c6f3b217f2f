package org.truce.assess.sources;

import java.util.List;

/**
 * One thing on which sources may disagree, for example who did what happened in one incident.
 *
 * @param id of the item, not that of another
 * @param claims what is said of it, each once; none where nobody says anything
 */
public record Item(String id, List<Claim> claims) {
    /** In an order of their own, whatever order they came in. */
    public Item {
        claims = claims.stream().distinct().sorted(Claim.ORDER).toList();
    }
}
