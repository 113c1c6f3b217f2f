package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;
import org.truce.show.CitedEntry;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** What whoever has a report, its proofs and a public key can tell, and what no liar gets past. */
final class VerifyReportTest {
    private static final String REGISTER = "southwest-syria";

    /** The sample's store and a report of it, made once; each test has a copy to alter. */
    @TempDir
    private static Path made;

    private static String keyAtFirst = "";

    @TempDir
    private Path folder;

    private String store = "";
    private String key = "";
    private Path report = Path.of("");

    @BeforeAll
    static void make() {
        String store = made.resolve("own.truce").toString();
        truce("import", "--store", store, Terminal.SAMPLE.toString());
        keyAtFirst = key(store);
        writeReport(store, made.resolve("report"));
    }

    @BeforeEach
    void copy() throws IOException {
        try (Stream<Path> all = Files.walk(made)) {
            for (Path one : all.filter(path -> !path.equals(made)).toList()) {
                Files.copy(
                        one,
                        folder.resolve(made.relativize(one)),
                        StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        store = folder.resolve("own.truce").toString();
        key = keyAtFirst;
        report = folder.resolve("report");
    }

    private static Ran truce(String... arguments) {
        Ran ran = Terminal.run(arguments);
        assertThat(ran.exit())
                .as(String.join(" ", arguments) + "\n" + ran.err())
                .isZero();
        return ran;
    }

    private Ran writeReport(Path out, String... more) {
        return writeReport(store, out, more);
    }

    private static Ran writeReport(String store, Path out, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "report", "--store", store, "--area", "south-west", "--reading", "announced"));
        words.addAll(
                List.of("--from", "2017-07-09", "--to", "2017-07-20", "--out", out.toString()));
        words.addAll(List.of(more));
        return truce(words.toArray(String[]::new));
    }

    private static String key(String store) {
        return Shape.read(truce("register", "list", "--store", store, "--json")
                        .lines()
                        .getFirst())
                .path("key")
                .asString();
    }

    private Ran verify(String... more) {
        List<String> words = new ArrayList<>(List.of("verify-report", "--key", key, "--json"));
        words.addAll(List.of(more));
        return Terminal.run(words.toArray(String[]::new));
    }

    private Path proofs() {
        return report.resolve("report.proofs");
    }

    private JsonNode holds(String... more) {
        Ran ran = verify(more);
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(Shape.of("verify-report").problems(ran.out())).isEmpty();
        return Shape.read(ran.out());
    }

    private void fails(String why, String... more) {
        Ran ran = verify(more);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(Shape.of("verify-report").problems(ran.out())).isEmpty();
        assertThat(ran.out()).contains(why);
        assertThat(ran.err()).contains(why);
    }

    private ObjectNode register(ObjectNode read) {
        return (ObjectNode) read.path("registers").path(0);
    }

    @Test
    void everyCitedEntryIsProvenWithoutAStore() throws IOException {
        Files.move(Path.of(store), folder.resolve("away"));
        JsonNode result = holds(report.toString());
        assertThat(result.path("cited").asInt())
                .isEqualTo(result.path("registers").path(0).path("proven").asInt())
                .isGreaterThan(20);
        String text = Files.readString(report.resolve("report.txt"));
        assertThat(text).contains("How to check this report", "| R0191 | ");
        String proofs = Files.readString(proofs());
        assertThat(proofs)
                .contains("R0191", "c2sp.org/tlog-proof@v1")
                .doesNotContain("\"salt\"", "syriahr.com", "\"SOHR\"");
    }

    /** In Arabic the list at the end is the same. */
    @Test
    void aReportInArabicIsCheckedAlike() throws IOException {
        writeReport(report, "--language", "ar");
        assertThat(Files.readString(report.resolve("report.txt")))
                .contains("كيف يُتحقَّق من هذا التقرير", "| R0191 | ");
        holds(report.toString());
    }

    @Test
    void aReportGivenAgainHasTheSameProofsToTheByte() throws IOException {
        String pin = writeReport(report).pin();
        take(rows().get(3).replaceFirst("^[^,]+", "R-new"));
        Path again = folder.resolve("again");
        writeReport(again, "--pin", pin);
        for (String name : List.of("report.html", "report.txt", "report.proofs")) {
            assertThat(Files.readString(again.resolve(name)))
                    .isEqualTo(Files.readString(report.resolve(name)));
        }
    }

    private static List<String> rows() throws IOException {
        return Files.readAllLines(Terminal.SAMPLE.resolve("reports.csv"));
    }

    private void take(String row) throws IOException {
        Path more = folder.resolve("more.csv");
        Files.write(more, List.of(rows().getFirst(), row));
        truce("import", "--store", store, "--register", REGISTER, more.toString());
    }

    @Test
    void whatTheReportCitesAndTheProofsLackIsNamed() throws IOException {
        Path text = report.resolve("report.txt");
        String written = Files.readString(text);
        Files.writeString(text, written + REGISTER + " | 9999 | R9999 | " + "0".repeat(64) + "\n");
        fails("report.txt cites entry 9999 (R9999)", report.toString());
        Files.writeString(text, written.replace(REGISTER + ":R0191", REGISTER + ":R9191"));
        fails("report.txt cites southwest-syria:R9191", report.toString());
        Files.writeString(text, written.replaceFirst("(\\| R0191 \\| )[0-9a-f]{8}", "$100000000"));
        fails("(R0191) of register southwest-syria as another", report.toString());
        Files.writeString(text, written);
        Path html = report.resolve("report.html");
        Files.writeString(
                html,
                Files.readString(html)
                        .replace("#i-southwest-syria:R0191", "#i-southwest-syria:R9191"));
        fails("report.html cites i-southwest-syria:R9191", report.toString());
        Files.writeString(html, "<p>nothing</p>");
        fails("report.html lists no entries", report.toString());
    }

    /** Each byte of one entry's body, and of its other members. */
    @Test
    void whatTheProofsHoldAndTheListLacksIsNamed() throws IOException {
        Path text = report.resolve("report.txt");
        List<String> lines = new ArrayList<>(Files.readAllLines(text));
        String last = lines.stream()
                .filter(line -> CitedEntry.find(line).isPresent())
                .reduce((one, other) -> other)
                .orElseThrow();
        lines.remove(last);
        Files.write(text, lines);
        String id = CitedEntry.find(last).orElseThrow().id();
        fails(
                "(" + id + ") of register " + REGISTER + ", which the proofs hold",
                report.toString());
        fails("report.txt does not list entry", report.toString());
    }

    @Test
    void anyAlteredByteOfAnEntryNamesIt() throws IOException {
        ObjectNode read = (ObjectNode) Shape.read(Files.readString(proofs()));
        ArrayNode entries = (ArrayNode) register(read).path("entries");
        while (entries.size() > 6) {
            entries.remove(6);
        }
        ObjectNode entry = (ObjectNode) entries.path(5);
        String named = "entry %d (".formatted(entry.path("seq").asLong());
        for (String member : List.of("body", "recordedAt", "proof")) {
            String whole = entry.path(member).asString();
            int step = member.equals("proof") ? 7 : 1;
            for (int at = 0; at < whole.length(); at += step) {
                char other = whole.charAt(at) == 'x' ? 'y' : 'x';
                entry.put(member, whole.substring(0, at) + other + whole.substring(at + 1));
                Files.writeString(proofs(), read.toString());
                Ran ran = verify(proofs().toString());
                assertThat(ran.exit()).as("%s, character %d", member, at).isEqualTo(1);
                assertThat(ran.out()).as("%s, character %d", member, at).contains(named);
            }
            entry.put(member, whole);
        }
        entry.put("seq", entry.path("seq").asLong() + 1);
        Files.writeString(proofs(), read.toString());
        assertThat(verify(proofs().toString()).exit()).isEqualTo(1);
    }

    /** Any byte of the file: refused, or the file says the same. */
    @Test
    void noAlteredByteOfTheFileIsTakenForProof() throws IOException {
        byte[] whole = Files.readAllBytes(proofs());
        JsonNode same = Shape.read(new String(whole, StandardCharsets.UTF_8));
        Random random = new Random(9162);
        for (int round = 0; round < 60; round++) {
            byte[] altered = whole.clone();
            int at = random.nextInt(altered.length);
            altered[at] ^= (byte) (1 << random.nextInt(7));
            Files.write(proofs(), altered);
            if (verify(proofs().toString()).exit() == 0) {
                assertThat(Shape.read(new String(altered, StandardCharsets.UTF_8)))
                        .as("seed 9162, byte %d", at)
                        .isEqualTo(same);
            }
        }
    }

    @Test
    void anotherKeyIsRefusedAndARotatedOneStillTells() throws IOException {
        String first = key;
        truce("register", "rotate", "--store", store, REGISTER, "--reason", "a year has gone");
        take(rows().get(3).replaceFirst("^[^,]+", "R-new"));
        writeReport(report);
        holds(report.toString());
        assertThat(key(store)).isNotEqualTo(first);
        key = key(store);
        holds(report.toString());
        key = otherKey(folder.resolve("other"));
        fails("signed under other keys", report.toString());
    }

    private String otherKey(Path at) throws IOException {
        Path table = folder.resolve("other.csv");
        Files.write(table, rows().subList(0, 2));
        String other = at + ".truce";
        truce("import", "--store", other, "--register", "other", table.toString());
        return Shape.read(truce("register", "list", "--store", other, "--json")
                        .lines()
                        .getFirst())
                .path("key")
                .asString();
    }

    @Test
    void aLaterBundleShowsThatTheLogOnlyGrewAndWhoseKeyWasRevoked() throws IOException {
        Path twin = folder.resolve("twin.truce");
        Files.copy(Path.of(store), twin);
        copyKeys(twin);
        take(rows().get(3).replaceFirst("^[^,]+", "R-new"));
        Recovery.revoke(store, REGISTER, "laptop lost");
        JsonNode grown = holds("--later", export("since.bundle", "--since", "1655"), report + "")
                .path("registers")
                .path(0);
        assertThat(grown.path("laterSize").asLong()).isEqualTo(1657);
        assertThat(grown.path("revokedBy").asLong()).isEqualTo(1657);
        holds("--later", export("whole.bundle"), report.toString());
        fails(
                "ask for a bundle since entry 1655",
                "--later",
                export("late.bundle", "--since", "1656"),
                report.toString());

        // Whoever has the lost laptop goes on with another history and reports from it.
        store = twin.toString();
        take(rows().get(4).replaceFirst("^[^,]+", "R-forged"));
        writeReport(report);
        holds(report.toString());
        fails(
                "another history",
                "--later",
                folder.resolve("whole.bundle").toString(),
                report.toString());
    }

    private String export(String name, String... more) {
        List<String> words =
                new ArrayList<>(List.of("export", "--store", store, "--register", REGISTER));
        words.addAll(List.of(more));
        words.add(folder.resolve(name).toString());
        truce(words.toArray(String[]::new));
        return folder.resolve(name).toString();
    }

    private void copyKeys(Path to) throws IOException {
        Path keys = Files.createDirectory(Path.of(to + ".keys"));
        try (Stream<Path> files = Files.list(Path.of(store + ".keys"))) {
            for (Path file : files.toList()) {
                Files.copy(
                        file, keys.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    @Test
    void aSingleEntryIsProvenWithWhatWasSaidOfItLater() throws IOException {
        String table = Files.write(
                        folder.resolve("corrected.csv"),
                        List.of(rows().getFirst(), rows().get(1).replace("Daraa", "Izra")))
                .toString();
        String id = rows().get(1).split(",", 2)[0];
        truce("correct", "--store", store, "--register", REGISTER, "--reason", "a slip", table);
        Ran proven = truce("prove", "--store", store, "--register", REGISTER, id);
        Path file = folder.resolve("one.proofs");
        Files.writeString(file, proven.out());
        JsonNode register = holds(file.toString()).path("registers").path(0);
        assertThat(register.path("proven").asInt()).isEqualTo(2);
        Ran unknown = Terminal.run("prove", "--store", store, "--register", REGISTER, id, "R-none");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("no entry R-none");
    }

    @Test
    void whatIsNoReportIsSaid() throws IOException {
        Files.writeString(proofs(), "{}");
        fails("no file of proofs", report.toString());
        Ran none = verify(folder.resolve("none").toString());
        assertThat(none.exit()).isEqualTo(2);
        assertThat(none.err()).contains("cannot be read");
    }

    @Test
    void aShellAndOpenSslAreEnoughForOneEntry() throws Exception {
        assumeTrue(Outsider.OPENSSL.isHere(), "skipped: OpenSSL 3 is not installed");
        JsonNode entries =
                Shape.read(Files.readString(proofs())).path("registers").path(0).path("entries");
        for (int i : List.of(0, 7, entries.size() - 1)) {
            JsonNode entry = entries.path(i);
            Path body = folder.resolve("body");
            Path proof = folder.resolve("proof");
            Files.writeString(body, entry.path("body").asString());
            Files.writeString(proof, entry.path("proof").asString());
            String[] words = {
                key,
                REGISTER,
                "" + entry.path("seq").asLong(),
                entry.path("recordedAt").asString(),
                body.toString(),
                proof.toString()
            };
            Ran ran = Outsider.OPENSSL.run("tools/check-entry.sh", words);
            assertThat(ran.exit()).as(ran.out()).isZero();
            Files.writeString(body, entry.path("body").asString().replace("R", "S") + " ");
            assertThat(Outsider.OPENSSL.run("tools/check-entry.sh", words).out())
                    .contains("is not what the register signed");
            Files.writeString(body, entry.path("body").asString());
            words[0] = otherKey(folder.resolve("other" + i));
            assertThat(Outsider.OPENSSL.run("tools/check-entry.sh", words).exit())
                    .isEqualTo(1);
        }
    }

    @Test
    void nodeAndGoSayTheSame() throws Exception {
        assumeTrue(Outsider.NODE.isHere(), "skipped: Node.js is not installed");
        Ran node = Outsider.NODE.run("tools/verify-report.mjs", "--key", key, report.toString());
        assertThat(node.exit()).as(node.out()).isZero();
        assertThat(Shape.read(node.out()).path("cited").asInt())
                .isEqualTo(holds(report.toString()).path("cited").asInt());
        boolean go = Outsider.GO.isHere();
        if (go) {
            Ran ran = Outsider.GO.run(
                    "tools/check-log.go", "-key", key, "-proofs", proofs().toString());
            assertThat(ran.exit()).as(ran.out()).isZero();
        }
        String whole = Files.readString(proofs());
        Files.writeString(proofs(), whole.replace("\"id\":\"R0191\"", "\"id\":\"R0192\""));
        Ran renamed = Outsider.NODE.run("tools/verify-report.mjs", "--key", key, report.toString());
        assertThat(renamed.exit()).isEqualTo(1);
        assertThat(renamed.out()).contains("(R0192) is proven under another name");
        assumeTrue(go, "skipped: Go with golang.org/x/mod is not installed");
        String later = whole.replace("\"recordedAt\":\"2", "\"recordedAt\":\"3");
        Files.writeString(proofs(), later);
        assertThat(Outsider.GO
                        .run("tools/check-log.go", "-key", key, "-proofs", proofs().toString())
                        .exit())
                .isEqualTo(1);
    }
}
