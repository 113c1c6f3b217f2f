package org.truce.reading.bulletin;

import org.truce.reading.words.Table;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * How much each trait of a number speaks for its being a count: logarithms of odds in hundredths,
 * learned from coded bulletins (logistic regression) and kept in count-weights.tsv. A sum of whole
 * numbers decides, so that the same words give the same counts everywhere.
 */
final class CountWeights implements Judge {
    /** The trait that every number has. */
    static final String ALWAYS = "always";

    private static final class Loaded {
        private static final CountWeights ONCE = new CountWeights(read());
    }

    private final Map<String, Integer> hundredths;

    CountWeights(Map<String, Integer> hundredths) {
        this.hundredths = Map.copyOf(hundredths);
    }

    private static Map<String, Integer> read() {
        Map<String, Integer> read = new HashMap<>();
        for (Table.Row row : Table.rows("count-weights")) {
            read.put(row.get("trait"), Integer.parseInt(row.get("hundredths")));
        }
        return read;
    }

    static CountWeights get() {
        return Loaded.ONCE;
    }

    @Override
    public int odds(int start, Set<String> traits) {
        int sum = hundredths.getOrDefault(ALWAYS, 0);
        for (String trait : traits) {
            sum += hundredths.getOrDefault(trait, 0);
        }
        return sum;
    }

    /** All weights by trait. */
    Map<String, Integer> all() {
        return hundredths;
    }
}
