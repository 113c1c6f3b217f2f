package org.truce.reconcile.linkage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What one field says, as codes. Things said alike are one code. Of very many the rarest share
 * codes: two rare ones that meet in one by accident agree too easily, one time in {@link #SHARED}.
 * Where few different things are said there are codes to spare, for what might have been said.
 */
public final class Vocabulary {
    private static final int OWN = 140;
    private static final int SHARED = 60;
    private static final int FEWEST = 8;

    private final String name;
    private final BiFunction<String, List<List<String>>, Coding> nearness;
    private final Map<List<String>, Integer> uses = new HashMap<>();
    private int longest = 1;
    private Map<List<String>, Integer> codes = Map.of();

    private Vocabulary(String name, BiFunction<String, List<List<String>>, Coding> nearness) {
        this.name = name;
        this.nearness = nearness;
    }

    /**
     * Of labels on a taxonomy, each said as a path from fine to broad. A label that the taxonomy
     * does not know is a path of one, far from all others.
     */
    public static Vocabulary ofPaths(String name) {
        return new Vocabulary(name, Coding::taxonomy);
    }

    /** Of sets of labels, each in an order of its own. */
    public static Vocabulary ofSets(String name) {
        return new Vocabulary(name, Coding::sets);
    }

    /** Counts a use; all are counted before the first code is asked for. */
    public void count(List<String> said) {
        uses.merge(said, 1, Integer::sum);
        longest = Math.max(longest, said.size());
    }

    /** What might be said as well; before the first code is asked for. */
    public void include(List<String> said) {
        uses.merge(said, 0, Integer::sum);
        longest = Math.max(longest, said.size());
    }

    /** Whether it tells any two accounts apart. */
    public boolean useful() {
        return uses.size() > 1;
    }

    /** Whether anything is said at all. */
    public boolean used() {
        return uses.values().stream().anyMatch(times -> times > 0);
    }

    public Coding coding() {
        List<List<String>> byUse = uses.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(use -> String.join("\u0000", use.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        boolean many = byUse.size() > OWN + SHARED;
        Map<List<String>, Integer> given = new LinkedHashMap<>();
        List<List<String>> all = new ArrayList<>();
        for (List<String> said : byUse) {
            if (!many || all.size() < OWN) {
                given.put(said, all.size());
                all.add(whole(said));
            } else {
                given.put(said, OWN + Math.floorMod(said.hashCode(), SHARED));
            }
        }
        while (all.size() < (many ? OWN + SHARED : FEWEST)) {
            all.add(whole(List.of("\u0000" + all.size())));
        }
        codes = given;
        return nearness.apply(name, all);
    }

    /** As long as the longest: what is missing at the end is nobody else's. */
    private List<String> whole(List<String> said) {
        List<String> whole = new ArrayList<>(said);
        while (whole.size() < longest) {
            whole.add("\u0000" + said.getFirst());
        }
        return whole;
    }

    public int code(Optional<List<String>> said) {
        return said.map(codes::get).orElse(Accounts.NONE);
    }
}
