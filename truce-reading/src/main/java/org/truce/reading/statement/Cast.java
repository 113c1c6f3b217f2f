package org.truce.reading.statement;

import org.truce.reading.words.Actor;
import org.truce.reading.words.Dictionaries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * All whom a text names. Whoever is looked for is looked for near by: a text of any length takes
 * time in proportion to its length.
 */
final class Cast {
    /** How many sentences back a title alone, or a body's short name, is looked for. */
    private static final int FAR_SENTENCES = 120;

    /** Of many that share a word of their names only so many are compared. */
    private static final int MOST_NAMESAKES = 50;

    private static final Set<String> GROUPS = Set.of(
            "group",
            "movement",
            "rebels",
            "insurgents",
            "organisation",
            "organization",
            "militia",
            "faction",
            "militants",
            "guerrillas",
            "fighters");

    private final List<Person> people = new ArrayList<>();
    private final Map<String, List<Person>> byWord = new HashMap<>();
    private final Map<String, Person> byName = new HashMap<>();
    private final Map<String, Person> byId = new HashMap<>();
    private final TreeMap<Integer, Set<Person>> bySentence = new TreeMap<>();

    /** A place of the text: its sentence, and its code point. */
    record At(int sentence, int position) {}

    /** The person of a name; a fuller name takes the place of a shorter one. */
    Person introduced(String full) {
        List<String> keys = Person.keys(full);
        Person person = namesakes(keys).stream()
                .filter(one -> !one.isBody() && isSame(one, keys))
                .findFirst()
                .orElseGet(() -> add(full, false));
        if (keys.size() > person.keys().size()) {
            person.rename(full);
            index(person);
        }
        return person;
    }

    private Set<Person> namesakes(List<String> keys) {
        Set<Person> all = new LinkedHashSet<>();
        for (String key : keys) {
            byWord.getOrDefault(key, List.of()).stream().limit(MOST_NAMESAKES).forEach(all::add);
        }
        return all;
    }

    private static boolean isSame(Person person, List<String> keys) {
        boolean shorter = person.answersTo(keys);
        boolean longer = new HashSet<>(keys).containsAll(person.keys());
        boolean surname = person.keys().contains(keys.getLast())
                || keys.contains(person.keys().getLast());
        return (shorter || longer) && surname;
    }

    Person add(String name, boolean body) {
        Person person = new Person(name, body);
        people.add(person);
        byName.putIfAbsent(name, person);
        index(person);
        return person;
    }

    private void index(Person person) {
        for (String key : person.keys()) {
            List<Person> namesakes = byWord.computeIfAbsent(key, word -> new ArrayList<>());
            if (namesakes.isEmpty() || !namesakes.getLast().equals(person)) {
                namesakes.add(person);
            }
        }
    }

    void identify(Person person, String id) {
        person.identify(id);
        byId.putIfAbsent(id, person);
    }

    /** The actor of the dictionary, added where it is new. */
    Person known(Actor actor) {
        Person person = findById(actor.id())
                .orElseGet(() -> add(actor.name(), actor.kind() != Actor.Kind.PERSON));
        identify(person, actor.id());
        person.addShortNames(Dictionaries.get().actors().words(actor));
        if (actor.kind() == Actor.Kind.ARMED_GROUP) {
            person.addShortNames(GROUPS);
        }
        return person;
    }

    /** The person whom the text names first: in an interview the one who answers. */
    Optional<Person> first() {
        return people.stream()
                .filter(one -> !one.isBody() && !one.isDescribed())
                .findFirst();
    }

    /** Who is called exactly so. */
    Optional<Person> findByName(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    Optional<Person> findById(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Notes that the text speaks of somebody; see {@link Person.Mention} for the weight. */
    void mentioned(Person person, int sentence, int position, int weight) {
        person.mentioned(new Person.Mention(sentence, position, weight));
        bySentence.computeIfAbsent(sentence, number -> new LinkedHashSet<>()).add(person);
    }

    /** The body of a name, added where it is new. */
    Person body(String name) {
        List<String> keys = Person.keys(name);
        return byWord.getOrDefault(keys.getLast(), List.of()).stream()
                .limit(MOST_NAMESAKES)
                .filter(one -> one.isBody() && one.keys().equals(keys))
                .findFirst()
                .orElseGet(() -> add(name, true));
    }

    /** The person of the dictionary with exactly this name. */
    static Optional<Actor> findKnown(String name) {
        List<Actor> actors = Dictionaries.get().actors().names().meanings(name).stream()
                .filter(actor -> actor.kind() == Actor.Kind.PERSON)
                .toList();
        return actors.size() == 1 ? Optional.of(actors.getFirst()) : Optional.empty();
    }

    /** Persons whose names hold all words of a name; those it ends first. */
    List<Person> named(List<String> name) {
        List<String> keys = Person.keys(String.join(" ", name));
        List<Person> all = namesakes(List.of(keys.getLast())).stream()
                .filter(one -> !one.isBody() && one.answersTo(keys))
                .toList();
        List<Person> bySurname = all.stream()
                .filter(one -> one.keys().getLast().equals(keys.getLast()))
                .toList();
        return bySurname.isEmpty() ? all : bySurname;
    }

    /** Persons who have all these titles; the last mentioned before a position first. */
    List<Person> withRoles(Set<String> roles, At at) {
        Set<String> wanted = Titles.normal(roles);
        return near(at.sentence(), FAR_SENTENCES).stream()
                .filter(one -> !one.isBody() && one.roles().containsAll(wanted))
                .sorted(latestBefore(at.position()))
                .toList();
    }

    /** Bodies that a short name may stand for, the last mentioned first. */
    List<Person> bodies(String head, At at) {
        return near(at.sentence(), FAR_SENTENCES).stream()
                .filter(one -> one.isBody() && one.isCalled(head))
                .filter(one -> one.findBefore(at.position()).isPresent())
                .sorted(latestBefore(at.position()))
                .toList();
    }

    private static Comparator<Person> latestBefore(int position) {
        return Comparator.comparingInt((Person one) ->
                        one.findBefore(position).map(Person.Mention::position).orElse(-1))
                .reversed();
    }

    /** Persons named before a position, the last first. */
    List<Person> recent(At at) {
        return near(at.sentence(), FAR_SENTENCES).stream()
                .filter(one -> !one.isBody() && one.findBefore(at.position()).isPresent())
                .sorted(latestBefore(at.position()))
                .toList();
    }

    /** Whoever spoke last before a position. */
    Optional<Person> lastSpeaker(At at) {
        return near(at.sentence(), FAR_SENTENCES).stream()
                .filter(one -> one.findSpokenBefore(at.position()).isPresent())
                .max(Comparator.comparingInt(
                        one -> one.findSpokenBefore(at.position()).orElseThrow().position()));
    }

    /** Whoever is mentioned in a sentence or one of so many before; some after it, too. */
    Set<Person> near(int sentence, int back) {
        Set<Person> near = new LinkedHashSet<>();
        bySentence.subMap(Math.max(0, sentence - back), sentence + back).values().stream()
                .limit(2L * FAR_SENTENCES)
                .forEach(near::addAll);
        return near;
    }
}
