package org.truce.reconcile;

import org.truce.base.ActGroup;
import org.truce.base.EventType;
import org.truce.base.LatLon;
import org.truce.reconcile.linkage.Accounts;
import org.truce.reconcile.linkage.Coding;
import org.truce.reconcile.linkage.Figures;
import org.truce.reconcile.linkage.Settings;
import org.truce.reconcile.linkage.Standing;
import org.truce.reconcile.linkage.Vocabulary;
import org.truce.reconcile.places.NamedPoints;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * The reports of registers as the linkage takes them: days, points of three classes of exactness,
 * and codes for what else they say.
 */
final class RegisterAccounts {
    /** Where learning starts: how far off points are for towns, districts and governorates. */
    private static final double[] SIGMA_KM = {1.5, 12, 35};

    /** A report says with a precision how well it knows the day. */
    private static final int REACH_DAYS = 0;

    private static final int ROUNDS = 10;
    private static final double WIDEST_TOWN_KM = 25;
    private static final double WIDEST_GOVERNORATE_KM = 150;

    /** What is compared beside day and place. */
    enum Field {
        TYPE,
        ACTOR,
        KILLED,
        INJURED,
        COUNT,
        HOUR,
        PLACE_NAME
    }

    /**
     * How a field is compared.
     *
     * @param said what a report says of it, if anything
     */
    private record Compared(
            Field field, Function<Traits, Optional<?>> said, ToIntFunction<Traits> code) {}

    private final NamedPoints towns = new NamedPoints(WIDEST_TOWN_KM);
    private final NamedPoints governorates = new NamedPoints(WIDEST_GOVERNORATE_KM);
    private final List<Compared> compared = new ArrayList<>();
    private final List<Function<Traits, Optional<?>>> neverSaid = new ArrayList<>();
    private final List<Coding> codings = new ArrayList<>();
    private final Map<String, Integer> sources = new HashMap<>();
    private final Wordings wordings = new Wordings();

    /** @param reports from which it is known what reports say, and where the places lie */
    RegisterAccounts(Collection<Traits> reports) {
        for (Traits report : reports) {
            report.point().ifPresent(point -> {
                if (!report.placePrecision().coarserThanTown()) {
                    report.placeName().ifPresent(name -> towns.put(name, point));
                    report.governorate().ifPresent(name -> governorates.put(name, point));
                }
            });
        }
        Set<String> names = new TreeSet<>();
        reports.forEach(report -> names.add(report.source()));
        names.forEach(name -> sources.put(name, sources.size()));
        Vocabulary types = Vocabulary.ofPaths("type");
        Arrays.stream(EventType.values()).forEach(type -> types.include(path(type)));
        add(Field.TYPE, types, reports, report -> report.act().map(RegisterAccounts::path));
        add(
                Field.ACTOR,
                Vocabulary.ofSets("actor"),
                reports,
                report -> Optional.of(report.actors()).filter(actors -> !actors.isEmpty()));
        add(Field.KILLED, reports, Traits::killed);
        add(Field.INJURED, reports, Traits::injured);
        add(Field.COUNT, reports, Traits::count);
        addHours(reports);
        add(Field.PLACE_NAME, Vocabulary.ofPaths("place"), reports, this::nameWithoutPoint);
    }

    /**
     * Whether the report says nothing that those from which this was made never said: no outlet, no
     * word, no name of a place that they do not know.
     */
    boolean covers(Traits report) {
        return sources.containsKey(report.source())
                && neverSaid.stream().noneMatch(said -> said.apply(report).isPresent())
                && compared.stream()
                        .allMatch(one -> one.said().apply(report).isEmpty()
                                || one.code().applyAsInt(report) != Accounts.NONE);
    }

    private static List<String> path(EventType type) {
        return List.of(type.code(), type.group().code(), kind(type));
    }

    /** Beyond the groups, whether it is an act of force. */
    private static String kind(EventType type) {
        ActGroup group = type.group();
        return switch (group) {
            case AIR_ATTACK, SHELLING, GROUND_FIRE, EXPLOSIVE_DEVICE, TARGETED_KILLING -> "force";
            case VIOLENCE_AGAINST_CIVILIANS, FORCE_UNSPECIFIED -> "force";
            case OVERFLIGHT, MOVEMENT, ACCESS, DETENTION, UNSPECIFIED -> group.code();
        };
    }

    private void add(
            Field field,
            Vocabulary vocabulary,
            Collection<Traits> reports,
            Function<Traits, Optional<List<String>>> said) {
        reports.forEach(report -> said.apply(report).ifPresent(vocabulary::count));
        if (vocabulary.used()) {
            codings.add(vocabulary.coding());
            compared.add(new Compared(
                    field, said::apply, report -> vocabulary.code(said.apply(report))));
        } else {
            neverSaid.add(said::apply);
        }
    }

    private void add(
            Field field, Collection<Traits> reports, Function<Traits, Optional<Range>> figure) {
        if (reports.stream().anyMatch(report -> figure.apply(report).isPresent())) {
            codings.add(Figures.coding(field.name()));
            compared.add(new Compared(
                    field,
                    figure::apply,
                    report -> figure.apply(report)
                            .map(range -> Figures.code(Figures.middle(
                                            OptionalInt.of(range.low()),
                                            OptionalInt.of(range.high()))
                                    .getAsInt()))
                            .orElse(Accounts.NONE)));
        } else {
            neverSaid.add(figure::apply);
        }
    }

    private void addHours(Collection<Traits> reports) {
        Function<Traits, Optional<?>> said =
                report -> report.hour().stream().boxed().findFirst();
        if (reports.stream().anyMatch(report -> report.hour().isPresent())) {
            codings.add(Coding.hours("hour"));
            compared.add(
                    new Compared(Field.HOUR, said, report -> report.hour().orElse(Accounts.NONE)));
        } else {
            neverSaid.add(said);
        }
    }

    /** Where there is a point, the name says it once more. */
    private Optional<List<String>> nameWithoutPoint(Traits report) {
        return where(report).isPresent()
                ? Optional.empty()
                : report.placeName().flatMap(towns::key).map(List::of);
    }

    /** A point, and how exactly it is known. */
    private record Where(LatLon point, int placeClass) {}

    private Optional<Where> where(Traits report) {
        int known = switch (report.placePrecision()) {
            case EXACT, TOWN -> 0;
            case DISTRICT -> 1;
            case GOVERNORATE, COUNTRY -> 2;
        };
        return report.point()
                .map(point -> new Where(point, known))
                .or(() -> report.placeName()
                        .filter(name -> known < 2)
                        .flatMap(towns::find)
                        .map(point -> new Where(point, 1)))
                .or(() -> report.governorate()
                        .flatMap(governorates::find)
                        .map(point -> new Where(point, 2)));
    }

    private Accounts.Row row(Traits report) {
        Optional<Where> where = where(report);
        return new Accounts.Row(
                report.key().text(),
                Optional.ofNullable(sources.get(report.source())).orElseThrow(),
                Math.toIntExact(report.firstDay().toEpochDay()),
                Math.toIntExact(report.lastDay().toEpochDay()),
                where.map(at -> at.point().latDegrees()).orElse(0.0),
                where.map(at -> at.point().lonDegrees()).orElse(0.0),
                where.map(Where::placeClass).orElse(Accounts.NONE),
                compared.stream().mapToInt(one -> one.code().applyAsInt(report)).toArray(),
                Set.of(),
                wordings.read(report.placeName(), report.text()));
    }

    /** @param reports all of which it {@link #covers} */
    List<Accounts.Row> rows(Collection<Traits> reports) {
        return reports.stream().map(this::row).toList();
    }

    /** Coders take the point of a town from a gazetteer. */
    Standing.Task task() {
        return new Standing.Task(
                sources.size(),
                codings,
                new Settings(SIGMA_KM, REACH_DAYS, ROUNDS, true, Optional.empty()));
    }

    /** What is compared, in the order of the codings. */
    List<Field> fields() {
        return compared.stream().map(Compared::field).toList();
    }
}
