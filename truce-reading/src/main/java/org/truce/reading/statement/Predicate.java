package org.truce.reading.statement;

import org.truce.reading.text.Token;
import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Heads;

import java.util.List;
import java.util.Set;

/**
 * What the first finite verb of a statement does: tells what happened, or says how things are. A
 * report of an event is a claim; a sentence without one is more often a judgement.
 */
enum Predicate {
    /** Something happened, is happening, or was done: "was hit", "have moved", "are waiting". */
    EVENT,
    /** A figure, a day, a number of places: how things are, but to be counted. */
    MEASURE,
    /** How things are, or what they are: "is a quiet line", "needs patience". */
    STATE,
    /** What will or may be. */
    MODAL,
    /** No verb at all. */
    NONE;

    private static final Dictionaries WORDS = Dictionaries.get();
    private static final Heads HEADS = WORDS.heads();
    private static final Set<String> BE =
            Set.of("is", "are", "was", "were", "'s", "'re", "am", "'m", "be", "been");
    private static final Set<String> PASSIVE = Set.of("been", "being");
    private static final Set<String> RELATIVE = Set.of("that", "who", "which");

    /** Behind "is" these tell where something is. */
    private static final Set<String> WHERE =
            Set.of("in", "at", "on", "with", "near", "under", "behind", "outside", "inside");

    private static final Set<String> ARTICLES =
            Set.of("the", "his", "her", "its", "their", "our", "my", "this", "that");

    private static final Set<String> HAVE = Set.of("has", "have", "had", "'ve", "having");
    private static final Set<String> WILL = Set.of("will", "would", "'ll", "shall");
    private static final Set<String> DO = Set.of("do", "does", "did");
    private static final Set<String> MODALS = Set.of(
            "will", "would", "could", "might", "may", "can", "shall", "'ll", "'d", "wo", "cannot");

    /** Verbs that in the past, too, say how things are. */
    private static final Set<String> STATIVE = Set.of(
            "seem",
            "appear",
            "remain",
            "deserve",
            "mean",
            "need",
            "matter",
            "depend",
            "belong",
            "cost",
            "prefer",
            "resemble",
            "sound",
            "look",
            "suffice",
            "show",
            "prove",
            "become",
            "hold",
            "learn",
            "lack",
            "want",
            "constitute",
            "represent",
            "amount",
            "suit",
            "exceed",
            "reflect",
            "contradict",
            "contravene",
            "undermine",
            "violate",
            "threaten",
            "outweigh");

    /** What people do again and again, to be seen by whoever looks. */
    private static final Set<String> HABITS = Set.of(
            "check", "search", "take", "steal", "shoot", "fire", "burn", "cross", "patrol",
            "collect", "carry", "hear", "tax", "walk", "sleep", "queue");

    private static final Set<String> FIGURATIVE = Set.of(
            "interest",
            "interests",
            "hands",
            "way",
            "right",
            "wrong",
            "brink",
            "verge",
            "edge",
            "spirit",
            "mind",
            "table",
            "agenda",
            "side",
            "same",
            "best",
            "balance",
            "making");

    private static final Set<String> COMPARED = Set.of("less", "more", "better", "worse");

    private static final Set<String> SHARES =
            Set.of("most", "half", "all", "many", "some", "few", "none", "several");

    private static final Set<String> TIMES = Set.of(
            "morning",
            "evening",
            "night",
            "noon",
            "midnight",
            "dawn",
            "week",
            "month",
            "ago",
            "hour",
            "hours",
            "days",
            "weeks",
            "months",
            "since",
            "now",
            "still",
            "already");
    private static final Set<String> NUMBERS = Set.of(
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "hundred",
            "dozen",
            "dozens",
            "first",
            "hundreds",
            "thousands",
            "thousand",
            "million");

    /** Of words in their order, with their parts of speech. */
    static Predicate of(List<Token> tokens, List<String> tags) {
        int first = nextVerb(tokens, tags, 0);
        if (first < tokens.size()) {
            return at(tokens, tags, mainVerb(tokens, tags, first));
        }
        return isMeasured(tokens, tags, 0) ? MEASURE : NONE;
    }

    /** The place of the next finite verb; the end where there is none. */
    private static int nextVerb(List<Token> tokens, List<String> tags, int from) {
        for (int i = from; i < tokens.size(); i++) {
            boolean infinitive = i > 0 && tokens.get(i - 1).key().equals("to");
            boolean verb = tags.get(i).equals("VERB") || tags.get(i).startsWith("AUX");
            if (verb && !infinitive && !tokens.get(i).key().endsWith("ing")) {
                return i;
            }
        }
        return tokens.size();
    }

    /**
     * "A gang that has stopped is still a gang": past the verb of a relative clause of the subject.
     */
    private static int mainVerb(List<Token> tokens, List<String> tags, int first) {
        boolean relative = first > 1
                && RELATIVE.contains(tokens.get(first - 1).key())
                && tags.get(first - 2).equals("NOUN");
        if (!relative) {
            return first;
        }
        int after = first;
        while (after < tags.size() && tags.get(after).matches("AUX.*|ADV|PART.*")) {
            after++;
        }
        int main = nextVerb(tokens, tags, Math.min(after + 1, tags.size()));
        boolean copula = main < tokens.size() && BE.contains(tokens.get(main).key());
        return copula ? main : first;
    }

    private static Predicate at(List<Token> tokens, List<String> tags, int i) {
        String key = tokens.get(i).key();
        if (MODALS.contains(key)) {
            boolean arranged = WILL.contains(key)
                    && tokens.stream().anyMatch(token -> HEADS.is(token.key(), Heads.Kind.TIME));
            return arranged ? MEASURE : MODAL;
        }
        int next = afterAdverbs(tags, i + 1);
        boolean participle = next < tags.size()
                && (tags.get(next).equals("VERB")
                        || PASSIVE.contains(tokens.get(next).key())
                        || isParticiple(tokens, tags, next));
        if (BE.contains(key) || HAVE.contains(key)) {
            boolean used = next < tags.size() && tokens.get(next).key().equals("used");
            return participle && !used ? perfect(tokens, tags, next) : state(tokens, tags, i);
        }
        if (DO.contains(key)) {
            return key.equals("did") ? EVENT : STATE;
        }
        boolean compared =
                i + 1 < tokens.size() && COMPARED.contains(tokens.get(i + 1).key());
        boolean ended = i > 1
                && tokens.get(i - 1).key().equals("longer")
                && tokens.get(i - 2).key().equals("no");
        boolean habit = ended || (HABITS.contains(key) && !compared);
        if (habit || (isPast(key) && !isStative(key))) {
            return EVENT;
        }
        return isCounted(tokens, i) ? MEASURE : state(tokens, tags, i);
    }

    /** "some 140,000 people remain displaced", "most of these relate to arms": how many do so. */
    private static boolean isCounted(List<Token> tokens, int verb) {
        boolean share = tokens.size() > 1
                && SHARES.contains(tokens.getFirst().key())
                && tokens.get(1).key().equals("of");
        return share
                || tokens.stream()
                        .limit(verb)
                        .anyMatch(token -> Character.isDigit(token.key().charAt(0)));
    }

    /** "has been silent" says how things are; "has been moved" what happened. */
    private static Predicate perfect(List<Token> tokens, List<String> tags, int i) {
        if (PASSIVE.contains(tokens.get(i).key())) {
            int next = afterAdverbs(tags, i + 1);
            boolean done = next < tags.size()
                    && (tags.get(next).equals("VERB") || isParticiple(tokens, tags, next));
            return done ? EVENT : state(tokens, tags, i);
        }
        return isStative(tokens.get(i).key()) ? state(tokens, tags, i) : EVENT;
    }

    private static boolean isPast(String key) {
        return WORDS.pasts().findBase(key).isPresent();
    }

    private static boolean isStative(String key) {
        String base = WORDS.pasts().findBase(key).orElse(key);
        return STATIVE.contains(base) || STATIVE.contains(base + "e");
    }

    /** "were wounded in August": a participle taken for an adjective. */
    private static boolean isParticiple(List<Token> tokens, List<String> tags, int i) {
        String key = tokens.get(i).key();
        boolean form = isPast(key);
        boolean by = i + 1 < tokens.size() && tokens.get(i + 1).key().equals("by");
        return tags.get(i).equals("ADJ") && form && (by || isMeasured(tokens, tags, i));
    }

    private static Predicate state(List<Token> tokens, List<String> tags, int verb) {
        int next = afterAdverbs(tags, verb + 1);
        if (next >= tags.size()) {
            return STATE;
        }
        boolean copula = BE.contains(tokens.get(verb).key());
        boolean judged = isIndefinite(tokens.get(next));
        if (copula && isPlaced(tokens, next)) {
            return MEASURE;
        }
        boolean infinitive = copula && tokens.get(next).key().equals("to");
        boolean measured = copula
                ? isMeasured(tokens, tags, tags.get(next).equals("ADJ") ? verb : 0)
                : isTimed(tokens, verb);
        return infinitive || (!judged && measured) ? MEASURE : STATE;
    }

    /** "is in the bush", "was with the police". */
    private static boolean isPlaced(List<Token> tokens, int at) {
        return at + 2 < tokens.size()
                && WHERE.contains(tokens.get(at).key())
                && ARTICLES.contains(tokens.get(at + 1).key())
                && !FIGURATIVE.contains(tokens.get(at + 2).key());
    }

    private static boolean isTimed(List<Token> tokens, int from) {
        return tokens.stream().skip(from).anyMatch(token -> isTime(token.key()));
    }

    private static boolean isTime(String key) {
        return HEADS.is(key, Heads.Kind.TIME) || TIMES.contains(key);
    }

    private static boolean isIndefinite(Token token) {
        return token.key().equals("a") || token.key().equals("an");
    }

    private static int afterAdverbs(List<String> tags, int from) {
        int i = from;
        while (i < tags.size() && (tags.get(i).equals("ADV") || tags.get(i).startsWith("PART"))) {
            i++;
        }
        return i;
    }

    private static boolean isMeasured(List<Token> tokens, List<String> tags, int from) {
        for (int i = from; i < tokens.size(); i++) {
            String key = tokens.get(i).key();
            if (tags.get(i).equals("NUM") || isTime(key) || NUMBERS.contains(key)) {
                return true;
            }
        }
        return false;
    }
}
