package org.truce.simulate.accounts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Worlds that have a name. All but {@link #FLAT} and those that follow from it start from
 * {@link #TOWNS} and differ in what their comment says. The size of a world is how many reports its
 * largest source makes, about.
 */
public enum Preset {
    /** Three sources, places within 5 km, days within 2, two taxonomies of three levels. */
    FLAT,
    /** {@link #FLAT}, where each source has words of its own for every kind. */
    FLAT_OWN_LABELS,
    /** {@link #FLAT}, where types err below their parent only and actors and days hardly. */
    FLAT_NEAR,
    /** {@link #TOWNS}, where types err below their parent only and actors and days hardly. */
    TOWNS_NEAR,
    /** Three sources, 60 towns, 1.8 km, 6 types, 4 actors, 30 % of codes drawn anew. */
    TOWNS,
    /** Six in ten actors are drawn anew. */
    ACTORS_WRONG,
    /** Half of the reports name no actor. */
    ACTORS_MISSING,
    /** Half of the reports name no type. */
    TYPES_MISSING,
    /** Four in ten name no actor, four in ten no type. */
    BOTH_MISSING,
    /** Five sources that see nine tenths to a twentieth, and err unlike. */
    UNEVEN_SOURCES,
    /** Four sources that see all, half, a third and two thirds of the country. */
    REACH,
    /** The k-th town sees as much as 1 / k^1.1. */
    UNEQUAL_TOWNS,
    /** Three in ten reports give the middle of the district, and say so. */
    DISTRICT_TOLD,
    /** The same, and do not say so. */
    DISTRICT_UNTOLD,
    /** The third source repeats seven in ten of the first's reports word for word. */
    COPY,
    /** The same, with the next day's date. */
    COPY_LATE,
    /** Three in ten events are one more of the same kind, in the same town, on the same day. */
    SEVERAL_A_DAY,
    /** All sources take the town's middle from one list. */
    LISTED,
    /** Events lie around their town, 2 km from its middle. */
    SPREAD_TOWNS,
    /** Three in ten events happen anywhere. */
    PART_OPEN,
    /** A source reports one in ten of its events twice. */
    TWICE,
    /** Each source is silent a quarter of the time, a month or more on end. */
    SILENT,
    /** Ten sources that see four in ten. */
    TEN_SOURCES,
    /** Types and actors follow the town, and some are common. */
    BOUND,
    /** The second source is a day late, the third one or two days. */
    DELAYED,
    /** Half of the events happen on five days out of two hundred. */
    BURSTS,
    /** The third source sees one event in a hundred and sixty. */
    TINY_SOURCE,
    /** A quarter of the reports give the month alone. */
    MONTHS,
    /** One town, 12 km wide. */
    ONE_TOWN,
    /** One report in ten has no point. */
    PLACELESS,
    /** Three thousand towns, points 4 km off; all name their town, three in twenty a wrong one. */
    NAMED,
    /** Reports have texts: two in five of their event's words, and many that say nothing. */
    WORDED,
    /** The same, where three in ten events are one more of the same kind, town and day. */
    WORDED_SEVERAL,
    /** Much at once: missing codes, districts untold, uneven sources and towns, silence, bursts. */
    HARD,
    /** Ten sources, 5,000 unequal towns, five years: for very many reports. */
    GROWTH;

    private static final int DAYS = 1_095;
    private static final int FLAT_DAYS = 365;
    private static final double LISTED_KM = 1e-6;
    private static final double[] EVEN = {0.6, 0.6, 0.6};

    /** The name as it is written on a command line: {@code unequal-towns}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Throws {@link IllegalArgumentException} that names all there are. */
    public static Preset get(String code) {
        return Arrays.stream(values())
                .filter(preset -> preset.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no world '%s'; there are %s"
                        .formatted(
                                code, Arrays.stream(values()).map(Preset::code).toList())));
    }

    /** @param size reports of the largest source, about */
    public WorldPlan plan(int size) {
        return switch (this) {
            case FLAT -> flat(size, false);
            case FLAT_OWN_LABELS -> flat(size, true);
            case FLAT_NEAR -> near(flat(size, false), List.of(3, 3, 3), List.of(2, 3, 3));
            case TOWNS_NEAR -> near(towns(size), List.of(3, 2), List.of(4));
            case TOWNS -> towns(size, UnaryOperator.identity());
            case ACTORS_WRONG -> towns(size, EVEN, 1.8, 0.3, 0.6);
            case ACTORS_MISSING -> towns(size, source -> source.leavingOut(List.of(0.0, 0.5)));
            case TYPES_MISSING -> towns(size, source -> source.leavingOut(List.of(0.5, 0.0)));
            case BOTH_MISSING -> towns(size, source -> source.leavingOut(List.of(0.4, 0.4)));
            case UNEVEN_SOURCES -> with(towns(size), uneven(), size / 0.9);
            case REACH -> reach(size);
            case LISTED -> towns(size, EVEN, LISTED_KM, 0.3, 0.3);
            case UNEQUAL_TOWNS -> on(towns(size), new WorldPlan.Ground(60, 1.1, 0, 0));
            case DISTRICT_TOLD -> towns(size, source -> source.coarse(0.3, true, 0));
            case DISTRICT_UNTOLD -> towns(size, source -> source.coarse(0.3, false, 0));
            case COPY -> copying(size, 0);
            case COPY_LATE -> copying(size, 1);
            case SEVERAL_A_DAY -> shaped(towns(size), 0.3, 0, 0);
            case SPREAD_TOWNS -> on(towns(size), new WorldPlan.Ground(60, 0, 2, 0));
            case PART_OPEN -> on(towns(size), new WorldPlan.Ground(60, 0, 0, 0.3));
            case TWICE -> towns(size, source -> source.irregular(0, 0, 0.1));
            case SILENT -> towns(size, source -> source.irregular(0, 0.25, 0));
            case TEN_SOURCES -> towns(size, alike(10, 0.4), 1.8, 0.3, 0.3);
            case BOUND -> bound(size);
            case DELAYED -> delayed(size);
            case BURSTS -> shaped(towns(size), 0, 0.5, 0);
            case TINY_SOURCE -> towns(size, new double[] {0.6, 0.6, 0.006}, 1.8, 0.3, 0.3);
            case MONTHS -> towns(size, source -> source.irregular(0.25, 0, 0));
            case ONE_TOWN -> on(towns(size), new WorldPlan.Ground(1, 0, 12, 0));
            case PLACELESS -> towns(size, source -> source.coarse(0, false, 0.1));
            case NAMED ->
                telling(
                        on(towns(size, EVEN, 4, 0.3, 0.3), new WorldPlan.Ground(3_000, 0.5, 0, 0)),
                        new WorldPlan.Speech(0.85, 0));
            case WORDED -> telling(towns(size), new WorldPlan.Speech(0, 0.4));
            case WORDED_SEVERAL ->
                telling(shaped(towns(size), 0.3, 0, 0), new WorldPlan.Speech(0, 0.4));
            case HARD -> hard(size);
            case GROWTH -> growth(size);
        };
    }

    private static WorldPlan flat(int size, boolean ownLabels) {
        List<Double> rings = List.of(0.7, 0.18, 0.08, 0.04);
        SourcePlan source = SourcePlan.plain(0.6, 1.6, List.of(rings, rings));
        return new WorldPlan(
                (int) (size / 0.6),
                FLAT_DAYS,
                new WorldPlan.Ground(0, 0, 0, 1),
                List.of(
                        new Vocabulary("type", List.of(3, 3, 3), 0, ownLabels),
                        new Vocabulary("actor", List.of(2, 3, 3), 0, ownLabels)),
                Collections.nCopies(3, source),
                Optional.empty(),
                0,
                0,
                0,
                WorldPlan.Speech.NONE);
    }

    private static WorldPlan towns(int size) {
        return towns(size, EVEN, 1.8, 0.3, 0.3);
    }

    private static WorldPlan towns(int size, UnaryOperator<SourcePlan> change) {
        WorldPlan plan = towns(size);
        return with(plan, plan.sources().stream().map(change).toList(), plan.events());
    }

    private static WorldPlan towns(
            int size, double[] detection, double sigmaKm, double typeAnew, double actorAnew) {
        List<SourcePlan> sources = Arrays.stream(detection)
                .mapToObj(one -> source(one, sigmaKm, typeAnew, actorAnew))
                .toList();
        return new WorldPlan(
                (int) (size / Arrays.stream(detection).max().orElseThrow()),
                DAYS,
                new WorldPlan.Ground(60, 0, 0, 0),
                List.of(
                        new Vocabulary("type", List.of(6), 0, false),
                        new Vocabulary("actor", List.of(4), 0, false)),
                sources,
                Optional.empty(),
                0,
                0,
                0,
                WorldPlan.Speech.NONE);
    }

    private static double[] alike(int count, double detection) {
        double[] all = new double[count];
        Arrays.fill(all, detection);
        return all;
    }

    private static SourcePlan source(
            double detection, double sigmaKm, double typeAnew, double actorAnew) {
        return SourcePlan.plain(detection, sigmaKm, List.of(anew(typeAnew, 6), anew(actorAnew, 4)));
    }

    /** A code drawn anew is now and then the right one. */
    private static List<Double> anew(double share, int size) {
        return List.of(1 - share + share / size, share * (1 - 1.0 / size));
    }

    private static WorldPlan near(WorldPlan plan, List<Integer> types, List<Integer> actors) {
        List<Vocabulary> vocabularies = List.of(
                new Vocabulary("type", types, 0, false), new Vocabulary("actor", actors, 0, false));
        List<Double> type = new ArrayList<>(Collections.nCopies(types.size() + 1, 0.0));
        type.set(0, 0.7);
        type.set(1, 0.3);
        List<Double> actor = new ArrayList<>(Collections.nCopies(actors.size() + 1, 0.0));
        actor.set(0, 1.0);
        List<SourcePlan> sources = plan.sources().stream()
                .map(source -> SourcePlan.plain(
                                source.detection(), source.sigmaKm(), List.of(type, actor))
                        .delayed(List.of(0.0, 0.0, 0.7, 0.3, 0.0)))
                .toList();
        return new WorldPlan(
                plan.events(),
                plan.days(),
                plan.ground(),
                vocabularies,
                sources,
                Optional.empty(),
                0,
                0,
                0,
                WorldPlan.Speech.NONE);
    }

    private static List<SourcePlan> uneven() {
        return List.of(
                source(0.9, 1, 0.1, 0.1),
                source(0.5, 2, 0.3, 0.3),
                source(0.2, 3, 0.4, 0.4),
                source(0.1, 1, 0.2, 0.2),
                source(0.05, 4, 0.5, 0.5));
    }

    private static WorldPlan reach(int size) {
        SourcePlan source = source(0.7, 1.8, 0.2, 0.2);
        return with(
                towns(size),
                List.of(source, source.reaching(0.5), source.reaching(0.3), source.reaching(0.7)),
                size / 0.7);
    }

    private static WorldPlan copying(int size, int daysLater) {
        WorldPlan plan = towns(size);
        return new WorldPlan(
                plan.events(),
                plan.days(),
                plan.ground(),
                plan.vocabularies(),
                plan.sources(),
                Optional.of(new WorldPlan.Copying(2, 0, 0.7, daysLater)),
                0,
                0,
                0,
                WorldPlan.Speech.NONE);
    }

    private static WorldPlan bound(int size) {
        WorldPlan plan = towns(size);
        List<Vocabulary> zipf = plan.vocabularies().stream()
                .map(v -> new Vocabulary(v.name(), v.branches(), 1, v.ownLabels()))
                .toList();
        return new WorldPlan(
                plan.events(),
                plan.days(),
                plan.ground(),
                zipf,
                plan.sources(),
                Optional.empty(),
                0,
                0,
                0.8,
                WorldPlan.Speech.NONE);
    }

    private static WorldPlan delayed(int size) {
        WorldPlan plan = towns(size);
        List<SourcePlan> sources = new ArrayList<>(plan.sources());
        sources.set(1, sources.get(1).delayed(List.of(0.0, 0.0, 0.1, 0.8, 0.1)));
        sources.set(2, sources.get(2).delayed(List.of(0.0, 0.0, 0.0, 0.4, 0.6)));
        return with(plan, sources, plan.events());
    }

    private static WorldPlan hard(int size) {
        List<SourcePlan> sources = uneven().stream()
                .map(source -> source.leavingOut(List.of(0.2, 0.4))
                        .coarse(0.2, false, 0)
                        .irregular(0, 0.15, 0))
                .toList();
        WorldPlan plan = with(towns(size), sources, size / 0.9);
        return shaped(on(plan, new WorldPlan.Ground(200, 1, 1, 0.1)), 0, 0.2, 0.5);
    }

    private static WorldPlan growth(int size) {
        WorldPlan plan = towns(size, alike(10, 0.4), 1.8, 0.3, 0.3);
        return new WorldPlan(
                plan.events(),
                1_825,
                new WorldPlan.Ground(5_000, 0.8, 0, 0),
                plan.vocabularies(),
                plan.sources(),
                Optional.empty(),
                0,
                0,
                0,
                WorldPlan.Speech.NONE);
    }

    private static WorldPlan with(WorldPlan plan, List<SourcePlan> sources, double events) {
        return new WorldPlan(
                (int) events,
                plan.days(),
                plan.ground(),
                plan.vocabularies(),
                sources,
                plan.copying(),
                plan.again(),
                plan.bursts(),
                plan.bound(),
                plan.speech());
    }

    private static WorldPlan on(WorldPlan plan, WorldPlan.Ground ground) {
        return new WorldPlan(
                plan.events(),
                plan.days(),
                ground,
                plan.vocabularies(),
                plan.sources(),
                plan.copying(),
                plan.again(),
                plan.bursts(),
                plan.bound(),
                plan.speech());
    }

    private static WorldPlan shaped(WorldPlan plan, double again, double bursts, double bound) {
        return new WorldPlan(
                plan.events(),
                plan.days(),
                plan.ground(),
                plan.vocabularies(),
                plan.sources(),
                plan.copying(),
                again,
                bursts,
                bound,
                plan.speech());
    }

    private static WorldPlan telling(WorldPlan plan, WorldPlan.Speech speech) {
        return new WorldPlan(
                plan.events(),
                plan.days(),
                plan.ground(),
                plan.vocabularies(),
                plan.sources(),
                plan.copying(),
                plan.again(),
                plan.bursts(),
                plan.bound(),
                speech);
    }
}
