package org.truce.intake;

import static org.assertj.core.api.Assertions.assertThat;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.truce.base.ActGroup;
import org.truce.base.Moment;
import org.truce.record.Agreement;
import org.truce.record.Agreement.Certainty;
import org.truce.record.Entry;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** Agreements as data: what is read, and that every problem of a file is found. */
final class AgreementYamlTest {
    static final String SMALL = """
        truce-agreement: 1
        id: a-truce
        title: {en: A truce, ar: هدنة}
        zone: Asia/Damascus
        signed: 2017-07-07
        in-force-from: 2017-07-09T12:00
        parties: [north, south]
        guarantors: [east]
        excluded-groups: [raiders]
        areas:
          - area: valley
            readings:
              - {reading: wide, whole: [Daraa], partly: [Homs]}
        actors:
          - {id: north, name: {en: North}, aliases: [N]}
          - {id: south, name: {en: South}, mixed: {en: a mixed label}}
          - {id: east, name: {en: East}}
          - {id: raiders, name: {en: Raiders}}
        labels:
          - {text: both sides, between: [north, south]}
        provisions:
          - id: truce
            kind: prohibition
            text: {en: No fighting.}
            acts: [shelling, ground-fire]
            between: [[north], [south]]
            binding-unclear: [east]
            areas: [valley]
            certainty: reported
            sources: [https://example.org/]
          - id: raiders-out
            kind: exemption
            text: {en: Raiders are not covered.}
            from: [truce]
            groups: [raiders]
            certainty: general-knowledge
            sources: []
          - id: aid
            kind: obligation
            text: {en: Aid passes.}
            by: [north, south]
            due: 2017-08-01
            shown-by: deliveries
            certainty: text
            sources: [article 3]
        """;

    private static Taken take(String text) {
        return Taken.from(Format.AGREEMENT, text);
    }

    @Test
    void everyPartIsRead() {
        Taken taken = take(SMALL);
        assertThat(taken.defects()).isEmpty();
        Entry.AgreementText entry = taken.all(Entry.AgreementText.class).getFirst();
        assertThat(entry.id()).isEqualTo("a-truce");
        assertThat(entry.agreement())
                .isEqualTo(new Agreement(
                        "a-truce",
                        words("A truce", "هدنة"),
                        ZoneId.of("Asia/Damascus"),
                        Optional.of(LocalDate.of(2017, 7, 7)),
                        Optional.of(Moment.get("2017-07-09T12:00")),
                        Optional.empty(),
                        List.of("north", "south"),
                        List.of("east"),
                        List.of("raiders"),
                        List.of(new Agreement.AreaTerms(
                                "valley",
                                List.of(new Agreement.ReadingTerms(
                                        Optional.of("wide"),
                                        Optional.empty(),
                                        List.of("Daraa"),
                                        List.of("Homs"))))),
                        List.of(
                                new Agreement.Actor(
                                        "north", words("North"), List.of("N"), Optional.empty()),
                                new Agreement.Actor(
                                        "south",
                                        words("South"),
                                        List.of(),
                                        Optional.of(words("a mixed label"))),
                                new Agreement.Actor(
                                        "east", words("East"), List.of(), Optional.empty()),
                                new Agreement.Actor(
                                        "raiders", words("Raiders"), List.of(), Optional.empty())),
                        List.of(new Agreement.Label("both sides", "north", "south")),
                        provisions()));
    }

    private static List<Agreement.Provision> provisions() {
        return List.of(
                new Agreement.Prohibition(
                        "truce",
                        words("No fighting."),
                        new Agreement.Citation(List.of("https://example.org/"), Certainty.REPORTED),
                        List.of(ActGroup.SHELLING, ActGroup.GROUND_FIRE),
                        List.of(List.of("north"), List.of("south")),
                        List.of("east"),
                        List.of("valley")),
                new Agreement.Exemption(
                        "raiders-out",
                        words("Raiders are not covered."),
                        new Agreement.Citation(List.of(), Certainty.GENERAL_KNOWLEDGE),
                        List.of("truce"),
                        List.of("raiders"),
                        Optional.empty()),
                new Agreement.Obligation(
                        "aid",
                        words("Aid passes."),
                        new Agreement.Citation(List.of("article 3"), Certainty.TEXT),
                        List.of("north", "south"),
                        Optional.of(LocalDate.of(2017, 8, 1)),
                        Optional.of("deliveries"),
                        List.of()));
    }

    private static Agreement.Words words(String en, String ar) {
        return new Agreement.Words(en, Optional.of(ar));
    }

    private static Agreement.Words words(String en) {
        return new Agreement.Words(en, Optional.empty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // what is changed | into what | line | key | problem | what to do
                "signed:|singed:|5|singed|'singed' is not a key|perhaps 'signed'",
                "due:|deu:|42|deu|'deu' is not a key|perhaps 'due'",
                "zone: Asia/Damascus||1|zone|the key 'zone' is missing|add zone:",
                "Asia/Damascus|Asia/Damaskus|4|zone|is not a time zone|Asia/Damascus",
                "2017-07-09T12:00|9 July|6|in-force-from|'9 July' is not a time|2017-07-09T12:00",
                "signed: 2017-07-07|signed: 2017-02-30|5|signed|not a date|2017-07-09",
                "parties: [north, south]|parties: north|7|parties|is not a list|[first",
                "parties: [north, south]|parties: []|7|parties|is empty|at least one",
                "parties: [north, south]|parties: [7, south]|7|parties|not a text|quotation",
                "title: {en: A truce, ar: هدنة}|title: A truce|3||should stand keys|en",
                "id: a-truce|id: A Truce|2|id|'A Truce' is not an id|lower-case",
                "truce-agreement: 1|truce-agreement: 2|1|truce-agreement|only version 1|: 1",
                "acts: [shelling|acts: [sheling|25|acts|'sheling' is not known|perhaps 'shelling'",
                "certainty: reported|certainty: rumoured|29|certainty|'rumoured'|general-knowledge",
                "[[north], [south]]|[[north], [suoth]]|26|between|the actor 'suoth'|'south'",
                "[[north], [south]]|[[north], [south], [east]]|26|between|two sides, not 3|two"
                        + " lists",
                "[[north], [south]]|[[north], []]|26|between|is empty|at least one",
                "areas: [valley]|areas: [hill]|28|areas|the area 'hill' is not declared|valley",
                "from: [truce]|from: [aid]|34|from|the prohibition 'aid' is not declared|truce",
                "guarantors: [east]|guarantors: [west]|8|guarantors|the actor 'west'|'east'",
                "id: east, name|id: south, name|17|id|the actor 'south' is declared twice|own id",
                "id: raiders-out|id: truce|31|id|the provision 'truce' is declared twice|own id",
                "signed: 2017-07-07|id: b|5|id|the key 'id' stands here twice|keep one",
                "kind: obligation|kind: obligaton|39|kind|'obligaton' is not a kind|'obligation'",
                "kind: obligation||38|kind|does not say of which kind|obligation",
                "sources: [article 3]|sources: []|45|sources|is empty|at least one",
                "between: [north, south]}|between: [north]}|20|between|two actors, not for 1|two",
                "signed: 2017-07-07|in-force-to: 2017-07-08|5|in-force-to|it ends|check both",
                "signed: 2017-07-07|signed: *x|5||an alias (*)|not read"
            })
    void aProblemIsFoundInItsLineWithAdvice(
            String good, String bad, long line, String key, String problem, String todo) {
        String changed = SMALL.replace(good, bad == null ? "" : bad);
        assertThat(changed).isNotEqualTo(SMALL);
        Taken taken = take(changed);
        assertThat(taken.entries()).isEmpty();
        assertThat(taken.defects()).anySatisfy(defect -> {
            assertThat(defect.line()).isEqualTo(line);
            assertThat(defect.column()).isEqualTo(key == null ? "" : key);
            assertThat(defect.problem()).contains(problem);
            assertThat(defect.todo()).contains(todo);
        });
    }

    @Test
    void allProblemsAreReportedInTheOrderOfTheLinesEachOnce() {
        Taken taken = take(SMALL.replace("signed:", "singed:")
                .replace("id: aid", "id: AID")
                .replace("[shelling, ground-fire]", "[shells, ground-fire, bombs]")
                .replace("guarantors: [east]", "guarantors: [west]"));
        assertThat(taken.entries()).isEmpty();
        assertThat(taken.defects()).extracting(Defect::line).containsExactly(5L, 8L, 25L, 25L, 38L);
        assertThat(taken.defects().getFirst().original()).isEqualTo("singed: 2017-07-07");
    }

    @Test
    void aliasesThatMultiplyAreRefusedAtOnce() {
        StringBuilder bomb = new StringBuilder("truce-agreement: 1\na0: &a0 [x, x]\n");
        for (int i = 1; i < 30; i++) {
            bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
        }
        Defect defect = take(bomb.toString()).onlyDefect();
        assertThat(defect.line()).isEqualTo(3);
        assertThat(defect.todo()).contains("aliases are not read");
    }

    @Test
    void deepNestingIsRefused() {
        for (String open : List.of("[", "{a: ", "- ", "? ")) {
            Taken taken = take(
                    "truce-agreement: " + (open.startsWith("-") || open.startsWith("?") ? "\n" : "")
                            + open.repeat(100_000));
            assertThat(taken.entries()).isEmpty();
            assertThat(taken.defects()).isNotEmpty();
        }
    }

    @Test
    void tabsEncodingAndControlCharactersNameTheirLine() {
        Defect tab = take(SMALL.replace("  - area: valley", "\t- area: valley")).onlyDefect();
        assertThat(tab.line()).isEqualTo(11);
        assertThat(tab.todo()).contains("blanks, not with tabs");

        Defect latin = Taken.from(Format.AGREEMENT, SMALL.replace("هدنة", "é").getBytes(ISO_8859_1))
                .onlyDefect();
        assertThat(latin.line()).isEqualTo(3);
        assertThat(latin.todo()).isEqualTo("save the file as UTF-8");

        Defect control = take(SMALL.replace("A truce,", "A \u0007 truce,")).onlyDefect();
        assertThat(control.line()).isEqualTo(3);
        assertThat(take("").onlyDefect().problem()).isEqualTo("the file is empty");
        assertThat(take("# nothing\n").onlyDefect().problem()).isEqualTo("the file is empty");
        assertThat(take("a: 1\n---\nb: 2\n").defects()).isNotEmpty();
    }

    @Test
    void aByteOrderMarkAndWindowsLineEndsAreFine() {
        byte[] bytes = ("\uFEFF" + SMALL.replace("\n", "\r\n")).getBytes(UTF_8);
        assertThat(Taken.from(Format.AGREEMENT, bytes).defects()).isEmpty();
    }
}
