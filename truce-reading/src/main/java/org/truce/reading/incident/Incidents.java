package org.truce.reading.incident;

import org.truce.base.EventType;
import org.truce.reading.incident.Incident.Losses;
import org.truce.reading.text.Prepared;
import org.truce.reading.text.Span;
import org.truce.reading.tokens.Lines;
import org.truce.reading.tokens.Sentence;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads incidents out of a text in English, in time linear in its length. What a speaker says is
 * read as the narrator's words are; the spans say which statement covers it.
 */
public final class Incidents {
    /** Losses told that many sentences later are still those of the incident before. */
    private static final int LATER = 2;

    /** A search may take milliseconds, and a hostile text may hold a million names. */
    private static final int MOST_NAMES = 2_000;

    private final Places places;
    private final Map<String, List<Places.Place>> asked = new HashMap<>();
    private final Optional<LocalDate> document;
    private final List<Incident> incidents = new ArrayList<>();
    private Optional<LocalDate> before = Optional.empty();
    private int since = LATER + 1;

    private Incidents(Optional<LocalDate> document, Places places) {
        this.document = document;
        this.places = words -> asked.size() < MOST_NAMES || asked.containsKey(words)
                ? asked.computeIfAbsent(words, places::find)
                : List.of();
    }

    /**
     * The incidents in the order of their words.
     *
     * @param document its date, from which "on Tuesday" is reckoned; without one only full dates
     *     are told
     */
    public static List<Incident> read(
            Prepared prepared, Optional<LocalDate> document, Places places) {
        Incidents reading = new Incidents(document, places);
        Lines.of(prepared).forEach(reading::read);
        return List.copyOf(reading.incidents);
    }

    private void read(Sentence sentence) {
        since = sentence.afterBlank() ? LATER + 1 : since + 1;
        boolean any = false;
        for (Clause clause : Clause.of(sentence)) {
            Optional<Incident> incident = new IncidentReader(clause, places).read(document, before);
            if (incident.isPresent()) {
                incidents.add(incident.get());
                before = incident.get().date().or(() -> before);
                since = 0;
                any = true;
            }
        }
        if (!any) {
            losses(sentence);
        }
    }

    /** Losses of the incident before, or an incident of which only they are told. */
    private void losses(Sentence sentence) {
        Toll toll = Toll.of(sentence, 0, sentence.size());
        if (toll.isEmpty()) {
            return;
        }
        if (since <= LATER && !incidents.isEmpty()) {
            Incident last = incidents.removeLast();
            incidents.add(with(last, toll, sentence));
            return;
        }
        boolean dead = toll.killed()
                .filter(killed -> !killed.most().equals(Optional.of(0)))
                .isPresent();
        if (dead) {
            lethal(sentence, toll).ifPresent(incidents::add);
        }
    }

    private static Incident with(Incident last, Toll toll, Sentence sentence) {
        Span more = sentence.span(0, sentence.size());
        Optional<Losses> killed = last.killed().or(toll::killed);
        Optional<Losses> injured = last.injured().or(toll::injured);
        boolean same = killed.equals(last.killed()) && injured.equals(last.injured());
        return same
                ? last
                : new Incident(
                        new Span(last.span().start(), more.end()),
                        last.cue(),
                        last.type(),
                        last.place(),
                        last.point(),
                        last.candidates(),
                        last.date(),
                        last.actor(),
                        last.target(),
                        last.weapon(),
                        killed,
                        injured,
                        last.realis(),
                        last.rule(),
                        last.flags());
    }

    private Optional<Incident> lethal(Sentence sentence, Toll toll) {
        Optional<Spot.Found> spot = new Spot(sentence).find(0, 0, sentence.size());
        if (spot.isEmpty()) {
            return Optional.empty();
        }
        List<Places.Place> candidates = places.find(spot.get().words());
        Set<Incident.Flag> flags = EnumSet.noneOf(Incident.Flag.class);
        if (candidates.size() > 1) {
            flags.add(Incident.Flag.PLACE_AMBIGUOUS);
        } else if (candidates.isEmpty()) {
            flags.add(Incident.Flag.PLACE_UNKNOWN);
        }
        return Optional.of(new Incident(
                sentence.span(0, sentence.size()),
                sentence.span(0, sentence.size()),
                EventType.LETHAL_EVENT,
                Optional.of(spot.get().words()),
                candidates.size() == 1
                        ? Optional.of(candidates.getFirst().point())
                        : Optional.empty(),
                candidates,
                new When(sentence, document, before, false).find(0, sentence.size()),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                toll.killed(),
                toll.injured(),
                Realis.HAPPENED,
                Rule.LOSSES,
                flags));
    }
}
