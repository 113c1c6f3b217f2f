package org.truce.assess;

import org.truce.base.EventType;
import org.truce.base.Means;
import org.truce.base.Moment;
import org.truce.base.Occurred;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.base.Watch;
import org.truce.record.Account;
import org.truce.record.Casualties;
import org.truce.record.Entry;
import org.truce.record.Participants;
import org.truce.record.Place;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A report for a test: shelling by reds in the middle of both readings of the square on one day,
 * published the day after, unless the test says otherwise.
 */
public final class HandReport {
    private final String register;
    private final String id;
    private String source = "an observer";
    private Optional<String> note = Optional.empty();
    private Optional<String> url = Optional.empty();
    private String from;
    private String to;
    private TimePrecision timePrecision = TimePrecision.DAY;
    private Optional<LocalDate> published;
    private String placeName = "Midtown";
    private Optional<String> admin1 = Optional.of("Squareland");
    private Optional<String> point = Optional.of("32.5,36.25");
    private PlacePrecision placePrecision = PlacePrecision.TOWN;
    private EventType type = EventType.ARTILLERY_SHELLING;
    private Participants participants = new Participants.Alleged("reds", Optional.empty());
    private Casualties casualties = Casualties.NOT_SAID;
    private Optional<String> sameAs = Optional.empty();

    public HandReport(String register, String id, String day) {
        this.register = register;
        this.id = id;
        from = day;
        to = day;
        published = Optional.of(Moment.get(day).writtenDate().plusDays(1));
    }

    public HandReport source(String name) {
        source = name;
        return this;
    }

    public HandReport note(String text) {
        note = Optional.of(text);
        return this;
    }

    public HandReport url(String page) {
        url = Optional.of(page);
        return this;
    }

    public HandReport until(String moment) {
        to = moment;
        return this;
    }

    public HandReport knownTo(TimePrecision precision) {
        timePrecision = precision;
        return this;
    }

    public HandReport published(Optional<LocalDate> day) {
        published = day;
        return this;
    }

    public HandReport at(String name, String latLon, PlacePrecision precision) {
        placeName = name;
        point = Optional.of(latLon).filter(text -> !text.isEmpty());
        placePrecision = precision;
        return this;
    }

    public HandReport in(String governorate) {
        admin1 = Optional.of(governorate).filter(text -> !text.isEmpty());
        return this;
    }

    public HandReport type(EventType what) {
        type = what;
        return this;
    }

    public HandReport by(String actor) {
        participants = new Participants.Alleged(actor, Optional.empty());
        return this;
    }

    public HandReport by(String actor, String target) {
        participants = new Participants.Alleged(actor, Optional.of(HandRecord.open(target)));
        return this;
    }

    public HandReport between(String sideA, String sideB) {
        participants = new Participants.Fighting(sideA, sideB);
        return this;
    }

    public HandReport killed(int killed, int civilians) {
        casualties = new Casualties(
                OptionalInt.of(killed),
                OptionalInt.empty(),
                OptionalInt.of(killed),
                OptionalInt.of(civilians),
                OptionalInt.of(1));
        return this;
    }

    public HandReport sameAs(String other) {
        sameAs = Optional.of(other);
        return this;
    }

    public Entry.Report report() {
        return new Entry.Report(
                register,
                id,
                HandRecord.ENTERED,
                account(),
                type,
                OptionalInt.of(3),
                participants,
                casualties,
                sameAs,
                Optional.empty());
    }

    public Entry.CalmReport calm() {
        return new Entry.CalmReport(register, id, HandRecord.ENTERED, account());
    }

    /** What a camera, post or patrol of that name made of the report's time and place. */
    public Entry.Coverage coverage(String site, Watch watch) {
        return new Entry.Coverage(
                register,
                id,
                HandRecord.ENTERED,
                account(),
                site,
                Means.CAMERA,
                watch,
                watch == Watch.WATCHED ? Optional.empty() : Optional.of("reds"),
                Optional.empty());
    }

    public Entry.SummaryReport summary() {
        return new Entry.SummaryReport(
                register,
                id,
                HandRecord.ENTERED,
                account(),
                type,
                OptionalInt.of(40),
                participants,
                casualties);
    }

    private Account account() {
        return new Account(
                HandRecord.open(source),
                Optional.empty(),
                url.map(HandRecord::open),
                published,
                new Occurred(Moment.get(from), Moment.get(to), timePrecision),
                new Place(
                        HandRecord.open(placeName),
                        admin1,
                        point.map(HandRecord::open),
                        placePrecision),
                note.map(HandRecord::open));
    }
}
