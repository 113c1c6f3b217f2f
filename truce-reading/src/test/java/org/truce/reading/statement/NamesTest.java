package org.truce.reading.statement;

import static org.assertj.core.api.Assertions.assertThat;

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

/** Names of people who do not exist, most with a given name that no list has. */
final class NamesTest {
    static Stream<Arguments> wholeNames() {
        return Stream.of(
                Arguments.of(
                        "The head of the Mine Action Centre, Col. (ret.) Zurab Tchelidze, said"
                                + " it was slow.",
                        "Zurab Tchelidze"),
                Arguments.of(
                        "The chair of the Ceasefire Board, Lt Gen (retd) Obin Nwachu, on Friday"
                                + " said it held.",
                        "Obin Nwachu"),
                Arguments.of(
                        "Maj Gen Obin Nwachu (retd), chairman of the Peace Committee, said the"
                                + " line was calm.",
                        "Obin Nwachu"),
                Arguments.of(
                        "The keeper of the keys of the Naga Reform Council, Zheku Yeptho, said"
                                + " they were safe.",
                        "Zheku Yeptho"),
                Arguments.of(
                        "The weigher of the Lotha Reform Council, Zheku Yeptho, told reporters"
                                + " it was dry.",
                        "Zheku Yeptho"),
                Arguments.of(
                        "Chief Administrator of North Kerwa Zone Chebet Lagat, on her part, said"
                                + " it was open.",
                        "Chebet Lagat"),
                Arguments.of(
                        "The administrator of Tselem Woreda Yohan Tesfu said the bank had"
                                + " reopened.",
                        "Yohan Tesfu"),
                Arguments.of(
                        "Father Mbuyi wa Kalenga, who leads the parish, said both camps had"
                                + " prayed.",
                        "Mbuyi wa Kalenga"),
                Arguments.of(
                        "Gwet Mayom, 62, a fisherman, said the soldiers had left his nets alone.",
                        "Gwet Mayom"),
                Arguments.of(
                        "The deputy governor of South Sarra, Eng. Tari Nugud, said fuel would"
                                + " follow.",
                        "Tari Nugud"),
                Arguments.of(
                        "Police chief Haji Rehm Popalwal said the shots were fired at a wedding.",
                        "Rehm Popalwal"),
                Arguments.of(
                        "Anwar Shahband, 44, who sells bread, said the queues were gone.",
                        "Anwar Shahband"),
                Arguments.of(
                        "The prefect, Zo Rampanjat, said the market was open.", "Zo Rampanjat"),
                Arguments.of("Her neighbour, Ko Zin, said the roof was gone.", "Ko Zin"));
    }

    static Stream<Arguments> shortNames() {
        return Stream.of(
                Arguments.of(
                        "The minister took a question from Awari Diem, a deputy for Tilvar. Ms"
                                + " Diem said it was dry.",
                        "Awari Diem"),
                Arguments.of(
                        "The governor greeted Folak Ayorin, the deputy minister. Ayorin said"
                                + " nothing had come.",
                        "Folak Ayorin"),
                Arguments.of(
                        "Among those who came back was Lemle Hagos, a mother of four. She said"
                                + " the well was dry.",
                        "Lemle Hagos"),
                Arguments.of(
                        "The keeper of the bridge, Olim Rahmon, met reporters. He said the posts"
                                + " were up.",
                        "Olim Rahmon"));
    }

    @ParameterizedTest
    @MethodSource("wholeNames")
    void theWholeNameIsTheSpeaker(String sentence, String name) {
        assertThat(speakers(sentence)).containsExactly(name);
    }

    @ParameterizedTest
    @MethodSource("shortNames")
    void aSurnameOrPronounStandsForTheWholeNameNamedBefore(String text, String name) {
        assertThat(speakers(text)).containsExactly(name);
    }

    private static List<String> speakers(String text) {
        return new Reader()
                        .read(
                                new Original(Hash.ZERO, text),
                                Optional.of(LocalDate.parse("2031-05-06")),
                                Optional.of("en"))
                        .statements()
                        .stream()
                        .map(one -> one.speaker().name().orElse("?"))
                        .toList();
    }
}
