package org.truce.terms;

import org.truce.base.LatLon;
import org.truce.base.Phrase;
import org.truce.base.PlacePrecision;
import org.truce.base.Truth;
import org.truce.record.Agreement;
import org.truce.record.Entry;
import org.truce.record.Place;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whether a place lies inside an outline. A point as exact as a town is compared with the outline
 * and left open within the outline's precision of its line. Anything coarser goes by the
 * governorate that the source names and the agreement's list of them, and is open when the point
 * given speaks against it; without these, by the disk around the point in which the true place may
 * lie.
 */
final class PlaceTest implements WhereTest {
    private static final double METRES_A_KM = 1000;
    private static final Finding.Test INSIDE = test(Truth.YES, Phrase.of("terms.place-inside"));
    private static final Finding.Test OUTSIDE = test(Truth.NO, Phrase.of("terms.place-outside"));
    private static final Finding.Test COUNTRY =
            test(Truth.UNKNOWN, Phrase.of("terms.place-country"));
    private static final Finding.Test NOT_SAID =
            test(Truth.UNKNOWN, Phrase.of("terms.place-not-said"));

    private final Outline outline;
    private final double precisionKm;
    private final Set<Governorate> whole;
    private final Set<Governorate> partly;

    /**
     * @param outline may be shared by several tests
     * @param terms what the agreement says of governorates; empty when it names none
     */
    PlaceTest(Outline outline, Entry.AreaOutline entry, Optional<Agreement.ReadingTerms> terms) {
        this.outline = outline;
        precisionKm = entry.precisionMetres() / METRES_A_KM;
        whole = terms.map(Agreement.ReadingTerms::whole).stream()
                .flatMap(names -> names.stream())
                .map(Governorate::of)
                .collect(Collectors.toUnmodifiableSet());
        partly = terms.map(Agreement.ReadingTerms::partly).stream()
                .flatMap(names -> names.stream())
                .map(Governorate::of)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A place made ready to be tested against many outlines. */
    record Asked(Optional<LatLon> point, Optional<String> governorate, PlacePrecision precision) {
        static Asked of(Place place) {
            return new Asked(
                    place.findPoint(),
                    place.admin1().filter(name -> !name.isBlank()),
                    place.precision());
        }
    }

    @Override
    public Finding.Test of(Asked asked) {
        if (asked.precision() == PlacePrecision.COUNTRY) {
            return COUNTRY;
        }
        if (asked.point().isPresent() && !asked.precision().coarserThanTown()) {
            return byPoint(asked.point().get());
        }
        if (asked.governorate().isPresent() && !(whole.isEmpty() && partly.isEmpty())) {
            return byGovernorate(asked.governorate().get(), asked.point());
        }
        return asked.point()
                .map(point -> byDisk(point, asked.precision().radiusKm()))
                .orElse(NOT_SAID);
    }

    /** The agreement names a part of this governorate, and the outline does not hold this point. */
    boolean mayBeInPartNotDrawn(Asked asked, Finding.Test answer) {
        return answer.holds() == Truth.NO
                && asked.governorate()
                        .map(Governorate::of)
                        .filter(partly::contains)
                        .isPresent();
    }

    private Finding.Test byPoint(LatLon point) {
        double km = outline.kmToLine(point);
        boolean inside = outline.holds(point);
        if (km > precisionKm) {
            return inside ? INSIDE : OUTSIDE;
        }
        return test(
                Truth.UNKNOWN,
                Phrase.of(
                        inside ? "terms.place-near-inside" : "terms.place-near-outside",
                        Wording.km(km),
                        Wording.km(precisionKm)));
    }

    private Finding.Test byGovernorate(String name, Optional<LatLon> point) {
        Governorate governorate = Governorate.of(name);
        if (whole.contains(governorate)) {
            return point.filter(this::clearlyOutside).isPresent()
                    ? test(Truth.UNKNOWN, Phrase.of("terms.place-governorate-point-outside", name))
                    : test(Truth.YES, Phrase.of("terms.place-governorate-whole", name));
        }
        if (partly.contains(governorate)) {
            return test(Truth.UNKNOWN, Phrase.of("terms.place-governorate-partly", name));
        }
        return point.filter(outline::holds).isPresent()
                ? test(Truth.UNKNOWN, Phrase.of("terms.place-governorate-point-inside", name))
                : test(Truth.NO, Phrase.of("terms.place-governorate-other", name));
    }

    private boolean clearlyOutside(LatLon point) {
        return !outline.holds(point) && outline.kmToLine(point) > precisionKm;
    }

    private Finding.Test byDisk(LatLon point, double radiusKm) {
        boolean clear = outline.kmToLine(point) > radiusKm + precisionKm;
        if (clear) {
            return outline.holds(point) ? INSIDE : OUTSIDE;
        }
        return test(Truth.UNKNOWN, Phrase.of("terms.place-disk", Wording.km(radiusKm)));
    }

    private static Finding.Test test(Truth holds, Phrase because) {
        return new Finding.Test(Finding.Aspect.PLACE, holds, because);
    }
}
