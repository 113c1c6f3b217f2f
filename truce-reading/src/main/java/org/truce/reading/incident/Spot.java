package org.truce.reading.incident;

import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token.Kind;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The place that a clause names: a name behind "in", "near" and the like, behind "village of", or
 * before "province". Who is named without such a word is no place: "Moscow said".
 */
final class Spot {
    /** Between the preposition and the name: "in the market of Deir Sawan". */
    private static final int WITHIN = 5;

    private static final Set<String> COUNTRIES = Stream.of(Locale.getISOCountries())
            .map(code -> Locale.of("", code).getDisplayCountry(Locale.ENGLISH))
            .collect(Collectors.toUnmodifiableSet());

    private final Sentence sentence;

    /** @param to behind its last token */
    record Found(String words, int from, int to) {}

    Spot(Sentence sentence) {
        this.sentence = sentence;
    }

    /**
     * The first among some tokens; a country only where nothing smaller is named.
     *
     * @param middle where the word stands that says what happened: what is named behind it is
     *     nearer to it than what is named before
     */
    Optional<Found> find(int from, int middle, int to) {
        Optional<Found> behind = first(middle, to, false);
        Optional<Found> nearest = behind.isPresent() ? behind : first(from, middle, false);
        Optional<Found> country = nearest.isPresent() ? nearest : first(middle, to, true);
        return country.isPresent() ? country : first(from, middle, true);
    }

    private Optional<Found> first(int from, int to, boolean countries) {
        for (int at = from; at < to; at++) {
            Optional<Found> found = at(at, to);
            if (found.isPresent() && COUNTRIES.contains(found.get().words()) == countries) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Found> at(int at, int to) {
        boolean whose = Grammar.isWordOf(sentence, at, Grammar.PLACE_NOUNS)
                || Grammar.isWordOf(sentence, at, Grammar.BUILDINGS);
        if (whose && at + 1 < to && sentence.get(at + 1).isWord("of")) {
            return name(at + 2, to);
        }
        if (Grammar.isWordOf(sentence, at, Grammar.LOCAL)) {
            return behind(at + 1, to);
        }
        int end = Grammar.nameEnd(sentence, at);
        boolean begins = at == 0 || !sentence.get(at - 1).isCapital();
        return begins
                        && end > at
                        && Grammar.isWordOf(sentence, end, Grammar.PLACE_NOUNS)
                        && !Grammar.isWordOf(sentence, end - 1, Grammar.PLACE_NOUNS)
                ? name(at, to)
                : Optional.empty();
    }

    private Optional<Found> behind(int from, int to) {
        for (int i = from; i < Math.min(to, from + WITHIN); i++) {
            if (sentence.get(i).kind() != Kind.WORD
                    || Grammar.isWordOf(sentence, i, Grammar.LOCAL)
                    || (Grammar.isWordOf(sentence, i, Grammar.CLAUSE_WORDS)
                            && !sentence.get(i).isWord("of"))) {
                return Optional.empty();
            }
            if (sentence.get(i).isCapital()) {
                boolean whose = i > from
                        && sentence.get(i - 1).isWord("the")
                        && Grammar.isOrganisation(sentence, i, Grammar.nameEnd(sentence, i));
                return whose ? Optional.empty() : name(i, to);
            }
        }
        return Optional.empty();
    }

    private Optional<Found> name(int from, int to) {
        int end = Math.min(Grammar.nameEnd(sentence, from), to);
        if (end <= from || Grammar.isOrganisation(sentence, from, end)) {
            return Optional.empty();
        }
        int last = end;
        while (last - 1 > from
                && Grammar.isWordOf(sentence, last - 1, Grammar.PLACE_NOUNS)
                && !sentence.get(last - 1).isWord("port")) {
            last--;
        }
        String words = sentence.words(from, last).replaceAll("['’]s?$", "");
        return Optional.of(new Found(words, from, end));
    }
}
