package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;
import org.truce.app.feed.ReportSheet;
import org.truce.base.Hash;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Files beside the store, who had them, and what a decision destroys. */
final class AttachmentsTest {
    private static final String SECRET = "Observer Nimr of the eastern well";

    @TempDir
    Path folder;

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private static Ran truce(String... arguments) {
        Ran ran = Terminal.run(arguments);
        assertThat(ran.exit())
                .as(String.join(" ", arguments) + "\n" + ran.out() + ran.err())
                .isZero();
        return ran;
    }

    @BeforeEach
    void aReportAndAPhoto() throws IOException {
        Files.writeString(
                folder.resolve("reports.csv"),
                ReportSheet.table(
                        ReportSheet.row("report_id", "R1", "source", SECRET),
                        ReportSheet.row("report_id", "R2", "source", "Observer Saqr")));
        truce("import", "--store", at("a.db"), "--register", "north", at("reports.csv"));
        Files.write(folder.resolve("nimr-house.jpg"), photo(7));
    }

    /** Begins like a JPEG; the rest is seeded noise. */
    private static byte[] photo(long seed) {
        byte[] bytes = new byte[100_000];
        new Random(seed).nextBytes(bytes);
        System.arraycopy(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff}, 0, bytes, 0, 3);
        return bytes;
    }

    private String attach() {
        return truce("attach", "--store", at("a.db"), "--to", "R1", at("nimr-house.jpg"))
                .out()
                .split("\t")[0];
    }

    private Path kept() {
        String hash = Hash.of(photo(7)).hex();
        return folder.resolve("a.db.files").resolve(hash.substring(0, 2)).resolve(hash);
    }

    /** @param more what goes, and whether it does */
    private String[] destroying(String why, String... more) {
        return Stream.concat(
                        Stream.of(
                                "destroy",
                                "--store",
                                at("a.db"),
                                "--register",
                                "north",
                                "--by",
                                "head",
                                "--why",
                                why),
                        Stream.of(more))
                .toArray(String[]::new);
    }

    /** Whether these bytes stand anywhere below the folder, whatever the file. */
    private List<String> filesWith(byte[] wanted) throws IOException {
        List<String> found = new ArrayList<>();
        String text = new String(wanted, StandardCharsets.ISO_8859_1);
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                boolean store = folder.relativize(file).toString().startsWith("a.db");
                if (store && Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                    found.add(file.getFileName().toString());
                }
            }
        }
        return found;
    }

    @Test
    void aFileIsKeptUnderItsHashAndOnce() throws IOException {
        Ran first = truce(
                "attach",
                "--store",
                at("a.db"),
                "--to",
                "north:R1",
                "--json",
                at("nimr-house.jpg"));
        assertThat(Shape.of("attach").problems(first.lines().getFirst())).isEmpty();
        assertThat(first.out()).contains("image/jpeg", Hash.of(photo(7)).hex());
        assertThat(Files.readAllBytes(kept())).isEqualTo(photo(7));
        assertThat(Files.isWritable(kept()) && !System.getProperty("user.name").equals("root"))
                .isFalse();
        Ran again = truce("attach", "--store", at("a.db"), "--to", "R1", at("nimr-house.jpg"));
        assertThat(again.out()).contains("already there");
        Ran list = truce("attachment", "list", "--store", at("a.db"), "--json");
        assertThat(list.lines()).hasSize(1);
        assertThat(Shape.of("attachment-list").problems(list.lines().getFirst()))
                .isEmpty();
        assertThat(truce("verify", "--store", at("a.db"), "--json").out())
                .contains("\"files\":{\"held\":1,\"notHeldHere\":0,\"destroyed\":0}");
    }

    @Test
    void whatIsTooLargeOrEmptyLeavesNothing() throws IOException {
        Files.write(folder.resolve("large"), new byte[(1 << 20) + 1]);
        Files.write(folder.resolve("empty"), new byte[0]);
        for (String name : List.of("large", "empty")) {
            Ran ran = Terminal.run(
                    "attach",
                    "--store",
                    at("a.db"),
                    "--to",
                    "R1",
                    "--max-mib",
                    "1",
                    at("nimr-house.jpg"),
                    at(name));
            assertThat(ran.exit()).isEqualTo(2);
        }
        assertThat(truce("attachment", "list", "--store", at("a.db")).out()).isEmpty();
        assertThat(truce("verify", "--store", at("a.db")).err()).contains("all whole");
    }

    @Test
    void verifyNamesWhatIsMissingAlteredAndSurplus() throws IOException {
        attach();
        Files.delete(kept());
        assertProblem("the file is missing");
        Files.write(kept(), photo(8));
        assertProblem(
                "the file was altered: its hash is now " + Hash.of(photo(8)).hex());
        Files.write(kept(), photo(7));
        Files.writeString(folder.resolve("a.db.files/stray"), "x");
        Ran ran = Terminal.run("verify", "--store", at("a.db"), "--json");
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.out()).contains("stray is surplus");
        assertThat(Shape.of("verify").problems(ran.lines().getFirst())).isEmpty();
    }

    private void assertProblem(String what) {
        Ran ran = Terminal.run("verify", "--store", at("a.db"));
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err())
                .contains("register north: attachment A-", Hash.of(photo(7)).hex(), what)
                .doesNotContain("nimr-house");
    }

    @Test
    void theChainOfCustodyGoesOnAtAnotherNode() throws IOException {
        String name = attach();
        truce("attachment", "check", "--store", at("a.db"), "--by", "duty officer", name);
        truce(
                "attachment",
                "hand-over",
                "--store",
                at("a.db"),
                "--to",
                "the joint cell",
                "--out",
                at("stick.bin"),
                name);
        truce("export", "--store", at("a.db"), "--register", "north", at("n.bundle"));
        truce("accept", "--store", at("b.db"), at("n.bundle"));
        truce("register", "new", "--store", at("b.db"), "south");
        assertThat(truce("verify", "--store", at("b.db"), "--json").out())
                .contains("\"notHeldHere\":1");
        assertThat(Terminal.run(
                                "attachment",
                                "take",
                                "--store",
                                at("b.db"),
                                "--register",
                                "south",
                                name,
                                at("reports.csv"))
                        .exit())
                .isEqualTo(2);
        truce(
                "attachment",
                "take",
                "--store",
                at("b.db"),
                "--register",
                "south",
                name,
                at("stick.bin"));
        Ran shown = truce("attachment", "show", "--store", at("b.db"), "--json", name);
        assertThat(Shape.of("attachment-show").problems(shown.lines().getFirst()))
                .isEmpty();
        assertThat(Shape.read(shown.out()).path("custody").findValuesAsString("act"))
                .containsExactly("received", "checked", "handed-over", "received");
        assertThat(shown.out()).doesNotContain("nimr-house", "the joint cell");
        assertThat(truce("verify", "--store", at("b.db"), "--json").out())
                .contains("\"held\":1,\"notHeldHere\":0");
    }

    @Test
    void whatIsDestroyedIsInNoFileAndTheProofHolds() throws IOException {
        String name = attach();
        byte[] secret = SECRET.getBytes(StandardCharsets.UTF_8);
        byte[] fileName = "nimr-house".getBytes(StandardCharsets.UTF_8);
        assertThat(filesWith(secret)).isNotEmpty();
        assertThat(filesWith(fileName)).isNotEmpty();

        Ran asked = Terminal.run(destroying("the source asked", "--attachment", "R1"));
        assertThat(asked.exit()).isEqualTo(2);
        assertThat(asked.err()).contains("--yes");
        assertThat(filesWith(secret)).isNotEmpty();

        Ran ran = truce(destroying("the source asked", "--attachment", "--yes", "--json", "R1"));
        assertThat(Shape.of("destroy").problems(ran.lines().getFirst())).isEmpty();
        assertThat(filesWith(secret)).isEmpty();
        assertThat(filesWith(fileName)).isEmpty();
        assertThat(filesWith(java.util.Arrays.copyOfRange(photo(7), 5_000, 5_064)))
                .isEmpty();
        assertThat(kept()).doesNotExist();
        assertThat(filesWith("Observer Saqr".getBytes(StandardCharsets.UTF_8))).isNotEmpty();
        Ran whole = truce("verify", "--store", at("a.db"), "--json");
        assertThat(Shape.of("verify").problems(whole.out())).isEmpty();
        JsonNode checked = Shape.read(whole.out());
        assertThat(checked.path("files").path("destroyed").asInt()).isEqualTo(1);
        assertThat(checked.path("withheld").asInt()).isZero();
        assertThat(checked.path("destroyed").asInt()).isPositive();
        assertThat(checked.path("registers").path(0).path("destroyed"))
                .isEqualTo(checked.path("destroyed"));
        assertThat(truce("attachment", "show", "--store", at("a.db"), name).out())
                .contains("name\tdestroyed");
        assertThat(truce("incidents", "--store", at("a.db"), "--json").out()).contains("R1");
        truce(
                "export",
                "--store",
                at("a.db"),
                "--register",
                "north",
                "--protected",
                at("p.bundle"));
        assertThat(Terminal.run("attach", "--store", at("a.db"), "--to", "R1", at("nimr-house.jpg"))
                        .exit())
                .isEqualTo(2);
    }

    /** A folder that was copied with links, or made so by somebody who means harm. */
    @Test
    void whatALinkLeadsToIsNeitherCountedNorDestroyed() throws IOException {
        attach();
        Path precious = Files.write(folder.resolve("precious"), photo(7));
        Files.delete(kept());
        Files.createSymbolicLink(kept(), precious);
        assertThat(Terminal.run("verify", "--store", at("a.db")).exit()).isEqualTo(1);
        Ran ran = Terminal.run(destroying("asked for", "--attachment", "--yes", "R1"));
        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("lies a link", "do it again");
        assertThat(precious).hasBinaryContent(photo(7));
    }

    @Test
    void aFileThatAnotherEntryNeedsIsSaidToBeHereStill() throws IOException {
        attach();
        truce("attach", "--store", at("a.db"), "--to", "R2", at("nimr-house.jpg"));
        assertThat(truce(destroying("asked for", "--attachment", "--yes", "R1")).err())
                .contains("north:R2")
                .containsOnlyOnce("still here");
        assertThat(kept()).hasBinaryContent(photo(7));
        assertThat(truce(destroying("another matter", "--field", "source", "--yes", "R2"))
                        .err())
                .doesNotContain("still here");
        assertThat(truce(destroying("asked for", "--attachment", "--yes", "R2")).err())
                .doesNotContain("still here");
        assertThat(kept()).doesNotExist();
    }

    @Test
    void oneFieldGoesAndTheOthersStay() throws IOException {
        truce(destroying("asked", "--field", "source", "--yes", "R1"));
        assertThat(filesWith(SECRET.getBytes(StandardCharsets.UTF_8))).isEmpty();
        String rows = truce("incidents", "--store", at("a.db"), "--json").out();
        assertThat(rows).contains("32.62");
        Ran wrong = Terminal.run(destroying("asked", "--field", "colour", "--yes", "R1"));
        assertThat(wrong.exit()).isEqualTo(2);
        assertThat(wrong.err()).contains("place.point");
    }

    private void exportWithFiles(String bundle) {
        truce(
                "export",
                "--store",
                at("a.db"),
                "--register",
                "north",
                "--protected",
                "--attachments",
                at(bundle));
    }

    private Path beside(String bundle) {
        return folder.resolve(bundle + ".files").resolve(Hash.of(photo(7)).hex());
    }

    @Test
    void filesTravelBesideABundle() throws IOException {
        attach();
        exportWithFiles("1.bundle");
        assertThat(Files.readAllBytes(beside("1.bundle"))).isEqualTo(photo(7));
        Ran taken = truce("accept", "--json", "--store", at("b.db"), at("1.bundle"));
        assertThat(taken.out()).contains("\"files\":1,\"problem\":null");
        assertThat(truce("verify", "--json", "--store", at("b.db")).out())
                .contains("\"files\":{\"held\":1,\"notHeldHere\":0,\"destroyed\":0}");
        assertThat(truce("accept", "--json", "--store", at("b.db"), at("1.bundle"))
                        .out())
                .contains("\"files\":0,\"problem\":null");
        Ran unasked = Terminal.run(
                "export",
                "--store",
                at("a.db"),
                "--register",
                "north",
                "--attachments",
                at("2.bundle"));
        assertThat(unasked.exit()).isEqualTo(2);
        assertThat(unasked.err()).contains("give --protected too");
        assertThat(folder.resolve("2.bundle")).doesNotExist();
    }

    @Test
    void aFileThatIsNotTheOneIsNotKept() throws IOException {
        attach();
        exportWithFiles("1.bundle");
        Files.write(beside("1.bundle"), photo(8));
        Files.writeString(folder.resolve("1.bundle.files/other"), "named by nobody");
        Ran refused = Terminal.run("accept", "--json", "--store", at("b.db"), at("1.bundle"));
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err())
                .contains(
                        "it is not the file of attachment north:A-",
                        "its hash is " + Hash.of(photo(8)).hex())
                .contains("1 files that no attachment here names");
        assertThat(truce("verify", "--json", "--store", at("b.db")).out())
                .contains("\"files\":{\"held\":0,\"notHeldHere\":1,\"destroyed\":0}");
        assertThat(folder.resolve("b.db.files")).doesNotExist();
    }

    @Test
    void anAlteredFileIsNotHandedOn() throws IOException {
        attach();
        Files.delete(kept());
        Files.write(kept(), photo(8));
        Ran refused = Terminal.run(
                "export",
                "--store",
                at("a.db"),
                "--register",
                "north",
                "--protected",
                "--attachments",
                at("1.bundle"));
        assertThat(refused.exit()).isEqualTo(2);
        assertThat(refused.err()).contains("was altered", "nothing was written");
        assertThat(folder.resolve("1.bundle")).doesNotExist();
        assertThat(folder.resolve("1.bundle.files")).doesNotExist();
    }

    /** What was destroyed does not come back from a stick that was filled before. */
    @Test
    void aDestroyedFileGoesElsewhereTooAndStaysAway() throws IOException {
        attach();
        exportWithFiles("1.bundle");
        truce("accept", "--store", at("b.db"), at("1.bundle"));
        Path there = folder.resolve("b.db.files")
                .resolve(Hash.of(photo(7)).hex().substring(0, 2))
                .resolve(Hash.of(photo(7)).hex());
        assertThat(there).exists();
        truce(destroying("asked", "--attachment", "--yes", "R1"));
        exportWithFiles("2.bundle");
        assertThat(folder.resolve("2.bundle.files")).isEmptyDirectory();
        truce("accept", "--store", at("b.db"), at("2.bundle"));
        assertThat(there).doesNotExist();
        Ran again = Terminal.run("accept", "--store", at("b.db"), at("1.bundle"));
        assertThat(again.exit()).isEqualTo(1);
        assertThat(again.err()).contains("a decision destroyed the file of attachment north:A-");
        assertThat(there).doesNotExist();
    }

    /** A node that had the values by a bundle loses them when it takes the decision in. */
    @Test
    void aDecisionIsCarriedOutWhereItArrives() throws IOException {
        truce(
                "export",
                "--store",
                at("a.db"),
                "--register",
                "north",
                "--protected",
                at("1.bundle"));
        truce("accept", "--store", at("b.db"), at("1.bundle"));
        truce(destroying("asked", "--yes", "R1"));
        truce("export", "--store", at("a.db"), "--register", "north", at("2.bundle"));
        byte[] before = Files.readAllBytes(folder.resolve("b.db"));
        assertThat(new String(before, StandardCharsets.ISO_8859_1)).contains(SECRET);
        truce("accept", "--store", at("b.db"), at("2.bundle"));
        for (String name : List.of("b.db", "b.db-wal", "b.db-shm")) {
            Path file = folder.resolve(name);
            if (Files.exists(file)) {
                assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                        .as(name)
                        .doesNotContain(SECRET);
            }
        }
        assertThat(truce("verify", "--store", at("b.db")).err()).contains("all whole");
    }
}
