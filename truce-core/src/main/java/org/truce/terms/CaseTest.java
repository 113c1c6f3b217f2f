package org.truce.terms;

import org.truce.base.Circumstance;
import org.truce.base.Phrase;
import org.truce.base.Truth;
import org.truce.record.Agreement;
import org.truce.record.Entry;
import org.truce.record.Manner;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an act was done in circumstances in which an exemption permits it. Only what sources say
 * counts: nothing is read out of the kind of act, and a source that is silent does not count
 * against one that speaks.
 */
final class CaseTest {
    private final String exemption;
    private final Agreement.Permitted permitted;
    private final Phrase name;

    CaseTest(String exemption, Agreement.Permitted permitted) {
        this.exemption = exemption;
        this.permitted = permitted;
        name = Phrase.of("terms.case-" + permitted.exemptCase().code());
    }

    Finding.Test of(List<Entry.Report> reports) {
        return switch (said(reports)) {
            case Answer.SILENT ->
                permitted.openIfNotSaid()
                        ? test(Truth.UNKNOWN, Phrase.of("terms.case-not-said", name, exemption))
                        : test(Truth.YES, Phrase.of("terms.exempt-none"));
            case Answer.DIFFER ->
                test(Truth.UNKNOWN, Phrase.of("terms.case-differs", name, exemption));
            case Answer.YES -> test(Truth.NO, Phrase.of("terms.case-said", name, exemption));
            case Answer.NO -> test(Truth.YES, Phrase.of("terms.case-denied", name, exemption));
        };
    }

    /** What a reader must know when silence was taken for an answer. */
    Optional<Phrase> findCaution(List<Entry.Report> reports) {
        return !permitted.openIfNotSaid() && said(reports) == Answer.SILENT
                ? Optional.of(Phrase.of("terms.caution-case-not-said", name, exemption))
                : Optional.empty();
    }

    private enum Answer {
        SILENT,
        DIFFER,
        YES,
        NO
    }

    private Answer said(List<Entry.Report> reports) {
        Set<Truth> said = EnumSet.noneOf(Truth.class);
        for (Entry.Report report : reports) {
            Optional<Circumstance> circumstance = report.manner().flatMap(Manner::circumstance);
            circumstance.ifPresent(one -> said.add(one.says(permitted.exemptCase())));
        }
        said.remove(Truth.UNKNOWN);
        if (said.size() != 1) {
            return said.isEmpty() ? Answer.SILENT : Answer.DIFFER;
        }
        return said.contains(Truth.YES) ? Answer.YES : Answer.NO;
    }

    private static Finding.Test test(Truth holds, Phrase because) {
        return new Finding.Test(Finding.Aspect.NOT_EXEMPT, holds, because);
    }
}
