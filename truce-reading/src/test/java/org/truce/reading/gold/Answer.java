package org.truce.reading.gold;

import org.truce.base.EventType;
import org.truce.reading.incident.Realis;
import org.truce.reading.statement.Form;
import org.truce.reading.text.Span;
import org.truce.record.StatementKind;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a reader took out of one text. */
record Answer(List<Said> statements, List<Cell> cells, List<Happened> incidents) {
    Answer {
        statements = List.copyOf(statements);
        cells = List.copyOf(cells);
        incidents = List.copyOf(incidents);
    }

    /**
     * One statement.
     *
     * @param content in code points of the text
     * @param speaker the name or institution it was resolved to; empty where it was not
     */
    record Said(Span content, Form form, Optional<String> speaker, StatementKind kind) {}

    /** One count of a bulletin. */
    record Cell(
            Optional<String> side,
            Optional<String> place,
            int count,
            Optional<Integer> statedTotal,
            boolean consistent) {}

    /** One incident; a bound that is empty is open or not given. */
    record Happened(
            EventType type,
            Optional<String> place,
            Optional<LocalDate> date,
            Optional<String> actor,
            Optional<String> target,
            Optional<String> weapon,
            Bounds killed,
            Bounds injured,
            Realis realis) {}

    /** The least and the greatest number of people. */
    record Bounds(Optional<Integer> least, Optional<Integer> most) {
        static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty());

        boolean isEmpty() {
            return least.isEmpty() && most.isEmpty();
        }
    }
}
