package org.truce.assess.sources;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Claims by the origin they go back to. What votes is an origin's account of an item, once, however
 * many sources repeat it. Where the origin speaks for itself, that is its account; else it is split
 * evenly between the different values that its repeaters give, whatever their number.
 */
final class Voices {
    private static final String UNSTATED = "";

    /**
     * Who votes.
     *
     * @param name an origin's; empty for those of a side that have too few items for their own
     * @param side its side; empty where none is stated
     */
    record Rater(Optional<String> name, Optional<String> side) {}

    /** In the order of their ids. */
    final List<Item> items;
    /** What may be so, in their own order, with "undetermined" last. */
    final List<String> values;
    /** Those with a name first. */
    final List<Rater> raters;

    final Votes votes;
    private final List<Map<String, List<Claim>>> byOrigin = new ArrayList<>();
    private final Map<String, Optional<String>> sideOf = new TreeMap<>();
    private final Map<String, Integer> itemsOf = new TreeMap<>();

    Voices(List<Item> unordered, Sides sides, int leastOwnItems) {
        items = ordered(unordered);
        for (Item item : items) {
            Map<String, List<Claim>> claims = new TreeMap<>();
            for (Claim claim : item.claims()) {
                claim.origin()
                        .ifPresent(origin -> claims.computeIfAbsent(
                                        origin, unseen -> new ArrayList<>())
                                .add(claim));
            }
            byOrigin.add(claims);
            claims.keySet().forEach(origin -> itemsOf.merge(origin, 1, Integer::sum));
        }
        findSides(sides);
        values = listValues();
        Map<String, Integer> raterOf = new TreeMap<>();
        raters = number(raterOf, leastOwnItems);
        votes = vote(raterOf);
    }

    private static List<Item> ordered(List<Item> unordered) {
        Map<String, Item> byId = new TreeMap<>();
        for (Item item : unordered) {
            if (byId.put(item.id(), item) != null) {
                throw new IllegalArgumentException("two items with one id: " + item.id());
            }
        }
        return List.copyOf(byId.values());
    }

    /** Of an origin the side stated for it, else the one on which all who repeat it stand. */
    private void findSides(Sides sides) {
        Map<String, Optional<String>> ofRepeaters = new TreeMap<>();
        for (Map<String, List<Claim>> claims : byOrigin) {
            claims.forEach((origin, its) -> its.forEach(claim -> ofRepeaters.merge(
                    origin,
                    sides.find(claim.source()),
                    (one, other) -> one.equals(other) ? one : Optional.empty())));
        }
        ofRepeaters.forEach(
                (origin, side) -> sideOf.put(origin, sides.find(origin).or(() -> side)));
    }

    private List<String> listValues() {
        TreeSet<String> named = new TreeSet<>();
        items.forEach(item -> item.claims().forEach(claim -> named.add(claim.value())));
        named.remove(Claim.UNDETERMINED);
        List<String> all = new ArrayList<>(named);
        all.add(Claim.UNDETERMINED);
        return List.copyOf(all);
    }

    private List<Rater> number(Map<String, Integer> raterOf, int leastOwnItems) {
        List<Rater> own = new ArrayList<>();
        itemsOf.forEach((origin, count) -> {
            if (count >= leastOwnItems) {
                raterOf.put(origin, own.size());
                own.add(new Rater(Optional.of(origin), side(origin)));
            }
        });
        Map<String, Integer> othersOf = new LinkedHashMap<>();
        itemsOf.forEach((origin, count) -> {
            if (count < leastOwnItems) {
                raterOf.put(
                        origin, othersOf.computeIfAbsent(side(origin).orElse(UNSTATED), unseen -> {
                            own.add(new Rater(Optional.empty(), side(origin)));
                            return own.size() - 1;
                        }));
            }
        });
        return List.copyOf(own);
    }

    private Votes vote(Map<String, Integer> raterOf) {
        Map<String, Integer> valueOf = new TreeMap<>();
        values.forEach(value -> valueOf.put(value, valueOf.size()));
        List<List<Votes.Vote>> byItem = new ArrayList<>();
        for (Map<String, List<Claim>> claims : byOrigin) {
            List<Votes.Vote> of = new ArrayList<>();
            claims.forEach((origin, its) -> {
                TreeSet<String> said = account(origin, its);
                for (String value : said) {
                    of.add(new Votes.Vote(
                            raterOf.getOrDefault(origin, 0),
                            valueOf.getOrDefault(value, 0),
                            1.0 / said.size()));
                }
            });
            byItem.add(of);
        }
        return new Votes(raters.size(), values.size(), byItem);
    }

    private static TreeSet<String> account(String origin, List<Claim> claims) {
        TreeSet<String> own = new TreeSet<>();
        TreeSet<String> repeated = new TreeSet<>();
        for (Claim claim : claims) {
            (claim.source().equals(origin) ? own : repeated).add(claim.value());
        }
        return own.isEmpty() ? repeated : own;
    }

    /** The side of an origin; empty where none is stated or those who repeat it are of several. */
    Optional<String> side(String origin) {
        return sideOf.getOrDefault(origin, Optional.empty());
    }

    /** How many items an origin has an account of. */
    int items(String origin) {
        return itemsOf.getOrDefault(origin, 0);
    }

    /** The origins behind the claims of the item with this number. */
    List<String> origins(int item) {
        return List.copyOf(byOrigin.get(item).keySet());
    }

    /** How many raters have a name; they come first. */
    int named() {
        return (int) raters.stream().filter(rater -> rater.name().isPresent()).count();
    }
}
