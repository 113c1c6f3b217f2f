package org.truce.reconcile;

import org.truce.base.ActGroup;
import org.truce.base.EventType;
import org.truce.base.LatLon;
import org.truce.base.Moment;
import org.truce.base.Occurred;
import org.truce.base.Period;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.reconcile.places.PlaceWords;
import org.truce.record.Account;
import org.truce.record.ActorBook;
import org.truce.record.Casualties;
import org.truce.record.Entry;
import org.truce.record.Guarded;
import org.truce.record.Participants;
import org.truce.record.Place;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * What of a report is compared with others, worked out once.
 *
 * @param source the register and the outlet: a register puts down each event of an outlet once, and
 *     two registers may have one event from one outlet. All withheld sources of a register count as
 *     one, since nobody can tell them apart
 * @param lasted when it may have been going on
 * @param firstDay the first local day on which it may have happened
 * @param lastDay the last
 * @param hour the local hour of the day in which it began, where the report knows it
 * @param point as given, which may be a stand-in for something larger; none for a withheld one
 * @param governorate by its sound
 * @param text the coder's words on what happened and who was hit; none where they are withheld
 * @param actors ids or labels of those named as taking part, in order; empty when the source does
 *     not know
 */
record Traits(
        Entry.Report report,
        ReportKey key,
        String source,
        Period lasted,
        LocalDate firstDay,
        LocalDate lastDay,
        OptionalInt hour,
        Optional<LatLon> point,
        Optional<String> governorate,
        Optional<String> placeName,
        Optional<String> text,
        List<String> actors,
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
        Period lasted = occurred.mayHaveLasted(zone);
        Place place = account.place();
        Casualties people = report.casualties();
        return new Traits(
                report,
                ReportKey.of(report),
                report.register()
                        + "\n"
                        + account.source().find().map(labels::outlet).orElse(Origins.WITHHELD),
                lasted,
                day(lasted.from(), zone),
                lastDay(lasted, zone),
                hour(occurred, zone),
                place.precision() == PlacePrecision.COUNTRY ? Optional.empty() : place.findPoint(),
                place.admin1().map(labels::governorate).filter(name -> !name.isEmpty()),
                place.name().find(),
                text(report),
                labels.actors(report.participants()),
                Range.of(people.killedMin(), people.killedBest(), people.killedMax()),
                Range.of(people.injured()),
                Range.of(report.count()));
    }

    private static Optional<String> text(Entry.Report report) {
        Optional<Guarded> hit = report.participants() instanceof Participants.Alleged alleged
                ? alleged.target()
                : Optional.empty();
        return Stream.of(hit, report.account().note())
                .flatMap(said -> said.flatMap(Guarded::find).stream())
                .reduce((one, other) -> one + "; " + other);
    }

    private static LocalDate day(Instant instant, ZoneId zone) {
        return instant.atZone(zone).toLocalDate();
    }

    /** The end itself is outside, unless the period is empty. */
    private static LocalDate lastDay(Period lasted, ZoneId zone) {
        boolean empty = !lasted.from().isBefore(lasted.to());
        return day(empty ? lasted.from() : lasted.to().minusNanos(1), zone);
    }

    private static OptionalInt hour(Occurred occurred, ZoneId zone) {
        return occurred.precision() == TimePrecision.HOUR
                        && !(occurred.from() instanceof Moment.Day)
                ? OptionalInt.of(occurred.begins(zone).atZone(zone).getHour())
                : OptionalInt.empty();
    }

    PlacePrecision placePrecision() {
        return report.account().place().precision();
    }

    /** What the report says was done; empty when it says no more than that somebody was killed. */
    Optional<EventType> act() {
        return Optional.of(report.type())
                .filter(type -> type.group() != ActGroup.FORCE_UNSPECIFIED);
    }

    /** Whether a type tells no more than that something happened, or somebody was killed. */
    static boolean saysNoAct(EventType type) {
        return type.group() == ActGroup.FORCE_UNSPECIFIED || type.group() == ActGroup.UNSPECIFIED;
    }

    /** Many reports share few labels; each label is read once. */
    private static final class Labels {
        private final ActorBook book;
        private final Map<String, String> outlets = new HashMap<>();
        private final Map<String, String> governorates = new HashMap<>();
        private final Map<Participants, List<String>> actors = new HashMap<>();

        Labels(ActorBook book) {
            this.book = book;
        }

        String outlet(String label) {
            return outlets.computeIfAbsent(label, Origins::outlet);
        }

        String governorate(String label) {
            return governorates.computeIfAbsent(
                    label, name -> PlaceWords.of(name).key());
        }

        List<String> actors(Participants participants) {
            Participants withoutTarget = switch (participants) {
                case Participants.Alleged alleged ->
                    new Participants.Alleged(alleged.actor(), Optional.empty());
                case Participants.Fighting fighting -> fighting;
            };
            return actors.computeIfAbsent(withoutTarget, this::named);
        }

        /** Everyone named, on whichever side: enough to tell whether two accounts can agree. */
        private List<String> named(Participants participants) {
            Set<String> named = new TreeSet<>(Naming.accused(participants, book));
            Naming.sides(participants, book).ifPresent(sides -> {
                named.addAll(book.resolve(sides.sideA()));
                named.addAll(book.resolve(sides.sideB()));
            });
            return List.copyOf(named);
        }
    }
}
