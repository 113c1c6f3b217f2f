package org.truce.reading.gold;

import org.truce.reading.statement.Form;
import org.truce.record.StatementKind;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Statements found in a set of articles against those expected. What is right is counted among
 * those expected under the form the coder gave, among those found under the form the reader gave.
 */
final class StatementScore {
    /** All that is reported: with and without words in marks. */
    static final Set<Form> REPORTED = EnumSet.of(Form.INDIRECT, Form.MIXED);

    private final Map<Closeness, Map<Form, Rate>> withSpeaker = new EnumMap<>(Closeness.class);
    private final Map<Closeness, Map<Form, Rate>> spanOnly = new EnumMap<>(Closeness.class);
    private final KindScore kindsOfPairs = new KindScore();
    private final KindScore kindsOfAll = new KindScore();
    private int paired;
    private int rightSpeakers;
    private int unresolvedSpeakers;
    private int rightForms;

    void add(Gold.Article article, Answer answer) {
        for (Closeness closeness : Closeness.values()) {
            addForms(withSpeaker, closeness, article, answer, true);
            addForms(spanOnly, closeness, article, answer, false);
        }
        addPairs(article, answer);
    }

    private static void addForms(
            Map<Closeness, Map<Form, Rate>> rates,
            Closeness closeness,
            Gold.Article article,
            Answer answer,
            boolean needsSpeaker) {
        List<Pairing.Pair> pairs = Pairing.of(article, answer, closeness, needsSpeaker);
        Map<Form, Rate> byForm = rates.computeIfAbsent(closeness, c -> new EnumMap<>(Form.class));
        for (Form form : Form.values()) {
            long given = answer.statements().stream()
                    .filter(said -> said.form() == form)
                    .count();
            long expected = article.statements().stream()
                    .filter(statement -> statement.said().form() == form)
                    .count();
            long rightGiven = pairs.stream()
                    .filter(p -> answer.statements().get(p.found()).form() == form)
                    .count();
            long rightExpected = pairs.stream()
                    .filter(p -> article.statements().get(p.expected()).said().form() == form)
                    .count();
            byForm.merge(form, new Rate(rightGiven, given, rightExpected, expected), Rate::plus);
        }
    }

    private void addPairs(Gold.Article article, Answer answer) {
        article.statements()
                .forEach(statement -> kindsOfAll.addExpected(statement.said().kind()));
        answer.statements().forEach(said -> kindsOfAll.addGiven(said.kind()));
        for (Pairing.Pair pair : Pairing.of(article, answer, Closeness.RELAXED, false)) {
            Answer.Said found = answer.statements().get(pair.found());
            Gold.Statement expected = article.statements().get(pair.expected());
            StatementKind kind = expected.said().kind();
            kindsOfPairs.addExpected(kind);
            kindsOfPairs.addGiven(found.kind());
            if (found.kind() == kind) {
                kindsOfPairs.addRight(kind);
                kindsOfAll.addRight(kind);
            }
            paired++;
            rightSpeakers += expected.isBy(found.speaker()) ? 1 : 0;
            unresolvedSpeakers += found.speaker().isEmpty() ? 1 : 0;
            rightForms += found.form() == expected.said().form() ? 1 : 0;
        }
    }

    /** Span and resolved speaker. */
    Rate rate(Closeness closeness, Set<Form> forms) {
        return sum(withSpeaker, closeness, forms);
    }

    /** Span alone, whoever is said to speak. */
    Rate spanRate(Closeness closeness, Set<Form> forms) {
        return sum(spanOnly, closeness, forms);
    }

    private static Rate sum(
            Map<Closeness, Map<Form, Rate>> rates, Closeness closeness, Set<Form> forms) {
        Map<Form, Rate> byForm = rates.getOrDefault(closeness, Map.of());
        Rate sum = new Rate(0, 0, 0);
        for (Form form : forms) {
            sum = sum.plus(byForm.getOrDefault(form, new Rate(0, 0, 0)));
        }
        return sum;
    }

    /** Over the pairs whose spans are relaxedly the same. */
    KindScore kindsOfPairs() {
        return kindsOfPairs;
    }

    /** Over all found and expected. */
    KindScore kindsOfAll() {
        return kindsOfAll;
    }

    /** How many were found and expected, going by relaxed spans alone. */
    int paired() {
        return paired;
    }

    /** The share of pairs with the right speaker; 1 when there are no pairs. */
    double speakerShare() {
        return paired == 0 ? 1 : (double) rightSpeakers / paired;
    }

    /** The share of pairs whose speaker was left open; 0 when there are no pairs. */
    double unresolvedShare() {
        return paired == 0 ? 0 : (double) unresolvedSpeakers / paired;
    }

    /** The share of pairs with the right form; 1 when there are no pairs. */
    double formShare() {
        return paired == 0 ? 1 : (double) rightForms / paired;
    }
}
