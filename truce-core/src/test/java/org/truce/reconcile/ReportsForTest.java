package org.truce.reconcile;

import org.truce.base.EventType;
import org.truce.base.Moment;
import org.truce.base.Occurred;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.record.Account;
import org.truce.record.ActorBook;
import org.truce.record.Agreement;
import org.truce.record.Casualties;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Guarded;
import org.truce.record.Participants;
import org.truce.record.Place;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Builds a report for a test: shelling of Dael by government forces on 10 July 2017, in register
 * "A", unless the test says otherwise. 0.01 degree of latitude is 1.112 km.
 */
record ReportsForTest(
        String register,
        String id,
        String source,
        Optional<String> cited,
        Optional<String> url,
        Optional<String> note,
        String from,
        String to,
        TimePrecision timePrecision,
        String placeName,
        Optional<String> governorate,
        Optional<String> point,
        PlacePrecision placePrecision,
        EventType type,
        OptionalInt count,
        Participants participants,
        Casualties casualties,
        Optional<String> sameAs) {
    static final ZoneId DAMASCUS = ZoneId.of("Asia/Damascus");
    static final String GOVERNMENT = "Syrian government forces";
    static final String FACTIONS = "opposition factions";

    static ReportsForTest by(String id, String source) {
        return new ReportsForTest(
                "A",
                id,
                source,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "2017-07-10",
                "2017-07-10",
                TimePrecision.DAY,
                "Dael",
                Optional.of("Daraa"),
                Optional.of("32.76,36.13"),
                PlacePrecision.TOWN,
                EventType.ARTILLERY_SHELLING,
                OptionalInt.empty(),
                alleged(GOVERNMENT),
                Casualties.NOT_SAID,
                Optional.empty());
    }

    static Participants alleged(String actor) {
        return new Participants.Alleged(actor, Optional.empty());
    }

    static Guarded guarded(String value) {
        return new Guarded.Open(value, "00".repeat(16));
    }

    Entry.Report report() {
        Account account = new Account(
                source.isEmpty()
                        ? new Guarded.Withheld(
                                guarded("hidden").findCommitment().orElseThrow())
                        : guarded(source),
                cited.map(ReportsForTest::guarded),
                url.map(ReportsForTest::guarded),
                Optional.of(LocalDate.of(2017, 7, 12)),
                new Occurred(Moment.get(from), Moment.get(to), timePrecision),
                new Place(
                        guarded(placeName),
                        governorate,
                        point.map(ReportsForTest::guarded),
                        placePrecision),
                note.map(ReportsForTest::guarded));
        return new Entry.Report(
                register,
                id,
                new Entered(new Guarded.Clear("test.csv"), 2),
                account,
                type,
                count,
                participants,
                casualties,
                sameAs,
                Optional.empty());
    }

    ReportsForTest in(String otherRegister) {
        return new ReportsForTest(
                otherRegister,
                id,
                source,
                cited,
                url,
                note,
                from,
                to,
                timePrecision,
                placeName,
                governorate,
                point,
                placePrecision,
                type,
                count,
                participants,
                casualties,
                sameAs);
    }

    ReportsForTest citing(String origins) {
        return new ReportsForTest(
                register,
                id,
                source,
                Optional.of(origins),
                url,
                note,
                from,
                to,
                timePrecision,
                placeName,
                governorate,
                point,
                placePrecision,
                type,
                count,
                participants,
                casualties,
                sameAs);
    }

    ReportsForTest on(String page) {
        return new ReportsForTest(
                register,
                id,
                source,
                cited,
                Optional.of(page),
                note,
                from,
                to,
                timePrecision,
                placeName,
                governorate,
                point,
                placePrecision,
                type,
                count,
                participants,
                casualties,
                sameAs);
    }

    ReportsForTest noted(String words) {
        return new ReportsForTest(
                register,
                id,
                source,
                cited,
                url,
                Optional.of(words),
                from,
                to,
                timePrecision,
                placeName,
                governorate,
                point,
                placePrecision,
                type,
                count,
                participants,
                casualties,
                sameAs);
    }

    ReportsForTest when(String start, String end, TimePrecision known) {
        return new ReportsForTest(
                register,
                id,
                source,
                cited,
                url,
                note,
                start,
                end,
                known,
                placeName,
                governorate,
                point,
                placePrecision,
                type,
                count,
                participants,
                casualties,
                sameAs);
    }

    ReportsForTest at(String name, String latLon) {
        return where(name, Optional.of(latLon), placePrecision);
    }

    ReportsForTest where(String name, Optional<String> latLon, PlacePrecision known) {
        return new ReportsForTest(
                register,
                id,
                source,
                cited,
                url,
                note,
                from,
                to,
                timePrecision,
                name,
                governorate,
                latLon,
                known,
                type,
                count,
                participants,
                casualties,
                sameAs);
    }

    ReportsForTest inGovernorate(String name) {
        return new ReportsForTest(
                register,
                id,
                source,
                cited,
                url,
                note,
                from,
                to,
                timePrecision,
                placeName,
                Optional.of(name),
                point,
                placePrecision,
                type,
                count,
                participants,
                casualties,
                sameAs);
    }

    ReportsForTest of(EventType other) {
        return new ReportsForTest(
                register,
                id,
                source,
                cited,
                url,
                note,
                from,
                to,
                timePrecision,
                placeName,
                governorate,
                point,
                placePrecision,
                other,
                count,
                participants,
                casualties,
                sameAs);
    }

    ReportsForTest counting(int shells) {
        return new ReportsForTest(
                register,
                id,
                source,
                cited,
                url,
                note,
                from,
                to,
                timePrecision,
                placeName,
                governorate,
                point,
                placePrecision,
                type,
                OptionalInt.of(shells),
                participants,
                casualties,
                sameAs);
    }

    ReportsForTest who(Participants others) {
        return new ReportsForTest(
                register,
                id,
                source,
                cited,
                url,
                note,
                from,
                to,
                timePrecision,
                placeName,
                governorate,
                point,
                placePrecision,
                type,
                count,
                others,
                casualties,
                sameAs);
    }

    ReportsForTest killed(int low, int high) {
        Casualties people = new Casualties(
                OptionalInt.of(low),
                OptionalInt.empty(),
                OptionalInt.of(high),
                OptionalInt.empty(),
                OptionalInt.empty());
        return new ReportsForTest(
                register,
                id,
                source,
                cited,
                url,
                note,
                from,
                to,
                timePrecision,
                placeName,
                governorate,
                point,
                placePrecision,
                type,
                count,
                participants,
                people,
                sameAs);
    }

    ReportsForTest sameAs(String other) {
        return new ReportsForTest(
                register,
                id,
                source,
                cited,
                url,
                note,
                from,
                to,
                timePrecision,
                placeName,
                governorate,
                point,
                placePrecision,
                type,
                count,
                participants,
                casualties,
                Optional.of(other));
    }

    /** Government, factions and ISIL, and the label "both sides". */
    static ActorBook book() {
        return new ActorBook(List.of(new Agreement(
                "test",
                new Agreement.Words("test", Optional.empty()),
                DAMASCUS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(
                        actor("government", GOVERNMENT, "Government of Syria"),
                        actor("factions", FACTIONS, "FSA"),
                        actor("isil", "ISIL", "IS")),
                List.of(new Agreement.Label("both sides", "government", "factions")),
                List.of())));
    }

    private static Agreement.Actor actor(String id, String name, String alias) {
        return new Agreement.Actor(
                id, new Agreement.Words(name, Optional.empty()), List.of(alias), Optional.empty());
    }
}
