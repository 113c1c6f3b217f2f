package org.truce.terms;

import org.truce.base.ActGroup;
import org.truce.base.Phrase;
import org.truce.base.Truth;
import org.truce.record.Agreement;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Whether what was done is among the acts that a prohibition forbids. */
final class ActTest {
    private static final Set<ActGroup> FORCE = EnumSet.of(
            ActGroup.AIR_ATTACK,
            ActGroup.SHELLING,
            ActGroup.GROUND_FIRE,
            ActGroup.EXPLOSIVE_DEVICE,
            ActGroup.TARGETED_KILLING);

    private final Map<ActGroup, Finding.Test> answers = new EnumMap<>(ActGroup.class);

    ActTest(Agreement.Prohibition prohibition) {
        for (ActGroup group : ActGroup.values()) {
            answers.put(group, answer(group, prohibition));
        }
    }

    Finding.Test of(ActGroup group) {
        return Objects.requireNonNull(answers.get(group));
    }

    private static Finding.Test answer(ActGroup group, Agreement.Prohibition prohibition) {
        Phrase act = Phrase.of("terms.act-" + group.code());
        if (prohibition.acts().contains(group)) {
            return test(Truth.YES, Phrase.of("terms.act-forbidden", act));
        }
        return switch (group) {
            case UNSPECIFIED -> test(Truth.UNKNOWN, Phrase.of("terms.act-not-said"));
            case VIOLENCE_AGAINST_CIVILIANS ->
                // A clause on movements says nothing of violence, whomever it hits.
                Collections.disjoint(FORCE, prohibition.acts())
                                && !prohibition.acts().contains(ActGroup.FORCE_UNSPECIFIED)
                        ? test(Truth.NO, Phrase.of("terms.act-not-forbidden", act))
                        : test(Truth.UNKNOWN, Phrase.of("terms.act-civilians-open"));
            case FORCE_UNSPECIFIED ->
                // Force of an unknown kind may be of a kind that is forbidden.
                Collections.disjoint(FORCE, prohibition.acts())
                        ? test(Truth.NO, Phrase.of("terms.act-not-forbidden", act))
                        : test(Truth.UNKNOWN, Phrase.of("terms.act-not-said"));
            case AIR_ATTACK,
                    SHELLING,
                    GROUND_FIRE,
                    EXPLOSIVE_DEVICE,
                    TARGETED_KILLING,
                    OVERFLIGHT,
                    MOVEMENT,
                    ACCESS,
                    DETENTION -> test(Truth.NO, Phrase.of("terms.act-not-forbidden", act));
        };
    }

    private static Finding.Test test(Truth holds, Phrase because) {
        return new Finding.Test(Finding.Aspect.ACT, holds, because);
    }
}
