package org.truce.reading.draft;

import org.truce.reading.Document;
import org.truce.reading.statement.Form;
import org.truce.reading.statement.Mention;
import org.truce.reading.statement.Speaker;
import org.truce.reading.statement.Statement;
import org.truce.reading.text.Original;
import org.truce.reading.text.Span;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields of a statement: speaker, role, date, kind, content, about. */
final class StatementSheet {
    /** Rules that resolve words which describe somebody and do not name them. */
    private static final Set<String> BY_OFFICE = Set.of("R3", "R4");

    private final Statement statement;
    private final Band most;
    private final Sheet sheet;

    private StatementSheet(Statement statement, Original original, Band most) {
        this.statement = statement;
        this.most = most;
        this.sheet = new Sheet(original);
    }

    /**
     * @param most how far whoever found the statement is trusted at most; the date came with the
     *     text
     */
    static Sheet of(Statement statement, Document document, Original original, Band most) {
        StatementSheet made = new StatementSheet(statement, original, most);
        made.fill(document.date());
        return made.sheet;
    }

    private void fill(Optional<LocalDate> date) {
        int content = sheet.rest(statement.content());
        List<Integer> named = sheet.rest(statement.speaker().span().stream().toList());
        List<Integer> cue = sheet.rest(statement.cue().stream().toList());
        sheet.put("speaker", speaker(named));
        sheet.put("role", role(), named, Band.MIDDLE.atMost(most));
        sheet.put("date", date.map(LocalDate::toString), List.of(), Band.HIGH);
        List<Integer> kind = new ArrayList<>(List.of(content));
        kind.addAll(cue);
        sheet.put("kind", Optional.of(statement.kind().code()), kind, ruled('K'));
        sheet.put(
                "content",
                Optional.of(sheet.evidence().get(content).text()),
                List.of(content),
                found());
        about();
    }

    private Field speaker(List<Integer> named) {
        Speaker speaker = statement.speaker();
        if (speaker.name().isEmpty()) {
            return new Field(Optional.empty(), named, Band.LOW, speaker.candidates());
        }
        return Field.of(speaker.name(), named, ruled('R'));
    }

    /** The words before the name, or those that stand for it. */
    private Optional<String> role() {
        Optional<String> name = statement.speaker().name();
        if (name.isEmpty()) {
            return Optional.empty();
        }
        String text = statement.speaker().text();
        String surname = name.get().substring(name.get().lastIndexOf(' ') + 1);
        if (text.contains(surname)) {
            int at = text.indexOf(name.get());
            return Optional.of(at < 0 ? "" : withoutArticle(text.substring(0, at)))
                    .filter(role -> !role.isEmpty());
        }
        return statement.rules().stream().anyMatch(BY_OFFICE::contains)
                ? Optional.of(withoutArticle(text))
                : Optional.empty();
    }

    private static String withoutArticle(String words) {
        String role = words.replaceAll("[\\s,]+$", "").strip();
        return role.toLowerCase(Locale.ROOT).startsWith("the ") ? role.substring(4) : role;
    }

    /** How far the words themselves can be trusted to be all of what was said, and no more. */
    private Band found() {
        boolean torn = statement.flags().contains("quote-unclosed");
        Band form = statement.form() == Form.DIRECT && !torn ? Band.HIGH : Band.MIDDLE;
        return ruled('C') == Band.LOW ? Band.LOW : form.atMost(most);
    }

    private void about() {
        List<Mention> mentions = statement.mentions();
        boolean known = mentions.stream().allMatch(mention -> mention.id().isPresent());
        List<Span> spans = mentions.stream().map(Mention::span).toList();
        String names =
                mentions.stream().map(Mention::name).distinct().collect(Collectors.joining("; "));
        sheet.put(
                "about",
                Optional.of(names),
                sheet.rest(spans),
                (known ? Band.HIGH : Band.MIDDLE).atMost(most));
    }

    /** By the rules whose ids begin with a letter; the most there is where none had to decide. */
    private Band ruled(char letter) {
        return statement.rules().stream()
                .filter(rule -> rule.charAt(0) == letter)
                .map(Band::ofRule)
                .reduce(most, Band::atMost);
    }
}
