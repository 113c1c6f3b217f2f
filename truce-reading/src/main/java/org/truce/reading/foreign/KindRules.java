package org.truce.reading.foreign;

import static org.truce.record.StatementKind.ASSESSMENT;
import static org.truce.record.StatementKind.CLAIM;
import static org.truce.record.StatementKind.COMMITMENT;
import static org.truce.record.StatementKind.DEMAND;
import static org.truce.record.StatementKind.DENIAL;
import static org.truce.record.StatementKind.THREAT;

import org.truce.reading.statement.Form;
import org.truce.reading.words.Stance;
import org.truce.record.StatementKind;

/**
 * What kind a statement is: the first of the rules K of docs/reference/reading.md that holds, by
 * the markers of its language. K14 is asked of Russian only.
 */
final class KindRules {
    private final Phrase words;
    private final Marks marks;
    private final Form form;
    private final Stance stance;
    private final boolean accuses;

    /** Whether the word before what is said holds its subject: "that he". */
    private final boolean ownSubject;

    /** Whether the verb takes no clause: it praises, welcomes, condemns. */
    private final boolean judges;

    /** A kind and the id of the rule that chose it. */
    record Chosen(StatementKind kind, String rule) {}

    private KindRules(Phrase words, Marks marks, Found found) {
        this.words = words;
        this.marks = marks;
        this.form = found.form();
        this.stance = found.saying().map(Saying::stance).orElse(Stance.SAY);
        this.judges = found.saying().filter(one -> !one.may(Takes.THAT)).isPresent();
        this.ownSubject = found.leadsWithPronoun();
        this.accuses = found.saying()
                .filter(one -> one.may(Takes.WHOM) || one.may(Takes.BLAME))
                .isPresent();
    }

    static Chosen of(Phrase words, Marks marks, Found found) {
        return new KindRules(words, marks, found).choose();
    }

    private Chosen choose() {
        return switch (stance) {
            case DEMAND -> new Chosen(DEMAND, "K1");
            case DENY -> new Chosen(DENIAL, "K2");
            case THREATEN -> new Chosen(THREAT, "K3");
            case PROMISE -> isThreat() ? new Chosen(THREAT, "K4") : new Chosen(COMMITMENT, "K6");
            case CLAIM -> accuses ? new Chosen(CLAIM, "K7") : byWords();
            case SAY, WARN, ASSESS -> byWords();
        };
    }

    private boolean isThreat() {
        boolean own = has("condition") || has("first-will") || isOwn();
        return has("threat") && (own || form == Form.DIRECT || stance == Stance.WARN);
    }

    private Chosen byWords() {
        if (isThreat()) {
            return new Chosen(THREAT, "K4");
        }
        if (stance == Stance.ASSESS && judges) {
            return accuses && has("denial")
                    ? new Chosen(DENIAL, "K9")
                    : new Chosen(ASSESSMENT, "K12");
        }
        if (has("demand")) {
            return new Chosen(DEMAND, "K8");
        }
        if (has("denial")) {
            return new Chosen(DENIAL, "K9");
        }
        boolean will = has("first-will") || (has("third-will") && isOwn());
        if (has("ready") || will) {
            return new Chosen(COMMITMENT, "K10");
        }
        if (has("side") && has("negation")) {
            return new Chosen(DENIAL, "K11");
        }
        if (has("own-denial") && (form == Form.DIRECT || isOwn())) {
            return new Chosen(DENIAL, "K11");
        }
        if (stance == Stance.ASSESS) {
            return new Chosen(ASSESSMENT, "K12");
        }
        if (has("judge")) {
            return new Chosen(ASSESSMENT, "K13");
        }
        if (has("forecast") || stance == Stance.WARN) {
            return new Chosen(ASSESSMENT, "K14");
        }
        if (form == Form.DIRECT && words.isGeneral()) {
            return new Chosen(ASSESSMENT, "K15");
        }
        return new Chosen(CLAIM, "K16");
    }

    private boolean isOwn() {
        return ownSubject || has("own");
    }

    private boolean has(String marker) {
        return marks.has(marker, words);
    }
}
