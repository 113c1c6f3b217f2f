package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** An answer given in the past, and protected values that came or went since. */
final class PinnedValuesTest {
    @TempDir
    private Path folder;

    private String home = "";
    private String other = "";

    @BeforeEach
    void exchange() throws IOException {
        home = folder.resolve("home.truce").toString();
        other = folder.resolve("other.truce").toString();
        Path rows = folder.resolve("rows.csv");
        try (Stream<String> lines = Files.lines(Terminal.SAMPLE.resolve("reports.csv"))) {
            Files.write(rows, lines.limit(61).toList());
        }
        truce("import", "--store", home, "--register", "north", rows.toString());
        truce("export", "--store", home, "--register", "north", at("bare"));
        truce("export", "--store", home, "--register", "north", "--protected", at("whole"));
        truce("accept", "--store", other, at("bare"));
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static Ran truce(String... arguments) {
        Ran ran = Terminal.run(arguments);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran;
    }

    private static Ran incidents(String store, String... more) {
        return Terminal.run(
                Stream.concat(Stream.of("incidents", "--json", "--store", store), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void valuesHandedOverSinceAreLeftOut() {
        Ran asked = incidents(other);
        truce("accept", "--store", other, at("whole"));
        assertThat(incidents(other).out())
                .isNotEqualTo(asked.out())
                .isEqualTo(incidents(home).out());
        Ran again = incidents(other, "--pin", asked.pin());
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.out()).isEqualTo(asked.out());
        assertThat(again.pin()).isEqualTo(asked.pin());
        // The node that had all of them from the start can give the other's answer too.
        assertThat(incidents(home, "--pin", asked.pin()).out()).isEqualTo(asked.out());
    }

    @Test
    void whereValuesAreGoneTheAnswerIsNotClaimedToBeTheSame() {
        Ran before = incidents(home);
        destroy("R0003", "source");
        Ran asked = incidents(home);
        destroy("R0001", "source");
        destroy("R0002", "source");
        Ran refused = incidents(home, "--pin", asked.pin());
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err())
                .contains(
                        "cannot be given again: 2 protected values of 2 entries of register north")
                .contains("(R0001, R0002)");
        assertThat(incidents(home, "--pin", before.pin()).err())
                .contains("3 protected values of 3 entries", "(R0001, R0002, R0003)");
        assertThat(incidents(other, "--pin", before.pin()).exit()).isEqualTo(2);
    }

    private void destroy(String id, String field) {
        truce(
                "destroy",
                "--store",
                home,
                "--register",
                "north",
                "--by",
                "head",
                "--why",
                "test",
                "--field",
                field,
                "--yes",
                id);
    }

    @Test
    void aPinThatDoesNotSayWhichValuesStillWorksWithANote() {
        Ran asked = incidents(home);
        String old = asked.pin().replaceAll("\\.[0-9-]+$", "");
        assertThat(old).isNotEqualTo(asked.pin());
        Ran again = incidents(home, "--pin", old);
        assertThat(again.exit()).as(again.err()).isZero();
        assertThat(again.out()).isEqualTo(asked.out());
        assertThat(again.err()).contains("note: this pin does not say which protected values");
        assertThat(asked.err()).doesNotContain("note:");
    }
}
