package org.truce.reading.incident;

import org.truce.base.Coded;
import org.truce.base.EventType;
import org.truce.base.LatLon;
import org.truce.reading.text.Span;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One incident as a text tells it. Within a statement it is what the speaker says, not what
 * happened; whoever joins the two goes by the spans. No field names a private person.
 *
 * @param span the words that it rests on: the clause or the sentences
 * @param cue the word that says what happened
 * @param place as the text calls it, without the kind of place
 * @param point of the place, where only one bears the name
 * @param candidates all places that the name may mean, the likeliest first
 * @param date the day, when the text and the document's date give one
 * @param actor who did it, as the text calls them
 * @param target to whom or what, as the text calls them
 * @param weapon as the text calls it
 * @param killed empty where the text says nothing of it
 * @param injured empty where the text says nothing of it
 * @param rule by which it was read
 */
public record Incident(
        Span span,
        Span cue,
        EventType type,
        Optional<String> place,
        Optional<LatLon> point,
        List<Places.Place> candidates,
        Optional<LocalDate> date,
        Optional<String> actor,
        Optional<String> target,
        Optional<String> weapon,
        Optional<Losses> killed,
        Optional<Losses> injured,
        Realis realis,
        Rule rule,
        Set<Flag> flags) {
    /** What there is to know of an incident. */
    public enum Flag implements Coded {
        /** The name of the place may mean several. */
        PLACE_AMBIGUOUS("place-ambiguous"),
        /** No gazetteer that was asked has such a place. */
        PLACE_UNKNOWN("place-unknown"),
        /** The text says when, but not on which day. */
        DATE_INEXACT("date-inexact"),
        /** The name of a person was left out. */
        NAME_WITHHELD("name-withheld");

        private final String code;

        Flag(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * A number of people.
     *
     * @param least empty where the text gives only a greatest ("up to five")
     * @param most empty where the text leaves it open ("at least four")
     */
    public record Losses(Optional<Integer> least, Optional<Integer> most) {
        public Losses {
            boolean reversed = least.isPresent() && most.isPresent() && most.get() < least.get();
            if (least.filter(n -> n < 0).isPresent() || reversed) {
                throw new IllegalArgumentException("no number of people: " + least + most);
            }
        }
    }

    public Incident {
        candidates = List.copyOf(candidates);
        flags = Set.copyOf(flags);
    }

    /** The least number of dead that the text gives. */
    public Optional<Integer> killedMin() {
        return killed.flatMap(Losses::least);
    }

    /** The greatest number of dead that the text gives. */
    public Optional<Integer> killedMax() {
        return killed.flatMap(Losses::most);
    }
}
