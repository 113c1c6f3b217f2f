package org.truce.reading.bulletin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A count as parts of a row: one for each of its places. */
final class Parts {
    private Parts() {}

    static List<Row.Part> of(Count count, boolean hidden) {
        List<Optional<String>> places = new ArrayList<>();
        count.where().names().forEach(name -> places.add(Optional.of(name)));
        if (places.isEmpty()) {
            places.add(Optional.empty());
        }
        return places.stream()
                .map(place -> new Row.Part(
                        count.owner().side(),
                        place,
                        count.thing(),
                        count.amount(),
                        count.span(),
                        place.isPresent() ? count.where().rule() : byWhat(count),
                        count.open(),
                        hidden,
                        count.is(Count.Trait.REST),
                        count.is(Count.Trait.DOUBTFUL)))
                .toList();
    }

    private static Rule byWhat(Count count) {
        if (count.least() == 0 && count.is(Count.Trait.NONE)) {
            return Rule.NONE;
        }
        return count.owner().side().isPresent() ? Rule.SIDE : Rule.KIND;
    }
}
