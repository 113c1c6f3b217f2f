package org.truce.show;

import org.truce.base.Phrases;
import org.truce.followup.ClaimAnswer;
import org.truce.record.Entry;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A claim beside the evidence, on a page or in a report.
 *
 * @param nowHeading as known now, or on the day that the page asks about
 */
public record ClaimBlock(
        String id,
        String quote,
        String speaker,
        String role,
        String date,
        String url,
        String measure,
        String nowHeading,
        List<View> views) {

    /** Under one reading. */
    public record View(String reading, Side then, Side now) {}

    /** How it stands on one day, and the ids of what that rests on. */
    public record Side(
            String standing,
            String standingWord,
            List<String> because,
            List<String> ids,
            boolean incidents) {}

    public static ClaimBlock of(ClaimAnswer answer, Optional<LocalDate> asKnown, Phrases phrases) {
        Entry.ClaimTest test = answer.test();
        return new ClaimBlock(
                test.id(),
                test.quote(),
                answer.statement()
                        .map(Entry.Statement::speaker)
                        .orElse(phrases.say("show.not-said")),
                answer.statement().map(Entry.Statement::role).orElse(""),
                answer.statement().map(s -> s.date().toString()).orElse(""),
                answer.statement().map(Entry.Statement::url).orElse(""),
                phrases.say("followup.measure." + test.measure().code()),
                asKnown.map(day -> phrases.say("show.as-known-then", day))
                        .orElse(phrases.say("show.as-known-now")),
                answer.views().stream()
                        .map(view -> new View(
                                view.reading()
                                        .map(reading -> Rows.words(reading, phrases))
                                        .orElse(""),
                                side(view.then(), phrases),
                                side(view.now(), phrases)))
                        .toList());
    }

    private static Side side(ClaimAnswer.Side side, Phrases phrases) {
        return new Side(
                side.standing().code(),
                phrases.say("followup.standing." + side.standing().code()),
                side.because().stream().map(phrases::say).toList(),
                side.ids(),
                side.answer().countedEntries().isEmpty()
                        || !side.ids().equals(side.answer().countedEntries()));
    }
}
