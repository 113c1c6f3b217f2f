package org.truce.terms;

import org.truce.base.Phrase;
import org.truce.base.Truth;
import org.truce.record.ActorBook;
import org.truce.terms.Binding.Standing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a prohibition says that names who must not do a thing, and perhaps against whom. Of two that
 * fought it is open who acted first, so only a fight among the bound alone breaks it for sure.
 */
final class DirectedAct {
    private final Binding binding;
    private final ActorBook book;
    private final boolean againstAnybody;

    DirectedAct(Binding binding, boolean againstAnybody) {
        this.binding = binding;
        this.againstAnybody = againstAnybody;
        book = binding.book();
    }

    PartyAnswer by(Told.Acted acted) {
        List<String> actors = book.resolve(acted.actor());
        List<String> hit = binding.listNamedIn(acted.target());
        Set<String> all = new LinkedHashSet<>(actors);
        all.addAll(hit);
        List<String> bound = binding.listWith(actors, Standing.FIRST_SIDE);
        List<Phrase> cautions = new ArrayList<>(binding.listMixed(all));
        if (!bound.isEmpty() && bound.size() < actors.size()) {
            List<String> others =
                    actors.stream().filter(actor -> !bound.contains(actor)).toList();
            cautions.add(Phrase.of(
                    "terms.caution-joint",
                    Wording.names(book, bound),
                    Wording.names(book, others)));
        }
        return new PartyAnswer(
                bound.isEmpty() ? binding.notBound(actors) : against(bound, acted.target()),
                binding.notExempt(actors, hit, acted.target()),
                actors.isEmpty() ? Optional.empty() : Optional.of(Wording.names(book, actors)),
                cautions);
    }

    private Finding.Test against(List<String> bound, Told.Target target) {
        Phrase names = Wording.names(book, bound);
        if (againstAnybody) {
            return Binding.parties(Truth.YES, Phrase.of("terms.parties-acted", names));
        }
        return switch (target) {
            case Told.Withheld withheld ->
                Binding.parties(Truth.UNKNOWN, Phrase.of("terms.parties-target-withheld", names));
            case Told.NotSaid nothing ->
                Binding.parties(Truth.UNKNOWN, Phrase.of("terms.parties-target-not-said", names));
            case Told.Said said -> hit(names, binding.listAllNamedIn(said));
        };
    }

    private Finding.Test hit(Phrase names, List<String> hit) {
        if (hit.isEmpty()) {
            return Binding.parties(
                    Truth.UNKNOWN, Phrase.of("terms.parties-target-not-said", names));
        }
        if (!binding.listWith(hit, Standing.SECOND_SIDE).isEmpty()) {
            return Binding.parties(Truth.YES, Phrase.of("terms.parties-acted", names));
        }
        return Binding.parties(
                Truth.NO, Phrase.of("terms.parties-target-other", names, Wording.names(book, hit)));
    }

    PartyAnswer between(List<String> sideA, List<String> sideB) {
        if (sideA.isEmpty() || sideB.isEmpty()) {
            return new PartyAnswer(
                    Binding.parties(Truth.UNKNOWN, Phrase.of("terms.parties-side-unknown")),
                    Binding.exemption(Truth.UNKNOWN, Phrase.of("terms.exempt-unknown")),
                    Optional.empty(),
                    List.of());
        }
        Set<String> all = new LinkedHashSet<>(sideA);
        all.addAll(sideB);
        Phrase both =
                Phrase.of("terms.both", Wording.names(book, sideA), Wording.names(book, sideB));
        return new PartyAnswer(
                fought(sideA, sideB, both),
                binding.notExempt(all),
                Optional.of(both),
                binding.listMixed(all));
    }

    private Finding.Test fought(List<String> sideA, List<String> sideB, Phrase both) {
        boolean aBound = !binding.listWith(sideA, Standing.FIRST_SIDE).isEmpty();
        boolean bBound = !binding.listWith(sideB, Standing.FIRST_SIDE).isEmpty();
        if (aBound && bBound && againstAnybody) {
            return Binding.parties(Truth.YES, Phrase.of("terms.parties-fought", both));
        }
        if (!aBound && !bBound) {
            List<String> all = new ArrayList<>(sideA);
            all.addAll(sideB);
            return binding.notBound(all);
        }
        return Binding.parties(Truth.UNKNOWN, Phrase.of("terms.parties-who-acted", both));
    }
}
