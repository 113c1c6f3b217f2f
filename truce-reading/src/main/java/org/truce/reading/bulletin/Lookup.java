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
                all.stream().map(at -> Thing.terms().find(sentence, at)).toList(),
                all.stream().map(at -> Amounts.find(sentence, at)).toList());
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
}
