package org.truce.reading;

import org.truce.reading.bulletin.Bulletins;
import org.truce.reading.foreign.ForeignStatements;
import org.truce.reading.incident.Incident;
import org.truce.reading.incident.Incidents;
import org.truce.reading.incident.Places;
import org.truce.reading.statement.Statement;
import org.truce.reading.statement.StatementReader;
import org.truce.reading.text.Language;
import org.truce.reading.text.Original;
import org.truce.reading.text.Prepared;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Reads texts. Models and dictionaries are loaded once, with the first text; any number of threads
 * may read at the same time.
 */
public final class Reader {
    private final Places places;

    /** Knows no places: incidents have names of places and no points. */
    public Reader() {
        this(Places.NONE);
    }

    /** @param places by which the names of places in incidents are looked up */
    public Reader(Places places) {
        this.places = places;
    }

    /** Whether statements are read in a language, an ISO 639-1 code. */
    public static boolean readsStatements(String language) {
        return language.equals("en") || ForeignStatements.reads(language);
    }

    /**
     * What a text says. Statements and counts of bulletins are read in English, Arabic and Russian,
     * incidents in English; another language gives none yet.
     *
     * @param date the day the document bears, from which offices and "yesterday" are understood
     * @param language an ISO 639-1 code; recognised from the text where none is given
     */
    public Reading read(Original original, Optional<LocalDate> date, Optional<String> language) {
        String spoken = language.orElseGet(() -> Language.of(original));
        Prepared prepared = Prepared.of(original, spoken);
        List<Statement> statements = spoken.equals("en")
                ? StatementReader.read(prepared, date)
                : ForeignStatements.read(prepared);
        List<Incident> incidents =
                spoken.equals("en") ? Incidents.read(prepared, date, places) : List.of();
        return new Reading(
                new Document(original.sha256(), spoken, date),
                statements,
                Bulletins.read(prepared),
                incidents);
    }
}
