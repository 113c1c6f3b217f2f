package org.truce.show;

import org.truce.base.LatLon;

import java.util.Locale;

/**
 * A rectangle of the earth drawn on a rectangle of paper: equirectangular, true at its middle
 * latitude. West to the left in every language, as maps are.
 *
 * @param westDegrees left edge
 * @param southDegrees lower edge
 * @param eastDegrees right edge
 * @param northDegrees upper edge
 * @param widthPx how wide the drawing is
 */
public record Frame(
        double westDegrees,
        double southDegrees,
        double eastDegrees,
        double northDegrees,
        double widthPx) {

    public Frame {
        if (!(westDegrees < eastDegrees) || !(southDegrees < northDegrees)) {
            throw new IllegalArgumentException("a frame has an extent");
        }
    }

    public double heightPx() {
        double middle = Math.toRadians((southDegrees + northDegrees) / 2);
        return widthPx
                * (northDegrees - southDegrees)
                / ((eastDegrees - westDegrees) * Math.cos(middle));
    }

    /** {@code x,y} of a point, to a tenth of a pixel. */
    public String xy(LatLon point) {
        return String.format(
                Locale.ROOT,
                "%.1f,%.1f",
                widthPx * (point.lonDegrees() - westDegrees) / (eastDegrees - westDegrees),
                heightPx() * (northDegrees - point.latDegrees()) / (northDegrees - southDegrees));
    }

    public boolean contains(LatLon point) {
        return point.lonDegrees() >= westDegrees
                && point.lonDegrees() <= eastDegrees
                && point.latDegrees() >= southDegrees
                && point.latDegrees() <= northDegrees;
    }
}
