package org.truce.reading.statement;

import org.truce.reading.text.Prepared;
import org.truce.reading.text.Sentence;
import org.truce.reading.text.Span;
import org.truce.reading.text.Token;
import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.Heads;
import org.truce.reading.words.Phrasebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words of what was said, and what they mark. */
final class Said {
    private static final Dictionaries WORDS = Dictionaries.get();
    private static final Set<String> COPULA =
            Set.of("is", "are", "'s", "'re", "am", "remains", "remain", "has");
    private static final Set<String> PAST = Set.of("was", "were", "had", "did", "been");
    private static final Set<String> PRESENT = Set.of("is", "are", "do", "does", "can", "'s");
    private static final Set<String> NUMBERS = Set.of(
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
            "dozen",
            "dozens",
            "hundred",
            "hundreds",
            "thousands");

    private final List<Token> tokens;
    private final List<String> tags;

    private Said(List<Token> tokens, List<String> tags) {
        this.tokens = tokens;
        this.tags = tags;
    }

    static Said of(Prepared prepared, Span span) {
        List<Token> tokens = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        for (Sentence sentence : prepared.sentencesIn(span)) {
            List<String> parts = prepared.parts(sentence);
            for (int i = 0; i < parts.size(); i++) {
                if (span.contains(sentence.tokens().get(i).span())) {
                    tokens.add(sentence.tokens().get(i));
                    tags.add(parts.get(i));
                }
            }
        }
        return new Said(tokens, tags);
    }

    private List<Phrasebook.Found<String>> list(String marker) {
        return WORDS.modality().phrases(marker).listIn(tokens, 0, tokens.size()).stream()
                // The month, and no verb.
                .filter(found -> !tokens.get(found.start()).form().equals("May"))
                .toList();
    }

    /** Whether it has a phrase of a marker. */
    boolean has(String marker) {
        return !list(marker).isEmpty();
    }

    /** Whether it has a phrase of one marker that holds none of another. */
    boolean hasOutside(String marker, String other) {
        for (Phrasebook.Found<String> found : list(marker)) {
            if (WORDS.modality()
                    .phrases(other)
                    .listIn(tokens, found.start(), found.end())
                    .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    boolean starts(String key) {
        return !tokens.isEmpty() && tokens.getFirst().key().equals(key);
    }

    /** "must", "should" and the like, before a verb and not of what was in the past. */
    boolean obliges() {
        for (Phrasebook.Found<String> found : list("demand-modal")) {
            int next = found.end();
            String key = next < tokens.size() ? tokens.get(next).key() : "";
            boolean noun = found.start() > 0 && tags.get(found.start() - 1).equals("DET");
            boolean past = key.equals("have") && tokens.get(found.start()).key().equals("should");
            if (!past && !noun) {
                return true;
            }
        }
        return isSubjunctive() || (has("negation") && hasKey("until"));
    }

    /** "that the prisoners be freed". */
    private boolean isSubjunctive() {
        for (int i = 1; i < tokens.size(); i++) {
            boolean helped = tags.get(i - 1).startsWith("AUX")
                    || tags.get(i - 1).startsWith("PART")
                    || tags.get(i - 1).equals("ADV")
                    || tokens.get(i - 1).key().equals("to");
            if (tokens.get(i).key().equals("be") && tags.get(i - 1).equals("NOUN") && !helped) {
                return true;
            }
        }
        return false;
    }

    /** "We will go", but not "we will see". */
    boolean isWilled() {
        return list("own-will").stream().anyMatch(found -> {
            int next = found.end();
            boolean not = next < tokens.size() && tags.get(next).startsWith("PART");
            return next < tokens.size() && !hasIn("not-willed", not ? next + 1 : next, 2);
        });
    }

    /**
     * A denial in the present that is no report of an act: "a quiet week does not make a peace".
     */
    boolean isGeneralDenial() {
        boolean past = tokens.stream().anyMatch(token -> PAST.contains(token.key()));
        boolean present = false;
        for (int i = 0; i < tokens.size(); i++) {
            String key = tokens.get(i).key();
            present |= PRESENT.contains(key) || (tags.get(i).equals("VERB") && key.endsWith("s"));
        }
        return present && !past && has("negation") && !has("first");
    }

    /** Whether the speaker's side will do harm. */
    boolean willHarm() {
        return list("future").stream().anyMatch(found -> hasIn("harm", found.end(), 3));
    }

    private boolean hasIn(String marker, int from, int length) {
        int to = Math.min(tokens.size(), from + length);
        return from < to
                && !WORDS.modality().phrases(marker).listIn(tokens, from, to).isEmpty();
    }

    boolean hasKey(String key) {
        return tokens.stream().anyMatch(token -> token.key().equals(key));
    }

    /** A sentence that begins with the base form of a verb: "Give us the road". */
    boolean isImperative() {
        for (int i = 0; i < tokens.size(); i++) {
            boolean opens = i == 0
                    || ".!?".contains(tokens.get(i - 1).key())
                    || (tokens.get(i - 1).key().equals(",") && i <= 2);
            boolean base = WORDS.modality()
                    .phrases("imperative")
                    .findAt(tokens, i, i + 1)
                    .isPresent();
            boolean object = i + 1 < tokens.size()
                    && !tokens.get(i + 1).key().equals("is")
                    && !tags.get(i + 1).startsWith("AUX")
                    && !tags.get(i + 1).equals("VERB");
            boolean noun = tags.get(i).equals("NOUN")
                    && !(i + 1 < tokens.size() && Set.of("DET", "PRON").contains(tags.get(i + 1)));
            if (opens && base && object && !noun) {
                return true;
            }
        }
        return false;
    }

    /** Whether a verb after "will" or "would" names something that one decides to do. */
    boolean controls() {
        for (Phrasebook.Found<String> found : list("future")) {
            for (int i = found.end(); i < Math.min(tokens.size(), found.end() + 5); i++) {
                if (isControlled(i)) {
                    return true;
                }
                boolean between = tags.get(i).equals("ADV")
                        || tags.get(i).startsWith("AUX")
                        || tags.get(i).startsWith("PART");
                if (!between) {
                    break;
                }
            }
        }
        return false;
    }

    private boolean isControlled(int i) {
        String key = tokens.get(i).key();
        return WORDS.modality().phrases("controlled").findAt(tokens, i, i + 1).isPresent()
                || (tags.get(i).equals("VERB")
                        && key.endsWith("ed")
                        && i > 0
                        && tokens.get(i - 1).key().equals("be"))
                || Set.of("held", "given", "sent", "put", "kept", "taken", "made", "done")
                        .contains(key);
    }

    boolean startsWithBody() {
        for (int i = 0; i < Math.min(4, tokens.size()); i++) {
            if (WORDS.heads().is(tokens.get(i).key(), Heads.Kind.INSTITUTION)
                    || WORDS.actors().names().findAt(tokens, i, tokens.size()).isPresent()) {
                return true;
            }
        }
        return false;
    }

    boolean opensWithNo() {
        return starts("no") && tokens.size() > 1 && !tokens.get(1).isWord();
    }

    /** A negation before the verb of an act, not of a thought: "we did not fire". */
    boolean deniesAct() {
        for (Phrasebook.Found<String> found : list("negation")) {
            int next = found.end();
            if (next < tokens.size()
                    && tags.get(next).equals("VERB")
                    && isOwn(found.start())
                    && WORDS.modality()
                            .phrases("think")
                            .findAt(tokens, next, next + 1)
                            .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether the speaker's side stands shortly before a place. */
    private boolean isOwn(int place) {
        return !WORDS.modality()
                .phrases("own-noun")
                .listIn(tokens, Math.max(0, place - 4), place)
                .isEmpty();
    }

    /** In the present and without a figure: more a judgement than a report. */
    boolean isGeneral() {
        boolean present = false;
        for (int i = 0; i < tokens.size(); i++) {
            boolean day = WORDS.heads().is(tokens.get(i).key(), Heads.Kind.TIME);
            if (day
                    || tags.get(i).equals("NUM")
                    || NUMBERS.contains(tokens.get(i).key())) {
                return false;
            }
            present |= COPULA.contains(tokens.get(i).key()) && !isPassive(i);
        }
        return present;
    }

    /** Whether a form of "be" or "have" helps a verb: "are loaded", "has been lifted". */
    private boolean isPassive(int i) {
        int next = i + 1;
        while (next < tokens.size()
                && (tags.get(next).equals("ADV") || tags.get(next).startsWith("PART"))) {
            next++;
        }
        return next < tokens.size()
                && (tags.get(next).equals("VERB") || tags.get(next).startsWith("AUX"));
    }

    /** Whether it is a phrase without a verb. */
    boolean isPhrase() {
        return tags.stream().noneMatch(tag -> tag.equals("VERB") || tag.startsWith("AUX"));
    }
}
