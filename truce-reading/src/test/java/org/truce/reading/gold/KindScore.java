package org.truce.reading.gold;

import org.truce.record.StatementKind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** How often each kind was given, expected, and both for one statement. */
final class KindScore {
    private final Map<StatementKind, Integer> given = new EnumMap<>(StatementKind.class);
    private final Map<StatementKind, Integer> expected = new EnumMap<>(StatementKind.class);
    private final Map<StatementKind, Integer> right = new EnumMap<>(StatementKind.class);

    void addGiven(StatementKind kind) {
        given.merge(kind, 1, Integer::sum);
    }

    void addExpected(StatementKind kind) {
        expected.merge(kind, 1, Integer::sum);
    }

    /** One of those given is one of those expected. */
    void addRight(StatementKind kind) {
        right.merge(kind, 1, Integer::sum);
    }

    Rate rate(StatementKind kind) {
        return new Rate(
                right.getOrDefault(kind, 0),
                given.getOrDefault(kind, 0),
                expected.getOrDefault(kind, 0));
    }

    /** The mean of the kinds' F1, over those that were expected or given; 1 when there are none. */
    double macroF1() {
        List<Double> scores = new ArrayList<>();
        for (StatementKind kind : StatementKind.values()) {
            if (given.containsKey(kind) || expected.containsKey(kind)) {
                scores.add(rate(kind).f1());
            }
        }
        return scores.stream().mapToDouble(Double::doubleValue).average().orElse(1);
    }

    /** How many of those expected were given the right kind. */
    Rate overall() {
        return Arrays.stream(StatementKind.values())
                .map(this::rate)
                .reduce(new Rate(0, 0, 0), Rate::plus);
    }
}
