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
    static final int LONGEST_NAME = 6;

    /** A noun phrase has no more words. */
    private static final int LONGEST = 24;

    private static final Set<String> PRONOUNS = Set.of("هو", "هي", "هم", "هما");

    private final Phrase phrase;
    private final Nouns nouns;
    private final ArabicWords words;
    private final Book<Known> known;
    private final ArabicAhead ahead;

    private final Set<String> stops;
    private final int from;

    private final Set<String> roles = new LinkedHashSet<>();
    private Optional<Kind> head = Optional.empty();
    private Optional<Known> who = Optional.empty();
    private Gender gender = Gender.UNKNOWN;
    private boolean open;
    private boolean nameClosed;
    private boolean titledAfter;

    /** Whether the name is a short one of somebody whose full name the text has elsewhere. */
    private boolean shortName;

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
        this.ahead = new ArabicAhead(phrase, arabic);
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
        if (isRoleAlone() && ArabicWords.isCalled(phrase, at)) {
            open = false;
            at++;
            return true;
        }
        if (isRoleAlone() && ArabicWords.ACTING.contains(item.key())) {
            at++;
            return true;
        }
        if (head.isPresent() && nameStart < 0 && ArabicWords.isConcerned(phrase, at)) {
            open = !ArabicSpelling.isDefinite(phrase.get(at + 1))
                    && !phrase.key(at + 1).equals("باسم");
            at += 2;
            return true;
        }
        if (item.isOneOf(".") && nameStart >= 0 && phrase.get(at - 1).form().length() == 1) {
            // "ديفيد ر. كولمان": an initial.
            at++;
            nameEnd = at;
            return true;
        }
        if (item.isComma()) {
            return isRoleAlone() && ahead.isNameBetweenCommas(at) && startNameBehindComma();
        }
        if (!item.isWord() && !item.form().matches("[0-9]+")) {
            return false;
        }
        if (ahead.isSaying(item.key()) || isStopped(item)) {
            return false;
        }
        boolean told = head.isPresent()
                && item.key().startsWith("ل")
                && ArabicWords.isMedium(words.bare(item))
                && !roles.contains("عام");
        if (told) {
            return false;
        }
        Optional<Book.Match<Known>> match = known.find(phrase, at, end);
        if (match.isPresent() && takeKnown(match.get())) {
            return true;
        }
        if (nameStart >= 0 && !nameClosed) {
            return extendName(item);
        }
        if (ArabicWords.isBoundary(item) || (words.is(item, Noun.TIME) && !mayBelong(item))) {
            return takePreposition(end);
        }
        if (ahead.isClitic(item)) {
            return takeClitic(item);
        }
        return takeWord(item);
    }

    private boolean isRoleAlone() {
        return nameStart < 0 && head.filter(kind -> kind == Kind.ROLE).isPresent();
    }

    private boolean startNameBehindComma() {
        at++;
        open = false;
        return startName();
    }

    /** A given name that is a day as well, where a name is due; "the former" of a title. */
    private boolean mayBelong(Item item) {
        boolean former = words.is(item, Noun.ADJECTIVE) && ArabicSpelling.isDefinite(item);
        return !open && isRoleAlone() && (former || nouns.isGivenName(item.key()));
    }

    private boolean isStopped(Item item) {
        boolean joined =
                stops.stream().anyMatch(stop -> stop.length() == 1 && item.key().startsWith(stop));
        return joined
                && !(at - nameStart == 1 && ahead.isLed(phrase.key(at + 1)))
                && at > from
                && item.key().length() > 3
                && (nameStart >= 0 || !open)
                && !nouns.isGivenName(item.key())
                && !nouns.isKnown(item.key());
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
                && !ahead.isClitic(item);
    }

    private boolean extendName(Item item) {
        String before = phrase.key(at - 1);
        boolean joined = ArabicWords.JOINING.contains(before);
        boolean surname = at - nameStart == 1
                && !ahead.isQualified(at + 1)
                && ArabicSpelling.isDefinite(item)
                && words.is(item, Noun.ROLE);
        boolean stops = (shortName && !joined && !isKnownName(item))
                || (ArabicWords.isBoundary(item) && !joined)
                || (!joined
                        && !surname
                        && !nouns.isGivenName(item.key())
                        && !words.kinds(item).isEmpty())
                || at - nameStart >= LONGEST_NAME
                || (at - nameStart >= 2
                        && !joined
                        && !ArabicWords.COMPOUND.contains(before)
                        && ahead.isLed(item.key()))
                || (!joined && ahead.isClitic(item) && item.key().startsWith("لل"));
        if (stops) {
            boolean title = words.is(item, Noun.ROLE) && !words.is(item, Noun.WHOM);
            nameClosed = true;
            return title && ArabicSpelling.isDefinite(item);
        }
        nameEnd = at + 1;
        at++;
        nameClosed = ArabicSpelling.isDefinite(item)
                && !joined
                && !ArabicWords.COMPOUND.contains(item.key())
                && !isJoiningNext();
        return true;
    }

    private boolean isJoiningNext() {
        return at < phrase.size() && ArabicWords.JOINING.contains(phrase.key(at));
    }

    /** "في" and the like belong to a title that has no name yet. */
    private boolean takePreposition(int end) {
        Item item = phrase.get(at);
        if (head.isEmpty()
                || nameStart >= 0
                || words.is(item, Noun.TIME)
                || at + 1 >= phrase.size()) {
            return false;
        }
        if (ahead.isLicensed(at, roles)) {
            open = true;
            at++;
            return true;
        }
        int name = isRoleAlone() ? ahead.nameBehindPlace(at, end) : at;
        if (name > at) {
            phrase.items().subList(at + 1, name).forEach(word -> roles.add(words.bare(word)));
            open = false;
            at = name;
            return true;
        }
        return false;
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
        if (Set.of("ام", "ابو", "ابي").contains(key) && ahead.isNameAt(at + 1)) {
            return startName();
        }
        if (ahead.isTitle(item) || kinds.contains(Noun.CROWD) || kinds.contains(Noun.PAPER)) {
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
        if (!open && isRoleAlone() && isShortName(item)) {
            return startName();
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

    /** "الوزير الصباغ", "السيد العلي": a surname with the article behind a title of one word. */
    private boolean isShortName(Item item) {
        boolean plain = at == from + 1
                && ArabicSpelling.isDefinite(item)
                && words.kinds(item).isEmpty();
        return plain
                && (isKnownName(item)
                        || (ArabicWords.isHonorific(phrase.key(from)) && !ahead.isNameAt(at + 1)));
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
        boolean forSomething = key.startsWith("ل")
                && key.length() > 4
                && !nouns.isGivenName(key)
                && at + 1 < phrase.size()
                && ArabicSpelling.isDefinite(phrase.get(at + 1));
        if (forSomething) {
            return takeOpenHead(item);
        }
        boolean mayHaveName = head.get() == Kind.ROLE || nouns.isGivenName(key);
        return mayHaveName && startName();
    }

    /** Whether the text has a word as part of somebody's name. */
    private boolean isKnownName(Item item) {
        return phrase.names().contains(ArabicText.nameKey(item.key()));
    }

    private boolean startName() {
        if (nameStart >= 0) {
            return false;
        }
        nameStart = at;
        nameEnd = at + 1;
        Item first = phrase.get(at);
        shortName = isKnownName(first) && !nouns.isGivenName(first.key());
        at++;
        nameClosed = ArabicSpelling.isDefinite(first)
                && !nouns.isGivenName(first.key())
                && !isJoiningNext();
        return true;
    }

    private boolean takeRole(Item item) {
        if (!ArabicWords.SAME.contains(item.key())) {
            roles.add(words.bare(item));
        }
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
        Gender sure = words.genderOf(gender, phrase.key(nameStart));
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
