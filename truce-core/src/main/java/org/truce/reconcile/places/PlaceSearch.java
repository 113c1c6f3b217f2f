package org.truce.reconcile.places;

import org.truce.base.Coded;

import java.util.List;
import java.util.Optional;

/**
 * What a search found.
 *
 * @param candidates the best first; empty when nothing has such a name
 */
public record PlaceSearch(Relation relation, Outcome outcome, List<Candidate> candidates) {
    /** A second place whose score comes this near to the first's is a rival; our own choice. */
    private static final double RIVAL_FROM = 0.85;

    /** Two entries this near to each other are one place to whoever asks. */
    private static final double ONE_PLACE_KM = 5;

    public PlaceSearch {
        candidates = List.copyOf(candidates);
    }

    /** What may be made of it. */
    public enum Outcome implements Coded {
        /** The first candidate is the place, as far as names can tell. */
        ONE("one"),
        /** Another place fits about as well as the first. */
        AMBIGUOUS("ambiguous"),
        /** The first is {@link Candidate#doubtful}: the gazetteer may lack the place meant. */
        DOUBTFUL("doubtful"),
        NONE("none");

        private final String code;

        Outcome(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    static PlaceSearch of(Relation relation, List<Candidate> candidates) {
        Outcome outcome = Outcome.NONE;
        if (!candidates.isEmpty()) {
            Candidate first = candidates.getFirst();
            boolean rival = candidates.stream().skip(1).anyMatch(other -> isRival(first, other));
            outcome = rival ? Outcome.AMBIGUOUS : first.doubtful() ? Outcome.DOUBTFUL : Outcome.ONE;
        }
        return new PlaceSearch(relation, outcome, candidates);
    }

    /** The first and those that fit about as well; 0 when nothing was found. */
    public long countRivals() {
        return candidates.stream()
                .filter(other -> other.equals(candidates.getFirst())
                        || isRival(candidates.getFirst(), other))
                .count();
    }

    private static boolean isRival(Candidate first, Candidate other) {
        return other.score() >= RIVAL_FROM * first.score()
                && other.point().kmTo(first.point()) > ONE_PLACE_KM;
    }

    /** The place, where there is one, neither doubtful nor with a rival. */
    public Optional<Candidate> findOne() {
        return outcome == Outcome.ONE ? candidates.stream().findFirst() : Optional.empty();
    }
}
