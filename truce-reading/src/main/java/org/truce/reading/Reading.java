package org.truce.reading;

import org.truce.reading.bulletin.Tally;
import org.truce.reading.incident.Incident;
import org.truce.reading.statement.Statement;

import java.util.List;

/** What a text says, each in the order of its first character; proposals, not entries. */
public record Reading(
        Document document,
        List<Statement> statements,
        List<Tally> tallies,
        List<Incident> incidents) {
    public Reading {
        statements = List.copyOf(statements);
        tallies = List.copyOf(tallies);
        incidents = List.copyOf(incidents);
    }
}
