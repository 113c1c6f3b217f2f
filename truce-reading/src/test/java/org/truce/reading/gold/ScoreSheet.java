package org.truce.reading.gold;

import org.truce.reading.statement.Form;
import org.truce.record.StatementKind;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A reader's answers to a whole set, scored: one table, and what was missed. */
final class ScoreSheet {
    private final StatementScore statements = new StatementScore();
    private final CellScore cells = new CellScore();
    private final IncidentScore incidents = new IncidentScore();
    private final List<String> misses = new ArrayList<>();

    private ScoreSheet() {}

    static ScoreSheet of(Gold gold, TextReader reader) {
        ScoreSheet sheet = new ScoreSheet();
        for (Gold.Article article : gold.articles()) {
            Answer answer = reader.read(article.text(), article.date());
            sheet.statements.add(article, answer);
            sheet.addMisses(article, answer);
        }
        for (Gold.Bulletin bulletin : gold.bulletins()) {
            sheet.cells.add(bulletin, reader.read(bulletin.text(), bulletin.date()));
        }
        for (Gold.Paragraph paragraph : gold.paragraphs()) {
            sheet.incidents.add(paragraph, reader.read(paragraph.text(), paragraph.date()));
        }
        sheet.misses.addAll(sheet.cells.listMisses());
        sheet.misses.addAll(sheet.incidents.listMisses());
        return sheet;
    }

    StatementScore statements() {
        return statements;
    }

    CellScore cells() {
        return cells;
    }

    IncidentScore incidents() {
        return incidents;
    }

    /** What is wrong or missing, a line each, in the order of the texts. */
    List<String> listMisses() {
        return List.copyOf(misses);
    }

    private void addMisses(Gold.Article article, Answer answer) {
        Wording wording = new Wording(article.text());
        BitSet found = new BitSet();
        BitSet expected = new BitSet();
        for (Pairing.Pair pair : Pairing.of(article, answer, Closeness.RELAXED, false)) {
            found.set(pair.found());
            expected.set(pair.expected());
            Answer.Said said = answer.statements().get(pair.found());
            Gold.Statement wanted = article.statements().get(pair.expected());
            addDifferences(article.name(), wording, said, wanted);
        }
        for (int i = 0; i < article.statements().size(); i++) {
            if (!expected.get(i)) {
                Gold.Statement wanted = article.statements().get(i);
                misses.add("%s: missed %s by %s: %s%s"
                        .formatted(
                                article.name(),
                                wanted.said().form().code(),
                                wanted.said().speaker().orElse("-"),
                                wording.text(wanted.said().content()),
                                wanted.doubt().map(d -> " (doubt: " + d + ")").orElse("")));
            }
        }
        for (int i = 0; i < answer.statements().size(); i++) {
            if (!found.get(i)) {
                Answer.Said said = answer.statements().get(i);
                misses.add("%s: not expected, %s by %s: %s"
                        .formatted(
                                article.name(),
                                said.form().code(),
                                said.speaker().orElse("-"),
                                wording.text(said.content())));
            }
        }
    }

    private void addDifferences(
            String name, Wording wording, Answer.Said said, Gold.Statement wanted) {
        String content = wording.text(wanted.said().content());
        String doubt = wanted.doubt().map(d -> " (doubt: " + d + ")").orElse("");
        if (!Closeness.EXACT.holds(wording, said.content(), wanted.said().content())) {
            misses.add("%s: span %s instead of %s%s"
                    .formatted(name, wording.text(said.content()), content, doubt));
        }
        if (!wanted.isBy(said.speaker())) {
            misses.add("%s: speaker %s instead of %s (%s): %s%s"
                    .formatted(
                            name,
                            said.speaker().orElse("-"),
                            wanted.said().speaker().orElse("-"),
                            wanted.speakerText(),
                            content,
                            doubt));
        }
        if (said.kind() != wanted.said().kind()) {
            misses.add("%s: %s instead of %s: %s%s"
                    .formatted(
                            name, said.kind().code(), wanted.said().kind().code(), content, doubt));
        }
        if (said.form() != wanted.said().form()) {
            misses.add("%s: %s instead of %s: %s%s"
                    .formatted(
                            name, said.form().code(), wanted.said().form().code(), content, doubt));
        }
    }

    /** The table, for people. */
    String table() {
        StringBuilder table = new StringBuilder();
        for (Closeness closeness : Closeness.values()) {
            addForm(table, closeness, "direct", EnumSet.of(Form.DIRECT));
            addForm(table, closeness, "indirect", EnumSet.of(Form.INDIRECT));
            addForm(table, closeness, "mixed", EnumSet.of(Form.MIXED));
            addForm(table, closeness, "indirect and mixed", StatementScore.REPORTED);
        }
        table.append(line("speaker right, of %d paired", statements.paired()))
                .append(share(statements.speakerShare()))
                .append(line("speaker left open"))
                .append(share(statements.unresolvedShare()))
                .append(line("form right"))
                .append(share(statements.formShare()))
                .append(line("kind right, paired"))
                .append(share(statements.kindsOfPairs().overall().recall()))
                .append(line("kind macro-F1, paired"))
                .append(share(statements.kindsOfPairs().macroF1()))
                .append(line("kind macro-F1, all"))
                .append("%.3f".formatted(statements.kindsOfAll().macroF1()));
        for (StatementKind kind : StatementKind.values()) {
            addRate(table, "  " + kind.code(), statements.kindsOfPairs().rate(kind));
        }
        addRate(table, "cells exact", cells.exact());
        addRate(table, "contradictions flagged", cells.contradictions());
        for (IncidentScore.Field field : IncidentScore.Field.values()) {
            String name = "incident " + field.name().toLowerCase(Locale.ROOT);
            addRate(table, name, incidents.rate(field));
        }
        addRate(table, "incidents, all fields", incidents.overall());
        return table.append('\n').toString();
    }

    private void addForm(StringBuilder table, Closeness closeness, String name, Set<Form> forms) {
        String prefix = closeness.name().toLowerCase(Locale.ROOT) + " " + name;
        addRate(table, prefix + ", span", statements.spanRate(closeness, forms));
        addRate(table, prefix + ", span and speaker", statements.rate(closeness, forms));
    }

    private static void addRate(StringBuilder table, String name, Rate rate) {
        table.append(line(name))
                .append("P %.3f (%d of %d)  R %.3f (%d of %d)  F1 %.3f"
                        .formatted(
                                rate.precision(),
                                rate.rightGiven(),
                                rate.given(),
                                rate.recall(),
                                rate.rightExpected(),
                                rate.expected(),
                                rate.f1()));
    }

    private static String line(String name, Object... values) {
        return "%n%-46s ".formatted(name.formatted(values));
    }

    /** A share of the pairs; of none there is no share. */
    private String share(double value) {
        return statements.paired() == 0 ? "-" : "%.3f".formatted(value);
    }
}
