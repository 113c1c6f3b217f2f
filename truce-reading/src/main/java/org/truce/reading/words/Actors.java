package org.truce.reading.words;

import org.truce.base.Coded;
import org.truce.reading.text.Words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * States, bodies, armed groups and persons by all their names, and offices by their holders and
 * dates; from states.tsv, actors.tsv, office-titles.tsv and offices.tsv.
 */
public final class Actors {
    private final Map<String, Actor> byId = new HashMap<>();
    private final Phrasebook<Actor> names = new Phrasebook<>();
    private final Phrasebook<Actor> nationalities = new Phrasebook<>();
    private final Phrasebook<Actor> capitals = new Phrasebook<>();
    private final Phrasebook<String> titles = new Phrasebook<>();
    private final List<Office> offices = new ArrayList<>();
    private final Map<String, Set<String>> words = new HashMap<>();

    private Actors() {
        Table.rows("states").forEach(this::addState);
        Table.rows("actors").forEach(this::addActor);
        for (Table.Row row : Table.rows("office-titles")) {
            row.list("titles").forEach(title -> titles.add(title, row.get("office")));
        }
        Table.rows("offices").forEach(this::addOffice);
    }

    static Actors load() {
        return new Actors();
    }

    /** States, bodies, groups and persons by name; persons by surname as well. */
    public Phrasebook<Actor> names() {
        return names;
    }

    /** States by the adjective: "Russian". */
    public Phrasebook<Actor> nationalities() {
        return nationalities;
    }

    /** States by the city that stands for their government: "Moscow". */
    public Phrasebook<Actor> capitals() {
        return capitals;
    }

    /** Kinds of office by their titles: "foreign minister", "top diplomat". */
    public Phrasebook<String> titles() {
        return titles;
    }

    public Optional<Actor> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /** Who held an office of a state or body, on a day or, where none is given, ever. */
    public List<Actor> holders(String kind, String of, Optional<LocalDate> day) {
        return offices.stream()
                .filter(office -> office.kind().equals(kind) && office.of().equals(of))
                .filter(office -> day.isEmpty() || office.covers(day.get()))
                .map(Office::holder)
                .distinct()
                .toList();
    }

    /** The offices that a person held on a day or, where none is given, ever. */
    public List<Office> offices(Actor holder, Optional<LocalDate> day) {
        return offices.stream()
                .filter(office -> office.holder().equals(holder))
                .filter(office -> day.isEmpty() || office.covers(day.get()))
                .toList();
    }

    private void addState(Table.Row row) {
        Actor state = new Actor(
                row.get("id"), row.get("name"), Actor.Kind.STATE, Gender.UNKNOWN, Optional.empty());
        put(state, row);
        names.add(state.name(), state);
        row.list("aliases").forEach(alias -> names.add(alias, state));
        row.list("adjectives").forEach(adjective -> nationalities.add(adjective, state));
        row.list("capitals").forEach(capital -> capitals.add(capital, state));
    }

    private void addActor(Table.Row row) {
        Actor.Kind kind = Coded.find(Actor.Kind.class, row.get("kind"))
                .orElseThrow(() -> new IllegalStateException(
                        row.table() + ":" + row.line() + ": no such kind of actor"));
        Actor actor =
                new Actor(row.get("id"), row.get("name"), kind, Gender.UNKNOWN, row.find("state"));
        put(actor, row);
        names.add(actor.name(), actor);
        row.list("aliases").forEach(alias -> names.add(alias, actor));
        Set<String> all = new HashSet<>(Words.keys(actor.name()));
        row.list("aliases").forEach(alias -> all.addAll(Words.keys(alias)));
        words.put(actor.id(), all);
    }

    /** The folded words of all names of a body or group: "mission" among those of UNMISS. */
    public Set<String> words(Actor actor) {
        return Set.copyOf(words.getOrDefault(actor.id(), Set.of()));
    }

    private void addOffice(Table.Row row) {
        String id = row.get("id");
        Actor holder = byId.get(id);
        if (holder == null) {
            holder = new Actor(
                    id,
                    row.get("name"),
                    Actor.Kind.PERSON,
                    Gender.of(row.find("gender").orElse("")),
                    Optional.of(row.get("of")));
            put(holder, row);
            names.add(holder.name(), holder);
            for (String alias : row.list("aliases")) {
                names.add(alias, holder);
            }
        }
        if (titles.isEmptyOf(row.get("office")) || !byId.containsKey(row.get("of"))) {
            throw new IllegalStateException("%s:%d: no title for this office, or no such state"
                    .formatted(row.table(), row.line()));
        }
        offices.add(new Office(
                row.get("office"),
                row.get("of"),
                holder,
                LocalDate.parse(row.get("from")),
                row.find("to").map(LocalDate::parse).orElse(LocalDate.of(2025, 12, 31))));
    }

    private void put(Actor actor, Table.Row row) {
        if (byId.put(actor.id(), actor) != null) {
            throw new IllegalStateException(
                    "%s:%d: this id stands twice".formatted(row.table(), row.line()));
        }
    }
}
