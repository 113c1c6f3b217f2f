package org.truce.app.cli;

import org.truce.app.review.Column;
import org.truce.app.review.MarkedText;
import org.truce.app.review.Proposal;
import org.truce.app.review.Queued;
import org.truce.app.review.Rates;
import org.truce.app.review.Review;
import org.truce.app.review.State;
import org.truce.reading.draft.Draft;
import org.truce.reading.draft.Field;
import org.truce.reading.text.Original;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Drafts on a terminal; what is marked is marked by signs, so that no colour is needed. */
final class ReviewText {
    private static final int SHOWN = 80;

    private ReviewText() {}

    /** Id, state, type, flags and the first words that the draft rests on. */
    static String line(Queued queued, State state) {
        Draft draft = queued.draft();
        return String.join(
                "\t",
                draft.id(),
                state.code(),
                draft.type().code(),
                String.join(" ", draft.flags()),
                shortened(plain(draft.evidence().getFirst().text())));
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= SHOWN
                ? text
                : text.substring(0, text.offsetByCodePoints(0, SHOWN)) + " …";
    }

    private static String plain(String text) {
        return Plain.column(MarkedText.visible(text));
    }

    /** The text with its marks, the row proposed, what is doubtful, and what to do next. */
    static List<String> whole(Queued queued, Original text, State state) {
        Draft draft = queued.draft();
        List<String> lines = new ArrayList<>();
        lines.add("%s  %s  %s".formatted(draft.id(), draft.type().code(), state.code()));
        lines.add("text %s, %s%s"
                .formatted(
                        draft.docSha256().hex().substring(0, 12),
                        queued.document().language(),
                        queued.document().date().map(day -> ", " + day).orElse("")));
        lines.add("proposed by %s, rules %s"
                .formatted(
                        plain(draft.extractor().name() + " " + draft.extractor().version()),
                        String.join(" ", draft.rules())));
        if (!draft.flags().isEmpty()) {
            lines.add("look at: " + String.join(", ", draft.flags()));
        }
        lines.add("");
        lines.addAll(marked(MarkedText.of(text, draft)));
        lines.add("");
        Proposal.of(draft).columns().forEach(column -> lines.addAll(column(column, draft)));
        lines.addAll(withoutColumn(draft));
        queued.reviews().forEach(review -> lines.addAll(review(review)));
        if (state.waits()) {
            lines.add("");
            lines.add("next: truce review accept|edit|drop %s --by ROLE --store STORE"
                    .formatted(draft.id()));
        }
        return lines;
    }

    private static List<String> marked(MarkedText text) {
        List<String> lines = new ArrayList<>();
        if (text.cutBefore()) {
            lines.add("  […]");
        }
        text.paragraphs()
                .forEach(paragraph -> lines.add("  "
                        + paragraph.stream().map(ReviewText::piece).collect(Collectors.joining())));
        if (text.cutAfter()) {
            lines.add("  […]");
        }
        return lines;
    }

    private static String piece(MarkedText.Piece piece) {
        StringBuilder out = new StringBuilder();
        piece.starts()
                .forEach(fields ->
                        out.append("[[").append(String.join(",", fields)).append(": "));
        return out.append(Plain.column(piece.text()))
                .append("]]".repeat(piece.ends()))
                .toString();
    }

    /** What the draft says that the record has no field for. */
    private static List<String> withoutColumn(Draft draft) {
        Set<String> fields = Proposal.of(draft).columns().stream()
                .flatMap(column -> column.field().stream())
                .collect(Collectors.toUnmodifiableSet());
        return draft.fields().entrySet().stream()
                .filter(field -> !fields.contains(field.getKey()))
                .filter(field -> field.getValue().value().isPresent())
                .map(field -> "%-16s %s  (in the draft only)"
                        .formatted(
                                field.getKey(), plain(field.getValue().value().orElseThrow())))
                .toList();
    }

    private static List<String> column(Column column, Draft draft) {
        List<String> lines = new ArrayList<>();
        Optional<Field> field = column.field().map(draft.fields()::get);
        String trust =
                field.map(known -> "  (" + known.confidence().code() + ")").orElse("");
        String value = column.proposed().isEmpty()
                ? column.required() ? "? (to be filled in)" : "–"
                : plain(column.proposed());
        lines.add("%-16s %s%s".formatted(column.name(), value, trust));
        field.map(Field::alternatives)
                .filter(other -> !other.isEmpty())
                .ifPresent(other -> lines.add("%-16s one of: %s"
                        .formatted(
                                "",
                                other.stream()
                                        .map(ReviewText::plain)
                                        .collect(Collectors.joining("; ")))));
        return lines;
    }

    private static List<String> review(Review review) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("%s by %s, %s%s"
                .formatted(
                        review.act().code(),
                        plain(review.by()),
                        review.at(),
                        review.entry().map(entry -> ", became " + entry).orElse("")));
        review.why().ifPresent(why -> lines.add("  why: " + plain(why)));
        for (String edited : review.edited()) {
            lines.add(
                    "  %s: %s".formatted(edited, plain(review.fields().getOrDefault(edited, ""))));
        }
        return lines;
    }

    /** One line a rule, in columns parted by tabs, under a line that names them. */
    static List<String> rates(List<Rates.Rate> rates) {
        List<String> lines = new ArrayList<>();
        lines.add("extractor\trule\tdrafts\twaiting\taccepted\tedited\tdropped\tedited fields");
        for (Rates.Rate rate : rates) {
            lines.add("%s %s\t%s\t%d\t%d\t%d\t%d%s\t%d%s\t%s"
                    .formatted(
                            rate.extractor(),
                            plain(rate.version()),
                            rate.rule(),
                            rate.drafts(),
                            rate.waiting(),
                            rate.accepted(),
                            rate.edited(),
                            percent(rate.editShare()),
                            rate.dropped(),
                            percent(rate.dropShare()),
                            rate.editedFields().entrySet().stream()
                                    .map((Map.Entry<String, Integer> field) ->
                                            field.getKey() + " " + field.getValue())
                                    .collect(Collectors.joining(", "))));
        }
        return lines;
    }

    private static String percent(Optional<Double> share) {
        return share.map(part -> String.format(Locale.ROOT, " (%.0f %%)", 100 * part))
                .orElse("");
    }
}
