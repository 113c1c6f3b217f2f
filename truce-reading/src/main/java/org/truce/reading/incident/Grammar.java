package org.truce.reading.incident;

import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;
import org.truce.reading.tokens.Token.Kind;

import java.util.Set;

/** Small words of English by what they do in a clause, and runs of words with capitals. */
final class Grammar {
    static final Set<String> ARTICLES = Set.of(
            "the", "a", "an", "its", "their", "his", "her", "our", "some", "another", "this");

    static final Set<String> AUXILIARIES = Set.of(
            "has",
            "promised",
            "vowed",
            "agreed",
            "pledged",
            "decided",
            "ordered",
            "have",
            "had",
            "was",
            "were",
            "is",
            "are",
            "been",
            "being",
            "be",
            "will",
            "would",
            "could",
            "might",
            "may",
            "should",
            "to",
            "also",
            "again",
            "then",
            "not",
            "did",
            "does",
            "do",
            "never",
            "plan",
            "plans",
            "planned",
            "intend",
            "intends",
            "going",
            "planning",
            "preparing",
            "threatened",
            "threatens",
            "twice",
            "once",
            "can",
            "first",
            "later",
            "still",
            "even",
            "allegedly",
            "continued",
            "about",
            "due",
            "set");

    static final Set<String> PASSIVE = Set.of("was", "were", "been", "being", "be", "is", "are");

    /** A phrase ends before them, whatever it is. */
    static final Set<String> PREPOSITIONS = Set.of(
            "in",
            "near",
            "on",
            "at",
            "with",
            "from",
            "by",
            "during",
            "after",
            "before",
            "for",
            "over",
            "outside",
            "around",
            "using",
            "as",
            "under",
            "inside",
            "into",
            "along",
            "across",
            "against",
            "between",
            "through",
            "toward",
            "towards",
            "since",
            "until",
            "to",
            "upon",
            "behind",
            "above",
            "beyond",
            "without",
            "within",
            "off",
            "east",
            "west",
            "north",
            "south",
            "despite",
            "amid",
            "throughout",
            "about",
            "onto");

    /** Before a place. */
    static final Set<String> LOCAL = Set.of(
            "in",
            "near",
            "at",
            "outside",
            "around",
            "over",
            "inside",
            "on",
            "into",
            "along",
            "across",
            "through",
            "towards",
            "toward",
            "off",
            "within",
            "throughout",
            "onto",
            "to",
            "above");

    static final Set<String> CLAUSE_WORDS = Set.of(
            "that",
            "rejected",
            "rejects",
            "dismissed",
            "refuted",
            "denies",
            "if",
            "when",
            "while",
            "but",
            "who",
            "which",
            "said",
            "says",
            "unless",
            "because",
            "although",
            "whereas",
            "where",
            "then",
            "whether",
            "reported",
            "warned",
            "denied",
            "accused",
            "added",
            "claimed",
            "confirmed",
            "alleged",
            "stated",
            "told",
            "announced",
            "whom",
            "killing",
            "wounding",
            "injuring",
            "leaving",
            "causing",
            "damaging",
            "destroying",
            "hitting",
            "there",
            "hours",
            "minutes",
            "it",
            "held",
            "controlled",
            "located",
            "yesterday",
            "today",
            "tonight",
            "overnight",
            "tomorrow",
            "last",
            "this",
            "early",
            "late",
            "earlier",
            "having",
            "of",
            "claims",
            "reports");

    static final Set<String> PLACE_NOUNS = Set.of(
            "village",
            "town",
            "city",
            "district",
            "province",
            "governorate",
            "region",
            "county",
            "area",
            "sector",
            "suburb",
            "neighbourhood",
            "neighborhood",
            "camp",
            "outskirts",
            "island",
            "state",
            "department",
            "municipality",
            "valley",
            "settlement",
            "hamlet",
            "port",
            "airport",
            "villages",
            "towns",
            "market",
            "crossing",
            "bridge",
            "hills");

    /** Of what stands somewhere: the name behind "of" is a place. */
    static final Set<String> BUILDINGS = Set.of(
            "station",
            "hospital",
            "clinic",
            "school",
            "mosque",
            "church",
            "bakery",
            "factory",
            "barracks",
            "base",
            "airfield",
            "square",
            "quarter",
            "dam",
            "warehouse",
            "prison",
            "university",
            "farm",
            "garrison",
            "mayor",
            "governor",
            "residents");

    private static final Set<String> ORGANISATIONS = Set.of(
            "front",
            "army",
            "forces",
            "mission",
            "brigade",
            "brigades",
            "council",
            "ministry",
            "command",
            "movement",
            "union",
            "committee",
            "centre",
            "center",
            "party",
            "force",
            "guard",
            "guards",
            "commission",
            "police",
            "corps",
            "division",
            "battalion",
            "group",
            "agency",
            "organization",
            "organisation",
            "nations",
            "militia",
            "government",
            "cross",
            "crescent",
            "navy",
            "hezbollah",
            "hamas",
            "coalition",
            "alliance",
            "security",
            "rebels",
            "fighters",
            "troops",
            "soldiers",
            "aircraft",
            "houthis",
            "taliban");

    private static final Set<String> JOINERS = Set.of(
            "al", "el", "de", "del", "la", "las", "los", "du", "di", "da", "bin", "ibn", "abu",
            "as", "ash", "ad", "az", "ez", "ed", "es", "ar", "an");

    private static final int LONGEST_NAME = 6;

    private Grammar() {}

    /**
     * Behind the last word of the name that begins at a token; the token itself where none does.
     */
    static int nameEnd(Sentence sentence, int at) {
        int end = at;
        int i = at;
        while (i < sentence.size() && i < at + LONGEST_NAME) {
            Token token = sentence.get(i);
            boolean article = i == at && ARTICLES.contains(token.norm());
            if (token.isCapital() && !When.isDayOrMonth(token) && !article) {
                end = ++i;
            } else if (i > at
                    && JOINERS.contains(token.norm())
                    && i + 1 < sentence.size()
                    && sentence.get(i + 1).isCapital()) {
                i++;
            } else {
                break;
            }
        }
        return end;
    }

    static boolean isOrganisation(Sentence sentence, int from, int to) {
        for (int i = from; i < to; i++) {
            String text = sentence.get(i).text();
            boolean acronym = text.length() > 1 && text.chars().allMatch(Character::isUpperCase);
            if (acronym || ORGANISATIONS.contains(sentence.get(i).norm())) {
                return true;
            }
        }
        return to < sentence.size() && ORGANISATIONS.contains(sentence.get(to).norm());
    }

    static boolean isWordOf(Sentence sentence, int at, Set<String> words) {
        return at >= 0
                && at < sentence.size()
                && sentence.get(at).kind() == Kind.WORD
                && words.contains(sentence.get(at).norm());
    }
}
