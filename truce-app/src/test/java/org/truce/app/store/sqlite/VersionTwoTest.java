package org.truce.app.store.sqlite;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal;
import org.truce.app.feed.ReportSheet;
import org.truce.app.store.Tables;
import org.truce.base.Hash;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;

/**
 * Stores of schema 2 (version 0.2), with invented entries. The one was written by the first program
 * that signed, and has its folder of keys: two registers, each with a row that was refused for a
 * word and holds a control character. Its tables are those of today; its values spell that
 * character as we no longer do. The other has entries of every kind that a command makes:
 * decisions, a correction, a withdrawal, an attachment, a destruction, a change of keys.
 */
final class VersionTwoTest {
    private static final List<String> KEYS = List.of(
            "4674dbbc.key",
            "5c5de71b.recovery.key",
            "7e416eb6.recovery.key",
            "c503d5cd.key",
            "passphrase");

    @TempDir
    private Path folder;

    private String store = "";

    @BeforeEach
    void copy() throws IOException {
        Path file = folder.resolve("old.truce");
        store = file.toString();
        Files.write(file, read("store.truce"));
        Path keys = Files.createDirectory(folder.resolve("old.truce.keys"));
        for (String key : KEYS) {
            Files.write(keys.resolve(key), read("keys/" + key));
        }
    }

    private static byte[] read(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                VersionTwoTest.class.getResourceAsStream("version-2/" + name))) {
            return in.readAllBytes();
        }
    }

    private static Terminal.Ran truce(String... words) {
        Terminal.Ran ran = Terminal.run(words);
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran;
    }

    /** What that program answered stands beside the fixture, as it printed it. */
    @Test
    void itOpensWholeAndAnswersAsBefore() throws IOException {
        Terminal.Ran verified = truce("verify", "--store", store, "--json");
        assertThat(verified.err()).contains("26 entries, all whole");
        assertThat(verified.out()).contains("\"withheld\":0");
        String before = new String(read("incidents.jsonl"), StandardCharsets.UTF_8);
        EarlierAnswers.toldAlike(
                before, truce("incidents", "--store", store, "--json").out());
    }

    /** The program that wrote it says from then on that it is too old, and misreads nothing. */
    @Test
    void openingItToWriteRaisesItsVersionAndReadingDoesNot() throws IOException, SQLException {
        assertThat(version()).isEqualTo(2);
        assertThat(Path.of(store).toFile().setReadOnly()).isTrue();
        try (Tables read = OpenToRead.open(Path.of(store), "not here")) {
            assertThat(read.size()).isEqualTo(26);
        }
        assertThat(Path.of(store).toFile().setWritable(true)).isTrue();
        assertThat(version()).isEqualTo(2);
        truce("verify", "--store", store);
        assertThat(version()).isEqualTo(3);
    }

    private int version() throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + store);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("PRAGMA user_version")) {
            return row.getInt(1);
        }
    }

    @Test
    void itsRegistersSignOnAndTravel() throws IOException {
        Path more = folder.resolve("more.csv");
        Files.writeString(more, ReportSheet.table(ReportSheet.row("report_id", "A91")));
        truce("import", "--store", store, "--register", "alpha", more.toString());
        truce("register", "rotate", "--store", store, "beta", "--reason", "test");
        assertThat(truce("verify", "--store", store).err()).contains("28 entries, all whole");
        String other = folder.resolve("other.truce").toString();
        for (String register : List.of("beta", "alpha")) {
            String bundle = folder.resolve(register).toString();
            truce("export", "--protected", "--store", store, "--register", register, bundle);
            truce("accept", "--store", other, bundle);
        }
        assertThat(truce("verify", "--store", other).err()).contains("28 entries, all whole");
        assertThat(truce("incidents", "--store", other, "--json").out())
                .isEqualTo(truce("incidents", "--store", store, "--json").out());
    }

    private static String text(String name) throws IOException {
        return new String(read(name), StandardCharsets.UTF_8);
    }

    @Test
    void oneWithEveryKindOfEntryOpensWholeAndAnswersAsBefore() throws IOException {
        Path file = folder.resolve("all.truce");
        Files.write(file, read("all-kinds.truce"));
        byte[] photo = "an invented photo".getBytes(StandardCharsets.UTF_8);
        String hash = Hash.of(photo).hex();
        Path place = folder.resolve("all.truce.files").resolve(hash.substring(0, 2));
        Files.write(Files.createDirectories(place).resolve(hash), photo);
        String all = file.toString();
        assertThat(truce("verify", "--store", all).err()).contains("35 entries, all whole");
        Terminal.Ran now = truce("incidents", "--store", all, "--json");
        EarlierAnswers.toldAlike(text("all-kinds-incidents.jsonl"), now.out());
        assertThat(truce("decisions", "--store", all, "--json").out())
                .isEqualTo(text("all-kinds-decisions.jsonl"));
        // As it was printed when the answer was given.
        String pin =
                "2026-11-25T10:19:34.606Z,truce.register/alpha/a177116530c3940a@23.36a1a10790e69da8.13-1-56"
                    + ",truce.register/beta/90c737463397a556@12.b6ed9ae407b7b241.32";
        assertThat(truce("incidents", "--store", all, "--json", "--pin", pin).out())
                .isEqualTo(now.out());
        assertThat(truce("attachment", "list", "--store", all).out()).contains(hash, "here");
    }
}
