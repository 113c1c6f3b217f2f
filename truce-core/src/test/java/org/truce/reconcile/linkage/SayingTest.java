package org.truce.reconcile.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** What names of places and words of texts say for and against two accounts being one event. */
final class SayingTest {
    private static final int TOWN = 101;
    private static final int VILLAGE = 102;
    private static final int HAMLET = 103;
    private static final int FIRST_DAY = 17_000;
    private static final double NO_KM = 0.001;

    private final List<Accounts.Row> rows = new ArrayList<>();

    private int add(int source, int day, double km, Wording wording) {
        rows.add(new Accounts.Row(
                "r%03d".formatted(rows.size()),
                source,
                FIRST_DAY + day,
                FIRST_DAY + day,
                32 + km / Accounts.KM_A_DEGREE,
                36,
                0,
                new int[0],
                Set.of(),
                wording));
        return rows.size() - 1;
    }

    private static Wording named(int place) {
        return new Wording(place, 0, new int[0], new int[0]);
    }

    private static Wording text(int script, int... words) {
        return new Wording(Wording.NONE, script, words, words);
    }

    private Accounts accounts() {
        return new Accounts(rows, 2, List.of(), 1, Ties.NONE);
    }

    private static LearnedSaying saying(Accounts accounts) {
        Settings settings = new Settings(new double[] {2}, 0, 1);
        Parameters parameters = Parameters.start(accounts, settings);
        double[] weight = new double[accounts.size];
        Arrays.fill(weight, 1);
        PlaceNames names = new PlaceNames(accounts, weight, 2);
        double[] share = new double[accounts.size];
        for (int i = 0; i < share.length; i++) {
            share[i] = PlaceNames.says(accounts, i) ? names.share(accounts, i, 1) : 0;
        }
        Words words = new Words(accounts, 0, 8, Runnable::run);
        return new LearnedSaying(
                accounts,
                parameters,
                share,
                words,
                words.logRatios(parameters.words()),
                words.weights(accounts, accounts.all(), Runnable::run));
    }

    private static int at(Accounts accounts, int row) {
        return IntStream.range(0, accounts.size)
                .filter(i -> accounts.key(i).equals("r%03d".formatted(row)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNameThatAllGiveThereSaysNothingAndARareOneMuch() {
        IntStream.range(0, 60).forEach(day -> add(day % 2, day, NO_KM * day, named(TOWN)));
        int one = add(0, 100, 0, named(VILLAGE));
        int other = add(1, 100, 1, named(VILLAGE));
        int unlike = add(1, 100, 0, named(HAMLET));
        Accounts accounts = accounts();
        LearnedSaying saying = saying(accounts);

        assertThat(names(saying, accounts, 0, 1)).isBetween(0.0, 0.2);
        assertThat(names(saying, accounts, one, other)).isGreaterThan(3);
        assertThat(names(saying, accounts, one, unlike)).isLessThan(-1);
        assertThat(names(saying, accounts, one, 0)).isLessThan(-0.5);
    }

    /** The name of the same town elsewhere is rare there. */
    @Test
    void howCommonANameIsIsAskedAroundThePoint() {
        IntStream.range(0, 60).forEach(day -> add(day % 2, day, NO_KM * day, named(TOWN)));
        IntStream.range(0, 60).forEach(day -> add(day % 2, day, 200 + NO_KM * day, named(VILLAGE)));
        int one = add(0, 100, 200, named(TOWN));
        int other = add(1, 100, 200, named(TOWN));
        Accounts accounts = accounts();

        assertThat(names(saying(accounts), accounts, one, other)).isGreaterThan(2);
    }

    private static double names(LearnedSaying saying, Accounts accounts, int... members) {
        int[] indexes = Arrays.stream(members).map(row -> at(accounts, row)).toArray();
        return saying.names(indexes, indexes.length);
    }

    private static double texts(LearnedSaying saying, Accounts accounts, int... members) {
        int[] indexes = Arrays.stream(members).map(row -> at(accounts, row)).toArray();
        return saying.texts(indexes, indexes.length);
    }

    /** Days twelve apart; of forty common words each text has eight, by chance. */
    private void chatter(int script) {
        Random random = new Random(7);
        for (int i = 0; i < 400; i++) {
            int[] words = random.ints(8, 0, 40).toArray();
            add(i % 2, 12 * (i / 2), NO_KM * i, text(script, words));
        }
    }

    @Test
    void rareWordsInCommonSpeakForOneEventAndCommonOnesHardly() {
        chatter(1);
        int one = add(0, 6_000, 0, text(1, 1, 2, 3, 901, 902, 903));
        int alike = add(1, 6_000, 0, text(1, 4, 5, 6, 901, 902, 903));
        int usual = add(1, 6_000, 0, text(1, 1, 2, 7, 8, 9, 10));
        int unlike = add(1, 6_000, 0, text(1, 31, 32, 33, 34));
        Accounts accounts = accounts();
        LearnedSaying saying = saying(accounts);

        assertThat(texts(saying, accounts, one, alike)).isGreaterThan(2);
        assertThat(texts(saying, accounts, one, usual)).isLessThan(1);
        assertThat(texts(saying, accounts, one, unlike)).isLessThan(0);
        assertThat(texts(saying, accounts, one)).isZero();
    }

    @Test
    void withoutATextOrWithoutAnythingToCompareWithNothingIsSaid() {
        int one = add(0, 0, 0, text(1, 1, 2, 3));
        int other = add(1, 0, 0, text(1, 1, 2, 3));
        int silent = add(1, 0, 0, Wording.NOTHING);
        Accounts accounts = accounts();
        LearnedSaying saying = saying(accounts);

        assertThat(texts(saying, accounts, one, other)).isCloseTo(0, within(1e-9));
        assertThat(texts(saying, accounts, one, silent)).isZero();
        assertThat(names(saying, accounts, one, other)).isZero();
    }

    /**
     * All that two scripts have in common are sounds, which are few; it is learned what those do.
     */
    @Test
    void betweenScriptsSoundsAreComparedWithWhatSoundsDo() {
        Random random = new Random(11);
        for (int i = 0; i < 400; i++) {
            int script = 1 + i % 2;
            int[] words = random.ints(8, 40 * script, 40 * script + 40).toArray();
            int[] sounds = random.ints(2, 0, 60).toArray();
            add(i % 2, 12 * (i / 2), NO_KM * i, new Wording(Wording.NONE, script, words, sounds));
        }
        int one = add(0, 6_000, 0, new Wording(0, 1, new int[] {41, 42}, new int[] {777, 778}));
        int other = add(1, 6_000, 0, new Wording(0, 2, new int[] {81, 82}, new int[] {777, 778}));
        int unlike = add(1, 6_000, 0, new Wording(0, 2, new int[] {81, 83}, new int[] {12}));
        Accounts accounts = accounts();
        LearnedSaying saying = saying(accounts);

        assertThat(texts(saying, accounts, one, other)).isGreaterThan(1.5);
        assertThat(texts(saying, accounts, one, unlike)).isBetween(-1.0, 0.0);
    }

    /** A word that comes up in all texts from one town is rare in the next. */
    @Test
    void aTownsOwnWordIsRareElsewhere() {
        for (int i = 0; i < 200; i++) {
            add(i % 2, 12 * (i / 2), 0, text(1, 1_000 + i, 2_000 + i, 55));
            add(i % 2, 12 * (i / 2), 100, text(1, 3_000 + i, 4_000 + i));
        }
        int here = add(0, 6_000, 0, text(1, 55, 66));
        int there = add(0, 6_000, 100, text(1, 55, 66));
        Accounts accounts = accounts();
        Rarity rarity = new Rarity(accounts, 0, 8);
        int[] words = {55, 66};

        float[] inTown = rarity.weights(accounts, at(accounts, here), words, 1);
        float[] elsewhere = rarity.weights(accounts, at(accounts, there), words, 1);

        assertThat(inTown[0] / inTown[1]).isLessThan(elsewhere[0] / elsewhere[1] / 3);
    }

    @Test
    void pairsByChanceCannotBeOfOneEvent() {
        chatter(1);
        Accounts accounts = accounts();
        int reachDays = 2;
        List<int[]> pairs = new ArrayList<>();

        new Chance(accounts, reachDays, 8)
                .forEach((one, other) -> pairs.add(new int[] {one, other}));

        assertThat(pairs).hasSizeGreaterThan(500).allSatisfy(pair -> {
            assertThat(accounts.source[pair[0]]).isNotEqualTo(accounts.source[pair[1]]);
            assertThat(accounts.fromDay[pair[1]] - accounts.toDay[pair[0]])
                    .isGreaterThan(2 * reachDays);
        });
    }
}
