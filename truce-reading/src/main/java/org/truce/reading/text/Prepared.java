package org.truce.reading.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A text, or a part of one, cut into paragraphs, quotations, sentences and words. Parts of speech
 * and base forms are found when first asked for, sentence by sentence, since most stages need those
 * of few. One thread at a time may use it.
 */
public final class Prepared {
    private final Original original;
    private final String language;
    private final List<Span> paragraphs;
    private final List<Quotation> quotations;
    private final List<Sentence> sentences;
    private final Map<Integer, List<String>> parts = new HashMap<>();
    private final Models.Tagger tagger = new Models.Tagger();

    private Prepared(Original original, String language, Span part) {
        this.original = original;
        this.language = language;
        this.paragraphs = Paragraphs.of(original, part);
        this.quotations = Quotations.of(original, paragraphs);
        this.sentences = Sentences.of(original, paragraphs, quotations);
    }

    /**
     * Cuts a whole text.
     *
     * @param language its ISO 639-1 code; parts of speech are those of English whatever it is
     */
    public static Prepared of(Original original, String language) {
        return of(original, language, original.all());
    }

    /**
     * Cuts one of the {@link Parts} of a text; positions are those of the whole.
     *
     * @param language its ISO 639-1 code
     */
    public static Prepared of(Original original, String language, Span part) {
        return new Prepared(original, language, part);
    }

    public Original original() {
        return original;
    }

    public String language() {
        return language;
    }

    /** In their order, without the blanks at their ends. */
    public List<Span> paragraphs() {
        return paragraphs;
    }

    /** In the order of their starts, outer ones before what stands in them. */
    public List<Quotation> quotations() {
        return quotations;
    }

    /** In their order; together they hold every word. */
    public List<Sentence> sentences() {
        return sentences;
    }

    /** The sentences that have a code point in common with a span. */
    public List<Sentence> sentencesIn(Span span) {
        int low = 0;
        int high = sentences.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences.get(middle).span().end() <= span.start()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        int end = low;
        while (end < sentences.size() && sentences.get(end).span().start() < span.end()) {
            end++;
        }
        return sentences.subList(low, end);
    }

    /** The part of speech of each word of a sentence, a tag of Universal Dependencies ("NOUN"). */
    public List<String> parts(Sentence sentence) {
        return parts.computeIfAbsent(sentence.number(), number -> tag(sentence));
    }

    private List<String> tag(Sentence sentence) {
        return tagger.tag(sentence.tokens().stream().map(Token::form).toList());
    }
}
