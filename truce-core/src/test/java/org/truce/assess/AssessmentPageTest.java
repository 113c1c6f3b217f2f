package org.truce.assess;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** docs/reference/assessment.md says the rule that the code applies, in its order. */
final class AssessmentPageTest {
    private static final Pattern ROW =
            Pattern.compile("\\| ([a-i]) \\| .* \\| `([a-z-]+)` \\| ([a-z-]+) \\|");

    @Test
    void theTableOfTheRuleIsTheRule() throws IOException {
        List<String> page = Files.readAllLines(Path.of("../docs/reference/assessment.md"));
        List<String> rows = page.stream()
                .map(ROW::matcher)
                .filter(Matcher::matches)
                .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                .toList();
        assertThat(rows)
                .containsExactlyElementsOf(Arrays.stream(RuleLine.values())
                        .map(line -> line.letter() + " " + line.code() + " "
                                + line.status().code())
                        .toList());
    }
}
