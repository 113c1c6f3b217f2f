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
import java.util.SortedSet;

/**
 * What kind a statement is, by the rules K of docs/reference/reading.md. Where the cue names the
 * kind (K1, K2, K3, K7) that is it. Otherwise the first of the rules K4 to K16 that holds proposes
 * one, and all traits of the statement, this proposal among them, are weighed (K17, K18).
 */
final class Kinds {
    private static final Set<String> FIRM =
            Set.of("insist", "maintain", "swear", "assert", "protest");

    private static final Set<String> FACTIVE =
            Set.of("regret", "lament", "deplore", "bemoan", "rue", "bewail");

    /** So many characters before a statement an allegation is looked for. */
    private static final int LOOKED_BACK = 500;

    private static final Set<Frame> ACCUSING = Set.of(Frame.OF, Frame.BLAME, Frame.HOLD);

    /** Rules that the cue alone decides; on examples they were never wrong. */
    private static final Set<String> OUTRIGHT = Set.of("K1", "K2", "K3", "K7");

    private final Said said;
    private final Said whole;
    private final Form form;
    private final Cue cue;

    /** Whether somebody has just been accused or asked: then a negation answers it. */
    private final boolean alleged;

    private Kinds(Said said, Said whole, Form form, Cue cue, boolean alleged) {
        this.said = said;
        this.whole = whole;
        this.form = form;
        this.cue = cue;
        this.alleged = alleged;
    }

    /** A kind and the id of the rule that chose it. */
    record Chosen(StatementKind kind, String rule) {}

    /**
     * @param span the content
     * @param around the content with the condition that stands before its attribution
     */
    static Chosen of(Prepared prepared, Span span, Span around, Form form, Cue cue) {
        Said said = Said.of(prepared, span);
        Said whole = around.equals(span) ? said : Said.of(prepared, around);
        int from = Math.max(0, span.start() - LOOKED_BACK);
        Said before = Said.of(prepared, new Span(from, span.start()));
        return new Kinds(said, whole, form, cue, before.has("alleged")).weigh();
    }

    /** What the cue says outright, else what all traits together make likeliest. */
    private Chosen weigh() {
        Chosen proposed = choose();
        if (OUTRIGHT.contains(proposed.rule())) {
            return proposed;
        }
        KindWeights.Likeliest likeliest = KindWeights.get().likeliest(traits(proposed));
        if (likeliest.kind() == proposed.kind()) {
            return proposed;
        }
        return new Chosen(likeliest.kind(), likeliest.close() ? "K18" : "K17");
    }

    private SortedSet<String> traits(Chosen proposed) {
        return Traits.of(whole, form, cue, alleged, proposed);
    }

    private Chosen choose() {
        if (cue.stance() == Stance.DEMAND) {
            return new Chosen(DEMAND, "K1");
        }
        if (cue.stance() == Stance.DENY) {
            return new Chosen(DENIAL, "K2");
        }
        if (cue.stance() == Stance.THREATEN) {
            return new Chosen(THREAT, "K3");
        }
        if (Threats.isHarm(whole, form, cue)) {
            return new Chosen(THREAT, "K4");
        }
        if (Threats.isConditional(whole, form, cue)) {
            return new Chosen(THREAT, "K5");
        }
        boolean told = said.predicate() != Predicate.NONE
                && !said.has("future")
                && !said.has("ready")
                && !said.starts("to");
        if (cue.stance() == Stance.PROMISE && !told) {
            return new Chosen(COMMITMENT, "K6");
        }
        if (cue.stance() == Stance.CLAIM && ACCUSING.stream().anyMatch(cue::takes)) {
            return new Chosen(CLAIM, "K7");
        }
        return byWords();
    }

    /** The traits that are weighed, whatever the cue says; for those who learn the weights. */
    static SortedSet<String> traits(
            Prepared prepared, Span span, Form form, Cue cue, boolean alleged) {
        Said said = Said.of(prepared, span);
        Kinds kinds = new Kinds(said, said, form, cue, alleged);
        return kinds.traits(kinds.choose());
    }

    private Chosen byWords() {
        if (isDemand()) {
            return new Chosen(DEMAND, "K8");
        }
        if (said.has("denial-words") || said.deniesThing() || said.correctsFigure()) {
            return new Chosen(DENIAL, "K9");
        }
        if (isCommitment()) {
            return new Chosen(COMMITMENT, "K10");
        }
        if (isDenial()) {
            return new Chosen(DENIAL, "K11");
        }
        if (cue.stance() == Stance.ASSESS && !isFact()) {
            return new Chosen(ASSESSMENT, "K12");
        }
        if (said.has("judge") || said.grades()) {
            return new Chosen(ASSESSMENT, "K13");
        }
        return byPredicate();
    }

    private Chosen byPredicate() {
        if (form == Form.DIRECT && said.judgesAlso()) {
            return new Chosen(ASSESSMENT, "K15");
        }
        return switch (said.predicate()) {
            case MODAL -> new Chosen(ASSESSMENT, "K14");
            case STATE ->
                cue.stance() == Stance.CLAIM
                        ? new Chosen(CLAIM, "K16")
                        : new Chosen(ASSESSMENT, "K15");
            case NONE -> byName();
            case MEASURE -> said.isPhrase() && form == Form.INDIRECT ? byName() : told();
            case EVENT -> told();
        };
    }

    private Chosen told() {
        return cue.stance() == Stance.WARN
                ? new Chosen(ASSESSMENT, "K14")
                : new Chosen(CLAIM, "K16");
    }

    /** A thing without a verb: what somebody announces, or gives a name to. */
    private Chosen byName() {
        if (form != Form.INDIRECT || cue.stance() == Stance.WARN) {
            return new Chosen(ASSESSMENT, "K15");
        }
        return Set.of("announce", "declare", "proclaim").contains(cue.lemma())
                ? new Chosen(COMMITMENT, "K6")
                : new Chosen(CLAIM, "K16");
    }

    /** Somebody regrets what has happened, or puts a figure at so many. */
    private boolean isFact() {
        boolean event = FACTIVE.contains(cue.lemma()) && said.predicate() == Predicate.EVENT;
        return event || cue.takes(Frame.AT);
    }

    private boolean isDemand() {
        boolean words = form == Form.DIRECT
                ? said.has("demand-words") || said.isImperative()
                : said.hasOutside("demand-words", "first");
        boolean had = form != Form.DIRECT && said.has("had-to");
        return words || had || said.obliges();
    }

    /** The speaker, or the speaker's side, will do something that is in its power. */
    private boolean isCommitment() {
        if (said.has("ready") && !said.hasKey("never")) {
            return true;
        }
        if (form == Form.DIRECT) {
            return said.isWilled() || (said.startsWithBody() && said.controls());
        }
        return cue.stance() != Stance.WARN
                && cue.stance() != Stance.ASSESS
                && said.has("future")
                && (said.isWilledByOthers() || said.willBeDone());
    }

    private boolean isDenial() {
        if (!said.has("negation")) {
            return false;
        }
        boolean firm = FIRM.contains(cue.lemma());
        return firm
                || said.opensWithNo()
                || said.deniesAct(alleged)
                || (alleged && said.deniesEvent());
    }
}
