package org.truce.reading.statement;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.truce.base.Hash;
import org.truce.reading.Reader;
import org.truce.reading.text.Original;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every order of cue, speaker and words, in sentences of our own about people who do not exist. */
final class StatementReaderTest {
    /** One paragraph that tells who is who, before the sentence that is read. */
    private static final String CAST =
            "Foreign Minister Darya Velikhova met General Osman Reyes, the commander of the Eastern"
                    + " Brigade, in Tilvar.\n\n";

    private static List<Statement> read(String text) {
        return new Reader()
                .read(
                        new Original(Hash.ZERO, text),
                        Optional.of(LocalDate.parse("2031-05-06")),
                        Optional.of("en"))
                .statements();
    }

    private static List<String> lines(String text) {
        Original original = new Original(Hash.ZERO, text);
        return read(text).stream()
                .map(one -> one.form().code()
                        + " | "
                        + one.speaker().name().orElse("?")
                        + " | "
                        + original.text(one.content()))
                .toList();
    }

    static Stream<Arguments> orders() {
        return Stream.of(clauses(), parted(), quotations(), speakers(), broken(), told(), figures())
                .flatMap(one -> one);
    }

    private static Stream<Arguments> clauses() {
        return Stream.of(
                Arguments.of(
                        "Velikhova said on Monday that the truce was holding.",
                        List.of("indirect | Darya Velikhova | the truce was holding")),
                Arguments.of(
                        "The truce was holding, Velikhova said in a statement.",
                        List.of("indirect | Darya Velikhova | The truce was holding")),
                Arguments.of(
                        "The truce was holding, said Velikhova.",
                        List.of("indirect | Darya Velikhova | The truce was holding")),
                Arguments.of(
                        "According to Velikhova, the truce was holding.",
                        List.of("indirect | Darya Velikhova | the truce was holding")),
                Arguments.of(
                        "The truce was holding, according to the foreign minister.",
                        List.of("indirect | Darya Velikhova | The truce was holding")),
                Arguments.of(
                        "Velikhova called on both sides to open the road.",
                        List.of("indirect | Darya Velikhova | both sides to open the road")),
                Arguments.of(
                        "General Reyes called for a pause of three days.",
                        List.of("indirect | Osman Reyes | a pause of three days")));
    }

    /** Between the verb and what is said stand a day, a place or a hearer. */
    private static Stream<Arguments> parted() {
        return Stream.of(
                Arguments.of(
                        "Velikhova called on Tuesday for an inquiry into the shelling.",
                        List.of("indirect | Darya Velikhova | an inquiry into the shelling")),
                Arguments.of(
                        "General Reyes called Wednesday for calm on both banks.",
                        List.of("indirect | Osman Reyes | calm on both banks")),
                Arguments.of(
                        "Velikhova vowed on Friday to reopen the ferry.",
                        List.of("indirect | Darya Velikhova | to reopen the ferry")),
                Arguments.of(
                        "Reyes told the council on Monday of a plan for more patrols.",
                        List.of("indirect | Osman Reyes | a plan for more patrols")),
                Arguments.of(
                        "Velikhova urged in a letter to the brigade that the depot be opened.",
                        List.of("indirect | Darya Velikhova | the depot be opened")),
                Arguments.of(
                        "Velikhova said by telephone the ferry would run again.",
                        List.of("indirect | Darya Velikhova | the ferry would run again")),
                Arguments.of(
                        "Reyes reported a fall in shelling and pleaded for more observers.",
                        List.of(
                                "indirect | Osman Reyes | a fall in shelling",
                                "indirect | Osman Reyes | more observers")),
                Arguments.of(
                        "Velikhova said drones had crossed the river, and witnesses spoke of"
                                + " smoke.",
                        List.of(
                                "indirect | Darya Velikhova | drones had crossed the river",
                                "indirect | witnesses | smoke")),
                // Nobody speaks of the time, and whoever agrees in talks that failed says nothing.
                Arguments.of("Velikhova reminded Reyes of the time.", List.of()),
                Arguments.of(
                        "Velikhova agreed to a pause after fighting that killed a boy.",
                        List.of()));
    }

    private static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(
                        "If the bridge fell, Velikhova said, the town would starve by winter.",
                        List.of("indirect | Darya Velikhova | the town would starve by winter")),
                Arguments.of(
                        "Otherwise, Velikhova said, the talks would end.",
                        List.of("indirect | Darya Velikhova | the talks would end")),
                Arguments.of(
                        "It was late, Velikhova said, and the road had been closed since noon.",
                        List.of("indirect | Darya Velikhova | the road had been closed since"
                                + " noon")),
                Arguments.of(
                        "The bridge was open; the road, Velikhova said, was closed until further"
                                + " notice.",
                        List.of("indirect | Darya Velikhova | was closed until further notice")),
                Arguments.of(
                        "Velikhova confirmed three impacts and named no side.",
                        List.of("indirect | Darya Velikhova | three impacts")),
                Arguments.of(
                        "Velikhova stressed that the road was open and warned that it was mined.",
                        List.of(
                                "indirect | Darya Velikhova | the road was open",
                                "indirect | Darya Velikhova | it was mined")));
    }

    private static Stream<Arguments> figures() {
        return Stream.of(
                Arguments.of(
                        "Velikhova said about 600 students had missed the term.",
                        List.of("indirect | Darya Velikhova | about 600 students had missed the"
                                + " term")),
                Arguments.of(
                        "In a message posted at noon, its spokesman, Gadd Fufa, said the fighters"
                                + " lack tents and medicine.",
                        List.of("indirect | Gadd Fufa | the fighters lack tents and medicine")));
    }

    private static Stream<Arguments> told() {
        return Stream.of(
                Arguments.of(
                        "Velikhova did not rule out that the talks would go on.",
                        List.of("indirect | Darya Velikhova | the talks would go on")),
                Arguments.of(
                        "Velikhova did not say that the talks would go on.", List.<String>of()),
                Arguments.of(
                        "Velikhova went on to demand an inquiry.",
                        List.of("indirect | Darya Velikhova | an inquiry")),
                Arguments.of(
                        "Velikhova put the number of shots at nine.",
                        List.of("indirect | Darya Velikhova | the number of shots at nine")),
                Arguments.of(
                        "Velikhova voiced concern over the shots and left.",
                        List.of("indirect | Darya Velikhova | concern over the shots")),
                Arguments.of(
                        "The minister's point is that the road is open.",
                        List.of("indirect | Darya Velikhova | the road is open")),
                Arguments.of(
                        "\"The road is open\" was the answer of Velikhova.",
                        List.of("direct | Darya Velikhova | The road is open")),
                Arguments.of(
                        "A general who does not want his name in print said the road was open.",
                        List.of("indirect | general | the road was open")),
                Arguments.of("Does the minister agree that the road is open?", List.<String>of()),
                Arguments.of("A sign at the bridge says: \"Mines!\"", List.<String>of()),
                Arguments.of("I have told the ministry that I am too old.", List.<String>of()));
    }

    private static Stream<Arguments> quotations() {
        return Stream.of(
                Arguments.of(
                        "Velikhova: \"We will open the road.\"",
                        List.of("direct | Darya Velikhova | We will open the road.")),
                Arguments.of(
                        "\"We will open the road\" - Velikhova",
                        List.of("direct | Darya Velikhova | We will open the road")),
                Arguments.of(
                        "Velikhova said the truce was \"fragile\" but held in \"most places\".",
                        List.of("mixed | Darya Velikhova | the truce was \"fragile\" but held in"
                                + " \"most places")),
                Arguments.of(
                        "\"The road is open,\" Velikhova said. \"Buses run again.\"",
                        List.of(
                                "direct | Darya Velikhova | The road is open,",
                                "direct | Darya Velikhova | Buses run again.")),
                Arguments.of(
                        "\"The road,\" said Velikhova, \"is open. Buses run.\"",
                        List.of(
                                "direct | Darya Velikhova | The road,",
                                "direct | Darya Velikhova | is open. Buses run.")),
                Arguments.of(
                        "\"The road is open,\" Velikhova said. \"It is mined,\" Reyes answered.",
                        List.of(
                                "direct | Darya Velikhova | The road is open,",
                                "direct | Osman Reyes | It is mined,")));
    }

    private static Stream<Arguments> speakers() {
        return Stream.of(
                Arguments.of(
                        "Velikhova said the road was open. She added that buses ran again.",
                        List.of(
                                "indirect | Darya Velikhova | the road was open",
                                "indirect | Darya Velikhova | buses ran again")),
                Arguments.of(
                        "Velikhova said the road was open, adding that buses ran again.",
                        List.of(
                                "indirect | Darya Velikhova | the road was open",
                                "indirect | Darya Velikhova | buses ran again")),
                Arguments.of(
                        "Velikhova said that the road was open and that buses ran again.",
                        List.of("indirect | Darya Velikhova | the road was open and that buses ran"
                                + " again")),
                Arguments.of(
                        "Velikhova said the road was open, while Reyes said it was mined.",
                        List.of(
                                "indirect | Darya Velikhova | the road was open",
                                "indirect | Osman Reyes | it was mined")),
                Arguments.of(
                        "\"The road is open,\" a local station quoted Velikhova as saying.",
                        List.of("direct | Darya Velikhova | The road is open,")),
                Arguments.of(
                        "Reyes, who leads the brigade, warned the villagers against crossing.",
                        List.of("indirect | Osman Reyes | crossing")),
                Arguments.of(
                        "Commander Reyes: We hold the bridge. We wait.",
                        List.of("indirect | Osman Reyes | We hold the bridge. We wait.")),
                Arguments.of(
                        "Reyes accused the other side of moving guns.",
                        List.of("indirect | Osman Reyes | the other side of moving guns")),
                Arguments.of(
                        "The general denied having moved any gun.",
                        List.of("indirect | Osman Reyes | having moved any gun")),
                Arguments.of(
                        "The commander vowed to answer every shot.",
                        List.of("indirect | Osman Reyes | to answer every shot")),
                Arguments.of(
                        "Velikhova and Reyes said in a joint statement that the road was open.",
                        List.of("indirect | Darya Velikhova and Osman Reyes | the road was open")),
                Arguments.of(
                        "The Ministry of Roads said in a statement that the road was open. The"
                                + " ministry also said that buses ran.",
                        List.of(
                                "indirect | Ministry of Roads | the road was open",
                                "indirect | Ministry of Roads | buses ran")),
                Arguments.of(
                        "Velikhova was quoted by a local station as saying that the road was open.",
                        List.of("indirect | Darya Velikhova | the road was open")),
                Arguments.of(
                        "Reyes, speaking at the bridge, told reporters the road was open.",
                        List.of("indirect | Osman Reyes | the road was open")));
    }

    @ParameterizedTest
    @MethodSource("orders")
    void everyOrderIsRead(String sentence, List<String> expected) {
        assertThat(lines(CAST + sentence)).isEqualTo(expected);
    }

    @ParameterizedTest
    @MethodSource("narrated")
    void theNarratorSaysNothing(String sentence) {
        assertThat(lines(CAST + sentence)).isEmpty();
    }

    static Stream<String> narrated() {
        return Stream.of(
                "The truce has been in force since May, with few breaches.",
                "The paper \"Tilvar Today\" appears on Fridays.",
                "Operation \"Clear Water\" began in March.",
                "So-called \"volunteers\" guard the bridge.",
                "Velikhova did not say when the road would open.",
                "Nobody has claimed that the bridge was safe.",
                "Reyes was to say more on Friday.",
                "<script>alert(\"said\")</script>");
    }

    static Stream<Arguments> kinds() {
        return Stream.of(
                Arguments.of("Velikhova said that both sides must leave the bridge.", "demand"),
                Arguments.of("\"We need the buses to run,\" Velikhova said.", "demand"),
                Arguments.of("\"Open the road today,\" Velikhova said.", "demand"),
                Arguments.of("\"We will keep our men at the bridge,\" Reyes said.", "commitment"),
                Arguments.of("Reyes said his men would withdraw from the bridge.", "commitment"),
                Arguments.of("\"The truce has held up well,\" Reyes said.", "assessment"),
                Arguments.of("Reyes called the truce \"a paper wall\".", "assessment"),
                Arguments.of("\"We did not fire,\" Reyes said.", "denial"),
                Arguments.of("Reyes dismissed the report as \"a tale\".", "denial"),
                Arguments.of(
                        "\"If they cross the bridge, they will pay a heavy price,\" Reyes said.",
                        "threat"),
                Arguments.of("Reyes threatened to close the bridge.", "threat"),
                Arguments.of("Reyes said that two shells hit the bridge on Sunday.", "claim"),
                Arguments.of("Since May, six shells have hit the bridge, Reyes said.", "claim"),
                Arguments.of("Reyes accused the brigade of shelling the bridge.", "claim"));
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void theKindFollowsFromCueAndWords(String sentence, String kind) {
        assertThat(read(CAST + sentence))
                .singleElement()
                .extracting(one -> one.kind().code())
                .isEqualTo(kind);
    }

    @Test
    void twoOfOneNameAreLeftOpen() {
        List<Statement> found =
                read("Ivan Petrov and Boris Petrov met. The road is open, Petrov" + " said.");
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(one.flags()).contains("speaker-ambiguous");
            assertThat(one.speaker().name()).isEmpty();
            assertThat(one.speaker().candidates())
                    .containsExactlyInAnyOrder("Ivan Petrov", "Boris Petrov");
        });
    }

    @Test
    void aPronounWithoutAnybodyBeforeItStaysUnresolved() {
        assertThat(read("He said that the road was open.")).singleElement().satisfies(one -> {
            assertThat(one.flags()).contains("speaker-unresolved", "pronoun");
            assertThat(one.speaker().name()).isEmpty();
        });
    }

    @Test
    void anOfficeIsItsHolderOfTheDay() {
        String text = "The US Secretary of State said that the truce was holding.";
        Reader reader = new Reader();
        Original original = new Original(Hash.ZERO, text);
        assertThat(speaker(reader, original, "2018-01-17")).contains("Rex Tillerson");
        assertThat(speaker(reader, original, "2016-03-01")).contains("John Kerry");
    }

    private static Optional<String> speaker(Reader reader, Original original, String day) {
        return reader.read(original, Optional.of(LocalDate.parse(day)), Optional.of("en"))
                .statements()
                .getFirst()
                .speaker()
                .name();
    }

    @Test
    void aCapitalStandsForItsGovernmentAndATownInItDoesNot() {
        List<Mention> mentions = read(CAST
                        + "Velikhova said Moscow should use the Geneva talks, as was agreed in"
                        + " Ankara.")
                .getFirst()
                .mentions();
        assertThat(mentions)
                .extracting(one -> one.text() + "=" + one.id().orElse(""))
                .containsExactly("Moscow=russia", "Geneva talks=geneva-talks", "Ankara=");
    }

    @Test
    void anUnclosedQuotationIsMarkedSo() {
        assertThat(read(CAST + "Velikhova said: \"The road is open."))
                .singleElement()
                .satisfies(one -> assertThat(one.flags()).contains("quote-unclosed"));
    }

    @Test
    void aQuotationOverTwoParagraphsIsOneStatement() {
        String text = CAST + "\"The road is open.\n\n\"Buses run,\" Velikhova said.";
        assertThat(lines(text))
                .containsExactly("direct | Darya Velikhova | The road is open.\n\n\"Buses run,");
    }

    @Test
    void offsetsCountCodePoints() {
        String text = "😀😀 Ivan Petrov said that the road was open.";
        assertThat(read(text)).singleElement().satisfies(one -> {
            assertThat(one.content().start()).isEqualTo("xx Ivan Petrov said that ".length());
            assertThat(new Original(Hash.ZERO, text).text(one.content()))
                    .isEqualTo("the road was open");
        });
    }
}
