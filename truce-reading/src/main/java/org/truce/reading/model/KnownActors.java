package org.truce.reading.model;

import org.truce.reading.text.Prepared;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Token;
import org.truce.reading.words.Actor;
import org.truce.reading.words.Actors;
import org.truce.reading.words.Dictionaries;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The closed list of those whose ids a model may give: the ones that a text may speak of. */
final class KnownActors {
    private static final Actors ACTORS = Dictionaries.get().actors();

    private final Map<String, Actor> found = new TreeMap<>();
    private final Set<String> offices = new TreeSet<>();

    private KnownActors() {}

    /**
     * All whom the text names, states by their capitals and adjectives too, and who held the kinds
     * of office that it names in those states and bodies on its day; by id.
     */
    static List<Actor> in(Prepared prepared, Optional<LocalDate> day) {
        KnownActors known = new KnownActors();
        for (Sentence sentence : prepared.sentences()) {
            known.read(sentence.tokens());
        }
        List<Actor> named = List.copyOf(known.found.values());
        for (Actor one : named) {
            for (String office : known.offices) {
                ACTORS.holders(office, one.id(), day).forEach(known::add);
            }
        }
        return known.found.values().stream()
                .sorted(Comparator.comparing(Actor::id))
                .toList();
    }

    private void read(List<Token> tokens) {
        for (int i = 0; i < tokens.size(); i++) {
            ACTORS.titles()
                    .findAt(tokens, i, tokens.size())
                    .ifPresent(title -> offices.addAll(title.meanings()));
            if (tokens.get(i).isCapitalised()) {
                for (var book :
                        List.of(ACTORS.names(), ACTORS.nationalities(), ACTORS.capitals())) {
                    book.findAt(tokens, i, tokens.size())
                            .ifPresent(name -> name.meanings().forEach(this::add));
                }
            }
        }
    }

    private void add(Actor actor) {
        found.put(actor.id(), actor);
    }
}
