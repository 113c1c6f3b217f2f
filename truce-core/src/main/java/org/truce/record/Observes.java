package org.truce.record;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** What a register watches, and how evenly. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "how")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Observes.Steadily.class, name = "steadily"),
    @JsonSubTypes.Type(value = Observes.WhereCovered.class, name = "where-covered"),
    @JsonSubTypes.Type(value = Observes.Unevenly.class, name = "unevenly")
})
public sealed interface Observes {
    /**
     * It watches one kind of thing with even effort over the whole span of its rows, so that their
     * number can carry a rate.
     *
     * @param unit what one row counts, for example "lethal event"
     */
    record Steadily(String unit) implements Observes {}

    /**
     * It watches one kind of thing where and when its coverage entries say, so that their number
     * over that can carry a rate.
     *
     * @param unit what one row counts, for example "explosion"
     */
    record WhereCovered(String unit) implements Observes {}

    /** Its effort is uneven or unknown: its rows say what happened, never how often. */
    record Unevenly() implements Observes {}
}
