package org.truce.reconcile;

import org.jspecify.annotations.Nullable;
import org.truce.reconcile.linkage.Accounts;
import org.truce.reconcile.linkage.Linkage;
import org.truce.reconcile.linkage.Standing;
import org.truce.reconcile.linkage.Ties;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;

/**
 * Links the reports of registers. It learns from the first of them, as they were recorded, so that
 * one more report changes only what it stands near; and it learns anew when there are a twentieth
 * more, or when a report says what none said before: an outlet, a word, the name of a place. What
 * is learned, and so what comes out, depends on the reports alone. Asked again it does only what
 * changed. Safe for several threads.
 */
public final class Linker {
    private static final double STEP = 1.05;

    private @Nullable Kept kept;

    /**
     * What is kept from the last time.
     *
     * @param from the reports that it was learned from
     * @param ties that bound them
     * @param later the rows of the other reports, by their keys
     */
    private record Kept(
            List<Traits> from,
            Ties ties,
            RegisterAccounts accounts,
            Standing standing,
            Map<String, Accounts.Row> later) {}

    /** @param fields what was compared, in the order of the codes */
    record Linked(Linkage.Result result, List<RegisterAccounts.Field> fields) {}

    /** @param reports as they were recorded */
    synchronized Linked link(List<Traits> reports, Ties ties) {
        if (reports.isEmpty()) {
            return new Linked(Linkage.NOTHING, List.of());
        }
        List<Traits> from = reports.subList(0, learnedFrom(reports));
        Ties among = among(from, ties);
        Kept now = kept;
        if (now == null || !now.from().equals(from) || !now.ties().equals(among)) {
            RegisterAccounts accounts = new RegisterAccounts(from);
            now = new Kept(
                    List.copyOf(from),
                    among,
                    accounts,
                    Standing.of(
                            accounts.rows(from), accounts.task(), ties, ForkJoinPool.commonPool()),
                    new HashMap<>());
            kept = now;
        }
        bring(now, reports.subList(from.size(), reports.size()), ties);
        return new Linked(now.standing().result(), now.accounts().fields());
    }

    private static void bring(Kept now, List<Traits> others, Ties ties) {
        Set<String> gone = new HashSet<>(now.later().keySet());
        List<Accounts.Row> come = new ArrayList<>();
        for (Accounts.Row row : now.accounts().rows(others)) {
            if (row.equals(now.later().get(row.key()))) {
                gone.remove(row.key());
            } else {
                come.add(row);
            }
        }
        now.standing().change(gone, come, ties);
        gone.forEach(now.later()::remove);
        come.forEach(row -> now.later().put(row.key(), row));
    }

    /** How many of the reports, from the first on, are learned from. */
    static int learnedFrom(List<Traits> reports) {
        int most = step(reports.size());
        if (most < reports.size()) {
            RegisterAccounts first = new RegisterAccounts(reports.subList(0, most));
            for (int count = reports.size(); count > most; count--) {
                if (!first.covers(reports.get(count - 1))) {
                    return count;
                }
            }
        }
        return most;
    }

    /** The largest of 1, 2, 3, ... that is no larger, each at most a twentieth above the last. */
    private static int step(int size) {
        int step = 1;
        int next = 1;
        while (next <= size) {
            step = next;
            next = Math.max(step + 1, (int) (step * STEP));
        }
        return step;
    }

    private static Ties among(List<Traits> some, Ties ties) {
        Set<String> keys = new HashSet<>();
        some.forEach(report -> keys.add(report.key().text()));
        List<Set<String>> together = new ArrayList<>();
        for (Set<String> group : ties.together()) {
            Set<String> here = new HashSet<>(group);
            here.retainAll(keys);
            if (here.size() > 1) {
                together.add(here);
            }
        }
        return new Ties(
                together,
                ties.apart().stream()
                        .filter(pair -> keys.contains(pair.one()) && keys.contains(pair.other()))
                        .toList());
    }
}
