package org.truce.reading.statement;

import static org.truce.record.StatementKind.ASSESSMENT;
import static org.truce.record.StatementKind.CLAIM;
import static org.truce.record.StatementKind.COMMITMENT;
import static org.truce.record.StatementKind.DEMAND;
import static org.truce.record.StatementKind.DENIAL;
import static org.truce.record.StatementKind.THREAT;

import org.truce.reading.text.Prepared;
import org.truce.reading.text.Span;
import org.truce.reading.words.Frame;
import org.truce.reading.words.Stance;
import org.truce.record.StatementKind;

import java.util.Set;

/**
 * What kind a statement is: the first of the rules K1 to K16 of docs/reference/reading.md that
 * holds. Those that go by the cue stand before those that go by what is said, except where the
 * content of a promise is harm.
 */
final class Kinds {
    private static final Set<String> FIRM =
            Set.of("insist", "maintain", "swear", "assert", "protest");

    private static final Set<Frame> ACCUSING = Set.of(Frame.OF, Frame.BLAME, Frame.HOLD);

    private final Said said;
    private final Form form;
    private final Cue cue;

    private Kinds(Said said, Form form, Cue cue) {
        this.said = said;
        this.form = form;
        this.cue = cue;
    }

    /** A kind and the id of the rule that chose it. */
    record Chosen(StatementKind kind, String rule) {}

    static Chosen of(Prepared prepared, Span span, Form form, Cue cue) {
        return new Kinds(Said.of(prepared, span), form, cue).choose();
    }

    private Chosen choose() {
        if (cue.stance() == Stance.DEMAND) {
            return new Chosen(DEMAND, "K1");
        }
        if (cue.stance() == Stance.DENY) {
            return new Chosen(DENIAL, "K2");
        }
        boolean willed = said.has("future") || said.has("ready");
        boolean promise = cue.stance() == Stance.PROMISE;
        if (cue.stance() == Stance.THREATEN || isThreat(willed || promise)) {
            return new Chosen(THREAT, cue.stance() == Stance.THREATEN ? "K3" : "K4");
        }
        boolean told = cue.lemma().contains("assure") && !said.has("future");
        if (promise && !told) {
            return new Chosen(COMMITMENT, "K5");
        }
        if (cue.stance() == Stance.CLAIM && ACCUSING.stream().anyMatch(cue::takes)) {
            return new Chosen(CLAIM, "K6");
        }
        return byWords();
    }

    private boolean isThreat(boolean willed) {
        boolean harm = said.has("threat-act");
        boolean warned = cue.stance() == Stance.WARN;
        boolean own = form == Form.DIRECT ? said.has("first") : said.has("condition") || warned;
        if (own && said.willHarm() && !said.has("negation")) {
            return true;
        }
        return harm
                && (willed || warned || said.has("condition"))
                && !(said.has("negation") && said.starts("no"));
    }

    private Chosen byWords() {
        if (isDemand()) {
            return new Chosen(DEMAND, "K7");
        }
        if (said.has("denial-words")) {
            return new Chosen(DENIAL, "K8");
        }
        if (isCommitment()) {
            return new Chosen(COMMITMENT, "K9");
        }
        if (isDenial()) {
            return new Chosen(DENIAL, "K10");
        }
        if (cue.stance() == Stance.ASSESS) {
            return new Chosen(ASSESSMENT, "K11");
        }
        if (said.has("judge")) {
            return new Chosen(ASSESSMENT, "K12");
        }
        if (said.has("forecast") || cue.stance() == Stance.WARN) {
            return new Chosen(ASSESSMENT, "K13");
        }
        if (form != Form.INDIRECT && (said.isGeneral() || said.isGeneralDenial() || isNamed())) {
            return new Chosen(ASSESSMENT, "K14");
        }
        return new Chosen(CLAIM, "K15");
    }

    /** What somebody only gave a name to, in quoted words. */
    private boolean isNamed() {
        return form == Form.MIXED && said.isPhrase();
    }

    private boolean isDemand() {
        boolean words = form == Form.DIRECT
                ? said.has("demand-words") || said.isImperative()
                : said.hasOutside("demand-words", "first");
        return words || said.obliges();
    }

    /** The speaker, or the speaker's side, will do something that is in its power. */
    private boolean isCommitment() {
        if (said.has("ready") && !said.hasKey("never")) {
            return true;
        }
        if (form == Form.DIRECT && said.isWilled()) {
            return true;
        }
        return said.has("future")
                && said.controls()
                && (form != Form.DIRECT || said.has("first") || said.startsWithBody());
    }

    private boolean isDenial() {
        if (!said.has("negation")) {
            return false;
        }
        boolean firm = FIRM.contains(cue.lemma());
        return firm || said.opensWithNo() || said.deniesAct();
    }
}
