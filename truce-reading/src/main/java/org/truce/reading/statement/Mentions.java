package org.truce.reading.statement;

import org.truce.reading.text.Prepared;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Span;
import org.truce.reading.text.Token;
import org.truce.reading.words.Actor;
import org.truce.reading.words.Area;
import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Phrasebook;
import org.truce.reading.words.Subject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whom and what a statement is about: actors, capitals for governments, agreements and talks. */
final class Mentions {
    private static final Dictionaries WORDS = Dictionaries.get();

    private static final Set<String> BEFORE_PLACES =
            Set.of("in", "near", "at", "from", "around", "outside", "inside", "towards", "into");

    private Mentions() {}

    /** In the order of the text. */
    static List<Mention> in(Prepared prepared, Span span) {
        List<Mention> mentions = new ArrayList<>();
        for (Sentence sentence : prepared.sentencesIn(span)) {
            List<Token> tokens = sentence.tokens().stream()
                    .filter(token -> span.contains(token.span()))
                    .toList();
            read(prepared, tokens, mentions);
        }
        mentions.sort(Comparator.comparing(Mention::span));
        return List.copyOf(mentions);
    }

    private static void read(Prepared prepared, List<Token> tokens, List<Mention> mentions) {
        int i = 0;
        while (i < tokens.size()) {
            Optional<Phrasebook.Found<Subject>> subject =
                    WORDS.subjects().findAt(tokens, i, tokens.size());
            Optional<Phrasebook.Found<Area>> area = WORDS.areas().findAt(tokens, i, tokens.size());
            Optional<Phrasebook.Found<Actor>> actor = findActor(tokens, i);
            int place = placeEnd(tokens, i);
            if (subject.isPresent()) {
                Subject one = subject.get().meanings().getFirst();
                Mention.Kind kind = one.agreement() ? Mention.Kind.AGREEMENT : Mention.Kind.TALKS;
                mentions.add(mention(
                        prepared,
                        tokens,
                        i,
                        subject.get().end(),
                        kind,
                        one.name(),
                        Optional.of(one.id())));
                i = subject.get().end();
            } else if (area.isPresent()) {
                Area one = area.get().meanings().getFirst();
                mentions.add(mention(
                        prepared,
                        tokens,
                        i,
                        area.get().end(),
                        Mention.Kind.PLACE,
                        one.name(),
                        Optional.of(one.id())));
                i = area.get().end();
            } else if (actor.isPresent()) {
                Actor one = actor.get().meanings().getFirst();
                mentions.add(mention(
                        prepared,
                        tokens,
                        i,
                        actor.get().end(),
                        Mention.Kind.ACTOR,
                        one.name(),
                        Optional.of(one.id())));
                i = actor.get().end();
            } else if (place > i) {
                String name = text(prepared, tokens, i, place);
                mentions.add(mention(
                        prepared, tokens, i, place, Mention.Kind.PLACE, name, Optional.empty()));
                i = place;
            } else {
                i++;
            }
        }
    }

    private static Optional<Phrasebook.Found<Actor>> findActor(List<Token> tokens, int i) {
        if (!tokens.get(i).isCapitalised() && tokens.get(i).form().indexOf('-') < 0) {
            return Optional.empty();
        }
        return WORDS.actors()
                .names()
                .findAt(tokens, i, tokens.size())
                .or(() -> standsForGovernment(tokens, i)
                        ? WORDS.actors().capitals().findAt(tokens, i, tokens.size())
                        : Optional.empty());
    }

    /** "in Moscow" is the city; "Moscow must" and "pressure on Damascus" are governments. */
    private static boolean standsForGovernment(List<Token> tokens, int i) {
        String before = i > 0 ? tokens.get(i - 1).key() : "";
        return !BEFORE_PLACES.contains(before);
    }

    /** The end of a name after "in", "near" and the like, or the place itself. */
    private static int placeEnd(List<Token> tokens, int i) {
        if (i == 0 || !BEFORE_PLACES.contains(tokens.get(i - 1).key())) {
            return i;
        }
        int end = i;
        while (end < tokens.size() && NounPhrases.isNameWord(tokens.get(end))) {
            end++;
        }
        return end;
    }

    private static String text(Prepared prepared, List<Token> tokens, int start, int end) {
        return prepared.original()
                .text(new Span(tokens.get(start).start(), tokens.get(end - 1).end()));
    }

    private static Mention mention(
            Prepared prepared,
            List<Token> tokens,
            int start,
            int end,
            Mention.Kind kind,
            String name,
            Optional<String> id) {
        Span span = new Span(tokens.get(start).start(), tokens.get(end - 1).end());
        return new Mention(span, kind, text(prepared, tokens, start, end), name, id);
    }
}
