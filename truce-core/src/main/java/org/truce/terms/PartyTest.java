package org.truce.terms;

import org.truce.base.Phrase;
import org.truce.base.Truth;
import org.truce.record.Agreement;
import org.truce.record.Entry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Between whom it was, by every report of an incident: whether the prohibition stands between them,
 * and whether an exemption takes them out of it. The answer says what the reports say, never who is
 * guilty. Answers are kept by what was told, since few different things are told about many events.
 */
final class PartyTest {
    private final Binding binding;
    private final AllegedForce alleged;
    private final TwoSidedFight fight;
    private final Optional<DirectedAct> directed;
    private final Map<Told, PartyAnswer> answers = new ConcurrentHashMap<>();

    PartyTest(Binding binding, Agreement.Prohibition prohibition) {
        directed = prohibition.directed()
                ? Optional.of(new DirectedAct(binding, prohibition.against().isEmpty()))
                : Optional.empty();
        this.binding = binding;
        alleged = new AllegedForce(binding);
        fight = new TwoSidedFight(binding);
    }

    PartyAnswer of(List<Entry.Report> reports) {
        if (reports.size() == 1) {
            return of(reports.getFirst());
        }
        return PartyAnswer.together(reports.stream().map(this::of).toList());
    }

    private PartyAnswer of(Entry.Report report) {
        return answers.computeIfAbsent(Told.by(report.participants()), this::answer);
    }

    private PartyAnswer answer(Told told) {
        return switch (told) {
            case Told.Fought fought ->
                binding.book()
                        .findTwoSided(fought.sideA())
                        .map(label -> between(label, Told.NOTHING_SAID))
                        .orElseGet(() -> directed.map(act -> act.between(
                                        binding.book().resolve(fought.sideA()),
                                        binding.book().resolve(fought.sideB())))
                                .orElseGet(() -> fight.between(fought)));
            case Told.Acted acted ->
                binding.book()
                        .findTwoSided(acted.actor())
                        .map(label -> between(label, acted.target()))
                        .orElseGet(() -> directed.map(act -> act.by(acted))
                                .orElseGet(() -> alleged.by(acted)));
        };
    }

    private PartyAnswer between(Agreement.Label label, Told.Target target) {
        List<String> sideA = List.of(label.sideA());
        List<String> sideB = List.of(label.sideB());
        return directed.map(act -> act.between(sideA, sideB))
                .orElseGet(() -> fight.between(sideA, sideB, target));
    }

    /**
     * The answer for a count whose parties are told by a label: one that an agreement declares as
     * two sides, or one that names an excluded group ("with-isil").
     */
    PartyAnswer ofCount(String label) {
        return binding.book()
                .findTwoSided(label)
                .map(twoSided -> between(twoSided, Told.NOTHING_SAID))
                .orElseGet(() -> notDeclared(label));
    }

    private PartyAnswer notDeclared(String label) {
        List<String> excluded =
                binding.listWith(binding.book().listNamedIn(label), Binding.Standing.EXCLUDED);
        return new PartyAnswer(
                Binding.parties(
                        Truth.UNKNOWN, Phrase.of("terms.parties-label-not-declared", label)),
                excluded.isEmpty()
                        ? Binding.exemption(Truth.UNKNOWN, Phrase.of("terms.exempt-unknown"))
                        : binding.exempt(excluded),
                Optional.empty(),
                List.of());
    }
}
