package org.truce.assess.sources;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the sources say together of one item. A statement of what they say, never of guilt: where
 * all of them repeat one view, so does this.
 *
 * @param item its id
 * @param likelihoods of each value that any source gives of any item, "undetermined" among them,
 *     the likeliest first; they add up to 1
 * @param reached the likeliest, where it reaches the probability that was set; "undetermined" can
 *     reach it as well
 * @param claims as they were made, repetitions among them
 * @param origins how many origins they go back to; an unknown one is none
 * @param oneSided whether all of these stand on one and the same side, and that not independent.
 *     Then nobody else was heard.
 */
public record Opinion(
        String item,
        List<Likelihood> likelihoods,
        Optional<String> reached,
        List<Claim> claims,
        int origins,
        boolean oneSided) {
    public Opinion {
        likelihoods = List.copyOf(likelihoods);
        claims = List.copyOf(claims);
    }

    /** @param probability 0 to 1 */
    public record Likelihood(String value, double probability) {}

    /** The raw claims: by how many different known origins each value is claimed. */
    public Map<String, Integer> originsByValue() {
        Map<String, Integer> origins = new LinkedHashMap<>();
        claims.stream()
                .flatMap(claim ->
                        claim.origin().stream().map(origin -> Map.entry(claim.value(), origin)))
                .distinct()
                .forEach(claim -> origins.merge(claim.getKey(), 1, Integer::sum));
        return origins;
    }

    /** Whether no value is likely enough to be said to have come out. */
    public boolean abstains() {
        return reached.isEmpty();
    }

    /** The probability of a value, which is 0 for one that no source gives of any item. */
    public double probability(String value) {
        return likelihoods.stream()
                .filter(one -> one.value().equals(value))
                .mapToDouble(Likelihood::probability)
                .sum();
    }
}
