package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Scopes.Scope;
import org.truce.reading.bulletin.Who.Named;
import org.truce.reading.tokens.Sentence;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a sentence says of those after it. */
record HeadingReader(
        Sentence sentence, List<Item> items, Who who, Around around, List<Scope> scopes) {
    private static final Set<String> SPENT = Set.of("fired", "used", "expended", "ammunition");

    /** Whether it begins with whoever only counts. */
    boolean isRecorders() {
        return items.stream()
                .takeWhile(item -> !item.is(Mark.REGISTER) && !item.is(Mark.VIOLATE))
                .filter(Item.Side.class::isInstance)
                .findFirst()
                .filter(item -> item instanceof Item.Side side && !side.party())
                .isPresent();
    }

    /** The side with which it begins, for a pronoun in the next. */
    Optional<String> subject() {
        if (items.getFirst() instanceof Item.Side side && side.party()) {
            return Optional.of(side.words());
        }
        int verb = around.first(Mark.VIOLATE, 0);
        return verb < 0 ? Optional.empty() : who.before(verb + 1).side();
    }

    /** What the sentence says of the lines below it, if it counts nothing itself. */
    Optional<Heading> heading() {
        boolean opens = items.getLast().isSign(":");
        if (opens) {
            Named named = who.before(items.size() - 1);
            Optional<String> side = named.side().or(around::headingSide).or(this::subject);
            Heading made =
                    new Heading(side, thing(), around.headingPlace(), scopes.getLast(), false);
            return Optional.of(made);
        }
        boolean issuer = items.getLast().isSign(".") && sentence.afterBlank();
        if (sentence.newLine()
                && !issuer
                && items.size() <= 3
                && items.getFirst() instanceof Item.Side side) {
            Optional<String> party = side.party() ? Optional.of(side.words()) : Optional.empty();
            return Optional.of(
                    new Heading(party, Optional.empty(), Optional.empty(), Scope.OWN, false));
        }
        boolean line = sentence.newLine() && !(items.getLast() instanceof Item.Sign) && !isCell();
        Scope scope = scopes.contains(Scope.CUMULATIVE) ? Scope.CUMULATIVE : Scope.OWN;
        return line
                ? around.headingThing()
                        .filter(thing -> thing.kind() != Thing.Kind.OTHER)
                        .map(thing -> Heading.title(thing, scope))
                : Optional.empty();
    }

    /** "mortar bombs - 14" is a line of a list. */
    private boolean isCell() {
        return items.getLast() instanceof Item.Number
                && items.size() > 1
                && items.get(items.size() - 2) instanceof Item.Sign;
    }

    /** "The following were fired:" heads what was spent and no breaches. */
    private Optional<Thing> thing() {
        boolean spent = sentence.tokens().stream().anyMatch(token -> SPENT.contains(token.norm()));
        return around.headingThing()
                .or(() -> spent ? Optional.of(Thing.NO_BREACH) : Optional.empty());
    }
}
