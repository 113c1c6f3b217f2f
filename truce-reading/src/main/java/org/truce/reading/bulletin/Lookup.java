package org.truce.reading.bulletin;

import org.truce.reading.figures.Amounts;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.words.Terms;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What the dictionaries say of each token of a sentence, looked up once: the reader asks for it
 * many times.
 */
record Lookup(
        Sentence sentence,
        List<Optional<Terms.Found<Set<Mark>>>> marks,
        List<Optional<Terms.Found<Thing>>> things,
        List<Optional<Amounts.Found>> amounts) {

    static Lookup of(Sentence sentence) {
        List<Integer> all = IntStream.range(0, sentence.size()).boxed().toList();
        return new Lookup(
                sentence,
                all.stream().map(at -> Mark.terms().find(sentence, at)).toList(),
                all.stream().map(at -> thing(sentence, at)).toList(),
                all.stream().map(at -> Amounts.find(sentence, at)).toList());
    }

    /** "illegal checkpoints": whatever is not allowed is a breach. */
    private static Optional<Terms.Found<Thing>> thing(Sentence sentence, int at) {
        boolean wrong = at + 1 < sentence.size()
                && NounWords.WRONGFUL.contains(sentence.get(at).norm())
                && sentence.get(at + 1).text().endsWith("s")
                && Mark.terms().find(sentence, at + 1).isEmpty();
        return wrong
                ? Optional.of(new Terms.Found<>(Thing.BREACH, 2))
                : Thing.terms().find(sentence, at);
    }

    Optional<Terms.Found<Set<Mark>>> mark(int at) {
        return marks.get(at);
    }

    Optional<Terms.Found<Thing>> thing(int at) {
        return things.get(at);
    }

    Optional<Amounts.Found> amount(int at) {
        return amounts.get(at);
    }

    /** Whether a word by itself does something. */
    boolean has(int at, Mark mark) {
        return at < sentence.size()
                && mark(at).filter(found -> found.length() == 1 && found.value().contains(mark))
                        .isPresent();
    }

    boolean isKnown(int at) {
        return mark(at).isPresent() || thing(at).isPresent() || amount(at).isPresent();
    }
}
