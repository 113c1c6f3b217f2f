package org.truce.reading.statement;

import org.truce.reading.words.Stance;

/**
 * Whether something said announces harm: an act of harm that will be done (rule K4), or a condition
 * that is somebody else's act and what one's own side will then do (K5). A condition on which one
 * will do others a favour ("if they open it, we will release them") is a commitment.
 */
final class Threats {
    private Threats() {}

    static boolean isHarm(Said said, Form form, Cue cue) {
        boolean willed = said.has("future") || said.has("ready") || cue.stance() == Stance.PROMISE;
        boolean warned = cue.stance() == Stance.WARN;
        boolean own = form == Form.DIRECT ? said.has("first") : said.has("condition") || warned;
        if (own && said.willHarm() && !said.has("negation")) {
            return true;
        }
        return said.has("threat-act")
                && (willed || warned || said.has("condition"))
                && !(said.has("negation") && said.starts("no"));
    }

    static boolean isConditional(Said said, Form form, Cue cue) {
        boolean provoked = said.has("provoked") || (said.has("if-others") && said.has("hostile"));
        if (said.has("favour")) {
            return false;
        }
        if (form == Form.DIRECT) {
            return provoked && (said.has("first") || said.has("future"));
        }
        boolean warned = cue.stance() == Stance.WARN;
        boolean consequence = said.has("quits") || (warned && said.isWilledByOthers());
        return said.has("future") && consequence && (provoked || (warned && said.has("condition")));
    }
}
