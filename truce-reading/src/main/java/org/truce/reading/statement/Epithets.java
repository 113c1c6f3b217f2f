package org.truce.reading.statement;

import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Heads;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * "The historian", "the former rebel": a person whom the text has just named, called by what he or
 * she is, though it has not said so before. Only "the" with a word for a person and no complement
 * counts; "the mission's spokesman" and "a driver" are somebody else.
 */
final class Epithets {
    private static final Dictionaries WORDS = Dictionaries.get();
    private static final Heads HEADS = WORDS.heads();
    private static final int FARTHEST_SENTENCES = 3;

    /** Words that fit whoever holds an office or a rank. */
    private static final Set<String> GENERAL = Set.of(
            "diplomat",
            "official",
            "officer",
            "politician",
            "veteran",
            "man",
            "woman",
            "leader",
            "spokesperson",
            "spokesman",
            "spokeswoman");

    private static final Set<String> COMPLEMENTING = Set.of(
            "of", "for", "'s", "in", "from", "to", ",", "at", "on", "by", "with", "near", "behind",
            "who", "between", "inside", "outside");

    /** Whoever holds one of these here is known without being told of. */
    private static final Set<String> OFFICES = Set.of(
            "minister",
            "president",
            "premier",
            "chancellor",
            "governor",
            "mayor",
            "commander",
            "ambassador",
            "secretary",
            "king",
            "queen",
            "bishop",
            "archbishop",
            "pope",
            "judge",
            "prosecutor",
            "commissioner",
            "director",
            "coordinator",
            "speaker",
            "general",
            "colonel",
            "lieutenant",
            "captain",
            "major",
            "sergeant",
            "headmaster",
            "mukhtar",
            "secretary-general",
            "chair",
            "chairman",
            "chairwoman",
            "driver",
            "waiter");

    private Epithets() {}

    static Optional<Person> find(Cast cast, NounPhrase phrase, Cast.At at) {
        boolean definite = phrase.keys().getFirst().equals("the");
        if (isOffice(phrase)) {
            return Optional.empty();
        }
        boolean bare = phrase.keys().stream().noneMatch(COMPLEMENTING::contains);
        if (!definite || !bare || !HEADS.is(phrase.head(), Heads.Kind.ROLE)) {
            return Optional.empty();
        }
        return near(cast, phrase, at).stream()
                .filter(one ->
                        Titles.heads(one.roles()).isEmpty() || GENERAL.contains(phrase.head()))
                .findFirst();
    }

    static boolean isOffice(NounPhrase phrase) {
        return OFFICES.contains(phrase.head());
    }

    /** "The Norwegian": whoever was called so, or was named last. */
    static Optional<Person> byNation(Cast cast, NounPhrase phrase, Cast.At at) {
        boolean nation = phrase.keys().size() == 2
                && phrase.keys().getFirst().equals("the")
                && !WORDS.actors().nationalities().meanings(phrase.display()).isEmpty();
        if (!nation) {
            return Optional.empty();
        }
        List<Person> near = near(cast, phrase, at);
        return near.stream()
                .filter(one -> one.roles().contains(phrase.keys().getLast()))
                .findFirst()
                .or(() -> near.stream().findFirst());
    }

    private static List<Person> near(Cast cast, NounPhrase phrase, Cast.At at) {
        return cast.recent(at).stream()
                .filter(one -> !one.isDescribed() && one.gender().agrees(phrase.gender()))
                .filter(one -> one.findBefore(at.position())
                        .filter(last -> at.sentence() - last.sentence() <= FARTHEST_SENTENCES)
                        .isPresent())
                .toList();
    }
}
