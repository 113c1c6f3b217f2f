package org.truce.reading.statement;

import org.truce.reading.text.Token;
import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Heads;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A finite verb of what was said, and who does it how.
 *
 * @param subject the person, coarsely: "we", "they", "body", "nobody"
 * @param tense of the verb, with what follows a form of "be": "past", "will", "is ADJ"
 * @param main the place of the word that carries the sense
 * @param after the place behind the verb and its adverbs
 */
record Clause(String subject, String tense, int main, int after, boolean negated) {
    private static final Dictionaries WORDS = Dictionaries.get();
    private static final String MARKS = ",;:.!?";
    private static final String ENDS = ".!?";
    private static final Set<String> BE =
            Set.of("is", "are", "was", "were", "'s", "'re", "am", "'m", "be", "been");
    private static final Set<String> HAVE = Set.of("has", "have", "had", "'ve");
    private static final Set<String> DO = Set.of("do", "does", "did");
    private static final Set<String> FUTURE = Set.of("will", "would", "'ll", "shall", "wo", "'d");
    private static final Set<String> MODALS =
            Set.of("could", "might", "may", "can", "cannot", "ca", "must", "should", "ought");
    private static final Set<String> ARTICLES = Set.of("a", "an");
    private static final Set<String> POINTING = Set.of("this", "that", "these", "those");
    private static final Set<String> OWN = Set.of("his", "her", "its");
    private static final Map<String, String> PERSONS = persons();

    /** Words that turn a clause round. */
    static final Set<String> NOT =
            Set.of("not", "n't", "never", "no", "nobody", "none", "nothing", "neither", "nor");

    private static Map<String, String> persons() {
        Map<String, List<String>> words = Map.of(
                "I", List.of("i"),
                "we", List.of("we", "our", "us", "my"),
                "you", List.of("you", "your"),
                "they", List.of("they", "them", "their"),
                "he", List.of("he", "she"),
                "it", List.of("it"),
                "there", List.of("there"),
                "nobody", List.of("nobody", "no", "none", "nothing", "not", "neither"),
                "any", List.of("whoever", "anyone", "anybody", "any", "everyone", "every", "each"),
                "who", List.of("who", "which", "what"));
        Map<String, String> persons = new HashMap<>();
        words.forEach((person, of) -> of.forEach(word -> persons.put(word, person)));
        return Map.copyOf(persons);
    }

    /** The clauses of some words in their order; none where they hold no finite verb. */
    static List<Clause> of(List<Token> tokens, List<String> tags) {
        return new Finder(tokens, tags).list();
    }

    private record Finder(List<Token> tokens, List<String> tags) {
        List<Clause> list() {
            List<Clause> all = new ArrayList<>();
            int start = 0;
            boolean helped = false;
            for (int i = 0; i < tokens.size(); i++) {
                boolean part = helped && tag(before(i)).startsWith("AUX");
                if (isFinite(i) && !part) {
                    all.add(at(i, start));
                    helped = true;
                }
                if (MARKS.contains(key(i)) || tag(i).endsWith("CONJ")) {
                    start = i + 1;
                }
                helped &= !ENDS.contains(key(i));
            }
            return List.copyOf(all);
        }

        private String key(int i) {
            return i >= 0 && i < tokens.size() ? tokens.get(i).key() : "";
        }

        private String tag(int i) {
            return i >= 0 && i < tags.size() ? tags.get(i) : "";
        }

        private boolean isFinite(int i) {
            boolean infinite = key(i - 1).equals("to") || key(i).endsWith("ing");
            return tag(i).startsWith("AUX") || (tag(i).equals("VERB") && !infinite);
        }

        private boolean isAdverb(int i) {
            return tag(i).equals("ADV") || tag(i).startsWith("PART");
        }

        private int before(int i) {
            int j = i - 1;
            while (isAdverb(j)) {
                j--;
            }
            return j;
        }

        private int after(int i) {
            int j = i + 1;
            while (isAdverb(j)) {
                j++;
            }
            return j;
        }

        private Clause at(int verb, int start) {
            int after = after(verb);
            String tense = tense(verb, after);
            boolean negated = NOT.contains(key(verb + 1)) || NOT.contains(key(verb - 1));
            return new Clause(subject(start, verb), tense, main(verb, tense), after, negated);
        }

        private int main(int verb, String tense) {
            int after = after(verb);
            boolean helps = tag(verb).startsWith("AUX") || !tense.equals("past");
            if (helps && tag(after).equals("VERB")) {
                return after;
            }
            boolean passive = key(after).equals("be") || key(after).equals("been");
            return passive && tag(verb).startsWith("AUX") ? after(after) : verb;
        }

        private String tense(int verb, int after) {
            String key = key(verb);
            if (FUTURE.contains(key)) {
                boolean passive = key(after).equals("be") && tag(after(after)).equals("VERB");
                return passive ? "will be done" : "will";
            }
            if (MODALS.contains(key) || DO.contains(key)) {
                return key;
            }
            if (BE.contains(key)) {
                return ofBe(after);
            }
            if (HAVE.contains(key) && tag(verb).startsWith("AUX")) {
                return ofHave(after);
            }
            return WORDS.pasts().findBase(key).isPresent() ? "past" : "present";
        }

        private String ofBe(int after) {
            if (tag(after).equals("VERB")) {
                return key(after).endsWith("ing") ? "is doing" : "is done";
            }
            boolean thing = ARTICLES.contains(key(after)) || key(after).equals("to");
            String what = thing ? key(after) : tag(after);
            return what.isEmpty() ? "is" : "is " + what;
        }

        private String ofHave(int after) {
            if (key(after).equals("been")) {
                return ofBe(after(after));
            }
            return key(after).equals("to") ? "have to" : "perfect";
        }

        private String subject(int start, int verb) {
            String found = start == verb ? "none" : "other";
            for (int i = start; i < verb; i++) {
                String person = PERSONS.get(key(i));
                if (person != null) {
                    return person;
                }
                if (POINTING.contains(key(i)) && i == verb - 1) {
                    return "this";
                }
                if (OWN.contains(key(i))) {
                    found = "own";
                } else if (found.equals("other")) {
                    found = named(i);
                }
            }
            return found;
        }

        private String named(int i) {
            if (WORDS.heads().is(key(i), Heads.Kind.INSTITUTION)) {
                return "body";
            }
            if (WORDS.heads().is(key(i), Heads.Kind.CROWD)) {
                return "crowd";
            }
            return tag(i).equals("NUM") ? "number" : "other";
        }
    }
}
