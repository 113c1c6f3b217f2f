package org.truce.terms;

import org.truce.base.ActGroup;
import org.truce.base.Moment;
import org.truce.record.ActorBook;
import org.truce.record.Agreement;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Guarded;
import org.truce.record.Participants;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/** A small agreement between two invented sides about a square: 36 to 37 east, 32 to 33 north. */
final class HandMade {
    static final Participants FIGHT = new Participants.Fighting("reds", "blues");
    static final List<ActGroup> SHELLING_ONLY = List.of(ActGroup.SHELLING);

    private static final String SQUARE = """
        {"type":"Polygon","coordinates":[[[36,32],[37,32],[37,33],[36,33],[36,32]]]}\
        """;

    private HandMade() {}

    static Agreement agreement(
            String from, List<ActGroup> acts, List<String> whole, List<String> partly) {
        Agreement.Citation citation =
                new Agreement.Citation(List.of(), Agreement.Certainty.INFERRED);
        Agreement.Words words = new Agreement.Words("text", Optional.empty());
        return new Agreement(
                "hand-made",
                words,
                ZoneId.of("Asia/Damascus"),
                Optional.of(LocalDate.of(2017, 7, 7)),
                Moment.find(from),
                Optional.empty(),
                List.of("reds", "blues"),
                List.of(),
                List.of(),
                List.of(new Agreement.AreaTerms(
                        "square",
                        List.of(new Agreement.ReadingTerms(
                                Optional.empty(), Optional.empty(), whole, partly)))),
                List.of(actor("reds"), actor("blues")),
                List.of(),
                List.of(new Agreement.Prohibition(
                        "truce",
                        words,
                        citation,
                        acts,
                        List.of(List.of("reds"), List.of("blues")),
                        List.of(),
                        List.of("square"))));
    }

    private static Agreement.Actor actor(String id) {
        return new Agreement.Actor(
                id, new Agreement.Words(id, Optional.empty()), List.of(), Optional.empty());
    }

    /** The square with a precision of a kilometre; an empty text means no such moment. */
    static Entry.AreaOutline outline(String from, String to) {
        return new Entry.AreaOutline(
                "hand",
                "square",
                new Entered(new Guarded.Clear("hand.geojson"), 1),
                "square",
                "The square",
                Optional.empty(),
                Optional.empty(),
                Moment.find(from),
                Moment.find(to),
                1000,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                SQUARE,
                Optional.empty());
    }

    static Terms terms(Agreement agreement, Entry.AreaOutline outline) {
        return new Terms(List.of(agreement), List.of(outline), new ActorBook(List.of(agreement)));
    }
}
