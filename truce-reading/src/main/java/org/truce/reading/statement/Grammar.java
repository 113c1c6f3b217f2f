package org.truce.reading.statement;

import org.truce.reading.words.Actor;
import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Heads;
import org.truce.reading.words.Phrasebook;

import java.util.Set;

/** Where phrases begin and end in a line, by parts of speech. */
final class Grammar {
    private static final Heads HEADS = Dictionaries.get().heads();
    private static final Phrasebook<Actor> ACTORS = Dictionaries.get().actors().names();

    private static final Set<String> OF_NOUN = Set.of(
            "of", "for", "in", "at", "on", "from", "to", "with", "near", "behind", "under",
            "within", "inside", "against", "across");

    /** Prepositions of phrases that may stand between a verb of saying and what is said. */
    private static final Set<String> OF_VERB = Set.of(
            "on",
            "in",
            "at",
            "during",
            "after",
            "before",
            "via",
            "through",
            "by",
            "from",
            "to",
            "over",
            "following",
            "late",
            "early",
            "earlier",
            "later",
            "ahead",
            "upon",
            "of",
            "for",
            "with",
            "about",
            "since");

    private static final Set<String> MEDIUM = Set.of(
            "statement",
            "report",
            "interview",
            "conference",
            "briefing",
            "speech",
            "address",
            "telephone",
            "phone",
            "release",
            "bulletin",
            "letter",
            "message",
            "post",
            "twitter",
            "facebook",
            "telegram",
            "television",
            "tv",
            "radio",
            "page",
            "meeting",
            "session",
            "visit",
            "ceremony",
            "talks",
            "call",
            "remarks",
            "text",
            "video",
            "tweet",
            "article",
            "email",
            "e-mail",
            "note",
            "communique",
            "assembly",
            "council",
            "parliament",
            "reporters",
            "journalists",
            "broadcast",
            "channel",
            "account",
            "website",
            "x",
            "comments",
            "part",
            "side",
            "turn",
            "reply",
            "response",
            "hearing",
            "event",
            "capital",
            "summit");

    private static final Set<String> TIME_WORDS = Set.of(
            "morning",
            "evening",
            "afternoon",
            "night",
            "noon",
            "midnight",
            "week",
            "month",
            "day",
            "days",
            "hours",
            "year",
            "weekend",
            "last",
            "early",
            "late",
            "earlier",
            "later",
            "now",
            "then",
            "also",
            "ago",
            "this");

    private static final Set<String> SUBJECT_PRONOUNS =
            Set.of("he", "she", "it", "they", "we", "i");
    private static final Set<String> FIXED = Set.of(
            "in turn",
            "at once",
            "at first",
            "at last",
            "in addition",
            "in response",
            "in return",
            "in reply",
            "in private",
            "in public",
            "at length",
            "in part",
            "of course");
    private static final Set<String> HAVE = Set.of("has", "have", "had", "'ve");
    private static final Set<String> QUANTITY = Set.of("least", "most");
    private static final Set<String> APPROXIMATE =
            Set.of("about", "over", "around", "under", "up", "nearly", "almost", "some");

    private Grammar() {}

    static boolean isTime(Line line, int i) {
        return HEADS.is(line.key(i), Heads.Kind.TIME) || TIME_WORDS.contains(line.key(i));
    }

    /** The place after auxiliaries, adverbs and days that stand before a verb, going left. */
    static int beforeVerb(Line line, int verb, int floor) {
        int i = verb;
        while (i > floor) {
            int j = i - 1;
            boolean not = line.hasTag(j, "PART") && !line.key(j).equals("to");
            boolean adverb = not || (line.hasTag(j, "ADV") && !line.key(j).equals("there"));
            boolean auxiliary = line.tag(j).startsWith("AUX") || HAVE.contains(line.key(j));
            boolean day = isTime(line, j) && j > floor;
            int phrase = fixedPhraseStart(line, j, floor);
            if (!adverb && !auxiliary && !day && phrase == j + 1) {
                return i;
            }
            i = Math.min(j, phrase);
            if (day && line.key(i - 1).equals("on") && i - 1 > floor) {
                i--;
            }
        }
        return i;
    }

    /**
     * Where "in turn" and the like begin that end with an item; the place after it if none does.
     */
    private static int fixedPhraseStart(Line line, int last, int floor) {
        boolean turn = FIXED.contains(line.key(last - 1) + " " + line.key(last));
        return turn && last - 1 > floor ? last - 1 : last + 1;
    }

    /** Where the noun phrase with all that hangs on it begins that ends before a place. */
    static int nounPhraseStart(Line line, int end, int floor) {
        if (end > floor && SUBJECT_PRONOUNS.contains(line.key(end - 1))) {
            return end - 1;
        }
        int i = actorStart(line, end, floor);
        int depth = 0;
        while (i > floor) {
            int j = i - 1;
            String key = line.key(j);
            if (key.equals(")") || key.equals("]")) {
                depth++;
            } else if (key.equals("(") || key.equals("[")) {
                depth--;
            } else if (depth == 0 && !isOfNounPhrase(line, j, end, floor)) {
                break;
            }
            i = j;
        }
        return trimmedStart(line, i, end);
    }

    /** Where a name of the dictionary begins that ends before a place, or the place. */
    private static int actorStart(Line line, int end, int floor) {
        for (int i = Math.max(floor, end - 8); i < end - 2; i++) {
            boolean name = line.word(i).isCapitalised()
                    && ACTORS.findAt(line.words(), i, end)
                            .filter(found -> found.end() == end)
                            .isPresent();
            if (name) {
                return i;
            }
        }
        return end;
    }

    private static boolean isOfNounPhrase(Line line, int j, int end, int floor) {
        String key = line.key(j);
        if (line.isQuote(j)) {
            // A name in marks, "the weekly 'Vostok'"; a quotation of words ends what stands before.
            return j > floor && line.isNominal(j - 1) && !Quotes.isClause(line, j);
        }
        if (line.isNominal(j) || key.equals("/") || key.equals("-") || key.equals("+")) {
            return !key.equals("who") && !key.equals("which") && !key.equals("that");
        }
        if (line.hasTag(j, "ADP")) {
            boolean byWhom = key.equals("by") && line.hasTag(j - 1, "VERB");
            return (byWhom || OF_NOUN.contains(key)) && j + 1 < end;
        }
        if (line.hasTag(j, "CCONJ")) {
            return key.equals("and") && joinsNouns(line, j, end, floor);
        }
        boolean participle = line.hasTag(j, "VERB")
                && (key.endsWith("ed") || key.endsWith("ing"))
                && line.isNominal(j + 1)
                && (line.hasTag(j - 1, "DET")
                        || line.hasTag(j - 1, "ADP")
                        || (line.hasTag(j - 1, "PROPN") && key.endsWith("ing")));
        // "Residents reached by phone": a participle after its noun.
        boolean reduced = line.hasTag(j, "VERB")
                && (key.endsWith("ed") || key.endsWith("en"))
                && j + 1 < end
                && line.key(j + 1).equals("by")
                && line.isNominal(j - 1);
        return participle || reduced || (line.hasTag(j, "ADV") && line.hasTag(j - 1, "DET"));
    }

    /** Whether an "and" stands between nouns that share the verb, and not between two clauses. */
    private static boolean joinsNouns(Line line, int and, int end, int floor) {
        if (!line.isNominal(and - 1) || !line.isNominal(and + 1)) {
            return false;
        }
        for (int i = and - 1; i >= floor; i--) {
            if (line.isComma(i) || line.isColon(i) || line.key(i).equals(";") || line.isQuote(i)) {
                return true;
            }
            if (line.isFinite(i)) {
                return false;
            }
        }
        return end > and + 1;
    }

    /** Leading phrases of time and place are no part of the subject: "In Jerusalem an officer". */
    private static int trimmedStart(Line line, int start, int end) {
        int i = start;
        while (i < end) {
            if (line.hasTag(i, "ADP") || line.hasTag(i, "ADV")) {
                int after = line.hasTag(i, "ADV") ? i + 1 : simpleEnd(line, i + 1, end);
                if (after >= end) {
                    return end;
                }
                i = after;
            } else if (line.hasTag(i, "CCONJ")
                    || line.hasTag(i, "SCONJ")
                    || isBareTime(line, i, end)) {
                i++;
            } else {
                return i;
            }
        }
        return start;
    }

    private static boolean isBareTime(Line line, int i, int end) {
        return HEADS.is(line.key(i), Heads.Kind.TIME) && i + 1 < end && !line.isPossessive(i + 1);
    }

    /** Where a noun phrase without what hangs on it ends: "the Security Council", "reporters". */
    static int simpleEnd(Line line, int start, int limit) {
        int i = start;
        boolean noun = false;
        while (i < limit) {
            String tag = line.tag(i);
            boolean opens = tag.equals("DET") || tag.equals("PRON");
            if (opens && (noun || (i > start && line.hasTag(i - 1, "PRON")))) {
                break;
            }
            if (noun && isAdjectiveAfterNoun(line, i)) {
                break;
            }
            boolean modifier = tag.equals("ADJ") || tag.equals("NUM") || opens;
            boolean name = tag.equals("NOUN") || tag.equals("PROPN");
            boolean glue = line.isPossessive(i) || line.key(i).equals("-");
            boolean participle = tag.equals("VERB")
                    && !noun
                    && i + 1 < limit
                    && line.isNominal(i + 1)
                    && i > start;
            if (!modifier && !name && !glue && !participle) {
                break;
            }
            noun = !line.isPossessive(i) && (noun || name);
            i++;
        }
        return i;
    }

    /** "the detentions lawful": an adjective that no noun follows. */
    private static boolean isAdjectiveAfterNoun(Line line, int i) {
        return line.hasTag(i, "ADJ")
                && !line.word(i).isCapitalised()
                && (line.hasTag(i - 1, "NOUN") || line.hasTag(i - 1, "PROPN"))
                && HEADS.find(line.key(i)).isEmpty()
                && !line.isNominal(i + 1);
    }

    /** Where a noun phrase ends with all that hangs on it, going right. */
    static int fullEnd(Line line, int start, int limit) {
        int i = simpleEnd(line, start, limit);
        while (i < limit) {
            int after = i;
            if (line.hasTag(i, "ADP") && OF_NOUN.contains(line.key(i))) {
                after = simpleEnd(line, i + 1, limit);
                after = after == i + 1 ? i : after;
            } else if (line.key(i).equals("and") && line.isNominal(i + 1)) {
                int next = simpleEnd(line, i + 1, limit);
                boolean verb = next < limit && (line.isFinite(next) || line.hasTag(next, "DET"));
                after = verb ? i : next;
            } else if (line.isQuote(i) && i + 1 < limit && i > start) {
                after = line.hasTag(i - 1, "NOUN") ? i + 1 : i;
            } else if (line.key(i).equals("(")) {
                after = closing(line, i, limit);
            }
            if (after == i) {
                return i;
            }
            i = after;
        }
        return i;
    }

    private static int closing(Line line, int open, int limit) {
        for (int i = open + 1; i < Math.min(limit, open + 12); i++) {
            if (line.key(i).equals(")")) {
                return i + 1;
            }
        }
        return open;
    }

    /** The place after phrases of time, place and medium: "on Monday", "in a statement". */
    static int afterAdverbials(Line line, int start, int limit) {
        int i = start;
        while (i < limit) {
            int after = afterAdverbial(line, i, limit);
            if (after == i) {
                return i;
            }
            i = after;
        }
        return i;
    }

    private static int afterAdverbial(Line line, int i, int limit) {
        if (line.hasTag(i, "ADV") || line.hasTag(i, "PART")) {
            return i + 1;
        }
        if (isTime(line, i)) {
            int after = i + 1;
            while (after < limit && line.hasTag(after, "NUM")) {
                after++;
            }
            return after;
        }
        boolean preposition = line.hasTag(i, "ADP") || line.hasTag(i, "SCONJ");
        boolean quantity = QUANTITY.contains(line.key(i + 1)) || isAbout(line, i);
        if (preposition && !quantity && OF_VERB.contains(line.key(i))) {
            int after = simpleEnd(line, i + 1, limit);
            boolean known = false;
            for (int j = i + 1; j < after; j++) {
                String key = line.key(j);
                known |= MEDIUM.contains(key)
                        || isTime(line, j)
                        || line.hasTag(j, "PROPN")
                        || line.hasTag(j, "NUM");
                if (known
                        && line.hasTag(j, "NOUN")
                        && j + 1 < after
                        && startsClause(line, j + 1, limit)) {
                    return j + 1;
                }
            }
            return known || (after < limit && line.hasTag(after, "ADP")) ? after : i;
        }
        return i;
    }

    /** "about 30", "over 200 people": no phrase of place but a number. */
    private static boolean isAbout(Line line, int i) {
        return APPROXIMATE.contains(line.key(i)) && line.hasTag(i + 1, "NUM");
    }

    private static boolean startsClause(Line line, int i, int limit) {
        return i < limit && (line.hasTag(i, "DET") || line.hasTag(i, "PRON"));
    }
}
