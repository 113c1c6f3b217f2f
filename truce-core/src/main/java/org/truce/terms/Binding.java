package org.truce.terms;

import org.truce.base.Phrase;
import org.truce.base.Truth;
import org.truce.record.ActorBook;
import org.truce.record.Agreement;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** How each actor stands to one prohibition and the exemptions from it. */
final class Binding {
    /** People who take no part in the fighting; by this id the agreements declare them. */
    private static final String CIVILIANS = "civilians";

    private static final Pattern WHEREABOUTS = Pattern.compile("[\\p{L}]+-held\\b|\\bnear\\b.*");

    private final ActorBook book;
    private final Set<String> firstSide;
    private final Set<String> secondSide;
    private final Set<String> unclear;
    private final boolean directed;
    private final Map<String, String> exemptionByGroup = new HashMap<>();

    Binding(ActorBook book, Agreement agreement, Agreement.Prohibition prohibition) {
        this.book = book;
        firstSide = Set.copyOf(
                prohibition.directed()
                        ? prohibition.by()
                        : prohibition.between().getFirst());
        secondSide = Set.copyOf(
                prohibition.directed()
                        ? prohibition.against()
                        : prohibition.between().getLast());
        directed = prohibition.directed();
        unclear = Set.copyOf(prohibition.bindingUnclear());
        for (Agreement.Provision provision : agreement.provisions()) {
            if (provision instanceof Agreement.Exemption exemption
                    && exemption.from().contains(prohibition.id())) {
                exemption.groups().forEach(id -> exemptionByGroup.putIfAbsent(id, exemption.id()));
            }
        }
    }

    /** How an actor stands to the prohibition. */
    enum Standing {
        FIRST_SIDE,
        SECOND_SIDE,
        /** An exemption names it. */
        EXCLUDED,
        /** The known terms do not say whether it is bound. */
        UNCLEAR,
        /** An agreement names it, and the prohibition does not bind it. */
        NOT_BOUND,
        /** No agreement names it. */
        NOT_NAMED;

        boolean bound() {
            return this == FIRST_SIDE || this == SECOND_SIDE;
        }
    }

    ActorBook book() {
        return book;
    }

    Standing standing(String idOrLabel) {
        if (exemptionByGroup.containsKey(idOrLabel)) {
            return Standing.EXCLUDED;
        }
        if (unclear.contains(idOrLabel)) {
            return Standing.UNCLEAR;
        }
        if (firstSide.contains(idOrLabel)) {
            return Standing.FIRST_SIDE;
        }
        if (secondSide.contains(idOrLabel)) {
            return Standing.SECOND_SIDE;
        }
        return book.find(idOrLabel).isPresent() ? Standing.NOT_BOUND : Standing.NOT_NAMED;
    }

    /**
     * The actors that a text about who or what was hit names, civilians aside: fire that hits them
     * is still fire. Whereabouts ("government-held town", "near army garrison") do not say who was
     * hit.
     */
    List<String> listNamedIn(Told.Target target) {
        if (!(target instanceof Told.Said said)) {
            return List.of();
        }
        return listAllNamedIn(said).stream().filter(id -> !id.equals(CIVILIANS)).toList();
    }

    /** As {@link #listNamedIn}, civilians among them. */
    List<String> listAllNamedIn(Told.Said target) {
        return book.listNamedIn(WHEREABOUTS.matcher(target.text()).replaceAll(" "));
    }

    /** What to tell a reader of labels that lump bound and excluded groups together. */
    List<Phrase> listMixed(Collection<String> actors) {
        return actors.stream()
                .flatMap(id -> book.find(id).stream())
                .flatMap(actor -> actor.mixed().stream())
                .map(words -> Phrase.of("terms.caution-mixed", Wording.words(words)))
                .toList();
    }

    /** The answer for an actor that is not plainly bound. Throws for one that is. */
    Finding.Test partiesUnlessBound(String idOrLabel) {
        Phrase name = Wording.name(book, idOrLabel);
        return switch (standing(idOrLabel)) {
            case EXCLUDED, NOT_BOUND ->
                parties(Truth.NO, Phrase.of("terms.parties-not-bound", name));
            case UNCLEAR -> parties(Truth.UNKNOWN, Phrase.of("terms.parties-unclear", name));
            case NOT_NAMED -> parties(Truth.UNKNOWN, Phrase.of("terms.parties-not-named", name));
            case SECOND_SIDE -> {
                if (directed) {
                    yield parties(Truth.NO, Phrase.of("terms.parties-not-bound", name));
                }
                throw new IllegalArgumentException("bound by the provision: " + idOrLabel);
            }
            case FIRST_SIDE ->
                throw new IllegalArgumentException("bound by the provision: " + idOrLabel);
        };
    }

    List<String> listWith(Collection<String> actors, Standing standing) {
        return actors.stream().filter(actor -> standing(actor) == standing).toList();
    }

    List<String> listBound(Collection<String> actors) {
        return actors.stream().filter(actor -> standing(actor).bound()).toList();
    }

    /** No when an exemption covers all these actors, open when it covers some of them. */
    Finding.Test notExempt(Collection<String> actors) {
        List<String> excluded = listWith(actors, Standing.EXCLUDED);
        Set<String> others = new HashSet<>(actors);
        others.removeAll(excluded);
        if (excluded.isEmpty()) {
            List<String> notNamed = listWith(actors, Standing.NOT_NAMED);
            return notNamed.isEmpty()
                    ? exemption(Truth.YES, Phrase.of("terms.exempt-none"))
                    : exemption(
                            Truth.UNKNOWN,
                            Phrase.of("terms.exempt-not-named", Wording.names(book, notNamed)));
        }
        return others.isEmpty()
                ? exempt(excluded)
                : exemption(
                        Truth.UNKNOWN,
                        Phrase.of("terms.exempt-together", Wording.names(book, actors)));
    }

    /** The answer for groups that an exemption names. */
    Finding.Test exempt(List<String> excluded) {
        String exemption =
                Optional.ofNullable(exemptionByGroup.get(excluded.getFirst())).orElseThrow();
        return exemption(
                Truth.NO,
                Phrase.of("terms.exempt-group", Wording.names(book, excluded), exemption));
    }

    /** Of several actors none of which is bound, the one about whom least is known decides. */
    Finding.Test notBound(List<String> actors) {
        for (Standing standing :
                List.of(Standing.UNCLEAR, Standing.NOT_NAMED, Standing.NOT_BOUND)) {
            List<String> some = listWith(actors, standing);
            if (!some.isEmpty()) {
                return partiesUnlessBound(some.getFirst());
            }
        }
        return actors.isEmpty()
                ? parties(Truth.UNKNOWN, Phrase.of("terms.parties-unknown"))
                : partiesUnlessBound(actors.getFirst());
    }

    /** The answer for who acted and who was hit: an exempt one decides, then an open one. */
    Finding.Test notExempt(List<String> actors, List<String> hit, Told.Target target) {
        Finding.Test byTarget = target instanceof Told.Withheld
                ? exemption(Truth.UNKNOWN, Phrase.of("terms.exempt-target-withheld"))
                : notExempt(hit);
        Finding.Test byActor = actors.isEmpty()
                ? exemption(Truth.UNKNOWN, Phrase.of("terms.exempt-unknown"))
                : notExempt(actors);
        return byActor.holds().compareTo(byTarget.holds()) <= 0 ? byActor : byTarget;
    }

    static Finding.Test exemption(Truth holds, Phrase because) {
        return new Finding.Test(Finding.Aspect.NOT_EXEMPT, holds, because);
    }

    static Finding.Test parties(Truth holds, Phrase because) {
        return new Finding.Test(Finding.Aspect.PARTIES, holds, because);
    }
}
