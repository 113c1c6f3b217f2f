package org.truce.reading.foreign;

import org.truce.reading.words.Gender;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Whom a text names, and for whom its words stand: the rules R of docs/reference/reading.md,
 * without those that ask for offices on a day.
 */
final class Cast {
    /** So many speakers are remembered for pronouns and titles. */
    private static final int REMEMBERED = 12;

    /** Of figures whose names begin alike so many are compared: no news text has more. */
    private static final int COMPARED = 40;

    private static final int INDEXED = 3;

    private final Tongue tongue;
    private final Map<String, List<Figure>> figures = new HashMap<>();
    private final Deque<Figure> spoken = new ArrayDeque<>();
    private final Deque<Figure> mentioned = new ArrayDeque<>();
    private int count;

    /**
     * Who speaks.
     *
     * @param name empty where the text names nobody who would do, or more than one
     * @param unnamed whether the name is only what the text calls somebody without a name
     */
    record Resolved(
            Optional<String> name,
            Optional<String> id,
            List<String> candidates,
            boolean unnamed,
            String rule) {
        Resolved {
            candidates = List.copyOf(candidates);
        }
    }

    Cast(Tongue tongue) {
        this.tongue = tongue;
    }

    /** Somebody named in the text, before anything of it is read. */
    void introduce(Naming naming) {
        List<Figure> same = same(naming);
        if (same.isEmpty()) {
            add(naming);
        } else {
            same.forEach(figure -> index(figure, naming));
        }
    }

    /** A name in the nominative, of somebody whose name was put into it by rule. */
    void correct(Naming naming) {
        List<Figure> same = same(naming);
        if (same.size() == 1) {
            same.getFirst().learn(naming);
        }
    }

    /** The text speaks of somebody. */
    void mention(Naming naming) {
        same(naming).stream().findFirst().ifPresent(figure -> remember(mentioned, figure));
    }

    /** Who is named as a speaker, or, where the text leaves it out, who spoke before. */
    Resolved speaker(Optional<Naming> subject, Optional<Saying> saying) {
        Gender verb = saying.filter(one -> !one.may(Takes.FROM) && !one.may(Takes.IN))
                .map(Saying::gender)
                .orElse(Gender.UNKNOWN);
        if (subject.isEmpty()) {
            return before(verb, figure -> true);
        }
        Naming naming = subject.get();
        return switch (naming.kind()) {
            case PRONOUN ->
                before(naming.gender() == Gender.UNKNOWN ? verb : naming.gender(), figure -> true);
            case PAPER -> paper(naming);
            case PERSON -> person(naming, verb);
            case BODY -> body(naming);
            case ROLE, CROWD -> role(naming, verb);
        };
    }

    private Resolved person(Naming naming, Gender verb) {
        List<Figure> same = same(naming).stream()
                .filter(figure -> figure.gender().agrees(verb))
                .toList();
        if (same.isEmpty()) {
            return speaks(add(naming), naming.known().isPresent() ? "R3" : "R1");
        }
        if (same.size() > 1) {
            List<Figure> titled = same.stream()
                    .filter(figure ->
                            !naming.roles().isEmpty() && figure.roles().containsAll(naming.roles()))
                    .toList();
            if (titled.size() != 1) {
                List<String> names = same.stream().map(Figure::name).toList();
                return new Resolved(Optional.empty(), Optional.empty(), names, false, "R1");
            }
            same = titled;
        }
        same.getFirst().learn(verb);
        index(same.getFirst(), naming);
        return speaks(same.getFirst(), "R1");
    }

    private Resolved body(Naming naming) {
        List<Figure> same = same(naming);
        if (tongue.isShortForBodies(naming.keys())) {
            Optional<Figure> owner =
                    last(figure -> figure.isBody() && !tongue.isShortForBodies(figure.keys()));
            if (owner.isPresent()) {
                return speaks(owner.get(), "R6");
            }
        }
        Optional<Figure> longer = last(figure -> figure.isBody()
                && figure.keys().size() > naming.keys().size()
                && hasAll(figure.keys(), naming.keys()));
        boolean shortened = naming.known().isEmpty()
                && (naming.keys().size() == 1
                        || longer.filter(one -> tongue.isSameWord(
                                        one.keys().getFirst(), naming.keys().getFirst()))
                                .isPresent());
        if (!same.isEmpty() && !(shortened && longer.isPresent())) {
            return speaks(same.getFirst(), "R2");
        }
        return longer.map(figure -> speaks(figure, "R6"))
                .orElseGet(() -> speaks(add(naming), naming.known().isPresent() ? "R2" : "R7"));
    }

    private Resolved role(Naming naming, Gender verb) {
        boolean many = naming.kind() == Naming.Kind.CROWD;
        Optional<Figure> titled = last(figure -> (many ? figure.isUnnamed() : !figure.isBody())
                && figure.gender().agrees(verb)
                && hasAll(List.copyOf(figure.roles()), naming.keys()));
        List<String> firm =
                naming.keys().stream().filter(key -> !tongue.isLooseRole(key)).toList();
        if (titled.isEmpty() && !many && tongue.isTold(naming)) {
            titled = last(figure -> figure.isPerson()
                    && figure.gender().agrees(verb)
                    && hasAll(List.copyOf(figure.roles()), firm));
        }
        if (titled.isPresent()) {
            return speaks(titled.get(), "R4");
        }
        if (tongue.isEpithet(naming)) {
            Resolved last = before(verb, Figure::isPerson);
            if (last.name().isPresent()) {
                return new Resolved(last.name(), last.id(), List.of(), last.unnamed(), "R4");
            }
        }
        return unnamed(naming);
    }

    /** A paper speaks for the body that spoke last, else for the one that was named last. */
    private Resolved paper(Naming naming) {
        Optional<Figure> owner = spoken.stream()
                .filter(Figure::isBody)
                .findFirst()
                .or(() -> spoken.stream().findFirst())
                .or(() -> mentioned.stream().filter(Figure::isBody).findFirst());
        return owner.map(figure -> speaks(figure, "R5")).orElseGet(() -> unnamed(naming));
    }

    private Resolved unnamed(Naming naming) {
        List<Figure> same = same(naming);
        return speaks(same.isEmpty() ? add(naming) : same.getFirst(), "R7");
    }

    private Resolved before(Gender gender, Predicate<Figure> fits) {
        return spoken.stream()
                .filter(fits)
                .filter(figure -> figure.gender().agrees(gender))
                .findFirst()
                .or(() -> mentioned.stream()
                        .filter(fits)
                        .filter(Figure::isPerson)
                        .filter(figure -> figure.gender().agrees(gender))
                        .findFirst())
                .map(figure -> speaks(figure, "R5"))
                .orElseGet(() ->
                        new Resolved(Optional.empty(), Optional.empty(), List.of(), false, "R9"));
    }

    private Resolved speaks(Figure figure, String rule) {
        remember(spoken, figure);
        remember(mentioned, figure);
        return new Resolved(
                Optional.of(figure.name()),
                figure.id(),
                List.of(),
                figure.isUnnamed(),
                rule.equals("R1") && figure.isUnnamed() ? "R7" : rule);
    }

    private void remember(Deque<Figure> list, Figure figure) {
        list.remove(figure);
        list.addFirst(figure);
        if (list.size() > REMEMBERED) {
            list.removeLast();
        }
        figure.mention(++count);
    }

    /** The one mentioned last of those that fit. */
    private Optional<Figure> last(Predicate<Figure> fits) {
        return mentioned.stream().filter(fits).max(Comparator.comparingInt(Figure::mentioned));
    }

    private boolean hasAll(List<String> keys, List<String> asked) {
        return !asked.isEmpty()
                && asked.stream()
                        .allMatch(
                                one -> keys.stream().anyMatch(key -> tongue.isSameWord(key, one)));
    }

    /** Figures of the same name: the same words, or for persons all words of one in the other. */
    private List<Figure> same(Naming naming) {
        List<Figure> near = figures.getOrDefault(index(naming.keys().getLast()), List.of());
        List<Figure> found = new ArrayList<>();
        for (Figure figure : near.subList(Math.max(0, near.size() - COMPARED), near.size())) {
            boolean person = naming.kind() == Naming.Kind.PERSON;
            boolean alike = figure.isPerson() == person
                    && figure.isBody() == (naming.kind() == Naming.Kind.BODY);
            boolean fits = person
                    ? hasAll(figure.keys(), naming.keys()) || hasAll(naming.keys(), figure.keys())
                    : figure.keys().size() == naming.keys().size()
                            && hasAll(figure.keys(), naming.keys());
            boolean known =
                    naming.known().isPresent() && naming.known().map(Known::id).equals(figure.id());
            if (alike && (fits || known)) {
                found.add(figure);
            }
        }
        return found;
    }

    private Figure add(Naming naming) {
        Figure figure = new Figure(naming);
        for (String key : figure.keys()) {
            put(figure, key);
        }
        return figure;
    }

    private void index(Figure figure, Naming naming) {
        figure.learn(naming);
        naming.keys().forEach(key -> put(figure, key));
    }

    private void put(Figure figure, String key) {
        List<Figure> near = figures.computeIfAbsent(index(key), one -> new ArrayList<>());
        int from = Math.max(0, near.size() - COMPARED);
        if (!near.subList(from, near.size()).contains(figure)) {
            near.add(figure);
        }
    }

    private static String index(String key) {
        return key.substring(0, Math.min(INDEXED, key.length()));
    }
}
