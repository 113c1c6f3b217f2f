package org.truce.reading.incident;

import org.truce.reading.incident.EventWord.Form;
import org.truce.reading.tokens.Sentence;
import org.truce.reading.tokens.Token;

import java.util.Set;

/** Whether a clause tells of something as done, planned, denied or only thought of. */
final class Telling {
    private static final int NEAR = 4;

    private static final Set<String> DENYING = Set.of(
            "denied",
            "denies",
            "deny",
            "denying",
            "rejected",
            "rejects",
            "dismissed",
            "refuted",
            "denial",
            "denials",
            "disputed");

    private static final Set<String> CONDITIONS =
            Set.of("if", "unless", "whether", "in case", "would", "any");

    private Telling() {}

    /** Asked in this order: denied, hypothetical, planned; else it is told as having happened. */
    static Realis of(Clause clause) {
        Sentence sentence = clause.sentence();
        boolean near = clause.word().form() != Form.NOUN;
        if (isDenied(sentence, clause, near)) {
            return Realis.DENIED;
        }
        if (isHypothetical(sentence, clause)) {
            return Realis.HYPOTHETICAL;
        }
        return isPlanned(sentence, clause) ? Realis.PLANNED : Realis.HAPPENED;
    }

    private static boolean isDenied(Sentence sentence, Clause clause, boolean verb) {
        for (int at = clause.from(); at < clause.at(); at++) {
            if (Grammar.isWordOf(sentence, at, DENYING) && !isAccess(sentence, at)) {
                return true;
            }
        }
        for (int at = Math.max(clause.from(), clause.at() - 2); verb && at < clause.at(); at++) {
            if (Cue.DENIED.isAt(sentence, at) && !sentence.get(at).isWord("no")) {
                return true;
            }
        }
        return false;
    }

    /** "denied access" denies no event. */
    private static boolean isAccess(Sentence sentence, int at) {
        return Grammar.isWordOf(
                sentence, at + 1, Set.of("access", "entry", "passage", "permission"));
    }

    private static boolean isHypothetical(Sentence sentence, Clause clause) {
        for (int at = clause.from(); at < clause.at(); at++) {
            Token token = sentence.get(at);
            boolean month = token.isWord("may") && token.isCapital();
            boolean far = clause.at() - at > NEAR && !Grammar.isWordOf(sentence, at, CONDITIONS);
            if (Cue.HYPOTHETICAL.isAt(sentence, at) && !month && !far) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPlanned(Sentence sentence, Clause clause) {
        for (int at = Math.max(clause.from(), clause.at() - NEAR); at < clause.at(); at++) {
            if (Cue.PLANNED.isAt(sentence, at)) {
                return true;
            }
        }
        for (int at = clause.end(); at < Math.min(clause.to(), clause.end() + NEAR); at++) {
            boolean noun = clause.word().form() == Form.NOUN;
            if (noun && Cue.PLANNED.isAt(sentence, at)) {
                return true;
            }
        }
        return false;
    }
}
