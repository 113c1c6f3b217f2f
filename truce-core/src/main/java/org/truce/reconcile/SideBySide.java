package org.truce.reconcile;

import org.truce.base.Coded;
import org.truce.reconcile.places.PlaceWords;
import org.truce.record.ActorBook;
import org.truce.record.DecisionAct;
import org.truce.record.Entry;
import org.truce.record.Place;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;

/**
 * Two registers laid side by side: of each incident what the one and the other say, by day and
 * governorate, with the sides' own tallies beside it. Counts of incidents and tallies are different
 * things and are never added up.
 */
public final class SideBySide {
    private final String one;
    private final String other;
    private final ActorBook actors;
    private final ZoneId zone;

    private SideBySide(String one, String other, ActorBook actors, ZoneId zone) {
        this.one = one;
        this.other = other;
        this.actors = actors;
        this.zone = zone;
    }

    /** What two registers make of an incident. */
    public enum State implements Coded {
        /** Both have it, and nothing that both say differs. */
        AGREED("agreed"),
        /** Both have it and differ, or one disputes what the other has. */
        DISPUTED("disputed"),
        ONLY_ONE("only-one"),
        ONLY_OTHER("only-other"),
        /** One has it, and the other put down that it cannot verify it. */
        CANNOT_CONFIRM("cannot-confirm");

        private final String code;

        State(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** In what two registers differ on an incident that both have, or on which both spoke. */
    public enum Difference implements Coded {
        TYPE("type"),
        ACTOR("actor"),
        KILLED("killed"),
        INJURED("injured"),
        COUNT("count"),
        /** One disputes or refutes a report of the other. */
        WORD("word");

        private final String code;

        Difference(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /**
     * An incident as two registers have it.
     *
     * @param day the local day; empty where no report knows it to the day
     * @param governorate as the report that knows the place most exactly names it; empty where it
     *     does not
     */
    public record Compared(
            Incident incident,
            State state,
            Optional<LocalDate> day,
            Optional<String> governorate,
            List<ReportKey> ofOne,
            List<ReportKey> ofOther,
            List<Difference> differences) {
        public Compared {
            ofOne = List.copyOf(ofOne);
            ofOther = List.copyOf(ofOther);
            differences = List.copyOf(differences);
        }
    }

    /**
     * A day and a governorate.
     *
     * @param day empty for what is not known to the day
     * @param governorate empty for what is known to no governorate
     * @param incidents in the order in which they were given
     * @param tallies of any register for that day and place
     */
    public record Cell(
            Optional<LocalDate> day,
            Optional<String> governorate,
            List<Compared> incidents,
            List<Entry.Tally> tallies) {
        public Cell {
            incidents = List.copyOf(incidents);
            tallies = List.copyOf(tallies);
        }

        public long count(State state) {
            return incidents.stream()
                    .filter(compared -> compared.state() == state)
                    .count();
        }
    }

    /**
     * By day and then governorate; what is not known to the day comes last.
     *
     * @param incidents those asked about; those of neither register are left out
     * @param tallies those asked about
     */
    public static List<Cell> of(
            Collection<Incident> incidents,
            Collection<Entry.Tally> tallies,
            String one,
            String other,
            ActorBook actors,
            ZoneId zone) {
        SideBySide side = new SideBySide(one, other, actors, zone);
        Map<Key, Filling> cells = new LinkedHashMap<>();
        for (Incident incident : incidents) {
            side.compare(incident)
                    .ifPresent(compared -> cell(cells, compared.day(), compared.governorate())
                            .incidents
                            .add(compared));
        }
        for (Entry.Tally tally : tallies) {
            cell(cells, tally.published(), tally.province()).tallies.add(tally);
        }
        return cells.values().stream()
                .map(cell -> new Cell(cell.day, cell.governorate, cell.incidents, cell.tallies))
                .sorted(Comparator.comparing((Cell cell) -> cell.day().orElse(LocalDate.MAX))
                        .thenComparing(cell -> cell.governorate().orElse("")))
                .toList();
    }

    /** Spellings of one governorate meet by their sound. */
    private record Key(Optional<LocalDate> day, String sound) {}

    private static final class Filling {
        private final Optional<LocalDate> day;
        private final Optional<String> governorate;
        private final List<Compared> incidents = new ArrayList<>();
        private final List<Entry.Tally> tallies = new ArrayList<>();

        Filling(Optional<LocalDate> day, Optional<String> governorate) {
            this.day = day;
            this.governorate = governorate;
        }
    }

    private static Filling cell(
            Map<Key, Filling> cells, Optional<LocalDate> day, Optional<String> governorate) {
        Key key =
                new Key(day, governorate.map(name -> PlaceWords.of(name).key()).orElse(""));
        return cells.computeIfAbsent(key, unseen -> new Filling(day, governorate));
    }

    private Optional<Compared> compare(Incident incident) {
        List<Entry.Report> ofOne = of(incident, one);
        List<Entry.Report> ofOther = of(incident, other);
        if (ofOne.isEmpty() && ofOther.isEmpty()) {
            return Optional.empty();
        }
        List<Difference> differences = new ArrayList<>();
        if (disputes(incident, one, ofOther) || disputes(incident, other, ofOne)) {
            differences.add(Difference.WORD);
        }
        if (!ofOne.isEmpty() && !ofOther.isEmpty()) {
            addDifferences(ofOne, ofOther, differences);
        }
        Place place = incident.place();
        return Optional.of(new Compared(
                incident,
                state(incident, ofOne, ofOther, differences),
                incident.occurred().precision().coarserThanDay()
                        ? Optional.empty()
                        : Optional.of(
                                incident.occurred().begins(zone).atZone(zone).toLocalDate()),
                place.admin1(),
                ofOne.stream().map(ReportKey::of).toList(),
                ofOther.stream().map(ReportKey::of).toList(),
                differences));
    }

    /** What its register took back itself is not its word any more. */
    private static List<Entry.Report> of(Incident incident, String register) {
        return incident.reports().stream()
                .filter(report -> report.register().equals(register)
                        && !incident.decided().refuted().contains(ReportKey.of(report)))
                .toList();
    }

    private State state(
            Incident incident,
            List<Entry.Report> ofOne,
            List<Entry.Report> ofOther,
            List<Difference> differences) {
        if (!differences.isEmpty()) {
            return State.DISPUTED;
        }
        if (!ofOne.isEmpty() && !ofOther.isEmpty()) {
            return State.AGREED;
        }
        String silent = ofOne.isEmpty() ? one : other;
        List<Entry.Report> reports = ofOne.isEmpty() ? ofOther : ofOne;
        if (said(incident, silent, reports, Set.of(DecisionAct.CANNOT_VERIFY))) {
            return State.CANNOT_CONFIRM;
        }
        return ofOne.isEmpty() ? State.ONLY_OTHER : State.ONLY_ONE;
    }

    private static boolean disputes(
            Incident incident, String register, List<Entry.Report> reports) {
        return said(incident, register, reports, Set.of(DecisionAct.DISPUTE, DecisionAct.REFUTE));
    }

    /** Whether a register's latest word on any of these reports is such a one. */
    private static boolean said(
            Incident incident, String register, List<Entry.Report> reports, Set<DecisionAct> acts) {
        Set<String> keys = new HashSet<>();
        reports.forEach(report -> keys.add(ReportKey.of(report).text()));
        return incident.decided().words().stream()
                .anyMatch(word -> word.register().equals(register)
                        && acts.contains(word.act())
                        && keys.contains(word.about().getFirst()));
    }

    private void addDifferences(
            List<Entry.Report> ofOne, List<Entry.Report> ofOther, List<Difference> differences) {
        add(Difference.TYPE, ofOne, ofOther, SideBySide::groups, differences);
        add(Difference.ACTOR, ofOne, ofOther, this::accused, differences);
        addNumbers(
                Difference.KILLED,
                ofOne,
                ofOther,
                report -> Range.of(
                        report.casualties().killedMin(),
                        report.casualties().killedBest(),
                        report.casualties().killedMax()),
                differences);
        addNumbers(
                Difference.INJURED,
                ofOne,
                ofOther,
                report -> Range.of(report.casualties().injured()),
                differences);
        addNumbers(
                Difference.COUNT, ofOne, ofOther, report -> Range.of(report.count()), differences);
    }

    private static Set<String> groups(Entry.Report report) {
        return Traits.saysNoAct(report.type())
                ? Set.of()
                : Set.of(report.type().group().code());
    }

    private Set<String> accused(Entry.Report report) {
        return Set.copyOf(Naming.accused(report.participants(), actors));
    }

    /** They differ when both say something and nothing is said by both. */
    private static void add(
            Difference difference,
            List<Entry.Report> ofOne,
            List<Entry.Report> ofOther,
            Function<Entry.Report, Set<String>> says,
            List<Difference> differences) {
        Set<String> some = all(ofOne, says);
        Set<String> more = all(ofOther, says);
        if (!some.isEmpty() && !more.isEmpty() && Collections.disjoint(some, more)) {
            differences.add(difference);
        }
    }

    private static Set<String> all(
            List<Entry.Report> reports, Function<Entry.Report, Set<String>> says) {
        Set<String> all = new HashSet<>();
        reports.forEach(report -> all.addAll(says.apply(report)));
        return all;
    }

    /** Figures differ when no figure lies in the span of both. */
    private static void addNumbers(
            Difference difference,
            List<Entry.Report> ofOne,
            List<Entry.Report> ofOther,
            Function<Entry.Report, Optional<Range>> figure,
            List<Difference> differences) {
        Optional<Range> some = span(ofOne, figure);
        Optional<Range> more = span(ofOther, figure);
        if (some.isPresent()
                && more.isPresent()
                && (some.get().low() > more.get().high()
                        || more.get().low() > some.get().high())) {
            differences.add(difference);
        }
    }

    private static Optional<Range> span(
            List<Entry.Report> reports, Function<Entry.Report, Optional<Range>> figure) {
        return reports.stream()
                .flatMap(report -> figure.apply(report).stream())
                .reduce((range, next) -> Range.of(
                                OptionalInt.of(Math.min(range.low(), next.low())),
                                OptionalInt.of(Math.max(range.high(), next.high())))
                        .orElseThrow());
    }
}
