package org.truce.reading.statement;

import org.truce.reading.text.Token;
import org.truce.reading.words.Dictionaries;

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

    private Tags() {}

    /** A tag for each word; the same number of them. */
    static List<String> of(List<Token> words, List<String> given) {
        List<String> tags = new ArrayList<>(given);
        for (int i = 0; i < tags.size(); i++) {
            tags.set(i, tag(words, tags, i));
        }
        return tags;
    }

    private static String tag(List<Token> words, List<String> tags, int i) {
        Token word = words.get(i);
        String tag = tags.get(i);
        if (word.key().equals("both")) {
            return i + 1 < tags.size() && tags.get(i + 1).equals("NOUN") ? "DET" : "PRON";
        }
        if (tag.equals("NOUN") && NO_NOUN.contains(word.key())) {
            return "VERB";
        }
        if (isName(words, tags, i)) {
            return "PROPN";
        }
        boolean verb = (tag.equals("NOUN") && isVerb(words, tags, i)) || isPast(words, tags, i);
        return verb ? "VERB" : tag;
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
        if (before.equals("CCONJ") && after) {
            return findsVerb(words, i);
        }
        boolean noun = before.equals("NOUN") || before.equals("PROPN") || (mark && after);
        boolean form = findsVerb(words, i);
        if (!noun || !form) {
            return false;
        }
        for (int j = i - 1; j >= 0 && !tags.get(j).equals("PUNCT"); j--) {
            if (isVerbal(tags.get(j))) {
                return false;
            }
        }
        return i + 1 == tags.size() || !isVerbal(tags.get(i + 1));
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
        boolean subject = before.equals("PROPN") || before.equals("NOUN");
        boolean object = i + 1 < tags.size()
                && Set.of("NOUN", "DET", "SCONJ", "PRON", "PROPN", "ADJ").contains(tags.get(i + 1));
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
