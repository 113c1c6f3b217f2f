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
    private Optional<String> side;
    private final Optional<String> source;
    private final Optional<Thing> thing;
    private final int line;
    private final int block;
    private int last;
    private final List<Part> parts = new ArrayList<>();
    private Optional<Amount> stated = Optional.empty();
    private Optional<Span> statedAt = Optional.empty();
    private Optional<String> place = Optional.empty();
    private Tally.Open open = Tally.Open.NOTHING;
    private boolean partial;
    private boolean firm;
    private boolean restated;

    /**
     * One part of the count.
     *
     * @param hidden whether it has parts of its own, which are told instead of it
     * @param open what its side or place may be where the text leaves them open
     * @param rest whether it is what the others leave of the total
     * @param doubtful whether only the figures say that it is a count
     */
    record Part(
            Optional<String> side,
            Optional<String> place,
            Optional<Thing> thing,
            Amount amount,
            Span span,
            Rule rule,
            Tally.Open open,
            boolean hidden,
            boolean rest,
            boolean doubtful) {
        Part with(Amount other, boolean hide) {
            return new Part(side, place, thing, other, span, rule, open, hide, rest, doubtful);
        }

        Part of(Optional<String> owner) {
            return new Part(owner, place, thing, amount, span, rule, open, hidden, rest, doubtful);
        }
    }

    Row(
            Optional<String> side,
            Optional<String> source,
            Optional<Thing> thing,
            int line,
            int block) {
        this.side = side;
        this.source = source;
        this.thing = thing;
        this.line = line;
        this.block = block;
        this.last = line;
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
    int line() {
        return line;
    }

    /** In which paragraph or list. */
    int block() {
        return block;
    }

    /** In which sentence it ends. */
    int last() {
        return last;
    }

    void reach(int sentence) {
        last = Math.max(last, sentence);
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

    /** The side that other words give the same total. */
    void adopt(Optional<String> owner) {
        side = owner;
    }

    void restate() {
        restated = true;
    }

    /** What the side or place of a row without parts may be. */
    Tally.Open open() {
        return open;
    }

    void leave(Tally.Open what) {
        open = what;
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

    /** A part gets parts of its own. */
    Part hide(int at) {
        Part part = parts.get(at);
        Part hidden = part.with(part.amount(), true);
        parts.set(at, hidden);
        return hidden;
    }

    /** What is said to be the rest is what the others leave; none where they leave nothing. */
    void settleRest() {
        long others = parts.stream()
                .filter(part -> !part.rest())
                .mapToLong(part -> part.amount().least())
                .sum();
        long left = stated.map(Amount::least).orElse(0L) - others;
        for (int i = parts.size() - 1; i >= 0; i--) {
            Part part = parts.get(i);
            if (part.rest() && left > 0) {
                parts.set(i, part.with(Amount.exactly(left), part.hidden()));
            } else if (part.rest()) {
                parts.remove(i);
            }
        }
    }

    /** Its total, or the sum of its parts where it has none. */
    long whole() {
        return stated.map(Amount::least).orElseGet(this::sum);
    }

    /** Its parts with its side, or itself where it has none. */
    List<Part> told() {
        if (parts.isEmpty()) {
            return List.of(new Part(
                    side,
                    place,
                    thing,
                    stated.orElseThrow(),
                    statedAt.orElseThrow(),
                    side.isPresent() ? Rule.SIDE : Rule.KIND,
                    open,
                    false,
                    false,
                    false));
        }
        return parts.stream().map(part -> part.of(part.side().or(this::side))).toList();
    }

    /** Never beyond the largest amount for each part, so it does not overflow. */
    long sum() {
        return parts.stream().mapToLong(part -> part.amount().least()).sum();
    }

    /** Whether its parts stand beside their places as in a table. */
    boolean isClose() {
        return firm;
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
