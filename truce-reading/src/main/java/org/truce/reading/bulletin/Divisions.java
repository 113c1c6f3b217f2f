package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Count.Trait;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks for the counts that divide another. */
final class Divisions {
    /** A row is not longer; looking further for each count would take time for hostile texts. */
    private static final int MOST_PARTS = 100;

    private final List<Count> counts;

    /** Each looked for once: a part is asked for its parts by whatever it may be a part of. */
    private final Map<Integer, Optional<Division>> inner = new HashMap<>();

    /**
     * What divides a count.
     *
     * @param parts in their order, at least one
     * @param next the count behind all that belongs to it
     */
    record Division(List<Integer> parts, int next) {}

    /** Each looked for once, as whatever stands before may be asked for all behind it. */
    private final Map<Integer, Optional<Division>> linked = new HashMap<>();

    /** What divides a count exactly. */
    private final Map<Integer, Division> fits;

    /** The total of each part of these. */
    private final Map<Integer, Integer> totals = new HashMap<>();

    Divisions(List<Count> counts) {
        this(counts, Fits.of(counts, new Divisions(counts, Map.of())));
    }

    /** With what the figures are known to divide. */
    Divisions(List<Count> counts, Map<Integer, Division> fits) {
        this.counts = counts;
        this.fits = Map.copyOf(fits);
        fits.forEach((total, one) -> one.parts().forEach(part -> totals.put(part, total)));
    }

    /** Behind a count and what stands in brackets behind it. */
    int behind(int at) {
        int next = at + 1;
        while (next < counts.size()
                && counts.get(next).at().depth() > counts.get(at).at().depth()
                && counts.get(next).at().line() == counts.get(at).at().line()) {
            next++;
        }
        return next;
    }

    /** Behind the counts of the same sentence that go on where one begins. */
    int endOfLine(int at) {
        int next = at + 1;
        while (next < counts.size()
                && counts.get(next).at().line() == counts.get(at).at().line()
                && !counts.get(next).is(Trait.SUM)) {
            next++;
        }
        return next;
    }

    Optional<Division> find(int at) {
        Optional<Division> sure = sure(at);
        return sure.isPresent() ? sure : flat(at, false);
    }

    /** The total behind a count that is the first of those that make it exactly; -1 without one. */
    int totalBehind(int first) {
        int total = totals.getOrDefault(first, -1);
        Division division = fits.get(total);
        return division != null && total > first && division.parts().getFirst() == first
                ? total
                : -1;
    }

    /** "112 violations in Hama, including 16 explosions": part of a count and none of its own. */
    boolean isMention(int at) {
        if (at == 0) {
            return false;
        }
        Count count = counts.get(at);
        Count before = counts.get(at - 1);
        boolean same = before.at().line() == count.at().line()
                && count.is(Trait.NAMED)
                && (count.where().isNowhere()
                        || count.where().names().equals(before.where().names()));
        return same && (count.is(Trait.WHOLE) ? isSoundOf(at) : count.is(Trait.PART));
    }

    /**
     * "61 violations in Hama, of which 14 explosions": the only one, so that it divides nothing.
     */
    private boolean isSoundOf(int at) {
        boolean sound = counts.get(at)
                .thing()
                .filter(one -> one.kind() == Thing.Kind.SOUND)
                .isPresent();
        boolean breaches = counts.get(at - 1)
                .thing()
                .filter(one -> one.kind() == Thing.Kind.BREACH)
                .isPresent();
        boolean alone = at + 1 >= counts.size()
                || counts.get(at + 1).at().line() != counts.get(at).at().line();
        return sound && breaches && alone;
    }

    /** In brackets, or by the figures. */
    private Optional<Division> sure(int at) {
        Optional<Division> inside = inBrackets(at);
        return inside.isPresent() ? inside : Optional.ofNullable(fits.get(at));
    }

    /** "27 (Hays 11, Durayhimi 16)". */
    Optional<Division> inBrackets(int at) {
        Count total = counts.get(at);
        int next = behind(at);
        List<Integer> parts = new ArrayList<>();
        for (int i = at + 1; i < next; i++) {
            Count part = counts.get(i);
            if (part.at().depth() == total.at().depth() + 1 && isApart(total, part)) {
                parts.add(i);
            }
        }
        if (parts.isEmpty()) {
            parts.addAll(kinds(at, next));
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(new Division(parts, next));
    }

    /** "26 violations (18 explosions, 8 bursts)": all kinds, where they make it exactly. */
    private List<Integer> kinds(int at, int next) {
        List<Integer> inside = new ArrayList<>();
        long sum = 0;
        for (int i = at + 1; i < next; i++) {
            if (!isKind(counts.get(at), counts.get(i))) {
                return List.of();
            }
            inside.add(i);
            sum += counts.get(i).least();
        }
        return sum == counts.get(at).least() ? inside : List.of();
    }

    /** What divides a part in its own sentence: brackets, or "six in Hama: four ..., two ...". */
    Optional<Division> inner(int at) {
        if (!inner.containsKey(at)) {
            inner.put(at, findInner(at));
        }
        return inner.getOrDefault(at, Optional.empty());
    }

    private Optional<Division> findInner(int at) {
        Optional<Division> inside = sure(at);
        if (inside.isPresent()) {
            return inside;
        }
        int next = at + 1;
        if (totals.containsKey(at) && totals.get(at).equals(totals.get(next))) {
            return Optional.empty();
        }
        boolean opens = next < counts.size()
                && counts.get(next).at().line() == counts.get(at).at().line()
                && (counts.get(next).is(Trait.COLON) || counts.get(next).is(Trait.WHOLE))
                && counts.get(next).owner().whole().isEmpty();
        return flat(at, true).filter(one -> opens || isExactly(at, one));
    }

    /** What a colon says divides a count in its own sentence. */
    Optional<Division> linked(int at) {
        if (!linked.containsKey(at)) {
            linked.put(at, findLinked(at));
        }
        return linked.getOrDefault(at, Optional.empty());
    }

    private Optional<Division> findLinked(int at) {
        int next = at + 1;
        boolean opens = next < counts.size()
                && counts.get(next).at().line() == counts.get(at).at().line()
                && counts.get(next).is(Trait.COLON)
                && !counts.get(at).is(Trait.COLON);
        return opens ? flat(at, true) : Optional.empty();
    }

    /** "two, one in Hama and one in Homs". */
    private boolean isExactly(int at, Division division) {
        Count total = counts.get(at);
        return total.where().isNowhere()
                && division.parts().size() > 1
                && division.parts().stream().noneMatch(one -> counts.get(one).is(Trait.SIDED))
                && division.parts().stream()
                                .mapToLong(one -> counts.get(one).least())
                                .sum()
                        == total.least();
    }

    private Optional<Division> flat(int at, boolean withinLine) {
        Count total = counts.get(at);
        if (total.is(Trait.NONE) || total.where().names().size() > 1) {
            return Optional.empty();
        }
        List<Integer> parts = new ArrayList<>();
        long sum = 0;
        int next = behind(at);
        int end = next;
        int dropped = next;
        while (next < counts.size() && next - at < MOST_PARTS) {
            Count part = counts.get(next);
            Count last = counts.get(parts.isEmpty() ? at : parts.getLast());
            boolean line = part.at().line() == last.at().line();
            if (part.at().depth() < total.at().depth()
                    || (withinLine && !line)
                    || part.is(Trait.SUM)
                    || (!line && !isFollowing(total, last, part, sum))) {
                break;
            }
            if (!isPart(total, last, part, parts.isEmpty())) {
                if (!part.is(Trait.PART) || !line) {
                    break;
                }
                // "including 16 explosions" is part of a count and no count of the bulletin's own.
                next = behind(next);
                dropped = next;
                continue;
            }
            parts.add(next);
            sum += part.least() * Math.max(1, part.where().names().size());
            int here = next;
            next = inner(here).map(Division::next).orElseGet(() -> behind(here));
            end = next;
        }
        return isTotal(total, parts, sum)
                ? Optional.of(new Division(parts, Math.max(end, dropped)))
                : Optional.empty();
    }

    /** In a later sentence or line: where the total leaves room and nothing new begins. */
    private static boolean isFollowing(Count total, Count last, Count part, long sum) {
        if ((part.at().block() != total.at().block() && !isListBelow(total, last, part))
                || part.at().line() > last.at().line() + (isFirstByPlace(total, last, part) ? 6 : 2)
                || sum == total.least()
                || isSibling(total, part)
                || (part.is(Trait.HEADED) && sum + part.least() > total.least())
                || (part.is(Trait.NONE) && !part.is(Trait.CLOSE))) {
            return false;
        }
        boolean room = sum + part.least() <= total.least();
        boolean elliptic = !part.is(Trait.NAMED);
        boolean side = total.owner().side().isPresent()
                && Who.isAlike(total.owner().side(), part.owner().side());
        return elliptic || (room && (side || !part.is(Trait.SIDED)));
    }

    /** Places with counts may stand behind lines that count nothing. */
    private static boolean isFirstByPlace(Count total, Count last, Count part) {
        return last.equals(total) && part.is(Trait.CLOSE) && !part.is(Trait.NAMED);
    }

    /** "Shelling: 6", "Raids: 3": lines of one list that each say of what. */
    private static boolean isSibling(Count total, Count part) {
        return total.is(Trait.LISTED)
                && total.is(Trait.COLON)
                && part.is(Trait.LISTED)
                && part.is(Trait.COLON)
                && total.thing().isPresent()
                && part.thing().isPresent()
                && total.at().block() == part.at().block();
    }

    /** A list of places right below a count, which a blank line parts from it. */
    private static boolean isListBelow(Count total, Count last, Count part) {
        boolean near = part.at().line() <= last.at().line() + 2;
        boolean goesOn = last.at().block() == total.at().block()
                ? part.at().block() == total.at().block() + 1
                : part.at().block() == last.at().block();
        return near
                && goesOn
                && part.is(Trait.LISTED)
                && !part.where().isNowhere()
                && (part.is(Trait.CLOSE) || part.where().rule() == Rule.FRONT)
                && !total.is(Trait.CLOSE)
                && isLike(total.thing(), part.thing());
    }

    private static boolean isPart(Count total, Count last, Count part, boolean first) {
        boolean side = isSideOf(total.owner().side(), part.owner().side());
        boolean back = part.owner().whole().isPresent()
                || (part.is(Trait.WHOLE) && part.at().line() != total.at().line());
        if (!side || back || part.is(Trait.ANEW)) {
            return false;
        }
        if (part.is(Trait.REST)) {
            return !first;
        }
        boolean linked = part.is(Trait.WHOLE)
                || part.is(Trait.COLON)
                || part.is(Trait.PART)
                || part.at().depth() > total.at().depth();
        boolean like = isLike(total.thing(), part.thing());
        if (isApart(total, part)) {
            return like || linked;
        }
        boolean kind = !like || isKind(total, part) || part.thing().isEmpty();
        return part.where().isNowhere() && kind && (first ? linked : !isApart(total, last));
    }

    private static boolean isKind(Count total, Count part) {
        return part.is(Trait.NAMED)
                && total.thing().isPresent()
                && part.thing().isPresent()
                && !total.thing().get().code().equals(part.thing().get().code());
    }

    /** Whether a count says more closely where or whose it is than another. */
    private static boolean isApart(Count total, Count part) {
        boolean place = !part.where().isNowhere()
                && !part.where().names().equals(total.where().names());
        boolean side = part.owner().side().isPresent() && total.owner().side().isEmpty();
        return place || side;
    }

    static boolean isSideOf(Optional<String> whole, Optional<String> part) {
        return whole.isEmpty() || part.isEmpty() || Who.isAlike(whole, part);
    }

    static boolean isLike(Optional<Thing> one, Optional<Thing> other) {
        return one.isEmpty() || other.isEmpty() || one.get().isLike(other.get());
    }

    /** Whether words behind the counts say that with the one before them they make so many. */
    private boolean isSummed(List<Integer> parts, long sum) {
        int next = behind(parts.getLast());
        return next < counts.size()
                && counts.get(next).is(Trait.SUM)
                && counts.get(next).least() == sum;
    }

    private boolean isTotal(Count total, List<Integer> parts, long sum) {
        if (parts.isEmpty()) {
            return false;
        }
        Count first = counts.get(parts.getFirst());
        boolean linked = first.is(Trait.COLON) || first.is(Trait.WHOLE) || first.is(Trait.PART);
        boolean some = first.is(Trait.PART) && first.where().isNowhere() && !first.is(Trait.WHOLE);
        if (some && first.owner().side().equals(total.owner().side()) && sum != total.least()) {
            return false;
        }
        boolean exact = sum == total.least()
                || parts.stream().anyMatch(at -> counts.get(at).is(Trait.REST));
        boolean line = first.at().line() == total.at().line();
        if (!total.where().isNowhere() || total.is(Trait.SOMEWHERE)) {
            boolean wide = total.where().rule() != Rule.CLOSE;
            boolean beside = total.is(Trait.LISTED)
                    && first.is(Trait.LISTED)
                    && total.at().block() == first.at().block()
                    && total.where().rule() == first.where().rule();
            boolean parallel = first.where().rule() == Rule.FRONT || beside;
            return (exact && parts.size() > 1 && !parallel && !isSummed(parts, total.least() + sum))
                    || (linked && wide && line);
        }
        boolean lines = total.is(Trait.LISTED)
                && !total.is(Trait.NAMED)
                && total.thing().isEmpty();
        if (!line && lines && first.is(Trait.LISTED) && !exact) {
            return false;
        }
        boolean named = parts.stream().anyMatch(at -> counts.get(at).is(Trait.NAMED));
        boolean sided = total.owner().side().isEmpty() && first.owner().side().isPresent();
        if (!line && named && sided) {
            return exact;
        }
        return true;
    }
}
