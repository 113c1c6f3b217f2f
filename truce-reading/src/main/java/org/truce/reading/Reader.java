package org.truce.reading;

import org.truce.reading.bulletin.Bulletins;
import org.truce.reading.bulletin.Tally;
import org.truce.reading.foreign.ForeignStatements;
import org.truce.reading.incident.Incident;
import org.truce.reading.incident.Incidents;
import org.truce.reading.incident.Places;
import org.truce.reading.statement.Statement;
import org.truce.reading.statement.StatementReader;
import org.truce.reading.text.Language;
import org.truce.reading.text.Original;
import org.truce.reading.text.Parts;
import org.truce.reading.text.Prepared;
import org.truce.reading.text.Span;

import java.time.LocalDate;
import java.util.ArrayList;
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
     * incidents in English; another language gives none yet. A text longer than
     * {@link Parts#LONGEST} is read in parts, each for itself: who is named in one is not known in
     * another.
     *
     * @param date the day the document bears, from which offices and "yesterday" are understood
     * @param language an ISO 639-1 code; recognised from the text where none is given
     */
    public Reading read(Original original, Optional<LocalDate> date, Optional<String> language) {
        String spoken = language.orElseGet(() -> Language.of(original));
        List<Statement> statements = new ArrayList<>();
        List<Incident> incidents = new ArrayList<>();
        List<Tally> tallies = new ArrayList<>();
        for (Span part : Parts.of(original)) {
            Prepared prepared = Prepared.of(original, spoken, part);
            statements.addAll(
                    spoken.equals("en")
                            ? StatementReader.read(prepared, date)
                            : ForeignStatements.read(prepared));
            if (spoken.equals("en")) {
                incidents.addAll(Incidents.read(prepared, date, places));
            }
            tallies.addAll(Bulletins.read(prepared));
        }
        return new Reading(
                new Document(original.sha256(), spoken, date), statements, tallies, incidents);
    }
}
