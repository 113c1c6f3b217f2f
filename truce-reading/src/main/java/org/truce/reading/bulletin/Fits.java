package org.truce.reading.bulletin;

import org.truce.reading.bulletin.Count.Trait;
import org.truce.reading.bulletin.Divisions.Division;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Weighs which counts may divide another by their figures: a run of counts behind a number that
 * makes it exactly, and ends where something else begins. Small numbers add up by chance, so the
 * form of the counts is weighed, too; of readings that exclude each other the one that explains
 * more is taken.
 */
final class Fits {
    /** Looking further for each count would take time for hostile texts. */
    private static final int MOST_PARTS = 60;

    /** Totals of totals of totals are the most that a bulletin has. */
    private static final int LEVELS = 3;

    private static final int FAR_LINES = 4;
    private static final int ENOUGH = 5;

    private final List<Count> counts;
    private final Divisions divisions;
    private final Map<Integer, Fit> taken = new HashMap<>();
    private final Set<Integer> parts = new HashSet<>();

    private record Fit(int total, List<Integer> parts, int next, int weight) {}

    private Fits(List<Count> counts, Divisions divisions) {
        this.counts = counts;
        this.divisions = divisions;
    }

    /** What divides each count whose parts make it exactly, as far as that is likely. */
    static Map<Integer, Division> of(List<Count> counts, Divisions divisions) {
        Fits made = new Fits(counts, divisions);
        int before = -1;
        for (int level = 0; level < LEVELS && made.taken.size() > before; level++) {
            before = made.taken.size();
            made.take(made::find);
        }
        made.take(made::findBefore);
        Map<Integer, Division> found = new HashMap<>();
        made.taken.forEach((total, fit) -> found.put(
                total,
                new Division(
                        fit.parts(), Math.max(total + 1, made.behind(fit.parts().getLast())))));
        return found;
    }

    /** All counts but the doubtful ones that no figures confirm. */
    static List<Count> confirmed(List<Count> counts) {
        Set<Integer> parts = new HashSet<>();
        of(counts, new Divisions(counts, Map.of())).forEach((total, one) -> {
            parts.add(total);
            parts.addAll(one.parts());
        });
        List<Count> confirmed = new ArrayList<>();
        for (int at = 0; at < counts.size(); at++) {
            if (!counts.get(at).is(Trait.DOUBTFUL) || parts.contains(at)) {
                confirmed.add(counts.get(at));
            }
        }
        return confirmed;
    }

    private void take(IntFunction<Optional<Fit>> looking) {
        List<Fit> fits = new ArrayList<>();
        for (int at = 0; at < counts.size(); at++) {
            looking.apply(at).ifPresent(fits::add);
        }
        fits.sort(Comparator.comparingInt(Fit::weight).reversed());
        for (Fit fit : fits) {
            if (!taken.containsKey(fit.total())
                    && fit.parts().stream().noneMatch(parts::contains)) {
                taken.put(fit.total(), fit);
                parts.addAll(fit.parts());
            }
        }
    }

    /** Behind a count and all that divides it. */
    private int behind(int at) {
        int next = taken.containsKey(at)
                ? divisions.behind(at)
                : divisions.linked(at).map(Division::next).orElseGet(() -> divisions.behind(at));
        Fit fit = taken.get(at);
        while (fit != null) {
            int last = fit.parts().getLast();
            next = Math.max(fit.next(), divisions.behind(last));
            fit = taken.get(last);
        }
        return next;
    }

    /** A total behind what it sums up: the counts right before it that make it exactly. */
    private Optional<Fit> findBefore(int at) {
        Count total = counts.get(at);
        boolean sum = total.least() > 1
                && total.where().isNowhere()
                && (total.is(Trait.SUM) || !total.is(Trait.DOUBTFUL))
                && !taken.containsKey(at)
                && !parts.contains(at);
        if (!sum) {
            return Optional.empty();
        }
        List<Integer> run = new ArrayList<>();
        long made = 0;
        int before = at - 1;
        while (before >= 0 && run.size() < MOST_PARTS && made < total.least()) {
            Count part = counts.get(before);
            Count next = counts.get(run.isEmpty() ? at : run.getFirst());
            boolean free = !taken.containsKey(before) && !parts.contains(before);
            if (!free
                    || part.at().line() + FAR_LINES < next.at().line()
                    || !isPart(total, part, part)) {
                break;
            }
            made += part.least();
            run.addFirst(before);
            before--;
        }
        boolean exact = made == total.least()
                && run.size() > 1
                && run.stream().noneMatch(one -> counts.get(one).where().isNowhere());
        return exact && isBeginning(run.getFirst()) && (total.is(Trait.SUM) || run.size() > 2)
                ? Optional.of(new Fit(at, run, at + 1, 2 * run.size()))
                : Optional.empty();
    }

    /** Whether what stands before belongs to something else. */
    private boolean isBeginning(int first) {
        if (first == 0) {
            return true;
        }
        Count before = counts.get(first - 1);
        Count here = counts.get(first);
        return before.at().block() != here.at().block()
                || taken.containsKey(first - 1)
                || parts.contains(first - 1)
                || !Who.isAlike(before.owner().side(), here.owner().side());
    }

    private Optional<Fit> find(int at) {
        Count total = counts.get(at);
        boolean whole = total.least() > 1
                && !taken.containsKey(at)
                && !total.is(Trait.REST)
                && (!total.is(Trait.DOUBTFUL) || total.is(Trait.SUM))
                && total.where().names().size() < 2
                && divisions.inBrackets(at).isEmpty();
        if (!whole) {
            return Optional.empty();
        }
        Optional<Fit> best = Optional.empty();
        List<Integer> run = new ArrayList<>();
        long sum = 0;
        int next = divisions.behind(at);
        while (next < counts.size() && run.size() < MOST_PARTS) {
            Count last = counts.get(run.isEmpty() ? at : run.getLast());
            Count part = counts.get(next);
            if (divisions.isMention(next)) {
                next = divisions.behind(next);
                continue;
            }
            sum += part.least();
            if (sum > total.least() || parts.contains(next) || !isPart(total, last, part)) {
                break;
            }
            run.add(next);
            next = behind(next);
            if (sum == total.least() && run.size() > 1 && isEnd(total, run, next)) {
                int weight = weight(total, run);
                if (weight >= ENOUGH) {
                    best = Optional.of(new Fit(at, List.copyOf(run), next, weight));
                }
            }
        }
        return best;
    }

    private static boolean isPart(Count total, Count last, Count part) {
        boolean reach = part.at().line() <= last.at().line() + FAR_LINES
                && part.at().depth() == total.at().depth()
                && (part.at().line() == last.at().line() || !part.is(Trait.NONE));
        boolean other = part.is(Trait.SUM)
                || part.is(Trait.REST)
                || part.is(Trait.ANEW)
                || part.owner().whole().isPresent()
                || part.where().names().size() > 1;
        return reach
                && !other
                && Divisions.isSideOf(total.owner().side(), part.owner().side())
                && isOfThing(total, part);
    }

    private static boolean isOfThing(Count total, Count part) {
        return Divisions.isLike(total.thing(), part.thing())
                || total.thing().filter(one -> one.kind() == Thing.Kind.BREACH).isPresent();
    }

    /** Whether something else begins behind the run: another line, list, side or thing. */
    private boolean isEnd(Count total, List<Integer> run, int next) {
        if (next >= counts.size()) {
            return true;
        }
        Count last = counts.get(run.getLast());
        Count behind = counts.get(next);
        if (behind.at().depth() < total.at().depth() || behind.is(Trait.SUM)) {
            return true;
        }
        boolean otherSide = behind.is(Trait.SIDED)
                && behind.owner().side().isPresent()
                && !Who.isAlike(
                        behind.owner().side(),
                        last.owner().side().or(() -> total.owner().side()));
        boolean otherThing = behind.is(Trait.NAMED)
                && !Divisions.isLike(behind.thing(), last.thing())
                && Divisions.isLike(last.thing(), total.thing());
        boolean list = last.is(Trait.LISTED)
                && behind.is(Trait.LISTED)
                && behind.at().block() == last.at().block()
                && behind.where().rule() == last.where().rule();
        return otherSide || otherThing || (behind.at().line() != last.at().line() && !list);
    }

    private int weight(Count total, List<Integer> run) {
        List<Count> all = run.stream().map(counts::get).toList();
        Count first = all.getFirst();
        int weight = 2 * all.size();
        boolean linked = first.is(Trait.COLON) || first.is(Trait.WHOLE);
        // What is divided by place itself says where.
        boolean placed = run.stream()
                .noneMatch(at -> counts.get(at).where().isNowhere() && !taken.containsKey(at));
        boolean sided = all.stream().allMatch(one -> one.owner().side().isPresent());
        boolean kinds = all.stream().allMatch(one -> one.is(Trait.NAMED))
                && all.stream().map(Count::thing).distinct().count() == all.size();
        boolean nowhere = total.where().isNowhere()
                || (isKind(total) && placed && all.stream().noneMatch(Fits::isKind));
        boolean closer = (nowhere && placed)
                || (total.owner().side().isEmpty() && sided)
                || (!nowhere && kinds && all.stream().noneMatch(one -> isElsewhere(total, one)));
        boolean line = all.getLast().at().line() == total.at().line();
        boolean together = all.getLast().at().line() == first.at().line();
        boolean list = all.stream().allMatch(one -> one.is(Trait.LISTED));
        weight -= (int) all.stream().filter(one -> one.is(Trait.DOUBTFUL)).count();
        weight += linked ? 3 : 0;
        weight += closer ? 3 : 0;
        weight += line || list ? 2 : together ? 1 : 0;
        weight -= first.at().block() == total.at().block() ? 0 : 1;
        weight -=
                !nowhere && placed && all.stream().anyMatch(one -> isElsewhere(total, one)) ? 2 : 0;
        boolean beside = !linked
                && !nowhere
                && total.where().rule() == first.where().rule()
                && (total.at().line() == first.at().line()
                        || (list
                                && total.is(Trait.LISTED)
                                && !together
                                && total.at().block() == first.at().block()));
        return beside ? 0 : weight;
    }

    /** "along the border": no name, so that names may say more closely where. */
    private static boolean isKind(Count count) {
        return !count.where().isNowhere()
                && count.where().names().stream()
                        .allMatch(name -> name.equals(name.toLowerCase(Locale.ROOT)));
    }

    private static boolean isElsewhere(Count total, Count part) {
        return !part.where().isNowhere()
                && !part.where().names().equals(total.where().names());
    }
}
