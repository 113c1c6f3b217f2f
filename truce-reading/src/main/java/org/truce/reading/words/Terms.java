package org.truce.reading.words;

import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;
import org.truce.reading.tokens.Token.Kind;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A dictionary of terms of one word or several, looked up in the tokens of a sentence. A word that
 * ends in a star stands for all words that begin so. Safe for many threads.
 *
 * @param <T> what a term stands for
 */
public final class Terms<T> {
    private static final int KEY = 3;
    private static final String JOINED = "وف";
    private static final Pattern PARTS = Pattern.compile("\\s*;\\s*");
    private static final Pattern TAB = Pattern.compile("\t");

    private final Map<String, List<Term<T>>> byKey = new HashMap<>();

    private record Term<T>(List<String> words, T value) {}

    /**
     * A term found.
     *
     * @param length of how many tokens, at least 1
     */
    public record Found<T>(T value, int length) {}

    private Terms() {}

    /**
     * Reads a table of the resources beside this class: columns parted by tabs, of which the last
     * holds terms parted by semicolons; lines that begin with # are remarks.
     *
     * @param reading from the columns of a line to what its terms stand for
     * @throws IllegalArgumentException for a line without terms
     */
    public static <T> Terms<T> read(String resource, Function<List<String>, T> reading) {
        return read(resource, reading, (first, second) -> first);
    }

    /**
     * As {@link #read(String, Function)}, for tables in which a term may stand twice.
     *
     * @param merge what it then stands for
     */
    public static <T> Terms<T> read(
            String resource, Function<List<String>, T> reading, BinaryOperator<T> merge) {
        Terms<T> terms = new Terms<>();
        lines(resource).filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            List<String> columns = List.of(TAB.split(line, -1));
            if (columns.size() < 2) {
                throw new IllegalArgumentException(resource + ": no terms in '" + line + "'");
            }
            T value = reading.apply(columns);
            for (String term : PARTS.split(columns.getLast().strip())) {
                terms.add(term, value, merge);
            }
        });
        terms.byKey
                .values()
                .forEach(list -> list.sort(
                        Comparator.comparingInt((Term<T> term) -> length(term)).reversed()));
        return terms;
    }

    /** Of two terms that fit, the one with more words is meant, then the one with more letters. */
    private static <T> int length(Term<T> term) {
        int letters = term.words().stream().mapToInt(String::length).sum();
        return term.words().size() * 1_000 + letters;
    }

    private static Stream<String> lines(String resource) {
        try (InputStream in =
                Objects.requireNonNull(Terms.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void add(String term, T value, BinaryOperator<T> merge) {
        List<String> words = new ArrayList<>();
        for (String word : term.split(" ")) {
            boolean open = word.endsWith("*");
            String folded = Token.norm(open ? word.substring(0, word.length() - 1) : word);
            words.add(open ? folded + "*" : folded);
        }
        String first = words.getFirst();
        if (first.endsWith("*") && first.length() <= KEY) {
            throw new IllegalArgumentException("too short before the star: " + term);
        }
        List<Term<T>> near = byKey.computeIfAbsent(key(first), k -> new ArrayList<>());
        for (int i = 0; i < near.size(); i++) {
            if (near.get(i).words().equals(words)) {
                near.set(i, new Term<>(words, merge.apply(near.get(i).value(), value)));
                return;
            }
        }
        near.add(new Term<>(words, value));
    }

    private static String key(String word) {
        return word.length() <= KEY ? word : word.substring(0, KEY);
    }

    /** The longest term that begins at a token. */
    public Optional<Found<T>> find(Sentence sentence, int at) {
        Token token = sentence.get(at);
        if (token.kind() != Kind.WORD) {
            return Optional.empty();
        }
        Optional<Found<T>> found = find(sentence, at, token.norm());
        // Arabic writes "and" and "so" as one with the next word.
        boolean joined = token.isArabic() && token.norm().length() > KEY;
        return found.isEmpty() && joined && JOINED.indexOf(token.norm().charAt(0)) >= 0
                ? find(sentence, at, token.norm().substring(1))
                : found;
    }

    private Optional<Found<T>> find(Sentence sentence, int at, String first) {
        for (Term<T> term : byKey.getOrDefault(key(first), List.of())) {
            if (fits(term.words().getFirst(), first) && fits(term.words(), sentence, at)) {
                return Optional.of(new Found<>(term.value(), term.words().size()));
            }
        }
        return Optional.empty();
    }

    /** What a single word stands for, as {@link Token#norm} writes it. */
    public Optional<T> findWord(String norm) {
        return byKey.getOrDefault(key(norm), List.of()).stream()
                .filter(term -> term.words().size() == 1 && fits(term.words().getFirst(), norm))
                .findFirst()
                .map(Term::value);
    }

    private static boolean fits(List<String> words, Sentence sentence, int at) {
        if (at + words.size() > sentence.size()) {
            return false;
        }
        for (int i = 1; i < words.size(); i++) {
            Token token = sentence.get(at + i);
            if (token.kind() != Kind.WORD || !fits(words.get(i), token.norm())) {
                return false;
            }
        }
        return true;
    }

    private static boolean fits(String word, String norm) {
        return word.endsWith("*")
                ? norm.startsWith(word.substring(0, word.length() - 1))
                : norm.equals(word);
    }
}
