package org.truce.reading.bulletin;

import java.util.Optional;

/**
 * What a line that ends with a colon, or stands alone, says of the lines below it.
 *
 * @param scope the time that they count
 * @param title whether it is a line without a colon, below which only a list stands under it
 */
record Heading(
        Optional<String> side,
        Optional<Thing> thing,
        Optional<String> place,
        Scopes.Scope scope,
        boolean title) {
    static final Heading NONE = new Heading(
            Optional.empty(), Optional.empty(), Optional.empty(), Scopes.Scope.OWN, false);

    boolean isOther() {
        return thing.filter(one -> one.kind() == Thing.Kind.OTHER).isPresent();
    }

    static Heading title(Thing thing, Scopes.Scope scope) {
        return new Heading(Optional.empty(), Optional.of(thing), Optional.empty(), scope, true);
    }

    boolean isEmpty() {
        return side.isEmpty() && thing.isEmpty() && place.isEmpty();
    }
}
