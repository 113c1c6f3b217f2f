package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.truce.app.cli.Terminal.Ran;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;

/** Plain files through the command line: two sources that saw the same sixty incidents. */
final class ReconcileTest {
    private static final int INCIDENTS = 60;

    @TempDir
    private Path folder;

    @Test
    void rowsOfOneIncidentStandTogetherWithReasons() throws IOException {
        Ran ran = reconcile(a(), b(), "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        Shape shape = Shape.of("reconcile");
        int right = 0;
        Set<String> rows = new HashSet<>();
        for (String line : ran.lines()) {
            assertThat(shape.problems(line)).isEmpty();
            JsonNode incident = Shape.read(line);
            JsonNode members = incident.path("members");
            members.forEach(row -> assertThat(rows.add(
                            row.path("file").asString() + row.path("id").asString()))
                    .isTrue());
            assertThat(incident.path("why")).hasSize(members.size() - 1);
            if (members.size() == 2
                    && members.get(0)
                            .path("id")
                            .asString()
                            .substring(1)
                            .equals(members.get(1).path("id").asString().substring(1))) {
                right++;
                assertThat(incident.path("why").get(0).asString())
                        .contains("km apart")
                        .contains("×")
                        .contains("odds of");
            }
        }
        assertThat(rows).hasSize(2 * INCIDENTS);
        assertThat(right).isGreaterThanOrEqualTo(INCIDENTS - 3);
        assertThat(ran.err()).contains("120 rows of 2 files read");
    }

    /** The second half of a source, as it comes in: the same name in another folder. */
    @Test
    void rowsThatComeLaterSayWhatTheyChanged() throws IOException {
        Path a = a();
        List<String> all = Files.readAllLines(b());
        int half = all.size() / 2;
        Path first = write("B.csv", all.subList(0, half).toArray(String[]::new));
        List<String> rest = new ArrayList<>(all.subList(half, all.size()));
        rest.addFirst(all.getFirst());
        Path later =
                Files.write(Files.createDirectory(folder.resolve("later")).resolve("B.csv"), rest);

        Ran ran = Terminal.run(
                "reconcile",
                "--columns",
                COLUMNS,
                "--json",
                "--reports",
                a.toString(),
                first.toString(),
                "--add",
                later.toString());

        assertThat(ran.exit()).as(ran.err()).isZero();
        Shape shape = Shape.of("reconcile-added");
        assertThat(ran.lines()).hasSize(all.size() - half);
        int right = 0;
        for (String line : ran.lines()) {
            assertThat(shape.problems(line)).isEmpty();
            JsonNode change = Shape.read(line);
            String id = change.path("added").path("id").asString();
            for (JsonNode incident : change.path("incidents")) {
                Set<String> ids = new HashSet<>();
                incident.path("members").forEach(row -> ids.add(row.path("id").asString()));
                right += ids.equals(Set.of(id, "a" + id.substring(1))) ? 1 : 0;
                // A source makes one row of an incident, whichever of its files it stands in.
                assertThat(ids.stream().filter(one -> one.startsWith("b"))).hasSizeLessThan(2);
            }
        }
        assertThat(right).isGreaterThanOrEqualTo(all.size() - half - 2);
        assertThat(ran.err()).contains((all.size() - half) + " rows added");

        Ran doubts = Terminal.run(
                "reconcile", "--reports", a.toString(), "--add", later.toString(), "--doubts", "3");
        assertThat(doubts.exit()).isEqualTo(2);
        assertThat(doubts.err()).contains("--doubts and --write-parameters go without it");
    }

    /** A text that is there already is one more row of its incident, and no more evidence. */
    @Test
    void aTextThatComesAgainLaterJoinsTheRowThatSaidItFirst() throws IOException {
        String text = "Shells fell on the market of the town at noon, wounding seven people";
        String head = "id,source,occurred,lat,lon,type,killedMin,text,url";
        Path wire =
                write("wire.csv", head, "w1,AFP,2017-07-09,32.62,36.1,mortar,2," + quoted(text));
        Path daily =
                write("daily.csv", head, "d1,Daily,2017-07-08,32.7,36.2,clash,2," + quoted(text));

        Ran ran = Terminal.run(
                "reconcile", "--reports", wire.toString(), "--add", daily.toString(), "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        JsonNode incident = Shape.read(ran.lines().getFirst()).path("incidents").get(0);
        assertThat(incident.path("incident").asString()).isEqualTo("wire.csv:w1");
        assertThat(incident.path("members")).hasSize(2);
        assertThat(incident.path("origins").asInt()).isEqualTo(1);
        assertThat(incident.path("why").get(0).asString()).contains("same text");
    }

    /** Six rows on one shelling: an agency's text twice, one page twice, and one source twice. */
    @Test
    void whatGoesBackToOneOriginIsCountedOnce() throws IOException {
        String text = "Shells fell on the market of the town at noon, wounding seven people";
        String head = "id,source,occurred,lat,lon,type,killedMin,text,url";
        Path wire =
                write("wire.csv", head, "w1,AFP,2017-07-09,32.62,36.1,mortar,2," + quoted(text));
        Path daily = write(
                "daily.csv",
                head,
                "d1,Daily,2017-07-10,32.7,36.2,clash,2," + quoted(text.toUpperCase(Locale.ROOT)));
        Path pages = write(
                "pages.csv",
                head,
                "p1,Gazette,2017-07-09,32.621,36.101,mortar,2,,https://a.example/7",
                "p2,Courier,2017-07-09,32.619,36.099,mortar,2,,http://www.a.example/7/");
        Path cited = write(
                "cited.csv",
                head,
                "c1,SOHR via Reuters,2017-07-09,32.62,36.102,mortar,2,,",
                "c2,SOHR,2017-07-09,32.622,36.1,mortar,2,,");

        Ran ran = Terminal.run(
                "reconcile",
                "--reports",
                wire.toString(),
                daily.toString(),
                pages.toString(),
                cited.toString(),
                "--columns",
                "source=source",
                "--json");

        assertThat(ran.exit()).as(ran.err()).isZero();
        assertThat(ran.lines()).hasSize(1);
        JsonNode incident = Shape.read(ran.lines().getFirst());
        assertThat(incident.path("members")).hasSize(6);
        assertThat(incident.path("origins").asInt()).isEqualTo(3);
        assertThat(ran.out())
                .contains("wire.csv:w1 and daily.csv:d1; one repeats the other: the same text");
    }

    private Path write(String name, String... lines) throws IOException {
        return Files.write(folder.resolve(name), List.of(lines));
    }

    private static String quoted(String text) {
        return "\"" + text + "\",";
    }

    @Test
    void theOrderOfFilesAndRowsChangesNothing() throws IOException {
        Path a = a();
        List<String> lines = new ArrayList<>(Files.readAllLines(a));
        Ran first = reconcile(a, b(), "--json");
        List<String> rows = lines.subList(1, lines.size());
        Collections.shuffle(rows, new Random(5));
        Files.write(a, lines);

        Ran again = Terminal.run(
                "reconcile",
                "--reports",
                b().toString(),
                a.toString(),
                "--columns",
                COLUMNS,
                "--json");

        assertThat(again.out()).isEqualTo(first.out());
    }

    @Test
    void badRowsAreNamedAndCostOnlyThemselves() throws IOException {
        Path a = a();
        Files.writeString(
                a,
                Files.readString(a)
                        + "a900,2017-13-40,33.1,36.1,mortar,one\n"
                        + "a901,2017-07-09,133.1,36.1,mortar,one\n"
                        + "a1,2017-07-09,33.1,36.1,mortar,one\n"
                        + ",2017-07-09,33.1,36.1,mortar,one\n");

        Ran ran = reconcile(a, b(), "--json");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err())
                .contains("A.csv:62 [when]")
                .contains("A.csv:63 [latitude]")
                .contains("A.csv:64 [obs]: the id 'a1' stands on an earlier row too")
                .contains("A.csv:65 [obs]")
                .contains("not taken in: 4 rows or files");
        assertThat(ran.out()).doesNotContain("a900").doesNotContain("a901");
    }

    @Test
    void aTaxonomyMakesOtherWordsMeet() throws IOException {
        Path b = b();
        Files.writeString(b, Files.readString(b).replace("mortar", "shells fell"));
        Path taxonomy = folder.resolve("type.csv");
        Files.writeString(taxonomy, """
            source,category,L1,L2
            A,mortar,mortar,shelling
            B,shells fell,mortar,shelling
            A,air strike,air strike,air
            B,air strike,air strike,air
            """);

        Ran without = reconcile(a(), b, "--json");
        Ran with = reconcile(a(), b, "--json", "--taxonomy", "type=" + taxonomy);

        assertThat(with.exit()).as(with.err()).isZero();
        assertThat(sum(with)).isGreaterThan(sum(without));
    }

    @Test
    void aRowWithANameAloneLiesWhereOthersPutThatName() throws IOException {
        String[] towns = {"Daraa", "Tafas", "Inkhil", "Jasim", "Nawa", "Busra"};
        Path a = folder.resolve("A.csv");
        Path b = folder.resolve("B.csv");
        StringBuilder one = new StringBuilder("id,occurred,lat,lon,place,type,actor\n");
        StringBuilder other = new StringBuilder("id,occurred,lat,lon,place,type,actor\n");
        Random random = new Random(9);
        for (int i = 0; i < 2 * INCIDENTS; i++) {
            int town = i % towns.length;
            String when = String.format(
                    Locale.ROOT, "2017-%02d-%02d", 1 + random.nextInt(9), 1 + random.nextInt(28));
            String what = ",kind" + random.nextInt(4) + ",actor" + random.nextInt(3) + "\n";
            one.append(String.format(
                    Locale.ROOT,
                    "a%d,%s,%.5f,%.5f,%s%s",
                    i,
                    when,
                    32.5 + town * 0.3 + random.nextGaussian() / 111,
                    36.1 + random.nextGaussian() / 94,
                    towns[town],
                    what));
            other.append(
                    "b%d,%s,,,%s%s".formatted(i, when, town == 0 ? "Deraa" : towns[town], what));
        }
        Files.writeString(a, one);
        Files.writeString(b, other);

        Ran ran = Terminal.run("reconcile", "--json", "--reports", a.toString(), b.toString());

        long right = ran.lines().stream()
                .map(line -> Shape.read(line).path("members"))
                .filter(members -> members.size() == 2)
                .filter(members -> members.get(0)
                        .path("id")
                        .asString()
                        .substring(1)
                        .equals(members.get(1).path("id").asString().substring(1)))
                .count();
        assertThat(right).isGreaterThanOrEqualTo(2 * INCIDENTS * 9 / 10);
    }

    @Test
    void aFileThatGivesNothingIsSeenInTheExitCode() throws IOException {
        Path empty = folder.resolve("empty.csv");
        Files.writeString(empty, "");

        Ran ran = reconcile(a(), empty, "--json");

        assertThat(ran.exit()).isEqualTo(2);
        assertThat(ran.err()).contains("empty.csv gave nothing");
        assertThat(ran.lines()).hasSize(INCIDENTS);
    }

    /** How sure it is of all that it joined. */
    private static double sum(Ran ran) {
        return ran.lines().stream()
                .map(Shape::read)
                .filter(incident -> incident.path("members").size() > 1)
                .mapToDouble(incident -> incident.path("probability").asDouble())
                .sum();
    }

    @Test
    void whatWasLearnedIsWritten() throws IOException {
        Path learned = folder.resolve("learned.json");

        Ran ran = reconcile(a(), b(), "--write-parameters", learned.toString());

        assertThat(ran.exit()).isZero();
        JsonNode written = Shape.read(Files.readString(learned));
        assertThat(written.path("sources").toString()).isEqualTo("[\"A.csv\",\"B.csv\"]");
        assertThat(written.path("fields").toString()).isEqualTo("[\"type\",\"actor\"]");
        // Points were scattered by 1 km.
        assertThat(written.path("parameters").path("sigmaKm").get(0).get(0).asDouble())
                .isBetween(0.6, 1.5);
        assertThat(ran.lines().getFirst().split("\t")).hasSize(3);
    }

    /** A few rows teach little; what many taught is used for them. */
    @Test
    void whatWasLearnedBeforeIsUsedInstead() throws IOException {
        Path learned = folder.resolve("learned.json");
        Path again = folder.resolve("again.json");
        reconcile(a(), b(), "--write-parameters", learned.toString());
        Ran used = reconcile(
                a(),
                b(),
                "--parameters",
                learned.toString(),
                "--write-parameters",
                again.toString());
        assertThat(used.exit()).as(used.err()).isZero();
        assertThat(Files.readString(again)).isEqualTo(Files.readString(learned));
        // A source that is 30 km off by what is given joins what is known to be nearer does not.
        String wide = Files.readString(learned)
                .replaceAll("\"sigmaKm\":\\[\\[[0-9.]+", "\"sigmaKm\":[[30.0");
        Ran off = reconcile(
                a(), b(), "--parameters", Files.writeString(learned, wide).toString());
        assertThat(off.out()).isNotEqualTo(used.out());
    }

    @Test
    void parametersOfOthersAreRefused() throws IOException {
        Path learned = folder.resolve("learned.json");
        reconcile(a(), b(), "--write-parameters", learned.toString());
        String text = Files.readString(learned);
        for (String other : List.of(
                text.replace("B.csv", "C.csv"),
                text.replace("\"actor\"", "\"target\""),
                text.replaceFirst("\"detection\":\\[[0-9.]+,", "\"detection\":["),
                text.replaceFirst("\"detection\":\\[[0-9.]+,", "\"detection\":[7,"),
                text.replaceFirst("\"offsets\":\\[\\[[0-9.E-]+,", "\"offsets\":[["),
                text.replace("\"fields\"", "\"columns\""),
                "none")) {
            Files.writeString(learned, other);
            Ran ran = reconcile(a(), b(), "--parameters", learned.toString());
            assertThat(ran.exit()).as(other).isEqualTo(2);
            assertThat(ran.err())
                    .as(other)
                    .contains("learned.json")
                    .doesNotContain("Exception")
                    .doesNotContain("\tat ");
            assertThat(ran.out()).isEmpty();
        }
    }

    @Test
    void aColumnThatIsNotThereIsSaid() throws IOException {
        Ran ran = reconcile(a(), b(), "--columns", "text=nothere");

        assertThat(ran.exit()).isZero();
        assertThat(ran.err())
                .contains("warning: A.csv:1: there is no column 'nothere', so nothing is read for"
                        + " text; the columns are obs, when,")
                .contains("warning: B.csv:1: there is no column 'nothere'");
    }

    @Test
    void parametersThatCannotBeWrittenOrReadSayWhy() throws IOException {
        Ran nowhere = reconcile(
                a(),
                b(),
                "--write-parameters",
                folder.resolve("none").resolve("p.json").toString());
        Path learned = folder.resolve("learned.json");
        reconcile(a(), b(), "--write-parameters", learned.toString());
        Files.writeString(
                learned,
                Files.readString(learned).replaceFirst("\"placeName\":\\[", "\"placeName\":[0.5,"));
        Ran tooMany = reconcile(a(), b(), "--parameters", learned.toString());
        Files.writeString(
                learned,
                Files.readString(learned).replaceFirst("\"placeName\":\\[[^\\]]*\\],", ""));
        Ran missing = reconcile(a(), b(), "--parameters", learned.toString());

        assertThat(nowhere.exit()).isEqualTo(2);
        assertThat(nowhere.err()).contains("cannot be written: name a file in a folder");
        assertThat(tooMany.exit()).isEqualTo(2);
        assertThat(tooMany.err()).contains("its part placeName is not whole");
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).contains("see its part parameters.placeName");
    }

    /** A camp is not its town, and the reason shows the names as they are written. */
    @Test
    void aNameAloneIsShownAsItIsWritten() throws IOException {
        Path a = folder.resolve("A.csv");
        Path b = folder.resolve("B.csv");
        Files.writeString(a, "id,occurred,place\na1,2017-08-01,Deraa\na2,2017-09-01,Deraa camp\n");
        Files.writeString(b, "id,occurred,place\nb1,2017-08-01,درعا\nb2,2017-09-01,Deraa\n");

        Ran ran = Terminal.run(
                "reconcile", "--json", "--doubts", "9", "--reports", a.toString(), b.toString());
        Ran joined = Terminal.run("reconcile", "--json", "--reports", a.toString(), b.toString());

        assertThat(ran.out() + joined.out())
                .contains("“Deraa” and “درعا”")
                .doesNotContain("both say “Deraa”")
                .doesNotContain("“dr”");
    }

    @Test
    void mistakesSayWhatToDo() throws IOException {
        Ran noFile =
                Terminal.run("reconcile", "--reports", folder.resolve("no.csv").toString());
        Ran noColumn = Terminal.run(
                "reconcile", "--reports", a().toString(), "--columns", "id=obs,occurred=day");
        Ran noName =
                Terminal.run("reconcile", "--reports", a().toString(), "--columns", "ident=obs");

        assertThat(noFile.exit()).isEqualTo(2);
        assertThat(noFile.err()).contains("there is no file").contains("check the path");
        assertThat(noColumn.exit()).isEqualTo(2);
        assertThat(noColumn.err()).contains("the column 'day' is missing");
        assertThat(noName.exit()).isEqualTo(2);
        assertThat(noName.err()).contains("there is no 'ident'").contains("occurredTo");
    }

    private static final String COLUMNS =
            "id=obs,occurred=when,lat=latitude,lon=longitude,type=kind,actor=who";

    private static Ran reconcile(Path a, Path b, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "reconcile", "--columns", COLUMNS, "--reports", a.toString(), b.toString()));
        arguments.addAll(List.of(more));
        return Terminal.run(arguments.toArray(String[]::new));
    }

    private Path a() throws IOException {
        return write("A.csv", 'a', 11);
    }

    private Path b() throws IOException {
        return write("B.csv", 'b', 12);
    }

    private Path write(String name, char letter, long seed) throws IOException {
        Random truth = new Random(7);
        Random error = new Random(seed);
        StringBuilder text = new StringBuilder("obs,when,latitude,longitude,kind,who\n");
        for (int i = 0; i < INCIDENTS; i++) {
            double lat = 32.5 + truth.nextDouble();
            double lon = 36 + truth.nextDouble();
            int day = 1 + truth.nextInt(28);
            String kind = truth.nextBoolean() ? "mortar" : "air strike";
            String who = truth.nextBoolean() ? "one" : "two";
            text.append(String.format(
                    Locale.ROOT,
                    "%c%d,2017-07-%02d,%.5f,%.5f,%s,%s%n",
                    letter,
                    i,
                    day,
                    lat + error.nextGaussian() / 111,
                    lon + error.nextGaussian() / 94,
                    kind,
                    who));
        }
        Path file = folder.resolve(name);
        Files.writeString(file, text);
        return file;
    }
}
