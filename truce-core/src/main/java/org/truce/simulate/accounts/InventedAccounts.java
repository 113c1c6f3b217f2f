package org.truce.simulate.accounts;

import org.truce.base.LatLon;
import org.truce.base.PlacePrecision;
import org.truce.reconcile.linkage.Accounts;
import org.truce.reconcile.linkage.Coding;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;

/** What the sources of a world say, and the truth. The same plan and seed give the same. */
public final class InventedAccounts {
    /** The first day on which an event may happen. */
    public static final LocalDate FIRST_DAY = LocalDate.parse("2016-07-01");

    static final double KM_A_DEGREE = 111.195;
    private static final int SILENCE_DAYS = 30;

    private final WorldPlan plan;
    private final SplittableRandom random;
    private final List<Town> towns = new ArrayList<>();
    private final double[] upToTown;
    private final List<double[][]> kinds;
    private final boolean[][] silent;
    private final InventedWords words;
    private final List<InventedReport> reports = new ArrayList<>();

    /** @param share of all events, 0 to 1 */
    record Town(LatLon middle, double share) {}

    private record Event(int number, int town, LatLon point, int day, int[] codes, BitSet words) {}

    private InventedAccounts(WorldPlan plan, long seed) {
        this.plan = plan;
        this.random = new SplittableRandom(seed);
        upToTown = found();
        words = new InventedWords(plan.speech(), towns);
        kinds = kinds(plan);
        silent = new boolean[plan.sources().size()][plan.days()];
        for (int source = 0; source < silent.length; source++) {
            hush(silent[source], plan.sources().get(source).silent());
        }
    }

    public static InventedAccounts of(WorldPlan plan, long seed) {
        InventedAccounts invented = new InventedAccounts(plan, seed);
        Optional<Event> before = Optional.empty();
        for (int number = 0; number < plan.events(); number++) {
            Event event = invented.event(number, before);
            invented.report(event);
            before = Optional.of(event);
        }
        return invented;
    }

    /** By event, then by source. */
    public List<InventedReport> reports() {
        return List.copyOf(reports);
    }

    public WorldPlan plan() {
        return plan;
    }

    InventedWords words() {
        return words;
    }

    List<Town> towns() {
        return List.copyOf(towns);
    }

    /** How common codes are: {@code [vocabulary][code]} in open country, then by profile. */
    List<double[][]> kinds() {
        return kinds;
    }

    boolean[] silent(int source) {
        return silent[source].clone();
    }

    /** The number of each report's event, by the report's id. */
    public Map<String, Integer> truth() {
        Map<String, Integer> truth = new HashMap<>();
        reports.forEach(report -> truth.put(report.id(), report.event()));
        return truth;
    }

    public List<Coding> codings() {
        return plan.vocabularies().stream().map(Vocabulary::coding).toList();
    }

    /** As a reader of the sources sees them: places are of class 0, told districts of class 1. */
    public List<Accounts.Row> rows() {
        return reports.stream()
                .map(report -> row(
                        report, report.precision() == PlacePrecision.DISTRICT ? 1 : 0, Set.of()))
                .toList();
    }

    static Accounts.Row row(InventedReport report, int placeClass, Set<Integer> echoedBy) {
        return new Accounts.Row(
                report.id(),
                report.source(),
                (int) report.from().toEpochDay(),
                (int) report.to().toEpochDay(),
                report.point().map(LatLon::latDegrees).orElse(0.0),
                report.point().map(LatLon::lonDegrees).orElse(0.0),
                report.point().isPresent() ? placeClass : Accounts.NONE,
                report.codes().stream()
                        .mapToInt(code -> code.orElse(Accounts.NONE))
                        .toArray(),
                echoedBy,
                report.wording());
    }

    private double[] found() {
        int count = plan.ground().towns();
        double[] shares = new double[count];
        Arrays.setAll(shares, town -> Math.pow(town + 1, -plan.ground().zipf()));
        double sum = Arrays.stream(shares).sum();
        double[] upTo = new double[count];
        double reached = 0;
        for (int town = 0; town < count; town++) {
            towns.add(
                    new Town(anywhere(), shares[town] / sum * (1 - plan.ground().open())));
            reached += shares[town] / sum;
            upTo[town] = reached;
        }
        return upTo;
    }

    private LatLon anywhere() {
        return new LatLon(
                WorldPlan.SOUTH + random.nextDouble() * WorldPlan.TALL_DEGREES,
                WorldPlan.WEST + random.nextDouble() * WorldPlan.WIDE_DEGREES);
    }

    private static List<double[][]> kinds(WorldPlan plan) {
        List<double[][]> kinds = new ArrayList<>();
        for (int profile = -1; profile < WorldPlan.PROFILES; profile++) {
            double[][] ofAll = new double[plan.vocabularies().size()][];
            for (int field = 0; field < ofAll.length; field++) {
                double[] shares = plan.vocabularies().get(field).shares();
                if (profile >= 0) {
                    mix(shares, profile, plan.bound());
                }
                ofAll[field] = shares;
            }
            kinds.add(ofAll);
        }
        return kinds;
    }

    private static void mix(double[] shares, int profile, double bound) {
        double[] own = shares.clone();
        for (int code = 0; code < own.length; code++) {
            own[code] *= code % WorldPlan.PROFILES == profile ? 1 : WorldPlan.ODD_ONES;
        }
        double sum = Arrays.stream(own).sum();
        for (int code = 0; code < own.length; code++) {
            shares[code] = (1 - bound) * shares[code] + bound * own[code] / sum;
        }
    }

    static int kindOf(int town) {
        return 1 + town % WorldPlan.PROFILES;
    }

    private void hush(boolean[] days, double share) {
        for (int from = 0; from < days.length; from += SILENCE_DAYS) {
            boolean quiet = random.nextDouble() < share;
            Arrays.fill(days, from, Math.min(days.length, from + SILENCE_DAYS), quiet);
        }
    }

    private Event event(int number, Optional<Event> before) {
        if (before.isPresent() && random.nextDouble() < plan.again()) {
            Event same = before.get();
            LatLon point = same.town() < 0 ? same.point() : around(towns.get(same.town()));
            return new Event(
                    number, same.town(), point, same.day(), same.codes(), words.ofEvent(random));
        }
        boolean open = random.nextDouble() < plan.ground().open();
        int town = open ? -1 : drawTown();
        int[] codes = new int[plan.vocabularies().size()];
        double[][] common = kinds.get(open ? 0 : kindOf(town));
        for (int field = 0; field < codes.length; field++) {
            codes[field] = draw(common[field]);
        }
        LatLon point = open ? anywhere() : around(towns.get(town));
        return new Event(number, town, point, drawDay(), codes, words.ofEvent(random));
    }

    private LatLon around(Town town) {
        return moved(town.middle(), plan.ground().spreadKm());
    }

    private LatLon moved(LatLon from, double sigmaKm) {
        double narrow = Math.cos(Math.toRadians(from.latDegrees()));
        return new LatLon(
                from.latDegrees() + sigmaKm * random.nextGaussian() / KM_A_DEGREE,
                from.lonDegrees() + sigmaKm * random.nextGaussian() / KM_A_DEGREE / narrow);
    }

    private int drawTown() {
        int found = Arrays.binarySearch(upToTown, random.nextDouble());
        return Math.min(upToTown.length - 1, found < 0 ? -found - 1 : found);
    }

    private int drawDay() {
        if (random.nextDouble() >= plan.bursts()) {
            return random.nextInt(plan.days());
        }
        int burst = random.nextInt(1 + (plan.days() - 1) / WorldPlan.BURST_EVERY_DAYS);
        int day = burst * WorldPlan.BURST_EVERY_DAYS + random.nextInt(WorldPlan.BURST_DAYS);
        return Math.min(plan.days() - 1, day);
    }

    private int draw(double[] shares) {
        double left = random.nextDouble();
        int drawn = 0;
        while (drawn < shares.length - 1 && (left -= shares[drawn]) > 0) {
            drawn++;
        }
        return drawn;
    }

    private void report(Event event) {
        Optional<InventedReport> original = Optional.empty();
        Optional<WorldPlan.Copying> copying = plan.copying();
        for (int source = 0; source < plan.sources().size(); source++) {
            int speaker = source;
            if (copying.filter(copy -> copy.copier() == speaker).isPresent()
                    && original.isPresent()
                    && random.nextDouble() < copying.get().share()) {
                reports.add(copy(original.get(), copying.get()));
                continue;
            }
            Optional<InventedReport> own = own(event, source);
            own.ifPresent(reports::add);
            if (copying.filter(copy -> copy.original() == speaker).isPresent()) {
                original = own;
            }
            SourcePlan by = plan.sources().get(source);
            if (own.isPresent() && random.nextDouble() < by.twice()) {
                reports.add(account(event, source, "again"));
            }
        }
    }

    private Optional<InventedReport> own(Event event, int source) {
        SourcePlan by = plan.sources().get(source);
        LatLon seen = event.town() < 0 ? event.point() : towns.get(event.town()).middle();
        boolean sees = !silent[source][event.day()]
                && seen.lonDegrees() <= eastEnd(by)
                && random.nextDouble() < by.detection();
        return sees ? Optional.of(account(event, source, "")) : Optional.empty();
    }

    static double eastEnd(SourcePlan source) {
        return source.reach() >= 1 ? 180 : WorldPlan.WEST + source.reach() * WorldPlan.WIDE_DEGREES;
    }

    private InventedReport account(Event event, int source, String suffix) {
        SourcePlan by = plan.sources().get(source);
        double[] offsets =
                by.offsets().stream().mapToDouble(Double::doubleValue).toArray();
        LocalDate day = FIRST_DAY.plusDays(event.day() + draw(offsets) - WorldPlan.REACH_DAYS);
        boolean month = random.nextDouble() < by.months();
        boolean placeless = random.nextDouble() < by.placeless();
        boolean district = random.nextDouble() < by.district();
        LatLon point = district ? middle(event.point()) : moved(event.point(), by.sigmaKm());
        List<OptionalInt> codes = new ArrayList<>();
        for (int field = 0; field < event.codes().length; field++) {
            int said = said(field, event.codes()[field], by.rings().get(field));
            boolean blank = random.nextDouble() < by.missing().get(field);
            codes.add(blank ? OptionalInt.empty() : OptionalInt.of(said));
        }
        return new InventedReport(
                source,
                "s%d-%d%s".formatted(source, event.number(), suffix),
                event.number(),
                month ? day.withDayOfMonth(1) : day,
                month ? day.withDayOfMonth(day.lengthOfMonth()) : day,
                placeless ? Optional.empty() : Optional.of(point),
                district && by.districtTold() ? PlacePrecision.DISTRICT : PlacePrecision.TOWN,
                codes,
                words.said(event.words(), event.town(), random),
                Optional.empty());
    }

    private static InventedReport copy(InventedReport original, WorldPlan.Copying copying) {
        return new InventedReport(
                copying.copier(),
                "s%d-%d".formatted(copying.copier(), original.event()),
                original.event(),
                original.from().plusDays(copying.daysLater()),
                original.to().plusDays(copying.daysLater()),
                original.point(),
                original.precision(),
                original.codes(),
                original.wording(),
                Optional.of(original.id()));
    }

    private int said(int field, int meant, List<Double> rings) {
        Vocabulary vocabulary = plan.vocabularies().get(field);
        int ring = draw(rings.stream().mapToDouble(Double::doubleValue).toArray());
        int[] within = new int[vocabulary.size()];
        int count = 0;
        for (int code = 0; code < within.length; code++) {
            if (vocabulary.ring(meant, code) == ring) {
                within[count++] = code;
            }
        }
        return within[random.nextInt(count)];
    }

    static LatLon middle(LatLon point) {
        double wide = WorldPlan.DISTRICT_DEGREES;
        return new LatLon(
                Math.floor(point.latDegrees() / wide) * wide + wide / 2,
                Math.floor(point.lonDegrees() / wide) * wide + wide / 2);
    }
}
