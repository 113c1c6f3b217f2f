package org.truce.reading.bulletin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.truce.base.Hash;
import org.truce.reading.bulletin.Tally.Flag;
import org.truce.reading.text.Original;
import org.truce.reading.text.Prepared;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What is taken out of bulletins, against what a person took out of them. */
final class BulletinsTest {
    /**
     * A text and its counts, written down from reading it.
     *
     * @param expected in any order
     */
    record Case(String name, String text, List<String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() throws IOException {
        List<Case> cases = new ArrayList<>(cases("cases.txt"));
        cases.addAll(cases("real-forms.txt"));
        return cases;
    }

    static List<Case> cases(String file) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(BulletinsTest.class.getResourceAsStream(file))) {
            String all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            List<Case> cases = new ArrayList<>();
            for (String block : List.of(all.split("(?m)^==== ")).subList(1, count(all) + 1)) {
                int line = block.indexOf('\n');
                int rule = block.indexOf("----\n", line + 1);
                cases.add(new Case(
                        block.substring(0, line),
                        block.substring(line + 1, rule),
                        block.substring(rule + 5).lines().toList()));
            }
            return cases;
        }
    }

    private static int count(String all) {
        return (int) all.lines().filter(line -> line.startsWith("==== ")).count();
    }

    static Original original(String text) {
        return new Original(Hash.of(text.getBytes(StandardCharsets.UTF_8)), text);
    }

    static Prepared prepared(String text) {
        return Prepared.of(original(text), "en");
    }

    private static String line(Tally tally) {
        return "%s | %s | %d | %s | %s"
                .formatted(
                        tally.side().orElse("-"),
                        tally.place().orElse("-"),
                        tally.count(),
                        tally.statedTotal().map(String::valueOf).orElse("-"),
                        tally.consistent() ? "yes" : "no");
    }

    /**
     * Which numbers count is learned from these and other texts, not fitted to each of these; see
     * docs/decisions/0030-bulletins-weighed.md for what that gains on texts nobody had seen.
     */
    @ParameterizedTest
    @CsvSource({"cases.txt, 604, 3", "real-forms.txt, 422, 11"})
    void nearlyEveryCountIsTakenOutAndHardlyAnyOther(String file, int exact, int others)
            throws IOException {
        int found = 0;
        int told = 0;
        for (Case one : cases(file)) {
            List<String> left = new ArrayList<>(one.expected());
            for (Tally tally : Bulletins.read(prepared(one.text()))) {
                told++;
                found += left.remove(line(tally)) ? 1 : 0;
            }
        }
        assertThat(found).isGreaterThanOrEqualTo(exact);
        assertThat(told - found).isLessThanOrEqualTo(others + cells(file) - exact);
    }

    private static int cells(String file) throws IOException {
        return cases(file).stream().mapToInt(one -> one.expected().size()).sum();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void whatStandsBeforeMovesOffsetsAndNothingElse(Case one) {
        // Two code points of two chars each and a line break.
        String before = "\uD83D\uDD4A\uD83D\uDD4A\n\n";
        List<Tally> alone = Bulletins.read(prepared(one.text()));
        List<Tally> moved = Bulletins.read(prepared(before + one.text()));
        assertThat(moved)
                .extracting(BulletinsTest::line)
                .isEqualTo(alone.stream().map(BulletinsTest::line).toList());
        assertThat(moved)
                .extracting(tally -> tally.span().start() - 4)
                .isEqualTo(alone.stream().map(tally -> tally.span().start()).toList());
    }

    @Test
    void aCountRestsOnItsWordsAndOnThoseOfItsTotal() {
        String text = "The western side registered 8 cases of firing: five in Hama, 3 in Homs.";
        Original original = original(text);
        List<Tally> tallies = Bulletins.read(prepared(text));
        assertThat(tallies.get(0).spans())
                .extracting(original::text)
                .containsExactly("five", "8 cases of firing");
        assertThat(tallies.get(1).spans())
                .extracting(original::text)
                .containsExactly("3", "8 cases of firing");
        assertThat(tallies).allSatisfy(tally -> assertThat(tally.unit()).contains("firing"));
    }

    @Test
    void aHeadlineWithAnotherTotalLeavesAMarkAndCorrectsNothing() {
        String text = "Sudrian side registers 15 violations\n\nThe Sudrian side registered 14"
                + " violations in Arvika (9) and Sunne (5).";
        List<Tally> tallies = Bulletins.read(prepared(text));
        assertThat(tallies).extracting(Tally::count).containsExactly(9, 5);
        assertThat(tallies).allSatisfy(tally -> {
            assertThat(tally.statedTotal()).contains(14);
            assertThat(tally.consistent()).isTrue();
            assertThat(tally.flags()).contains(Flag.OTHER_TOTAL);
        });
    }

    @Test
    void aRangeIsTheLeastWithAMark() {
        Tally tally = Bulletins.read(prepared("The army counted at least 30 violations in Hama."))
                .getFirst();
        assertThat(tally.count()).isEqualTo(30);
        assertThat(tally.flags()).containsExactly(Flag.RANGE);
    }

    @Test
    void aCountThatIsHardlyLikelierThanNotIsMarked() {
        Prepared text = prepared("The army broke the ceasefire 7 times.");
        assertThat(Bulletins.read(text, (start, traits) -> 68).getFirst().flags())
                .containsExactly(Flag.UNSURE);
        assertThat(Bulletins.read(text, (start, traits) -> 69).getFirst().flags())
                .isEmpty();
        assertThat(Bulletins.read(text, (start, traits) -> 0)).isEmpty();
    }

    @Test
    void aCountBeyondAllCountingIsMarkedAndBreaksNothing() {
        String text = "The army counted " + "9".repeat(1_000) + " violations in Hama.";
        Tally tally = Bulletins.read(prepared(text)).getFirst();
        assertThat(tally.count()).isEqualTo(Integer.MAX_VALUE);
        assertThat(tally.flags()).contains(Flag.OVERFLOW);
    }

    @Test
    void digitsOfSeveralScriptsAreReadAndMarked() {
        Tally tally = Bulletins.read(prepared("The army counted 1٢ violations in Hama."))
                .getFirst();
        assertThat(tally.count()).isEqualTo(12);
        assertThat(tally.flags()).containsExactly(Flag.MIXED_DIGITS);
    }

    @Test
    void figuresOfEveryScriptCountAndWhatCannotBeSeenChangesNothing() {
        for (String seven : List.of("7", "٧", "۷", "７", "\u200F7\u200E", "\u202E7\u202C")) {
            List<Tally> tallies = Bulletins.read(
                    prepared("The army coun\u200Bted " + seven + " viol\u00ADations in Hama."));
            assertThat(tallies).as(seven).extracting(Tally::count).containsExactly(7);
            assertThat(tallies.getFirst().place()).contains("Hama");
        }
    }

    @Test
    void aNumberThatOnlyTheFiguresMakeACountIsMarkedAndLeftOutWhereTheyDoNot() {
        String parts = " violations: 4 raids on Hama and, near Homs, they launched an attack.";
        assertThat(Bulletins.read(prepared("The rebels committed 5" + parts)))
                .extracting(Tally::count, tally -> tally.flags().contains(Flag.BY_FIGURES))
                .containsExactly(tuple(4, false), tuple(1, true));
        assertThat(Bulletins.read(prepared("The rebels committed 6" + parts)))
                .extracting(Tally::count)
                .doesNotContain(1);
    }

    @Test
    void aLineMayBeginWithAnySign() {
        for (String sign : List.of(":", "(", ")", ",", "-", ";", "|", "/", "\"", ".")) {
            String text = sign + " 4 violations in Hama " + sign + " 2 " + sign;
            assertThat(Bulletins.read(prepared(text)))
                    .as(text)
                    .extracting(Tally::count)
                    .doesNotHaveDuplicates();
            assertThat(Bulletins.read(prepared(sign))).as(sign).isEmpty();
        }
    }

    @Test
    void placesThatShareACountAreItsCandidatesAndNoneIsChosen() {
        Tally tally = Bulletins.read(prepared("The army registered 9 violations in Hama and Homs."))
                .getFirst();
        assertThat(tally.place()).isEmpty();
        assertThat(tally.open().places()).containsExactly("Hama", "Homs");
        assertThat(tally.flags()).contains(Flag.PLACE_OPEN);
    }

    @Test
    void whoMayHaveKeptTheTruceIsACandidateAndNoSide() {
        String text = "The rebels violated the ceasefire 3 times. In Homs the ceasefire was not"
                + " violated.";
        Tally none = Bulletins.read(prepared(text)).getLast();
        assertThat(none.side()).isEmpty();
        assertThat(none.open().sides()).containsExactly("rebels");
        assertThat(none.flags()).contains(Flag.SIDE_OPEN);
    }

    @Test
    void everyCountSaysByWhichRule() {
        String text = "The western side registered 9 cases in Hama (4), five in Homs. In Tubas it"
                + " registered two violations. The eastern side registered none. The army broke"
                + " the ceasefire 7 times.";
        assertThat(Bulletins.read(prepared(text)))
                .extracting(Tally::rule)
                .containsExactly(Rule.CLOSE, Rule.BEHIND, Rule.FRONT, Rule.NONE, Rule.BARE);
    }
}
