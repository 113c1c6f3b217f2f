package org.truce.assess.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Against published tables, and against a solution by hand where there is one. */
final class DawidSkeneTest {
    /**
     * Teeth by what the first three of five dentists said, sound (0) or carious (1), in the order
     * 000, 001, 010 and so on (Espeland and Handelman, Using Latent Class Models to Characterize
     * and Assess Relative Error in Discrete Measurements, Biometrics 45, 1989).
     */
    private static final int[] DENTISTS = {2128, 1122, 54, 226, 36, 87, 7, 209};

    @Test
    void theAnaesthetistsOf1979() {
        DawidSkene fit = DawidSkene.fit(anaesthetists());

        assertThat(fit.listValues()).containsExactly("1", "2", "3", "4");
        assertThat(fit.getShare("1")).isCloseTo(.4000, within(5e-5));
        assertThat(fit.getShare("2")).isCloseTo(.4216, within(5e-5));
        assertThat(fit.getShare("3")).isCloseTo(.1118, within(5e-5));
        assertThat(fit.getShare("4")).isCloseTo(.0667, within(5e-5));
        assertThat(fit.logLikelihood()).isCloseTo(-190.7309966, within(1e-6));
    }

    @Test
    void inWhateverOrderTheRatingsCome() {
        List<DawidSkene.Rating> ratings = anaesthetists();
        DawidSkene inOrder = DawidSkene.fit(ratings);
        Collections.shuffle(ratings, new Random(1));
        DawidSkene shuffled = DawidSkene.fit(ratings);

        assertThat(shuffled.getRate("observer1", "2", "1"))
                .isCloseTo(inOrder.getRate("observer1", "2", "1"), within(1e-9));
        assertThat(shuffled.getProbability("7", "2"))
                .isCloseTo(inOrder.getProbability("7", "2"), within(1e-9));
    }

    /**
     * Three raters and two values have seven figures for seven free shares of patterns, so that the
     * best fit meets the table exactly, and its figures follow from the moments: with {@code c(ab)}
     * the covariance of two raters, the truth's two means of rater {@code a} lie on either side of
     * its mean, and the product of the distances is {@code c(ab) c(ac) / c(bc)}; their difference
     * follows from the third moment (the solution of Anderson 1954 and Pepe and Janes 2007).
     */
    @Test
    void threeDentistsAsTheirMomentsSay() {
        DawidSkene fit = DawidSkene.fit(dentists());

        double all = 0;
        for (int teeth : DENTISTS) {
            all += teeth * Math.log(teeth / 3869.0);
        }
        assertThat(IntStream.of(DENTISTS).sum()).isEqualTo(3869);
        assertThat(fit.logLikelihood()).isCloseTo(all, within(1e-5));

        double[] mean = {mean(0), mean(1), mean(2)};
        double third = 0;
        for (int pattern = 0; pattern < 8; pattern++) {
            double product = DENTISTS[pattern] / 3869.0;
            for (int rater = 0; rater < 3; rater++) {
                product *= said(pattern, rater) - mean[rater];
            }
            third += product;
        }
        for (int rater = 0; rater < 3; rater++) {
            int b = (rater + 1) % 3;
            int c = (rater + 2) % 3;
            double product = covariance(rater, b) * covariance(rater, c) / covariance(b, c);
            double skew = third / covariance(b, c);
            double root = Math.sqrt(skew * skew + 4 * product);
            String name = "dentist" + rater;
            assertThat(fit.getRate(name, "1", "1"))
                    .isCloseTo(mean[rater] + (skew + root) / 2, within(1e-5));
            assertThat(fit.getRate(name, "1", "0"))
                    .isCloseTo(mean[rater] + (skew - root) / 2, within(1e-5));
        }
    }

    @Test
    void oneWhoIsNotAmongThemHasNoRate() {
        DawidSkene fit = DawidSkene.fit(dentists());
        assertThatThrownBy(() -> fit.getRate("dentist3", "1", "1"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DawidSkene.fit(List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static int said(int pattern, int rater) {
        return pattern >> (2 - rater) & 1;
    }

    private static double mean(int rater) {
        return IntStream.range(0, 8)
                .mapToDouble(pattern -> DENTISTS[pattern] / 3869.0 * said(pattern, rater))
                .sum();
    }

    private static double covariance(int one, int other) {
        return IntStream.range(0, 8)
                        .mapToDouble(pattern -> DENTISTS[pattern]
                                / 3869.0
                                * said(pattern, one)
                                * said(pattern, other))
                        .sum()
                - mean(one) * mean(other);
    }

    private static List<DawidSkene.Rating> dentists() {
        List<DawidSkene.Rating> ratings = new ArrayList<>();
        for (int pattern = 0; pattern < 8; pattern++) {
            for (int tooth = 0; tooth < DENTISTS[pattern]; tooth++) {
                for (int rater = 0; rater < 3; rater++) {
                    ratings.add(new DawidSkene.Rating(
                            pattern + "-" + tooth,
                            "dentist" + rater,
                            Integer.toString(said(pattern, rater))));
                }
            }
        }
        return ratings;
    }

    private static List<DawidSkene.Rating> anaesthetists() {
        List<DawidSkene.Rating> ratings = new ArrayList<>();
        List<String> lines = lines().filter(line -> !line.startsWith("#")).toList();
        String[] names = lines.getFirst().split(",", -1);
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",", -1);
            for (int observer = 1; observer < cells.length; observer++) {
                for (char value : cells[observer].toCharArray()) {
                    ratings.add(new DawidSkene.Rating(
                            cells[0], names[observer], String.valueOf(value)));
                }
            }
        }
        assertThat(ratings).hasSize(45 * 7);
        return ratings;
    }

    private static Stream<String> lines() {
        try (InputStream file = Objects.requireNonNull(
                DawidSkeneTest.class.getResourceAsStream("anesthesia.csv"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
