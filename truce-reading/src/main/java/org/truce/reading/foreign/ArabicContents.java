package org.truce.reading.foreign;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Where what an Arabic verb reports begins, and where it ends before a remark of the narrator's.
 */
final class ArabicContents {
    /** So far from its verb "that" is looked for. */
    private static final int FARTHEST = 45;

    /** After these "that" belongs to them and not to a verb of saying. */
    private static final Set<String> OTHER_THAT = Set.of(
            "بعد", "قبل", "دون", "منذ", "يجب", "يمكن", "ينبغي", "الممكن", "المتوقع", "شانه",
            "شانها", "الا", "غير", "بيد", "كما", "بدون", "علي_ان", "يفترض", "المفترض", "المقرر");

    private static final Set<String> ASIDES = Set.of(
            "ايضا", "كذلك", "بدوره", "بدورها", "حينها", "مجددا", "سابقا", "لاحقا", "اليوم", "امس");

    private static final Set<String> ADVERBIAL = Set.of(
            "في", "خلال", "عقب", "بعد", "قبل", "عبر", "اثناء", "ردا", "تعليقا", "ضمن", "مع", "امام",
            "لدي", "من", "بشان", "حول", "علي", "منذ", "عند", "مساء", "صباح", "وسط", "الي", "حسب");

    private final Phrase phrase;
    private final Arabic arabic;
    private final int end;

    /**
     * @param start the first item
     * @param alone whether it is one quotation, which ends it
     * @param rule the id of the rule that found it
     */
    record Content(int start, boolean alone, String rule) {}

    ArabicContents(Phrase phrase, Arabic arabic, int end) {
        this.phrase = phrase;
        this.arabic = arabic;
        this.end = end;
    }

    /** What a verb reports whose subject ends before a place. */
    Optional<Content> after(Saying saying, int subjectEnd) {
        int from = skipRelative(subjectEnd);
        int at = skipAdverbials(saying, from);
        Optional<Content> near = near(saying, from, at);
        if (near.isPresent()) {
            return near;
        }
        if (saying.may(Takes.BLAME)) {
            return blame(from);
        }
        if (saying.may(Takes.WHOM)) {
            return whom(saying, at);
        }
        boolean thing = saying.may(Takes.THING) && at < end && phrase.isWord(at) && end - at > 1;
        if (thing && !isRefusal(saying, at) && startsThing(at)) {
            return Optional.of(new Content(at, false, "A7"));
        }
        if (saying.may(Takes.THAT) || saying.may(Takes.QUOTE)) {
            Optional<Content> that = that(from);
            if (that.isPresent()) {
                return that;
            }
        }
        if (saying.may(Takes.PREPOSITION)) {
            Optional<Content> far = preposition(saying, from);
            if (far.isPresent()) {
                return far;
            }
        }
        return Optional.empty();
    }

    /** What stands right behind the subject: a quotation, "that", the verb's preposition. */
    private Optional<Content> near(Saying saying, int from, int at) {
        for (int place : new int[] {from, at}) {
            if (place >= end) {
                continue;
            }
            if (isPrepositionOf(saying, place)
                    && (saying.may(Takes.PREPOSITION) || saying.may(Takes.WHOM))) {
                return Optional.of(prepositional(place));
            }
            boolean clause = saying.may(Takes.THAT) || saying.may(Takes.PREPOSITION);
            if (clause && isThat(place)) {
                return Optional.of(clause(place));
            }
            boolean colon = phrase.isColon(place) && place + 1 < end;
            if (colon || isUtterance(place)) {
                return Optional.of(quotation(colon ? place + 1 : place));
            }
        }
        return Optional.empty();
    }

    private Content quotation(int place) {
        if (isThat(place) && place + 1 < end) {
            return clause(place);
        }
        boolean quoted = phrase.isQuotation(place);
        return new Content(place, quoted, quoted ? "A3" : "A4");
    }

    boolean isUtterance(int place) {
        return phrase.isQuotation(place)
                && phrase.countWords(phrase.get(place).quotation().orElseThrow()) > 1;
    }

    private Content prepositional(int place) {
        boolean word = ARABIC_CLITICS.contains(phrase.key(place).substring(0, 1))
                && !Set.of("علي", "الي", "عن", "من", "في").contains(phrase.key(place));
        int start = word ? place : place + 1;
        if (isThat(start)) {
            return new Content(clause(start).start(), false, "A5");
        }
        if (phrase.isColon(start) && start + 1 < end) {
            return quotation(start + 1);
        }
        return new Content(start, false, "A5");
    }

    private static final Set<String> ARABIC_CLITICS = Set.of("ب", "ل");

    private boolean isPrepositionOf(Saying saying, int place) {
        String key = phrase.key(place);
        for (String preposition : saying.prepositions()) {
            boolean same = key.equals(preposition);
            boolean joined = preposition.length() == 1
                    && key.startsWith(preposition)
                    && key.length() > 3
                    && phrase.isWord(place)
                    && !isHearer(place);
            if (same || joined) {
                return true;
            }
        }
        return false;
    }

    private boolean isHearer(int place) {
        return phrase.get(place).variants().stream()
                .anyMatch(one -> arabic.nouns().kinds(one).contains(Noun.HEARER)
                        || arabic.nouns().kinds(one).contains(Noun.TIME));
    }

    /** "that", also with a pronoun joined to it. */
    private boolean isThat(int place) {
        if (!phrase.isWord(place) || OTHER_THAT.contains(phrase.key(place - 1))) {
            return false;
        }
        String key = phrase.key(place);
        String bare = key.startsWith("ب") ? key.substring(1) : key;
        return bare.equals("ان") || isJoinedThat(bare);
    }

    private static boolean isJoinedThat(String bare) {
        return bare.startsWith("ان")
                && Set.of("ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك", "كم", "نه", "ما")
                        .contains(bare.substring(2));
    }

    /** A clause; "that" is no part of it, nor the pronoun joined to it. */
    private static Content clause(int place) {
        return new Content(place + 1, false, "A1");
    }

    /** "that", a colon or a quotation, in some distance. */
    Optional<Content> that(int subjectEnd) {
        int from = skipRelative(subjectEnd);
        int limit = Math.min(end, from + FARTHEST);
        int commas = 0;
        for (int i = from; i < limit; i++) {
            if (isThat(i) && i + 1 < end) {
                return Optional.of(clause(i));
            }
            if ((phrase.isColon(i) && i + 1 < end) || (isUtterance(i) && !isName(i))) {
                return Optional.of(quotation(phrase.isColon(i) ? i + 1 : i));
            }
            commas += phrase.isComma(i) ? 1 : 0;
            boolean other = i > from && isOtherVerb(i);
            if (commas > 3 || other || phrase.get(i).isOneOf("؛;")) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Short words in marks with more of the clause behind them are a name. */
    private boolean isName(int place) {
        return phrase.countWords(phrase.get(place).quotation().orElseThrow()) <= 3
                && place + 2 < end
                && phrase.isWord(place + 1);
    }

    private boolean isOtherVerb(int place) {
        String key = phrase.key(place);
        if (ArabicWords.NEGATIONS.contains(phrase.key(place - 1))) {
            return false;
        }
        return arabic.sayings()
                .find(key)
                .or(() -> arabic.sayings().find(ArabicSpelling.withoutAnd(key)))
                .filter(one -> one.shape() != Saying.Shape.NOUN)
                .filter(one -> arabic.nouns().kinds(key).isEmpty())
                .isPresent();
    }

    private Optional<Content> preposition(Saying saying, int from) {
        int limit = Math.min(end, from + FARTHEST / 2);
        for (int i = from; i < limit; i++) {
            if (isPrepositionOf(saying, i) && i + 1 < end) {
                return Optional.of(prepositional(i));
            }
            if (isUtterance(i) || phrase.isColon(i) || (i > from && isOtherVerb(i))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    boolean hasPrepositionNear(int from, String preposition) {
        for (int i = from; i < Math.min(end, from + 15); i++) {
            if (phrase.key(i).equals(preposition)) {
                return true;
            }
        }
        return false;
    }

    /** Whom, and what to do: from whom on, if the verb's preposition follows. */
    private Optional<Content> whom(Saying saying, int from) {
        int limit = Math.min(end, from + FARTHEST);
        for (int i = from; i < limit; i++) {
            boolean leads =
                    isPrepositionOf(saying, i) || (saying.prepositions().isEmpty() && i > from);
            if (leads || (i > from && isThat(i))) {
                return Optional.of(new Content(from, false, "A6"));
            }
            if (phrase.isColon(i) || (i > from && isOtherVerb(i))) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Optional<Content> blame(int from) {
        for (int i = from; i < Math.min(end, from + 10); i++) {
            String key = phrase.key(i);
            if (key.equals("مسووليه") || key.equals("المسووليه") || key.equals("مسيوليه")) {
                return Optional.of(new Content(from, false, "A6"));
            }
        }
        return Optional.empty();
    }

    private boolean isRefusal(Saying saying, int at) {
        return saying.verb().equals("رفض")
                && Set.of("التعليق", "الكشف", "الادلاء", "الافصاح", "ذكر", "الاجابه", "الرد")
                        .contains(phrase.key(at));
    }

    private boolean startsThing(int at) {
        String key = phrase.key(at);
        return !ADVERBIAL.contains(key) && !phrase.isComma(at) && !isOtherVerb(at);
    }

    /** Past ", who had mediated," and "who asked not to be named". */
    private int skipRelative(int from) {
        int at = phrase.isComma(from) ? from + 1 : from;
        if (Set.of("الذي", "التي", "الذين", "والذي", "والتي").contains(phrase.key(at))) {
            int comma = at + 1;
            while (comma < Math.min(end, at + 20) && !phrase.isComma(comma) && !isThat(comma)) {
                comma++;
            }
            return phrase.isComma(comma) ? comma + 1 : comma;
        }
        if (at > from && ADVERBIAL.contains(phrase.key(at))) {
            return pastAside(from, at);
        }
        boolean unnamed = Set.of("عدم", "الكشف", "ذكر", "الا").contains(phrase.key(at + 1));
        for (int i = at + 1; unnamed && i < Math.min(end, from + 8); i++) {
            if (Set.of("اسمه", "اسمها", "هويته", "هويتها").contains(phrase.key(i))) {
                return phrase.isComma(i + 1) ? i + 2 : i + 1;
            }
        }
        return from;
    }

    /** Past ", during a meeting with the ambassador,"; where no comma ends it, it is none. */
    private int pastAside(int from, int start) {
        for (int i = start + 1; i < Math.min(end - 1, start + 15); i++) {
            if (isThat(i) || phrase.isColon(i) || phrase.isQuotation(i)) {
                return from;
            }
            if (phrase.isComma(i)) {
                return i + 1;
            }
        }
        return from;
    }

    int skipAsides(int from) {
        int at = from;
        while (at < end && ASIDES.contains(phrase.key(at))) {
            at++;
        }
        return at;
    }

    /** Past "in a press conference on Monday in Geneva" and the like. */
    private int skipAdverbials(Saying saying, int from) {
        int at = from;
        boolean skipped = true;
        while (skipped && at < end) {
            skipped = false;
            if (phrase.isComma(at) && at > from) {
                at++;
                skipped = true;
            } else if (phrase.key(at).equals("ل") && phrase.isQuotation(at + 1)) {
                at += 2;
                skipped = true;
            } else if (isOf(at, Noun.TIME)
                    || ASIDES.contains(phrase.key(at))
                    || isHearerPhrase(at)) {
                at++;
                skipped = true;
            } else if (ADVERBIAL.contains(phrase.key(at)) && !isPrepositionOf(saying, at)) {
                at = skipNoun(saying, at + 1);
                skipped = true;
            }
        }
        return at;
    }

    private boolean isHearerPhrase(int at) {
        return phrase.key(at).startsWith("ل") && isHearer(at);
    }

    private int skipNoun(Saying saying, int from) {
        int at = Math.min(from + 1, end);
        while (at < end
                && phrase.isWord(at)
                && !isPrepositionOf(saying, at)
                && (isOf(at, Noun.OCCASION_WORD)
                        || isOf(at, Noun.TIME)
                        || isOf(at, Noun.HEARER)
                        || isOf(at, Noun.ADJECTIVE)
                        || (arabic.known().find(phrase, at, end).isPresent()
                                && isOf(from, Noun.OCCASION)))) {
            at++;
        }
        return at;
    }

    private boolean isOf(int at, Noun noun) {
        if (at >= end || !phrase.isWord(at)) {
            return false;
        }
        EnumSet<Noun> kinds = EnumSet.noneOf(Noun.class);
        phrase.get(at).variants().forEach(one -> kinds.addAll(arabic.nouns().kinds(one)));
        return kinds.contains(noun) && !kinds.contains(Noun.ACT);
    }

    /** Where the narrator's remark behind what was said begins; the limit where there is none. */
    int trailing(int start, int limit) {
        for (int i = start + 1; i < limit; i++) {
            if ((phrase.isComma(i) && isRemark(i + 1)) || isRemarkAlways(i)) {
                return i;
            }
        }
        return limit;
    }

    private boolean isRemark(int at) {
        String key = phrase.key(at);
        return ArabicCues.isAccording(key)
                || (key.equals("وذلك")
                        && Set.of("خلال", "في", "بعد", "عقب", "ردا").contains(phrase.key(at + 1)))
                || (key.equals("في")
                        && Set.of("اشاره", "وقت", "حين", "تصريح", "تصريحات", "بيان")
                                .contains(phrase.key(at + 1)))
                || key.equals("ردا")
                || key.equals("تعليقا")
                || key.equals("وتساءل")
                || key.equals("وتساءلت")
                || key.equals("نقلا")
                || key.equals("حسبما")
                || key.equals("بحسبما")
                || (key.equals("كما") && isOtherVerb(at + 1))
                || isRemarkAlways(at);
    }

    private boolean isRemarkAlways(int at) {
        return (phrase.key(at).equals("علي")
                        && phrase.key(at + 1).equals("حد")
                        && ArabicCues.isInWords(phrase.key(at + 2)))
                || (ArabicCues.isAccording(phrase.key(at))
                        && (ArabicCues.isInWords(phrase.key(at + 1))
                                || phrase.key(at + 1).equals("ما")));
    }
}
