package org.truce.terms;

import org.truce.base.LatLon;
import org.truce.base.Phrase;
import org.truce.base.PlacePrecision;
import org.truce.base.Truth;
import org.truce.record.ActorBook;
import org.truce.record.Agreement;
import org.truce.record.Entry;
import org.truce.record.LineSides;

import java.util.Optional;

/**
 * Whether a place lies near enough to a line, on one of its sides, or both. It is open within the
 * precision to which the line is known, and for a place known less exactly than a town within the
 * disk in which it may lie besides.
 */
final class LineTest implements WhereTest {
    private static final double METRES_A_KM = 1000;

    private final Course course;
    private final double precisionKm;
    private final Agreement.LineZone zone;
    private final LineSides sides;
    private final ActorBook book;

    /** Throws {@link IllegalArgumentException} for an outline of an area. */
    LineTest(Course course, Entry.AreaOutline line, Agreement.LineZone zone, ActorBook book) {
        this.course = course;
        precisionKm = line.precisionMetres() / METRES_A_KM;
        this.zone = zone;
        sides = line.sides()
                .orElseThrow(() -> new IllegalArgumentException("no line: " + line.id()));
        this.book = book;
    }

    @Override
    public Finding.Test of(PlaceTest.Asked asked) {
        if (asked.precision() == PlacePrecision.COUNTRY || asked.point().isEmpty()) {
            return test(Truth.UNKNOWN, Phrase.of("terms.line-not-said"));
        }
        double slackKm = precisionKm
                + (asked.precision().coarserThanTown() ? asked.precision().radiusKm() : 0);
        return of(asked.point().get(), slackKm);
    }

    private Finding.Test of(LatLon point, double slackKm) {
        Course.Position position = course.of(point);
        Optional<Finding.Test> near = zone.withinMetres().isPresent()
                ? Optional.of(
                        near(position.km(), zone.withinMetres().getAsInt() / METRES_A_KM, slackKm))
                : Optional.empty();
        Optional<Finding.Test> side = zone.sideOf().map(actor -> side(position, actor, slackKm));
        if (near.isEmpty()) {
            return side.orElseThrow();
        }
        return side.filter(test -> test.holds().compareTo(near.get().holds()) < 0)
                .orElse(near.get());
    }

    private static Finding.Test near(double km, double withinKm, double slackKm) {
        String[] figures = {Wording.km(km), Wording.km(withinKm), Wording.km(slackKm)};
        if (km + slackKm <= withinKm) {
            return test(Truth.YES, Phrase.of("terms.line-within", figures[0], figures[1]));
        }
        return km - slackKm > withinKm
                ? test(Truth.NO, Phrase.of("terms.line-farther", figures[0], figures[1]))
                : test(
                        Truth.UNKNOWN,
                        Phrase.of("terms.line-limit", figures[0], figures[1], figures[2]));
    }

    private Finding.Test side(Course.Position position, String actor, double slackKm) {
        Phrase name = Wording.name(book, actor);
        if (!actor.equals(sides.left()) && !actor.equals(sides.right())) {
            return test(Truth.UNKNOWN, Phrase.of("terms.line-side-of-others", name));
        }
        if (position.km() <= slackKm) {
            return test(
                    Truth.UNKNOWN,
                    Phrase.of(
                            "terms.line-side-open",
                            Wording.km(position.km()),
                            Wording.km(slackKm)));
        }
        String there = position.left() ? sides.left() : sides.right();
        return there.equals(actor)
                ? test(Truth.YES, Phrase.of("terms.line-side", name))
                : test(
                        Truth.NO,
                        Phrase.of("terms.line-other-side", Wording.name(book, there), name));
    }

    private static Finding.Test test(Truth holds, Phrase because) {
        return new Finding.Test(Finding.Aspect.PLACE, holds, because);
    }
}
