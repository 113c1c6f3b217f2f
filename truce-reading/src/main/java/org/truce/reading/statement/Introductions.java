package org.truce.reading.statement;

import org.truce.reading.words.Actor;
import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Gender;
import org.truce.reading.words.Heads;
import org.truce.reading.words.Phrasebook;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds where a text names persons and bodies, with the titles that it gives them. */
final class Introductions {
    private static final Dictionaries WORDS = Dictionaries.get();

    /** A name after one of these is a place, whatever is told of it after a comma. */
    private static final Set<String> BEFORE_PLACES =
            Set.of("in", "at", "near", "of", "around", "outside", "into", "inside", "towards");

    private static final Set<String> INDEFINITE =
            Set.of("a", "an", "one", "another", "his", "her", "their");

    private final Cast cast = new Cast();
    private final Set<String> acting = new HashSet<>();

    private record Named(Line line, Range range, NounPhrase phrase, int sentence, int place) {}

    private Introductions() {}

    /** Everybody whom the lines name, first those with more than one word of their name. */
    static Cast of(List<Line> lines) {
        Introductions introductions = new Introductions();
        List<Named> named = new ArrayList<>();
        lines.forEach(introductions::act);
        for (Line line : lines) {
            named.addAll(introductions.names(line));
        }
        for (Named one : named) {
            if (one.phrase().name().size() > 1) {
                introductions.introduce(one);
            }
        }
        for (Named one : named) {
            if (one.phrase().name().size() == 1) {
                introductions.introduce(one);
            }
        }
        lines.forEach(introductions::mention);
        lines.forEach(introductions::subject);
        return introductions.cast;
    }

    /** Notes names of one word that stand beside a verb of saying. */
    private void act(Line line) {
        for (int i = 0; i < line.size(); i++) {
            if (NounPhrases.isNameWord(line.word(i)) && !line.isQuote(i)) {
                boolean name = line.hasTag(i, "PROPN");
                boolean speaks = (name && (isSpeaking(line, i + 1) || isSpeaking(line, i - 1)))
                        || (i == 0 && line.isColon(1));
                if (speaks) {
                    acting.add(Person.keys(line.word(i).form()).getFirst());
                }
            }
        }
    }

    private static boolean isSpeaking(Line line, int i) {
        return i >= 0
                && i < line.size()
                && line.isFinite(i)
                && WORDS.speech().verbs().findAt(line.words(), i, line.size()).isPresent();
    }

    private List<Named> names(Line line) {
        List<Named> named = new ArrayList<>();
        SubjectFinder subjects = new SubjectFinder(line);
        int i = 0;
        while (i < line.size()) {
            int end = NounPhrases.nameEnd(line, i, line.size());
            if (end == i) {
                i++;
                continue;
            }
            Range range = around(line, subjects, i, end);
            NounPhrase phrase = NounPhrases.of(line, range);
            boolean known = !phrase.name().isEmpty()
                    && line.text(i, end).contains(phrase.name().getLast())
                    && isPerson(line, phrase, i, end);
            if (known) {
                named.add(new Named(
                        line, range, phrase, line.sentence().number(), named.isEmpty() ? 1 : 0));
            }
            i = end;
        }
        return named;
    }

    /** The title before a name, or the role whose apposition it is, and the role after it. */
    private static Range around(Line line, SubjectFinder subjects, int start, int end) {
        boolean afterPreposition = line.hasTag(start - 1, "ADP");
        int from =
                afterPreposition ? start : Math.min(Grammar.nounPhraseStart(line, end, 0), start);
        for (int i = from; i < start; i++) {
            if (line.hasTag(i, "CCONJ")) {
                from = i + 1;
            }
        }
        if (line.isComma(from - 1)) {
            int before = Grammar.nounPhraseStart(line, from - 1, 0);
            for (int i = before; i < from - 1; i++) {
                if (line.hasTag(i, "CCONJ")) {
                    before = i + 1;
                }
            }
            if (before < from - 1 && hasRole(line, before, from - 1)) {
                from = before;
            }
        }
        boolean place = from == start && BEFORE_PLACES.contains(line.key(start - 1));
        int to = place ? end : subjects.withApposition(start, end, true);
        boolean rolesAfter = to > end && hasRole(line, end, to);
        return new Range(from, rolesAfter ? to : end);
    }

    private static boolean hasRole(Line line, int start, int end) {
        for (int i = start; i < end; i++) {
            if (WORDS.heads().is(line.key(i), Heads.Kind.ROLE)) {
                return true;
            }
        }
        return false;
    }

    /** A place or a thing has capitals, too: a person has a title, a given name or a verb. */
    private boolean isPerson(Line line, NounPhrase phrase, int start, int end) {
        boolean role =
                phrase.roles().stream().anyMatch(word -> WORDS.heads().is(word, Heads.Kind.ROLE));
        boolean given = phrase.name().size() > 1
                && WORDS.heads()
                        .isGivenName(Person.keys(phrase.name().getFirst()).getFirst());
        boolean acts = phrase.name().size() > 1
                && !line.hasTag(start - 1, "ADP")
                && !line.hasTag(start - 1, "DET")
                && (line.isFinite(end)
                        || (line.isComma(end) && line.key(end + 1).equals("who")));
        boolean after = phrase.name().size() > 1
                && line.hasTag(start - 1, "VERB")
                && WORDS.speech().verbs().findAt(line.words(), start - 1, start).isPresent();
        List<String> keys = Person.keys(String.join(" ", phrase.name()));
        boolean surname = phrase.name().size() > 1
                && !line.hasTag(start - 1, "DET")
                && (acting.contains(keys.getLast()) || acting.contains(keys.getFirst()));
        boolean nation = phrase.name().size() > 1
                && line.isComma(start - 1)
                && line.isComma(end)
                && isNation(line, start - 2)
                && line.hasTag(start - 3, "DET");
        return role || given || acts || after || surname || nation || isApposed(line, start, end);
    }

    /** "The keeper of the keys, Ti Ladou, said": what he or she is need not be in a list. */
    private static boolean isApposed(Line line, int start, int end) {
        return end - start > 1
                && line.isComma(start - 1)
                && line.isNominal(start - 2)
                && line.isComma(end)
                && isSpeaking(line, end + 1);
    }

    /** "The Norwegian, Kari Lund, …". */
    private static boolean isNation(Line line, int i) {
        return i > 0
                && WORDS.actors().nationalities().findAt(line.words(), i, i + 1).isPresent();
    }

    private void introduce(Named named) {
        NounPhrase phrase = named.phrase();
        Person person = cast.introduced(String.join(" ", phrase.name()));
        person.addRoles(Titles.normal(phrase.roles()));
        person.addTold(phrase.keys());
        person.learn(phrase.gender());
        Cast.findKnown(person.name()).ifPresent(actor -> {
            cast.identify(person, actor.id());
            person.learn(actor.gender());
        });
        Line line = named.line();
        int before = named.range().start() - 2;
        if (line.isComma(before + 1) && isNation(line, before)) {
            person.addRoles(Set.of(line.key(before)));
        }
        int position = line.word(named.range().start()).start();
        cast.mentioned(person, named.sentence(), position, named.place());
    }

    /** Notes where the text speaks of whom it has named, and of bodies by their full names. */
    private void mention(Line line) {
        int sentence = line.sentence().number();
        int i = 0;
        while (i < line.size()) {
            int body = Bodies.end(line, i);
            int name = NounPhrases.nameEnd(line, i, line.size());
            int weight = i < 3 ? 1 : 0;
            int position = line.word(i).start();
            Optional<Phrasebook.Found<Actor>> known = findKnown(line, i);
            if (known.isPresent() && known.get().end() >= body) {
                Actor actor = known.get().meanings().getFirst();
                cast.mentioned(cast.known(actor), sentence, position, weight);
                i = known.get().end();
            } else if (body > i) {
                cast.mentioned(cast.body(line.text(i, body)), sentence, position, weight);
                i = body;
            } else if (name > i) {
                List<Person> who = cast.named(words(line, i, name));
                if (who.size() == 1) {
                    cast.mentioned(who.getFirst(), sentence, position, weight);
                }
                i = name;
            } else {
                i++;
            }
        }
    }

    /** A state or body of the dictionary that begins at a place. */
    private static Optional<Phrasebook.Found<Actor>> findKnown(Line line, int i) {
        if (!line.word(i).isCapitalised() || line.isQuote(i)) {
            return Optional.empty();
        }
        return WORDS.actors()
                .names()
                .findAt(line.words(), i, line.size())
                .or(() -> line.key(i - 1).equals("in")
                        ? Optional.empty()
                        : WORDS.actors().capitals().findAt(line.words(), i, line.size()))
                .filter(found -> found.meanings().getFirst().kind() != Actor.Kind.PERSON);
    }

    /** Whom a sentence is about, where only a common name tells: a body, a person without one. */
    private void subject(Line line) {
        new SubjectFinder(line).main(line.size()).ifPresent(range -> {
            NounPhrase phrase = NounPhrases.of(line, range);
            Cast.At at = new Cast.At(
                    line.sentence().number(), line.word(range.start()).start());
            boolean named = phrase.display().indexOf(' ') > 0;
            if (phrase.kind() == NounPhrase.Kind.INSTITUTION && named) {
                cast.mentioned(cast.body(phrase.display()), at.sentence(), at.position(), 1);
            } else if (phrase.kind() == NounPhrase.Kind.PRONOUN) {
                stand(phrase, at);
            } else if (phrase.kind() == NounPhrase.Kind.ROLE) {
                List<Person> known = cast.withRoles(Titles.heads(phrase.roles()), at).stream()
                        .filter(one -> one.findBefore(at.position()).isPresent())
                        .toList();
                boolean another = INDEFINITE.contains(phrase.keys().getFirst())
                        || (known.isEmpty()
                                && (Complements.isTold(phrase) || Epithets.isOffice(phrase)));
                if (!known.isEmpty() || another) {
                    Person person = another ? described(phrase) : known.getFirst();
                    cast.mentioned(person, at.sentence(), at.position(), 1);
                }
            }
        });
    }

    /** "He is expected on Friday": whoever it is stands first in this sentence, too. */
    private void stand(NounPhrase phrase, Cast.At at) {
        Gender gender = switch (phrase.keys().getFirst()) {
            case "he" -> Gender.MALE;
            case "she" -> Gender.FEMALE;
            default -> Gender.UNKNOWN;
        };
        List<Person> nearest =
                gender == Gender.UNKNOWN ? List.of() : Pronouns.nearest(cast, gender, false, at);
        if (nearest.size() == 1) {
            cast.mentioned(nearest.getFirst(), at.sentence(), at.position(), 1);
        }
    }

    private Person described(NounPhrase phrase) {
        Person person = cast.findByName(phrase.display())
                .orElseGet(() -> cast.add(phrase.display(), false));
        person.learn(phrase.gender());
        person.describe();
        person.addTold(phrase.keys());
        person.addRoles(Titles.normal(phrase.roles()));
        return person;
    }

    private static List<String> words(Line line, int start, int end) {
        List<String> words = new ArrayList<>();
        for (int i = start; i < end; i++) {
            words.add(line.word(i).form());
        }
        return words;
    }
}
