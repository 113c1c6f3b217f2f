package org.truce.terms;

import org.truce.base.Phrase;
import org.truce.base.Truth;
import org.truce.record.ActorBook;
import org.truce.terms.Binding.Standing;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Two sides fought and nobody is said to have begun. A side may name several groups; then every
 * group of one is taken with every group of the other, and the test is open when they differ.
 */
final class TwoSidedFight {
    private final Binding binding;
    private final ActorBook book;

    TwoSidedFight(Binding binding) {
        this.binding = binding;
        book = binding.book();
    }

    PartyAnswer between(Told.Fought fought) {
        List<String> sideA = book.resolve(fought.sideA());
        List<String> sideB = book.resolve(fought.sideB());
        if (sideA.isEmpty() || sideB.isEmpty()) {
            return new PartyAnswer(
                    Binding.parties(Truth.UNKNOWN, Phrase.of("terms.parties-side-unknown")),
                    wholeSideExempt(sideA, sideB)
                            .orElseGet(() -> Binding.exemption(
                                    Truth.UNKNOWN, Phrase.of("terms.exempt-unknown"))),
                    Optional.empty(),
                    List.of());
        }
        return between(sideA, sideB, Told.NOTHING_SAID);
    }

    /**
     * @param target what a source adds about two sides that it names by one label; an excluded
     *     group in it says which fight it was
     */
    PartyAnswer between(List<String> sideA, List<String> sideB, Told.Target target) {
        Set<String> all = new LinkedHashSet<>(sideA);
        all.addAll(sideB);
        Phrase both =
                Phrase.of("terms.both", Wording.names(book, sideA), Wording.names(book, sideB));
        return new PartyAnswer(
                parties(sideA, sideB, both),
                excludedIn(target)
                        .or(() -> wholeSideExempt(sideA, sideB))
                        .orElseGet(() -> binding.notExempt(all)),
                Optional.of(both),
                binding.listMixed(all));
    }

    private Finding.Test parties(List<String> sideA, List<String> sideB, Phrase both) {
        Set<Truth> answers = EnumSet.noneOf(Truth.class);
        for (String one : sideA) {
            for (String other : sideB) {
                answers.add(pair(one, other).holds());
            }
        }
        if (answers.size() > 1) {
            return Binding.parties(Truth.UNKNOWN, Phrase.of("terms.parties-several", both));
        }
        return answers.contains(Truth.YES)
                ? Binding.parties(Truth.YES, Phrase.of("terms.parties-fought", both))
                : pair(sideA.getFirst(), sideB.getFirst());
    }

    private Finding.Test pair(String one, String other) {
        Standing left = binding.standing(one);
        Standing right = binding.standing(other);
        // The order matters: whoever is not bound decides, whatever is unknown of the other.
        for (Standing weak : List.of(
                Standing.EXCLUDED, Standing.NOT_BOUND, Standing.NOT_NAMED, Standing.UNCLEAR)) {
            if (left == weak || right == weak) {
                return binding.partiesUnlessBound(left == weak ? one : other);
            }
        }
        Phrase both = Phrase.of("terms.both", Wording.name(book, one), Wording.name(book, other));
        return left == right
                ? Binding.parties(Truth.NO, Phrase.of("terms.parties-same-side", both))
                : Binding.parties(Truth.YES, Phrase.of("terms.parties-fought", both));
    }

    /** Fighting is exempt when all of one side is excluded, whoever the other is. */
    private Optional<Finding.Test> wholeSideExempt(List<String> sideA, List<String> sideB) {
        for (List<String> side : List.of(sideA, sideB)) {
            if (!side.isEmpty()
                    && binding.listWith(side, Standing.EXCLUDED).size() == side.size()) {
                return Optional.of(binding.exempt(side));
            }
        }
        return Optional.empty();
    }

    private Optional<Finding.Test> excludedIn(Told.Target target) {
        List<String> excluded = binding.listWith(binding.listNamedIn(target), Standing.EXCLUDED);
        return excluded.isEmpty() ? Optional.empty() : Optional.of(binding.exempt(excluded));
    }
}
