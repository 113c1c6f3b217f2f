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
import java.util.stream.Collectors;

/**
 * One side is said to have acted. A bound actor's force counts unless what was hit is named and is
 * not of the other side: a place, a house or civilians say nothing against it.
 */
final class AllegedForce {
    private final Binding binding;
    private final ActorBook book;

    AllegedForce(Binding binding) {
        this.binding = binding;
        book = binding.book();
    }

    PartyAnswer by(Told.Acted acted) {
        List<String> actors = book.resolve(acted.actor());
        List<String> hit = binding.listNamedIn(acted.target());
        Set<String> all = new LinkedHashSet<>(actors);
        all.addAll(hit);
        List<Phrase> cautions = new ArrayList<>(binding.listMixed(all));
        List<String> bound = binding.listBound(actors);
        if (!bound.isEmpty() && bound.size() < actors.size()) {
            List<String> others =
                    actors.stream().filter(a -> !bound.contains(a)).toList();
            cautions.add(Phrase.of(
                    "terms.caution-joint",
                    Wording.names(book, bound),
                    Wording.names(book, others)));
        }
        return new PartyAnswer(
                bound.isEmpty() ? binding.notBound(actors) : parties(bound, hit, acted.target()),
                binding.notExempt(actors, hit, acted.target()),
                actors.isEmpty() ? Optional.empty() : Optional.of(Wording.names(book, actors)),
                cautions);
    }

    private Finding.Test parties(List<String> bound, List<String> hit, Told.Target target) {
        Phrase names = Wording.names(book, bound);
        Set<Standing> sides = bound.stream().map(binding::standing).collect(Collectors.toSet());
        if (sides.size() > 1) {
            return Binding.parties(Truth.UNKNOWN, Phrase.of("terms.parties-both-acted", names));
        }
        if (target instanceof Told.Withheld) {
            return Binding.parties(
                    Truth.UNKNOWN, Phrase.of("terms.parties-target-withheld", names));
        }
        boolean otherSideHit = binding.listBound(hit).stream()
                .anyMatch(id -> !sides.contains(binding.standing(id)));
        if (hit.isEmpty() || otherSideHit) {
            return Binding.parties(Truth.YES, Phrase.of("terms.parties-acted", names));
        }
        List<String> unclear = binding.listWith(hit, Standing.UNCLEAR);
        return unclear.isEmpty()
                ? Binding.parties(
                        Truth.NO,
                        Phrase.of("terms.parties-target-other", names, Wording.names(book, hit)))
                : binding.partiesUnlessBound(unclear.getFirst());
    }
}
