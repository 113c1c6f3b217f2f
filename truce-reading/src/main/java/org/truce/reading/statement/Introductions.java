package org.truce.reading.statement;

import org.truce.reading.words.Actor;
import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Heads;
import org.truce.reading.words.Phrasebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds where a text names persons and bodies, with the titles that it gives them. */
final class Introductions {
    private static final Dictionaries WORDS = Dictionaries.get();

    private final Cast cast = new Cast();

    private record Named(Line line, Range range, NounPhrase phrase, int sentence, int place) {}

    private Introductions() {}

    /** Everybody whom the lines name, first those with more than one word of their name. */
    static Cast of(List<Line> lines) {
        Introductions introductions = new Introductions();
        List<Named> named = new ArrayList<>();
        for (Line line : lines) {
            named.addAll(names(line));
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

    private static List<Named> names(Line line) {
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
        int from = Grammar.nounPhraseStart(line, end, 0);
        from = Math.min(from, start);
        for (int i = from; i < start; i++) {
            if (line.hasTag(i, "CCONJ")) {
                from = i + 1;
            }
        }
        if (line.isComma(from - 1)) {
            int before = Grammar.nounPhraseStart(line, from - 1, 0);
            if (before < from - 1 && hasRole(line, before, from - 1)) {
                from = before;
            }
        }
        int to = subjects.withApposition(start, end, true);
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
    private static boolean isPerson(Line line, NounPhrase phrase, int start, int end) {
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
        return role || given || acts || after;
    }

    private void introduce(Named named) {
        NounPhrase phrase = named.phrase();
        Person person = cast.introduced(String.join(" ", phrase.name()));
        person.addRoles(Titles.normal(phrase.roles()));
        person.learn(phrase.gender());
        Cast.findKnown(person.name()).ifPresent(actor -> {
            cast.identify(person, actor.id());
            person.learn(actor.gender());
        });
        int position = named.line().word(named.range().start()).start();
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

    /** A body that only its common name tells, where it is what the sentence is about. */
    private void subject(Line line) {
        new SubjectFinder(line).main(line.size()).ifPresent(range -> {
            NounPhrase phrase = NounPhrases.of(line, range);
            boolean named = phrase.display().indexOf(' ') > 0;
            if (phrase.kind() == NounPhrase.Kind.INSTITUTION && named) {
                cast.mentioned(
                        cast.body(phrase.display()),
                        line.sentence().number(),
                        line.word(range.start()).start(),
                        1);
            }
        });
    }

    private static List<String> words(Line line, int start, int end) {
        List<String> words = new ArrayList<>();
        for (int i = start; i < end; i++) {
            words.add(line.word(i).form());
        }
        return words;
    }
}
