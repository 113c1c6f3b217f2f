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

/** One prohibition with its tests, and the outlines in which it applies. */
final class Clause {
    private final Agreement agreement;
    private final Agreement.Prohibition prohibition;
    private final ActTest acts;
    private final PartyTest parties;
    private final List<Inside> outlines;

    /** An outline as it was drawn and as it is computed with. */
    record Drawn(Entry.AreaOutline entry, Outline shape) {}

    private record Inside(Entry.AreaOutline entry, PlaceTest place, TimeTest time) {}

    Clause(
            Agreement agreement,
            Agreement.Prohibition prohibition,
            ActorBook book,
            List<Drawn> drawn) {
        this.agreement = agreement;
        this.prohibition = prohibition;
        acts = new ActTest(prohibition);
        parties = new PartyTest(new Binding(book, agreement, prohibition));
        outlines = drawn.stream()
                .filter(outline -> prohibition.areas().contains(outline.entry().area()))
                .map(outline -> inside(agreement, outline))
                .toList();
    }

    private static Inside inside(Agreement agreement, Drawn drawn) {
        Entry.AreaOutline entry = drawn.entry();
        return new Inside(
                entry,
                new PlaceTest(drawn.shape(), entry, findReading(agreement, entry)),
                new TimeTest(agreement, entry));
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
        PartyAnswer who = parties.of(incident.reliedOn());
        List<Finding> findings = new ArrayList<>(outlines.size());
        for (Inside inside : outlines) {
            Finding.Test place = inside.place().of(asked);
            Finding.Test time = inside.time().of(incident.occurred(), clock);
            List<Finding.Test> tests = List.of(act, who.parties(), who.notExempt(), place, time);
            findings.add(new Finding(
                    incident.id(),
                    agreement.id(),
                    prohibition.id(),
                    inside.entry().area(),
                    inside.entry().reading(),
                    verdict(tests),
                    tests,
                    cautions(who, inside, asked, place)));
        }
        return findings;
    }

    private static List<Phrase> cautions(
            PartyAnswer who, Inside inside, PlaceTest.Asked asked, Finding.Test place) {
        if (!inside.place().mayBeInPartNotDrawn(asked, place)) {
            return who.cautions();
        }
        List<Phrase> cautions = new ArrayList<>(who.cautions());
        cautions.add(
                Phrase.of("terms.caution-part-not-drawn", asked.governorate().orElseThrow()));
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
        List<Finding.Test> tests = List.of(acts.of(counted), who.parties(), who.notExempt());
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
