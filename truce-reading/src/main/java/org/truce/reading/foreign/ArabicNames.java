package org.truce.reading.foreign;

import org.truce.reading.foreign.Naming.Kind;
import org.truce.reading.words.Gender;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a noun phrase that begins at a place: a title, then a name, then a title again. Arabic has
 * no capitals, so a name is what follows a title that is complete, and what no table knows: a title
 * is complete after a word with the article, after an adjective, and after what its last noun or
 * preposition asks for.
 */
final class ArabicNames {
    /** A name has no more words. */
    private static final int LONGEST_NAME = 6;

    /** A noun phrase has no more words. */
    private static final int LONGEST = 24;

    private static final Set<String> PRONOUNS = Set.of("هو", "هي", "هم", "هما");

    private final Phrase phrase;
    private final Nouns nouns;
    private final ArabicWords words;
    private final Book<Known> known;
    private final Sayings sayings;

    private final Set<String> stops;
    private final int from;

    private final Set<String> roles = new LinkedHashSet<>();
    private Optional<Kind> head = Optional.empty();
    private Optional<Known> who = Optional.empty();
    private Gender gender = Gender.UNKNOWN;
    private boolean open;
    private boolean nameClosed;
    private boolean titledAfter;
    private int nameStart = -1;
    private int nameEnd = -1;
    private int at;

    private ArabicNames(Phrase phrase, Arabic arabic, int from, Set<String> stops) {
        this.stops = stops;
        this.from = from;
        this.phrase = phrase;
        this.nouns = arabic.nouns();
        this.words = arabic.words();
        this.known = arabic.known();
        this.sayings = arabic.sayings();
        this.at = from;
    }

    /** The noun phrase that begins at a place, when it names anybody. */
    static Optional<Naming> read(Phrase phrase, Arabic arabic, int from, int limit) {
        return read(phrase, arabic, new Stretch(from, Math.max(from, limit)), Set.of());
    }

    /**
     * The noun phrase that begins with a stretch, when it names anybody.
     *
     * @param stops prepositions of the verb before: a word with one of them joined ends the phrase
     */
    static Optional<Naming> read(Phrase phrase, Arabic arabic, Stretch within, Set<String> stops) {
        int from = within.start();
        int limit = within.end();
        if (from < limit && PRONOUNS.contains(phrase.key(from))) {
            return Optional.of(pronoun(phrase, from));
        }
        ArabicNames reader = new ArabicNames(phrase, arabic, from, stops);
        int end = Math.min(limit, from + LONGEST);
        boolean goes = true;
        while (goes && reader.at < end) {
            goes = reader.step(end);
        }
        return reader.naming(arabic, from);
    }

    private static Naming pronoun(Phrase phrase, int at) {
        Gender told = phrase.key(at).equals("هي") ? Gender.FEMALE : Gender.UNKNOWN;
        return Naming.pronoun(phrase, at, told, phrase.key(at).startsWith("هم"));
    }

    /** Takes the next word or words; false where the noun phrase ends. */
    private boolean step(int end) {
        Item item = phrase.get(at);
        if (item.isQuotation()) {
            return takeQuotation(item);
        }
        if (!item.isWord() && !item.form().matches("[0-9]+")) {
            return false;
        }
        if (isSaying(item.key()) || isStopped(item)) {
            return false;
        }
        Optional<Book.Match<Known>> match = known.find(phrase, at, end);
        if (match.isPresent() && takeKnown(match.get())) {
            return true;
        }
        if (nameStart >= 0 && !nameClosed) {
            return extendName(item);
        }
        if (ArabicWords.BOUNDARIES.contains(item.key()) || words.is(item, Noun.TIME)) {
            return takePreposition(item);
        }
        if (isClitic(item)) {
            return takeClitic(item);
        }
        return takeWord(item);
    }

    private boolean isStopped(Item item) {
        boolean joined =
                stops.stream().anyMatch(stop -> stop.length() == 1 && item.key().startsWith(stop));
        return joined
                && at > from
                && item.key().length() > 3
                && (nameStart >= 0 || !open)
                && !nouns.isGivenName(item.key())
                && !nouns.isKnown(item.key());
    }

    private boolean isSaying(String key) {
        return (sayings.find(key).isPresent()
                        && nouns.kinds(key).isEmpty()
                        && !nouns.isGivenName(key))
                || (sayings.find(ArabicSpelling.withoutAnd(key)).isPresent()
                        && !key.equals(ArabicSpelling.withoutAnd(key))
                        && nouns.kinds(key).isEmpty());
    }

    /** "لواء "الفجر"": a name in marks belongs to the noun before it. */
    private boolean takeQuotation(Item item) {
        boolean name = head.isPresent()
                && nameStart < 0
                && item.quotation().filter(one -> phrase.countWords(one) <= 3).isPresent();
        if (name) {
            open = false;
            at++;
        }
        return name;
    }

    private boolean takeKnown(Book.Match<Known> match) {
        Known one = match.meaning();
        boolean person = one.kind() == Known.Kind.PERSON;
        boolean partOfName = nameStart >= 0 && !nameClosed && match.end() - at == 1;
        if (partOfName
                || (!person && one.kind() != Known.Kind.ACTOR && one.kind() != Known.Kind.PLACE)) {
            return false;
        }
        if (nouns.isGivenName(phrase.key(at)) && match.end() - at == 1 && !person) {
            return false;
        }
        if (person && nameStart < 0) {
            nameStart = at;
            nameEnd = match.end();
            nameClosed = true;
            who = Optional.of(one);
        } else if (!person) {
            if (head.isPresent() && !open && nameStart < 0 && isPlainStart(at)) {
                return false;
            }
            if (head.isEmpty() && nameStart < 0) {
                head = Optional.of(Kind.BODY);
                who = Optional.of(one);
            }
            nameClosed = nameStart >= 0;
        } else {
            return false;
        }
        for (int i = at; i < match.end(); i++) {
            if (!person) {
                roles.add(words.bare(phrase.get(i)));
            }
        }
        open = false;
        at = match.end();
        return true;
    }

    /** A body after a complete title stands on its own: whom the speaker calls upon. */
    private boolean isPlainStart(int place) {
        Item item = phrase.get(place);
        return head.filter(kind -> kind == Kind.ROLE || kind == Kind.CROWD).isPresent()
                && item.key().length() > 0
                && !isClitic(item);
    }

    private boolean extendName(Item item) {
        String before = phrase.key(at - 1);
        boolean joined = ArabicWords.JOINING.contains(before) || before.equals("عبد");
        boolean stops = (ArabicWords.BOUNDARIES.contains(item.key()) && !joined)
                || (!joined
                        && !nouns.isGivenName(item.key())
                        && !words.kinds(item).isEmpty())
                || at - nameStart >= LONGEST_NAME
                || (at - nameStart >= 2 && !joined && isLed(item))
                || (!joined && isClitic(item) && item.key().startsWith("لل"));
        if (stops) {
            boolean title = words.is(item, Noun.ROLE) && !words.is(item, Noun.WHOM);
            nameClosed = true;
            return title && ArabicSpelling.isDefinite(item);
        }
        boolean article = ArabicSpelling.isDefinite(item);
        nameEnd = at + 1;
        at++;
        nameClosed = article && !ArabicWords.JOINING.contains(before) && !isJoiningNext();
        return true;
    }

    /** Whether a word that follows a name seems to have a preposition joined to it. */
    private boolean isLed(Item item) {
        return item.key().startsWith("ب")
                && item.key().length() > 4
                && !nouns.isGivenName(item.key())
                && !nouns.isKnown(item.key());
    }

    private boolean isJoiningNext() {
        return at < phrase.size() && ArabicWords.JOINING.contains(phrase.key(at));
    }

    private boolean isTitle(Item item) {
        return words.is(item, Noun.ROLE) || words.is(item, Noun.INSTITUTION);
    }

    /** "في" and the like belong to a title that has no name yet. */
    private boolean takePreposition(Item item) {
        if (head.isEmpty()
                || nameStart >= 0
                || words.is(item, Noun.TIME)
                || at + 1 >= phrase.size()) {
            return false;
        }
        boolean licensed = isLicensed(item.key(), phrase.get(at + 1));
        if (licensed) {
            open = true;
            at++;
        }
        return licensed;
    }

    private boolean isLicensed(String preposition, Item next) {
        boolean body = words.is(next, Noun.INSTITUTION) || words.is(next, Noun.MODIFIER);
        boolean occasion = words.is(next, Noun.OCCASION) && !words.is(next, Noun.INSTITUTION);
        if (words.is(next, Noun.TIME) || (words.is(next, Noun.HEARER) && !body) || !next.isWord()) {
            return false;
        }
        return switch (preposition) {
            case "في" ->
                (body && !occasion)
                        || (ArabicWords.isSent(roles)
                                && known.find(phrase, at + 1, phrase.size()).isPresent());
            case "الي" -> ArabicWords.isSent(roles);
            case "لدي" -> true;
            case "عن", "من" ->
                (preposition.equals("من") && ArabicWords.isCount(roles))
                        || (body
                                && (ArabicWords.isSent(roles) || words.is(next, Noun.INSTITUTION)));
            default -> false;
        };
    }

    /** Whether a word has a preposition written as one with it. */
    private boolean isClitic(Item item) {
        String key = item.key();
        return key.length() > 3
                && (key.startsWith("لل") || key.startsWith("ل") || key.startsWith("ب"))
                && nouns.kinds(key).isEmpty()
                && !nouns.isGivenName(key)
                && item.variants().stream().anyMatch(one -> nouns.isKnown(one) && !one.equals(key));
    }

    private boolean takeClitic(Item item) {
        if (at == from && item.key().startsWith("ل")) {
            return takeWord(item);
        }
        boolean belongs = head.isPresent()
                && nameStart < 0
                && !item.key().startsWith("ب")
                && !words.is(item, Noun.HEARER)
                && !words.is(item, Noun.OCCASION)
                && !words.is(item, Noun.TIME);
        if (belongs) {
            open = !ArabicSpelling.isDefinite(item);
            roles.add(words.bare(item));
            at++;
        }
        return belongs;
    }

    private boolean takeWord(Item item) {
        Set<Noun> kinds = words.kinds(item);
        String key = item.key();
        if (nameStart >= 0 && !titledAfter) {
            // After a name a title has the article; without it another noun phrase begins.
            titledAfter = words.is(item, Noun.ROLE) && ArabicSpelling.isDefinite(item);
            if (!titledAfter) {
                return false;
            }
        }
        if (!open
                && head.isPresent()
                && nouns.isGivenName(key)
                && !kinds.contains(Noun.INSTITUTION)) {
            return startName();
        }
        if (isTitle(item) || kinds.contains(Noun.CROWD) || kinds.contains(Noun.PAPER)) {
            return takeHead(item, kinds);
        }
        if (kinds.contains(Noun.ADJECTIVE) || kinds.contains(Noun.MODIFIER)) {
            boolean act = !open && kinds.contains(Noun.ACT) && !ArabicSpelling.isDefinite(item);
            if (head.isEmpty() || act) {
                return false;
            }
            open = !kinds.contains(Noun.ADJECTIVE) && !ArabicSpelling.isDefinite(item);
            return takeRole(item);
        }
        if (nameClosed && nameStart >= 0) {
            return false;
        }
        if (open) {
            if (nouns.isGivenName(key)
                    && head.filter(kind -> kind == Kind.ROLE).isPresent()
                    && roles.size() == 1) {
                return startName();
            }
            open = false;
            return takeRole(item);
        }
        if (kinds.contains(Noun.ACT)
                || kinds.contains(Noun.WHOM)
                || kinds.contains(Noun.OCCASION)) {
            return false;
        }
        return takeUnknown(item);
    }

    private boolean takeHead(Item item, Set<Noun> kinds) {
        boolean second = head.isPresent() && kinds.contains(Noun.WHOM) && !open;
        boolean article = ArabicSpelling.isDefinite(item);
        if (second || (head.isPresent() && !open && !article && nameStart < 0 && !isJoined(item))) {
            return !second && isRankOrBody(kinds) && takeOpenHead(item);
        }
        if (head.isEmpty() && nameStart < 0) {
            head = Optional.of(ArabicWords.kind(kinds));
        }
        gender = gender == Gender.UNKNOWN ? words.told(item) : gender;
        open = !article;
        return takeRole(item);
    }

    /** "المتحدث الرسمي باسم قيادة": a noun without article goes on with a title. */
    private boolean takeOpenHead(Item item) {
        open = true;
        return takeRole(item);
    }

    private static boolean isRankOrBody(Set<Noun> kinds) {
        return kinds.contains(Noun.ROLE) && !kinds.contains(Noun.ACT);
    }

    private static boolean isJoined(Item item) {
        return item.key().startsWith("و");
    }

    private boolean takeUnknown(Item item) {
        String key = item.key();
        boolean article = ArabicSpelling.isDefinite(item);
        if (head.isEmpty()) {
            return (!isJoined(item) || nouns.isGivenName(key)) ? startName() : false;
        }
        if (article || (isJoined(item) && key.startsWith("وال"))) {
            return takeRole(item);
        }
        boolean mayHaveName = head.get() == Kind.ROLE || nouns.isGivenName(key);
        return mayHaveName && startName();
    }

    private boolean startName() {
        if (nameStart >= 0) {
            return false;
        }
        nameStart = at;
        nameEnd = at + 1;
        boolean article = ArabicSpelling.isDefinite(phrase.get(at));
        at++;
        nameClosed = article && !isJoiningNext();
        return true;
    }

    private boolean takeRole(Item item) {
        roles.add(words.bare(item));
        at++;
        return true;
    }

    private Optional<Naming> naming(Arabic arabic, int from) {
        if (nameStart < 0 && head.isEmpty()) {
            return Optional.empty();
        }
        if (nameStart < 0 && head.get() == Kind.PAPER) {
            return Optional.of(paper(arabic, from));
        }
        Stretch whole = new Stretch(from, at);
        if (nameStart < 0) {
            Kind kind = head.get();
            String text = ArabicText.without(phrase, whole, nouns);
            List<String> keys = List.copyOf(roles);
            boolean plural = kind == Kind.CROWD;
            return Optional.of(new Naming(kind, whole, text, keys, roles, gender, plural, who));
        }
        Stretch name = new Stretch(nameStart, nameEnd);
        String text = ArabicText.without(phrase, name, nouns);
        List<String> keys = ArabicText.nameKeys(text, arabic.spelling());
        Gender told = nouns.gender(phrase.key(nameStart));
        Gender sure = told == Gender.UNKNOWN ? gender : told;
        return Optional.of(new Naming(Kind.PERSON, whole, text, keys, roles, sure, false, who));
    }

    private int pastIssued(int from) {
        int place = from;
        while (Set.of("صادر", "صادره", "عن", "صحفي").contains(phrase.key(place))) {
            place++;
        }
        return place;
    }

    /** A paper speaks for the body that is named with it. */
    private Naming paper(Arabic arabic, int from) {
        int start = pastIssued(from + 1);
        Optional<Naming> owner = start < phrase.size()
                ? read(phrase, arabic, start, phrase.size())
                : Optional.empty();
        Optional<Naming> body =
                owner.filter(one -> (one.kind() == Kind.BODY || one.kind() == Kind.ROLE)
                        && one.words().start() == start);
        return body.map(one -> one.throughPaper(new Stretch(from, one.words().end())))
                .orElseGet(() -> Naming.paper(
                        new Stretch(from, from + 1), phrase.get(from).form(), roles));
    }
}
