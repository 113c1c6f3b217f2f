package org.truce.app.cli;

import org.truce.base.Phrases;
import org.truce.reading.Reading;
import org.truce.reading.bulletin.Tally;
import org.truce.reading.incident.Incident;
import org.truce.reading.statement.Speaker;
import org.truce.reading.statement.Statement;
import org.truce.reading.text.Original;
import org.truce.reading.text.Span;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;

/** What was read, for people: two lines each, columns parted by tabs and below them the words. */
final class ReadText {
    private static final String UNSAID = "-";

    private final Original original;
    private final PrintWriter out;

    ReadText(Original original, PrintWriter out) {
        this.original = original;
        this.out = out;
    }

    void print(Reading reading) {
        reading.statements().forEach(this::print);
        reading.tallies().forEach(this::print);
        reading.incidents().forEach(this::print);
    }

    /** A statement: its place, kind and form, who speaks. */
    void print(Statement statement) {
        print(
                statement.content(),
                Phrases.in("en").say("show.statement." + statement.kind().code()),
                statement.form().code(),
                speaker(statement.speaker()),
                String.join(" ", statement.flags()));
    }

    /** A count: its place, what was counted, how many of which total, whose, where. */
    private void print(Tally tally) {
        print(
                tally.span(),
                "count",
                tally.unit().orElse(UNSAID),
                tally.count() + tally.statedTotal().map(total -> " of " + total).orElse(""),
                said(tally.side()),
                said(tally.place()),
                tally.rule().code(),
                flags(tally.flags().stream().map(Tally.Flag::code)));
    }

    /** An incident: its place, type, whether it happened, when, where, who to whom. */
    private void print(Incident incident) {
        print(
                incident.span(),
                "incident",
                incident.type().code(),
                incident.realis().code(),
                said(incident.date().map(LocalDate::toString)),
                said(incident.place()),
                said(incident.actor()),
                said(incident.target()),
                losses(incident),
                incident.rule().code(),
                flags(incident.flags().stream().map(Incident.Flag::code)));
    }

    private static String losses(Incident incident) {
        String killed = incident.killed().map(one -> "killed " + range(one)).orElse("");
        String injured = incident.injured().map(one -> "injured " + range(one)).orElse("");
        String both = (killed + (killed.isEmpty() || injured.isEmpty() ? "" : ", ") + injured);
        return both.isEmpty() ? UNSAID : both;
    }

    /** "3", "at least 3", "up to 5", "3 to 5". */
    private static String range(Incident.Losses losses) {
        if (losses.least().equals(losses.most())) {
            return losses.least().map(String::valueOf).orElse(UNSAID);
        }
        if (losses.most().isEmpty()) {
            return "at least " + losses.least().orElseThrow();
        }
        return losses.least().map(least -> least + " to ").orElse("up to ")
                + losses.most().orElseThrow();
    }

    private static String flags(Stream<String> codes) {
        return String.join(" ", codes.sorted().toList());
    }

    private static String said(Optional<String> words) {
        return words.orElse(UNSAID);
    }

    private void print(Span span, String... columns) {
        StringBuilder line = new StringBuilder();
        line.append(span.start()).append('-').append(span.end());
        for (String column : columns) {
            line.append('\t').append(Plain.column(column));
        }
        out.println(line);
        out.println("  " + Plain.column(original.text(span)));
    }

    private static String speaker(Speaker speaker) {
        if (!speaker.candidates().isEmpty()) {
            return "%s (one of: %s)"
                    .formatted(speaker.text(), String.join(", ", speaker.candidates()));
        }
        return speaker.name().orElse(speaker.text() + " (unresolved)");
    }
}
