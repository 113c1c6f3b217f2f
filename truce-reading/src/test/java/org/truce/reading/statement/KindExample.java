package org.truce.reading.statement;

import static java.util.stream.Collectors.joining;

import org.truce.base.Coded;
import org.truce.base.Hash;
import org.truce.reading.text.Original;
import org.truce.reading.text.Prepared;
import org.truce.reading.text.Span;
import org.truce.reading.words.Dictionaries;
import org.truce.reading.words.SpeechVerb;
import org.truce.reading.words.Table;
import org.truce.record.StatementKind;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** A sentence of kind-examples.tsv with its kind and its traits. */
record KindExample(StatementKind kind, SortedSet<String> traits, String content) {
    private static final String MARK = "\"";

    /** All of them, read as the paragraphs of one text, since to prepare each by itself is slow. */
    static List<KindExample> list() {
        List<Table.Row> rows = Table.rows("kind-examples");
        String text = rows.stream().map(row -> row.get("content")).collect(joining("\n\n"));
        Prepared prepared = Prepared.of(new Original(Hash.ZERO, text), "en");
        List<KindExample> all = new ArrayList<>();
        int start = 0;
        for (Table.Row row : rows) {
            String content = row.get("content");
            int end = start + content.codePointCount(0, content.length());
            all.add(of(row, prepared, new Span(start, end)));
            start = end + 2;
        }
        return List.copyOf(all);
    }

    private static KindExample of(Table.Row row, Prepared prepared, Span place) {
        String content = row.get("content");
        Form form = form(content);
        Span span = form == Form.DIRECT ? new Span(place.start() + 1, place.end() - 1) : place;
        boolean alleged = row.find("alleged").isPresent();
        return new KindExample(
                Coded.find(StatementKind.class, row.get("kind")).orElseThrow(),
                Kinds.traits(prepared, span, form, cue(row), alleged),
                content);
    }

    private static Form form(String content) {
        boolean whole =
                content.startsWith(MARK) && content.indexOf(MARK, 1) == content.length() - 1;
        return whole ? Form.DIRECT : content.contains(MARK) ? Form.MIXED : Form.INDIRECT;
    }

    private static Cue cue(Table.Row row) {
        List<SpeechVerb> verbs = Dictionaries.get().speech().verbs().meanings(row.get("cue"));
        if (verbs.isEmpty()) {
            throw new IllegalStateException("%s:%d: %s is no verb of saying"
                    .formatted(row.table(), row.line(), row.get("cue")));
        }
        SpeechVerb verb = verbs.getFirst();
        return new Cue(
                Cue.Type.PLAIN,
                new Range(0, 0),
                verb.lemma(),
                verb.stance(),
                verb.frames(),
                Optional.empty(),
                0,
                false);
    }
}
