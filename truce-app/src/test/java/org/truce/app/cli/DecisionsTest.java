package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** Decisions on the command line: made, listed, asked about, exchanged. */
final class DecisionsTest {
    private static final Clock LATER =
            Clock.fixed(Instant.parse("2040-03-02T09:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private String store = "";

    @BeforeEach
    void take() throws IOException {
        store = at("a.db");
        take("a.db", "north", 1, 60);
    }

    private String at(String name) {
        return folder.resolve(name).toString();
    }

    private void take(String name, String register, int from, int to) throws IOException {
        List<String> rows = Files.readAllLines(Terminal.SAMPLE.resolve("reports.csv"));
        Path table = folder.resolve("rows.csv");
        Files.write(
                table,
                Stream.concat(Stream.of(rows.getFirst()), rows.subList(from, to).stream())
                        .toList());
        truce("import", "--store", at(name), "--register", register, table.toString());
    }

    private static Ran truce(String... arguments) {
        Ran ran = Terminal.run(arguments);
        assertThat(ran.exit())
                .as(String.join(" ", arguments) + "\n" + ran.err())
                .isZero();
        return ran;
    }

    private static String[] deciding(String store, String register, String act, String... more) {
        List<String> words = new ArrayList<>(List.of(
                "decide",
                act,
                "--store",
                store,
                "--register",
                register,
                "--by",
                "the duty officer",
                "--why",
                "looked at the pictures"));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private JsonNode decide(String register, String act, String... more) {
        List<String> words = new ArrayList<>(List.of(deciding(store, register, act, more)));
        words.add("--json");
        String line = truce(words.toArray(String[]::new)).out();
        assertThat(Shape.of("decision").problems(line)).as(line).isEmpty();
        return Shape.read(line);
    }

    private String incidents(String... more) {
        List<String> words = new ArrayList<>(List.of("incidents", "--store", store, "--json"));
        words.addAll(List.of(more));
        Ran ran = truce(words.toArray(String[]::new));
        assertThat(ran.lines())
                .isNotEmpty()
                .allSatisfy(line ->
                        assertThat(Shape.of("incident").problems(line)).as(line).isEmpty());
        return ran.out();
    }

    private JsonNode incidentWith(String report) {
        return Shape.read(incidents()
                .lines()
                .filter(line -> line.contains("\"" + report + "\""))
                .findFirst()
                .orElseThrow());
    }

    private List<String> ids() throws IOException {
        return Files.readAllLines(Terminal.SAMPLE.resolve("reports.csv")).stream()
                .skip(1)
                .limit(59)
                .map(row -> row.substring(0, row.indexOf(',')))
                .toList();
    }

    /** Reports that stand alone, so that each is its own incident. */
    private List<String> alone() {
        List<String> alone = new ArrayList<>();
        for (String line : incidents().lines().toList()) {
            JsonNode reports = Shape.read(line).path("reports");
            if (reports.size() == 1) {
                alone.add(reports.path(0).asString());
            }
        }
        return alone;
    }

    @Test
    void aLinkBindsAndAWithdrawalOrAReversalTakesItBack() {
        String before = incidents();
        List<String> two = alone().subList(0, 2);
        JsonNode made = decide("north", "link", two.get(0), "north:" + two.get(1));
        assertThat(made.path("state").asString()).isEqualTo("holds");
        assertThat(made.path("by").asString()).isEqualTo("the duty officer");
        assertThat(incidentWith(two.get(0)).path("reports").toString()).contains(two.get(1));
        truce(
                "withdraw",
                "--store",
                store,
                "--register",
                "north",
                "--kind",
                "decision",
                "--reason",
                "hasty",
                made.path("id").asString());
        assertThat(incidents()).isEqualTo(before);
        JsonNode again = decide("north", "link", two.get(0), two.get(1));
        assertThat(incidents()).isNotEqualTo(before);
        decide("north", "reverse", again.path("id").asString());
        assertThat(incidents()).isEqualTo(before);
        List<String> states = truce("decisions", "--store", store, "--json").lines().stream()
                .peek(line ->
                        assertThat(Shape.of("decision").problems(line)).as(line).isEmpty())
                .map(line -> Shape.read(line).path("state").asString())
                .toList();
        assertThat(states).containsExactly("withdrawn", "reversed", "holds");
        assertThat(truce("decisions", "--store", store).out())
                .contains(
                        "link\tnorth:" + two.get(0) + " north:" + two.get(1) + "\treversed by D-");
        truce("verify", "--store", store);
    }

    @Test
    void anAnswerFromBeforeADecisionIsGivenAgainToTheByte() {
        truce("import", "--store", store, Terminal.SAMPLE.toString());
        String[] question = {
            "assess",
            "--store",
            store,
            "--area",
            "south-west",
            "--from",
            "2017-07-09",
            "--to",
            "2018-06-18",
            "--json"
        };
        Ran asked = truce(question);
        Ran listed = truce("incidents", "--store", store, "--json");
        Ran decisions = truce("decisions", "--store", store, "--json");
        JsonNode answer = Shape.read(asked.lines().getFirst());
        assertThat(answer.path("refutedIds").size()).isZero();
        String breach = answer.path("breachIds").path(0).asString();
        String other = answer.path("breachIds").path(1).asString();

        truce(deciding(store, "southwest-syria", "refute", breach));
        truce(deciding(store, "southwest-syria", "link", breach, other));
        truce(deciding(store, "north", "dispute", other));

        assertThat(truce(question).out()).isNotEqualTo(asked.out());
        assertThat(truce(with(question, "--pin", asked.pin())).out()).isEqualTo(asked.out());
        assertThat(incidents("--pin", listed.pin())).isEqualTo(listed.out());
        assertThat(truce("decisions", "--store", store, "--pin", decisions.pin())
                        .out())
                .isEmpty();
        // The decisions are of today; the register was entered afterwards.
        assertThat(truce(with(question, "--as-known", "2018-01-17")).out())
                .isEqualTo(truce(with(question, "--as-known", "2018-01-17", "--pin", asked.pin()))
                        .out());
        assertThat(truce("decisions", "--store", store, "--as-known", "2018-01-17")
                        .out())
                .isEmpty();
        Terminal.Ran future = truce("decisions", "--store", store, "--as-known", "2999-01-01");
        assertThat(future.err()).contains("2999-01-01 has not come yet");
        assertThat(future.out()).isNotEmpty();
    }

    private static String[] with(String[] words, String... more) {
        return Stream.concat(Stream.of(words), Stream.of(more)).toArray(String[]::new);
    }

    @Test
    void aRefutedIncidentLeavesTheBreachesAndIsNamedWithItsReason() {
        truce("import", "--store", store, Terminal.SAMPLE.toString());
        String[] question = {
            "assess",
            "--store",
            store,
            "--area",
            "south-west",
            "--reading",
            "announced",
            "--from",
            "2017-07-09",
            "--to",
            "2018-06-18",
            "--json"
        };
        JsonNode before = Shape.read(truce(question).out());
        String breach = Stream.iterate(0, i -> i + 1)
                .map(i -> before.path("breachIds").path(i).asString())
                .filter(id -> incidentWith(id).path("reports").size() == 1)
                .findFirst()
                .orElseThrow();
        Ran refuted = truce(deciding(store, "southwest-syria", "refute", breach));
        assertThat(refuted.err()).contains("(holds)");
        String line = truce(question).out();
        assertThat(Shape.of("assess").problems(line)).isEmpty();
        JsonNode after = Shape.read(line);
        assertThat(after.path("refutedIds").toString()).isEqualTo("[\"" + breach + "\"]");
        assertThat(after.path("breachIds").size())
                .isEqualTo(before.path("breachIds").size() - 1);
        assertThat(after.path("notes").toString())
                .contains(breach + " is refuted", "looked at the pictures");
        assertThat(incidentWith(breach).path("status").asString()).isEqualTo("refuted");
        Path report = folder.resolve("report");
        truce(
                "report",
                "--store",
                store,
                "--area",
                "south-west",
                "--from",
                "2017-07-09",
                "--to",
                "2018-06-18",
                "--out",
                report.toString());
        assertThat(report.resolve("report.txt"))
                .content()
                .contains("Refuted, counted as no breach (1): " + breach)
                .contains(breach + ": refuted (register southwest-syria")
                .doesNotContain("duty officer");
        assertThat(report.resolve("report.html"))
                .content()
                .contains("looked at the pictures")
                .doesNotContain("duty officer");
    }

    @Test
    void anotherRegistersReportIsDisputedUntilItsOwnRegisterSaysSo() throws IOException {
        take(Path.of(store).getFileName().toString(), "south", 60, 90);
        String id = "north:" + ids().getFirst();
        Ran ran = truce(deciding(store, "south", "refute", id));
        assertThat(ran.err()).contains(id, "another register", "disputed");
        assertThat(incidentWith(id).path("status").asString()).isEqualTo("disputed");
        truce(deciding(store, "north", "verify", id));
        JsonNode incident = incidentWith(id);
        assertThat(incident.path("status").asString()).isEqualTo("disputed");
        assertThat(incident.path("decisions").size()).isEqualTo(2);
        assertThat(Shape.read(incidents("--register", "north")
                                .lines()
                                .findFirst()
                                .orElseThrow())
                        .path("decisions")
                        .toString())
                .doesNotContain("south");
    }

    /** Two sides, each with decisions on the other's reports, exchanged in opposite orders. */
    @Test
    void nodesThatTookDecisionsInAnyOrderSeeTheSame() throws IOException {
        take("a.db", "south", 60, 120);
        List<String> alone = alone();
        List<String> north = alone.stream().limit(4).toList();
        decide("north", "link", north.get(0), north.get(1));
        decide("south", "split", north.get(0), north.get(1));
        decide("south", "link", north.get(2), north.get(3));
        decide("south", "verify", north.get(2));
        decide("north", "attribute", north.get(2), "--actor", "undetermined");
        String picture = incidents();
        assertThat(picture).contains("contested", "\"verified\"", "\"attribute\"");
        List<String> bundles = new ArrayList<>();
        for (String register : List.of("north", "south")) {
            bundles.add(bundle(register, "whole"));
            bundles.add(bundle(register, "late", "--since", "61"));
        }
        Random random = new Random(12);
        for (int round = 0; round < 8; round++) {
            Collections.shuffle(bundles, random);
            String node = at("node-" + round + ".db");
            for (String bundle : bundles) {
                truce("accept", "--store", node, bundle);
            }
            assertThat(truce("incidents", "--store", node, "--json").out())
                    .as("seed 12, round %d", round)
                    .isEqualTo(picture);
            assertThat(truce("decisions", "--store", node, "--json").out())
                    .isEqualTo(truce("decisions", "--store", store, "--json").out());
        }
    }

    private String bundle(String register, String name, String... more) {
        String file = at(register + "-" + name + ".bundle");
        List<String> words = new ArrayList<>(
                List.of("export", "--protected", "--store", store, "--register", register));
        words.addAll(List.of(more));
        words.add(file);
        truce(words.toArray(String[]::new));
        return file;
    }

    /** What is decided about a report that is not there yet binds when it comes. */
    @Test
    void aDecisionThatComesBeforeItsReportWaits() throws IOException {
        take("a.db", "south", 60, 90);
        List<String> alone = alone();
        String id = alone.getFirst();
        decide("south", "verify", id);
        String south = bundle("south", "only");
        String node = at("node.db");
        truce("accept", "--store", node, south);
        assertThat(truce("decisions", "--store", node, "--json").out())
                .contains("\"state\":\"waits\"");
        assertThat(truce("incidents", "--store", node, "--json").out()).isNotBlank();
        truce("accept", "--store", node, bundle("north", "only"));
        assertThat(truce("decisions", "--store", node, "--json").out())
                .contains("\"state\":\"holds\"");
        assertThat(truce("incidents", "--store", node, "--json").out()).isEqualTo(incidents());
    }

    @Test
    void withoutProtectedValuesNobodyLearnsWhoDecidedNorTheNote() throws IOException {
        truce(deciding(store, "north", "verify", "--note", "told by Yarub", ids().getFirst()));
        String bundle = at("open.bundle");
        truce("export", "--store", store, "--register", "north", bundle);
        truce("accept", "--store", at("b.db"), bundle);
        Ran ran = truce("decisions", "--store", at("b.db"), "--json");
        assertThat(ran.out())
                .contains("looked at the pictures", "\"by\":null", "\"note\":null")
                .doesNotContain("Yarub", "duty officer");
    }

    @Test
    void asKnownBeforeItWasRecordedADecisionIsNotThere() throws IOException {
        String id = ids().getFirst();
        Ran ran = Terminal.runAt(LATER, deciding(store, "north", "verify", id));
        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(incidents("--as-known", "2040-03-01")).doesNotContain("\"verified\"");
        assertThat(incidents("--as-known", "2040-03-02")).contains("\"verified\"");
    }

    private void refused(String says, String... words) {
        String before = truce("decisions", "--store", store).out();
        Ran ran = Terminal.run(words);
        assertThat(ran.exit()).as(String.join(" ", words)).isEqualTo(2);
        assertThat(ran.err()).contains(says);
        assertThat(truce("decisions", "--store", store).out()).isEqualTo(before);
    }

    @Test
    void whatCannotBeDecidedIsRefusedWithWhatToDo() throws IOException {
        String id = ids().getFirst();
        String next = ids().get(1);
        refused("choose among link, split", deciding(store, "north", "approve", id));
        refused("no report R-none", deciding(store, "north", "verify", "R-none"));
        for (String act : List.of("link", "split")) {
            refused("two different reports or more", deciding(store, "north", act, id));
            refused(
                    "two different reports or more",
                    deciding(store, "north", act, id, "north:" + id));
        }
        refused("each report once", deciding(store, "north", "link", id, next, id));
        refused("about one thing", deciding(store, "north", "verify", id, next));
        for (String why : List.of("two\nlines", "long ".repeat(300))) {
            refused(
                    "one line",
                    "decide",
                    "verify",
                    "--store",
                    store,
                    "--by",
                    "x",
                    "--why",
                    why,
                    id);
        }
        refused("--actor", deciding(store, "north", "attribute", id));
        refused("--actor", deciding(store, "north", "verify", "--actor", "reds", id));
        refused(
                "choose among undetermined",
                deciding(store, "north", "attribute", "--actor", "my neighbour", id));
        refused("no register west", deciding(store, "west", "verify", id));
        refused("still to come", deciding(store, "north", "verify", "--on", "2999-01-01", id));
        refused("such as 2018-01-17", deciding(store, "north", "verify", "--on", "soon", id));
        refused("no decision D-none", deciding(store, "north", "reverse", "D-none"));
        refused("--why", "decide", "verify", "--store", store, "--by", "x", "--why", " ", id);
        take("a.db", "south", 1, 3);
        refused(
                "name one of north, south",
                "decide",
                "verify",
                "--store",
                store,
                "--by",
                "x",
                "--why",
                "y",
                id);
        assertThat(Shape.read(truce(
                                        "decide",
                                        "verify",
                                        "--store",
                                        store,
                                        "--by",
                                        "x",
                                        "--why",
                                        "y",
                                        "--register",
                                        "south",
                                        "--json",
                                        id)
                                .out())
                        .path("about")
                        .toString())
                .as("its own report before another register's of the same id")
                .isEqualTo("[\"south:" + id + "\"]");
    }
}
