package org.truce.reading.incident;

import org.truce.base.LatLon;
import org.truce.reconcile.places.Candidate;
import org.truce.reconcile.places.Gazetteer;
import org.truce.reconcile.places.GazetteerPlace;
import org.truce.reconcile.places.PlaceSearch;

import java.util.List;
import java.util.Optional;

/** Places by the names that a text calls them. An implementation is safe for many threads. */
@FunctionalInterface
public interface Places {
    /** Knows none. */
    Places NONE = words -> List.of();

    /**
     * The places that the words may mean, the likeliest first; more than one where they may mean
     * several alike, none where no place is called so.
     *
     * @param words a name with what stands around it: "near Hama", "Hama province", "Hama (Syria)"
     */
    List<Place> find(String words);

    /**
     * A place.
     *
     * @param kind a town, a province, or what the gazetteer calls it
     * @param admin the province or the like in which it lies
     */
    record Place(String name, LatLon point, String kind, Optional<String> admin) {}

    /**
     * Those of a gazetteer that fit about as well as the best; what is only spelled alike, or only
     * a part of a name, is left out.
     */
    static Places of(Gazetteer gazetteer) {
        return words -> {
            PlaceSearch search = gazetteer.find(words, Optional.empty(), Optional.empty());
            return search.candidates().stream()
                    .limit(search.countRivals())
                    .filter(one -> !one.doubtful())
                    .map(Places::place)
                    .toList();
        };
    }

    private static Place place(Candidate candidate) {
        GazetteerPlace first = candidate.places().getFirst();
        return new Place(
                first.name(),
                candidate.point(),
                first.kind().code(),
                first.parent().map(GazetteerPlace.Division::name));
    }
}
