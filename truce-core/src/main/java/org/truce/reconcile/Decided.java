package org.truce.reconcile;

import org.truce.base.Coded;
import org.truce.record.DecisionAct;
import org.truce.record.Entry;

import java.util.List;

/**
 * What people decided about the reports of one incident, as it holds. It stands beside what is
 * inferred: an attribution here changes no likelihood.
 *
 * @param links by which decisions its reports stand together
 * @param words what each register holds of the truth of a report: by report, then by register
 * @param attributions whom each register holds responsible, in the same order
 * @param refuted reports on which nothing rests any more
 * @param apart what keeps it from being one incident with another
 */
public record Decided(
        List<Entry.Decision> links,
        List<Entry.Decision> words,
        List<Entry.Decision> attributions,
        List<ReportKey> refuted,
        List<Apart> apart) {
    public Decided {
        links = List.copyOf(links);
        words = List.copyOf(words);
        attributions = List.copyOf(attributions);
        refuted = List.copyOf(refuted);
        apart = List.copyOf(apart);
    }

    /** Why two reports that somebody decided on stand apart. */
    public enum Why implements Coded {
        /** Somebody split them, and nobody linked them. */
        SPLIT("split"),
        /** One register linked them and another split them. */
        CONTESTED("contested"),
        /** They were linked; but other reports of the two incidents must stand apart. */
        HELD_APART("held-apart");

        private final String code;

        Why(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * Two reports that stand in different incidents.
     *
     * @param own the report of this incident
     * @param other that of the other
     * @param by what each register that decided on the pair holds, by register
     */
    public record Apart(ReportKey own, ReportKey other, List<Entry.Decision> by) {
        public Apart {
            by = List.copyOf(by);
        }

        public Why why() {
            boolean linked = by.stream().anyMatch(one -> one.act() == DecisionAct.LINK);
            boolean split = by.stream().anyMatch(one -> one.act() == DecisionAct.SPLIT);
            if (linked && split) {
                return Why.CONTESTED;
            }
            return split ? Why.SPLIT : Why.HELD_APART;
        }
    }
}
