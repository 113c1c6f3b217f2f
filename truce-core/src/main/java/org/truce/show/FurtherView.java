package org.truce.show;

import org.truce.assess.Further;
import org.truce.assess.counts.Plain;
import org.truce.assess.counts.Replay;
import org.truce.assess.sources.Opinion;
import org.truce.assess.sources.Weighing;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What else the evidence says, in the stable JSON shape of {@code truce assess}; see
 * docs/reference/schemas/assess.schema.json, which says what each field means. It names no source
 * and no place: incidents are given by their ids.
 */
record FurtherView(Further further) {
    private static final double DIGITS = 1e6;

    /** When the rate changed so far, how long it has lasted, and whether that is an alarm. */
    public record Present(List<Step> steps, Optional<Run> run, Optional<Alarm> alarm) {}

    public record Step(String first, String last, int breaches, double perDay) {}

    public record Run(String since, double probabilityOfFortnight) {}

    public record Alarm(
            boolean higher, int seen, double expected, double tail, double falseShare) {}

    public record Delay(
            int events,
            OptionalInt medianDays,
            OptionalInt ninetyDays,
            OptionalDouble laterShare,
            Optional<Last> last) {}

    public record Last(int days, int known, int low, int high, double level) {}

    public record Sources(Together attribution, Together type) {}

    public record Together(
            boolean enough,
            Optional<String> lack,
            int origins,
            boolean oneSided,
            int reached,
            int abstained,
            List<Disputed> disputed) {}

    public record Disputed(
            String incident,
            List<Likelihood> likelihoods,
            Optional<String> reached,
            List<Said> said,
            int origins,
            boolean oneSided) {}

    public record Likelihood(String value, double probability) {}

    /** By how many different origins a value is claimed. */
    public record Said(String value, int origins) {}

    public record HotSpot(
            List<String> governorates,
            String first,
            String last,
            int observed,
            double expected,
            double pValue,
            double recurrenceDays,
            List<String> incidents) {}

    public record Outlook(Optional<String> from, List<Days> horizons, Optional<String> lack) {}

    public record Days(
            int days,
            double mean,
            int low,
            int high,
            double probabilityAny,
            Optional<String> usesPlain,
            int origins,
            Map<String, Scores> scores) {}

    public record Scores(double crps, double logScore, double brier) {}

    public record ExcludedGroup(
            String group,
            int recent,
            int before,
            boolean mayReturn,
            List<String> governorates,
            List<String> incidents,
            List<HotSpot> concentrations) {}

    public record Unseen(
            String one,
            String other,
            int ofOne,
            int ofOther,
            int both,
            double estimate,
            double deviation) {}

    public record Comparison(List<Area> areas, Optional<Shrunk> together, Optional<Peak> peak) {}

    public record Shrunk(int areas, double mean, double ratio, double low, double high) {}

    public record Area(
            String area,
            Optional<String> reading,
            double ratio,
            HereOverThere hereOverThere,
            double fellMoreHere) {}

    /** The 90 % interval of the ratio here over the ratio there. */
    public record HereOverThere(double low, double high) {}

    public record Peak(
            int days, double lastPerDay, double earlierPerDay, Optional<Double> duringPerDay) {}

    public record UnderReading(Optional<String> reading, String status) {}

    Present present() {
        return new Present(
                further.steps().stream()
                        .map(step -> new Step(
                                step.first().toString(),
                                step.last().toString(),
                                step.breaches(),
                                rounded(step.perDay())))
                        .toList(),
                further.run()
                        .map(run -> new Run(
                                run.since().toString(), rounded(run.probabilityOfFortnight()))),
                further.alarm()
                        .map(alarm -> new Alarm(
                                alarm.higher(),
                                alarm.seen(),
                                rounded(alarm.expected()),
                                rounded(alarm.tail()),
                                alarm.falseShare())));
    }

    Delay delay() {
        Further.Delay delay = further.delay();
        return new Delay(
                delay.events(),
                delay.medianDays(),
                delay.ninetyDays(),
                delay.laterShare(),
                delay.last()
                        .map(last -> new Last(
                                last.days(), last.known(), last.low(), last.high(), last.level())));
    }

    Sources sources() {
        return new Sources(
                together(further.voices().attribution()),
                together(further.voices().type()));
    }

    private static Together together(Further.Together together) {
        return switch (together.weighing()) {
            case Weighing.Weighed weighed ->
                new Together(
                        true,
                        Optional.empty(),
                        weighed.origins().size(),
                        weighed.oneSided(),
                        together.reached(),
                        together.disputed().size() - together.reached(),
                        together.disputed().stream().map(FurtherView::disputed).toList());
            case Weighing.NotEnough few ->
                new Together(
                        false,
                        Optional.of(few.lack().name().toLowerCase(Locale.ROOT).replace('_', '-')),
                        0,
                        false,
                        0,
                        0,
                        List.of());
        };
    }

    private static Disputed disputed(Opinion opinion) {
        return new Disputed(
                opinion.item(),
                opinion.likelihoods().stream()
                        .filter(one -> rounded(one.probability()) > 0)
                        .map(one -> new Likelihood(one.value(), rounded(one.probability())))
                        .toList(),
                opinion.reached(),
                opinion.originsByValue().entrySet().stream()
                        .map(each -> new Said(each.getKey(), each.getValue()))
                        .toList(),
                opinion.origins(),
                opinion.oneSided());
    }

    List<HotSpot> hotSpots() {
        return hotSpots(further.hotSpots().list());
    }

    private static List<HotSpot> hotSpots(List<Further.HotSpot> spots) {
        return spots.stream()
                .map(spot -> new HotSpot(
                        spot.governorates(),
                        spot.first().toString(),
                        spot.last().toString(),
                        spot.observed(),
                        rounded(spot.expected()),
                        spot.pValue(),
                        rounded(spot.recurrenceDays()),
                        spot.incidentIds()))
                .toList();
    }

    Outlook outlook() {
        return new Outlook(
                further.ahead().from().map(LocalDate::toString),
                further.ahead().list().stream().map(FurtherView::days).toList(),
                further.ahead().lack().map(Further.Lack::code));
    }

    private static Days days(Further.Days days) {
        Map<String, Scores> scores = new LinkedHashMap<>();
        scores.put("ours", scores(days.replay().ours()));
        for (Plain plain : Plain.values()) {
            Replay.Means means = days.replay().plain().get(plain);
            if (means != null) {
                scores.put(plain.code(), scores(means));
            }
        }
        return new Days(
                days.days(),
                rounded(days.mean()),
                days.low(),
                days.high(),
                rounded(days.any()),
                days.usesPlain(),
                days.replay().origins(),
                scores);
    }

    private static Scores scores(Replay.Means means) {
        return new Scores(
                rounded(means.crps()), rounded(means.logScoreNats()), rounded(means.brierAny()));
    }

    List<Unseen> unseen() {
        return further.unseen().stream()
                .map(pair -> new Unseen(
                        pair.one(),
                        pair.other(),
                        pair.recapture().one(),
                        pair.recapture().other(),
                        pair.recapture().both(),
                        rounded(pair.recapture().estimate()),
                        rounded(Math.sqrt(pair.recapture().variance()))))
                .toList();
    }

    List<ExcludedGroup> excludedGroups() {
        return further.watch().stream()
                .map(group -> new ExcludedGroup(
                        group.group(),
                        group.recent(),
                        group.before(),
                        group.mayReturn(),
                        group.governorates(),
                        group.incidentIds(),
                        hotSpots(group.concentrations())))
                .toList();
    }

    Comparison comparison() {
        return new Comparison(
                further.beside().stream()
                        .map(area -> new Area(
                                area.area(),
                                area.reading(),
                                rounded(area.ratio()),
                                new HereOverThere(rounded(area.low()), rounded(area.high())),
                                rounded(area.fellMoreHere())))
                        .toList(),
                further.shrunk()
                        .map(shrunk -> new Shrunk(
                                shrunk.areas(),
                                rounded(shrunk.mean()),
                                rounded(shrunk.ratio()),
                                rounded(shrunk.low()),
                                rounded(shrunk.high()))),
                further.peak()
                        .map(peak -> new Peak(
                                peak.days(),
                                rounded(peak.lastPerDay()),
                                rounded(peak.earlierPerDay()),
                                peak.duringPerDay().map(FurtherView::rounded))));
    }

    List<UnderReading> sensitivity() {
        return further.sensitivity().stream()
                .map(each -> new UnderReading(each.reading(), each.status().code()))
                .toList();
    }

    private static double rounded(double value) {
        return Math.rint(value * DIGITS) / DIGITS;
    }
}
