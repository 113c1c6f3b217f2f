package org.truce.simulate.accounts;

import org.truce.base.LatLon;
import org.truce.reconcile.linkage.Accounts;
import org.truce.reconcile.linkage.KnownWorld;
import org.truce.reconcile.linkage.Linkage;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * What a matcher reaches that knows the plan of a world: where its towns are, how often something
 * happens in each, how each source errs and whom it copies. It knows a middle of a district and a
 * copy when it sees one. It is no ceiling where a source reports twice, since it allows one report
 * a source, and where events come in twins, since it takes each to come by itself.
 */
public final class Ceiling {
    /** No town, and no source's error, is a point. */
    private static final double LEAST_KM = 0.01;

    private Ceiling() {}

    /** Whether no matcher can be expected to do better in such a world. */
    public static boolean holds(WorldPlan plan) {
        return plan.again() == 0 && plan.sources().stream().allMatch(source -> source.twice() == 0);
    }

    /** Each report in one group; ids. */
    public static List<Scores.Group> link(InventedAccounts invented, Executor executor) {
        Map<String, List<String>> copies = new HashMap<>();
        Map<String, Set<Integer>> copiers = new HashMap<>();
        for (InventedReport report : invented.reports()) {
            report.copyOf().ifPresent(original -> {
                copies.computeIfAbsent(original, unseen -> new ArrayList<>()).add(report.id());
                copiers.computeIfAbsent(original, unseen -> new HashSet<>()).add(report.source());
            });
        }
        List<Accounts.Row> rows = new ArrayList<>();
        for (InventedReport report : invented.reports()) {
            if (report.copyOf().isEmpty()) {
                boolean middle = report.point().filter(Ceiling::isMiddle).isPresent();
                rows.add(InventedAccounts.row(
                        report, middle ? 1 : 0, copiers.getOrDefault(report.id(), Set.of())));
            }
        }
        Linkage.Result result =
                Linkage.linkKnown(rows, invented.codings(), known(invented), executor);
        return result.events().stream()
                .map(event -> {
                    List<String> members = new ArrayList<>(event.accounts());
                    event.accounts()
                            .forEach(id -> members.addAll(copies.getOrDefault(id, List.of())));
                    return new Scores.Group(members, event.probability());
                })
                .toList();
    }

    private static boolean isMiddle(LatLon point) {
        return point.equals(InventedAccounts.middle(point));
    }

    private static KnownWorld known(InventedAccounts invented) {
        WorldPlan plan = invented.plan();
        double eventsADay = (double) plan.events() / plan.days();
        List<KnownWorld.Source> sources = new ArrayList<>();
        for (int s = 0; s < plan.sources().size(); s++) {
            sources.add(source(invented, s));
        }
        List<KnownWorld.Site> sites = new ArrayList<>();
        List<InventedAccounts.Town> towns = invented.towns();
        for (int town = 0; town < towns.size(); town++) {
            LatLon middle = towns.get(town).middle();
            sites.add(new KnownWorld.Site(
                    middle.latDegrees(),
                    middle.lonDegrees(),
                    Math.max(LEAST_KM, plan.ground().spreadKm()),
                    eventsADay * towns.get(town).share(),
                    InventedAccounts.kindOf(town)));
        }
        return new KnownWorld(
                sources,
                sites,
                eventsADay * plan.ground().open() / countryKm2(),
                invented.kinds(),
                WorldPlan.DISTRICT_DEGREES,
                (int) InventedAccounts.FIRST_DAY.toEpochDay(),
                dailyRatio(plan),
                invented.words());
    }

    private static KnownWorld.Source source(InventedAccounts invented, int s) {
        WorldPlan plan = invented.plan();
        SourcePlan source = plan.sources().get(s);
        double[][] given = new double[plan.vocabularies().size()][];
        Arrays.setAll(
                given, f -> plan.vocabularies().get(f).given(source.rings().get(f)));
        return new KnownWorld.Source(
                source.detection(),
                InventedAccounts.eastEnd(source),
                invented.silent(s),
                source.offsets().stream().mapToDouble(Double::doubleValue).toArray(),
                Math.max(LEAST_KM, source.sigmaKm()),
                given);
    }

    private static double countryKm2() {
        double middle = Math.toRadians(WorldPlan.SOUTH + WorldPlan.TALL_DEGREES / 2);
        return WorldPlan.TALL_DEGREES
                * WorldPlan.WIDE_DEGREES
                * InventedAccounts.KM_A_DEGREE
                * InventedAccounts.KM_A_DEGREE
                * Math.cos(middle);
    }

    private static double[] dailyRatio(WorldPlan plan) {
        double[] ratio = new double[plan.days()];
        int burstDays = 0;
        for (int day = 0; day < ratio.length; day++) {
            burstDays += WorldPlan.inBurst(day) ? 1 : 0;
        }
        for (int day = 0; day < ratio.length; day++) {
            ratio[day] = 1
                    - plan.bursts()
                    + (WorldPlan.inBurst(day) ? plan.bursts() * plan.days() / burstDays : 0);
        }
        return ratio;
    }
}
