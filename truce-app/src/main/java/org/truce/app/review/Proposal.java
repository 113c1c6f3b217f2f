package org.truce.app.review;

import org.truce.base.Coded;
import org.truce.base.EventType;
import org.truce.base.PlacePrecision;
import org.truce.base.TimePrecision;
import org.truce.base.Weapon;
import org.truce.intake.Format;
import org.truce.reading.draft.Draft;
import org.truce.reading.draft.DraftType;
import org.truce.reading.draft.Field;
import org.truce.record.StatementKind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The row that a draft proposes, in the columns of the file format of its kind. */
public final class Proposal {
    private static final String REPORT_ID = "report_id";

    private final Draft draft;
    private final List<Column> columns = new ArrayList<>();

    private Proposal(Draft draft) {
        this.draft = draft;
    }

    public static Proposal of(Draft draft) {
        Proposal made = new Proposal(draft);
        switch (draft.type()) {
            case STATEMENT -> made.statement();
            case TALLY -> made.tally();
            case INCIDENT -> made.report();
        }
        return made;
    }

    public List<Column> columns() {
        return List.copyOf(columns);
    }

    public Format format() {
        return format(draft.type());
    }

    static Format format(DraftType type) {
        return switch (type) {
            case STATEMENT -> Format.STATEMENTS;
            case TALLY -> Format.TALLIES;
            case INCIDENT -> Format.REPORTS;
        };
    }

    /** The row as it is proposed, by column. */
    public Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        columns.forEach(column -> values.put(column.name(), column.proposed()));
        return values;
    }

    /** What no person is asked for: an incident becomes a report with the id of its draft. */
    Map<String, String> fixed() {
        return draft.type() == DraftType.INCIDENT ? Map.of(REPORT_ID, draft.id()) : Map.of();
    }

    private void statement() {
        from("speaker", "speaker", true, List.of());
        from("role", "role", false, List.of());
        from("date", "date", true, List.of());
        given("place", false, List.of());
        from("kind", "kind", true, Coded.listCodes(StatementKind.class));
        add("paraphrase", quotation("content", "speaker"), Optional.of("content"), true);
        from("about", "about", false, List.of());
        given("url", false, List.of());
    }

    private void tally() {
        from("date", "date", false, List.of());
        from("side", "side", true, List.of());
        from("province", "place", false, List.of());
        from("count", "count", true, List.of());
        from("stated_total", "statedTotal", false, List.of());
        given("url", false, List.of());
        // Counts in different units must not be taken for one another.
        add("note", find("unit").map("counted: "::concat).orElse(""), Optional.of("unit"), false);
    }

    private void report() {
        from("event_type", "type", true, Coded.listCodes(EventType.class));
        from("occurred_from", "date", true, List.of());
        given("occurred_to", false, List.of());
        given("date_precision", false, Coded.listCodes(TimePrecision.class));
        from("place_name", "place", false, List.of());
        given("place_precision", true, Coded.listCodes(PlacePrecision.class));
        given("admin1", false, List.of());
        from("lat", "lat", false, List.of());
        from("lon", "lon", false, List.of());
        from("alleged_actor", "actor", false, List.of());
        from("target", "target", false, List.of());
        from("killed_min", "killedMin", false, List.of());
        from("killed_max", "killedMax", false, List.of());
        from("injured", "injured", false, List.of());
        from("weapon", "weapon", false, Coded.listCodes(Weapon.class));
        from("source", "source", true, List.of());
        given("source_url", false, List.of());
        given("published", false, List.of());
        add("note", injured(), Optional.of("injuredMin"), false);
    }

    /** A report has no column for a range of injured. */
    private String injured() {
        Optional<String> least = find("injuredMin");
        Optional<String> most = find("injuredMax");
        if (least.isEmpty()) {
            return most.map("injured: up to "::concat).orElse("");
        }
        return "injured: "
                + most.map(number -> least.get() + " to " + number)
                        .orElseGet(() -> "at least " + least.get());
    }

    /** A source's own words stand in quotation marks and with its name, or not at all. */
    private String quotation(String content, String speaker) {
        String name = find(speaker).orElse("");
        return find(content)
                .map(words -> "“" + words.strip().replaceAll("[,،]$", "") + "”"
                        + (name.isEmpty() ? "" : " (" + name + ")"))
                .orElse("");
    }

    private Optional<String> find(String field) {
        return Optional.ofNullable(draft.fields().get(field)).flatMap(Field::value);
    }

    private void from(String column, String field, boolean required, List<String> choices) {
        columns.add(new Column(
                column,
                find(field).orElse(""),
                Optional.of(field).filter(draft.fields()::containsKey),
                required,
                choices));
    }

    private void given(String column, boolean required, List<String> choices) {
        columns.add(new Column(column, "", Optional.empty(), required, choices));
    }

    private void add(String column, String proposed, Optional<String> field, boolean required) {
        columns.add(new Column(
                column, proposed, field.filter(draft.fields()::containsKey), required, List.of()));
    }
}
