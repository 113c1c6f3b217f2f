package org.truce.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.truce.app.cli.Terminal.Ran;
import org.truce.followup.FollowKind;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What was promised, asked, sent, given and said, as the command line lists it. */
final class FollowUpCommandTest {
    @TempDir
    private Path folder;

    private static List<JsonNode> sample(String command, String... more) {
        List<String> words =
                new ArrayList<>(List.of(command, "--store", SampleStore.file(), "--json"));
        words.addAll(Arrays.asList(more));
        Ran ran = Terminal.run(words.toArray(String[]::new));
        assertThat(ran.exit()).as(ran.err()).isZero();
        return ran.lines().stream().map(Shape::read).toList();
    }

    private static JsonNode only(List<JsonNode> items, String id) {
        return items.stream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource(
            names = {"NOTICES"},
            mode = EnumSource.Mode.EXCLUDE)
    void everyLineHasThePublishedShape(FollowKind kind) {
        Shape shape = Shape.of("follow-up");
        List<JsonNode> items = sample(kind.code());
        assertThat(items).hasSizeGreaterThan(10);
        for (JsonNode item : items) {
            assertThat(shape.problems(item)).as(item.toString()).isEmpty();
        }
    }

    /** By hand from the sample's rows: maps due on 4 June 2017, judged in June, July, September. */
    @Test
    void anObligationStandsAsItWasJudgedUpToTheDay() {
        String maps = "astana-2017-05-04/maps";
        assertThat(only(sample("commitments", "--as-known", "2017-05-20"), maps)
                        .path("status")
                        .asString())
                .isEqualTo("not-due");
        JsonNode july = only(sample("commitments", "--as-known", "2017-07-20"), maps);
        assertThat(july.path("status").asString()).isEqualTo("not-honoured");
        assertThat(july.path("judgedOn").asString()).isEqualTo("2017-07-05");
        JsonNode later = only(sample("commitments", "--as-known", "2018-01-17"), maps);
        assertThat(later.path("status").asString()).isEqualTo("late");
        assertThat(later.path("areas").toString()).contains("idlib");
    }

    @Test
    void itemsAreAskedForByActorAndArea() {
        List<JsonNode> turkey = sample("deployments", "--actor", "Turkish army");
        assertThat(turkey)
                .isNotEmpty()
                .allSatisfy(
                        item -> assertThat(item.path("actors").toString()).contains("\"turkey\""));
        List<JsonNode> southWest = sample("commitments", "--area", "south-west");
        assertThat(southWest)
                .isNotEmpty()
                .allSatisfy(
                        item -> assertThat(item.path("areas").toString()).contains("south-west"));
        assertThat(southWest.size()).isLessThan(sample("commitments").size());
        Ran unknown = Terminal.run("talks", "--store", SampleStore.file(), "--area", "moon");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("no area 'moon'", "south-west");
    }

    /** In force since 8 November 2017, and no day is set for either. */
    @Test
    void whatHasNoDayIsNotCalledNotDue() {
        List<JsonNode> known = sample("commitments", "--as-known", "2018-01-17");
        for (String id : List.of("support-of-july", "non-syrian-forces")) {
            JsonNode one = only(known, "south-west-principles-2017-11-08/" + id);
            assertThat(one.path("status").asString()).isEqualTo("not-judged");
            assertThat(one.path("overdue").asBoolean()).isFalse();
            assertThat(one.path("flags").toString()).contains("not-due-without-day");
            assertThat(one.path("judgedOn").asString()).startsWith("2017-11-1");
        }
    }

    @Test
    void anActorIsKnownByItsOtherNamesAndAnUnknownOneIsRefused() {
        assertThat(sample("commitments", "--actor", "al-Qaida"))
                .anySatisfy(item -> assertThat(item.path("id").asString()).isEqualTo("C-US-IDLIB"));
        assertThat(sample("talks", "--actor", "united nations")).hasSizeGreaterThan(10);
        // Named on a later day only: known, and with nothing to its name yet.
        assertThat(sample("talks", "--actor", "Cairo platform", "--as-known", "2012-07-01"))
                .isEmpty();
        Ran unknown = Terminal.run("talks", "--store", SampleStore.file(), "--actor", "Atlantis");
        assertThat(unknown.exit()).isEqualTo(2);
        assertThat(unknown.err()).contains("no actor 'Atlantis': choose one of", "turkey");
    }

    /** 24 months from January 2017: by hand from commitment-status.csv, 11 judged. */
    @Test
    void allPeriodsAreToldWhenAskedFor() {
        String id = "C-UN-XB";
        JsonNode few = only(sample("commitments"), id);
        assertThat(few.path("periods").size()).isEqualTo(13);
        assertThat(few.at("/periods/0/from").asString()).isEqualTo("2017-02-01");
        assertThat(few.at("/periodCounts/not-judged").asInt()).isEqualTo(13);
        assertThat(few.at("/periodCounts/not-honoured").asInt()).isEqualTo(5);
        JsonNode all = only(sample("commitments", "--all-periods"), id);
        assertThat(all.path("periods").size()).isEqualTo(24);
        assertThat(all.at("/periods/0/judgement").asString()).startsWith("CS-");
    }

    /**
     * Each is taken in, said with its place in the file, and counts once what it names is there.
     */
    @Test
    void whatNamesWhatIsNotInTheRecordIsTakenInWithACaution() throws IOException {
        String store = folder.resolve("named.truce").toString();
        Path register = Files.createDirectories(folder.resolve("desk"));
        Files.writeString(register.resolve("status.csv"), """
            commitment,period,status,on,evidence,why,by,source,source_url,published,note
            LATER,,not-honoured,2018-02-01,report:NONE,Nothing came,Amal,a page,,2018-02-01,
            """);
        Ran first = Terminal.run("import", "--store", store, register.toString());
        assertThat(first.exit()).isZero();
        assertThat(first.err())
                .contains("status.csv:2 [commitment]", "'LATER' is not in the record")
                .contains("status.csv:2 [evidence]", "'report:NONE' is not in the record")
                .contains("accepted: 1;", "warnings: 2;");
        assertThat(Terminal.run("commitments", "--store", store).err())
                .contains("names commitment 'LATER', which is not in the record");
        Files.writeString(register.resolve("commitments.csv"), """
            commitment_id,actor,what,for_whom,made,due,shown_by,under,\
            source,source_url,published,note
            LATER,Russia,lets convoys pass,,2018-01-02,2018-01-31,,agreement:nope,\
            a page,,2018-01-02,
            BACK,Russia,opens the road,,2018-01-02,2017-01-31,,,a page,,2018-01-02,
            """);
        Ran second = Terminal.run("import", "--store", store, register.toString());
        assertThat(second.err())
                .contains("commitments.csv:2 [under]", "'agreement:nope' is not in the record")
                .contains("commitments.csv:3 [due]", "2017-01-31 lies before 2018-01-02")
                .doesNotContain("'LATER'");
        Ran board = Terminal.run("commitments", "--store", store, "--json");
        assertThat(only(board.lines().stream().map(Shape::read).toList(), "LATER")
                        .path("status")
                        .asString())
                .isEqualTo("not-honoured");
    }

    @Test
    void theTestedStatementIsHeldAgainstTheEvidenceThenAndNow() {
        Shape shape = Shape.of("check-statement");
        Shape answer = Shape.of("assess");
        List<JsonNode> checked = sample("check-statement", "S-5a03a9e6c1");
        assertThat(checked).hasSize(2);
        for (JsonNode one : checked) {
            assertThat(shape.problems(one)).isEmpty();
            assertThat(answer.problems(one.path("then"))).isEmpty();
            assertThat(answer.problems(one.path("now"))).isEmpty();
            assertThat(one.at("/then/asKnown").asString()).isEqualTo("2018-01-17");
            assertThat(one.at("/now/asKnown").isNull()).isTrue();
            assertThat(one.at("/stands/then").asString()).isEqualTo("cannot-tell");
            assertThat(one.at("/stands/now").asString()).isEqualTo("partly");
        }
    }

    @Test
    void aStatementWithoutAQuestionGetsAProposalThatCanBeImported() throws IOException {
        String store = SampleStore.file();
        Ran ran = Terminal.run("check-statement", "S-7bc8c901de", "--store", store);
        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("nobody has turned this statement into a question");
        Path proposal = folder.resolve("proposal.yaml");
        Files.writeString(proposal, ran.out());
        Ran taken = Terminal.run(
                "import", "--store", folder.resolve("s").toString(), proposal.toString());
        assertThat(taken.exit()).as(taken.err()).isZero();
        assertThat(taken.err()).contains("accepted: 1");
        Ran other = Terminal.run("check-statement", "R0191", "--store", store);
        assertThat(other.exit()).isEqualTo(2);
        assertThat(other.err()).contains("is no statement");
    }

    /** Due on 12 January by the rules, asked on the 20th, answered on the 21st. */
    @Test
    void whatIsOverdueIsListedAlone() throws IOException {
        Files.writeString(folder.resolve("notices.csv"), """
            notice_id,about,addressee,severity,drafted,due,by,text
            N1,desk:R1,Russia,grave,2018-01-09,,Amal,Two posts were hit
            N2,desk:R1,Russia,minor,2018-01-09,,Amal,A patrol was stopped
            """);
        Files.writeString(folder.resolve("steps.csv"), """
            notice,act,on,by,via,reply,level,evidence,text
            N1,approved,2018-01-09,Basim,,,,,
            N1,sent,2018-01-10,Amal,e-mail,,,,
            N2,approved,2018-01-09,Basim,,,,,
            N2,sent,2018-01-10,Amal,e-mail,,,,
            N1,replied,2018-01-21,Amal,e-mail,denies,,,No such thing
            """);
        Files.writeString(folder.resolve("rules.yaml"), """
            truce-notice-rules: 1
            from: 2018-01-01
            answer-days: {minor: 14, serious: 7, grave: 2}
            remind-days: 1
            ladder:
              - {after-days: 3, to: liaison officer}
            """);
        Files.writeString(folder.resolve("register.yaml"), """
            truce-register: 1
            title: The desk
            observes: unevenly
            entered-afterwards: true
            sources-published: false
            """);
        String store = folder.resolve("desk.truce").toString();
        Ran taken =
                Terminal.run("import", "--store", store, "--register", "desk", folder.toString());
        assertThat(taken.exit()).as(taken.err()).isZero();
        Ran overdue = Terminal.run(
                "notices", "--store", store, "--overdue", "--as-known", "2018-01-20", "--json");
        assertThat(overdue.lines()).hasSize(1);
        JsonNode notice = Shape.read(overdue.out());
        assertThat(Shape.of("follow-up").problems(notice)).isEmpty();
        assertThat(notice.path("id").asString()).isEqualTo("N1");
        assertThat(notice.path("due").asString()).isEqualTo("2018-01-12");
        assertThat(notice.path("levelDue").asString()).isEqualTo("liaison officer");
        Ran answered = Terminal.run(
                "notices", "--store", store, "--overdue", "--as-known", "2018-01-21", "--json");
        assertThat(answered.lines()).isEmpty();
    }
}
