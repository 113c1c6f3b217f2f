package org.truce.reading.foreign;

import java.util.Optional;
import java.util.Set;

/** What the words from a place on seem to be, while a noun phrase of an Arabic text is read. */
final class ArabicAhead {
    private final Phrase phrase;
    private final Nouns nouns;
    private final ArabicWords words;
    private final Book<Known> known;
    private final Sayings sayings;

    ArabicAhead(Phrase phrase, Arabic arabic) {
        this.phrase = phrase;
        this.nouns = arabic.nouns();
        this.words = arabic.words();
        this.known = arabic.known();
        this.sayings = arabic.sayings();
    }

    boolean isTitle(Item item) {
        return words.is(item, Noun.ROLE) || words.is(item, Noun.INSTITUTION);
    }

    boolean isNameAt(int place) {
        return place < phrase.size() && nouns.isGivenName(phrase.key(place));
    }

    boolean isSaying(String key) {
        return (sayings.find(key).isPresent()
                        && nouns.kinds(key).isEmpty()
                        && !nouns.isGivenName(key))
                || (sayings.find(ArabicSpelling.withoutAnd(key)).isPresent()
                        && !key.equals(ArabicSpelling.withoutAnd(key))
                        && nouns.kinds(key).isEmpty());
    }

    /** "المتحدث باسم البعثة، فلان الفلاني، إن": a name in apposition is closed by a comma, too. */
    boolean isNameBetweenCommas(int at) {
        int last = at + 1;
        while (last < phrase.size()
                && phrase.isWord(last)
                && last <= at + ArabicNames.LONGEST_NAME) {
            boolean other = ArabicWords.isBoundary(phrase.get(last))
                    || (!nouns.isGivenName(phrase.key(last))
                            && !words.kinds(phrase.get(last)).isEmpty());
            if (other) {
                return false;
            }
            last++;
        }
        return last > at + 2 && phrase.isComma(last) && !isSaying(phrase.key(at + 1));
    }

    /** Whether a title goes on at a place: "the leader in the movement", "the spokesman for". */
    boolean isQualified(int place) {
        return place < phrase.size()
                && (Set.of("في", "باسم", "السابق", "العام", "لدي").contains(phrase.key(place))
                        || (place + 1 < phrase.size() && isTitle(phrase.get(place))));
    }

    /** Whether a word that follows a name seems to have a preposition joined to it. */
    boolean isLed(String key) {
        return key.startsWith("ب")
                && key.length() > 4
                && !nouns.isGivenName(key)
                && !nouns.isKnown(key);
    }

    /**
     * "مدير الدفاع المدني في إدلب فلان": where a title's holder works, when a name follows. Its
     * place is returned, or the present one.
     */
    int nameBehindPlace(int at, int end) {
        boolean led = Set.of("في", "الي", "لدي", "عن").contains(phrase.key(at));
        int place = at + 1;
        boolean where = led
                && phrase.isWord(place)
                && !words.is(phrase.get(place), Noun.HEARER)
                && !words.is(phrase.get(place), Noun.OCCASION);
        if (!where) {
            return at;
        }
        Optional<Book.Match<Known>> match = known.find(phrase, place, end);
        int name = match.map(Book.Match::end).orElse(place + 1);
        while (name < end && phrase.isWord(name) && isPartOfPlace(name)) {
            name++;
        }
        boolean titled = name < end
                && words.is(phrase.get(name), Noun.ROLE)
                && ArabicSpelling.isDefinite(phrase.get(name));
        boolean named = name < end
                && (nouns.isGivenName(phrase.key(name)) || (match.isPresent() && isUnknown(name)));
        return titled || named ? name : at;
    }

    /** Whether a word is none of those that follow a place when no name does. */
    private boolean isUnknown(int place) {
        Item item = phrase.get(place);
        return item.isWord()
                && words.kinds(item).isEmpty()
                && !ArabicWords.isBoundary(item)
                && !isSaying(item.key())
                && !ArabicSpelling.isDefinite(item)
                && !isLed(item.key());
    }

    private boolean isPartOfPlace(int place) {
        Item item = phrase.get(place);
        return !nouns.isGivenName(item.key())
                && ((words.is(item, Noun.ADJECTIVE) && ArabicSpelling.isDefinite(item))
                        || (ArabicSpelling.isDefinite(item) && words.kinds(item).isEmpty()));
    }

    /** Whether a word has a preposition written as one with it. */
    boolean isClitic(Item item) {
        String key = item.key();
        return key.length() > 3
                && (key.startsWith("لل") || key.startsWith("ل") || key.startsWith("ب"))
                && nouns.kinds(key).isEmpty()
                && !nouns.isGivenName(key)
                && item.variants().stream().anyMatch(one -> nouns.isKnown(one) && !one.equals(key));
    }

    /** Whether a preposition at a place belongs to the title before it. */
    boolean isLicensed(int at, Set<String> roles) {
        String preposition = phrase.key(at);
        Item next = phrase.get(at + 1);
        boolean body = words.is(next, Noun.INSTITUTION) || words.is(next, Noun.MODIFIER);
        boolean occasion = words.is(next, Noun.OCCASION) && !words.is(next, Noun.INSTITUTION);
        if (words.is(next, Noun.TIME) || (words.is(next, Noun.HEARER) && !body) || !next.isWord()) {
            return false;
        }
        return switch (preposition) {
            case "في" ->
                (body && !occasion)
                        || ((ArabicWords.isSent(roles) || ArabicWords.isAbroad(roles))
                                && known.find(phrase, at + 1, phrase.size()).isPresent());
            case "الي" -> ArabicWords.isSent(roles);
            case "لدي" -> true;
            case "عن", "من" ->
                (preposition.equals("من") && ArabicWords.isCount(roles))
                        || (preposition.equals("عن") && body && roles.contains("نائب"))
                        || (body
                                && (ArabicWords.isSent(roles) || words.is(next, Noun.INSTITUTION)));
            default -> false;
        };
    }
}
