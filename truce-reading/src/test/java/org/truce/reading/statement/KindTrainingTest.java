package org.truce.reading.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.truce.record.StatementKind;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The table of weights is what the examples give. After a change of examples, rules, dictionaries
 * or traits it is written anew where the system property kinds.write is set.
 */
final class KindTrainingTest {
    private static final Path TABLE =
            Path.of("src/main/resources/org/truce/reading/words/kind-weights.tsv");

    /** Tags and exponentials may differ in the last place from one machine to another. */
    private static final int TOLERATED_HUNDREDTHS = 1;

    private static final int FOLDS = 4;

    private static final List<KindExample> EXAMPLES = KindExample.list();

    @Test
    void theWeightsAreThoseThatTheExamplesGive() throws IOException {
        SortedMap<String, int[]> learned = KindTraining.learn(EXAMPLES);
        if (Boolean.getBoolean("kinds.write")) {
            Files.writeString(TABLE, table(learned));
            return;
        }
        Map<String, int[]> kept = KindWeights.get().all();
        assertThat(kept.keySet())
                .as("write the weights anew with -Dkinds.write=true")
                .isEqualTo(learned.keySet());
        learned.forEach((trait, weights) -> {
            int[] known = kept.getOrDefault(trait, new int[weights.length]);
            for (int k = 0; k < weights.length; k++) {
                assertThat(known[k] - weights[k])
                        .as(trait)
                        .isBetween(-TOLERATED_HUNDREDTHS, TOLERATED_HUNDREDTHS);
            }
        });
    }

    @Test
    void everyKindHasManyExamples() {
        Map<StatementKind, Long> counts = EXAMPLES.stream()
                .collect(Collectors.groupingBy(KindExample::kind, Collectors.counting()));
        assertThat(counts.keySet()).containsAll(KindWeights.KINDS);
        assertThat(counts.values()).allMatch(count -> count >= 80);
    }

    @Test
    void noExampleStandsTwice() {
        assertThat(EXAMPLES).extracting(KindExample::content).doesNotHaveDuplicates();
    }

    /**
     * The examples are hard on purpose; what was learned from three quarters of them fits most
     * others.
     */
    @Test
    void whatIsLearnedHoldsForExamplesLeftOut() {
        int[] expected = new int[KindWeights.KINDS.size()];
        int[] given = new int[expected.length];
        int[] right = new int[expected.length];
        for (int fold = 0; fold < FOLDS; fold++) {
            List<KindExample> kept = new ArrayList<>();
            List<KindExample> left = new ArrayList<>();
            for (int i = 0; i < EXAMPLES.size(); i++) {
                (i % FOLDS == fold ? left : kept).add(EXAMPLES.get(i));
            }
            Map<String, int[]> weights = KindTraining.learn(kept);
            for (KindExample one : left) {
                int wanted = KindWeights.KINDS.indexOf(one.kind());
                int found =
                        KindWeights.KINDS.indexOf(KindTraining.likeliest(weights, one.traits()));
                expected[wanted]++;
                given[found]++;
                right[found] += wanted == found ? 1 : 0;
            }
        }
        double sum = 0;
        for (int k = 0; k < expected.length; k++) {
            sum += 2.0 * right[k] / (expected[k] + given[k]);
        }
        assertThat(sum / expected.length).isGreaterThan(0.68);
    }

    private static String table(SortedMap<String, int[]> learned) {
        StringBuilder table = new StringBuilder()
                .append("# Logarithms of odds in hundredths, for claim, demand, commitment,")
                .append(" assessment, denial, threat; learned from\n")
                .append("# kind-examples.tsv by KindTrainingTest, which writes this table.\n")
                .append("trait\thundredths\n");
        learned.forEach((trait, weights) -> table.append(trait)
                .append('\t')
                .append(Arrays.stream(weights)
                        .mapToObj(Integer::toString)
                        .collect(Collectors.joining("|")))
                .append('\n'));
        return table.toString();
    }
}
