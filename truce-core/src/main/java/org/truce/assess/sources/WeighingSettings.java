package org.truce.assess.sources;

/**
 * What is assumed before the claims are looked at. A hundred items of one origin outweigh it.
 *
 * @param reached probability, above one half to 1, from which a value is said to have come out;
 *     below it the opinion abstains. 0.8 is where "very likely" begins (ICD-203).
 * @param leastItems items with two origins or more, below which nothing is computed. With three
 *     origins and two values seven figures are estimated from patterns of claims; 20 items leave
 *     about three for each.
 * @param leastOrigins origins with an account of {@link #leastOwnItems} items or more, at least 3:
 *     with fewer, different sources' rows fit the same claims equally well (Dawid and Skene 1979;
 *     Kruskal 1977)
 * @param leastOwnItems items from which an origin has rows of its own, at least 1; below it the
 *     other origins of its side speak for it
 * @param agreement probability, 0 to 1, that a source says what is so, before anything is known of
 *     it. It only needs to be the largest of its row: that tells the values apart.
 * @param silence probability that it says "undetermined" where something is so, 0 to 1; with
 *     {@code agreement} below 1
 * @param sideItems how many items that assumption weighs as against the other origins of a side
 * @param originItems how many items what those others do weighs as against an origin's own
 * @param undeterminedShare share of items of which nothing can be said, before counting, 0 to 1
 *     exclusive
 * @param shareItems how many items the shares before counting weigh as
 * @param undeterminedOdds factor, 1 or more, by which the odds that a source says "undetermined"
 *     are higher where nothing can be said than they are overall
 * @param copying probability, 0 to 1 exclusive, that one of two sources repeats the other without
 *     saying so, before their claims are compared
 * @param leastShared items that two sources both speak of, below which they are not compared
 */
public record WeighingSettings(
        double reached,
        int leastItems,
        int leastOrigins,
        int leastOwnItems,
        double agreement,
        double silence,
        double sideItems,
        double originItems,
        double undeterminedShare,
        double shareItems,
        double undeterminedOdds,
        double copying,
        int leastShared) {

    /**
     * The ones in use. 20 and 12 items are a compromise, found in invented worlds: 4 and 8 make few
     * poor sources look surer than they are, and from 20 and 20 on a strong bias of a side is
     * learned too slowly where nobody else speaks.
     */
    public static final WeighingSettings USUAL =
            new WeighingSettings(0.8, 20, 3, 3, 0.55, 0.15, 20, 12, 0.1, 20, 4, 0.1, 10);

    public WeighingSettings {
        check(reached > 0.5 && reached <= 1, "reached", reached);
        check(leastItems >= 1, "leastItems", leastItems);
        check(leastOrigins >= 3, "leastOrigins", leastOrigins);
        check(leastOwnItems >= 1, "leastOwnItems", leastOwnItems);
        check(agreement > 0 && silence > 0 && agreement + silence < 1, "agreement", agreement);
        check(sideItems > 0, "sideItems", sideItems);
        check(originItems > 0, "originItems", originItems);
        check(undeterminedShare > 0 && undeterminedShare < 1, "undetermined", undeterminedShare);
        check(shareItems > 0, "shareItems", shareItems);
        check(undeterminedOdds >= 1, "undeterminedOdds", undeterminedOdds);
        check(copying > 0 && copying < 1, "copying", copying);
        check(leastShared >= 1, "leastShared", leastShared);
    }

    private static void check(boolean holds, String name, double value) {
        if (!holds) {
            throw new IllegalArgumentException("%s cannot be %s".formatted(name, value));
        }
    }
}
