package org.truce.reading.statement;

import org.truce.reading.words.Frame;
import org.truce.reading.words.Phrasebook;
import org.truce.reading.words.SpeechVerb;
import org.truce.reading.words.Stance;

import java.util.Set;

/** Whether a verb of saying tells that something was said. */
final class Uttered {
    private static final Set<String> BE =
            Set.of("was", "were", "is", "are", "been", "being", "be", "get", "got");
    private static final Set<String> MODAL = Set.of(
            "would",
            "could",
            "should",
            "may",
            "might",
            "must",
            "will",
            "shall",
            "cannot",
            "wo",
            "ca",
            "wouldn't");
    private static final Set<String> NEGATION = Set.of("not", "n't", "never", "nor", "without");
    private static final Set<String> NOBODY = Set.of("nobody", "none", "neither", "nothing");

    /** To hide something is no saying; not to hide it is one. */
    private static final Set<String> SAYS_WHEN_NEGATED = Set.of("hide", "conceal", "disguise");

    private static final Set<String> TWICE_NEGATED = Set.of(
            "hide", "conceal", "disguise", "rule out", "exclude", "doubt", "deny", "dispute");

    /** "went on to demand", "took the floor to warn": the second verb is done, too. */
    private static final Set<String> DONE_BEFORE = Set.of(
            "on",
            "proceeded",
            "proceeds",
            "hastened",
            "hastens",
            "rushed",
            "hurried",
            "quick",
            "keen",
            "eager",
            "careful",
            "moved",
            "took",
            "takes",
            "used",
            "uses",
            "rose",
            "rises",
            "stood",
            "phoned",
            "telephoned",
            "wrote",
            "writes",
            "convened",
            "held",
            "issued",
            "interrupted",
            "intervened",
            "returned",
            "continued",
            "continues");

    private Uttered() {}

    /** What is not said, would be said, or is said by nobody in particular is no statement. */
    static boolean is(Line line, SpeechVerb verb, Phrasebook.Found<SpeechVerb> found) {
        int start = found.start();
        boolean that = line.key(found.end()).equals("that");
        int before = Grammar.beforeVerb(line, start, 0);
        boolean what = line.key(before - 2).equals("what") && verb.takes(Frame.AS);
        boolean nobody = what
                || NOBODY.contains(line.key(before - 1))
                || (line.key(before - 1).equals("one") && line.key(before - 2).equals("no"));
        if (nobody || (line.key(start - 1).equals("to") && doneBefore(line, start - 1) < 0)) {
            return false;
        }
        boolean negated = isNegated(line, start);
        boolean twice = negated && that && TWICE_NEGATED.contains(verb.lemma());
        return twice || (!SAYS_WHEN_NEGATED.contains(verb.lemma()) && !isHelped(line, verb, start));
    }

    /** How it puts what is said: who does not deny something says that it is so. */
    static Stance stance(Line line, SpeechVerb verb, Phrasebook.Found<SpeechVerb> found) {
        boolean twice = TWICE_NEGATED.contains(verb.lemma()) && isNegated(line, found.start());
        if (!twice) {
            return verb.stance();
        }
        boolean open = Set.of("rule out", "exclude", "doubt").contains(verb.lemma());
        return open ? Stance.ASSESS : Stance.CLAIM;
    }

    /** The verb that has the subject: "went" of "went on to demand"; mostly the verb itself. */
    static int head(Line line, int start) {
        int done = line.key(start - 1).equals("to") ? doneBefore(line, start - 1) : -1;
        if (done < 0) {
            return start;
        }
        return !line.isFinite(done)
                        && line.isFinite(done - 1)
                        && !line.tag(done - 1).startsWith("AUX")
                ? done - 1
                : done;
    }

    /**
     * The place of the verb or adverb that tells that what "to" and a verb name was done, or -1.
     */
    private static int doneBefore(Line line, int to) {
        for (int i = to - 1; i >= Math.max(0, to - 6); i--) {
            boolean convened = line.key(i).equals("called") && line.hasTag(i + 1, "DET");
            if (convened || DONE_BEFORE.contains(line.key(i))) {
                return i;
            }
            if (line.isComma(i) || line.isQuote(i) || line.isFinite(i)) {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isNegated(Line line, int start) {
        for (int i = start - 1; i >= Math.max(0, start - 3); i--) {
            if (NEGATION.contains(line.key(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether "not", "would" or, before a participle, "was" stands before the verb. */
    private static boolean isHelped(Line line, SpeechVerb verb, int start) {
        for (int i = start - 1; i >= Math.max(0, start - 4); i--) {
            String key = line.key(i);
            boolean between = line.tag(i).startsWith("AUX")
                    || line.tag(i).startsWith("PART")
                    || line.hasTag(i, "ADV")
                    || NEGATION.contains(key);
            if (!between) {
                return false;
            }
            boolean to = line.key(i).equals("to");
            boolean passive = BE.contains(key) && verb.past();
            if (NEGATION.contains(key)
                    || MODAL.contains(key)
                    || passive
                    || (line.tag(i).contains("PART") && !to)) {
                return true;
            }
        }
        return false;
    }
}
