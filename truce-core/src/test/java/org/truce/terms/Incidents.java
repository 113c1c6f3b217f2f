package org.truce.terms;

import org.truce.base.EventType;
import org.truce.base.LatLon;
import org.truce.base.Occurred;
import org.truce.base.PlacePrecision;
import org.truce.reconcile.Decided;
import org.truce.reconcile.Incident;
import org.truce.reconcile.ReportKey;
import org.truce.reconcile.VerificationStatus;
import org.truce.record.Account;
import org.truce.record.Casualties;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Guarded;
import org.truce.record.Participants;
import org.truce.record.Place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Incidents made by hand. */
final class Incidents {
    private static final String SALT = "00112233445566778899aabbccddeeff";

    private Incidents() {}

    /** One incident with one report for each account of who took part. */
    static Incident of(
            String id, Occurred occurred, Place place, EventType type, Participants... accounts) {
        List<Entry.Report> reports = new ArrayList<>();
        for (Participants participants : accounts) {
            reports.add(new Entry.Report(
                    "hand",
                    id + "-" + reports.size(),
                    new Entered(new Guarded.Clear("hand.csv"), 1),
                    new Account(
                            open("a source"),
                            Optional.empty(),
                            Optional.empty(),
                            Optional.empty(),
                            occurred,
                            place,
                            Optional.empty()),
                    type,
                    OptionalInt.empty(),
                    participants,
                    Casualties.NOT_SAID,
                    Optional.empty(),
                    Optional.empty()));
        }
        return new Incident(
                "hand:" + id,
                1,
                occurred,
                place,
                type,
                reports,
                List.of(new Incident.Origin(
                        "an origin", reports.stream().map(ReportKey::of).toList())),
                List.of(),
                VerificationStatus.REPORTED,
                List.of(),
                new Decided(List.of(), List.of(), List.of(), List.of(), List.of()));
    }

    static Place place(
            Optional<String> governorate, Optional<LatLon> point, PlacePrecision precision) {
        return new Place(open("a place"), governorate, point.map(at -> open(at.text())), precision);
    }

    static Participants alleged(String actor, String target) {
        return new Participants.Alleged(
                actor, target.isEmpty() ? Optional.empty() : Optional.of(open(target)));
    }

    static Guarded open(String text) {
        return new Guarded.Open(text, SALT);
    }
}
