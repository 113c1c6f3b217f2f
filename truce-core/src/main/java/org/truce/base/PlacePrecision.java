package org.truce.base;

/** How exactly a source knows where something happened, finest first. */
public enum PlacePrecision implements Coded {
    EXACT("exact", 1),
    TOWN("town", 5),
    DISTRICT("district", 25),
    GOVERNORATE("governorate", 75),
    COUNTRY("country", 500);

    private final String code;
    private final double radiusKm;

    PlacePrecision(String code, double radiusKm) {
        this.code = code;
        this.radiusKm = radiusKm;
    }

    @Override
    public String code() {
        return code;
    }

    /** Kilometres around the given point within which the true place may lie; our own choice. */
    public double radiusKm() {
        return radiusKm;
    }

    /**
     * Whether the point given is only a stand-in for a larger unit, and may not be used as a place.
     */
    public boolean coarserThanTown() {
        return compareTo(TOWN) > 0;
    }
}
