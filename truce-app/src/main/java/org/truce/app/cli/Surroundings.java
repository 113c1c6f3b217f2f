package org.truce.app.cli;

import java.io.InputStream;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.Map;

/**
 * What a command meets outside: where results go, where messages go, and what time it is.
 *
 * @param out results only, JSON or a report's text
 * @param err messages to a person
 * @param in what a command reads that is told to read from standard input
 * @param environment the variables set by whoever started the command
 */
record Surroundings(
        PrintWriter out,
        PrintWriter err,
        InputStream in,
        Clock clock,
        Map<String, String> environment) {
    Surroundings {
        out = Plain.writer(out, false);
        err = Plain.writer(err, true);
    }

    /** With nothing to read. */
    Surroundings(PrintWriter out, PrintWriter err, Clock clock, Map<String, String> environment) {
        this(out, err, InputStream.nullInputStream(), clock, environment);
    }
}
