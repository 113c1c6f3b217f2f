package org.truce.terms;

import org.truce.base.Phrase;
import org.truce.base.Truth;
import org.truce.record.Agreement;

import java.util.ArrayList;
import java.util.List;

/**
 * Which agreement gives way to which. It changes no verdict: a finding under one that gives way
 * says which other agreement comes to another verdict and prevails.
 */
final class Precedence {
    private final List<Agreement> agreements;

    /** @param agreements in the order in which they are to be named */
    Precedence(List<Agreement> agreements) {
        this.agreements = List.copyOf(agreements);
    }

    List<Finding> noted(List<Finding> findings) {
        if (agreements.stream().allMatch(one -> one.prevailsOver().isEmpty())) {
            return findings;
        }
        return findings.stream().map(finding -> noted(finding, findings)).toList();
    }

    private Finding noted(Finding finding, List<Finding> all) {
        List<Phrase> cautions = new ArrayList<>(finding.cautions());
        agreements.stream()
                .filter(other -> other.prevailsOver().contains(finding.agreement()))
                .filter(other -> all.stream().anyMatch(one -> differs(one, other, finding)))
                .map(other -> Phrase.of("terms.caution-gives-way", Wording.words(other.title())))
                .forEach(cautions::add);
        return cautions.size() == finding.cautions().size()
                ? finding
                : new Finding(
                        finding.incidentId(),
                        finding.agreement(),
                        finding.provision(),
                        finding.area(),
                        finding.reading(),
                        finding.verdict(),
                        finding.tests(),
                        cautions);
    }

    /** Where the prevailing agreement does not apply, there is nothing to prevail. */
    private static boolean differs(Finding one, Agreement prevailing, Finding finding) {
        return one.agreement().equals(prevailing.id())
                && one.verdict() != finding.verdict()
                && one.tests().stream()
                        .filter(test -> test.aspect() == Finding.Aspect.PLACE
                                || test.aspect() == Finding.Aspect.TIME)
                        .allMatch(test -> test.holds() == Truth.YES);
    }
}
