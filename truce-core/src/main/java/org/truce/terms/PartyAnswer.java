package org.truce.terms;

import org.truce.base.Phrase;
import org.truce.base.Truth;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * What one report, or all of an incident's reports together, say about who was involved.
 *
 * @param who the actors said to have acted or fought; empty when the source names nobody
 */
record PartyAnswer(
        Finding.Test parties, Finding.Test notExempt, Optional<Phrase> who, List<Phrase> cautions) {

    PartyAnswer {
        cautions = List.copyOf(cautions);
    }

    /**
     * All accounts of one incident as one answer. An account that names nobody and leaves a test
     * open does not count against one that answers it; it is mentioned. Of the others all must give
     * the same answer, else the sources differ and the test is open. How many say a thing does not
     * matter, so an origin that is repeated ten times weighs no more than one.
     */
    static PartyAnswer together(List<PartyAnswer> accounts) {
        PartyAnswer first = accounts.getFirst();
        if (accounts.stream().distinct().count() == 1) {
            return first;
        }
        List<Phrase> cautions = new ArrayList<>();
        accounts.stream()
                .flatMap(account -> account.cautions().stream())
                .distinct()
                .forEach(cautions::add);
        List<Phrase> named = accounts.stream()
                .flatMap(account -> account.who().stream())
                .distinct()
                .toList();
        if (named.size() > 1) {
            cautions.add(Phrase.of("terms.caution-sources-name", Wording.alternatives(named)));
        }
        if (!named.isEmpty()
                && accounts.stream().anyMatch(account -> account.who().isEmpty())) {
            cautions.add(Phrase.of("terms.caution-source-silent"));
        }
        return new PartyAnswer(
                agreed(accounts, accounts.stream().map(PartyAnswer::parties).toList()),
                agreed(accounts, accounts.stream().map(PartyAnswer::notExempt).toList()),
                named.stream().findFirst(),
                cautions);
    }

    private static Finding.Test agreed(List<PartyAnswer> accounts, List<Finding.Test> tests) {
        LinkedHashSet<Finding.Test> said = new LinkedHashSet<>();
        for (int i = 0; i < tests.size(); i++) {
            boolean silent = accounts.get(i).who().isEmpty();
            if (!silent || tests.get(i).holds() != Truth.UNKNOWN) {
                said.add(tests.get(i));
            }
        }
        if (said.isEmpty()) {
            return tests.getFirst();
        }
        Finding.Test first = said.getFirst();
        if (said.stream().allMatch(test -> test.holds() == first.holds())) {
            return first;
        }
        List<Phrase> reasons =
                said.stream().map(Finding.Test::because).distinct().toList();
        return new Finding.Test(
                first.aspect(),
                Truth.UNKNOWN,
                Phrase.of("terms.sources-differ", Wording.alternatives(reasons)));
    }
}
