package org.truce.intake;

import org.truce.base.Coded;
import org.truce.record.Basis;
import org.truce.record.ContributionKind;
import org.truce.record.FollowUp;
import org.truce.record.Guarded;
import org.truce.record.Stage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of one row of another maker's table of what was given. */
final class Flows {
    /** Makers' words for how far a flow has come, beside our own codes. */
    private static final Map<String, Stage> STATUSES = Map.of(
            "pledge", Stage.PLEDGED,
            "commitment", Stage.PLEDGED,
            "committed", Stage.PLEDGED,
            "paid", Stage.DELIVERED,
            "paid contribution", Stage.DELIVERED,
            "disbursed", Stage.DELIVERED,
            "disbursement", Stage.DELIVERED,
            "completed", Stage.DELIVERED);

    private static final Pattern SUM_OF_OTHERS = Pattern.compile(
            "(grand |sub-?)?totals?:?|المجموع|الإجمالي|الاجمالي", Pattern.CASE_INSENSITIVE);
    private static final Pattern HEALTH = Pattern.compile("\\bhealth\\b", Pattern.CASE_INSENSITIVE);

    private Flows() {}

    /** @param source who says so where the row does not */
    static FollowUp.Contribution contribution(Row row, FlowColumns columns, String source)
            throws BadValue {
        refuseSums(row, columns);
        String giver = row.getText(columns.giver());
        Optional<FlowAmounts.Counted> counted = FlowAmounts.find(row, columns.measure());
        Optional<LocalDate> from = FlowDates.findFirst(row, columns.from());
        Optional<LocalDate> to = FlowDates.findLast(row, columns.to());
        FollowUpColumns.requireOrder(from, to, columns.to().orElse(""));
        Stage stage = stage(row, columns, counted.isPresent());
        return new FollowUp.Contribution(
                row.register(),
                id(row, columns, stage, counted),
                row.entered(),
                giver,
                kind(row, columns),
                stage,
                what(row, columns),
                columns.receiver().flatMap(row::findText),
                joined(row, columns.places()),
                counted.map(FlowAmounts.Counted::amount),
                counted.map(FlowAmounts.Counted::unit),
                from,
                to,
                Optional.empty(),
                basis(row, columns, source));
    }

    /** Its parts are rows of their own; taken in beside them, all would be there twice. */
    private static void refuseSums(Row row, FlowColumns columns) throws BadValue {
        List<String> naming = new ArrayList<>(columns.what());
        naming.addAll(columns.places());
        naming.add(columns.giver());
        columns.receiver().ifPresent(naming::add);
        columns.id().ifPresent(naming::add);
        columns.sector().ifPresent(naming::add);
        for (String column : naming) {
            if (SUM_OF_OTHERS.matcher(row.text(column)).matches()) {
                throw new BadValue(
                        column,
                        "the row adds up others",
                        "nothing, for the rows that it adds up are taken in by themselves; delete"
                                + " it from the file to have it no longer listed here");
            }
        }
    }

    /** The maker's own id, else one from what every reader may see of the row. */
    private static String id(
            Row row, FlowColumns columns, Stage stage, Optional<FlowAmounts.Counted> counted)
            throws BadValue {
        Optional<String> own = columns.id().flatMap(row::findText);
        if (own.isPresent()) {
            String id = own.get();
            return id.endsWith(".0") ? id.substring(0, id.length() - 2) : id;
        }
        return ContentId.of(
                "F",
                row.text(columns.giver()),
                kind(row, columns).code(),
                stage.code(),
                what(row, columns),
                columns.receiver().map(row::text).orElse(""),
                joined(row, columns.places()).orElse(""),
                counted.map(FlowAmounts.Counted::amount).orElse(""),
                counted.map(FlowAmounts.Counted::unit).orElse(""),
                columns.from().map(row::text).orElse(""),
                columns.to().map(row::text).orElse(""));
    }

    private static ContributionKind kind(Row row, FlowColumns columns) {
        boolean health = columns.sector()
                .map(row::text)
                .filter(text -> HEALTH.matcher(text).find())
                .isPresent();
        return health && columns.measure().kind() == ContributionKind.OTHER
                ? ContributionKind.MEDICAL
                : columns.measure().kind();
    }

    private static Stage stage(Row row, FlowColumns columns, boolean counted) throws BadValue {
        Optional<String> status = columns.status().flatMap(row::findText);
        if (status.isPresent()) {
            String word = status.get().toLowerCase(Locale.ROOT);
            Optional<Stage> stage =
                    Coded.find(Stage.class, word).or(() -> Optional.ofNullable(STATUSES.get(word)));
            if (stage.isEmpty()) {
                throw row.unknown(columns.status().orElseThrow(), knownStatuses());
            }
            return stage.get();
        }
        if (columns.measure().stage().isPresent() && counted) {
            return columns.measure().stage().get();
        }
        String column = columns.status().orElse(columns.measure().column());
        throw new BadValue(
                column,
                "'%s' is blank, and nothing else says how far it has come".formatted(column),
                "fill it in");
    }

    private static List<String> knownStatuses() {
        return Stream.concat(
                        Coded.listCodes(Stage.class).stream(),
                        STATUSES.keySet().stream().sorted())
                .toList();
    }

    private static String what(Row row, FlowColumns columns) throws BadValue {
        for (String column : columns.what()) {
            if (row.findText(column).isPresent()) {
                return row.getText(column);
            }
        }
        String names = String.join(", ", columns.what());
        throw new BadValue(
                columns.what().getFirst(),
                "nothing says what was given: %s".formatted(names),
                "fill one of them in");
    }

    private static Optional<String> joined(Row row, List<String> columns) {
        LinkedHashSet<String> texts = new LinkedHashSet<>();
        columns.forEach(column -> row.findText(column).ifPresent(texts::add));
        return Optional.of(String.join(", ", texts)).filter(text -> !text.isEmpty());
    }

    private static Basis basis(Row row, FlowColumns columns, String source) throws BadValue {
        // A commitment counts as pledged here: so the maker's word for it stays.
        String note = Stream.concat(columns.status().stream(), columns.kept().stream())
                .flatMap(column -> row.findText(column).map(text -> column + ": " + text).stream())
                .collect(Collectors.joining("; "));
        Optional<Guarded> kept = note.isEmpty() ? Optional.empty() : Optional.of(row.seal(note));
        return new Basis(
                row.seal(columns.source().flatMap(row::findText).orElse(source)),
                columns.url().flatMap(row::sealed),
                FlowDates.findLatest(row, columns.told()),
                kept);
    }
}
