package org.truce.reconcile.places;

import org.truce.base.LatLon;
import org.truce.base.Phrase;
import org.truce.base.PlacePrecision;

import java.util.List;
import java.util.Optional;

/**
 * One place that a text may mean.
 *
 * @param places the place; two for "between X and Y"
 * @param point of the place, or midway between the two: not the point meant where the text only
 *     relates to it
 * @param precision how exactly the text then says where
 * @param score 0 to 1, to be compared within one search; no probability
 * @param closeness of the name asked for to that of the place, 0 to 1; of the lesser of two
 * @param km from the point given to search near
 * @param doubtful whether only a part of its name is the same, it is not known to lie where it
 *     should, or its name is only spelled alike and nothing says that it lies there: a gazetteer
 *     that lacks the place meant will still have one whose name sounds like it
 * @param why in an order fit for reading
 */
public record Candidate(
        List<GazetteerPlace> places,
        LatLon point,
        PlacePrecision precision,
        double score,
        double closeness,
        Optional<Double> km,
        boolean doubtful,
        List<Phrase> why) {
    public Candidate {
        places = List.copyOf(places);
        why = List.copyOf(why);
    }
}
