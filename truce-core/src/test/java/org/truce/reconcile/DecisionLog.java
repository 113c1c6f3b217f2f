package org.truce.reconcile;

import org.truce.record.DecisionAct;
import org.truce.record.Entered;
import org.truce.record.Entry;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Decisions for a test, one after another, each in the register named; ids are D1, D2 and on. */
final class DecisionLog {
    static final LocalDate DAY = LocalDate.parse("2017-08-01");

    private final List<Entry.Decision> made = new ArrayList<>();

    DecisionLog decide(String register, DecisionAct act, String... about) {
        return decide(register, act, Optional.empty(), about);
    }

    DecisionLog attribute(String register, String actor, String about) {
        return decide(register, DecisionAct.ATTRIBUTE, Optional.of(actor), about);
    }

    private DecisionLog decide(
            String register, DecisionAct act, Optional<String> actor, String... about) {
        String id = "D" + (made.size() + 1);
        made.add(new Entry.Decision(
                register,
                id,
                Entered.by("command line"),
                act,
                List.of(about),
                actor,
                ReportsForTest.guarded("the duty officer"),
                DAY,
                "reason of " + id,
                Optional.empty()));
        return this;
    }

    Entry.Decision last() {
        return made.getLast();
    }

    /** By register, and in each in the order made. */
    Decisions decisions() {
        return Decisions.of(list());
    }

    List<Entry.Decision> list() {
        return made.stream()
                .sorted(Comparator.comparing(Entry.Decision::register))
                .toList();
    }
}
