package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;
import org.truce.app.desk.MailServer;
import org.truce.app.feed.ReportSheet;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Notices on the command line: what each form prints, and what it refuses. */
final class NoticesTest {
    @TempDir
    Path folder;

    private String store = "";

    @BeforeEach
    void take() throws IOException {
        store = folder.resolve("a.truce").toString();
        Path table = Files.writeString(
                folder.resolve("reports.csv"),
                ReportSheet.table(ReportSheet.row("report_id", "R1")));
        done("import", "--register", "north", table.toString());
    }

    private Ran run(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(List.of("--store", store));
        words.addAll(List.of(more));
        return Terminal.run(words.toArray(String[]::new));
    }

    private String done(String command, String... more) {
        Ran ran = run(command, more);
        assertThat(ran.exit()).as(command + "\n" + ran.err()).isZero();
        return ran.out();
    }

    private void refused(String says, String command, String... more) {
        Ran ran = run(command, more);
        assertThat(ran.exit()).as(command + "\n" + ran.err()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains(says);
    }

    private String put(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(more));
        words.add("--json");
        String line = done(command, words.toArray(String[]::new));
        assertThat(Shape.of("notice-done").problems(line)).as(line).isEmpty();
        return Shape.read(line).path("notice").asString();
    }

    private String draft() {
        return put(
                "notice draft",
                "--by",
                "Amal",
                "--about",
                "north:R1",
                "--to-other",
                "An office",
                "--severity",
                "minor",
                "--text",
                "Please look into this.",
                "--due",
                "2099-01-01");
    }

    @Test
    void everyFormPrintsItsShape() {
        String id = draft();
        assertThat(done("notice show", id)).contains("To: An office", "2017-07-12, Daraa");
        assertThat(done("notice show", id, "--language", "ar"))
                .contains("إلى: \u2068An office\u2069", "، درعا: ");
        put("notice approve", id, "--by", "Basim");
        put("notice send", "north:" + id, "--by", "Amal", "--hotline", "Colonel Example");
        put("notice acknowledge", id, "--by", "Amal", "--via", "radio");
        put("notice ask", id, "--by", "Amal", "--text", "which day?");
        put("notice remind", id, "--by", "Amal");
        put("notice escalate", id, "--by", "Amal", "--level", "the capital");
        put("notice reply", id, "--by", "Amal", "--kind", "explains", "--evidence", "report:R1");
        put("notice act", id, "--by", "Amal", "--text", "they moved");
        put("notice close", id, "--by", "Amal", "--text", "no more of it");
        put("notice withdraw", draft(), "--by", "Amal", "--text", "a mistake");
        String handover = done("handover", "--json");
        assertThat(Shape.of("handover").problems(handover)).isEmpty();
        assertThat(Shape.read(handover).path("notices")).isEmpty();
        assertThat(done("handover")).contains("What came since (reports taken in: 1)", "escalated");
        done("verify");
    }

    @Test
    void aLetterGoesOutByMail() throws Exception {
        String id = draft();
        put("notice approve", id, "--by", "Basim");
        refused("--from is missing", "notice send", id, "--by", "Amal", "--smtp", "localhost:25");
        refused(
                "did not take it",
                "notice send",
                id,
                "--by",
                "Amal",
                "--smtp",
                "localhost:1",
                "--from",
                "a@b.example",
                "--mail-to",
                "c@d.example");
        try (MailServer server = new MailServer(Optional.empty(), "8BITMIME")) {
            put(
                    "notice send",
                    id,
                    "--by",
                    "Amal",
                    "--smtp",
                    "localhost:" + server.port(),
                    "--from",
                    "desk@example.org",
                    "--mail-to",
                    "liaison@example.net");
            assertThat(server.heard()).contains("RCPT TO:<liaison@example.net>", "DATA");
        }
        assertThat(done("notices", "--json")).contains("\"via\":\"e-mail\"");
    }

    @Test
    void anUnclearEndIsPutDownByWhoeverAsked() throws Exception {
        String id = draft();
        put("notice approve", id, "--by", "Basim");
        List<String> mail = new ArrayList<>(List.of(id, "--by", "Amal"));
        mail.addAll(List.of("--from", "desk@example.org", "--mail-to", "liaison@example.net"));
        mail.add("--smtp");
        for (String end : List.of("not-sent", "went-out")) {
            try (MailServer server = new MailServer(Optional.empty(), "HANGS-UP")) {
                List<String> once = new ArrayList<>(mail);
                once.add("localhost:" + server.port());
                refused(
                        "not known whether it went out",
                        "notice send",
                        once.toArray(String[]::new));
            }
            String handover = done("handover", "--json");
            assertThat(Shape.of("handover").problems(handover)).isEmpty();
            assertThat(Shape.read(handover)
                            .path("notices")
                            .path(0)
                            .path("sendingSince")
                            .asString())
                    .startsWith("20");
            assertThat(done("handover")).contains("it is not known whether it went out");
            assertThat(Shape.of("follow-up").problems(done("notices", "--json").strip()))
                    .isEmpty();
            put("notice " + end, id, "--by", "Basim");
        }
        assertThat(done("notices", "--json"))
                .contains("\"act\":\"sent\"", "\"letter\":\"Notice " + id)
                .doesNotContain("\"act\":\"sending\"");
        refused("nothing of notice", "notice went-out", id, "--by", "Amal");
    }

    @Test
    void whatDoesNotDoIsRefusedWithWhatToDo() {
        String id = draft();
        String out = folder.resolve("out.txt").toString();
        Ran bare = Terminal.run("notice");
        assertThat(bare.exit()).isEqualTo(2);
        assertThat(bare.err()).contains("name one of draft, approve, send");
        refused(
                "leave --via out",
                "notice remind",
                id,
                "--by",
                "Amal",
                "--out",
                out,
                "--via",
                "radio");
        refused("say how it goes out", "notice send", id, "--by", "Amal");
        refused(
                "name one of --out",
                "notice send",
                id,
                "--by",
                "Amal",
                "--out",
                out,
                "--hotline",
                "x");
        refused("go with --smtp", "notice send", id, "--by", "Amal", "--from", "a@b.example");
        refused(
                "takes en or ar",
                "notice send",
                id,
                "--by",
                "Amal",
                "--out",
                out,
                "--language",
                "fr");
        refused("no notice N-none", "notice approve", "N-none", "--by", "Basim");
        refused("--since takes", "handover", "--since", "yesterday");
        refused("from 0 to 65535", "desk", "--by", "Amal", "--port", "70000");
        refused("--by is empty", "desk", "--by", " ");
        refused(
                "knows no guarantor or party 'Atlantis'",
                "notice draft",
                "--by",
                "Amal",
                "--about",
                "north:R1",
                "--to",
                "Atlantis",
                "--severity",
                "minor",
                "--text",
                "Please look into this.");
        refused(
                "Choose among minor, serious, grave",
                "notice draft",
                "--by",
                "Amal",
                "--about",
                "north:R1",
                "--to-other",
                "An office",
                "--text",
                "Please look into this.");
    }
}
