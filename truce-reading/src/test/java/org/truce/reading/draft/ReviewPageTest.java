package org.truce.reading.draft;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** What docs/reference/review.md says of the bands is what the code does. */
final class ReviewPageTest {
    @Test
    void theTableOfBandsIsTheCodes() throws IOException {
        String page = Files.readString(Path.of("../docs/reference/review.md"));
        for (Band band : Set.of(Band.HIGH, Band.LOW)) {
            String row = page.lines()
                    .filter(line -> line.startsWith("| " + band.code() + " |"))
                    .findFirst()
                    .orElseThrow();
            Set<String> named = Arrays.stream(row.split("\\|")[2].split(","))
                    .map(String::strip)
                    .collect(Collectors.toSet());
            assertThat(named)
                    .isEqualTo(Band.listRules(band))
                    .allSatisfy(rule -> assertThat(Band.ofRule(rule)).isEqualTo(band));
        }
        assertThat(Band.ofRule("C14")).isEqualTo(Band.MIDDLE);
    }
}
