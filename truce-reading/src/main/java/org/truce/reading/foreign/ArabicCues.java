package org.truce.reading.foreign;

import org.truce.reading.foreign.Saying.Shape;
import org.truce.reading.statement.Form;
import org.truce.reading.text.Span;
import org.truce.reading.words.Gender;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cues of an Arabic sentence: a verb of saying with its subject behind or before it, a participle
 * that shares the subject before ("adding that"), "according to", a colon after a name.
 */
final class ArabicCues {
    /** Before these in the middle of what is said another clause of the narrator begins. */
    private static final Set<String> OTHER_CLAUSE = Set.of(
            "لكنه", "لكنها", "ولكنه", "ولكنها", "كما", "فيما", "بينما", "لكن", "ولكن", "حين",
            "وكان", "وكانت", "وقد", "ثم", "بدوره", "بدورها");

    private static final Set<String> ACCORDING =
            Set.of("بحسب", "حسب", "وفق", "وفقا", "طبقا", "وبحسب", "وحسب", "ووفق", "ووفقا", "وطبقا");

    /** "in his words", behind what is said. */
    private static final Set<String> IN_WORDS =
            Set.of("قوله", "قولها", "قولهم", "تعبيره", "تعبيرها", "وصفه", "وصفها");

    private static final Set<String> OPENERS = Set.of(
            "لكنه", "لكنها", "ولكنه", "ولكنها", "وكان", "وكانت", "كان", "كانت", "لكن", "ولكن", "ان",
            "وان", "غير", "الا", "بيد", "بينما", "فيما", "كما", "حيث", "وقد", "قد", "اما", "واما",
            "كذلك", "ثم");

    private static final int HEADING = 10;

    private final Phrase phrase;
    private final Arabic arabic;
    private final ArabicContents contents;
    private final int end;
    private final List<Cue> cues = new ArrayList<>();

    /** Who spoke before the first cue. */
    private Optional<Naming> lead = Optional.empty();

    /**
     * A cue and where what it reports begins.
     *
     * @param from where its own clause begins: there what was said before ends
     */
    private record Cue(
            Saying saying,
            int from,
            Stretch words,
            Optional<Naming> subject,
            ArabicContents.Content content) {}

    ArabicCues(Phrase phrase, Arabic arabic) {
        this.phrase = phrase;
        this.arabic = arabic;
        this.end = phrase.endOfWords();
        this.contents = new ArabicContents(phrase, arabic, end);
    }

    List<Found> read() {
        List<Found> heading = new Heading(
                        phrase,
                        end,
                        place -> sayingAt(place).isPresent(),
                        (from, to) -> ArabicNames.read(phrase, arabic, from, to),
                        HEADING)
                .read("A12", "A13");
        if (!heading.isEmpty()) {
            return heading;
        }
        List<Found> found = new ArrayList<>();
        int at = leading(found);
        while (at < end) {
            Optional<Cue> cue = cueAt(at);
            cue.ifPresent(cues::add);
            at = cue.map(one ->
                            Math.max(one.words().end(), Math.min(one.content().start(), end)))
                    .orElse(at + 1);
        }
        for (int i = 0; i < cues.size(); i++) {
            int next = i + 1 < cues.size() ? cues.get(i + 1).from() : end;
            finish(cues.get(i), next).ifPresent(found::add);
        }
        if (found.isEmpty()) {
            found.addAll(new ArabicAfter(phrase, arabic, end).read());
        }
        return List.copyOf(found);
    }

    /**
     * A quotation at the start with its verb and subject behind it, when more is said later in the
     * sentence: "…", said the fighter, and went on: "…". Gives the place from which to go on.
     */
    private int leading(List<Found> found) {
        int verb = phrase.isComma(1) ? 2 : 1;
        boolean more = phrase.isQuotation(0)
                && phrase.countWords(phrase.get(0).quotation().orElseThrow()) > 1
                && phrase.isWord(verb)
                && arabic.sayings().find(phrase.key(verb)).isPresent();
        if (!more) {
            return 0;
        }
        Optional<Found> first = new ArabicAfter(phrase, arabic, end).behind(verb);
        Optional<Naming> subject = first.flatMap(Found::subject);
        int after = subject.map(one -> one.words().end()).orElse(end);
        boolean goesOn = phrase.isComma(after) && sayingAt(after + 1).isPresent();
        if (!goesOn) {
            return 0;
        }
        found.add(first.get());
        lead = subject;
        return after;
    }

    private Optional<Saying> sayingAt(int at) {
        if (!phrase.isWord(at)) {
            return Optional.empty();
        }
        String key = phrase.key(at);
        Optional<Saying> saying = arabic.sayings().find(key);
        // "ورد" is "it stood in" as well as "and he answered".
        boolean inPaper = saying.filter(one -> one.may(Takes.IN)).isPresent();
        if (saying.isPresent() && !(inPaper && !contents.hasPrepositionNear(at + 1, "في"))) {
            return saying;
        }
        String bare = inPaper ? key.substring(1) : ArabicSpelling.withoutAnd(key);
        boolean past = bare.startsWith("س") && bare.length() > 4;
        return past ? Optional.empty() : arabic.sayings().find(bare);
    }

    private boolean hasAnd(int at) {
        String key = phrase.key(at);
        return arabic.sayings().find(key).isEmpty()
                && !ArabicSpelling.withoutAnd(key).equals(key);
    }

    private Optional<Cue> cueAt(int at) {
        Optional<Saying> saying = sayingAt(at);
        if (saying.isEmpty()
                || ArabicWords.NEGATIONS.contains(phrase.key(at - 1))
                || isNoun(at, saying.get())
                || (isInContent(at) && !mayBreak(at, saying.get()))) {
            return Optional.empty();
        }
        return saying.get().shape() == Shape.NOUN
                ? noun(at, saying.get())
                : saying.get().may(Takes.FROM) || saying.get().may(Takes.IN)
                        ? reported(at, saying.get())
                        : verb(at, saying.get());
    }

    /** Some forms are nouns as well: after a preposition they are no verbs. */
    private boolean isNoun(int at, Saying saying) {
        String before = phrase.key(at - 1);
        boolean afterPreposition =
                Set.of("في", "من", "الي", "عن", "بعد", "قبل", "عبر").contains(before);
        boolean across = saying.verb().equals("عبر") && !contents.hasPrepositionNear(at + 1, "عن");
        return (saying.shape() == Shape.FINITE && afterPreposition) || across;
    }

    private boolean isInContent(int at) {
        return !cues.isEmpty() && cues.getLast().content().start() <= at;
    }

    /** Whether a verb inside what was said may begin another cue of the narrator's. */
    private boolean mayBreak(int at, Saying saying) {
        if (saying.shape() == Shape.SHARED) {
            return phrase.isComma(at - 1)
                    || phrase.key(at).endsWith("ا")
                    || cues.getLast().saying().shape() == Shape.SHARED;
        }
        if (saying.shape() == Shape.NOUN) {
            return false;
        }
        if (OTHER_CLAUSE.contains(phrase.key(at - 1))) {
            return true;
        }
        if (phrase.isQuotation(at - 1) || (phrase.isComma(at - 1) && phrase.isQuotation(at - 2))) {
            return cues.getLast().content().alone();
        }
        Gender gender = cues.getFirst().saying().gender();
        boolean named = ArabicNames.read(phrase, arabic, at + 1, end)
                .filter(one -> one.kind() == Naming.Kind.PERSON || one.kind() == Naming.Kind.ROLE)
                .isPresent();
        return hasAnd(at) && (saying.gender().agrees(gender) || named);
    }

    private Optional<Cue> verb(int at, Saying saying) {
        int after = at + 1;
        Optional<Naming> behind = saying.shape() == Shape.FINITE
                ? behind(after, saying).filter(one -> isSubjectOf(one, at, saying))
                : Optional.empty();
        Optional<Naming> before = saying.shape() == Shape.FINITE && (!hasAnd(at) || isTopic(at))
                ? before(at)
                : Optional.empty();
        boolean first = before.isPresent()
                && (behind.isEmpty() || saying.may(Takes.WHOM) || isBare(behind.get()));
        Optional<Naming> own = first ? before : behind;
        boolean shares = own.isEmpty()
                && (saying.shape() == Shape.SHARED || !cues.isEmpty() || lead.isPresent());
        Optional<Naming> subject = shares ? shared(at) : own;
        int from = behind.isPresent() && !first ? behind.get().words().end() : after;
        Optional<ArabicContents.Content> content = contents.after(saying, from);
        if (content.isEmpty()) {
            return Optional.empty();
        }
        int start = first ? before.get().words().start() : at;
        return Optional.of(new Cue(
                saying, clauseStart(start), new Stretch(at, after), subject, content.get()));
    }

    /** Whether a noun phrase behind a verb is its subject, and not whom somebody calls upon. */
    private boolean isSubjectOf(Naming naming, int at, Saying saying) {
        boolean other = saying.may(Takes.WHOM)
                && (isBare(naming)
                        || (hasAnd(at) && !cues.isEmpty() && naming.kind() != Naming.Kind.PERSON));
        return !other && naming.gender().agrees(saying.gender());
    }

    /** A name that only follows a verb because nothing else is known of it. */
    private boolean isBare(Naming naming) {
        return naming.kind() == Naming.Kind.PERSON
                && naming.roles().isEmpty()
                && naming.known().isEmpty()
                && naming.keys().stream()
                        .noneMatch(key -> arabic.nouns().isGivenName(key)
                                || phrase.names().contains(key));
    }

    /** "أما الوزيرة فقالت": here "so" does not part a verb from its subject. */
    private boolean isTopic(int at) {
        return phrase.key(at).startsWith("ف")
                && (phrase.key(0).equals("اما") || phrase.key(0).equals("واما"));
    }

    private Optional<Naming> behind(int after, Saying saying) {
        int at = contents.skipAsides(after);
        return ArabicNames.read(
                phrase, arabic, new Stretch(at, Math.max(at, end)), saying.prepositions());
    }

    /** The noun phrase before a verb, from where its clause begins. */
    private Optional<Naming> before(int at) {
        if (isTopic(at) && phrase.isComma(at - 1)) {
            return ArabicNames.read(phrase, arabic, 1, at - 1);
        }
        int start = at;
        while (start > 0 && !breaks(start - 1)) {
            start--;
        }
        start = pastDateline(start, at);
        while (start < at && OPENERS.contains(phrase.key(start))) {
            start++;
        }
        if (start >= at || cues.stream().anyMatch(cue -> cue.content().start() > phrase.size())) {
            return Optional.empty();
        }
        Optional<Naming> naming = ArabicNames.read(phrase, arabic, start, at);
        if (naming.isEmpty() && phrase.isComma(at - 1)) {
            return apposed(at);
        }
        return naming;
    }

    /** "فلان، المتحدث باسم الجيش، قال": the name stands before the comma before. */
    private Optional<Naming> apposed(int at) {
        int start = at - 1;
        while (start > 0 && !(phrase.isComma(start - 1) && start < at - 1)) {
            start--;
        }
        int comma = start - 1;
        int from = comma;
        while (from > 0 && !breaks(from - 1)) {
            from--;
        }
        from = pastDateline(Math.max(0, from), at);
        return comma > 0 && from < comma
                ? ArabicNames.read(phrase, arabic, from, comma)
                : Optional.empty();
    }

    private boolean breaks(int place) {
        return phrase.isComma(place)
                || (phrase.isQuotation(place)
                        && phrase.countWords(phrase.get(place).quotation().get()) > 3)
                || phrase.get(place).isOneOf("؛;:")
                || (!cues.isEmpty() && cues.getLast().content().start() > place + 1);
    }

    private int pastDateline(int start, int at) {
        for (int i = Math.min(at, start + 14) - 1; i > start; i--) {
            if (phrase.isDash(i) && start == 0) {
                return i + 1;
            }
        }
        return start;
    }

    /** Whose words a participle's are: the subject of the cue or of the verb before. */
    private Optional<Naming> shared(int at) {
        if (!cues.isEmpty()) {
            return cues.getLast().subject();
        }
        if (lead.isPresent()) {
            return lead;
        }
        int start = pastDateline(0, at);
        for (int from = start; from <= Math.min(start + 1, at - 1); from++) {
            Optional<Naming> naming =
                    ArabicNames.read(phrase, arabic, from, at).filter(this::isSubject);
            if (naming.isPresent()) {
                return naming;
            }
        }
        return Optional.empty();
    }

    private boolean isSubject(Naming naming) {
        return switch (naming.kind()) {
            case ROLE, BODY -> true;
            case PERSON -> !isBare(naming);
            case CROWD, PAPER, PRONOUN -> false;
        };
    }

    /**
     * "نقلت الوكالة عن الوزير قوله" and "جاء في بيان الوزارة": the speaker follows a preposition.
     */
    private Optional<Cue> reported(int at, Saying saying) {
        int place = at + 1;
        while (place < end && !saying.prepositions().contains(phrase.key(place))) {
            if ((contents.isUtterance(place)
                            && phrase.countWords(phrase.get(place).quotation().orElseThrow()) > 3)
                    || phrase.isColon(place)
                    || place > at + 12) {
                return Optional.empty();
            }
            place++;
        }
        Optional<Naming> speaker = ArabicNames.read(phrase, arabic, place + 1, end);
        int from = speaker.map(one -> one.words().end()).orElse(place + 1);
        boolean paper = speaker.filter(one -> one.kind() != Naming.Kind.PERSON).isPresent();
        if (place >= end || speaker.isEmpty() || (saying.may(Takes.IN) && !paper)) {
            return Optional.empty();
        }
        return contents.that(from)
                .map(content -> new Cue(
                        saying, clauseStart(at), new Stretch(at, at + 1), speaker, content));
    }

    /** "بقوله: …": whose it is only the sentences before tell. */
    private Optional<Cue> noun(int at, Saying saying) {
        boolean by = phrase.key(at).startsWith("ب") || phrase.isComma(at - 1);
        if (!by) {
            return Optional.empty();
        }
        return contents.that(at + 1)
                .map(content -> new Cue(
                        saying, clauseStart(at), new Stretch(at, at + 1), shared(at), content));
    }

    private int clauseStart(int at) {
        int start = at;
        while (start > 0
                && (phrase.isComma(start - 1)
                        || OTHER_CLAUSE.contains(phrase.key(start - 1))
                        || (phrase.key(start - 1).equals("في")
                                && phrase.key(start).equals("حين")))) {
            start--;
        }
        return start;
    }

    private Optional<Found> finish(Cue cue, int next) {
        ArabicContents.Content content = cue.content();
        int stop =
                Math.max(content.start(), Math.min(next, contents.trailing(content.start(), next)));
        while (stop > content.start() && isLoose(stop - 1)) {
            stop--;
        }
        if (stop <= content.start()) {
            return Optional.empty();
        }
        boolean quotation = phrase.isQuotation(content.start());
        if (quotation && (content.alone() || stop == content.start() + 1)) {
            Span inner = phrase.get(content.start()).quotation().get().content();
            String rule = content.rule().equals("A1") ? "A2" : content.rule();
            return Optional.of(found(cue, inner, Form.DIRECT, rule));
        }
        Stretch stretch = new Stretch(content.start(), stop);
        boolean words = !phrase.quotations(stretch).isEmpty();
        Form form = words ? Form.MIXED : Form.INDIRECT;
        return Optional.of(found(cue, phrase.span(stretch), form, content.rule()));
    }

    private Found found(Cue cue, Span span, Form form, String rule) {
        return new Found(
                phrase,
                span,
                form,
                Optional.of(cue.saying()),
                Optional.of(cue.words()),
                cue.subject(),
                rule);
    }

    private boolean isLoose(int place) {
        String key = phrase.key(place);
        return phrase.isComma(place)
                || phrase.isDash(place)
                || phrase.get(place).isOneOf(".؛;")
                || Set.of("و", "كما", "فيما", "بينما", "وقد", "ثم").contains(key);
    }

    static boolean isAccording(String key) {
        return ACCORDING.contains(key);
    }

    static boolean isInWords(String key) {
        return IN_WORDS.contains(key);
    }
}
