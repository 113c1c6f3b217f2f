package org.truce.reading.foreign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Rows of words and what they stand for. A word that ends in a star stands for all that begin so. A
 * word of the text fits with or without the particles written as one with it; one that the row
 * writes with a capital has to have one.
 *
 * @param <T> what a row stands for
 */
final class Book<T> {
    private static final int INDEXED = 2;

    private final Spelling spelling;
    private final Map<String, List<Row<T>>> rows = new HashMap<>();

    private record Row<T>(List<String> words, boolean capital, T meaning) {
        /**
         * Of two rows that fit, the one with more words is meant, then the one with more letters.
         */
        boolean isLongerThan(Row<T> other) {
            int more = Integer.compare(words.size(), other.words.size());
            return more > 0 || (more == 0 && letters() > other.letters());
        }

        private int letters() {
            return words.stream().mapToInt(String::length).sum();
        }
    }

    /** Words found, and the place after them. */
    record Match<T>(int end, T meaning) {}

    Book(Spelling spelling) {
        this.spelling = spelling;
    }

    void add(String row, T meaning) {
        List<String> words = new ArrayList<>();
        for (String word : row.strip().split(" +")) {
            boolean open = word.endsWith("*");
            String key = spelling.key(open ? word.substring(0, word.length() - 1) : word);
            if (open && key.length() < INDEXED) {
                throw new IllegalStateException("too short before the star: " + row);
            }
            words.add(open ? key + "*" : key);
        }
        rows.computeIfAbsent(index(words.getFirst()), key -> new ArrayList<>())
                .add(new Row<>(
                        List.copyOf(words), Character.isUpperCase(row.strip().charAt(0)), meaning));
    }

    private static String index(String word) {
        String letters = word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
        return letters.substring(0, Math.min(INDEXED, letters.length()));
    }

    /** The longest row that begins at a place and ends before another. */
    Optional<Match<T>> find(Phrase phrase, int at, int end) {
        Optional<Row<T>> best = Optional.empty();
        for (String variant : phrase.get(at).variants()) {
            for (Row<T> row : rows.getOrDefault(index(variant), List.of())) {
                boolean fits = at + row.words().size() <= end
                        && (!row.capital() || phrase.get(at).isCapitalised())
                        && fits(row.words().getFirst(), variant)
                        && restFits(row, phrase, at);
                if (fits && (best.isEmpty() || row.isLongerThan(best.get()))) {
                    best = Optional.of(row);
                }
            }
        }
        return best.map(row -> new Match<>(at + row.words().size(), row.meaning()));
    }

    /** Whether a row stands anywhere in a phrase. */
    boolean isIn(Phrase phrase) {
        for (int i = 0; i < phrase.size(); i++) {
            if (find(phrase, i, phrase.size()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static boolean restFits(Row<?> row, Phrase phrase, int at) {
        for (int i = 1; i < row.words().size(); i++) {
            String word = row.words().get(i);
            if (phrase.get(at + i).variants().stream().noneMatch(one -> fits(word, one))) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String word, String variant) {
        return word.endsWith("*")
                ? variant.startsWith(word.substring(0, word.length() - 1))
                : variant.equals(word);
    }
}
