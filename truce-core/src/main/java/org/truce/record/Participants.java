package org.truce.record;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

import java.util.Optional;

/** Who took part, as far as the source says. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "how")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Participants.Alleged.class, name = "alleged"),
    @JsonSubTypes.Type(value = Participants.Fighting.class, name = "fighting")
})
public sealed interface Participants {
    /**
     * The source names who did it, or says that it does not know.
     *
     * @param actor the label as the source has it; empty when the source is silent
     * @param target who or what was hit, in the coder's words
     */
    record Alleged(String actor, Optional<Guarded> target) implements Participants {}

    /** Two sides fought; the source does not say who fired first. */
    record Fighting(String sideA, String sideB) implements Participants {}
}
