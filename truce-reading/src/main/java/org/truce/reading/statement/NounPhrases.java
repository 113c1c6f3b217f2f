package org.truce.reading.statement;

import org.truce.reading.statement.NounPhrase.Kind;
import org.truce.reading.text.Token;
import org.truce.reading.words.Actor;
import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Gender;
import org.truce.reading.words.Heads;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Takes the words for a speaker apart: titles, names, institutions. */
final class NounPhrases {
    private static final Dictionaries WORDS = Dictionaries.get();
    private static final Heads HEADS = WORDS.heads();

    private static final Set<String> PRONOUNS = Set.of(
            "he", "she", "it", "they", "his", "her", "its", "their", "him", "them", "both", "who");
    static final Set<String> PARTICLES = Set.of(
            "de", "al", "el", "von", "van", "der", "den", "bin", "ibn", "ben", "abu", "abou", "da",
            "del", "della", "di", "dos", "du", "la", "le", "ul", "ur", "bint", "um", "y", "ter",
            "al-", "el-", "wa", "ag", "ould", "mint", "do", "zu");
    private static final Set<String> NO_NAME = Set.of(
            "DET", "ADP", "PRON", "CCONJ", "SCONJ", "AUX", "ADV", "PART", "INTJ", "PUNCT", "NUM");
    private static final Set<String> ARTICLES =
            Set.of("the", "a", "an", "his", "her", "its", "their", "this", "that", "our", "my");

    private NounPhrases() {}

    static NounPhrase of(Line line, Range range) {
        return new Parse(line, range).read();
    }

    /** Whether a word is written as a part of a name: "Petrov", "al-Qubati", "O'Neill". */
    static boolean isNameWord(Token token) {
        if (token.isCapitalised()) {
            return HEADS.find(token.key()).isEmpty();
        }
        int dash = token.form().indexOf('-');
        return dash > 0
                && dash <= 3
                && dash + 1 < token.form().length()
                && Character.isUpperCase(token.form().charAt(dash + 1));
    }

    /** The end of a name that begins at a place: "Staffan de Mistura". */
    static int nameEnd(Line line, int start, int limit) {
        int end = start;
        int i = start;
        while (i < limit) {
            Token token = line.word(i);
            boolean surname = end == i
                    && i > start
                    && HEADS.is(token.key(), Heads.Kind.ROLE)
                    && token.isCapitalised()
                    && !(i + 1 < limit && isNameWord(line.word(i + 1)));
            if (mayBeName(line, i) && (surname || (isNameWord(token) && !isState(line, i)))) {
                end = i + 1;
                i++;
            } else if (end > start
                    && PARTICLES.contains(token.key())
                    && i + 1 < limit
                    && isNameWord(line.word(i + 1))) {
                i++;
            } else {
                break;
            }
        }
        return end;
    }

    private static boolean mayBeName(Line line, int i) {
        boolean first = i == 0 || line.isStop(i - 1) || line.isColon(i - 1);
        boolean plainFirst = first
                && !line.hasTag(i, "PROPN")
                && !(i + 1 < line.size() && line.hasTag(i + 1, "PROPN"));
        for (int j = Math.max(0, i - 3); j < i; j++) {
            if (isStateUpTo(line, j, i)) {
                return false;
            }
        }
        boolean lower = !line.word(i).isCapitalised();
        return !line.isQuote(i) && (lower || (!NO_NAME.contains(line.tag(i)) && !plainFirst));
    }

    /** Whether a state or body of the dictionary begins at one place and goes beyond another. */
    private static boolean isStateUpTo(Line line, int start, int beyond) {
        boolean area = WORDS.areas()
                .findAt(line.words(), start, line.size())
                .filter(found -> found.end() > beyond)
                .isPresent();
        return area
                || WORDS.actors()
                        .names()
                        .findAt(line.words(), start, line.size())
                        .filter(found -> found.end() > beyond
                                && found.meanings().stream()
                                        .noneMatch(one -> one.kind() == Actor.Kind.PERSON))
                        .isPresent();
    }

    private static boolean isState(Line line, int i) {
        return WORDS.areas().findAt(line.words(), i, line.size()).isPresent()
                || WORDS.actors()
                        .nationalities()
                        .findAt(line.words(), i, line.size())
                        .isPresent()
                || WORDS.actors()
                        .names()
                        .findAt(line.words(), i, line.size())
                        .filter(found -> found.meanings().stream()
                                .noneMatch(one -> one.kind() == Actor.Kind.PERSON))
                        .isPresent();
    }

    private static final class Parse {
        private final Line line;
        private final Range range;
        private final List<String> name = new ArrayList<>();
        private final Set<String> roles = new HashSet<>();
        private final List<String> keys = new ArrayList<>();
        private Gender gender = Gender.UNKNOWN;
        private int headEnd;

        Parse(Line line, Range range) {
            this.line = line;
            this.range = range;
        }

        NounPhrase read() {
            for (int i = range.start(); i < range.end(); i++) {
                keys.add(line.key(i));
            }
            headEnd = headEnd();
            collect();
            findName();
            boolean definite = line.key(range.start()).equals("the")
                    || !ARTICLES.contains(line.key(range.start()));
            return new NounPhrase(kind(), name, display(), roles, head(), gender, definite, keys);
        }

        /** The end of the first part, before appositions. */
        private int headEnd() {
            for (int i = range.start(); i < range.end(); i++) {
                if (line.isComma(i)) {
                    return i;
                }
            }
            return range.end();
        }

        private void collect() {
            for (int i = range.start(); i < range.end(); i++) {
                String key = line.key(i);
                Optional<Heads.Kind> kind = HEADS.find(key);
                if (kind.isPresent() && kind.get() != Heads.Kind.TIME) {
                    roles.add(key);
                    // Institutions are told apart from persons by what else the phrase has.
                    if (kind.get() == Heads.Kind.ROLE && gender == Gender.UNKNOWN) {
                        gender = HEADS.gender(key);
                    }
                } else if (line.hasTag(i, "NOUN") || isAdjective(i)) {
                    roles.add(key);
                }
            }
        }

        private boolean isAdjective(int i) {
            return line.hasTag(i, "ADJ")
                    || WORDS.actors()
                            .nationalities()
                            .findAt(line.words(), i, range.end())
                            .isPresent();
        }

        /**
         * A name right after a title, at the start, after "named" or in an apposition of its own.
         */
        private void findName() {
            int best = -1;
            int bestEnd = -1;
            int bestRank = 0;
            int i = range.start();
            while (i < range.end()) {
                int end = nameEnd(line, i, range.end());
                if (end == i) {
                    i++;
                    continue;
                }
                int rank = rank(i, end);
                if (rank > bestRank) {
                    best = i;
                    bestEnd = end;
                    bestRank = rank;
                }
                i = end;
            }
            if (best >= 0) {
                take(best, bestEnd);
            }
        }

        private int rank(int start, int end) {
            boolean possessor = end < range.end() && line.isPossessive(end);
            if (possessor || isBody(start, end)) {
                return 0;
            }
            String before = line.key(wordBefore(start));
            boolean title = HEADS.is(before, Heads.Kind.ROLE);
            boolean apposition = start > range.start()
                    && line.isComma(start - 1)
                    && (end == range.end() || line.isComma(end) || line.key(end).equals("("));
            boolean opens = start == range.start() || line.isComma(start - 1);
            if (title) {
                return isAfterPreposition(start) ? 2 : 6;
            }
            if (apposition) {
                return 5;
            }
            if (opens) {
                return 4;
            }
            if (before.equals("as")
                    || before.equals("named")
                    || before.equals("called")
                    || before.equals("alias")
                    || before.equals("himself")) {
                return 4;
            }
            if (HEADS.is(before, Heads.Kind.MODIFIER) && !line.hasTag(start - 1, "ADP")) {
                return 3;
            }
            boolean afterNoun = line.hasTag(start - 1, "NOUN")
                    || HEADS.is(before, Heads.Kind.INSTITUTION)
                    || HEADS.is(before, Heads.Kind.PAPER);
            if (afterNoun && hasRoleBefore(start)) {
                return 3;
            }
            if (line.isPossessive(start - 1) && end - start >= 2 && end == headEnd) {
                return 3;
            }
            boolean afterAdjective = start == range.start() + 2
                    && line.hasTag(range.start(), "DET")
                    && (line.hasTag(start - 1, "ADJ") || line.hasTag(start - 1, "VERB"))
                    && end == headEnd;
            if (afterAdjective && !line.key(range.start()).equals("the")) {
                return 2;
            }
            boolean afterArticle =
                    before.equals("the") || before.equals("a") || before.equals("an");
            if (afterArticle && end - start >= 3) {
                return 2;
            }
            boolean afterPlace = isPlaceBefore(start);
            return afterPlace && end - start >= 2 ? 3 : 0;
        }

        /** The place before a name and a bracket that stands before it: "General (retd) Reyes". */
        private int wordBefore(int start) {
            int i = start - 1;
            if (i > range.start() && line.key(i).equals(")")) {
                while (i > range.start() && !line.key(i).equals("(")) {
                    i--;
                }
                i--;
            }
            return i >= range.start() ? i : -1;
        }

        /** "an adviser to President Aliyev" is somebody else than the president. */
        private boolean isAfterPreposition(int start) {
            for (int i = start - 1; i > range.start() && !line.isComma(i); i--) {
                if (line.hasTag(i, "ADP")) {
                    return true;
                }
            }
            return false;
        }

        private boolean hasRoleBefore(int start) {
            for (int i = range.start(); i < start; i++) {
                if (line.hasTag(i, "NOUN") || HEADS.is(line.key(i), Heads.Kind.ROLE)) {
                    return true;
                }
            }
            return false;
        }

        /** "envoy for Syria Staffan de Mistura". */
        private boolean isPlaceBefore(int start) {
            return start > range.start() && hasRoleBefore(start) && isState(line, start - 1);
        }

        /**
         * Whether capitals stand for a body: followed by "Office", or all of them an abbreviation.
         */
        private boolean isBody(int start, int end) {
            boolean followed = end < line.size()
                    && (HEADS.is(line.key(end), Heads.Kind.INSTITUTION)
                            || HEADS.is(line.key(end), Heads.Kind.MODIFIER))
                    && line.word(end).isCapitalised();
            boolean abbreviation = end - start == 1
                    && line.word(start).form().length() > 1
                    && line.word(start)
                            .form()
                            .equals(line.word(start).form().toUpperCase(Locale.ROOT));
            return followed || (abbreviation && !isHeading(start)) || knownBody(start, end);
        }

        private boolean isHeading(int start) {
            return start == range.start() && range.end() - start == 1 && line.isColon(range.end());
        }

        private boolean knownBody(int start, int end) {
            return WORDS.actors()
                    .names()
                    .findAt(line.words(), start, end)
                    .filter(found -> found.meanings().stream()
                            .noneMatch(one -> one.kind() == Actor.Kind.PERSON))
                    .isPresent();
        }

        private void take(int start, int end) {
            int from = start;
            boolean article = start > range.start() && ARTICLES.contains(line.key(start - 1));
            if (article && end - start >= 3) {
                roles.add(line.key(start));
                from = start + 1;
            }
            for (int i = from; i < end; i++) {
                name.add(line.word(i).form());
            }
            // A surname may be somebody else's given name.
            int last = end - from > 1 ? end - 1 : end;
            for (int i = from; i < last && gender == Gender.UNKNOWN; i++) {
                gender = HEADS.gender(line.key(i));
            }
        }

        private Kind kind() {
            if (range.end() - range.start() == 1 && PRONOUNS.contains(line.key(range.start()))) {
                return Kind.PRONOUN;
            }
            if (!name.isEmpty()) {
                return Kind.PERSON;
            }
            String head = head();
            Optional<Heads.Kind> known = HEADS.find(head);
            if (known.isPresent()) {
                return switch (known.get()) {
                    case ROLE -> Kind.ROLE;
                    case INSTITUTION -> Kind.INSTITUTION;
                    case CROWD -> Kind.CROWD;
                    case PAPER -> Kind.PAPER;
                    case MODIFIER, TIME -> Kind.OTHER;
                };
            }
            return Kind.OTHER;
        }

        /** The last noun before the first preposition, comma or clause. */
        private String head() {
            String head = "";
            for (int i = range.start(); i < headEnd; i++) {
                boolean clause = i > range.start() + 1
                        && line.hasTag(i, "DET")
                        && line.hasTag(i - 1, "NOUN");
                if (clause
                        || line.hasTag(i, "ADP")
                        || line.key(i).equals("who")
                        || line.key(i).equals("(")
                        || (line.isFinite(i) && i > range.start())) {
                    break;
                }
                if (HEADS.find(line.key(i)).isPresent()
                        || line.hasTag(i, "NOUN")
                        || line.hasTag(i, "PROPN")
                        || head.isEmpty()) {
                    head = line.isPossessive(i) ? head : line.key(i);
                }
            }
            return head;
        }

        private String display() {
            int start = range.start();
            while (start + 1 < headEnd && ARTICLES.contains(line.key(start))) {
                start++;
            }
            int end = start < headEnd ? headEnd : range.end();
            for (int i = start + 1; i < end; i++) {
                if (line.key(i).equals("who")) {
                    end = i;
                }
            }
            return line.text(start, end);
        }
    }
}
