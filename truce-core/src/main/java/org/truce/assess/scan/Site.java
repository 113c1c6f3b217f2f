package org.truce.assess.scan;

import org.truce.base.LatLon;

/**
 * A place whose reports are counted together.
 *
 * @param id whatever names it; not blank
 * @param point where it lies
 */
public record Site(String id, LatLon point) {
    public Site {
        if (id.isBlank()) {
            throw new IllegalArgumentException("a site has an id: " + point);
        }
    }
}
