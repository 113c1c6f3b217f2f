package org.truce.app.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal;
import org.truce.app.feed.ReportSheet;
import org.truce.base.Hash;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/**
 * A store of schema 3, in which the names of files are protected, with its folder of keys, a bundle
 * of its register alpha ("truce 4") and what was answered then. Its entries are invented and of
 * every kind that a command makes: two registers, a refused row, a correction, a withdrawal,
 * decisions, an attachment, a destruction, a change of keys.
 */
final class VersionThreeTest {
    private static final List<String> KEYS = List.of(
            "088252c6.key",
            "1450b768.key",
            "3035c2cd56077b38.signed",
            "35a4b46d.recovery.key",
            "c86c7c9b.recovery.key",
            "ca1be4c3043948b0.signed",
            "ebdef47d.key",
            "passphrase");
    private static final String PIN =
            "2026-11-26T18:47:54.301Z,truce.register/alpha/3035c2cd56077b38@20.b837cdb4c4eb5b20.71"
                    + ",truce.register/beta/ca1be4c3043948b0@14.27105ba4ea20e642.34-1-11";

    @TempDir
    private Path folder;

    private String store = "";

    @BeforeEach
    void copy() throws IOException {
        store = Files.write(folder.resolve("old.truce"), read("store.truce")).toString();
        Path keys = Files.createDirectory(folder.resolve("old.truce.keys"));
        for (String key : KEYS) {
            Files.write(keys.resolve(key), read("keys/" + key));
        }
        byte[] photo = "an invented photo".getBytes(StandardCharsets.UTF_8);
        String hash = Hash.of(photo).hex();
        Path files = folder.resolve("old.truce.files").resolve(hash.substring(0, 2));
        Files.write(Files.createDirectories(files).resolve(hash), photo);
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                VersionThreeTest.class.getResourceAsStream("version-3/" + name))) {
            return in.readAllBytes();
        }
    }

    private static String text(String name) throws IOException {
        return new String(read(name), StandardCharsets.UTF_8);
    }

    private static Terminal.Ran truce(String... words) {
        Terminal.Ran ran = Terminal.run(words);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran;
    }

    @Test
    void itOpensWholeAndAnswersAsBefore() throws IOException {
        assertThat(truce("verify", "--store", store).err())
                .contains("34 entries, all whole", "1 destroyed");
        String now = truce("incidents", "--store", store, "--json").out();
        EarlierAnswers.toldAlike(text("incidents.jsonl"), now);
        assertThat(truce("incidents", "--store", store, "--json", "--pin", PIN).out())
                .isEqualTo(now);
        assertThat(truce("decisions", "--store", store, "--json").out())
                .isEqualTo(text("decisions.jsonl"));
        assertThat(truce("attachment", "list", "--store", store).out()).contains("here");
    }

    @Test
    void itsRegistersSignOn() throws IOException {
        Path more = folder.resolve("more.csv");
        Files.writeString(more, ReportSheet.table(ReportSheet.row("report_id", "A91")));
        for (String register : List.of("alpha", "beta")) {
            truce("import", "--store", store, "--register", register, more.toString());
        }
        assertThat(truce("verify", "--store", store).err()).contains("36 entries, all whole");
    }

    @Test
    void itsBundleIsTakenInWithTheNamesOfItsFiles() throws IOException {
        Path bundle = Files.write(folder.resolve("alpha.bundle"), read("alpha.bundle"));
        String other = folder.resolve("other.truce").toString();
        truce("accept", "--store", other, bundle.toString());
        assertThat(truce("verify", "--store", other).err())
                .contains("20 entries, all whole")
                .doesNotContain("withheld");
    }
}
