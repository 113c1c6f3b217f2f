package org.truce.reconcile.files;

import org.truce.intake.PlainReport;
import org.truce.intake.TaxonomyCsv;
import org.truce.reconcile.linkage.Accounts;
import org.truce.reconcile.linkage.Coding;
import org.truce.reconcile.linkage.Figures;
import org.truce.reconcile.linkage.Vocabulary;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;

/** What is compared of the rows of files: how each field of them becomes a code. */
final class Fields {
    private final Map<String, Map<TaxonomyCsv.Category, List<String>>> taxonomies = new HashMap<>();
    private final List<Coding> codings = new ArrayList<>();
    private final List<Field> fields = new ArrayList<>();

    /** @param source by which a taxonomy knows the file that it stands in */
    record Row(String source, PlainReport report) {}

    /** @param shown what a reader is shown of it */
    private record Field(
            String name,
            Function<Row, Integer> code,
            Function<PlainReport, Optional<String>> shown) {}

    /** @param taxonomies by the field they are given for */
    Fields(Map<String, Map<TaxonomyCsv.Category, List<String>>> taxonomies) {
        taxonomies.forEach((field, paths) -> {
            Map<TaxonomyCsv.Category, List<String>> byPlainName = new HashMap<>();
            paths.forEach((category, path) -> byPlainName.put(
                    new TaxonomyCsv.Category(category.source(), plain(category.name())), path));
            this.taxonomies.put(field, byPlainName);
        });
    }

    /** Labels are the same when spelled alike, capitals aside. */
    static String plain(String label) {
        return label.strip().toLowerCase(Locale.ROOT);
    }

    static OptionalInt killed(PlainReport report) {
        return Figures.middle(report.killedMin(), report.killedMax());
    }

    /** Adds a field of labels, where these tell anything apart. */
    void addWords(
            List<Row> all,
            String name,
            Function<PlainReport, Optional<String>> label,
            Function<PlainReport, Optional<String>> shown) {
        Vocabulary vocabulary = Vocabulary.ofPaths(name);
        all.forEach(row -> path(name, row, label).ifPresent(vocabulary::count));
        if (vocabulary.useful()) {
            codings.add(vocabulary.coding());
            fields.add(new Field(name, row -> vocabulary.code(path(name, row, label)), shown));
        }
    }

    private Optional<List<String>> path(
            String name, Row row, Function<PlainReport, Optional<String>> label) {
        return label.apply(row.report())
                .map(text -> Optional.ofNullable(taxonomies
                                .getOrDefault(name, Map.of())
                                .get(new TaxonomyCsv.Category(row.source(), plain(text))))
                        .orElseGet(() -> List.of(plain(text))));
    }

    /** Adds a field of figures, where any row states one. */
    void addFigures(List<Row> all, String name, Function<PlainReport, OptionalInt> figure) {
        if (all.stream().anyMatch(row -> figure.apply(row.report()).isPresent())) {
            codings.add(Figures.coding(name));
            fields.add(new Field(
                    name,
                    row -> {
                        OptionalInt stated = figure.apply(row.report());
                        return stated.isPresent() ? Figures.code(stated.getAsInt()) : Accounts.NONE;
                    },
                    report -> figure.apply(report).stream()
                            .mapToObj(Integer::toString)
                            .findFirst()));
        }
    }

    List<Coding> codings() {
        return codings;
    }

    /** In the order of the codings. */
    List<String> names() {
        return fields.stream().map(Field::name).toList();
    }

    int[] codes(Row row) {
        return fields.stream().mapToInt(field -> field.code().apply(row)).toArray();
    }

    /** What a reader is shown of each, by name, in the order of the codings. */
    Map<String, Function<PlainReport, Optional<String>>> shown() {
        Map<String, Function<PlainReport, Optional<String>>> shown = new LinkedHashMap<>();
        fields.forEach(field -> shown.put(field.name(), field.shown()));
        return shown;
    }
}
