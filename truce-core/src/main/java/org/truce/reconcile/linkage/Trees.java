package org.truce.reconcile.linkage;

/**
 * What pairs of texts say together. Texts of one event are no more alike than they are because one
 * takes after another; each but one after one of them. After which is not known: so it is the mean
 * over all the trees that join them of the product along each tree's edges, as many trees as there
 * are, by Kirchhoff's theorem (M. Meilă and T. Jaakkola 2006). Of two it is what the pair says.
 */
final class Trees {
    private final int n;
    /** What is left of the matrix of each text's sum less what each pair weighs, but the last. */
    private final double[][] factors;

    private final double logMean;

    /** @param weights {@code [one][other]} above 0, symmetric; of at least 2 */
    Trees(double[][] weights) {
        n = weights.length;
        factors = new double[n - 1][n - 1];
        for (int one = 0; one < n - 1; one++) {
            for (int other = 0; other < n; other++) {
                if (one != other) {
                    factors[one][one] += weights[one][other];
                    if (other < n - 1) {
                        factors[one][other] = -weights[one][other];
                    }
                }
            }
        }
        double log = 0;
        // The matrix is symmetric and its diagonal outweighs the rest: no pivot is needed.
        for (int k = 0; k < n - 1; k++) {
            log += Math.log(factors[k][k]);
            for (int row = k + 1; row < n - 1; row++) {
                factors[row][k] /= factors[k][k];
                for (int column = k + 1; column < n - 1; column++) {
                    factors[row][column] -= factors[row][k] * factors[k][column];
                }
            }
        }
        logMean = log - (n - 2) * Math.log(n);
    }

    /** The logarithm of the mean over all trees. */
    double logMean() {
        return logMean;
    }

    /** By how much of the whole each pair is an edge: {@code n - 1} in all. */
    double[][] edges(double[][] weights) {
        double[][] inverse = new double[n][n];
        for (int column = 0; column < n - 1; column++) {
            double[] solved = inverse[column];
            solved[column] = 1;
            for (int row = column + 1; row < n - 1; row++) {
                for (int k = column; k < row; k++) {
                    solved[row] -= factors[row][k] * solved[k];
                }
            }
            for (int row = n - 2; row >= 0; row--) {
                for (int k = row + 1; k < n - 1; k++) {
                    solved[row] -= factors[row][k] * solved[k];
                }
                solved[row] /= factors[row][row];
            }
        }
        double[][] edges = new double[n][n];
        for (int one = 0; one < n; one++) {
            for (int other = 0; other < n; other++) {
                edges[one][other] = one == other
                        ? 0
                        : weights[one][other]
                                * (inverse[one][one]
                                        + inverse[other][other]
                                        - 2 * inverse[one][other]);
            }
        }
        return edges;
    }
}
