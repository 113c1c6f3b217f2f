package org.truce.assess.scan;

/**
 * How far a zone may reach around the place in its middle.
 *
 * @param maxShare the largest share of all, above 0 and at most 1: half, because what holds more
 *     than half of everything is the rule and not the exception
 * @param maxRadiusKm the largest distance from the middle, 0 or more; infinite for no bound
 */
public record ZoneLimits(double maxShare, double maxRadiusKm) {
    public ZoneLimits {
        if (!(maxShare > 0 && maxShare <= 1)) {
            throw new IllegalArgumentException(
                    "a share is above 0 and at most 1, half is 0.5: " + maxShare);
        }
        if (!(maxRadiusKm >= 0)) {
            throw new IllegalArgumentException("a radius is 0 km or more: " + maxRadiusKm);
        }
    }
}
