package org.truce.reading.statement;

import org.truce.reading.text.Token;
import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Heads;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Parts of speech, put right where news differs from what the model learned from. */
final class Tags {
    private static final Dictionaries WORDS = Dictionaries.get();
    private static final Set<String> NO_NOUN = Set.of("spoke", "told", "said", "says", "wrote");
    private static final Set<String> MISTAKEN =
            Set.of("ADV", "VERB", "INTJ", "X", "AUX", "SYM", "ADJ", "PRON");
    private static final Set<String> PRONOUNS = Set.of(
            "i",
            "he",
            "she",
            "it",
            "they",
            "we",
            "you",
            "him",
            "her",
            "his",
            "its",
            "their",
            "our",
            "my",
            "your",
            "who",
            "which",
            "that",
            "this",
            "these",
            "those",
            "all",
            "both",
            "each",
            "some",
            "any",
            "none",
            "many",
            "most",
            "what",
            "whoever",
            "nobody",
            "everybody",
            "somebody",
            "anybody",
            "everyone",
            "anyone",
            "someone",
            "no",
            "one",
            "there",
            "others",
            "such",
            "nothing",
            "everything",
            "something",
            "neither",
            "either",
            "another",
            "several",
            "few",
            "them",
            "us",
            "me",
            "himself",
            "herself",
            "itself",
            "themselves",
            "whose",
            "whom",
            "whatever",
            "other",
            "much",
            "more",
            "less",
            "only",
            "same",
            "u.s");
    private static final Set<String> ADVERBS = Set.of(
            "also",
            "later",
            "earlier",
            "however",
            "meanwhile",
            "moreover",
            "then",
            "there",
            "here",
            "once",
            "only",
            "even",
            "still",
            "today",
            "yesterday",
            "yet",
            "now",
            "again",
            "just",
            "about",
            "nearly",
            "almost",
            "instead",
            "perhaps",
            "asked",
            "speaking",
            "let",
            "never",
            "more",
            "most",
            "less",
            "please",
            "so",
            "why",
            "how",
            "when",
            "where",
            "not");

    private static final Set<String> NOUNS_IN_LY =
            Set.of("ally", "family", "reply", "supply", "assembly", "anomaly", "rally", "folly");
    private static final Set<String> PREPOSITIONS = Set.of(
            "over",
            "about",
            "on",
            "of",
            "amid",
            "despite",
            "after",
            "with",
            "by",
            "from",
            "for",
            "against",
            "following",
            "in");
    private static final Set<String> SUBJECTS = Set.of("he", "she", "it", "they", "we");
    private static final Set<String> OWNING =
            Set.of("this", "the", "a", "an", "his", "its", "their", "our", "my");
    private static final Set<String> OBJECTS = Set.of("them", "these", "those", "us");
    private static final Set<String> ROUGHLY =
            Set.of("about", "nearly", "almost", "roughly", "approximately");
    private static final Set<String> PLAIN_VERBS = Set.of("lack", "need", "want", "face", "fear");
    private static final Set<String> CONJUNCTIONS = Set.of("whereas", "while");
    private static final Set<String> AUXILIARIES =
            Set.of(("am is are was were be been being have has had having do does did will would"
                            + " shall should can could may might must ought need dare used get got"
                            + " gets getting cannot ca wo")
                    .split(" "));

    private Tags() {}

    /** A tag for each word; the same number of them. */
    static List<String> of(List<Token> words, List<String> given, Capitals capitals) {
        List<String> tags = new ArrayList<>(given);
        for (int i = 0; i < tags.size(); i++) {
            tags.set(i, tag(words, tags, i, capitals));
        }
        return tags;
    }

    private static String tag(List<Token> words, List<String> tags, int i, Capitals capitals) {
        Token word = words.get(i);
        String tag = tags.get(i);
        if (CONJUNCTIONS.contains(word.key()) && tag.equals("NOUN")) {
            return "SCONJ";
        }
        if (isOfAnOpenClass(word, tag)) {
            return word.key().endsWith("ed") ? "VERB" : "NOUN";
        }
        if (isBy(words, i)) {
            return "ADP";
        }
        if (isAdverb(words, tags, i)) {
            return "ADV";
        }
        if (word.key().equals("been")) {
            return "AUX";
        }
        if (SUBJECTS.contains(word.key())) {
            return "PRON";
        }
        if (isParticle(words, tags, i)) {
            return "PROPN";
        }
        boolean figure = ROUGHLY.contains(word.key())
                && i + 1 < tags.size()
                && tags.get(i + 1).equals("NUM");
        if (figure) {
            return "DET";
        }
        if (isPlainVerb(words, tags, i)) {
            return "VERB";
        }
        boolean opens = i == 0 || !words.get(i - 1).isWord();
        if (opens && isOpeningName(words, tags, i, capitals)) {
            return "PROPN";
        }
        if (tag.equals("VERB")
                && (isModifier(words, tags, i)
                        || isSayingNoun(words, tags, i)
                        || (i > 0 && isBy(words, i - 1))
                        || isSpeaker(words, i))) {
            return "NOUN";
        }
        if (word.key().equals("both")) {
            return i + 1 < tags.size() && tags.get(i + 1).equals("NOUN") ? "DET" : "PRON";
        }
        if (tag.equals("NOUN") && NO_NOUN.contains(word.key())) {
            return "VERB";
        }
        if (isName(words, tags, i)) {
            return "PROPN";
        }
        boolean asSaying = tag.equals("NOUN")
                && word.key().equals("saying")
                && words.get(Math.max(0, i - 1)).key().equals("as");
        boolean verb = asSaying
                || (tag.equals("NOUN") && isVerb(words, tags, i))
                || isPast(words, tags, i);
        return verb ? "VERB" : tag;
    }

    /** "drones had circled": a word of letters is no mark, and no new one is an auxiliary verb. */
    private static boolean isOfAnOpenClass(Token word, String tag) {
        boolean closed =
                tag.equals("PUNCT") || (tag.startsWith("AUX") && !AUXILIARIES.contains(word.key()));
        return closed
                && word.key().length() > 2
                && word.key().chars().allMatch(Character::isLetter);
    }

    /** "by telephone": after "by" stands a noun, or a form in -ing. */
    private static boolean isBy(List<Token> words, int i) {
        return words.get(i).key().equals("by")
                && i + 1 < words.size()
                && words.get(i + 1).isWord()
                && !words.get(i + 1).key().endsWith("ing");
    }

    /** "and witnesses spoke of": who speaks, right before a past form of a verb of saying. */
    private static boolean isSpeaker(List<Token> words, int i) {
        return WORDS.heads().find(words.get(i).key()).isPresent()
                && i + 1 < words.size()
                && WORDS.speech()
                        .verbs()
                        .findAt(words, i + 1, words.size())
                        .filter(found -> found.meanings().getFirst().past())
                        .isPresent();
    }

    /** "the fighters in the camps lack tents": a plural before it, what is lacked after it. */
    private static boolean isPlainVerb(List<Token> words, List<String> tags, int i) {
        return i > 0
                && i + 1 < tags.size()
                && PLAIN_VERBS.contains(words.get(i).key())
                && tags.get(i).equals("NOUN")
                && tags.get(i - 1).equals("NOUN")
                && words.get(i - 1).key().endsWith("s")
                && Set.of("NOUN", "DET", "ADJ", "NUM").contains(tags.get(i + 1));
    }

    /** "Mbuyi wa Kalenga". */
    private static boolean isParticle(List<Token> words, List<String> tags, int i) {
        return i > 0
                && i + 1 < words.size()
                && NounPhrases.PARTICLES.contains(words.get(i).key())
                && tags.get(i - 1).equals("PROPN")
                && tags.get(i + 1).equals("PROPN")
                && words.get(i + 1).isCapitalised();
    }

    /** The first word of a sentence that the text knows as a name, or right before "said". */
    private static boolean isOpeningName(
            List<Token> words, List<String> tags, int i, Capitals capitals) {
        Token word = words.get(i);
        boolean noun = tags.get(i).equals("NOUN") && capitals.isName(word);
        boolean mistaken = (noun || MISTAKEN.contains(tags.get(i))) && !isCommon(word);
        if (!mistaken || !word.isCapitalised() || word.form().equals(Line.QUOTE)) {
            return false;
        }
        boolean adjective = WORDS.heads().find(word.key()).isPresent()
                || WORDS.actors().nationalities().findAt(words, i, i + 1).isPresent();
        boolean speaks = i + 1 < words.size()
                && !word.key().endsWith("ing")
                && !word.key().endsWith("ed")
                && WORDS.speech()
                        .verbs()
                        .findAt(words, i + 1, words.size())
                        .filter(found -> found.meanings().getFirst().past())
                        .isPresent();
        return !adjective && (speaks || capitals.isName(word));
    }

    /** "observed drily that": an adverb taken for a noun. */
    private static boolean isAdverb(List<Token> words, List<String> tags, int i) {
        String key = words.get(i).key();
        boolean noun = tags.get(i).equals("NOUN");
        return noun
                && (key.equals("afterwards")
                        || (key.endsWith("ly")
                                && i > 0
                                && tags.get(i - 1).equals("VERB")
                                && !NOUNS_IN_LY.contains(key)));
    }

    /** "voiced regret that", "over reports that": a noun of saying taken for a verb. */
    private static boolean isSayingNoun(List<Token> words, List<String> tags, int i) {
        String key = words.get(i).key();
        boolean owned = i > 0 && OWNING.contains(words.get(i - 1).key());
        boolean hers = i > 0
                && words.get(i - 1).key().equals("her")
                && WORDS.heads().is(key, Heads.Kind.ROLE);
        if (hers) {
            return true;
        }
        if (i == 0 || (!owned && WORDS.speech().findNoun(key).isEmpty())) {
            return false;
        }
        String before = words.get(i - 1).key();
        boolean plain = !key.endsWith("ed") && !key.endsWith("ing");
        if (plain && !key.endsWith("s") && OWNING.contains(before)) {
            return true;
        }
        boolean object = tags.get(i - 1).equals("VERB") && before.endsWith("ed");
        return plain && (object || PREPOSITIONS.contains(before));
    }

    private static boolean isCommon(Token word) {
        return ADVERBS.contains(word.key()) || PRONOUNS.contains(word.key());
    }

    /** "the Joint Forces press officer": a plain form between a name and a title. */
    private static boolean isModifier(List<Token> words, List<String> tags, int i) {
        String key = words.get(i).key();
        return i > 0
                && i + 1 < words.size()
                && Set.of("PROPN", "ADJ", "DET").contains(tags.get(i - 1))
                && Set.of("NOUN", "ADJ", "PROPN").contains(tags.get(i + 1))
                && WORDS.heads().find(words.get(i + 1).key()).isPresent()
                && WORDS.pasts().findBase(key).isEmpty()
                && (!key.endsWith("s") || key.endsWith("ss"))
                && !key.endsWith("ing");
    }

    /** A capital inside a sentence, or before another name, that was taken for something else. */
    private static boolean isName(List<Token> words, List<String> tags, int i) {
        Token word = words.get(i);
        boolean mistaken = MISTAKEN.contains(tags.get(i)) && !ADVERBS.contains(word.key());
        if (!mistaken || !word.isCapitalised() || word.form().equals("QUOTE")) {
            return false;
        }
        boolean nextName = i + 1 < words.size()
                && words.get(i + 1).isCapitalised()
                && tags.get(i + 1).equals("PROPN");
        boolean inside =
                i > 0 && (words.get(i - 1).isWord() || words.get(i - 1).key().equals(","));
        if (tags.get(i).equals("PRON")) {
            return !PRONOUNS.contains(word.key());
        }
        boolean adjective = tags.get(i).equals("ADJ")
                && (WORDS.heads().find(word.key()).isPresent()
                        || WORDS.actors()
                                .nationalities()
                                .findAt(words, i, i + 1)
                                .isPresent()
                        || WORDS.actors().names().findAt(words, i, words.size()).isPresent());
        if (adjective) {
            return false;
        }
        return i == 0 ? nextName && !tags.get(i).equals("VERB") : inside;
    }

    /** "the document reads": a form in -s of a verb of saying after a noun, and no verb so far. */
    private static boolean isVerb(List<Token> words, List<String> tags, int i) {
        if (i == 0 || !words.get(i).key().endsWith("s") || words.get(i).isCapitalised()) {
            return false;
        }
        String before = tags.get(i - 1);
        String next = i + 1 < tags.size() ? tags.get(i + 1) : "";
        boolean after = Set.of("DET", "PRON", "PROPN", "SCONJ").contains(next);
        boolean mark = before.equals(Line.QUOTE) || words.get(i - 1).key().equals(",");
        boolean last = i + 1 == tags.size() || words.get(i + 1).key().equals(".");
        boolean only = WORDS.speech().findNoun(words.get(i).key()).isEmpty();
        if (mark && i > 2 && (last || only)) {
            return findsVerb(words, i);
        }
        if (before.equals("CCONJ") && after) {
            return findsVerb(words, i);
        }
        boolean them = only && OBJECTS.contains(words.get(i - 1).key());
        boolean noun = them || before.equals("NOUN") || before.equals("PROPN") || (mark && after);
        boolean form = findsVerb(words, i);
        if (!noun || !form || isAfterPreposition(tags, i)) {
            return false;
        }
        for (int j = i - 1; j >= 0 && !tags.get(j).equals("PUNCT"); j--) {
            if (isVerbal(tags.get(j))) {
                return false;
            }
        }
        return i + 1 == tags.size() || !isVerbal(tags.get(i + 1));
    }

    /** "contrary to press reports": nouns in a row after a preposition. */
    private static boolean isAfterPreposition(List<String> tags, int i) {
        int j = i - 1;
        while (j >= 0 && Set.of("NOUN", "ADJ").contains(tags.get(j))) {
            j--;
        }
        return j >= 0 && tags.get(j).equals("ADP");
    }

    private static boolean findsVerb(List<Token> words, int i) {
        return WORDS.speech()
                .verbs()
                .findAt(words, i, i + 1)
                .filter(found -> !found.meanings().getFirst().past())
                .isPresent();
    }

    /** "Ilves expressed confidence": a past form taken for an adjective, and no verb so far. */
    private static boolean isPast(List<Token> words, List<String> tags, int i) {
        String tag = tags.get(i);
        boolean mistaken = tag.equals("ADJ") || tag.equals("NOUN");
        if (i == 0 || !mistaken || !words.get(i).key().endsWith("ed")) {
            return false;
        }
        String before = tags.get(i - 1);
        boolean joined = before.equals("CCONJ")
                && tag.equals("ADJ")
                && i + 1 < tags.size()
                && !words.get(i + 1).key().equals("by")
                && Set.of("ADP", "DET", "SCONJ", "PRON").contains(tags.get(i + 1));
        if (joined) {
            return WORDS.speech().verbs().findAt(words, i, words.size()).isPresent();
        }
        boolean comma = words.get(i - 1).key().equals(",") && tag.equals("ADJ");
        boolean subject = comma || before.equals("PROPN") || before.equals("NOUN");
        boolean object = i + 1 < tags.size()
                && Set.of("NOUN", "DET", "SCONJ", "PRON", "PROPN", "ADJ", "ADP")
                        .contains(tags.get(i + 1));
        return subject
                && object
                && hasNoVerbBefore(tags, i)
                && WORDS.speech().verbs().findAt(words, i, i + 1).isPresent();
    }

    private static boolean hasNoVerbBefore(List<String> tags, int i) {
        for (int j = i - 1; j >= 0 && !tags.get(j).equals("PUNCT"); j--) {
            if (isVerbal(tags.get(j))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isVerbal(String tag) {
        return tag.equals("VERB") || tag.startsWith("AUX");
    }
}
