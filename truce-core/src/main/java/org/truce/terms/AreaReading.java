package org.truce.terms;

import org.truce.base.Period;
import org.truce.record.Agreement;
import org.truce.record.Entry;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One outline of an area, or one course of a line, under one reading, with the time in which each
 * agreement that forbids something there is in force inside it.
 *
 * @param reading whose version it is; empty when nobody differs on the area
 * @param name the area's name in English and, where there is one, in Arabic
 * @param readingName what to call the reading; its id where no agreement names it
 * @param zone the area's local time
 * @param inForce one entry for each agreement, in the order of their ids; none for an agreement
 *     whose beginning is not known or that is never in force together with the outline
 * @param outline the entry it was drawn in: geometry, precision and notes
 */
public record AreaReading(
        String area,
        Optional<String> reading,
        Agreement.Words name,
        Optional<Agreement.Words> readingName,
        ZoneId zone,
        List<InForce> inForce,
        Entry.AreaOutline outline) {

    public AreaReading {
        inForce = List.copyOf(inForce);
    }

    /**
     * When an agreement's prohibitions apply inside the outline.
     *
     * @param period its end is {@link Instant#MAX} when none is known
     */
    public record InForce(String agreement, Period period) {
        public boolean endKnown() {
            return !period.to().equals(Instant.MAX);
        }
    }

    /**
     * A GeoJSON Polygon or MultiPolygon, of a line a LineString, on WGS 84, longitude before
     * latitude.
     */
    public String geometry() {
        return outline.geometry();
    }
}
