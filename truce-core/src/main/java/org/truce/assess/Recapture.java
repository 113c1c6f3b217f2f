package org.truce.assess;

/**
 * How many incidents there were, from how many two registers have in common (Chapman, Some
 * properties of the hypergeometric distribution with applications to zoological sample censuses,
 * University of California Publications in Statistics 1, 1951, pages 131 to 160; the variance:
 * Seber 1970, Biometrika 26, pages 13 to 22). It takes the two to look independently of each other,
 * and every incident to be as easily seen as any other. Where what one has the other has more
 * easily too, as is usual, there were more.
 *
 * @param one how many the one register has
 * @param other how many the other has
 * @param both how many both have
 */
public record Recapture(int one, int other, int both) {
    public Recapture {
        if (both < 0 || both > Math.min(one, other)) {
            throw new IllegalArgumentException("no more in common than either has: %d of %d and %d"
                    .formatted(both, one, other));
        }
    }

    /** {@code (n1 + 1)(n2 + 1) / (m + 1) - 1}. */
    public double estimate() {
        return (one + 1.0) * (other + 1) / (both + 1) - 1;
    }

    /** {@code (n1 + 1)(n2 + 1)(n1 - m)(n2 - m) / ((m + 1)^2 (m + 2))}. */
    public double variance() {
        return (one + 1.0)
                * (other + 1)
                * (one - both)
                * (other - both)
                / ((both + 1.0) * (both + 1) * (both + 2));
    }
}
