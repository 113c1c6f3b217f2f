package org.truce.reconcile.places;

import org.truce.base.Coded;
import org.truce.base.PlacePrecision;

/** How a text stands to the place that it names, and how exact that makes it. */
public enum Relation implements Coded {
    AT("at", PlacePrecision.TOWN),
    NEAR("near", PlacePrecision.DISTRICT),
    NORTH_OF("north-of", PlacePrecision.DISTRICT),
    SOUTH_OF("south-of", PlacePrecision.DISTRICT),
    EAST_OF("east-of", PlacePrecision.DISTRICT),
    WEST_OF("west-of", PlacePrecision.DISTRICT),
    NORTH_EAST_OF("north-east-of", PlacePrecision.DISTRICT),
    NORTH_WEST_OF("north-west-of", PlacePrecision.DISTRICT),
    SOUTH_EAST_OF("south-east-of", PlacePrecision.DISTRICT),
    SOUTH_WEST_OF("south-west-of", PlacePrecision.DISTRICT),
    BETWEEN("between", PlacePrecision.DISTRICT),
    COUNTRYSIDE("countryside", PlacePrecision.GOVERNORATE),
    GOVERNORATE("governorate", PlacePrecision.GOVERNORATE);

    private final String code;
    private final PlacePrecision precision;

    Relation(String code, PlacePrecision precision) {
        this.code = code;
        this.precision = precision;
    }

    @Override
    public String code() {
        return code;
    }

    /** What is known of the place meant when the place named is found; the finest it can be. */
    public PlacePrecision precision() {
        return precision;
    }
}
