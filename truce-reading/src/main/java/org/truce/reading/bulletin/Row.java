package org.truce.reading.bulletin;

import org.truce.reading.figures.Amount;
import org.truce.reading.text.Span;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A count and its parts while they are read: one side's, of one kind of thing, as far as the text
 * says so.
 */
final class Row {
    private final Optional<String> side;
    private final Optional<String> source;
    private final Optional<Thing> thing;
    private final int sentence;
    private final List<Part> parts = new ArrayList<>();
    private Optional<Amount> stated = Optional.empty();
    private Optional<Span> statedAt = Optional.empty();
    private Optional<String> place = Optional.empty();
    private boolean partial;
    private boolean firm;
    private boolean restated;

    /**
     * One part of the count.
     *
     * @param hidden whether it has parts of its own, which are told instead of it
     */
    record Part(
            Optional<String> side,
            Optional<String> place,
            Optional<Thing> thing,
            Amount amount,
            Span span,
            Rule rule,
            boolean hidden) {}

    Row(Optional<String> side, Optional<String> source, Optional<Thing> thing, int sentence) {
        this.side = side;
        this.source = source;
        this.thing = thing;
        this.sentence = sentence;
    }

    Optional<String> side() {
        return side;
    }

    Optional<String> source() {
        return source;
    }

    Optional<Thing> thing() {
        return thing;
    }

    /** In which sentence of the text it begins. */
    int sentence() {
        return sentence;
    }

    List<Part> parts() {
        return parts;
    }

    Optional<Amount> stated() {
        return stated;
    }

    Optional<Span> statedAt() {
        return statedAt;
    }

    Optional<String> place() {
        return place;
    }

    /** Whether other words of the text give another total. */
    boolean isRestated() {
        return restated;
    }

    void state(Amount amount, Span span) {
        stated = Optional.of(amount);
        statedAt = Optional.of(span);
    }

    void restate() {
        restated = true;
    }

    void placed(String where) {
        place = Optional.of(where);
    }

    /** What follows is said not to be all, or places without counts are named. */
    void markPartial() {
        partial = true;
    }

    /**
     * @param closely whether the count stands at its place as in a table, so that one alone is
     *     meant to be all
     */
    void add(Part part, boolean closely) {
        parts.add(part);
        firm |= closely;
    }

    /** The last part gets parts of its own. */
    Part hideLast() {
        Part last = parts.removeLast();
        Part hidden = new Part(
                last.side(),
                last.place(),
                last.thing(),
                last.amount(),
                last.span(),
                last.rule(),
                true);
        parts.add(hidden);
        return hidden;
    }

    /** Never beyond the largest amount for each part, so it does not overflow. */
    long sum() {
        return parts.stream().mapToLong(part -> part.amount().least()).sum();
    }

    boolean isWhole() {
        return stated.filter(amount -> amount.least() <= sum()).isPresent();
    }

    boolean isConsistent() {
        if (stated.isEmpty() || parts.isEmpty() || stated.get().least() == sum()) {
            return true;
        }
        boolean exact = stated.get().isExact()
                && parts.stream().allMatch(part -> part.amount().isExact());
        if (!exact) {
            return mayBe();
        }
        boolean all = !partial && (firm || parts.size() > 1);
        return !all && sum() < stated.get().least();
    }

    /** Whether the ranges allow the sum. */
    private boolean mayBe() {
        Amount total = stated.orElseThrow();
        boolean open = parts.stream().anyMatch(part -> part.amount().most().isEmpty());
        boolean about = total.has(Amount.Doubt.APPROXIMATE)
                || parts.stream().anyMatch(part -> part.amount().has(Amount.Doubt.APPROXIMATE));
        boolean notTooMany = total.most().isEmpty() || sum() <= total.most().getAsLong();
        boolean enough = open || partial || sum() >= total.least();
        return about || (notTooMany && enough);
    }
}
