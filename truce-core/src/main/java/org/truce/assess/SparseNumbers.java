package org.truce.assess;

import org.truce.terms.Verdict;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** Numbers that are given only where enough was watched or somebody said them: no zero else. */
final class SparseNumbers {
    private final Optional<Counting> counting;
    private final IncidentCounting incidents;
    private final AssessSettings settings;

    /**
     * @param counting what the rates rest on, if anything
     * @param incidents those of the window and the baseline
     */
    SparseNumbers(
            Optional<Counting> counting, IncidentCounting incidents, AssessSettings settings) {
        this.counting = counting;
        this.incidents = incidents;
        this.settings = settings;
    }

    Answer.PerDay perDay() {
        return new Answer.PerDay(
                perDay(counting.map(Counting::before)), perDay(counting.map(Counting::during)));
    }

    private OptionalDouble perDay(Optional<WindowCount> counted) {
        return counted.filter(this::isWatched)
                .map(c -> OptionalDouble.of(c.rate().perDay()))
                .orElseGet(OptionalDouble::empty);
    }

    private boolean isWatched(WindowCount counted) {
        return counted.observedShare() >= settings.halfObserved();
    }

    /** Without a breach to say it of, it is none only where enough of the time was watched. */
    Answer.Said civiliansKilled() {
        Answer.BeforeDuring known =
                IncidentCounting.count(incidents.before(), incidents.during(), Verdict.BREACH);
        Answer.Said said = counting.map(Counting::civiliansKilled)
                .orElse(IncidentCounting.civiliansKilled(incidents.before(), incidents.during()));
        return new Answer.Said(
                orNotSaid(said.before(), known.before(), counting.map(Counting::before)),
                orNotSaid(said.during(), known.during(), counting.map(Counting::during)));
    }

    private OptionalInt orNotSaid(
            OptionalInt killed, int knownBreaches, Optional<WindowCount> counted) {
        int breaches = counted.map(WindowCount::breaches).orElse(knownBreaches);
        return breaches > 0 || counted.filter(this::isWatched).isPresent()
                ? killed
                : OptionalInt.empty();
    }
}
