package org.truce.reconcile;

import org.truce.base.LatLon;
import org.truce.base.Occurred;
import org.truce.base.Period;
import org.truce.base.PlacePrecision;
import org.truce.record.Account;
import org.truce.record.ActorBook;
import org.truce.record.Casualties;
import org.truce.record.Entry;
import org.truce.record.Participants;
import org.truce.record.Place;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What of a report is compared with others, worked out once.
 *
 * @param source the outlet; all withheld sources count as one, since nobody can tell them apart
 * @param begun when it may have begun
 * @param lasted when it may have been going on
 * @param where a point that may be measured from: none for a withheld one, none where the point is
 *     only a stand-in for a district or more
 * @param standIn that stand-in, good only for keeping reports apart
 * @param actors ids or labels of those named as taking part; empty when the source does not know
 */
record Traits(
        Entry.Report report,
        ReportKey key,
        String source,
        Period begun,
        Period lasted,
        Optional<LatLon> where,
        Optional<LatLon> standIn,
        Optional<String> governorate,
        Optional<PlaceName> placeName,
        Set<String> actors,
        Optional<Range> killed,
        Optional<Range> injured,
        Optional<Range> count) {

    /** In the order of {@code reports}. */
    static List<Traits> list(List<Entry.Report> reports, ActorBook book, ZoneId zone) {
        Labels labels = new Labels(book);
        return reports.stream().map(report -> of(report, labels, zone)).toList();
    }

    private static Traits of(Entry.Report report, Labels labels, ZoneId zone) {
        Account account = report.account();
        Occurred occurred = account.occurred();
        Place place = account.place();
        Optional<LatLon> point = place.findPoint();
        boolean coarse = place.precision().coarserThanTown();
        Casualties people = report.casualties();
        return new Traits(
                report,
                ReportKey.of(report),
                account.source().find().map(labels::outlet).orElse(Origins.WITHHELD),
                occurred.mayHaveBegun(zone),
                occurred.mayHaveLasted(zone),
                coarse ? Optional.empty() : point,
                coarse ? point : Optional.empty(),
                place.admin1().map(labels::governorate).filter(name -> !name.isEmpty()),
                place.name().find().map(labels::placeName),
                labels.actors(report.participants()),
                Range.of(people.killedMin(), people.killedBest(), people.killedMax()),
                Range.of(people.injured()),
                Range.of(report.count()));
    }

    /** Whether the report knows the day. */
    boolean knowsDay() {
        return !report.account().occurred().precision().coarserThanDay();
    }

    PlacePrecision placePrecision() {
        return report.account().place().precision();
    }

    /** Whether the report knows the town. */
    boolean knowsTown() {
        return !placePrecision().coarserThanTown();
    }

    double radiusKm() {
        return placePrecision().radiusKm();
    }

    /** Many reports share few labels; each label is read once. */
    private static final class Labels {
        private final ActorBook book;
        private final Map<String, String> outlets = new HashMap<>();
        private final Map<String, String> governorates = new HashMap<>();
        private final Map<String, PlaceName> placeNames = new HashMap<>();
        private final Map<Participants, Set<String>> actors = new HashMap<>();

        Labels(ActorBook book) {
            this.book = book;
        }

        String outlet(String label) {
            return outlets.computeIfAbsent(label, Origins::outlet);
        }

        String governorate(String label) {
            return governorates.computeIfAbsent(label, PlaceName::governorate);
        }

        PlaceName placeName(String label) {
            return placeNames.computeIfAbsent(label, PlaceName::of);
        }

        Set<String> actors(Participants participants) {
            Participants withoutTarget = switch (participants) {
                case Participants.Alleged alleged ->
                    new Participants.Alleged(alleged.actor(), Optional.empty());
                case Participants.Fighting fighting -> fighting;
            };
            return actors.computeIfAbsent(withoutTarget, this::named);
        }

        /** Everyone named, on whichever side: enough to tell whether two accounts can agree. */
        private Set<String> named(Participants participants) {
            Set<String> named = new LinkedHashSet<>(Naming.accused(participants, book));
            Naming.sides(participants, book).ifPresent(sides -> {
                named.addAll(book.resolve(sides.sideA()));
                named.addAll(book.resolve(sides.sideB()));
            });
            return named;
        }
    }
}
