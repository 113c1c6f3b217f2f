package org.truce.reading.foreign;

import org.truce.reading.foreign.Cast.Resolved;
import org.truce.reading.statement.Form;
import org.truce.reading.statement.Speaker;
import org.truce.reading.statement.Statement;
import org.truce.reading.text.Prepared;
import org.truce.reading.text.Span;
import org.truce.record.StatementKind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the statements of an Arabic or Russian text, sentence by sentence, in the forms of agencies
 * that docs/reference/reading-foreign.md lists. Offsets are code points of the original. Work grows
 * in proportion to length; any text gives an answer.
 */
public final class ForeignStatements {
    private static final int LOOKED_BACK = 50;

    private final Prepared prepared;
    private final Tongue tongue;
    private final List<Phrase> phrases;
    private final List<List<Naming>> names = new ArrayList<>();
    private final Cast cast;

    /** Words of the names of those who speak, with a title or without. */
    private final Set<String> speakers = new HashSet<>();

    private final List<Statement> statements = new ArrayList<>();

    private ForeignStatements(Prepared prepared, Tongue tongue) {
        this.prepared = prepared;
        this.tongue = tongue;
        this.cast = new Cast(tongue);
        Set<String> nameWords = new HashSet<>();
        List<Phrase> cut = Phrases.of(prepared, tongue.spelling());
        for (Phrase phrase : cut) {
            List<Naming> found = new ArrayList<>(tongue.names(phrase));
            names.add(found);
            found.forEach(cast::introduce);
            found.stream()
                    .filter(one -> one.kind() == Naming.Kind.PERSON)
                    .flatMap(one -> one.keys().stream())
                    .forEach(key -> nameWords.addAll(tongue.forms(key)));
        }
        Set<String> named = Set.copyOf(nameWords);
        cut.forEach(phrase -> introduceSpeakers(phrase.with(named), nameWords));
        cut.forEach(phrase -> confirmGuesses(phrase, nameWords));
        Set<String> known = Set.copyOf(nameWords);
        this.phrases = cut.stream().map(phrase -> phrase.with(known)).toList();
    }

    /** Who speaks with title and full name is somebody, even if no table has the name. */
    private void introduceSpeakers(Phrase phrase, Set<String> nameWords) {
        if (phrase.size() == 0) {
            return;
        }
        for (Found found : tongue.read(phrase, Optional.empty())) {
            found.subject().filter(one -> one.kind() == Naming.Kind.PERSON).ifPresent(one -> {
                speakers.addAll(one.keys());
                cast.correct(one);
            });
            found.subject()
                    .filter(one -> one.kind() == Naming.Kind.PERSON)
                    .filter(one -> one.keys().size() > 1 && !one.roles().isEmpty())
                    .ifPresent(one -> {
                        cast.introduce(one);
                        one.keys().forEach(key -> nameWords.addAll(tongue.forms(key)));
                    });
        }
    }

    /** Words behind a title are a name if the last of them speaks elsewhere, without the title. */
    private void confirmGuesses(Phrase phrase, Set<String> nameWords) {
        for (Naming guess : tongue.guesses(phrase)) {
            if (speakers.contains(guess.keys().getLast())) {
                cast.introduce(guess);
                names.get(phrase.number()).add(guess);
                guess.keys().forEach(key -> nameWords.addAll(tongue.forms(key)));
            }
        }
    }

    /** Whether statements of texts in a language, an ISO 639-1 code, are found here. */
    public static boolean reads(String language) {
        return findTongue(language).isPresent();
    }

    /** In the order of their first characters; none for a language that is not read here. */
    public static List<Statement> read(Prepared prepared) {
        Optional<Tongue> tongue = findTongue(prepared.language());
        if (tongue.isEmpty()) {
            return List.of();
        }
        ForeignStatements reader = new ForeignStatements(prepared, tongue.get());
        reader.read();
        reader.statements.sort(Comparator.comparing(Statement::content));
        return List.copyOf(reader.statements);
    }

    private static Optional<Tongue> findTongue(String language) {
        return switch (language) {
            case "ar" -> Optional.of(Arabic.get());
            case "ru" -> Optional.of(Russian.get());
            default -> Optional.empty();
        };
    }

    private void read() {
        int spoken = -1;
        for (int i = 0; i < phrases.size(); i++) {
            Phrase phrase = phrases.get(i);
            Optional<Phrase> before = i > 0 && spoken < i - 1
                    ? Optional.of(phrases.get(i - 1)).filter(one -> one.size() > 0)
                    : Optional.empty();
            List<Found> found = phrase.size() == 0 ? List.of() : tongue.read(phrase, before);
            found.forEach(this::put);
            if (!found.isEmpty()) {
                spoken = i;
            } else if (spoken == i - 1 && i > 0 && isQuotationAlone(phrase)) {
                putContinued(phrase);
                spoken = i;
            }
            names.get(i).forEach(cast::mention);
        }
    }

    private static boolean isQuotationAlone(Phrase phrase) {
        return phrase.endOfWords() == 1
                && phrase.isQuotation(0)
                && phrase.countWords(phrase.get(0).quotation().orElseThrow()) > 3;
    }

    private void putContinued(Phrase phrase) {
        Span content = phrase.get(0).quotation().orElseThrow().content();
        String rule = tongue.and().equals(" و") ? "A14" : "U14";
        put(new Found(
                phrase,
                content,
                Form.DIRECT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                rule));
    }

    private void put(Found found) {
        Span span = prepared.original().trimmed(found.content());
        if (span.isEmpty() || isTaken(span)) {
            return;
        }
        Resolved who = cast.speaker(found.subject(), found.saying());
        Phrase words = Phrases.inside(prepared, span, tongue.spelling());
        KindRules.Chosen kind = KindRules.of(words, tongue.marks(), found);
        statements.add(statement(found, span, who, kind.kind(), kind.rule(), words));
    }

    private Statement statement(
            Found found,
            Span span,
            Resolved who,
            StatementKind kind,
            String kindRule,
            Phrase words) {
        Optional<Span> place = found.subject().map(one -> found.phrase().span(one.words()));
        Speaker speaker = new Speaker(
                place,
                place.map(prepared.original()::text).orElse(""),
                who.name(),
                who.id(),
                who.candidates());
        return new Statement(
                span,
                found.form(),
                speaker,
                found.cue().map(found.phrase()::span),
                kind,
                About.in(words, tongue),
                flags(found, span, who),
                List.of(found.rule(), who.rule(), kindRule));
    }

    private List<String> flags(Found found, Span span, Resolved who) {
        List<String> flags = new ArrayList<>();
        if (!who.candidates().isEmpty()) {
            flags.add("speaker-ambiguous");
        } else if (who.name().isEmpty()) {
            flags.add("speaker-unresolved");
        } else if (who.unnamed()) {
            flags.add("speaker-unnamed");
        }
        if (found.subject().filter(one -> one.kind() == Naming.Kind.PRONOUN).isPresent()) {
            flags.add("pronoun");
        }
        if (found.cue().isEmpty()) {
            flags.add("continued");
        }
        boolean unclosed = found.phrase().items().stream()
                .flatMap(item -> item.quotation().stream())
                .filter(quotation -> quotation.content().overlaps(span))
                .anyMatch(quotation -> !quotation.closed());
        if (unclosed) {
            flags.add("quote-unclosed");
        }
        return List.copyOf(flags);
    }

    /** Whether a statement found shortly before has some of the same words. */
    private boolean isTaken(Span span) {
        int from = Math.max(0, statements.size() - LOOKED_BACK);
        return statements.subList(from, statements.size()).stream()
                .anyMatch(one -> one.content().overlaps(span));
    }
}
