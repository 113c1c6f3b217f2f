package org.truce.reading.model;

import org.truce.reading.model.Refusal.Reason;
import org.truce.reading.statement.Speaker;
import org.truce.reading.text.Prepared;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Span;
import org.truce.reading.text.Token;
import org.truce.reading.text.Words;
import org.truce.reading.words.Actor;
import org.truce.reading.words.Dictionaries;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether the name that a model gives a speaker is one that the text or a dictionary bears out. */
final class Names {
    private static final Dictionaries WORDS = Dictionaries.get();
    private static final Set<String> LITTLE = Set.of("the", "of", "and", "for", "a", "'s", "-");

    private final Prepared prepared;
    private final Verbatim verbatim;
    private final Map<String, Actor> known;

    Names(Prepared prepared, Verbatim verbatim, List<Actor> known) {
        this.prepared = prepared;
        this.verbatim = verbatim;
        this.known = known.stream().collect(Collectors.toMap(Actor::id, Function.identity()));
    }

    /**
     * What is wrong with a proposal's name and id.
     *
     * @param speaker where the words stand that name the speaker
     */
    Optional<Reason> findWrong(Proposal proposal, Span speaker) {
        Optional<Actor> actor = findActor(proposal);
        Optional<String> name = findName(proposal);
        if (proposal.speakerId().isPresent() && actor.isEmpty()) {
            return Optional.of(Reason.UNKNOWN_ID);
        }
        if (actor.isEmpty() && name.filter(one -> verbatim.list(one).isEmpty()).isPresent()) {
            return Optional.of(Reason.NAME_NOT_FOUND);
        }
        boolean differs = actor.isPresent()
                && proposal.speaker().isPresent()
                && !proposal.speaker().equals(actor.map(Actor::name));
        boolean other =
                name.isPresent() && !isBorneOut(speaker, name.get(), actor) && endsInAName(speaker);
        return differs || other ? Optional.of(Reason.OTHER_NAME) : Optional.empty();
    }

    /** The speaker, once nothing is wrong. */
    Speaker speaker(Proposal proposal, Span speaker) {
        return new Speaker(
                Optional.of(speaker),
                prepared.original().text(speaker),
                findName(proposal),
                proposal.speakerId(),
                List.of());
    }

    /** What a reviewer should look at. */
    List<String> flags(Proposal proposal, Span speaker) {
        Optional<String> name = findName(proposal);
        if (name.isEmpty()) {
            return List.of("speaker-unresolved");
        }
        return isBorneOut(speaker, name.get(), findActor(proposal))
                ? List.of()
                : List.of("speaker-by-model");
    }

    private Optional<Actor> findActor(Proposal proposal) {
        return proposal.speakerId().flatMap(id -> Optional.ofNullable(known.get(id)));
    }

    private Optional<String> findName(Proposal proposal) {
        return findActor(proposal).map(Actor::name).or(proposal::speaker);
    }

    /** Whether the words share one with the name, or a dictionary has them for the actor. */
    private boolean isBorneOut(Span speaker, String name, Optional<Actor> actor) {
        List<Token> tokens = tokens(speaker);
        Set<String> shared = new HashSet<>(Words.keys(name));
        shared.removeAll(LITTLE);
        return tokens.stream().anyMatch(token -> shared.contains(token.key()))
                || actor.filter(one -> isNamed(tokens, one)).isPresent();
    }

    private static boolean isNamed(List<Token> tokens, Actor actor) {
        return List.of(WORDS.actors().names(), WORDS.actors().capitals()).stream()
                .flatMap(book -> book.listIn(tokens, 0, tokens.size()).stream())
                .anyMatch(found -> found.meanings().contains(actor));
    }

    /** Whether the last of the words is a name: capitalised, and no title and no body. */
    private boolean endsInAName(Span speaker) {
        List<Token> words = tokens(speaker).stream().filter(Token::isWord).toList();
        return !words.isEmpty()
                && words.getLast().isCapitalised()
                && WORDS.heads().find(words.getLast().key()).isEmpty()
                && !isPronoun(words);
    }

    private static boolean isPronoun(List<Token> words) {
        return words.size() == 1
                && Set.of("he", "she", "it", "they").contains(words.getFirst().key());
    }

    private List<Token> tokens(Span span) {
        List<Token> tokens = new ArrayList<>();
        for (Sentence sentence : prepared.sentencesIn(span)) {
            sentence.tokens().stream()
                    .filter(token -> span.contains(token.span()))
                    .forEach(tokens::add);
        }
        return tokens;
    }
}
