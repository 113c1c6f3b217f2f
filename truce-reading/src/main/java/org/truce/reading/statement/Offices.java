package org.truce.reading.statement;

import org.truce.reading.words.Actor;
import org.truce.reading.words.Actors;
import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Phrasebook;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Offices that real persons held on the document's date: "US Secretary of State". */
final class Offices {
    private static final Actors ACTORS = Dictionaries.get().actors();

    private final Cast cast;
    private final Optional<LocalDate> date;

    Offices(Cast cast, Optional<LocalDate> date) {
        this.cast = cast;
        this.date = date;
    }

    /** The person of the dictionary with a name or a surname, who is then one of the cast. */
    Optional<Person> byName(String name) {
        List<Actor> all = ACTORS.names().meanings(name).stream()
                .filter(actor -> actor.kind() == Actor.Kind.PERSON)
                .toList();
        List<Actor> inOffice = all.stream()
                .filter(actor -> !ACTORS.offices(actor, date).isEmpty())
                .toList();
        List<Actor> likely = inOffice.isEmpty() ? all : inOffice;
        return likely.size() == 1 ? Optional.of(person(likely.getFirst())) : Optional.empty();
    }

    /** Takes the id of somebody whose full name the dictionary has. */
    void identify(Person person) {
        if (person.id().isEmpty()) {
            Cast.findKnown(person.name()).ifPresent(actor -> cast.identify(person, actor.id()));
        }
    }

    /** Who holds the office that a phrase names, with the state that it belongs to. */
    Optional<Person> holder(Line line, Range range) {
        Set<String> states = states(line, range);
        Set<String> kinds = kinds(line, range);
        for (String state : states) {
            for (String kind : kinds) {
                Optional<Person> found = inCast(kind, state).or(() -> byDate(kind, state));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }

    /** Somebody whom the text itself names and who held the office. */
    private Optional<Person> inCast(String kind, String state) {
        List<Actor> ever = ACTORS.holders(kind, state, date);
        List<Person> named = ever.stream()
                .flatMap(actor -> cast.findById(actor.id()).stream())
                .toList();
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    private Optional<Person> byDate(String kind, String state) {
        if (date.isEmpty()) {
            return Optional.empty();
        }
        List<Actor> holders = ACTORS.holders(kind, state, date);
        return holders.size() == 1 ? Optional.of(person(holders.getFirst())) : Optional.empty();
    }

    private Person person(Actor actor) {
        Person person = cast.findById(actor.id()).orElseGet(() -> cast.add(actor.name(), false));
        cast.identify(person, actor.id());
        person.learn(actor.gender());
        return person;
    }

    private static Set<String> states(Line line, Range range) {
        Set<String> states = new HashSet<>();
        for (int i = range.start(); i < range.end(); i++) {
            ACTORS.nationalities()
                    .findAt(line.words(), i, range.end())
                    .ifPresent(found -> add(states, found));
            ACTORS.names()
                    .findAt(line.words(), i, range.end())
                    .ifPresent(found -> add(states, found));
        }
        return states;
    }

    private static void add(Set<String> states, Phrasebook.Found<Actor> found) {
        found.meanings().forEach(actor -> states.add(actor.id()));
    }

    private static Set<String> kinds(Line line, Range range) {
        Set<String> kinds = new HashSet<>();
        for (Phrasebook.Found<String> found :
                ACTORS.titles().listIn(line.words(), range.start(), range.end())) {
            kinds.addAll(found.meanings());
        }
        return kinds;
    }
}
