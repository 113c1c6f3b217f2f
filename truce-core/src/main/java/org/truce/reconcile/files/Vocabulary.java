package org.truce.reconcile.files;

import org.truce.reconcile.linkage.Accounts;
import org.truce.reconcile.linkage.Coding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The labels of one field as codes. Labels that a taxonomy gives one path are one code; a label
 * that it does not know is a code of its own, far from all others. Of very many labels the rarest
 * share codes: two rare labels that meet in one by accident agree too easily, one time in
 * {@link #SHARED}.
 */
final class Vocabulary {
    private static final int OWN = 140;
    private static final int SHARED = 60;

    private final String name;
    private final Map<List<String>, Integer> uses = new HashMap<>();
    private int levels = 1;
    private Map<List<String>, Integer> codes = Map.of();

    Vocabulary(String name) {
        this.name = name;
    }

    /** Counts a label's use; all are counted before the first code is asked for. */
    void count(List<String> path) {
        uses.merge(path, 1, Integer::sum);
        levels = Math.max(levels, path.size());
    }

    /** Whether it tells any two rows apart. */
    boolean useful() {
        return uses.size() > 1;
    }

    Coding coding() {
        List<List<String>> byUse = uses.entrySet().stream()
                .sorted(Map.Entry.<List<String>, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(use -> String.join("\u0000", use.getKey())))
                .map(Map.Entry::getKey)
                .toList();
        Map<List<String>, Integer> given = new LinkedHashMap<>();
        List<List<String>> paths = new ArrayList<>();
        for (List<String> path : byUse) {
            if (byUse.size() <= OWN + SHARED || paths.size() < OWN) {
                given.put(path, paths.size());
                paths.add(whole(path));
            } else {
                given.put(path, OWN + Math.floorMod(path.hashCode(), SHARED));
            }
        }
        while (byUse.size() > OWN + SHARED && paths.size() < OWN + SHARED) {
            paths.add(whole(List.of("\u0000" + paths.size())));
        }
        codes = given;
        return Coding.taxonomy(name, paths);
    }

    /** A path as long as the longest: what is missing at the broad end is nobody else's. */
    private List<String> whole(List<String> path) {
        List<String> whole = new ArrayList<>(path);
        while (whole.size() < levels) {
            whole.add("\u0000" + path.getFirst());
        }
        return whole;
    }

    int code(Optional<List<String>> path) {
        return path.map(codes::get).orElse(Accounts.NONE);
    }

    /** Figures in classes whose width grows: 0, 1, 2, 3, 4, 5-6, 7-9, 10-14, 15-24, 25-49, ... */
    static final class Figures {
        private static final TreeMap<Integer, Integer> CLASSES = new TreeMap<>();

        static {
            int number = 0;
            for (int from : new int[] {0, 1, 2, 3, 4, 5, 7, 10, 15, 25, 50, 100, 250}) {
                CLASSES.put(from, number++);
            }
        }

        private Figures() {}

        static Coding coding(String name) {
            return Coding.ordinal(name, CLASSES.size());
        }

        static int code(int figure) {
            return CLASSES.floorEntry(figure).getValue();
        }
    }
}
