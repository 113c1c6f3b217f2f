package org.truce.assess.scan;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The places of a scan, in a fixed order: their numbers are their positions in the list, from 0.
 *
 * @param list one or more, each with an id of its own; several may lie on one point
 */
public record Sites(List<Site> list) {
    public Sites {
        list = List.copyOf(list);
        if (list.isEmpty()) {
            throw new IllegalArgumentException("a scan needs one place or more");
        }
        Set<String> seen = new HashSet<>();
        for (Site site : list) {
            if (!seen.add(site.id())) {
                throw new IllegalArgumentException("two sites have the id " + site.id());
            }
        }
    }

    /** How many there are. */
    public int count() {
        return list.size();
    }
}
