package org.truce.simulate.accounts;

import org.truce.reconcile.linkage.Coding;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The kinds that one field can name, as the leaves of a tree. Codes are 0 to {@link #size} - 1.
 *
 * @param branches how many each node has, from the top level down; one level: a plain list
 * @param zipf how unlike in frequency they are: the k-th of them is as common as 1 / k^zipf
 * @param ownLabels whether each source has words of its own for them, which only the taxonomy
 *     brings together
 */
public record Vocabulary(String name, List<Integer> branches, double zipf, boolean ownLabels) {
    public Vocabulary {
        branches = List.copyOf(branches);
        if (branches.isEmpty() || branches.stream().anyMatch(count -> count < 1)) {
            throw new IllegalArgumentException("%s has no kinds".formatted(name));
        }
    }

    public int size() {
        return branches.stream().reduce(1, (a, b) -> a * b);
    }

    /** How many rings around a code there are, itself the first. */
    public int rings() {
        return branches.size() + 1;
    }

    /** How many levels one has to go up from two codes until they meet. */
    public int ring(int one, int other) {
        int ring = 0;
        int a = one;
        int b = other;
        for (int level = branches.size() - 1; a != b; level--) {
            a /= branches.get(level);
            b /= branches.get(level);
            ring++;
        }
        return ring;
    }

    /** Labels of a code from fine to broad. */
    public List<String> path(int code) {
        List<String> path = new ArrayList<>();
        int at = code;
        for (int level = branches.size() - 1; level >= 0; level--) {
            path.add("%s%d-%d".formatted(name, level + 1, at));
            at /= branches.get(level);
        }
        return path;
    }

    /** What a source writes for a code. */
    public String label(int source, int code) {
        return ownLabels
                ? "%s %d of source %d".formatted(name, code, source)
                : "%s %d".formatted(name, code);
    }

    public Coding coding() {
        List<List<String>> paths = new ArrayList<>();
        for (int code = 0; code < size(); code++) {
            paths.add(path(code));
        }
        return Coding.taxonomy(name, paths);
    }

    /** How common each code is among events; sums to 1. */
    double[] shares() {
        double[] shares = new double[size()];
        Arrays.setAll(shares, code -> Math.pow(code + 1, -zipf));
        double sum = Arrays.stream(shares).sum();
        Arrays.setAll(shares, code -> shares[code] / sum);
        return shares;
    }

    /** {@code [said * size + meant]}: how likely a source with these rings says a code. */
    double[] given(List<Double> rings) {
        int size = size();
        double[] given = new double[size * size];
        for (int meant = 0; meant < size; meant++) {
            int[] inRing = new int[rings()];
            for (int said = 0; said < size; said++) {
                inRing[ring(meant, said)]++;
            }
            for (int said = 0; said < size; said++) {
                int ring = ring(meant, said);
                given[said * size + meant] = rings.get(ring) / inRing[ring];
            }
        }
        return given;
    }
}
