package org.truce.reading.words;

import org.truce.reading.text.Token;
import org.truce.reading.text.Words;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rows of words and what they stand for; finds the longest one that begins at a word. */
public final class Phrasebook<T> {
    private final Map<String, List<T>> meanings = new HashMap<>();
    private final Map<String, Integer> longest = new HashMap<>();

    /**
     * Words that were found.
     *
     * @param end the place after the last
     * @param meanings one or more
     */
    public record Found<T>(int start, int end, List<T> meanings) {
        public Found {
            meanings = List.copyOf(meanings);
        }
    }

    /** Adds a meaning of a phrase, which is cut into words as a text is. */
    void add(String phrase, T meaning) {
        List<String> keys = Words.keys(phrase);
        List<T> known = meanings.computeIfAbsent(String.join(" ", keys), key -> new ArrayList<>());
        if (!known.contains(meaning)) {
            known.add(meaning);
        }
        longest.merge(keys.getFirst(), keys.size(), Math::max);
    }

    /** The longest phrase that begins with the word at a place and ends before another. */
    public Optional<Found<T>> findAt(List<Token> tokens, int at, int end) {
        Integer most = longest.get(tokens.get(at).key());
        if (most == null) {
            return Optional.empty();
        }
        StringBuilder key = new StringBuilder();
        Optional<Found<T>> found = Optional.empty();
        for (int i = at; i < Math.min(end, at + most); i++) {
            key.append(i == at ? "" : " ").append(tokens.get(i).key());
            List<T> meaning = meanings.get(key.toString());
            if (meaning != null) {
                found = Optional.of(new Found<>(at, i + 1, meaning));
            }
        }
        return found;
    }

    /** All phrases between two places, none of which overlaps another. */
    public List<Found<T>> listIn(List<Token> tokens, int start, int end) {
        List<Found<T>> all = new ArrayList<>();
        int at = start;
        while (at < end) {
            Optional<Found<T>> found = findAt(tokens, at, end);
            found.ifPresent(all::add);
            at = found.map(Found::end).orElse(at + 1);
        }
        return all;
    }

    /** What a phrase stands for; empty when it is not in the book. */
    public List<T> meanings(String phrase) {
        return meanings.getOrDefault(String.join(" ", Words.keys(phrase)), List.of());
    }

    /** Whether no phrase stands for a meaning. */
    boolean isEmptyOf(T meaning) {
        return meanings.values().stream().noneMatch(list -> list.contains(meaning));
    }
}
