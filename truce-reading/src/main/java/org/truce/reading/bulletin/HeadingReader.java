package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Scopes.Scope;
import org.truce.reading.bulletin.Who.Named;
import org.truce.reading.tokens.Sentence;

import java.util.List;
import java.util.Optional;

/** What a sentence says of those after it. */
record HeadingReader(
        Sentence sentence, List<Item> items, Who who, Around around, List<Scope> scopes) {
    /** Whether it begins with whoever only counts. */
    boolean isRecorders() {
        return items.getFirst() instanceof Item.Side side && !side.party();
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
            Heading made = new Heading(
                    side, around.headingThing(), around.headingPlace(), scopes.getLast(), false);
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
        boolean line = sentence.newLine() && !(items.getLast() instanceof Item.Sign);
        Scope scope = scopes.contains(Scope.CUMULATIVE) ? Scope.CUMULATIVE : Scope.OWN;
        return line
                ? around.headingThing()
                        .filter(thing -> thing.kind() != Thing.Kind.OTHER)
                        .map(thing -> Heading.title(thing, scope))
                : Optional.empty();
    }
}
