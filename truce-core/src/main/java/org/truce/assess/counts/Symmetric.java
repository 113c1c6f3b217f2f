package org.truce.assess.counts;

/**
 * A symmetric, positive definite system of equations, solved by Cholesky's decomposition (Golub and
 * Van Loan 2013, section 4.2).
 */
final class Symmetric {
    private final double[][] matrix;
    private final double[][] root;

    Symmetric(double[][] matrix) {
        this.matrix = matrix;
        int n = matrix.length;
        root = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double rest = matrix[i][j];
                for (int k = 0; k < j; k++) {
                    rest -= root[i][k] * root[j][k];
                }
                if (i == j && !(rest > 0)) {
                    throw new IllegalArgumentException("not positive definite in row " + i);
                }
                root[i][j] = i == j ? Math.sqrt(rest) : rest / root[j][j];
            }
        }
    }

    double diagonal(int i) {
        return matrix[i][i];
    }

    /** The x of {@code matrix x = right}. */
    double[] solve(double[] right) {
        int n = right.length;
        double[] x = right.clone();
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                x[i] -= root[i][k] * x[k];
            }
            x[i] /= root[i][i];
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                x[i] -= root[k][i] * x[k];
            }
            x[i] /= root[i][i];
        }
        return x;
    }
}
