package org.truce.reading.draft;

import org.truce.base.Hash;
import org.truce.reading.Reading;
import org.truce.reading.incident.Incident;
import org.truce.reading.statement.Statement;
import org.truce.reading.text.Original;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Makes drafts of a reading. */
public final class Drafts {
    /** To be raised whenever what is read from the same text changes. */
    private static final String VERSION = "1";

    private static final Extractor STATEMENTS = new Extractor("truce-statements", "3");
    private static final Extractor TALLIES = new Extractor("truce-bulletins", VERSION);
    private static final Extractor INCIDENTS = new Extractor("truce-incidents", VERSION);

    /** Flag of what was proposed for words for which the rules propose something, too. */
    private static final String ALSO = "also-by-rules";

    private final Hash docSha256;
    private final String maker;
    private final Set<String> taken = new HashSet<>();
    private final List<Draft> made = new ArrayList<>();

    private Drafts(Hash docSha256, String maker) {
        this.docSha256 = docSha256;
        this.maker = maker;
    }

    /**
     * One draft for each statement, tally and incident, in this order. Throws
     * {@link IllegalArgumentException} when the reading is not one of that original.
     */
    public static List<Draft> of(Reading reading, Original original) {
        Drafts drafts = new Drafts(checked(reading, original), "");
        reading.statements()
                .forEach(one -> drafts.add(
                        DraftType.STATEMENT,
                        STATEMENTS,
                        one.rules(),
                        StatementSheet.of(one, reading.document(), original, Band.HIGH),
                        one.flags()));
        reading.tallies()
                .forEach(one -> drafts.add(
                        DraftType.TALLY,
                        TALLIES,
                        List.of(one.rule().code()),
                        TallySheet.of(one, reading.document(), original),
                        TallySheet.flags(one)));
        for (Incident one : reading.incidents()) {
            Optional<Statement> within = reading.statements().stream()
                    .filter(said -> said.content().overlaps(one.cue()))
                    .findFirst();
            drafts.add(
                    DraftType.INCIDENT,
                    INCIDENTS,
                    List.of(one.rule().code()),
                    IncidentSheet.of(one, within, original),
                    IncidentSheet.flags(one, within));
        }
        return List.copyOf(drafts.made);
    }

    /**
     * One draft for each statement that somebody else than the rules proposes. Their ids and their
     * maker are their own, so that they are measured apart; no value that is read from the text is
     * trusted more than little. Throws {@link IllegalArgumentException} when the reading is not one
     * of that original.
     *
     * @param by who proposes
     * @param reading what the rules read from the same text
     */
    public static List<Draft> proposed(
            Extractor by, List<Statement> statements, Reading reading, Original original) {
        Drafts drafts =
                new Drafts(checked(reading, original), by.name() + "\n" + by.version() + "\n");
        for (Statement one : statements) {
            List<String> flags = new ArrayList<>(one.flags());
            if (reading.statements().stream()
                    .anyMatch(read -> read.content().overlaps(one.content()))) {
                flags.add(ALSO);
            }
            drafts.add(
                    DraftType.STATEMENT,
                    by,
                    one.rules(),
                    StatementSheet.of(one, reading.document(), original, Band.LOW),
                    flags);
        }
        return List.copyOf(drafts.made);
    }

    private static Hash checked(Reading reading, Original original) {
        if (!reading.document().sha256().equals(original.sha256())) {
            throw new IllegalArgumentException(
                    "the reading is of the text " + reading.document().sha256());
        }
        return original.sha256();
    }

    private void add(
            DraftType type,
            Extractor extractor,
            List<String> rules,
            Sheet sheet,
            List<String> flags) {
        List<String> all = new ArrayList<>(flags);
        if (sheet.hidesCharacters()) {
            all.add("hidden-characters");
        }
        int occurrence = 1;
        String id = Draft.id(docSha256, type, sheet.evidence(), maker);
        while (!taken.add(id)) {
            occurrence++;
            id = Draft.id(docSha256, type, sheet.evidence(), maker + occurrence);
        }
        made.add(new Draft(
                id, docSha256, type, extractor, rules, sheet.evidence(), sheet.fields(), all));
    }
}
