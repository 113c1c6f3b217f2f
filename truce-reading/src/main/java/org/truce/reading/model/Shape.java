package org.truce.reading.model;

import org.truce.reading.model.Refusal.Reason;
import org.truce.reading.statement.Form;
import org.truce.reading.text.Original;
import org.truce.reading.text.Prepared;
import org.truce.reading.text.Quotation;
import org.truce.reading.text.Span;

import java.util.List;
import java.util.Optional;

/** How words stand in the text's quotation marks, which no reply can talk away. */
final class Shape {
    private static final String STOPS = ",.!?";

    private final Prepared prepared;
    private final Original original;
    private final List<Quotation> quotations;

    Shape(Prepared prepared) {
        this.prepared = prepared;
        this.original = prepared.original();
        this.quotations = prepared.quotations().stream()
                .filter(quotation -> quotation.depth() == 0)
                .toList();
    }

    /** What keeps words from being of a form. */
    Optional<Reason> findWrong(Span words, Form form) {
        Optional<Quotation> around = findAround(words);
        if (around.isPresent()) {
            Span content = around.get().content();
            boolean whole = !hasLetter(new Span(content.start(), words.start()))
                    && !hasLetter(new Span(words.end(), content.end()));
            return whole ? unless(form != Form.INDIRECT) : Optional.of(Reason.PART_OF_QUOTATION);
        }
        List<Quotation> touched = quotations.stream()
                .filter(quotation -> quotation.content().overlaps(words))
                .toList();
        if (!touched.stream().allMatch(quotation -> isWithin(quotation, words))) {
            return Optional.of(Reason.PART_OF_QUOTATION);
        }
        if (prepared.sentencesIn(words).size() != 1) {
            return Optional.of(Reason.MORE_THAN_A_SENTENCE);
        }
        if (prepared.language().equals("en") && !new English(prepared).isClause(words)) {
            return Optional.of(Reason.NO_CLAUSE);
        }
        return unless(form == (touched.isEmpty() ? Form.INDIRECT : Form.MIXED));
    }

    /** The whole quotation, where the words are one but for a mark at an end; else the words. */
    Span whole(Span words) {
        return findAround(words)
                .map(quotation -> original.trimmed(quotation.content()))
                .orElse(words);
    }

    /**
     * Whether words have a quotation whole, but for a mark at their own end or beginning. A
     * quotation that is cut off before words such as "she added" ends in a comma or a stop.
     */
    private boolean isWithin(Quotation quotation, Span words) {
        Span content = quotation.content();
        int end = content.end();
        while (end > content.start() && STOPS.indexOf(original.plain().charAt(end - 1)) >= 0) {
            end--;
        }
        boolean opened = words.start() <= quotation.span().start();
        return words.contains(new Span(content.start(), end)) && (opened || end == content.end());
    }

    private static Optional<Reason> unless(boolean same) {
        return same ? Optional.empty() : Optional.of(Reason.OTHER_FORM);
    }

    private Optional<Quotation> findAround(Span words) {
        return quotations.stream()
                .filter(quotation -> quotation.content().contains(words))
                .findFirst();
    }

    private boolean hasLetter(Span span) {
        return original.plain(span).chars().anyMatch(Character::isLetterOrDigit);
    }
}
