package org.truce.assess;

import org.truce.base.PlacePrecision;
import org.truce.base.Truth;
import org.truce.reconcile.Decisions;
import org.truce.reconcile.Incident;
import org.truce.reconcile.Linker;
import org.truce.reconcile.Reconciler;
import org.truce.reconcile.ReportKey;
import org.truce.record.ActorBook;
import org.truce.record.Agreement;
import org.truce.record.Entry;
import org.truce.record.Known;
import org.truce.record.Logged;
import org.truce.record.Place;
import org.truce.terms.Finding;
import org.truce.terms.Terms;
import org.truce.terms.Verdict;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What is known on a day, carried through the stages: incidents with their findings, and beside
 * them what never becomes an incident. A pure function of the entries; made once and asked often.
 */
public final class Evidence {
    private final Known known;
    private final AssessSettings settings;
    private final List<Agreement> agreements;
    private final ActorBook actors;
    private final Terms terms;
    private final List<Incident> incidents;
    private final List<Reconciler.Doubt> doubts;
    private final Map<String, Incident> byReport = new HashMap<>();
    private final Map<String, List<Finding>> asAgreed = new HashMap<>();
    private final Map<String, List<Finding>> asIfInForce = new HashMap<>();

    private Evidence(
            Known known, List<Agreement> agreements, Linker linker, AssessSettings settings) {
        this.known = known;
        this.settings = settings;
        this.agreements = agreements;
        actors = new ActorBook(agreements);
        terms = new Terms(agreements, known.list(Entry.AreaOutline.class), actors);
        Decisions decisions = Decisions.of(known.list(Entry.Decision.class));
        Reconciler.Result reconciled = new Reconciler(actors, zone(), linker)
                .reconcile(known.listByTime(Entry.Report.class), decisions);
        incidents = reconciled.incidents();
        doubts = reconciled.doubts();
        for (Incident incident : incidents) {
            incident.reports()
                    .forEach(report -> byReport.put(ReportKey.of(report).text(), incident));
        }
    }

    /** All stages over what was known on {@code day}, or over everything. */
    public static Evidence of(List<Logged> all, Optional<LocalDate> day) {
        return of(all, day, AssessSettings.USUAL);
    }

    /** The same, to be judged by a mission's own settings. */
    public static Evidence of(List<Logged> all, Optional<LocalDate> day, AssessSettings settings) {
        return of(all, day, new Linker(), settings);
    }

    /** The same by a linker that may know most of the reports already. */
    static Evidence of(
            List<Logged> all, Optional<LocalDate> day, Linker linker, AssessSettings settings) {
        return new Evidence(known(all, day), latestAgreements(all), linker, settings);
    }

    /** What was known on {@code day}, by the calendar of the area; everything without a day. */
    public static Known known(List<Logged> all, Optional<LocalDate> day) {
        return Known.on(all, day, zoneOf(all));
    }

    /** The local time in which dates are read: that of the first agreement. */
    public static ZoneId zoneOf(List<Logged> all) {
        return zone(latestAgreements(all));
    }

    /**
     * Each agreement by its latest entry, in the order of their ids: a later one with the same id
     * takes the earlier's place. Where two agreements give one alias to different actors the first
     * decides, and that must not depend on which file was taken in first.
     */
    private static List<Agreement> latestAgreements(List<Logged> all) {
        Map<String, Agreement> latest = new TreeMap<>();
        for (Entry.AgreementText text : Known.listAgreements(all)) {
            latest.put(text.agreement().id(), text.agreement());
        }
        return List.copyOf(latest.values());
    }

    /** The local time in which dates are read: that of the first agreement. */
    public ZoneId zone() {
        return zone(agreements);
    }

    private static ZoneId zone(List<Agreement> agreements) {
        return agreements.stream().map(Agreement::zone).findFirst().orElse(Terms.DEFAULT_ZONE);
    }

    public Known known() {
        return known;
    }

    /** By what it is judged whether a ceasefire holds. */
    public AssessSettings settings() {
        return settings;
    }

    public List<Agreement> listAgreements() {
        return agreements;
    }

    public ActorBook actors() {
        return actors;
    }

    public Terms terms() {
        return terms;
    }

    public List<Incident> listIncidents() {
        return incidents;
    }

    /** Pairs of reports on which a decision would change most, that one first. */
    public List<Reconciler.Doubt> listDoubts() {
        return doubts;
    }

    /** The incident of that id, or the one that a report of that register and id belongs to now. */
    public Optional<Incident> findIncident(String id) {
        return Optional.ofNullable(byReport.get(id));
    }

    /** Whether nothing rests on a report any more. */
    boolean isRefuted(Entry.Report report) {
        ReportKey key = ReportKey.of(report);
        return findIncident(key.text())
                .map(incident -> incident.decided().refuted().contains(key))
                .orElse(false);
    }

    /**
     * Whether something at a place counts as in an area: when it lies inside, or may. What is known
     * to the country only is in no area.
     */
    public boolean mayLieIn(Place place, String area, Optional<String> reading) {
        return place.precision() != PlacePrecision.COUNTRY
                && terms.within(place, area, reading) != Truth.NO;
    }

    /**
     * What the terms say of an incident in an area; no breach where no prohibition covers the area,
     * for there is nothing to break.
     */
    public Verdict verdict(
            Incident incident, String area, Optional<String> reading, Terms.Clock clock) {
        return terms.verdict(findings(incident, clock), area, reading).orElse(Verdict.NO_BREACH);
    }

    /** The findings on an incident, computed when they are first asked for. */
    public synchronized List<Finding> findings(Incident incident, Terms.Clock clock) {
        Map<String, List<Finding>> findings = switch (clock) {
            case AS_AGREED -> asAgreed;
            case AS_IF_IN_FORCE -> asIfInForce;
        };
        return findings.computeIfAbsent(incident.id(), id -> terms.findings(incident, clock));
    }
}
