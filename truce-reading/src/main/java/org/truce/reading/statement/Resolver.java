package org.truce.reading.statement;

import org.truce.reading.statement.NounPhrase.Kind;
import org.truce.reading.words.Actor;
import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Gender;
import org.truce.reading.words.Heads;
import org.truce.reading.words.Phrasebook;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds whom the words for a speaker stand for; see the rules R1 to R9 in
 * docs/reference/reading.md.
 */
final class Resolver {
    private static final Dictionaries WORDS = Dictionaries.get();

    private static final Set<String> COUNTERPARTS =
            Set.of("counterpart", "colleague", "opponent", "rival", "neighbour", "adversary");

    private static final Set<String> OWNERS = Set.of("his", "her", "its", "their");

    private final Cast cast;
    private final Offices offices;
    private Optional<Resolved> last = Optional.empty();
    private Optional<Paper> lastPaper = Optional.empty();

    private record Paper(int sentence, Person author) {}

    Resolver(Cast cast, Optional<LocalDate> date) {
        this.cast = cast;
        this.offices = new Offices(cast, date);
    }

    /**
     * Whom words stand for.
     *
     * @param people one, several who speak jointly, or, where it is ambiguous, the candidates
     * @param rule the id of the rule that decided
     */
    record Resolved(List<Person> people, boolean ambiguous, boolean unnamed, String rule) {
        static Resolved one(Person person, String rule) {
            boolean unnamed = !person.isBody() && person.isDescribed();
            return new Resolved(List.of(person), false, unnamed, rule);
        }

        static Resolved none() {
            return new Resolved(List.of(), false, false, "R9");
        }

        Optional<String> name() {
            return people.isEmpty() || ambiguous
                    ? Optional.empty()
                    : Optional.of(String.join(
                            " and ", people.stream().map(Person::name).toList()));
        }
    }

    /** The last that was resolved. */
    Optional<Resolved> last() {
        return last;
    }

    Resolved resolve(Line line, Range range) {
        Cast.At at = at(line, range);
        Resolved found = joint(line, range).orElseGet(() -> {
            NounPhrase phrase = NounPhrases.of(line, range);
            return resolve(line, range, phrase, at);
        });
        if (!found.ambiguous()) {
            found.people()
                    .forEach(person -> cast.mentioned(person, at.sentence(), at.position(), 2));
        }
        last = Optional.of(found);
        return found;
    }

    /** "the minister, Ivan Petrov, and General Ilić": several names joined by "and". */
    private Optional<Resolved> joint(Line line, Range range) {
        for (int i = range.start() + 1; i < range.end() - 1; i++) {
            if (line.key(i).equals("and")) {
                NounPhrase left = NounPhrases.of(line, new Range(range.start(), i));
                NounPhrase right = NounPhrases.of(line, new Range(i + 1, range.end()));
                boolean both = isOne(left) && isOne(right);
                if (both) {
                    Cast.At at = at(line, range);
                    List<Person> people = new ArrayList<>(
                            resolve(line, new Range(range.start(), i), left, at).people());
                    people.addAll(resolve(line, new Range(i + 1, range.end()), right, at)
                            .people());
                    return Optional.of(new Resolved(people, false, false, "R8"));
                }
            }
        }
        return Optional.empty();
    }

    private static Cast.At at(Line line, Range range) {
        return new Cast.At(line.sentence().number(), line.word(range.start()).start());
    }

    private static boolean isOne(NounPhrase phrase) {
        return phrase.kind() == Kind.PERSON && !phrase.name().isEmpty();
    }

    private Resolved resolve(Line line, Range range, NounPhrase phrase, Cast.At at) {
        return switch (phrase.kind()) {
            case PRONOUN -> pronoun(phrase, at);
            case PERSON -> person(line, range, phrase, at);
            case ROLE -> role(line, range, phrase, at);
            case INSTITUTION -> body(line, range, phrase, at);
            case PAPER -> noted(paper(line, range, phrase, at), at);
            case CROWD, OTHER -> other(line, range, phrase, at);
        };
    }

    private Resolved person(Line line, Range range, NounPhrase phrase, Cast.At at) {
        Optional<Actor> body = dictionaryBody(line, range);
        boolean untitled = Titles.heads(phrase.roles()).isEmpty();
        if (body.isPresent() && untitled) {
            return Resolved.one(cast.known(body.get()), "R2");
        }
        List<Person> candidates = cast.named(phrase.name());
        if (candidates.size() > 1) {
            candidates = narrowed(candidates, phrase);
        }
        if (candidates.size() == 1) {
            Person person = candidates.getFirst();
            person.learn(phrase.gender());
            person.addRoles(Titles.normal(phrase.roles()));
            offices.identify(person);
            return Resolved.one(person, "R1");
        }
        if (candidates.size() > 1) {
            return new Resolved(candidates, true, false, "R1");
        }
        Optional<Person> dictionary = offices.byName(String.join(" ", phrase.name()));
        if (dictionary.isPresent()) {
            return Resolved.one(dictionary.get(), "R3");
        }
        String name = String.join(" ", phrase.name());
        boolean apposed = !phrase.display().contains(name);
        if (line.key(range.start()).equals("the") && untitled && !apposed) {
            return body(line, range, phrase, at);
        }
        Person person = cast.add(name, false);
        person.learn(phrase.gender());
        person.addRoles(Titles.normal(phrase.roles()));
        return Resolved.one(person, "R1");
    }

    private static List<Person> narrowed(List<Person> candidates, NounPhrase phrase) {
        List<String> keys = Person.keys(String.join(" ", phrase.name()));
        List<Person> exact =
                candidates.stream().filter(one -> one.keys().equals(keys)).toList();
        if (exact.size() == 1) {
            return exact;
        }
        List<Person> byGender = candidates.stream()
                .filter(one -> one.gender().agrees(phrase.gender()))
                .toList();
        Set<String> roles = Titles.heads(phrase.roles());
        List<Person> byRole = byGender.stream()
                .filter(one -> !roles.isEmpty() && one.roles().containsAll(roles))
                .toList();
        return byRole.isEmpty() ? byGender : byRole;
    }

    private Resolved role(Line line, Range range, NounPhrase phrase, Cast.At at) {
        if (isCounterpart(phrase)) {
            return nationalCounterpart(line, range, at).orElseGet(() -> counterpart(phrase, at));
        }
        boolean indefinite = phrase.keys().getFirst().equals("a")
                || phrase.keys().getFirst().equals("an")
                || phrase.keys().getFirst().equals("one")
                || phrase.keys().getFirst().equals("another");
        if (!indefinite) {
            List<Person> full = cast.withRoles(phrase.roles(), at);
            Optional<Person> office = offices.holder(line, range);
            if (office.isPresent()) {
                return Resolved.one(office.get(), "R3");
            }
            List<Person> candidates = (full.isEmpty()
                            ? cast.withRoles(headRoles(phrase), at)
                            : full)
                    .stream().filter(one -> Complements.allow(one, phrase)).toList();
            if (!candidates.isEmpty() && !headRoles(phrase).isEmpty()) {
                return choose(candidates, at, phrase, "R4");
            }
        }
        return Epithets.find(cast, phrase, at)
                .map(person -> Resolved.one(person, "R10"))
                .orElseGet(() -> described(phrase));
    }

    private static boolean isCounterpart(NounPhrase phrase) {
        return COUNTERPARTS.contains(phrase.head())
                && (OWNERS.contains(phrase.keys().getFirst())
                        || phrase.head().equals("counterpart"));
    }

    private static Set<String> headRoles(NounPhrase phrase) {
        return Titles.heads(phrase.roles());
    }

    /** The one mentioned last; where two were mentioned in that sentence, it is left open. */
    private Resolved choose(List<Person> candidates, Cast.At at, NounPhrase phrase, String rule) {
        List<Person> agreeing = candidates.stream()
                .filter(one -> one.gender().agrees(phrase.gender()))
                .toList();
        if (agreeing.isEmpty()) {
            return described(phrase);
        }
        Person first = agreeing.getFirst();
        if (agreeing.size() > 1) {
            Optional<Person.Mention> one = first.findBefore(at.position());
            Optional<Person.Mention> other = agreeing.get(1).findBefore(at.position());
            boolean tied = one.isPresent()
                    && other.isPresent()
                    && one.get().sentence() == other.get().sentence()
                    && one.get().weight() == other.get().weight();
            if (tied) {
                return new Resolved(agreeing, true, false, rule);
            }
        }
        return Resolved.one(first, rule);
    }

    /** "its Pakistani counterpart" of the Indian Army is the Pakistani Army. */
    private Optional<Resolved> nationalCounterpart(Line line, Range range, Cast.At at) {
        boolean ofBody = line.key(range.start()).equals("its") && range.end() == range.start() + 3;
        Optional<Person> speaker = cast.lastSpeaker(at).filter(Person::isBody);
        if (!ofBody || speaker.isEmpty()) {
            return Optional.empty();
        }
        String own = speaker.get().name();
        String kind = own.substring(own.lastIndexOf(' ') + 1);
        String name = line.word(range.start() + 1).form() + " " + kind;
        Person body = WORDS.actors().names().meanings(name).stream()
                .findFirst()
                .map(cast::known)
                .orElseGet(() -> cast.body(name));
        return Optional.of(Resolved.one(body, "R5"));
    }

    private Resolved counterpart(NounPhrase phrase, Cast.At at) {
        Optional<Person> speaker = cast.lastSpeaker(at);
        return cast.recent(at).stream()
                .filter(one -> !one.isDescribed() && (speaker.isEmpty() || one != speaker.get()))
                .findFirst()
                .map(one -> Resolved.one(one, "R5"))
                .orElseGet(() -> described(phrase));
    }

    /** Somebody without a name is called what the text calls them. */
    private Resolved described(NounPhrase phrase) {
        Person person = cast.findByName(phrase.display())
                .orElseGet(() ->
                        cast.add(phrase.display(), Titles.heads(phrase.roles()).isEmpty()));
        person.learn(phrase.gender());
        person.describe();
        person.addTold(phrase.keys());
        person.addRoles(Titles.normal(phrase.roles()));
        return new Resolved(List.of(person), false, true, "R7");
    }

    private Resolved body(Line line, Range range, NounPhrase phrase, Cast.At at) {
        Optional<Actor> known = dictionaryBody(line, range);
        if (known.isPresent()) {
            return Resolved.one(cast.known(known.get()), "R2");
        }
        boolean bare = phrase.display().indexOf(' ') < 0 && !phrase.head().isEmpty();
        if (bare && phrase.definite()) {
            List<Person> bodies = cast.bodies(phrase.head(), at);
            if (!bodies.isEmpty()) {
                return Resolved.one(bodies.getFirst(), "R6");
            }
        }
        return shortened(phrase, at)
                .orElseGet(() -> Resolved.one(cast.body(phrase.display()), "R2"));
    }

    /** "the Joint Chiefs": a part of the name of a body that was named before. */
    private Optional<Resolved> shortened(NounPhrase phrase, Cast.At at) {
        List<String> words = Person.keys(phrase.display());
        boolean capitals = Character.isUpperCase(phrase.display().charAt(0));
        return capitals && words.size() > 1
                ? cast.bodies(words.getLast(), at).stream()
                        .filter(one -> one.answersTo(words))
                        .findFirst()
                        .map(one -> Resolved.one(one, "R6"))
                : Optional.empty();
    }

    /** A body of the dictionary whose name the phrase is, but for its article. */
    private static Optional<Actor> dictionaryBody(Line line, Range range) {
        int start = line.hasTag(range.start(), "DET") ? range.start() + 1 : range.start();
        int end = range.end();
        for (int i = start; i < end; i++) {
            if (line.isComma(i)) {
                end = i;
            }
        }
        if (start >= end) {
            return Optional.empty();
        }
        int whole = end;
        int name = start;
        while (name + 1 < whole && !line.word(name).isCapitalised() && line.isNominal(name)) {
            name++;
        }
        int from = name;
        Optional<Phrasebook.Found<Actor>> found = WORDS.actors()
                .names()
                .findAt(line.words(), from, whole)
                .filter(one -> one.end() == whole)
                .or(() -> WORDS.actors()
                        .capitals()
                        .findAt(line.words(), start, whole)
                        .filter(one -> one.end() == whole));
        return found.map(one -> one.meanings().getFirst())
                .filter(actor -> actor.kind() != Actor.Kind.PERSON);
    }

    private Resolved noted(Resolved author, Cast.At at) {
        lastPaper = author.people().size() == 1
                ? Optional.of(new Paper(at.sentence(), author.people().getFirst()))
                : Optional.empty();
        return author;
    }

    /** A paper speaks for whoever it is from, otherwise for who spoke last. */
    private Resolved paper(Line line, Range range, NounPhrase phrase, Cast.At at) {
        if (OWNERS.contains(line.key(range.start()))) {
            return resolve(line, new Range(range.start(), range.start() + 1));
        }
        for (int i = range.start() + 1; i < range.end() - 1; i++) {
            String key = line.key(i);
            if (key.equals("of") || key.equals("from") || key.equals("by")) {
                return resolve(line, new Range(i + 1, range.end()));
            }
            if (line.isPossessive(i)) {
                return resolve(line, new Range(range.start(), i));
            }
        }
        for (int i = range.start() + 1; i < range.end(); i++) {
            boolean inner = line.hasTag(i - 1, "NOUN") && line.hasTag(i, "DET");
            if (inner) {
                int end = Grammar.simpleEnd(line, i, range.end());
                return resolve(line, new Range(i, end));
            }
        }
        int first = line.hasTag(range.start(), "DET") ? range.start() + 1 : range.start();
        if (first < range.end() - 1
                && WORDS.heads().is(line.key(range.end() - 1), Heads.Kind.PAPER)
                && WORDS.heads().find(line.key(range.end() - 2)).isPresent()) {
            return resolve(line, new Range(range.start(), range.end() - 1));
        }
        return cast.lastSpeaker(at)
                .map(person -> Resolved.one(person, "R5"))
                .orElseGet(() -> described(phrase));
    }

    private Resolved other(Line line, Range range, NounPhrase phrase, Cast.At at) {
        Optional<Actor> known = dictionaryBody(line, range);
        if (known.isPresent()) {
            return Resolved.one(cast.known(known.get()), "R2");
        }
        boolean oneWord = phrase.display().equals(line.word(range.start()).form());
        if (oneWord && line.word(range.start()).isCapitalised()) {
            List<Person> named = cast.named(List.of(line.word(range.start()).form()));
            if (named.size() == 1) {
                return Resolved.one(named.getFirst(), "R1");
            }
        }
        Optional<Resolved> part = shortened(phrase, at)
                .or(() -> Epithets.byNation(cast, phrase, at)
                        .map(person -> Resolved.one(person, "R10")));
        if (part.isPresent()) {
            return part.get();
        }
        if (OWNERS.contains(line.key(range.start())) && range.end() > range.start() + 1) {
            return resolve(line, new Range(range.start(), range.start() + 1));
        }
        if (phrase.keys().equals(List.of("a")) || phrase.keys().equals(List.of("answer"))) {
            return cast.first()
                    .map(person -> Resolved.one(person, "R11"))
                    .orElseGet(() -> described(phrase));
        }
        String first = phrase.keys().getFirst().equals("the") && phrase.keys().size() > 1
                ? phrase.keys().get(1)
                : phrase.keys().getFirst();
        boolean two = first.equals("two") || first.equals("both");
        if (two) {
            List<Person> recent =
                    cast.recent(at).stream().filter(one -> !one.isDescribed()).toList();
            if (recent.size() >= 2) {
                return new Resolved(pair(recent), false, false, "R8");
            }
        }
        return described(phrase);
    }

    private static List<Person> pair(List<Person> recent) {
        List<Person> pair = new ArrayList<>(recent.subList(0, 2));
        pair.sort(java.util.Comparator.comparing(Person::name));
        return pair;
    }

    private Resolved pronoun(NounPhrase phrase, Cast.At at) {
        return switch (phrase.keys().getFirst()) {
            case "he", "him" -> nearest(Gender.MALE, false, at);
            case "she", "her" -> nearest(Gender.FEMALE, false, at);
            case "his" -> nearest(Gender.MALE, false, at);
            case "it", "its" -> ofPaper(at).orElseGet(() -> nearest(Gender.UNKNOWN, true, at));
            case "who" -> Resolved.none();
            default -> several(at);
        };
    }

    /** "It" after a sentence about a paper is the paper. */
    private Optional<Resolved> ofPaper(Cast.At at) {
        return lastPaper
                .filter(one -> at.sentence() - one.sentence() == 1)
                .map(one -> Resolved.one(one.author(), "R5"));
    }

    private Resolved several(Cast.At at) {
        List<Person> recent = cast.recent(at).stream()
                .filter(one -> one.findBefore(at.position())
                        .filter(mention -> at.sentence() - mention.sentence() <= 4)
                        .isPresent())
                .toList();
        if (recent.size() >= 2) {
            return new Resolved(pair(recent), false, false, "R8");
        }
        return nearest(Gender.UNKNOWN, true, at);
    }

    private Resolved nearest(Gender gender, boolean body, Cast.At at) {
        List<Person> best = Pronouns.nearest(cast, gender, body, at);
        if (best.size() > 1) {
            return new Resolved(best, true, false, "R5");
        }
        if (best.isEmpty()) {
            return Resolved.none();
        }
        best.getFirst().learn(gender);
        return Resolved.one(best.getFirst(), "R5");
    }
}
