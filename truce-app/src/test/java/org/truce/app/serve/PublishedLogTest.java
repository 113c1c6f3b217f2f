package org.truce.app.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Outsider;
import org.truce.app.cli.Terminal;
import org.truce.app.cli.Terminal.Ran;
import org.truce.app.store.EntryStore;
import org.truce.app.store.TestKeys;
import org.truce.app.store.sqlite.SqliteStore;
import org.truce.assess.AssessSettings;
import org.truce.show.Asked;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** A running server's logs, as a program that knows nothing of Truce reads them. */
final class PublishedLogTest {
    @TempDir
    private Path folder;

    private EntryStore store;
    private Server server;
    private String url = "";
    private String key = "";

    @BeforeEach
    void serve() {
        Path file = folder.resolve("served.truce");
        Ran ran = Terminal.run("import", "--store", file.toString(), Terminal.SAMPLE.toString());
        assertThat(ran.exit()).isZero();
        store = SqliteStore.openExisting(file, new TestKeys(), Clock.systemUTC());
        server = Server.start(store, 0, Asked.NOTHING, AssessSettings.USUAL, Clock.systemUTC());
        EntryStore.Log log = store.findLog("southwest-syria").orElseThrow();
        key = log.keys().current().orElseThrow().text();
        url = "http://localhost:%d/log/%s"
                .formatted(
                        server.port(), log.keys().origin().substring("truce.register/".length()));
    }

    @AfterEach
    void stop() {
        server.close();
        store.close();
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url + path)).build(),
                    HttpResponse.BodyHandlers.ofByteArray());
        }
    }

    private static Ran node(String... words) throws IOException, InterruptedException {
        return Outsider.NODE.run("tools/verify-log.mjs", words);
    }

    @Test
    void anotherProgramAcceptsTheLogAndEveryEntrysProof() throws Exception {
        assumeTrue(Outsider.NODE.isHere(), "skipped: Node.js is not installed");
        Path before = folder.resolve("before.note");
        Files.write(before, get("/checkpoint").body());
        Ran first = node("--key", key, url);
        assertThat(first.exit()).as(first.out()).isZero();
        assertThat(first.out()).contains("\"entries\":1655");
        Path more = folder.resolve("more.csv");
        List<String> rows = Files.readAllLines(Terminal.SAMPLE.resolve("reports.csv"));
        Files.write(more, List.of(rows.getFirst(), rows.get(1).replace("R0001", "R-new")));
        assertThat(Terminal.run(
                                "import",
                                "--store",
                                folder.resolve("served.truce").toString(),
                                "--register",
                                "southwest-syria",
                                more.toString())
                        .exit())
                .isZero();
        Ran grown = node("--key", key, "--was", before.toString(), url);
        assertThat(grown.exit()).as(grown.out()).isZero();
        assertThat(grown.out()).contains("\"entries\":1656");
        Files.writeString(before, Files.readString(before).replace("\n1655\n", "\n1654\n"));
        assertThat(node("--key", key, "--was", before.toString(), url).exit()).isEqualTo(1);
        String other = TestKeys.recovery("southwest-syria").verifier().text();
        assertThat(node("--key", other, url).exit()).isEqualTo(1);
    }

    /** The libraries of Go's checksum database, written by others for another log. */
    @Test
    void theChecksumDatabasesLibrariesAcceptTheLogAndEveryEntrysProof() throws Exception {
        assumeTrue(Outsider.GO.isHere(), "skipped: Go with golang.org/x/mod is not installed");
        Path before = folder.resolve("before.note");
        Files.write(before, get("/checkpoint").body());
        Path more = folder.resolve("more.csv");
        List<String> rows = Files.readAllLines(Terminal.SAMPLE.resolve("reports.csv"));
        Files.write(more, List.of(rows.getFirst(), rows.get(1).replace("R0001", "R-new")));
        String file = folder.resolve("served.truce").toString();
        String[] words = {"import", "--store", file, "--register", "southwest-syria", more + ""};
        assertThat(Terminal.run(words).exit()).isZero();
        Ran grown = Outsider.GO.run("tools/check-log.go", "-key", key, "-was", before + "", url);
        assertThat(grown.exit()).as(grown.out()).isZero();
        assertThat(grown.out())
                .contains("\"entries\":1656", "\"inclusions\":1656", "\"consistentFrom\":1655");
        String note = Files.readString(before);
        Files.writeString(before, note.replace("\n1655\n", "\n1654\n"));
        assertThat(Outsider.GO
                        .run("tools/check-log.go", "-key", key, "-was", before + "", url)
                        .exit())
                .isEqualTo(1);
        String other = TestKeys.recovery("southwest-syria").verifier().text();
        Ran foreign = Outsider.GO.run("tools/check-log.go", "-key", other, url);
        assertThat(foreign.exit()).isEqualTo(1);
    }

    @Test
    void nothingProtectedIsInTilesOrBundles() throws Exception {
        byte[] zipped = get("/bundle?from=0").body();
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(zipped))) {
            String bundle = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(bundle).contains("R0191").doesNotContain("\"salt\"", "syriahr.com");
        }
        String entries = new String(get("/tile/entries/000").body(), StandardCharsets.UTF_8);
        assertThat(entries).contains("truce entry 2").doesNotContain("R0191", "Daraa");
    }

    @Test
    void whatIsNotThereIsNotFound() throws Exception {
        assertThat(get("/checkpoint").statusCode()).isEqualTo(200);
        assertThat(get("/tile/0/006.p/119").statusCode()).isEqualTo(200);
        for (String path : List.of(
                "/tile/0/006.p/120",
                "/tile/0/006",
                "/tile/0/007",
                "/tile/1/000",
                "/tile/63/000.p/1",
                "/tile/0/x999/x999/x999/x999/x999/999",
                "/tile/entries/006.p/120",
                "/tile/entries/x999/x999/x999/x999/x999/999",
                "/tile/0/../0/000",
                "/bundle?from=1656",
                "/bundle?from=-1",
                "/bundle?from=x",
                "/other",
                "")) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aNodeFollowsOverALine() throws Exception {
        Path file = folder.resolve("follows.truce");
        String[] follow = {"follow", "--store", file.toString(), "--key", key, "--once", url};
        assertThat(Terminal.run(follow).exit()).isZero();
        assertThat(Terminal.run(follow).exit()).as("again").isZero();
        try (EntryStore followed =
                SqliteStore.openExisting(file, new TestKeys(), Clock.systemUTC())) {
            assertThat(followed.size()).isEqualTo(1655);
        }
        String other = TestKeys.recovery("southwest-syria").verifier().text();
        Ran refused = Terminal.run(
                "follow",
                "--store",
                folder.resolve("none.truce").toString(),
                "--key",
                other,
                "--once",
                url);
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.err()).contains("other keys");
        server.close();
        Ran down = Terminal.run(follow);
        assertThat(down.exit()).isEqualTo(2);
        assertThat(down.err()).contains("cannot be reached");
    }
}
