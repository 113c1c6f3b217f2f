package org.truce.reading.gold;

import org.truce.base.Coded;
import org.truce.base.EventType;
import org.truce.reading.incident.Realis;
import org.truce.reading.statement.Form;
import org.truce.reading.text.Span;
import org.truce.record.StatementKind;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Loads a set from the files that README.md beside them explains; refuses what it does not know.
 */
final class GoldFiles {
    private GoldFiles() {}

    /** The set of that name, its texts in the order of their names; it may lack a kind of text. */
    static Gold load(String set) throws IOException {
        Path folder = folder(set);
        List<Gold.Article> articles = new ArrayList<>();
        for (Path text : listTexts(folder.resolve("articles"))) {
            articles.add(article(text));
        }
        List<Gold.Bulletin> bulletins = new ArrayList<>();
        for (Path text : listTexts(folder.resolve("bulletins"))) {
            bulletins.add(bulletin(text));
        }
        List<Gold.Paragraph> paragraphs = new ArrayList<>();
        Path incidents = folder.resolve("incidents.yaml");
        List<GoldYaml> told = Files.exists(incidents)
                ? GoldYaml.read(incidents).getList("paragraphs")
                : List.of();
        for (GoldYaml paragraph : told) {
            paragraphs.add(paragraph("paragraph " + (paragraphs.size() + 1), paragraph));
        }
        return new Gold(articles, bulletins, paragraphs);
    }

    private static Path folder(String set) {
        var found = GoldFiles.class.getResource(set);
        if (found == null) {
            throw new IllegalArgumentException("there is no set " + set + "; try dev or dev2");
        }
        try {
            return Path.of(new URI(found.toString()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> listTexts(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
        }
    }

    private static GoldYaml beside(Path text) throws IOException {
        return GoldYaml.read(text.resolveSibling(name(text) + ".yaml"));
    }

    private static String name(Path text) {
        return text.getFileName().toString().replace(".txt", "");
    }

    private static Gold.Article article(Path file) throws IOException {
        GoldYaml yaml = beside(file);
        yaml.allow("date", "manner", "about", "statements");
        String text = Files.readString(file);
        List<Gold.Statement> statements = new ArrayList<>();
        for (GoldYaml statement : yaml.getList("statements")) {
            statements.add(statement(text, statement));
        }
        return new Gold.Article(name(file), text, yaml.getDate("date"), statements);
    }

    private static Gold.Statement statement(String text, GoldYaml yaml) {
        yaml.allow(
                "content", "occurrence", "form", "speakerText", "speaker", "also", "kind", "doubt");
        String content = yaml.getText("content");
        Span span = find(text, content, yaml.findInt("occurrence"));
        return new Gold.Statement(
                new Answer.Said(
                        span,
                        code(Form.class, yaml.getText("form")),
                        yaml.findText("speaker"),
                        code(StatementKind.class, yaml.getText("kind"))),
                yaml.getText("speakerText"),
                yaml.listTexts("also"),
                yaml.findText("doubt"));
    }

    /** In code points; the content stands once in the text, or its occurrence is given. */
    static Span find(String text, String content, Optional<Integer> occurrence) {
        int at = -1;
        for (int i = 0; i < occurrence.orElse(1); i++) {
            at = text.indexOf(content, at + 1);
            if (at < 0) {
                throw new IllegalArgumentException("the text does not hold: " + content);
            }
        }
        if (occurrence.isEmpty() && text.indexOf(content, at + 1) >= 0) {
            throw new IllegalArgumentException("more than once, say which: " + content);
        }
        int start = text.codePointCount(0, at);
        return new Span(start, start + content.codePointCount(0, content.length()));
    }

    private static Gold.Bulletin bulletin(Path file) throws IOException {
        GoldYaml yaml = beside(file);
        yaml.allow("date", "manner", "cells");
        List<Answer.Cell> cells = new ArrayList<>();
        for (GoldYaml cell : yaml.getList("cells")) {
            cell.allow("side", "place", "count", "statedTotal", "consistent");
            cells.add(new Answer.Cell(
                    cell.findText("side"),
                    cell.findText("place"),
                    cell.findInt("count").orElseThrow(),
                    cell.findInt("statedTotal"),
                    cell.getBoolean("consistent")));
        }
        return new Gold.Bulletin(name(file), Files.readString(file), yaml.getDate("date"), cells);
    }

    private static Gold.Paragraph paragraph(String name, GoldYaml yaml) {
        yaml.allow("text", "date", "incidents");
        List<Answer.Happened> incidents = new ArrayList<>();
        for (GoldYaml incident : yaml.getList("incidents")) {
            incidents.add(incident(incident));
        }
        return new Gold.Paragraph(name, yaml.getText("text"), yaml.getDate("date"), incidents);
    }

    private static Answer.Happened incident(GoldYaml yaml) {
        yaml.allow(
                "type",
                "place",
                "date",
                "actor",
                "target",
                "weapon",
                "killedMin",
                "killedMax",
                "injuredMin",
                "injuredMax",
                "realis");
        return new Answer.Happened(
                code(EventType.class, yaml.getText("type")),
                yaml.findText("place"),
                yaml.findDate("date"),
                yaml.findText("actor"),
                yaml.findText("target"),
                yaml.findText("weapon"),
                new Answer.Bounds(yaml.findInt("killedMin"), yaml.findInt("killedMax")),
                new Answer.Bounds(yaml.findInt("injuredMin"), yaml.findInt("injuredMax")),
                code(Realis.class, yaml.getText("realis")));
    }

    private static <E extends Enum<E> & Coded> E code(Class<E> type, String code) {
        return Coded.find(type, code)
                .orElseThrow(() -> new IllegalArgumentException(
                        code + " is none of " + Coded.listCodes(type)));
    }
}
