package org.truce.reading.bulletin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeSet;

/**
 * The table of weights is what the examples give. After a change of examples, dictionaries or
 * traits it is written anew where the system property counts.write is set.
 */
final class CountTrainingTest {
    private static final Path TABLE =
            Path.of("src/main/resources/org/truce/reading/words/count-weights.tsv");

    /** Exponentials may differ in the last place from one machine to another. */
    private static final int TOLERATED_HUNDREDTHS = 1;

    private static final int FOLDS = 5;

    private static List<CountExamples> texts = List.of();
    private static List<List<CountTraining.Example>> examples = List.of();

    @BeforeAll
    static void read() throws IOException {
        texts = CountExamples.list();
        examples = texts.stream().map(CountExamples::examples).toList();
    }

    @Test
    void theWeightsAreThoseThatTheExamplesGive() throws IOException {
        SortedMap<String, Integer> learned =
                CountTraining.learn(examples.stream().flatMap(List::stream).toList());
        if (Boolean.getBoolean("counts.write")) {
            Files.writeString(TABLE, table(learned));
            return;
        }
        Map<String, Integer> kept = CountWeights.get().all();
        assertThat(kept.keySet())
                .as("write the weights anew with -Dcounts.write=true")
                .isEqualTo(learned.keySet());
        learned.forEach((trait, weight) -> assertThat(kept.getOrDefault(trait, 0) - weight)
                .as(trait)
                .isBetween(-TOLERATED_HUNDREDTHS, TOLERATED_HUNDREDTHS));
    }

    /** A mark in a paragraph that stands before no number would teach nothing. */
    @Test
    void nearlyAllMarksStandBeforeNumbers() {
        int marks = texts.stream().mapToInt(one -> one.starts().size()).sum();
        long counts = examples.stream()
                .flatMap(List::stream)
                .filter(CountTraining.Example::count)
                .count();
        assertThat(counts).isBetween(Math.round(0.95 * marks), (long) marks);
    }

    /** Whatever is of one author and time is left out together; about a tenth are wrong then. */
    @Test
    void whatIsLearnedHoldsForTextsOfOthers() {
        List<String> groups = List.copyOf(
                new TreeSet<>(texts.stream().map(CountExamples::group).toList()));
        CountExamples.Errors all = new CountExamples.Errors(0, 0);
        for (int fold = 0; fold < FOLDS; fold++) {
            List<CountTraining.Example> kept = new ArrayList<>();
            List<CountExamples> left = new ArrayList<>();
            for (int i = 0; i < texts.size(); i++) {
                if (groups.indexOf(texts.get(i).group()) % FOLDS == fold) {
                    left.add(texts.get(i));
                } else {
                    kept.addAll(examples.get(i));
                }
            }
            Judge judge = new CountWeights(CountTraining.learn(kept));
            for (CountExamples one : left) {
                all = all.plus(one.errors(judge));
            }
        }
        assertThat((double) all.wrong() / all.numbers()).isLessThan(0.1);
    }

    private static String table(SortedMap<String, Integer> learned) {
        StringBuilder table = new StringBuilder()
                .append("# Logarithms of odds in hundredths that a number is a count; learned from")
                .append(" coded bulletins\n# by CountTrainingTest, which writes this table.\n")
                .append("trait\thundredths\n");
        learned.forEach((trait, weight) ->
                table.append(trait).append('\t').append(weight).append('\n'));
        return table.toString();
    }
}
