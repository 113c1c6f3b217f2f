package org.truce.followup;

import org.truce.assess.Evidence;
import org.truce.reconcile.Incident;
import org.truce.record.ActorBook;
import org.truce.record.Agreement;
import org.truce.record.Entry;
import org.truce.record.EntryRef;
import org.truce.record.FollowUp;
import org.truce.record.Influence;
import org.truce.record.Participants;
import org.truce.terms.Finding;
import org.truce.terms.Terms;
import org.truce.terms.Verdict;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * To whom a notice about incidents may go: whoever can make those comply of whom a source says that
 * they did it. A proposal says what it rests on, and says of nobody that they did it.
 */
public final class Addressees {
    private final ActorBook actors;
    private final List<Agreement> agreements;
    private final List<FollowUp.Guarantee> guarantees;
    private final Evidence evidence;
    private final AreaTies ties;

    public Addressees(Evidence evidence) {
        this.evidence = evidence;
        ties = new AreaTies(evidence);
        actors = evidence.actors();
        agreements = evidence.listAgreements();
        guarantees = evidence.known().list(FollowUp.Guarantee.class);
    }

    /**
     * One that may be asked.
     *
     * @param name as the guarantee's entry has it, or what the agreements call it
     * @param party whom it may make comply; several with commas between them
     * @param restsOn all agreements and guarantees, as {@code kind:id} with commas between them
     * @param source on whose word, where the entry has it at hand; several with semicolons
     */
    public record Proposed(
            String name,
            Influence influence,
            String party,
            String restsOn,
            Optional<String> source) {}

    /**
     * Guarantors by entries, or by agreements where no entry says who answers for a side; then
     * those that a side is said to look to and that guarantee nothing here. An undertaking under an
     * agreement goes for the areas of the agreement, one that names none for every place. Each
     * stands once, with all that it rests on.
     */
    public List<Proposed> propose(Collection<Incident> incidents) {
        List<Ground> grounds = new ArrayList<>();
        for (Incident incident : incidents) {
            LocalDate day = LocalDate.ofInstant(
                    incident.occurred().begins(evidence.zone()), evidence.zone());
            Set<String> areas = ties.ofPlace(incident.place());
            for (String actor : alleged(incident)) {
                List<FollowUp.Guarantee> on = guarantees.stream()
                        .filter(one -> actors.resolve(one.party()).contains(actor))
                        .filter(one -> isOn(one, day))
                        .filter(one ->
                                one.under().filter(id -> !isFor(id, areas)).isEmpty())
                        .toList();
                on.forEach(one -> grounds.add(ground(one, actor)));
                // An agreement lists its guarantors, not who of them answers for whom.
                if (on.stream().noneMatch(one -> one.influence() == Influence.GUARANTEES)) {
                    grounds.addAll(byAgreements(incident, actor, areas));
                }
            }
        }
        return together(grounds);
    }

    /** What one proposal may rest on. */
    private record Ground(
            String name,
            Influence influence,
            String party,
            List<String> restsOn,
            Optional<String> source) {}

    /**
     * Whether the agreement goes for a place in these areas; where it names none, for every one.
     */
    private boolean isFor(String agreement, Set<String> areas) {
        Set<String> own = ties.ofAgreement(agreement);
        // An area that nobody has drawn holds every place, as far as can be told.
        return own.isEmpty()
                || own.stream().anyMatch(area -> areas.contains(area) || !ties.isDrawn(area));
    }

    private List<Proposed> together(List<Ground> grounds) {
        Map<String, List<Ground>> byActor = new LinkedHashMap<>();
        for (Influence influence : List.of(Influence.GUARANTEES, Influence.LOOKS_TO)) {
            grounds.stream()
                    .filter(ground -> ground.influence() == influence)
                    .forEach(ground -> byActor.computeIfAbsent(
                                    String.join(",", actors.resolve(ground.name())),
                                    key -> new ArrayList<>())
                            .add(ground));
        }
        return byActor.values().stream().map(Addressees::one).toList();
    }

    /** Of whoever guarantees, that it is looked to besides adds nothing. */
    private static Proposed one(List<Ground> all) {
        Influence influence = all.getFirst().influence();
        List<Ground> grounds =
                all.stream().filter(ground -> ground.influence() == influence).toList();
        return new Proposed(
                grounds.getFirst().name(),
                influence,
                joined(", ", grounds.stream().map(Ground::party)),
                joined(", ", grounds.stream().flatMap(ground -> ground.restsOn().stream())),
                Optional.of(joined("; ", grounds.stream().flatMap(one -> one.source().stream())))
                        .filter(text -> !text.isEmpty()));
    }

    private static String joined(String between, Stream<String> texts) {
        return texts.distinct().collect(Collectors.joining(between));
    }

    private static boolean isOn(FollowUp.Guarantee guarantee, LocalDate day) {
        return guarantee.from().filter(day::isBefore).isEmpty()
                && guarantee.to().filter(day::isAfter).isEmpty();
    }

    private Ground ground(FollowUp.Guarantee one, String party) {
        return new Ground(
                one.guarantor(),
                one.influence(),
                actors.name(party),
                Stream.concat(
                                Stream.of(EntryRef.to(one).text()),
                                one.under().map("agreement:"::concat).stream())
                        .toList(),
                one.basis().source().find());
    }

    /**
     * By those that the incident breaks or may break; where there are none, by all of the party
     * that go for its place.
     */
    private List<Ground> byAgreements(Incident incident, String actor, Set<String> areas) {
        Set<String> touched = evidence.findings(incident, Terms.Clock.AS_AGREED).stream()
                .filter(finding -> finding.verdict() != Verdict.NO_BREACH)
                .map(Finding::agreement)
                .collect(Collectors.toSet());
        return agreements.stream()
                .filter(agreement -> touched.isEmpty() || touched.contains(agreement.id()))
                .filter(agreement -> agreement.parties().contains(actor))
                .filter(agreement -> isFor(agreement.id(), areas))
                .flatMap(agreement -> agreement.guarantors().stream()
                        .map(guarantor -> new Ground(
                                actors.name(guarantor),
                                Influence.GUARANTEES,
                                actors.name(actor),
                                List.of("agreement:" + agreement.id()),
                                Optional.of(agreement.title().en()))))
                .toList();
    }

    /** Ids of all of whom a report says that they did it, or that they fought. */
    private Set<String> alleged(Incident incident) {
        Set<String> ids = new LinkedHashSet<>();
        for (Entry.Report report : incident.reliedOn()) {
            labels(report.participants()).forEach(label -> {
                Optional<Agreement.Label> two = actors.findTwoSided(label);
                if (two.isPresent()) {
                    ids.add(two.get().sideA());
                    ids.add(two.get().sideB());
                } else {
                    ids.addAll(actors.resolve(label));
                }
            });
        }
        return ids;
    }

    private static Stream<String> labels(Participants participants) {
        return switch (participants) {
            case Participants.Alleged alleged -> Stream.of(alleged.actor());
            case Participants.Fighting fighting -> Stream.of(fighting.sideA(), fighting.sideB());
        };
    }

    /**
     * A guarantor or party as somebody names it: the label itself where the record knows it, since
     * "Russia" and "Russian forces" are one actor and two addressees; of an actor's id its name.
     */
    public Optional<String> find(String label) {
        String name = label.strip();
        Optional<Agreement.Actor> byId = actors.find(name);
        if (byId.isPresent()) {
            return byId.map(actor -> actor.name().en());
        }
        List<String> ids = actors.resolve(name);
        if (ids.size() == 1 && actors.find(ids.getFirst()).isPresent()) {
            return Optional.of(name);
        }
        return guarantees.stream()
                .flatMap(one -> Stream.of(one.guarantor(), one.party()))
                .filter(known -> NoticeBook.isSamePerson(known, name))
                .findFirst();
    }
}
