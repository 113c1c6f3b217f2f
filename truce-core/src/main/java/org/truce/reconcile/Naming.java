package org.truce.reconcile;

import org.truce.record.ActorBook;
import org.truce.record.Participants;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whom a report accuses, as against whom it only says to have been fighting. */
public final class Naming {
    private Naming() {}

    /** The actors said to have done it, jointly; empty when the source does not say or know. */
    public static List<String> accused(Participants participants, ActorBook book) {
        return switch (participants) {
            case Participants.Alleged alleged ->
                sides(alleged, book).isPresent() ? List.of() : book.resolve(alleged.actor());
            case Participants.Fighting fighting -> List.of();
        };
    }

    /** All whom it names: as having done it, or as one of those who fought. */
    public static List<String> named(Participants participants, ActorBook book) {
        return switch (participants) {
            case Participants.Alleged alleged -> accused(alleged, book);
            case Participants.Fighting fighting ->
                Stream.of(fighting.sideA(), fighting.sideB())
                        .map(book::resolve)
                        .flatMap(List::stream)
                        .toList();
        };
    }

    /** The two sides that fought with nobody said to have begun; a label may mean that as well. */
    static Optional<Participants.Fighting> sides(Participants participants, ActorBook book) {
        return switch (participants) {
            case Participants.Alleged alleged ->
                book.findTwoSided(alleged.actor())
                        .map(label -> new Participants.Fighting(label.sideA(), label.sideB()));
            case Participants.Fighting fighting -> Optional.of(fighting);
        };
    }
}
