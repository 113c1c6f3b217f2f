package org.truce.show;

import org.truce.assess.Evidence;
import org.truce.base.Hash;
import org.truce.base.Occurred;
import org.truce.base.Phrase;
import org.truce.base.Phrases;
import org.truce.reconcile.Incident;
import org.truce.reconcile.ReportKey;
import org.truce.record.Account;
import org.truce.record.Entered;
import org.truce.record.Entry;
import org.truce.record.Guarded;
import org.truce.record.Participants;
import org.truce.record.Place;
import org.truce.terms.Finding;
import org.truce.terms.Terms;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An incident as one reader sees it. A reason can tell what is withheld beside it ("0.4 km from the
 * line", "against the police"), so reasons are made a second time from what the reader may see
 * alone: one that comes out the same is said, of any other only its answer. No list of telling
 * words has to be kept up for that.
 */
final class Seen {
    private final Incident incident;
    private final Evidence evidence;
    private final Disclosure disclosure;
    private final Phrases phrases;
    /** The register whose report knows the place most exactly: what it protects stays protected. */
    private final String placeRegister;
    /** The same incident with everything withheld that this reader may not see. */
    private final Incident bare;

    Seen(Incident incident, Evidence evidence, Disclosure disclosure, Phrases phrases) {
        this.incident = incident;
        this.evidence = evidence;
        this.disclosure = disclosure;
        this.phrases = phrases;
        placeRegister = incident.reports().stream()
                .filter(report -> report.account().place().equals(incident.place()))
                .findFirst()
                .orElse(incident.reports().getFirst())
                .register();
        bare = new Incident(
                incident.id(),
                incident.probability(),
                incident.occurred(),
                bare(incident.place(), placeRegister, incident.occurred()),
                incident.type(),
                incident.reports().stream().map(this::bare).toList(),
                incident.origins(),
                incident.links(),
                incident.status(),
                incident.attribution(),
                incident.decided());
    }

    /** The place in words; the governorate where its name is withheld. */
    Optional<String> findPlace() {
        return disclosure
                .placeText(placeRegister, incident.place().name(), incident.occurred())
                .or(incident.place()::admin1);
    }

    /** Whether every source behind the incident may be named. */
    boolean mayNameSources() {
        return incident.reports().stream()
                .allMatch(report -> disclosure
                        .text(report.register(), report.account().source())
                        .isPresent());
    }

    /** The findings, with each reason that this reader may not have put in general words. */
    List<Finding> listFindings() {
        List<Finding> full = evidence.findings(incident, Terms.Clock.AS_AGREED);
        if (bare.equals(incident)) {
            return full;
        }
        List<Finding> fromSeen = evidence.terms().findings(bare, Terms.Clock.AS_AGREED);
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < full.size(); i++) {
            findings.add(shown(full.get(i), fromSeen.get(i)));
        }
        return findings;
    }

    private static Finding shown(Finding full, Finding fromSeen) {
        List<Finding.Test> tests = new ArrayList<>();
        for (int i = 0; i < full.tests().size(); i++) {
            Finding.Test test = full.tests().get(i);
            tests.add(
                    test.equals(fromSeen.tests().get(i))
                            ? test
                            : new Finding.Test(
                                    test.aspect(),
                                    test.holds(),
                                    Phrase.of("show.reason-withheld."
                                            + test.aspect().code())));
        }
        List<Phrase> cautions = new ArrayList<>(full.cautions());
        if (cautions.retainAll(fromSeen.cautions())) {
            cautions.add(Phrase.of("show.caution-withheld"));
        }
        return new Finding(
                full.incidentId(),
                full.agreement(),
                full.provision(),
                full.area(),
                full.reading(),
                full.verdict(),
                tests,
                cautions);
    }

    /** Why reports belong together. */
    List<String> listLinks() {
        LinkWords words = new LinkWords(disclosure, phrases);
        return incident.links().stream()
                .map(link -> phrases.say(
                        "show.link",
                        name(link.one()),
                        name(link.other()),
                        words.say(report(link.one()), report(link.other()), link.because())))
                .toList();
    }

    private Entry.Report report(ReportKey key) {
        return incident.reports().stream()
                .filter(report -> ReportKey.of(report).equals(key))
                .findFirst()
                .orElseThrow();
    }

    /** With its register where there are several. */
    private String name(ReportKey report) {
        boolean several = incident.reports().stream()
                        .map(Entry.Report::register)
                        .distinct()
                        .count()
                > 1;
        return several ? report.text() : report.id();
    }

    private Entry.Report bare(Entry.Report report) {
        String register = report.register();
        Account account = report.account();
        Participants participants = switch (report.participants()) {
            case Participants.Alleged alleged ->
                new Participants.Alleged(
                        alleged.actor(),
                        alleged.target()
                                .map(target -> placeText(target, register, account.occurred())));
            case Participants.Fighting fighting -> fighting;
        };
        return new Entry.Report(
                register,
                report.id(),
                new Entered(
                        text(report.entered().file(), register),
                        report.entered().line()),
                new Account(
                        text(account.source(), register),
                        account.citedOrigin().map(origin -> text(origin, register)),
                        account.url().map(url -> placeText(url, register, account.occurred())),
                        account.published(),
                        account.occurred(),
                        bare(account.place(), register, account.occurred()),
                        account.note().map(note -> placeText(note, register, account.occurred()))),
                report.type(),
                report.count(),
                participants,
                report.casualties(),
                report.sameAs(),
                report.manner());
    }

    private Place bare(Place place, String register, Occurred occurred) {
        return new Place(
                placeText(place.name(), register, occurred),
                place.admin1(),
                place.point().map(point -> placeText(point, register, occurred)),
                place.precision());
    }

    private Guarded text(Guarded value, String register) {
        return kept(value, disclosure.text(register, value));
    }

    private Guarded placeText(Guarded value, String register, Occurred occurred) {
        return kept(value, disclosure.placeText(register, value, occurred));
    }

    private static Guarded kept(Guarded value, Optional<String> seen) {
        return seen.isPresent() || value instanceof Guarded.Destroyed
                ? value
                : new Guarded.Withheld(value.findCommitment().orElse(Hash.ZERO));
    }
}
