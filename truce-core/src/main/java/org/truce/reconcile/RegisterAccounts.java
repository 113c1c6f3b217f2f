package org.truce.reconcile;

import org.truce.base.ActGroup;
import org.truce.base.EventType;
import org.truce.base.LatLon;
import org.truce.reconcile.linkage.Accounts;
import org.truce.reconcile.linkage.Coding;
import org.truce.reconcile.linkage.Figures;
import org.truce.reconcile.linkage.Settings;
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

    private final NamedPoints towns = new NamedPoints(WIDEST_TOWN_KM);
    private final NamedPoints governorates = new NamedPoints(WIDEST_GOVERNORATE_KM);
    private final List<Field> fields = new ArrayList<>();
    private final List<Coding> codings = new ArrayList<>();
    private final List<ToIntFunction<Traits>> codes = new ArrayList<>();
    private final Map<String, Integer> sources = new HashMap<>();
    private final List<Accounts.Row> rows;

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
        if (reports.stream().anyMatch(report -> report.hour().isPresent())) {
            fields.add(Field.HOUR);
            codings.add(Coding.hours("hour"));
            codes.add(report -> report.hour().orElse(Accounts.NONE));
        }
        add(Field.PLACE_NAME, Vocabulary.ofPaths("place"), reports, this::nameWithoutPoint);
        rows = reports.stream().map(this::row).toList();
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
            fields.add(field);
            codings.add(vocabulary.coding());
            codes.add(report -> vocabulary.code(said.apply(report)));
        }
    }

    private void add(
            Field field, Collection<Traits> reports, Function<Traits, Optional<Range>> figure) {
        if (reports.stream().anyMatch(report -> figure.apply(report).isPresent())) {
            fields.add(field);
            codings.add(Figures.coding(field.name()));
            codes.add(report -> figure.apply(report)
                    .map(range -> Figures.code(Figures.middle(
                                    OptionalInt.of(range.low()), OptionalInt.of(range.high()))
                            .getAsInt()))
                    .orElse(Accounts.NONE));
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
                codes.stream().mapToInt(code -> code.applyAsInt(report)).toArray(),
                Set.of());
    }

    List<Accounts.Row> rows() {
        return rows;
    }

    int sources() {
        return sources.size();
    }

    List<Coding> codings() {
        return codings;
    }

    /** What is compared, in the order of the codings. */
    List<Field> fields() {
        return fields;
    }

    /** Coders take the point of a town from a gazetteer. */
    static Settings settings() {
        return new Settings(SIGMA_KM, REACH_DAYS, ROUNDS, true, Optional.empty());
    }
}
