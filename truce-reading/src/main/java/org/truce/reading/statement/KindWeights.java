package org.truce.reading.statement;

import org.truce.reading.words.Table;
import org.truce.record.StatementKind;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much each trait speaks for each kind: logarithms of odds in hundredths, learned from the
 * sentences of kind-examples.tsv (multinomial logistic regression) and kept in kind-weights.tsv. A
 * sum of whole numbers decides, so that the same words give the same kind everywhere.
 */
final class KindWeights {
    /** The kinds in the order of the columns of the table. */
    static final List<StatementKind> KINDS = List.of(
            StatementKind.CLAIM,
            StatementKind.DEMAND,
            StatementKind.COMMITMENT,
            StatementKind.ASSESSMENT,
            StatementKind.DENIAL,
            StatementKind.THREAT);

    /** The trait that every statement has. */
    static final String ALWAYS = "always";

    /** Below this lead, the logarithm of two, the second kind is at least half as likely. */
    private static final int CLEAR_LEAD_HUNDREDTHS = 69;

    private static final class Loaded {
        private static final KindWeights ONCE = new KindWeights(read());
    }

    private final Map<String, int[]> hundredths;

    /** Of weights for the kinds in their order, by trait. */
    KindWeights(Map<String, int[]> hundredths) {
        this.hundredths = Map.copyOf(hundredths);
    }

    private static Map<String, int[]> read() {
        Map<String, int[]> read = new HashMap<>();
        for (Table.Row row : Table.rows("kind-weights")) {
            int[] weights =
                    row.list("hundredths").stream().mapToInt(Integer::parseInt).toArray();
            if (weights.length != KINDS.size()) {
                throw new IllegalStateException("%s:%d: %d weights, not %d"
                        .formatted(row.table(), row.line(), weights.length, KINDS.size()));
            }
            read.put(row.get("trait"), weights);
        }
        return read;
    }

    static KindWeights get() {
        return Loaded.ONCE;
    }

    /**
     * The likeliest kind.
     *
     * @param close whether another kind is at least half as likely
     */
    record Likeliest(StatementKind kind, boolean close) {}

    Likeliest likeliest(Set<String> traits) {
        int[] sums = new int[KINDS.size()];
        add(ALWAYS, sums);
        traits.forEach(trait -> add(trait, sums));
        int best = 0;
        for (int k = 1; k < sums.length; k++) {
            best = sums[k] > sums[best] ? k : best;
        }
        boolean close = false;
        for (int k = 0; k < sums.length; k++) {
            close |= k != best && sums[best] - sums[k] < CLEAR_LEAD_HUNDREDTHS;
        }
        return new Likeliest(KINDS.get(best), close);
    }

    private void add(String trait, int[] sums) {
        int[] weights = hundredths.get(trait);
        if (weights != null) {
            for (int k = 0; k < sums.length; k++) {
                sums[k] += weights[k];
            }
        }
    }

    /** All weights by trait. */
    Map<String, int[]> all() {
        return hundredths;
    }
}
