package org.truce.app.simulate;

import org.truce.app.store.EntryStore;
import org.truce.simulate.Broken;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/** Asks nodes, and asks again what was asked before. */
final class Asking {
    private static final int AGAIN_AT_MOST = 4;

    private final Questions questions;
    private final Tally tally;
    private final List<Asked> past = new ArrayList<>();
    private final Set<Integer> putBack = new HashSet<>();

    private record Asked(int node, String text, String pin, long entries, String values) {}

    Asking(Questions questions, Tally tally) {
        this.questions = questions;
        this.tally = tally;
    }

    /** A node that was put back to an older state may lack what its past answers rest on. */
    void putBack(Node node) {
        putBack.add(node.number());
    }

    boolean wasPutBack(Node node) {
        return putBack.contains(node.number());
    }

    /** The answer at an instant, kept to be asked for again. */
    String ask(Node node, Clock clock, long chance) {
        Questions.Answer answer = questions.ask(node.file(), Optional.empty(), clock);
        tally.add("answers");
        String text = answer.text().orElse(answer.refusal());
        if (answer.text().isPresent()) {
            long entries = node.store().size();
            past.add(new Asked(
                    node.number(), text, answer.pin(), entries, node.valuesDigest(entries)));
        }
        List<Asked> before =
                past.stream().filter(one -> one.node() == node.number()).toList();
        if (!before.isEmpty()) {
            again(node, before.get(new Random(chance).nextInt(before.size())));
        }
        return text;
    }

    /** Some of the past answers of a node. */
    void askAgain(Node node, long chance) {
        List<Asked> before =
                past.stream().filter(one -> one.node() == node.number()).toList();
        Random random = new Random(chance);
        for (int i = 0; i < Math.min(AGAIN_AT_MOST, before.size()); i++) {
            again(node, before.get(random.nextInt(before.size())));
        }
    }

    private void again(Node node, Asked asked) {
        Questions.Answer answer =
                questions.ask(node.file(), Optional.of(asked.pin()), node.clock());
        if (putBack.contains(node.number())) {
            tally.add("past answers: of a node that was put back");
        } else if (answer.text().isEmpty() && isForWantOfValues(node, asked, answer)) {
            tally.add("past answers: refused, protected values destroyed since");
        } else if (answer.text().isEmpty() && hasTwoHistories(node)) {
            tally.add("past answers: refused after two histories");
        } else if (!answer.text().equals(Optional.of(asked.text()))) {
            throw new Broken(
                    "no past answer changes",
                    "node %d, pin %s: %s"
                            .formatted(
                                    node.number(),
                                    asked.pin(),
                                    answer.text().isPresent()
                                            ? "another answer"
                                            : answer.refusal()));
        } else {
            tally.add("past answers: the same to the byte");
        }
    }

    private static boolean isForWantOfValues(Node node, Asked asked, Questions.Answer answer) {
        return !node.valuesDigest(asked.entries()).equals(asked.values())
                && answer.refusal().contains("cannot be given again");
    }

    private static boolean hasTwoHistories(Node node) {
        List<EntryStore.Log> logs = node.store().listLogs();
        return logs.stream().map(EntryStore.Log::register).distinct().count() < logs.size();
    }
}
