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
    /** Marks between which a clause lies. */
    private static final Set<String> BOUNDS = Set.of(
            ",", ";", ":", ".", "!", "?", "that", "and", "but", "if", "when", "then", "while",
            "whether", "who", "which", "until", "before", "because", "unless", "after", "where",
            "what", "how", "or");

    /** A clause after one of these does not carry what is said. */
    private static final Set<String> UNDER = Set.of(
            "if", "when", "whether", "who", "which", "until", "before", "because", "unless",
            "after", "where", "what", "how", "while");

    private static final Set<String> PRONOUNS = Set.of("he", "she", "it", "they");
    private static final Set<String> STARTERS =
            Set.of("and", "but", "so", "then", "please", "first");

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

    List<Token> tokens() {
        return tokens;
    }

    List<String> tags() {
        return tags;
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
            // "Nobody should call it peace", "I have to say": what one thinks, no demand.
            boolean thought = hasIn("think", next, 1) && has("negation");
            boolean self =
                    found.start() > 0 && tokens.get(found.start() - 1).key().equals("i");
            if (!past && !noun && !thought && !self) {
                return true;
            }
        }
        boolean notUntil = has("negation") && hasKey("until") && predicate() != Predicate.EVENT;
        return isSubjunctive() || notUntil;
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

    /** What the first finite verb does. */
    Predicate predicate() {
        return Predicate.of(tokens, tags);
    }

    /** Whether one of its sentences says how things are: "… . A ceasefire is not a settlement". */
    boolean judgesAlso() {
        int start = 0;
        for (int i = 1; i <= tokens.size(); i++) {
            boolean ends =
                    i == tokens.size() || ".!?".contains(tokens.get(i - 1).key());
            if (ends) {
                if (start > 0 && states(start, i)) {
                    return true;
                }
                start = i;
            }
        }
        return false;
    }

    private boolean states(int from, int to) {
        boolean self = Set.of("i", "we", "there").contains(tokens.get(from).key());
        return !self
                && Predicate.of(tokens.subList(from, to), tags.subList(from, to))
                        == Predicate.STATE;
    }

    /** "We will go", "our boys will guard it", but not "we will see". */
    boolean isWilled() {
        for (Phrasebook.Found<String> found : list("future")) {
            if (hasOwnSubject(found.start()) && isWilled(found.end())) {
                return true;
            }
        }
        return isArranged();
    }

    private boolean isWilled(int verb) {
        boolean not = verb < tokens.size() && tags.get(verb).startsWith("PART");
        int from = not ? verb + 1 : verb;
        // "We will be out again tomorrow", but not "we will be glad".
        boolean there = from + 1 < tokens.size()
                && tokens.get(from).key().equals("be")
                && Set.of("ADP", "ADV").contains(tags.get(from + 1));
        return from < tokens.size() && (there || !hasIn("not-willed", from, 2));
    }

    private boolean hasOwnSubject(int verb) {
        int from = clauseStart(verb);
        // "I do not think it will": the verb's own subject stands behind the last verb.
        for (int i = from; i < verb; i++) {
            boolean other = tags.get(i).equals("VERB") && hasIn("think", i, 1);
            from = other ? i + 1 : from;
        }
        return from < verb
                && !WORDS.modality().phrases("first").listIn(tokens, from, verb).isEmpty();
    }

    /** Where the clause begins that has its verb at a place. */
    private int clauseStart(int verb) {
        int i = verb;
        while (i > 0 && verb - i < 10 && !BOUNDS.contains(tokens.get(i - 1).key())) {
            i--;
        }
        return i;
    }

    /** "I am going there on Sunday": the present for what is arranged. */
    private boolean isArranged() {
        boolean day =
                tokens.stream().anyMatch(token -> WORDS.heads().is(token.key(), Heads.Kind.TIME));
        for (int i = 2; day && i < tokens.size(); i++) {
            boolean am =
                    Set.of("am", "'m", "are", "'re").contains(tokens.get(i - 1).key());
            boolean first = Set.of("i", "we").contains(tokens.get(i - 2).key());
            if (am && first && tokens.get(i).key().endsWith("ing")) {
                return true;
            }
        }
        return false;
    }

    /** Whether a body, a crowd or "he" or "it" will do something, as it is reported of them. */
    boolean isWilledByOthers() {
        for (Phrasebook.Found<String> found : list("future")) {
            int from = clauseStart(found.start());
            if (from > 0 && UNDER.contains(tokens.get(from - 1).key())) {
                continue;
            }
            boolean agent = false;
            for (int i = from; i < found.start(); i++) {
                agent |= PRONOUNS.contains(tokens.get(i).key()) || isBody(i);
            }
            if (agent && isVerbAfter(found.end()) && isWilled(found.end())) {
                return true;
            }
        }
        return false;
    }

    private boolean isVerbAfter(int from) {
        int i = from;
        while (i < tokens.size() && (tags.get(i).equals("ADV") || tags.get(i).startsWith("PART"))) {
            i++;
        }
        return i < tokens.size() && !tags.get(i).startsWith("AUX");
    }

    private boolean isBody(int i) {
        String key = tokens.get(i).key();
        return WORDS.heads().is(key, Heads.Kind.INSTITUTION)
                || WORDS.heads().is(key, Heads.Kind.CROWD)
                || WORDS.heads().is(key, Heads.Kind.ROLE)
                || WORDS.actors().names().findAt(tokens, i, tokens.size()).isPresent();
    }

    /** Whether a passive says that something will be done: "would be lifted". */
    boolean willBeDone() {
        for (Phrasebook.Found<String> found : list("future")) {
            for (int i = found.end(); i + 1 < Math.min(tokens.size(), found.end() + 4); i++) {
                boolean passive =
                        tokens.get(i).key().equals("be") && tags.get(i + 1).equals("VERB");
                boolean held = tokens.get(i).key().equals("take")
                        && tokens.get(i + 1).key().equals("place");
                if (passive || held) {
                    return true;
                }
            }
        }
        return false;
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
            if (opensSentence(i) && isCommand(i)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBase(String key) {
        boolean present = key.endsWith("s") && !key.endsWith("ss");
        return !present
                && !key.endsWith("ing")
                && WORDS.pasts().findBase(key).filter(base -> !base.equals(key)).isEmpty();
    }

    private boolean opensSentence(int i) {
        if (i == 0 || ".!?".contains(tokens.get(i - 1).key())) {
            return true;
        }
        String before = tokens.get(i - 1).key();
        boolean lead = STARTERS.contains(before) || before.equals(",");
        return lead && i <= 2;
    }

    private boolean isCommand(int i) {
        String key = tokens.get(i).key();
        boolean base =
                WORDS.modality().phrases("imperative").findAt(tokens, i, i + 1).isPresent();
        String next = i + 1 < tokens.size() ? tags.get(i + 1) : "";
        boolean negated = key.equals("do") && next.startsWith("PART");
        boolean plain = tags.get(i).equals("VERB") && isBase(key) && !hasIn("not-commanded", i, 1);
        boolean object = !next.isEmpty()
                && !next.startsWith("AUX")
                && !next.equals("VERB")
                && !tokens.get(i + 1).key().equals("is");
        boolean noun = tags.get(i).equals("NOUN") && !Set.of("DET", "PRON").contains(next);
        return negated || ((base || plain) && object && !noun);
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

    boolean grades() {
        return Degrees.grade(tokens, tags);
    }

    boolean correctsFigure() {
        return Degrees.correctFigure(tokens, tags);
    }

    boolean opensWithNo() {
        return starts("no") && tokens.size() > 1 && !tokens.get(1).isWord();
    }

    /**
     * A negation before the verb of an act, not of a thought: "we did not fire".
     *
     * @param alleged whether somebody has been accused: what one did not do is no answer otherwise,
     *     except for a wrong
     */
    boolean deniesAct(boolean alleged) {
        for (Phrasebook.Found<String> found : list("negation")) {
            int next = found.end();
            boolean act = next < tokens.size()
                    && tags.get(next).equals("VERB")
                    && !hasIn("think", next, 1);
            boolean answers = alleged || isWrongAfter(next) || isHabit(found.start());
            if (act && answers && isOwn(found.start())) {
                return true;
            }
            boolean bare =
                    Set.of("not", "n't").contains(tokens.get(found.start()).key());
            boolean wrong = isWrongAfter(next);
            if (wrong && (bare ? isByForces(found.start()) : !lasts())) {
                return true;
            }
        }
        return false;
    }

    /** "No unit has left", "my men were not there": an answer, where something was alleged. */
    boolean deniesEvent() {
        boolean event = predicate() == Predicate.EVENT;
        for (Phrasebook.Found<String> found : list("negation")) {
            boolean bare =
                    Set.of("not", "n't").contains(tokens.get(found.start()).key())
                            && found.end() == found.start() + 1;
            boolean near = found.start() < 6;
            if (near && (bare ? isOwn(found.start()) && !isThought(found.end()) : event)) {
                return true;
            }
        }
        return false;
    }

    private boolean isThought(int from) {
        return hasIn("think", from, 2) || hasIn("not-willed", from, 1);
    }

    /** "We do not hide them": what one never does. */
    private boolean isHabit(int negation) {
        return negation > 0 && tokens.get(negation - 1).key().equals("do");
    }

    private boolean isByForces(int verb) {
        for (int i = clauseStart(verb); i < verb; i++) {
            if (isBody(i)) {
                return true;
            }
        }
        return false;
    }

    /** "Nobody has fired for a week" tells of quiet and answers nobody. */
    private boolean lasts() {
        return tokens.stream()
                .anyMatch(token -> Set.of("since", "weeks", "days", "months", "years", "week")
                        .contains(token.key()));
    }

    /** "Nobody had opened a bag": a wrong that somebody may have been accused of. */
    private boolean isWrongAfter(int from) {
        if (hasIn("quiet", from, 1)) {
            return false;
        }
        for (int i = from; i < Math.min(tokens.size(), from + 5); i++) {
            boolean verb = tags.get(i).equals("VERB");
            if (verb) {
                return WORDS.modality()
                        .phrases("wrong")
                        .findAt(tokens, i, i + 1)
                        .isPresent();
            }
            if (BOUNDS.contains(tokens.get(i).key()) || tokens.get(i).key().equals("to")) {
                return false;
            }
        }
        return false;
    }

    /** "There is no split", but not "there is no other way". */
    boolean deniesThing() {
        for (Phrasebook.Found<String> found : list("there-is-no")) {
            if (!hasIn("no-denial", found.end(), 4) && !hasIn("quiet", found.end(), 3)) {
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

    /** Whether it is a phrase without a verb. */
    boolean isPhrase() {
        for (int i = 0; i < tags.size(); i++) {
            boolean verb = tags.get(i).equals("VERB") && !tokens.get(i).key().endsWith("ing");
            if (verb || tags.get(i).startsWith("AUX")) {
                return false;
            }
        }
        return true;
    }
}
