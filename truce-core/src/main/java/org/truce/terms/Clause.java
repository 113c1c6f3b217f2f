package org.truce.terms;

import org.truce.base.ActGroup;
import org.truce.base.Coded;
import org.truce.base.EventType;
import org.truce.base.Phrase;
import org.truce.base.Truth;
import org.truce.reconcile.Incident;
import org.truce.reconcile.VerificationStatus;
import org.truce.record.ActorBook;
import org.truce.record.Agreement;
import org.truce.record.Entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** One prohibition with its tests, and the outlines and lines by which it applies. */
final class Clause {
    private final Agreement agreement;
    private final Agreement.Prohibition prohibition;
    private final ActTest acts;
    private final Optional<WeaponTest> weapons;
    private final PartyTest parties;
    private final List<CaseTest> cases;
    private final List<Inside> outlines;

    /** An outline of an area as it was drawn and as it is computed with. */
    record Drawn(Entry.AreaOutline entry, Outline shape) {}

    /** A course of a line, likewise. */
    record DrawnLine(Entry.AreaOutline entry, Course course) {}

    private record Inside(Entry.AreaOutline entry, WhereTest where, TimeTest time) {}

    Clause(
            Agreement agreement,
            Agreement.Prohibition prohibition,
            ActorBook book,
            List<Drawn> drawn,
            List<DrawnLine> lines) {
        this.agreement = agreement;
        this.prohibition = prohibition;
        acts = new ActTest(prohibition);
        weapons = prohibition.weapons().isEmpty()
                ? Optional.empty()
                : Optional.of(new WeaponTest(prohibition.weapons()));
        parties = new PartyTest(new Binding(book, agreement, prohibition), prohibition);
        cases = cases(agreement, prohibition);
        outlines = Stream.concat(
                        drawn.stream()
                                .filter(area -> prohibition
                                        .areas()
                                        .contains(area.entry().area()))
                                .filter(area -> isRead(area.entry()))
                                .map(this::inside),
                        lines.stream()
                                .filter(line -> isRead(line.entry()))
                                .flatMap(line -> near(line, book)))
                .toList();
    }

    private static List<CaseTest> cases(Agreement agreement, Agreement.Prohibition prohibition) {
        List<CaseTest> cases = new ArrayList<>();
        for (Agreement.Provision provision : agreement.provisions()) {
            if (provision instanceof Agreement.Exemption exemption
                    && exemption.from().contains(prohibition.id())) {
                exemption
                        .permitted()
                        .ifPresent(permitted -> cases.add(new CaseTest(exemption.id(), permitted)));
            }
        }
        return cases;
    }

    private boolean isRead(Entry.AreaOutline entry) {
        return prohibition.readings().isEmpty()
                || entry.reading().filter(prohibition.readings()::contains).isPresent();
    }

    private Inside inside(Drawn drawn) {
        Entry.AreaOutline entry = drawn.entry();
        return new Inside(
                entry,
                new PlaceTest(drawn.shape(), entry, findReading(agreement, entry)),
                new TimeTest(agreement, prohibition, entry));
    }

    private Stream<Inside> near(DrawnLine line, ActorBook book) {
        Entry.AreaOutline entry = line.entry();
        return prohibition.lines().stream()
                .filter(zone -> zone.line().equals(entry.area()))
                .map(zone -> new Inside(
                        entry,
                        new LineTest(line.course(), entry, zone, book),
                        new TimeTest(agreement, prohibition, entry)));
    }

    /** What an agreement says of the governorates inside an area under the outline's reading. */
    static Optional<Agreement.ReadingTerms> findReading(
            Agreement agreement, Entry.AreaOutline outline) {
        return agreement.areas().stream()
                .filter(terms -> terms.area().equals(outline.area()))
                .flatMap(terms -> terms.readings().stream())
                .filter(terms -> terms.reading().equals(outline.reading()))
                .findFirst();
    }

    /** One finding for each outline. */
    List<Finding> findings(Incident incident, PlaceTest.Asked asked, Terms.Clock clock) {
        if (outlines.isEmpty()) {
            return List.of();
        }
        Finding.Test act = incident.status() == VerificationStatus.REFUTED
                ? new Finding.Test(Finding.Aspect.ACT, Truth.NO, Phrase.of("terms.act-refuted"))
                : acts.of(incident.type().group());
        List<Finding.Test> before = new ArrayList<>();
        before.add(act);
        weapons.ifPresent(weapon -> before.add(weapon.of(incident.reliedOn())));
        PartyAnswer who = parties.of(incident.reliedOn());
        before.add(who.parties());
        before.add(notExempt(who, incident.reliedOn()));
        List<Finding> findings = new ArrayList<>(outlines.size());
        for (Inside inside : outlines) {
            Finding.Test place = inside.where().of(asked);
            List<Finding.Test> tests = new ArrayList<>(before);
            tests.add(place);
            tests.add(inside.time().of(incident.occurred(), clock));
            findings.add(new Finding(
                    incident.id(),
                    agreement.id(),
                    prohibition.id(),
                    inside.entry().area(),
                    inside.entry().reading(),
                    verdict(tests),
                    tests,
                    cautions(incident, who, inside, asked, place)));
        }
        return findings;
    }

    /** An exemption that applies decides, then one of which it is open whether it does. */
    private Finding.Test notExempt(PartyAnswer who, List<Entry.Report> reports) {
        Finding.Test weakest = who.notExempt();
        for (CaseTest exempt : cases) {
            Finding.Test test = exempt.of(reports);
            if (test.holds().compareTo(weakest.holds()) < 0) {
                weakest = test;
            }
        }
        return weakest;
    }

    private List<Phrase> cautions(
            Incident incident,
            PartyAnswer who,
            Inside inside,
            PlaceTest.Asked asked,
            Finding.Test place) {
        List<Phrase> cautions = new ArrayList<>(who.cautions());
        cases.forEach(exempt -> exempt.findCaution(incident.reliedOn()).ifPresent(cautions::add));
        if (inside.where() instanceof PlaceTest area && area.mayBeInPartNotDrawn(asked, place)) {
            cautions.add(Phrase.of(
                    "terms.caution-part-not-drawn", asked.governorate().orElseThrow()));
        }
        return cautions;
    }

    /**
     * The finding for a count, without place and time; empty when the clause is for other areas.
     */
    Optional<Finding> finding(Entry.PeriodCount count) {
        if (!prohibition.areas().contains(count.area())) {
            return Optional.empty();
        }
        // A count tells its unit in words, "lethal event", which is an event type's code but for
        // its hyphen. What is counted in any other unit stays unspecified.
        ActGroup counted = Coded.find(
                        EventType.class, count.unit().toLowerCase(Locale.ROOT).replace(' ', '-'))
                .map(EventType::group)
                .orElse(ActGroup.UNSPECIFIED);
        PartyAnswer who = parties.ofCount(count.parties());
        List<Finding.Test> tests = new ArrayList<>();
        tests.add(acts.of(counted));
        weapons.ifPresent(weapon -> tests.add(weapon.of(List.of())));
        tests.add(who.parties());
        tests.add(notExempt(who, List.of()));
        return Optional.of(new Finding(
                count.register() + ":" + count.id(),
                agreement.id(),
                prohibition.id(),
                count.area(),
                count.reading(),
                verdict(tests),
                tests,
                who.cautions()));
    }

    /** When the clause is in force inside an outline; empty when it does not apply there. */
    Optional<AreaReading.InForce> findInForce(Entry.AreaOutline outline) {
        return outlines.stream()
                .filter(inside -> inside.entry().equals(outline))
                .findFirst()
                .flatMap(inside -> inside.time().inForce())
                .map(period -> new AreaReading.InForce(agreement.id(), period));
    }

    /** Kleene's "and" over the tests: Kleene, Journal of Symbolic Logic 3 (1938), section 7. */
    static Verdict verdict(List<Finding.Test> tests) {
        return switch (tests.stream().map(Finding.Test::holds).reduce(Truth.YES, Truth::and)) {
            case YES -> Verdict.BREACH;
            case UNKNOWN -> Verdict.UNDETERMINED;
            case NO -> Verdict.NO_BREACH;
        };
    }
}
