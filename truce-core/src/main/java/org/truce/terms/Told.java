package org.truce.terms;

import org.truce.record.Participants;

/** Who took part as a source tells it, without the salts that make equal texts differ. */
sealed interface Told {
    Target NOTHING_SAID = new NotSaid();

    /** Two sides fought. */
    record Fought(String sideA, String sideB) implements Told {}

    /** One side is said to have acted, or nobody knows who. */
    record Acted(String actor, Target target) implements Told {}

    /** Who or what was hit. */
    sealed interface Target {}

    /** In the coder's words. */
    record Said(String text) implements Target {}

    /** The source does not say. */
    record NotSaid() implements Target {}

    /** It is protected, and this reader does not have it. */
    record Withheld() implements Target {}

    static Told by(Participants participants) {
        return switch (participants) {
            case Participants.Fighting fighting -> new Fought(fighting.sideA(), fighting.sideB());
            case Participants.Alleged alleged ->
                new Acted(
                        alleged.actor(),
                        alleged.target()
                                .<Target>map(guarded -> guarded.find()
                                        .<Target>map(Said::new)
                                        .orElseGet(Withheld::new))
                                .orElse(NOTHING_SAID));
        };
    }
}
