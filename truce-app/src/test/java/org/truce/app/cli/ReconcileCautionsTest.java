package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What a slip in the arguments would quietly spoil is said, or refused. */
final class ReconcileCautionsTest {
    private static final String HEAD = "id,source,occurred,lat,lon,type\n";

    @TempDir
    private Path folder;

    private Path one = Path.of("");
    private Path two = Path.of("");

    @BeforeEach
    void write() throws IOException {
        one = write("one.csv", HEAD + "1,X,2017-07-10,32.6,36.1,shelling\n");
        two = write("two.csv", HEAD + "2,Y,2017-07-10,32.6,36.1,shelling\n");
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Ran reconcile(String... more) {
        List<String> arguments =
                new ArrayList<>(List.of("reconcile", "--reports", one.toString(), two.toString()));
        arguments.addAll(List.of(more));
        return Terminal.run(arguments.toArray(String[]::new));
    }

    @Test
    void parametersAreWrittenOverNothingElse() throws IOException {
        String before = Files.readString(one);

        Ran over = reconcile("--write-parameters", one.toString());

        assertThat(over.exit()).isEqualTo(2);
        assertThat(over.err()).contains("one.csv").contains("name another file");
        assertThat(Files.readString(one)).isEqualTo(before);
        Path empty = write("learned.json", "");
        assertThat(reconcile("--write-parameters", empty.toString()).exit()).isZero();
        assertThat(reconcile("--write-parameters", empty.toString()).exit()).isZero();
        assertThat(Files.readString(empty)).startsWith("{");
    }

    @Test
    void aColumnOfSourcesThatIsNotReadIsSaid() {
        assertThat(reconcile().err()).contains("--columns source=source").contains("one.csv");
        assertThat(reconcile("--columns", "source=source").err())
                .doesNotContain("--columns source=source");
    }

    @Test
    void aTaxonomyOfOtherFilesIsSaid() throws IOException {
        Path type = write("type.csv", "source,category,L1\nthree,shelling,fire\n");
        Path own = write("own.csv", "source,category,L1\none,shelling,fire\n");

        assertThat(reconcile("--taxonomy", "type=" + type).err())
                .contains("taxonomy of type is of three")
                .contains("changes nothing");
        assertThat(reconcile("--taxonomy", "type=" + own).err()).doesNotContain("changes nothing");
    }
}
