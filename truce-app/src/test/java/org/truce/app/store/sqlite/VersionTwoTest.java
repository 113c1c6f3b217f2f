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
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /**
     * Which reports are one incident is judged better than it was. No report is lost by that, and
     * an incident of the same reports is told in the same words.
     */
    private static void tellsAsBefore(String before, Terminal.Ran now) {
        // Members that came with decisions by people and with the linkage of registers.
        String since = (before.contains("\"apart\"")
                        ? ""
                        : ",\"decisions\":\\[],\"refuted\":\\[],\"apart\":\\[]")
                + ",\"members\":\\[[^]]*],\"probability\":[0-9.]+,\"why\":\\[[^]]*]";
        Map<String, String> then = byReports(before);
        Map<String, String> later = byReports(now.out().replaceAll(since, ""));
        assertThat(reports(later)).isEqualTo(reports(then));
        List<String> same = then.keySet().stream().filter(later::containsKey).toList();
        assertThat(same).hasSizeGreaterThan(then.size() / 2);
        assertThat(same).allSatisfy(key -> assertThat(later.get(key)).isEqualTo(then.get(key)));
    }

    private static Map<String, String> byReports(String lines) {
        return lines.lines()
                .collect(Collectors.toMap(
                        line -> line.replaceAll(
                                ".*\"id\":\"(\\w+):.*\"reports\":\\[([^]]*)].*", "$1 $2"),
                        line -> line));
    }

    private static List<String> reports(Map<String, String> incidents) {
        return incidents.keySet().stream()
                .flatMap(key -> Stream.of(key.substring(key.indexOf(' ') + 1).split(",")))
                .sorted()
                .toList();
    }

    /** What that program answered stands beside the fixture, as it printed it. */
    @Test
    void itOpensWholeAndAnswersAsBefore() throws IOException {
        Terminal.Ran verified = truce("verify", "--store", store, "--json");
        assertThat(verified.err()).contains("26 entries, all whole");
        assertThat(verified.out()).contains("\"withheld\":0");
        String before = new String(read("incidents.jsonl"), StandardCharsets.UTF_8);
        tellsAsBefore(before, truce("incidents", "--store", store, "--json"));
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
        tellsAsBefore(text("all-kinds-incidents.jsonl"), now);
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
