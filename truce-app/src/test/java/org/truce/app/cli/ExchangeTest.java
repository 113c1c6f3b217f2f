package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Two sides with a register each, and whoever carries bundles between them. */
final class ExchangeTest {
    private static final int FIRST = 60;
    private static final int SECOND = 120;

    @TempDir
    private Path folder;

    private List<String> rows = List.of();

    @BeforeEach
    void read() throws IOException {
        rows = Files.readAllLines(Terminal.SAMPLE.resolve("reports.csv"));
    }

    private Path path(String name) {
        return folder.resolve(name);
    }

    private Ran truce(String... arguments) {
        Ran ran = Terminal.run(arguments);
        assertThat(ran.exit())
                .as(String.join(" ", arguments) + "\n" + ran.err())
                .isZero();
        return ran;
    }

    /** Rows of the sample as a table of one register. */
    private void take(String store, String register, int from, int to) throws IOException {
        Path table = path("rows.csv");
        Files.write(
                table,
                Stream.concat(Stream.of(rows.getFirst()), rows.subList(from, to).stream())
                        .toList());
        truce("import", "--store", at(store), "--register", register, table.toString());
    }

    private String at(String name) {
        return path(name).toString();
    }

    private String export(String store, String register, String name, String... more) {
        List<String> words =
                new ArrayList<>(List.of("export", "--store", at(store), "--register", register));
        words.addAll(List.of(more));
        words.add(at(name));
        truce(words.toArray(String[]::new));
        return at(name);
    }

    private String incidents(String store) {
        return truce("incidents", "--store", at(store), "--json").out();
    }

    private JsonNode accept(String store, String bundle) {
        return Shape.read(
                truce("accept", "--store", at(store), "--json", bundle).out());
    }

    private String key(String store, String register) {
        for (String line :
                truce("register", "list", "--store", at(store), "--json").lines()) {
            JsonNode listed = Shape.read(line);
            if (listed.path("name").asString().equals(register)) {
                return listed.path("key").asString();
            }
        }
        throw new AssertionError("no register " + register);
    }

    @Test
    void twoNodesThatTookBundlesInOppositeOrderSeeTheSame() throws IOException {
        take("a.db", "north", 1, FIRST);
        take("b.db", "south", FIRST, SECOND);
        String north = export("a.db", "north", "north.bundle", "--protected");
        String south = export("b.db", "south", "south.bundle", "--protected");
        accept("a.db", south);
        accept("b.db", north);
        for (String bundle : List.of(north, south, north)) {
            accept("c.db", bundle);
        }
        accept("d.db", south);
        accept("d.db", north);
        assertThat(incidents("a.db")).isNotBlank().isEqualTo(incidents("b.db"));
        assertThat(incidents("c.db")).isEqualTo(incidents("a.db"));
        assertThat(incidents("d.db")).isEqualTo(incidents("a.db"));
        assertThat(accept("c.db", north).path("added").asInt()).isZero();
        truce("verify", "--store", at("c.db"));
    }

    /** Three stretches in every order, each of them twice, one of them overlapping. */
    @Test
    void lateRepeatedReorderedAndPartialBundlesEndInTheSamePicture() throws IOException {
        take("a.db", "north", 1, 20);
        Path checkpoint = path("first.note");
        Files.writeString(
                checkpoint,
                truce("checkpoint", "--store", at("a.db"), "--register", "north")
                        .out());
        String first = export("a.db", "north", "1.bundle", "--protected");
        take("a.db", "north", 20, 40);
        String second = export(
                "a.db", "north", "2.bundle", "--protected", "--since", checkpoint.toString());
        String overlapping = export("a.db", "north", "3.bundle", "--protected", "--since", "10");
        take("a.db", "north", 40, FIRST);
        String third = export("a.db", "north", "4.bundle", "--protected", "--since", "41");
        String expected = incidents("a.db");
        Random random = new Random(3);
        for (int round = 0; round < 12; round++) {
            List<String> order = new ArrayList<>(
                    List.of(first, second, overlapping, third, first, third, second));
            Collections.shuffle(order, random);
            String node = "node" + round + ".db";
            order.forEach(bundle -> accept(node, bundle));
            assertThat(incidents(node)).as("seed 3, %s", order).isEqualTo(expected);
            truce("verify", "--store", at(node));
        }
        JsonNode waits = accept("late.db", third);
        assertThat(waits.path("result").asString()).isEqualTo("waits");
        assertThat(incidents("late.db")).isEmpty();
    }

    @Test
    void withoutTheirValuesEntriesAreWithheldAndTheValuesMayComeLater() throws IOException {
        take("a.db", "north", 1, FIRST);
        String bare = export("a.db", "north", "bare.bundle");
        String whole = export("a.db", "north", "whole.bundle", "--protected");
        assertThat(text(Path.of(bare)))
                .contains("Daraa")
                .doesNotContain("syriahr.com", "\"salt\"", "\"SOHR\"", "rows.csv");
        accept("b.db", bare);
        Ran verified = truce("verify", "--store", at("b.db"), "--json");
        assertThat(Shape.read(verified.out()).path("withheld").asInt()).isPositive();
        JsonNode later = accept("b.db", whole);
        assertThat(later.path("added").asInt()).isZero();
        long handedOver = text(Path.of(whole))
                .lines()
                .mapToLong(line -> Shape.read(line).path("values").size())
                .sum();
        assertThat(later.path("values").asLong()).isPositive().isEqualTo(handedOver);
        assertThat(accept("c.db", whole).path("values").asLong()).isEqualTo(handedOver);
        assertThat(incidents("b.db")).isEqualTo(incidents("a.db"));
    }

    @Test
    void aBundleThatWasTouchedChangesNothingAndSaysWhy() throws IOException {
        take("a.db", "north", 1, FIRST);
        Path bundle = Path.of(export("a.db", "north", "north.bundle", "--protected"));
        byte[] plain = text(bundle).getBytes(StandardCharsets.UTF_8);
        take("b.db", "south", FIRST, SECOND);
        String before = incidents("b.db");
        Random random = new Random(17);
        String key = key("a.db", "north");
        for (int round = 0; round < 40; round++) {
            byte[] altered = plain.clone();
            altered[random.nextInt(altered.length)] ^= (byte) (1 << random.nextInt(7));
            Path file = path("altered.bundle");
            try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
                out.write(altered);
            }
            Ran checked = Terminal.run("verify-bundle", file.toString(), "--key", key);
            Ran taken = Terminal.run("accept", "--store", at("b.db"), file.toString());
            assertThat(checked.exit()).as("seed 17, round %d", round).isEqualTo(1);
            assertThat(taken.exit()).as("seed 17, round %d", round).isEqualTo(1);
            assertThat(taken.err()).contains("nothing was changed");
        }
        assertThat(incidents("b.db")).isEqualTo(before);
        truce("verify-bundle", bundle.toString(), "--key", key);
        Ran foreign =
                Terminal.run("verify-bundle", bundle.toString(), "--key", key("b.db", "south"));
        assertThat(foreign.exit()).isEqualTo(1);
        assertThat(foreign.err()).contains("signed under other keys");
        Files.write(path("cut.bundle"), Arrays.copyOf(Files.readAllBytes(bundle), 900));
        assertThat(Terminal.run("accept", "--store", at("b.db"), at("cut.bundle"))
                        .exit())
                .isEqualTo(1);
    }

    private static String text(Path bundle) throws IOException {
        try (InputStream in =
                new GZIPInputStream(new ByteArrayInputStream(Files.readAllBytes(bundle)))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @Test
    void anotherRegisterOfTheSameNameIsRefused() throws IOException {
        take("a.db", "north", 1, FIRST);
        take("b.db", "north", FIRST, SECOND);
        Ran ran = Terminal.run(
                "accept", "--store", at("b.db"), export("a.db", "north", "north.bundle"));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("founded with another key", "nothing was changed");
    }

    /** The laptop with the key is stolen, and the thief goes on with the register. */
    @Test
    void aLostLaptop() throws IOException {
        take("home.db", "north", 1, FIRST);
        copy("home.db", "thief.db");
        String known = export("home.db", "north", "known.bundle", "--protected");
        accept("other.db", known);
        String before = incidents("other.db");
        take("thief.db", "north", FIRST, SECOND);
        String forged = export("thief.db", "north", "forged.bundle", "--protected");
        accept("other.db", forged);
        assertThat(incidents("other.db")).as("nobody knows yet").isNotEqualTo(before);

        Recovery.revoke(at("home.db"), "north", "laptop lost");
        take("home.db", "north", SECOND, SECOND + 5);
        String revoked = export("home.db", "north", "revoked.bundle", "--protected");
        assertThat(accept("other.db", revoked).path("result").asString())
                .isEqualTo("one-set-aside");
        accept("third.db", revoked);
        accept("third.db", forged);
        assertThat(incidents("other.db"))
                .isEqualTo(incidents("home.db"))
                .isEqualTo(incidents("third.db"));
        truce("verify", "--store", at("other.db"));
        // What was set aside is shorter or longer than what was signed here, and no loss of it.
        accept("home.db", known);
        accept("home.db", forged);
        truce("verify", "--store", at("home.db"));
        accept("thief.db", revoked);
        Path more = path("more.csv");
        Files.write(more, List.of(rows.getFirst(), rows.get(SECOND + 10)));
        Ran after = Terminal.run(
                "import", "--store", at("thief.db"), "--register", "north", more.toString());
        assertThat(after.exit()).isEqualTo(2);
        assertThat(after.err()).contains("not on this machine");
    }

    /** What parts two histories came in bundles that hold only what was new. */
    @Test
    void aHistoryThatPartedWithAPartialBundleIsHandedOn() throws IOException {
        take("home.db", "north", 1, FIRST);
        copy("home.db", "twin.db");
        accept("other.db", export("home.db", "north", "known.bundle", "--protected"));
        String since = String.valueOf(FIRST);
        take("twin.db", "north", FIRST, FIRST + 20);
        accept("other.db", export("twin.db", "north", "twin.bundle", "--since", since));
        take("home.db", "north", FIRST + 20, FIRST + 40);
        accept("other.db", export("home.db", "north", "one.bundle", "--since", since));
        Recovery.revoke(at("home.db"), "north", "laptop lost");
        assertThat(accept("other.db", export("home.db", "north", "two.bundle", "--since", since))
                        .path("result")
                        .asString())
                .isEqualTo("one-set-aside");
        truce("verify", "--store", at("other.db"));
        accept("third.db", export("other.db", "north", "third.bundle", "--protected"));
        truce("verify", "--store", at("third.db"));
        assertThat(incidents("third.db")).isEqualTo(incidents("other.db"));
    }

    @Test
    void oneKeyTwoHistoriesAndOnlyTheSharedPartCounts() throws IOException {
        take("home.db", "north", 1, FIRST);
        copy("home.db", "twin.db");
        String shared = incidents("home.db");
        take("home.db", "north", FIRST, FIRST + 20);
        take("twin.db", "north", FIRST + 20, FIRST + 40);
        String one = export("home.db", "north", "one.bundle", "--protected");
        String two = export("twin.db", "north", "two.bundle", "--protected");
        accept("x.db", one);
        Ran caught = truce("accept", "--store", at("x.db"), two);
        assertThat(caught.err()).contains("two histories", "revoke");
        accept("y.db", two);
        accept("y.db", one);
        assertThat(incidents("x.db")).isEqualTo(shared).isEqualTo(incidents("y.db"));
        assertThat(truce("register", "list", "--store", at("x.db")).out())
                .contains("it has shown two histories");
        truce("verify", "--store", at("x.db"));
    }

    @Test
    void aRotatedKeySignsOnAndTheFirstKeyStillTells() throws IOException {
        take("a.db", "north", 1, FIRST);
        String firstKey = key("a.db", "north");
        truce("register", "rotate", "--store", at("a.db"), "north", "--reason", "a year has gone");
        take("a.db", "north", FIRST, SECOND);
        assertThat(key("a.db", "north")).isNotEqualTo(firstKey);
        String bundle = export("a.db", "north", "north.bundle", "--protected");
        truce("verify-bundle", bundle, "--key", firstKey);
        truce("verify-bundle", bundle, "--key", key("a.db", "north"));
        accept("b.db", bundle);
        assertThat(incidents("b.db")).isEqualTo(incidents("a.db"));
        truce("verify", "--store", at("a.db"));
    }

    @Test
    void sinceIsRefusedWithACheckpointOfAnotherLog() throws IOException {
        take("a.db", "north", 1, FIRST);
        take("b.db", "south", FIRST, SECOND);
        Path foreign = path("south.note");
        Files.writeString(
                foreign,
                truce("checkpoint", "--store", at("b.db"), "--register", "south")
                        .out());
        Ran ran = Terminal.run(
                "export",
                "--store",
                at("a.db"),
                "--register",
                "north",
                "--since",
                foreign.toString(),
                at("x.bundle"));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("of another log");
        assertThat(path("x.bundle")).doesNotExist();
    }

    private void copy(String from, String to) throws IOException {
        Files.copy(path(from), path(to));
        Files.createDirectory(path(to + ".keys"));
        try (Stream<Path> keys = Files.list(path(from + ".keys"))) {
            for (Path key : keys.toList()) {
                Files.copy(
                        key,
                        path(to + ".keys").resolve(key.getFileName()),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
