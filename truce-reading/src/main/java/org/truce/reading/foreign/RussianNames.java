package org.truce.reading.foreign;

import org.truce.reading.foreign.Naming.Kind;
import org.truce.reading.words.Gender;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a noun phrase that begins at a place: adjectives and a title, what belongs to it, a name in
 * capitals. Names in other cases than the nominative are shown in the nominative.
 */
final class RussianNames {
    private static final int LONGEST = 24;

    private static final Set<String> PRONOUNS = Set.of("он", "она", "они", "оно");

    private static final String ADJECTIVE =
            ".*(ий|ый|ой|ая|яя|ое|ее|ие|ые|ого|его|ому|ему|ым|им|ом|ем|ых|их|ую|юю)";

    private final Phrase phrase;
    private final Russian russian;
    private final Nouns nouns;
    private final int from;
    private final Set<String> roles = new LinkedHashSet<>();
    private final List<Integer> name = new ArrayList<>();
    private Optional<String> head = Optional.empty();
    private Optional<Known> who = Optional.empty();
    private int headAt = -1;
    private int at;

    private RussianNames(Phrase phrase, Russian russian, int from) {
        this.phrase = phrase;
        this.russian = russian;
        this.nouns = russian.nouns();
        this.from = from;
        this.at = from;
    }

    /** The noun phrase that begins at a place, when it names anybody. */
    static Optional<Naming> read(Phrase phrase, Russian russian, int from, int limit) {
        if (from < limit && PRONOUNS.contains(phrase.key(from))) {
            return Optional.of(pronoun(phrase, from));
        }
        RussianNames reader = new RussianNames(phrase, russian, from);
        int end = Math.min(limit, from + LONGEST);
        boolean goes = true;
        while (goes && reader.at < end) {
            goes = reader.step(end);
        }
        return reader.naming();
    }

    private static Naming pronoun(Phrase phrase, int at) {
        String key = phrase.key(at);
        Gender told =
                key.equals("она") ? Gender.FEMALE : key.equals("он") ? Gender.MALE : Gender.UNKNOWN;
        return Naming.pronoun(phrase, at, told, key.equals("они"));
    }

    /** "his", "her" of a paper: as good as a pronoun. */
    static Optional<Naming> owner(Phrase phrase, int at) {
        Gender told = switch (phrase.key(at)) {
            case "его" -> Gender.MALE;
            case "ее" -> Gender.FEMALE;
            default -> Gender.UNKNOWN;
        };
        return Optional.of(Naming.pronoun(phrase, at, told, false));
    }

    private boolean step(int end) {
        Item item = phrase.get(at);
        if (item.isQuotation()) {
            boolean title = head.isPresent()
                    && name.isEmpty()
                    && item.quotation()
                            .filter(one -> phrase.countWords(one) <= 4)
                            .isPresent();
            at += title ? 1 : 0;
            return title;
        }
        if (!item.isWord() || russian.sayings().find(item.key()).isPresent()) {
            return false;
        }
        Optional<Book.Match<Known>> match = russian.known().find(phrase, at, end);
        if (match.isPresent() && takeKnown(match.get())) {
            return true;
        }
        if (isNameWord(item)) {
            return takeName(item);
        }
        return takeWord(item, end);
    }

    private boolean takeKnown(Book.Match<Known> match) {
        Known one = match.meaning();
        boolean person = one.kind() == Known.Kind.PERSON;
        if (!name.isEmpty()
                || (person && russian.isName(phrase, at) && isFollowedByOtherName(match.end()))) {
            return false;
        }
        if (person) {
            who = Optional.of(one);
            for (int i = at; i < match.end(); i++) {
                name.add(i);
            }
        } else {
            if (head.isEmpty() && roles.isEmpty()) {
                who = Optional.of(one);
                headAt = at;
                head = Optional.of(phrase.key(at));
            }
            for (int i = at; i < match.end(); i++) {
                roles.add(phrase.key(i));
            }
        }
        at = match.end();
        return true;
    }

    private boolean isFollowedByOtherName(int end) {
        return end < phrase.size() && end - at == 1 && isNameWord(phrase.get(end));
    }

    /** A capital that is no title, no body and not the place that a word before asks for. */
    private boolean isNameWord(Item item) {
        String key = item.key();
        boolean capital = item.isCapitalised()
                || key.startsWith("аль-")
                || key.startsWith("ас-")
                || key.startsWith("аш-")
                || key.startsWith("ад-")
                || key.startsWith("ан-")
                || key.startsWith("ат-")
                || key.startsWith("аз-")
                || key.startsWith("эль-");
        boolean particle = RussianWords.PARTICLES.contains(key)
                && at + 1 < phrase.size()
                && phrase.get(at + 1).isCapitalised();
        boolean title = RussianForms.findHead(key, nouns).isPresent() && !nouns.isGivenName(key);
        boolean place =
                at > from && RussianWords.PLACE_HEADS.contains(phrase.key(at - 1)) && !isName(item);
        boolean letters = item.form().matches("\\p{Lu}{2,}") && name.isEmpty();
        boolean first = item.key().matches(ADJECTIVE) && !isName(item) && isTitleNext();
        return (capital || particle)
                && !isOrdinary(item)
                && !title
                && !place
                && !letters
                && !first
                && !RussianWords.STOPS.contains(key);
    }

    /**
     * The first word of a sentence has a capital anyway; it is a name if the text has it elsewhere.
     */
    private boolean isOrdinary(Item item) {
        boolean followed = at + 1 < phrase.size() && phrase.get(at + 1).isCapitalised();
        return at == 0
                && !followed
                && !isName(item)
                && RussianForms.stems(item.key()).stream().noneMatch(phrase.names()::contains);
    }

    private boolean isTitleNext() {
        return at + 1 < phrase.size()
                && !phrase.get(at + 1).isCapitalised()
                && (RussianForms.findHead(phrase.key(at + 1), nouns).isPresent()
                        || (at == 0 && phrase.key(at + 1).matches(ADJECTIVE)));
    }

    private boolean isName(Item item) {
        return RussianForms.findGivenName(item.key(), nouns).isPresent();
    }

    private boolean takeName(Item item) {
        boolean second = !name.isEmpty() && name.getLast() != at - 1;
        if (second || name.size() > 5) {
            return false;
        }
        // "главы МИД Сирии Иванов": a place that no table has may stand before a given name.
        if (name.size() == 1 && isName(item) && !isName(phrase.get(at - 1)) && head.isPresent()) {
            name.clear();
        }
        name.add(at);
        at++;
        return true;
    }

    private boolean takeWord(Item item, int end) {
        String key = item.key();
        if (!name.isEmpty()) {
            return false;
        }
        Optional<String> found = RussianForms.findHead(key, nouns);
        boolean time = found.filter(one -> nouns.kinds(one).contains(Noun.TIME)).isPresent();
        if (time) {
            return false;
        }
        if (found.isPresent()) {
            if (isOtherNoun(key, found.get())) {
                return false;
            }
            if (head.isEmpty()) {
                head = found;
                headAt = at;
            }
            roles.add(found.get());
            at++;
            return true;
        }
        if (RussianWords.isPreposition(key)) {
            return takePreposition(end);
        }
        boolean goesOn = head.isPresent() || key.matches(ADJECTIVE) || isNameNear();
        if (RussianWords.STOPS.contains(key) || !goesOn || RussianWords.isVerb(key)) {
            return false;
        }
        roles.add(key);
        at++;
        return true;
    }

    /**
     * "журналистам политолог": in the nominative behind another case another noun phrase begins.
     */
    private boolean isOtherNoun(String key, String found) {
        return head.isPresent()
                && nouns.kinds(found).contains(Noun.ROLE)
                && key.equals(found)
                && !phrase.key(headAt).equals(head.get());
    }

    /** "спецпосланник ООН по Сирии", "посол в Дамаске": before a name only. */
    private boolean takePreposition(int end) {
        boolean sent = roles.stream().anyMatch(RussianWords::isSent);
        String key = phrase.key(at);
        boolean follows = at + 1 < end && phrase.isWord(at + 1);
        boolean time = follows
                && RussianForms.findHead(phrase.key(at + 1), nouns)
                        .filter(one -> nouns.kinds(one).contains(Noun.TIME))
                        .isPresent();
        boolean licensed = head.isPresent()
                && sent
                && follows
                && !time
                && (key.equals("по")
                        || (key.equals("из") && roles.contains("один"))
                        || key.equals("при")
                        || (key.equals("в") && isSource() && !phrase.get(at + 1).isCapitalised())
                        || (Set.of("в", "на", "от").contains(key)
                                && phrase.get(at + 1).isCapitalised()
                                && hasNameBehind(placeEnd(end), end)));
        if (licensed) {
            at = Set.of("в", "на", "от").contains(key) ? placeEnd(end) : at + 2;
        }
        return licensed;
    }

    /**
     * Whether a given name follows after small words: what they say of somebody is unknown here.
     */
    private boolean isNameNear() {
        int place = at + 1;
        while (place < at + 4
                && phrase.isWord(place)
                && !phrase.get(place).isCapitalised()
                && !RussianWords.STOPS.contains(phrase.key(place))) {
            place++;
        }
        return phrase.isWord(place)
                && phrase.get(place).isCapitalised()
                && isName(phrase.get(place));
    }

    private boolean isSource() {
        return roles.contains("источник") || roles.contains("собеседник");
    }

    /**
     * Whether a name follows what a preposition leads to; otherwise it tells where something is
     * said.
     */
    private boolean hasNameBehind(int place, int end) {
        if (place >= end || !phrase.get(place).isCapitalised()) {
            return false;
        }
        boolean initial = phrase.get(place).form().matches("\\p{Lu}\\.?");
        boolean second = place + 1 < end && phrase.get(place + 1).isCapitalised();
        return initial || second || isName(phrase.get(place));
    }

    /** Behind the place that a preposition leads to: "в России", "от Южной Кореи". */
    private int placeEnd(int end) {
        int place = at + 1;
        Optional<Book.Match<Known>> match = russian.known().find(phrase, place, end);
        if (match.isPresent()) {
            return match.get().end();
        }
        boolean adjective = phrase.key(place).matches(ADJECTIVE)
                && place + 2 < end
                && phrase.get(place + 1).isCapitalised();
        return adjective ? place + 2 : place + 1;
    }

    private Optional<Naming> naming() {
        while (!name.isEmpty() && RussianWords.PARTICLES.contains(phrase.key(name.getLast()))) {
            name.removeLast();
            at--;
        }
        if (name.isEmpty() && head.isEmpty()) {
            return Optional.empty();
        }
        Stretch words = new Stretch(from, at);
        if (!name.isEmpty()) {
            return Optional.of(person(words));
        }
        Set<Noun> kinds = nouns.kinds(head.get());
        Kind kind = kinds.contains(Noun.ROLE)
                ? Kind.ROLE
                : kinds.contains(Noun.PAPER)
                        ? Kind.PAPER
                        : kinds.contains(Noun.CROWD) ? Kind.CROWD : Kind.BODY;
        if (kind == Kind.PAPER) {
            return Optional.of(paper(words));
        }
        List<String> keys = List.copyOf(roles);
        return Optional.of(new Naming(
                kind,
                words,
                title(words),
                keys,
                roles,
                nouns.gender(head.get()),
                kind == Kind.CROWD,
                who));
    }

    private Naming person(Stretch words) {
        List<String> keys = new ArrayList<>();
        Gender told = Gender.UNKNOWN;
        for (int place : name) {
            String key = phrase.key(place);
            if (!RussianWords.PARTICLES.contains(key)) {
                keys.add(key);
            }
            Optional<String> given = given(key);
            if (told == Gender.UNKNOWN && given.isPresent()) {
                told = nouns.gender(given.get());
            }
        }
        if (told == Gender.UNKNOWN && head.isPresent()) {
            told = head.get().endsWith("ца") ? Gender.FEMALE : Gender.UNKNOWN;
        }
        Stretch stretch = new Stretch(name.getFirst(), name.getLast() + 1);
        boolean oblique = isOblique();
        if (told == Gender.UNKNOWN) {
            told = RussianForms.bySurname(phrase.key(name.getLast()), oblique);
        }
        String shown = oblique ? nominative(told) : phrase.text(stretch);
        Naming naming =
                new Naming(Kind.PERSON, words, Phrase.plain(shown), keys, roles, told, false, who);
        return oblique ? naming.asMade() : naming;
    }

    /** Whether the first word that tells of a case is in none of the nominative. */
    private boolean isOblique() {
        if (head.isPresent()
                && headAt < name.getFirst()
                && !phrase.key(headAt).equals(head.get())) {
            return true;
        }
        String first = phrase.key(name.getFirst());
        return (!nouns.isGivenName(first)
                        && RussianForms.findGivenName(first, nouns).isPresent())
                || russian.isAfterOblique(phrase, from);
    }

    /** The nominative of a given name; "Александра" behind "мэра" is a man's. */
    private Optional<String> given(String key) {
        boolean oblique = russian.isAfterOblique(phrase, from)
                || (head.isPresent()
                        && headAt < name.getFirst()
                        && !phrase.key(headAt).equals(head.get()));
        return Optional.of(key)
                .filter(one -> oblique)
                .flatMap(one -> RussianForms.findMansName(one, nouns))
                .or(() -> RussianForms.findGivenName(key, nouns));
    }

    private String nominative(Gender told) {
        StringBuilder shown = new StringBuilder();
        boolean surname = false;
        for (int place : name) {
            String form = phrase.get(place).form();
            Optional<String> given = given(phrase.key(place)).flatMap(nouns::findGivenName);
            boolean first = place == name.getFirst() && name.size() > 1;
            String word = given.isPresent() && !surname && name.size() > 1
                    ? given.get()
                    : first && told == Gender.FEMALE
                            ? RussianForms.womansName(form)
                            : RussianForms.surname(form, told);
            surname = given.isEmpty();
            shown.append(shown.isEmpty() ? "" : " ").append(word);
        }
        return shown.toString();
    }

    /** A title or body with its head, and the adjectives before it, in the nominative. */
    private String title(Stretch words) {
        String text = phrase.plainText(words);
        boolean oblique = headAt >= 0
                && nouns.isKnown(head.orElse(""))
                && !phrase.key(headAt).equals(head.get());
        boolean letters = headAt > words.start() && RussianWords.isFixed(head.orElse(""));
        if (!oblique && !letters) {
            return text;
        }
        boolean neuter = head.get().matches(".*(о|е|обороны|мвд|мчс)");
        StringBuilder made = new StringBuilder();
        for (int i = words.start(); i < words.end(); i++) {
            String form = phrase.get(i).isQuotation()
                    ? phrase.text(new Stretch(i, i + 1))
                    : phrase.get(i).form();
            String word = i == headAt
                    ? oblique ? head.get() : form
                    : i < headAt
                            ? RussianForms.adjective(form, nouns.gender(head.get()), neuter)
                            : form;
            made.append(made.isEmpty() ? "" : " ").append(word);
        }
        String shown = made.toString();
        boolean capital = Character.isUpperCase(text.charAt(0));
        return capital
                ? shown.substring(0, 1).toUpperCase(Locale.ROOT) + shown.substring(1)
                : shown;
    }

    /** A paper speaks for the body or person named with it. */
    private Naming paper(Stretch words) {
        Optional<Naming> owner =
                headAt + 1 < at ? read(phrase, russian, headAt + 1, at) : Optional.empty();
        return owner.filter(one -> one.kind() == Kind.BODY
                        || one.kind() == Kind.PERSON
                        || one.kind() == Kind.ROLE)
                .map(one -> one.throughPaper(words))
                .orElseGet(() -> Naming.paper(words, title(words), roles));
    }
}
