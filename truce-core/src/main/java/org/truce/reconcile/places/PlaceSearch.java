package org.truce.reconcile.places;

import java.util.List;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param candidates the best first; empty when nothing has such a name
 * @param ambiguous whether another place fits about as well as the first
 */
public record PlaceSearch(Relation relation, List<Candidate> candidates, boolean ambiguous) {
    /** A second place whose score comes this near to the first's is a rival; our own choice. */
    private static final double RIVAL_FROM = 0.9;

    /** Two entries this near to each other are one place to whoever asks. */
    private static final double ONE_PLACE_KM = 5;

    public PlaceSearch {
        candidates = List.copyOf(candidates);
    }

    static PlaceSearch of(Relation relation, List<Candidate> candidates) {
        boolean ambiguous = candidates.stream()
                .skip(1)
                .anyMatch(other -> isRival(candidates.getFirst(), other));
        return new PlaceSearch(relation, candidates, ambiguous);
    }

    private static boolean isRival(Candidate first, Candidate other) {
        return other.score() >= RIVAL_FROM * first.score()
                && other.point().kmTo(first.point()) > ONE_PLACE_KM;
    }

    /** The place, where there is one and no rival. */
    public Optional<Candidate> findOne() {
        return ambiguous ? Optional.empty() : candidates.stream().findFirst();
    }
}
